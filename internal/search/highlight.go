package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Piece is a run of text, marked when the query means it.
type Piece struct {
	Text string
	Mark bool
}

// Highlight gives about width letters of a text around the first place that
// the query means, with all such places in it marked; the beginning of the text
// where there is none. What is left out at an end is shown by an ellipsis.
func Highlight(text, language string, q Query, width int) []Piece {
	words := split(text)
	marks := q.marks(words, language)
	from, to := window(text, marks, width)
	var out []Piece
	add := func(s string, mark bool) {
		if s != "" {
			out = append(out, Piece{s, mark})
		}
	}
	if from > 0 {
		add("… ", false)
	}
	at := from
	for _, m := range marks {
		if m[0] < at || m[1] > to {
			continue
		}
		add(text[at:m[0]], false)
		add(text[m[0]:m[1]], true)
		at = m[1]
	}
	add(text[at:to], false)
	if to < len(text) {
		add(" …", false)
	}
	return out
}

// marks gives the places of a text that the query means, in bytes.
func (q Query) marks(words []word, language string) [][2]int {
	var out [][2]int
	stemmer := stemmers[primary(language)]
	for i, w := range words {
		for _, p := range q.parts {
			if n := p.at(words[i:], stemmer); n > 0 {
				out = append(out, [2]int{w.begin, words[i+n-1].end})
				break
			}
			if w.grams {
				out = append(out, p.inside(w)...)
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return slices.CompactFunc(out, func(a, b [2]int) bool { return b[0] < a[1] })
}

// at gives how many words, from the first on, the part means.
func (p part) at(words []word, stemmer string) int {
	if words[0].grams {
		return 0
	}
	if len(p.terms) == 1 && stemmer != "" && slices.Contains(p.stems, stemOf(words[0].folded, stemmer)) {
		return 1
	}
	if len(words) < len(p.terms) {
		return 0
	}
	for i, t := range p.terms {
		if words[i].grams || words[i].folded != t {
			return 0
		}
	}
	return len(p.terms)
}

// inside gives the places in a run of letters that the part means. Folding may
// change lengths, so a place is taken only where it does not.
func (p part) inside(w word) [][2]int {
	needle := strings.ReplaceAll(p.fold, " ", "")
	if w.end-w.begin != len(w.folded) || needle == "" {
		return nil
	}
	var out [][2]int
	for at := 0; ; {
		i := strings.Index(w.folded[at:], needle)
		if i < 0 {
			return out
		}
		out = append(out, [2]int{w.begin + at + i, w.begin + at + i + len(needle)})
		at += i + len(needle)
	}
}

// window gives the part of a text, in bytes, that is shown.
func window(text string, marks [][2]int, width int) (from, to int) {
	if len(marks) > 0 {
		from = back(text, marks[0][0], width/3)
	}
	to = from
	for n := 0; to < len(text) && n < width; n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	if to < len(text) { // end between two words where there is one near
		if i := strings.LastIndexByte(text[from:to], ' '); i > (to-from)*2/3 {
			to = from + i
		}
	}
	return from, to
}

// back goes n letters back, to the beginning of a word where there is one near.
func back(text string, at, n int) int {
	from := at
	for ; from > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	if from > 0 {
		if i := strings.IndexByte(text[from:at], ' '); i >= 0 {
			from += i + 1
		}
	}
	return from
}
