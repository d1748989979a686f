package extract

import (
	"html"
	"strings"
	"time"
	"unicode/utf8"
)

// readPlain reads a post in plain text:
//
//	post = headline [standfirst] [byline] dateline body [footer]
func readPlain(text string, opt Options, now time.Time) Document {
	var doc Document
	blocks := paragraphs(text)
	blocks = doc.cutMarks(blocks)
	blocks = doc.cutEnd(blocks)
	blocks = doc.readHead(blocks, opt, now)
	blocks = doc.cutTrailingDate(blocks, now)
	doc.Text = strings.Join(blocks, "\n\n")
	doc.HTML = paragraphHTML(blocks)
	doc.Language = Language(doc.Title+"\n"+doc.Text, "")
	doc.Confidence = plainConfidence(doc, len(blocks))
	return doc
}

// paragraphs splits text at blank lines. Lines that were broken at a fixed
// width are joined again; a text without blank lines has a paragraph a line.
func paragraphs(text string) []string {
	var out []string
	for _, block := range strings.Split(blankLines(text), "\n\n") {
		out = append(out, joinLines(strings.Split(block, "\n"))...)
	}
	return out
}

// blankLines makes every run of empty lines one, and trims every line.
func blankLines(text string) string {
	var b strings.Builder
	empty := 0
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			empty++
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n")
			if empty > 0 {
				b.WriteString("\n")
			}
		}
		empty = 0
		b.WriteString(line)
	}
	return b.String()
}

// joinLines joins lines that were broken at a width of 50 to 90 letters: all
// but the last are nearly alike long. Others stay paragraphs of their own.
func joinLines(lines []string) []string {
	if len(lines) == 1 {
		if lines[0] == "" {
			return nil
		}
		return lines
	}
	for _, l := range lines[:len(lines)-1] {
		if n := utf8.RuneCountInString(l); n < 50 || n > 90 {
			return lines
		}
	}
	return []string{strings.Join(lines, " ")}
}

// paragraphHTML gives paragraphs as HTML.
func paragraphHTML(blocks []string) string {
	var b strings.Builder
	for _, p := range blocks {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// plainConfidence: a dateline and some paragraphs make an article; a few words
// do not.
func plainConfidence(doc Document, blocks int) float64 {
	c := 0.3
	if doc.Rule != "" {
		c += 0.4
	}
	if len(doc.Text) > 400 {
		c += 0.2
	}
	if blocks > 2 {
		c += 0.1
	}
	if len(doc.Text) < 80 {
		c = min(c, 0.2)
	}
	return min(c, 1)
}
