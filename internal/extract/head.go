package extract

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// headBlocks is how many paragraphs may stand before the body.
const headBlocks = 8

// readHead reads headline, standfirst, byline and dateline and gives what is
// left: the body. Without a dateline nothing is a headline but a short first
// line before a byline.
func (d *Document) readHead(blocks []string, opt Options, now time.Time) []string {
	blocks = splitQuestions(blocks)
	at := -1
	var found dateline
	for i := 0; i < len(blocks) && i < headBlocks; i++ {
		if f, yes := findDateline(blocks[i], opt, now); yes {
			at, found = i, f
			break
		}
		if len(blocks[i]) > 600 {
			break // the body has begun
		}
	}
	if at < 0 {
		return d.headWithoutDateline(blocks, now)
	}
	d.take(found)
	d.readTop(blocks[:at], now)
	if found.body == "" {
		return d.dropRepeatedTitle(blocks[at+1:])
	}
	return d.dropRepeatedTitle(append([]string{found.body}, blocks[at+1:]...))
}

// questions is a series part and a standfirst of questions with the byline
// behind them: "(Part I) Who? Why? By W. F., Org".
var questions = regexp.MustCompile(`^(\(Part [IVX\d]+\)\s*.{0,300}\?)\s+([Bb]y \p{Lu}.{1,120})$`)

// splitQuestions sets questions apart from the byline behind them.
func splitQuestions(blocks []string) []string {
	for i := 0; i < len(blocks) && i < headBlocks; i++ {
		if m := questions.FindStringSubmatch(blocks[i]); m != nil {
			return slices.Concat(blocks[:i], []string{m[1], m[2]}, blocks[i+1:])
		}
	}
	return blocks
}

// take keeps what a dateline said.
func (d *Document) take(f dateline) {
	d.Dateline = Dateline{Raw: f.raw, Outlet: f.outlet, Date: f.date, Place: f.place, Link: f.link}
	d.Rule, d.Outlet = f.rule, f.outlet
	if f.date != "" {
		d.Published = f.date
	}
	if f.byline != "" {
		d.addByline(f.byline)
	}
}

// readTop reads the lines above the dateline: byline, a date alone, and what is
// left is headline and standfirst.
func (d *Document) readTop(top []string, now time.Time) {
	var rest []string
	for _, p := range top {
		switch date, kind := topDate(p, now); {
		case kind == onlyDate || kind == occasion:
			if kind == occasion {
				rest = append(rest, p)
			} else {
				d.remove(Date, p)
			}
			if d.Published == "" || kind == onlyDate && d.Rule == "place" {
				d.Published = date
			}
		case isByline(p):
			d.addByline(p)
		default:
			rest = append(rest, p)
		}
	}
	d.setTitle(rest)
}

// setTitle makes the first line the headline and the others the standfirst. A
// headline that stands twice is taken once.
func (d *Document) setTitle(lines []string) {
	for _, l := range lines {
		switch {
		case strings.HasPrefix(l, "(Part ") && strings.HasSuffix(l, "?"):
			d.Standfirst = l
		case d.Title == "":
			d.Title = l
		case strings.EqualFold(l, d.Title):
			d.remove(Repeated, l)
		case d.Standfirst == "":
			d.Standfirst = l
		default:
			d.Standfirst += "\n\n" + l
		}
	}
}

// dropRepeatedTitle takes the headline out of the body's beginning.
func (d *Document) dropRepeatedTitle(blocks []string) []string {
	if len(blocks) > 0 && d.Title != "" && strings.EqualFold(blocks[0], d.Title) {
		d.remove(Repeated, blocks[0])
		return blocks[1:]
	}
	return blocks
}

// headWithoutDateline reads a text that has no dateline: a byline near the top
// ends the headline; a line with nothing but a date is the date.
func (d *Document) headWithoutDateline(blocks []string, now time.Time) []string {
	for i := 0; i < len(blocks) && i < headBlocks-2; i++ {
		p := blocks[i]
		date, kind := topDate(p, now)
		if !isByline(p) && kind != onlyDate {
			if utf8.RuneCountInString(p) > 300 {
				break
			}
			continue
		}
		next := i + 1
		for next < len(blocks) && next < headBlocks && (isByline(blocks[next]) || isOnlyDate(blocks[next], now)) {
			next++
		}
		d.Rule = "byline"
		if kind == onlyDate {
			d.Rule, d.Published = "date-line", date
		}
		d.readTop(blocks[:next], now)
		return d.dropRepeatedTitle(blocks[next:])
	}
	return d.headline(blocks, now)
}

// headline takes a short first line without a full stop, with a longer
// paragraph below it, as the headline.
func (d *Document) headline(blocks []string, now time.Time) []string {
	if len(blocks) < 2 || utf8.RuneCountInString(blocks[0]) > 160 || endsSentence(blocks[0]) ||
		utf8.RuneCountInString(blocks[1]) < utf8.RuneCountInString(blocks[0]) {
		return blocks
	}
	d.readTop(blocks[:1], now)
	return blocks[1:]
}

func endsSentence(p string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p, "\"”’»)"))
	return strings.ContainsRune(".!。؟…", r)
}

type dateKind int

// A line above the body may be a date alone, or name the occasion with its date.
const (
	noDate dateKind = iota
	onlyDate
	occasion
)

var (
	dateAlone    = regexp.MustCompile(`^\(?(` + datePattern + `)\)?(?:\s*unnamed\S*)?$`)
	dateGlued    = regexp.MustCompile(`^(` + datePattern + `)(?:unnamed|image|photo)\S*$`)
	occasionLine = regexp.MustCompile(`^(?:(?:Speech|Statement|Address|Lecture|Testimony|Remarks|Presentation|Paper)\b.{0,80}\b(?:delivered|given|made|held|presented)|(?:Discours|Déclaration)\b.{0,80}\b(?:prononcée?|faite?)|Выступление|Речь).{0,120}?(` + datePattern + `)`)
)

func topDate(p string, now time.Time) (string, dateKind) {
	if len(p) > 400 || !strings.ContainsAny(easternDigits.Replace(p), "0123456789") {
		return "", noDate
	}
	p = easternDigits.Replace(p)
	for _, form := range []struct {
		pattern *regexp.Regexp
		kind    dateKind
	}{{dateAlone, onlyDate}, {dateGlued, onlyDate}, {occasionLine, occasion}} {
		if m := form.pattern.FindStringSubmatch(p); m != nil {
			if date, ok := parseDate(m[1], now); ok {
				return date, form.kind
			}
		}
	}
	return "", noDate
}

func isOnlyDate(p string, now time.Time) bool {
	_, kind := topDate(p, now)
	return kind == onlyDate
}

// upperStart reports whether text begins with a capital or a letter of a script
// without capitals.
func upperStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘«("))
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}
