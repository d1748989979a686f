package extract

import (
	"strings"
	"unicode"
)

// triples are the distinct runs of three words of a paragraph, in lower case,
// with 0 for every number, so that dates and counters do not tell two apart.
// A paragraph with fewer words has one, that is all of it.
func triples(p string) map[string]bool {
	words := foldedWords(p)
	if len(words) == 0 {
		return map[string]bool{strings.Join(strings.Fields(p), ""): true}
	}
	out := make(map[string]bool, len(words))
	for i := range max(1, len(words)-2) {
		out[strings.Join(words[i:min(len(words), i+3)], " ")] = true
	}
	return out
}

// foldedWords gives the words of a paragraph; those of scripts that leave no
// blanks between words letter by letter.
func foldedWords(p string) []string {
	var words []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	number := false // the number of which a digit was the last letter is written already
	for _, r := range p {
		switch {
		case unicode.IsDigit(r):
			if !number {
				word.WriteByte('0')
			}
			number = true
			continue
		case unicode.IsLetter(r) && unblanked(r):
			end()
			words = append(words, string(r))
		case unicode.IsLetter(r) || unicode.IsMark(r) && word.Len() > 0:
			word.WriteRune(unicode.ToLower(r))
		default:
			end()
		}
		number = false
	}
	end()
	return words
}

// nearlyAll reports whether four fifths of a paragraph's triples are among others.
func nearlyAll(of map[string]bool, in func(triple string) bool) bool {
	n := 0
	for t := range of {
		n += count(in(t))
	}
	return n*5 >= len(of)*4
}

// mostly reports whether more than half of a paragraph's triples are among others.
func mostly(of map[string]bool, in func(triple string) bool) bool {
	n := 0
	for t := range of {
		n += count(in(t))
	}
	return n*2 > len(of)
}
