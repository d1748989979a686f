package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// flowing joins printed lines to paragraphs, with a blank line between them,
// over the ends of pages too.
func flowing(pages [][]string) string {
	f := flow{words: wordsIn(pages)}
	for _, page := range pages {
		f.width, f.page = lineWidth(page), true
		for _, line := range page {
			f.line(line)
		}
	}
	f.end()
	return strings.Join(f.paragraphs, "\n\n")
}

// flow is a paragraph that grows.
type flow struct {
	words      map[string]bool // of the whole text, in lower case
	width      int             // of the page's longer lines
	page       bool            // a page has begun, and none of its lines was read
	gap        bool            // an empty line was met
	last       string          // the line before
	lastWidth  int             // of its page
	grown      string
	paragraphs []string
}

func (f *flow) line(line string) {
	if line == "" {
		f.gap = true
		return
	}
	switch {
	case f.grown == "":
		f.grown = line
	case f.goesOn(line):
		f.grown = f.joined(f.grown, line)
	default:
		f.end()
		f.grown = line
	}
	f.last, f.lastWidth, f.gap, f.page = line, f.width, false, false
}

func (f *flow) end() {
	if f.grown != "" {
		f.paragraphs = append(f.paragraphs, f.grown)
	}
	f.grown = ""
}

// goesOn reports whether a line belongs to the paragraph before it. Over the
// end of a page it does where a sentence is open; within one, where no empty
// line is between and the line before is as full as lines are.
func (f *flow) goesOn(line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	full := utf8.RuneCountInString(f.last)*4 >= f.lastWidth*3
	switch {
	case brokenWord.MatchString(f.last) && unicode.IsLower(first):
		return true
	case f.page:
		return !endsSentence(f.grown) && (unicode.IsLower(first) || full)
	case f.gap:
		return false
	}
	return full && f.lastWidth >= narrowest/2 || unicode.IsLower(first)
}

var (
	// brokenWord is a part of a word with a hyphen at the end of a line.
	brokenWord = regexp.MustCompile(`[\p{L}\p{M}]+[-‐\x{00ad}]$`)
	beginning  = regexp.MustCompile(`^[\p{L}\p{M}]+`)
)

// joined puts a line behind a text: without the hyphen where a word was broken,
// without a blank where the script has none.
func (f *flow) joined(text, line string) string {
	part := brokenWord.FindString(text)
	rest := beginning.FindString(line)
	if r, _ := utf8.DecodeRuneInString(rest); part != "" && unicode.IsLower(r) {
		mark, _ := utf8.DecodeLastRuneInString(part)
		bare := strings.TrimSuffix(part, string(mark))
		if mark == '\u00ad' || !f.hyphened(bare, rest) {
			return strings.TrimSuffix(text, string(mark)) + line
		}
		return text + line
	}
	before, _ := utf8.DecodeLastRuneInString(text)
	after, _ := utf8.DecodeRuneInString(line)
	if unblanked(before) && unblanked(after) {
		return text + line
	}
	return text + " " + line
}

// keepHyphen are beginnings of words that are written with a hyphen.
const keepHyphen = " non self ex well anti pro half so-called "

// hyphened reports whether a word that was broken at its hyphen is written with
// one: it is elsewhere in the text, or begins as such words do.
func (f *flow) hyphened(part, rest string) bool {
	part, rest = strings.ToLower(part), strings.ToLower(rest)
	switch {
	case f.words[part+rest]:
		return false
	case f.words[part+"-"+rest]:
		return true
	}
	return strings.Contains(keepHyphen, " "+part+" ")
}

var wordForm = regexp.MustCompile(`[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*`)

func wordsIn(pages [][]string) map[string]bool {
	out := map[string]bool{}
	for _, page := range pages {
		for _, line := range page {
			for _, w := range wordForm.FindAllString(line, -1) {
				out[strings.ToLower(w)] = true
			}
		}
	}
	return out
}

// unblanked reports whether a letter is of a script that is written without blanks.
func unblanked(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xfff0
}
