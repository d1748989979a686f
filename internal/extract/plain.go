package extract

import (
	"html"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// readPlain reads a plain text: one article, or the entries of a digest or
// several posts.
func readPlain(text string, opt Options, now time.Time) Document {
	lines, running := cutRunning(gappedLines(text))
	blocks := joinLines(lines)
	var top Document
	blocks = without(blocks, top.repeated(textsOf(blocks), false, opt, now))
	doc, several := readEntries(blocks, opt, now)
	if !several {
		doc = readArticle(blocks, opt, now)
	}
	doc.Edges = top.Edges
	doc.Removed = slices.Concat(running, top.Removed, doc.Removed)
	if several { // each is an article of its own; the first keeps what was cut from all
		doc.Entries[0].Removed = append(top.Removed, doc.Entries[0].Removed...)
	}
	return doc
}

// readArticle reads one article:
//
//	post = headline [standfirst] [byline] dateline body [footer]
func readArticle(blocks []block, opt Options, now time.Time) Document {
	var doc Document
	blocks = doc.cutEnd(doc.cutMarks(blocks))
	body := doc.readHead(textsOf(blocks), opt, now)
	doc.finishPlain(doc.cutTrailingDate(body, opt, now))
	return doc
}

// finishPlain fills in what follows from the paragraphs of an article.
func (d *Document) finishPlain(body []string) {
	d.Text, d.HTML = strings.Join(body, "\n\n"), paragraphHTML(body)
	d.Language = Language(d.Title+"\n"+d.Text, "")
	d.Confidence = plainConfidence(*d, len(body))
}

// block is a paragraph of a plain text.
type block struct {
	text string // with single blanks
	gap  int    // how many empty lines stand before it; goesOn for a line that goes on the one before
}

const goesOn = -1

func textsOf(blocks []block) []string {
	out := make([]string, len(blocks))
	for i, b := range blocks {
		out[i] = b.text
	}
	return out
}

// joinLines makes paragraphs of lines. Those that were broken at a fixed width
// are joined again; other lines are paragraphs of their own.
func joinLines(lines []block) []block {
	width := wrapWidth(lines)
	var out []block
	for i, l := range lines {
		if last := len(out) - 1; i > 0 && (l.gap == goesOn || l.gap == 0 && wraps(lines[i-1].text, l.text, width)) {
			out[last].text += " " + l.text
		} else {
			out = append(out, l)
		}
	}
	return out
}

// gappedLines gives the lines that are not empty.
func gappedLines(text string) []block {
	var out []block
	gap := 0
	for line := range strings.SplitSeq(text, "\n") {
		if line = oneLine(line); line == "" {
			gap++
			continue
		}
		out = append(out, block{text: line, gap: gap})
		gap = 0
	}
	return out
}

// oneLine trims a line and leaves single blanks in it.
func oneLine(s string) string {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, "  ") && !strings.ContainsAny(s, "\t\v\u00a0\u2002\u2003\u2009\u3000") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// A text was broken at a width between these, in letters.
const (
	narrowest = 40
	widest    = 110
)

// wrapWidth gives the width at which a text was broken, 0 when it was not: then
// most lines that have another directly below are as full as its first word let
// them be.
func wrapWidth(lines []block) int {
	width := 0
	for _, l := range lines {
		if width = max(width, utf8.RuneCountInString(l.text)); width > widest {
			return 0
		}
	}
	if width < narrowest {
		return 0
	}
	pairs, full := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap == 0 {
			pairs++
			full += count(wraps(lines[i-1].text, lines[i].text, width))
		}
	}
	if full < 3 || full*2 < pairs {
		return 0
	}
	return width
}

// wraps reports whether the first word of the next line would not have fitted
// on this one.
func wraps(line, next string, width int) bool {
	word, _, _ := strings.Cut(next, " ")
	return width > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width
}

// paragraphHTML gives paragraphs as HTML.
func paragraphHTML(paragraphs []string) string {
	var b strings.Builder
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("<p>")
		b.WriteString(html.EscapeString(p))
		b.WriteString("</p>")
	}
	return b.String()
}

// trailingLetters is how long a trailing date may be with its outlet, in bytes.
const trailingLetters = 80

// cutTrailingDate reads a date in brackets after the last sentence: (09-MAR-05),
// (Outlet, 9 March 2005).
func (d *Document) cutTrailingDate(body []string, opt Options, now time.Time) []string {
	if len(body) == 0 || d.Published != "" {
		return body
	}
	last := body[len(body)-1]
	at := strings.LastIndexByte(last, '(')
	if f, ok := sourceLine(last, opt, now); ok && len(body) > 1 {
		d.Published, d.Outlet, d.Dateline = f.date, first([]string{d.Outlet, f.outlet}), f.public()
		return body[:len(body)-1]
	}
	if at < 0 || !strings.HasSuffix(last, ")") || len(last)-at > trailingLetters {
		return body
	}
	f, ok := trailingDate(last[at+1:len(last)-1], now)
	if !ok {
		return body
	}
	d.Published, d.Outlet = f.date, first([]string{d.Outlet, f.outlet})
	if d.Dateline.Raw == "" {
		f.raw = last[at:]
		d.Dateline = f.public()
	} else {
		d.remove(Date, last[at:])
	}
	body = body[:len(body)-1]
	if rest := strings.TrimSpace(last[:at]); rest != "" {
		body = append(body, rest)
	}
	return body
}

// sourceLine: "Source: Outlet (29.03.2017)" as the last line.
func sourceLine(p string, opt Options, now time.Time) (dateline, bool) {
	if len(p) > bylineLetters || withoutSource(p) == p {
		return dateline{}, false
	}
	f, yes := findDateline(p, opt, now)
	f.rule = "trailing-date"
	return f, yes && f.body == "" && f.date != ""
}

func trailingDate(s string, now time.Time) (f dateline, ok bool) {
	f.rule = "trailing-date"
	if f.date, ok = wholeDate(s, now); ok {
		return f, true
	}
	parts := splitMarks(s)
	if len(parts) != 2 || !isName(parts[0]) {
		return f, false
	}
	f.outlet = unquoted(parts[0])
	f.date, ok = wholeDate(parts[1], now)
	return f, ok
}

// plainConfidence: a dateline and some paragraphs make an article; a few words
// do not.
func plainConfidence(doc Document, paragraphs int) float64 {
	letters := utf8.RuneCountInString(doc.Text)
	if letters < 60 {
		return 0.1
	}
	tenths := 3 + 2*count(doc.Dateline.Rule != "") + 2*count(doc.Published != "") + 2*count(letters > 400) + count(paragraphs > 2)
	return float64(tenths) / 10
}
