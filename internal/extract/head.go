package extract

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// headBlocks is how many paragraphs may stand before the body, and
// headSentences how long those of them may be together that are sentences.
const (
	headBlocks    = 10
	headSentences = 800
)

// readHead reads headline, standfirst, byline and dateline and gives what is
// left: the body.
func (d *Document) readHead(blocks []string, opt Options, now time.Time) []string {
	blocks = splitHeads(joinCues(blocks), now)
	for i, sentences := 0, 0; i < len(blocks) && i < headBlocks && sentences < headSentences; i++ {
		if _, alone := dateLine(blocks[i], now); alone {
			continue
		}
		if f, yes := findDateline(blocks[i], opt, now); yes {
			if f.body == "" && i == len(blocks)-1 {
				continue // at the end of a text
			}
			return d.readWithDateline(blocks, i, f, opt, now)
		}
		if endsSentence(blocks[i]) && !isByline(blocks[i]) {
			sentences += utf8.RuneCountInString(blocks[i])
		}
	}
	return d.readWithoutDateline(blocks, opt, now)
}

func (d *Document) readWithDateline(blocks []string, at int, f dateline, opt Options, now time.Time) []string {
	d.Dateline, d.Outlet, d.Published = f.public(), f.outlet, f.date
	d.readTop(blocks[:at], opt, now)
	if f.byline != "" {
		d.addByline(f.byline)
	}
	body := blocks[at+1:]
	switch {
	case f.body == "":
	case f.rule == "date-first" && d.Title == "" && len(body) > 0 && isHeadline(f.body):
		d.Title = f.body // an entry of a digest: its headline stands behind the date
	default:
		body = slices.Concat([]string{f.body}, body)
	}
	body = d.readBelow(body, f.body == "", opt, now)
	d.writesInside(body)
	return body
}

// readBelow reads the lines that may stand between dateline and body: a byline,
// a date, a link, the headline once more; or for the first time, where the
// dateline stands above it on a line of its own.
func (d *Document) readBelow(body []string, above bool, opt Options, now time.Time) []string {
	for len(body) > 1 {
		p := body[0]
		date, isDate := dateLine(p, now)
		switch {
		case isByline(p) && len(d.Byline) == 0:
			d.addByline(p)
		case isDate:
			d.remove(Date, p)
			d.Published = first([]string{d.Published, date})
		case isLink(p) && !strings.Contains(p, " "):
			d.remove(Link, p)
			d.Dateline.Link = first([]string{d.Dateline.Link, trimLink(p)})
		case d.Title != "" && strings.EqualFold(p, d.Title):
			d.remove(Repeated, p)
		case d.Title == "" && above && headlineLike(body):
			d.Title = p
		default:
			return body
		}
		body = body[1:]
	}
	return body
}

// readTop reads the lines above the dateline: bylines, dates and links alone,
// occasions, an outlet alone; what is left is headline and standfirst.
func (d *Document) readTop(top []string, opt Options, now time.Time) {
	for _, p := range top {
		date, isDate := dateLine(p, now)
		occasion, isOccasion := occasionDate(p, now)
		switch {
		case isDate:
			d.remove(Date, p)
			d.Published = first([]string{d.Published, date})
		case isByline(p):
			d.addByline(p)
		case isOccasion:
			d.addStandfirst(p)
			d.Published = first([]string{d.Published, occasion})
		case isLink(p) && !strings.Contains(p, " "):
			d.remove(Link, p)
			d.Dateline.Link = first([]string{d.Dateline.Link, trimLink(p)})
		case opt.knows(p) && d.Outlet == "":
			d.Outlet = p
			d.remove(Outlet, p)
		case d.Title == "" && d.Standfirst == "" && !isPart(p) && !strings.HasPrefix(p, "•") && utf8.RuneCountInString(p) <= titleLetters:
			d.Title = p
		case strings.EqualFold(p, d.Title):
			d.remove(Repeated, p)
		default:
			d.addStandfirst(p)
		}
	}
}

// titleLetters is how long a headline may be.
const titleLetters = 220

func (d *Document) addStandfirst(p string) {
	if d.Standfirst != "" {
		p = d.Standfirst + "\n\n" + p
	}
	d.Standfirst = p
}

// isPart: "(Part I) question? question?" is no headline.
func isPart(p string) bool {
	return strings.HasPrefix(p, "(Part ") && strings.HasSuffix(p, "?")
}

// readWithoutDateline reads a text that has none: a byline or a date alone near
// the top ends the headline; or else a short first line without a full stop
// above a longer paragraph is the headline.
func (d *Document) readWithoutDateline(blocks []string, opt Options, now time.Time) []string {
	end, rule := 0, ""
	for i := 0; i < len(blocks)-1 && i < headBlocks-2; i++ {
		p := blocks[i]
		_, isDate := dateLine(p, now)
		switch {
		case isByline(p):
			rule = "byline"
		case isDate:
			rule = first([]string{rule, "date-line"})
		case utf8.RuneCountInString(p) <= headSentences/2 && end == i-count(i > end):
			continue
		default:
			i = headBlocks
			continue
		}
		end = i + 1
	}
	if onlyDates(blocks[:end], now) && headlineLike(blocks[end:]) {
		end++
	}
	d.Dateline.Rule, d.Dateline.Confidence = rule, sureness[rule]
	d.readTop(blocks[:end], opt, now)
	return d.readBelow(blocks[end:], false, opt, now)
}

func onlyDates(blocks []string, now time.Time) bool {
	return !slices.ContainsFunc(blocks, func(p string) bool {
		_, date := dateLine(p, now)
		return !date
	})
}

// headlineLike: a short first line that is no sentence or a question, and a longer paragraph below it.
func headlineLike(blocks []string) bool {
	return len(blocks) > 1 && utf8.RuneCountInString(blocks[0]) <= 160 && (!endsSentence(blocks[0]) || isHeadline(blocks[0])) &&
		utf8.RuneCountInString(blocks[1]) > utf8.RuneCountInString(blocks[0])
}

// joinCues joins "by" on a line of its own with the name on the next.
func joinCues(blocks []string) []string {
	for i := 0; i+1 < len(blocks) && i < headBlocks; i++ {
		if cue := strings.ToLower(blocks[i]); strings.Contains(bylineCues, "|"+cue+"|") && isByline(cue+" "+blocks[i+1]) {
			return slices.Concat(blocks[:i], []string{blocks[i] + " " + blocks[i+1]}, blocks[i+2:])
		}
	}
	return blocks
}

// splitHeads sets a byline apart that stands behind questions, an occasion or a
// date on one line: "Who? Why? By W. F., Org", "Speech delivered on 28 July 2023
// at … By W. F.", "Posted on 12 May 2019 by W. F.".
func splitHeads(blocks []string, now time.Time) []string {
	for i := 0; i < len(blocks) && i < headBlocks; i++ {
		p := blocks[i]
		if at := max(bylineInside(p, now), bylineBehindDate(p, now)); at > 0 {
			return slices.Concat(blocks[:i], []string{strings.TrimSpace(p[:at]), p[at:]}, blocks[i+1:])
		}
	}
	return blocks
}

// bylineBehindDate gives where a byline begins behind a date with its label on
// one line: "Posted on 12 May 2019 by A. B."; 0 where there is none.
func bylineBehindDate(p string, now time.Time) int {
	rest := withoutLabel(p)
	_, n := scanDate(rest, now)
	if n == 0 || len(p) > bylineLetters {
		return 0
	}
	at := len(p) - len(strings.TrimLeft(behindDate(rest[n:]), " ,|–—-"))
	if !isByline(p[at:]) {
		return 0
	}
	return at
}

// bylineInside gives where a byline begins behind questions or an occasion, 0
// where there is none.
func bylineInside(p string, now time.Time) int {
	if len(p) > 400 {
		return 0
	}
	for at, r := range p {
		if r != ' ' || !isByline(p[at+1:]) {
			continue
		}
		if _, occasion := occasionDate(p[:at], now); occasion || strings.HasSuffix(p[:at], "?") {
			return at + 1
		}
	}
	return 0
}
