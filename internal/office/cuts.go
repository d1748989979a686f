package office

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/desk"
)

// stretch is a run of a capture's own text.
type stretch struct {
	Text string
	Cut  bool   // it is not part of the article
	Kind string // of what was cut, as the reader called it; empty when it did not say
}

// stretches cuts a capture's text into what became the article and what was
// left out. Both are compared by their letters and digits, so that other blanks
// and marks make no difference.
func stretches(capture string, a desk.Article) []stretch {
	c := fold(capture)
	marks := make([]string, len(c.letters)) // by byte of the letters: kept, the kind of what was cut, or empty
	at := 0
	for _, p := range append([]string{a.Title, a.Standfirst}, strings.Split(a.Text, "\n")...) {
		if from, to, ok := c.find(p, at); ok {
			fillRange(marks, from, to, kept)
			if p != a.Title && p != a.Standfirst {
				at = to
			}
		}
	}
	for _, x := range append([]desk.Removed{{Kind: "dateline", Text: a.Dateline}}, a.Removed...) {
		if from, to, ok := c.findFree(x.Text, marks); ok {
			fillRange(marks, from, to, x.Kind)
		}
	}
	return c.cut(marks)
}

const kept = "\x00kept"

// folded is a text by its letters and digits in lower case, each byte of them
// with where its letter stands in the text.
type folded struct {
	text    string
	letters string
	places  []int
}

func fold(text string) folded {
	f := folded{text: text}
	var b strings.Builder
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			continue
		}
		n, _ := b.WriteRune(unicode.ToLower(r))
		for range n {
			f.places = append(f.places, i)
		}
	}
	f.letters = b.String()
	return f
}

// find gives where a part stands from a place on, otherwise from the beginning.
func (f folded) find(part string, from int) (begin, end int, ok bool) {
	p := fold(part).letters
	if p == "" {
		return 0, 0, false
	}
	if begin = strings.Index(f.letters[from:], p); begin >= 0 {
		return from + begin, from + begin + len(p), true
	}
	begin = strings.Index(f.letters, p)
	return begin, begin + len(p), begin >= 0
}

// findFree gives where a part stands of which nothing is marked yet.
func (f folded) findFree(part string, marks []string) (begin, end int, ok bool) {
	for from := 0; from < len(f.letters); from = end {
		if begin, end, ok = f.find(part, from); !ok || begin < from {
			return 0, 0, false
		}
		if marks[begin] == "" && marks[end-1] == "" {
			return begin, end, true
		}
	}
	return 0, 0, false
}

func fillRange(marks []string, from, to int, with string) {
	for i := from; i < to; i++ {
		if marks[i] == "" {
			marks[i] = with
		}
	}
}

// cut gives the stretches; a blank or mark goes with the letter before it.
func (f folded) cut(marks []string) []stretch {
	var out []stretch
	begin := 0
	for i := range marks {
		if i+1 < len(marks) && marks[i] == marks[i+1] {
			continue
		}
		end := len(f.text)
		if i+1 < len(marks) {
			end = f.boundary(f.places[i], f.places[i+1])
		}
		out = append(out, stretch{f.text[begin:end], marks[i] != kept, strings.TrimPrefix(marks[i], kept)})
		begin = end
	}
	if len(marks) == 0 && f.text != "" {
		out = append(out, stretch{Text: f.text, Cut: true})
	}
	return out
}

// boundary is where one stretch ends and the next begins between two letters:
// after the last white space, so that an opening quotation mark stays with what
// it opens; directly before the next letter where there is none.
func (f folded) boundary(last, next int) int {
	if i := strings.LastIndexFunc(f.text[last:next], unicode.IsSpace); i >= 0 {
		_, size := utf8.DecodeRuneInString(f.text[last+i:])
		return last + i + size
	}
	return next
}
