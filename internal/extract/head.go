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
	blocks = splitHeads(blocks, now)
	for i, sentences := 0, 0; i < len(blocks) && i < headBlocks && sentences < headSentences; i++ {
		if f, yes := findDateline(blocks[i], opt, now); yes {
			return d.readWithDateline(blocks, i, f, opt, now)
		}
		if endsSentence(blocks[i]) && !isByline(blocks[i]) {
			sentences += utf8.RuneCountInString(blocks[i])
		}
	}
	return d.readWithoutDateline(blocks, opt, now)
}

func (d *Document) readWithDateline(blocks []string, at int, f dateline, opt Options, now time.Time) []string {
	d.Dateline = Dateline{Raw: f.raw, Outlet: f.outlet, Date: f.date, Place: f.place, Link: f.link}
	d.Rule, d.Outlet, d.Published = f.rule, f.outlet, f.date
	d.readTop(blocks[:at], opt, now)
	if f.byline != "" {
		d.addByline(f.byline)
	}
	body := blocks[at+1:]
	switch {
	case f.body == "":
	case f.rule == "date-first" && d.Title == "" && len(body) > 0 && !endsSentence(f.body) && utf8.RuneCountInString(f.body) < sentenceLetters:
		d.Title = f.body // an entry of a digest: its headline stands behind the date
	default:
		body = slices.Concat([]string{f.body}, body)
	}
	body = d.readBelow(body, opt, now)
	d.writesInside(body)
	return body
}

// readBelow reads the lines that may stand between dateline and body: a byline,
// a date, a link, the headline once more.
func (d *Document) readBelow(body []string, opt Options, now time.Time) []string {
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
		case d.Title == "" && d.Standfirst == "" && !isPart(p) && utf8.RuneCountInString(p) <= titleLetters:
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
	end := 0
	for i := 0; i < len(blocks)-1 && i < headBlocks-2; i++ {
		p := blocks[i]
		_, isDate := dateLine(p, now)
		switch {
		case isByline(p):
			d.Rule = "byline"
		case isDate:
			d.Rule = first([]string{d.Rule, "date-line"})
		case utf8.RuneCountInString(p) <= headSentences/2 && end == i-count(i > end):
			continue
		default:
			i = headBlocks
			continue
		}
		end = i + 1
	}
	if end == 0 && headlineLike(blocks) {
		end = 1
	}
	d.readTop(blocks[:end], opt, now)
	return d.readBelow(blocks[end:], opt, now)
}

// headlineLike: a short first line that is no sentence, and a longer paragraph below it.
func headlineLike(blocks []string) bool {
	return len(blocks) > 1 && utf8.RuneCountInString(blocks[0]) <= 160 && !endsSentence(blocks[0]) &&
		utf8.RuneCountInString(blocks[1]) > utf8.RuneCountInString(blocks[0])
}

// splitHeads sets a byline apart that stands behind questions or an occasion on
// one line: "Who? Why? By W. F., Org", "Speech delivered on 28 July 2023 at …
// By W. F.".
func splitHeads(blocks []string, now time.Time) []string {
	for i := 0; i < len(blocks) && i < headBlocks; i++ {
		p := blocks[i]
		at := max(strings.LastIndex(p, " By "), strings.LastIndex(p, " by "))
		if at < 0 || len(p) > 400 || !isByline(p[at+1:]) {
			continue
		}
		before := strings.TrimSpace(p[:at])
		if _, occasion := occasionDate(before, now); occasion || strings.HasSuffix(before, "?") {
			return slices.Concat(blocks[:i], []string{before, p[at+1:]}, blocks[i+1:])
		}
	}
	return blocks
}

// dateLabels stand before a date on a line of its own.
var dateLabels = []string{
	"published on", "published at", "published:", "published", "posted on", "posted:", "date:", "date", "updated:", "last updated:", "issued on",
	"publié le", "mis à jour le", "le", "опубликовано:", "опубликовано", "дата:", "نشر في", "نُشر في", "تاريخ النشر:", "التاريخ:",
	"发布时间：", "发布时间:", "发表时间：", "日期：", "時間：", "时间：", "입력:", "입력", "게재일:", "작성일:", "veröffentlicht am", "publicado el", "fecha:",
}

// dateLine reads a line with nothing but a date, its label and its time, or a
// date that is glued to the name of an image.
func dateLine(p string, now time.Time) (string, bool) {
	p = strings.Trim(withoutBidi(p), "()[]（） ")
	if len(p) > 120 {
		return "", false
	}
	lower := strings.ToLower(p)
	for _, label := range dateLabels {
		if strings.HasPrefix(lower, label) && len(lower) == len(p) {
			p = strings.TrimLeft(p[len(label):], " :：")
			break
		}
	}
	if date, ok := wholeDate(p, now); ok {
		return date, true
	}
	date, n := scanDate(p, now)
	if n == 0 {
		return "", false
	}
	for _, image := range []string{"unnamed", "image", "photo", "img"} {
		if rest := p[n:]; strings.HasPrefix(rest, image) && !strings.Contains(rest, " ") {
			return date, true
		}
	}
	return "", false
}

// occasions begin a line that says when something was said.
var occasions = []string{"Speech", "Statement", "Address", "Lecture", "Testimony", "Remarks", "Presentation", "Paper", "Intervention", "Keynote",
	"Discours", "Déclaration", "Allocution", "Выступление", "Речь", "Доклад", "Заявление", "كلمة", "خطاب", "演讲", "讲话", "发言", "연설", "발언"}

// occasionDate reads the date in a line that names an occasion.
func occasionDate(p string, now time.Time) (string, bool) {
	if len(p) > 400 || endsSentence(p) || !slices.ContainsFunc(occasions, func(o string) bool { return strings.HasPrefix(p, o) }) {
		return "", false
	}
	for at, r := range p {
		if digit(r) < 0 && (at == 0 || p[at-1] != ' ') {
			continue
		}
		if date, n := scanDate(p[at:], now); n > 0 {
			return date, true
		}
	}
	return "", false
}

// writesInside reads a byline inside the first paragraph: "…, writes A. B.,
// founder of Org". The text stays as it is.
func (d *Document) writesInside(body []string) {
	if len(d.Byline) > 0 || len(body) == 0 {
		return
	}
	for _, cue := range []string{", writes ", ", wrote ", ", reports ", ", écrit ", ", пишет "} {
		_, after, ok := strings.Cut(body[0], cue)
		if !ok {
			continue
		}
		if at := strings.IndexAny(after, ",;(–—"); at > 0 {
			after = after[:at]
		}
		if name := cleanName(after); personLike(name) && utf8.RuneCountInString(name) <= 40 {
			d.Byline = append(d.Byline, name)
		}
		return
	}
}
