package search

import (
	"iter"
	"unicode/utf8"
)

// term is a term of a text with its place.
type term struct {
	text             string
	begin, head, end int  // bytes of the text; head is where a pair's first letter ends
	stems            bool // it is a word that may have a stem
}

// terms gives the terms of a text in their order.
func terms(text string) iter.Seq[term] {
	return func(yield func(term) bool) {
		for w := range words(text) {
			if !w.run {
				if !yield(term{cut(w.folded), w.begin, w.end, w.end, true}) {
					return
				}
				continue
			}
			for t := range pairs(w) {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// pairs gives the overlapping pairs of a run and then its last letter.
func pairs(w word) iter.Seq[term] {
	return func(yield func(term) bool) {
		for i, rest := 0, w.folded; rest != ""; i++ {
			_, one := utf8.DecodeRuneInString(rest)
			_, two := utf8.DecodeRuneInString(rest[one:])
			t := term{text: rest[:one+two], begin: w.places[i][0], head: w.places[i][1], end: w.places[i][1]}
			if two > 0 {
				t.end = w.places[i+1][1]
			}
			if !yield(t) {
				return
			}
			rest = rest[one:]
		}
	}
}

// Terms gives the terms of a text in their order, each with whether it is a
// whole word; otherwise it is a pair of letters, or the last letter, of a run.
func Terms(text string) iter.Seq2[string, bool] {
	return func(yield func(term string, word bool) bool) {
		for t := range terms(text) {
			if !yield(t.text, t.stems) {
				return
			}
		}
	}
}

// DistinctTerms gives the terms of a text, each once, in their order: words, and pairs
// of letters where a script writes no blanks.
func DistinctTerms(text string) []string {
	seen, out := map[string]bool{}, []string(nil)
	for t := range terms(text) {
		if !seen[t.text] {
			seen[t.text] = true
			out = append(out, t.text)
		}
	}
	return out
}
