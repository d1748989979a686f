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
// where there is none. Language is the text's, BCP 47. The pieces joined are a
// part of the text.
func Highlight(text, language string, q Query, width int) []Piece {
	marks := q.marks(text, language, width)
	from, to := window(text, marks, width)
	var out []Piece
	add := func(s string, mark bool) {
		if s != "" {
			out = append(out, Piece{s, mark})
		}
	}
	at := from
	for _, m := range marks {
		if m[0] >= to {
			break
		}
		add(text[at:m[0]], false)
		at = min(m[1], to)
		add(text[m[0]:at], true)
	}
	add(text[at:to], false)
	return out
}

// finder looks for a query's places in a text.
type finder struct {
	q     Query
	text  string
	stem  stemmer
	stems map[string]bool // known words: whether a stem of the query is theirs
	seen  []term
}

// marks gives the places of a text that the query means, in bytes, apart from
// each other and in their order: those that begin within width letters after the
// first, and perhaps a few more.
func (q Query) marks(text, language string, width int) [][2]int {
	f := finder{q: q, text: text, stems: map[string]bool{}}
	f.stem, _ = stemmerOf(language)
	var out [][2]int
	for t := range terms(text) {
		if len(f.seen) == maxTerms || len(out) > 0 && t.begin > out[0][0]+width*utf8.UTFMax {
			break
		}
		f.seen = append(f.seen, t)
		for _, p := range q.parts {
			if m, found := f.ends(p); found {
				out = append(out, m)
			}
		}
	}
	return apart(out)
}

// apart sorts places and joins those that overlap or touch.
func apart(marks [][2]int) [][2]int {
	slices.SortFunc(marks, func(a, b [2]int) int { return a[0] - b[0] })
	var out [][2]int
	for _, m := range marks {
		if n := len(out); n > 0 && m[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], m[1])
			continue
		}
		out = append(out, m)
	}
	return out
}

// ends gives the place of a part that ends with the last term seen.
func (f *finder) ends(p part) ([2]int, bool) {
	last := f.seen[len(f.seen)-1]
	if len(p.stems) > 0 && last.stems && f.means(p, last) {
		return [2]int{last.begin, last.end}, true
	}
	at := len(f.seen) - len(p.terms)
	if at < 0 {
		return [2]int{}, false
	}
	for i, want := range p.terms {
		got := f.seen[at+i].text
		if p.prefix && i == len(p.terms)-1 {
			if !strings.HasPrefix(got, want) {
				return [2]int{}, false
			}
			return [2]int{f.seen[at].begin, last.head}, true
		}
		if got != want {
			return [2]int{}, false
		}
	}
	return [2]int{f.seen[at].begin, last.end}, true
}

// means reports whether a word has a stem of the part. Stems begin as their
// words do, which spares the stemming of most.
func (f *finder) means(p part, t term) bool {
	if f.stem.name == "" || t.text[0] != p.terms[0][0] {
		return false
	}
	key := p.terms[0] + " " + t.text
	known, done := f.stems[key]
	if !done {
		known = slices.ContainsFunc(f.stem.stems(f.text[t.begin:t.end], t.text), func(s string) bool { return slices.Contains(p.stems, s) })
		f.stems[key] = known
	}
	return known
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
