package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// triples are the distinct runs of three words of a paragraph, in lower case,
// with 0 for every number, so that dates and counters do not tell two apart.
// A paragraph with fewer words has one, that is all of it.
func triples(p string) map[string]bool {
	text, ends := foldedWords(p)
	if len(ends) == 0 {
		return map[string]bool{strings.Join(strings.Fields(p), ""): true}
	}
	out := make(map[string]bool, len(ends))
	begin := 0
	for i := range max(1, len(ends)-2) {
		out[text[begin:ends[min(len(ends), i+3)-1]]] = true
		begin = ends[i] + 1
	}
	return out
}

// foldedWords gives the words of a paragraph, those of scripts that leave no
// blanks between words letter by letter: as one text with a blank between words,
// and where in it each word ends.
func foldedWords(p string) (text string, ends []int) {
	var b strings.Builder
	b.Grow(len(p))
	ends = make([]int, 0, len(p)/5)
	begin := 0 // of the word
	end := func() {
		if b.Len() > begin {
			ends = append(ends, b.Len())
			b.WriteByte(' ')
			begin = b.Len()
		}
	}
	number := false // the number of which a digit was the last letter is written already
	for _, r := range p {
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'):
			b.WriteByte(byte(r) | 0x20)
		case unicode.IsDigit(r):
			if !number {
				b.WriteByte('0')
			}
			number = true
			continue
		case unicode.IsLetter(r) && unblanked(r):
			end()
			b.WriteRune(r)
			end()
		case unicode.IsLetter(r) || unicode.IsMark(r) && b.Len() > begin:
			b.WriteRune(unicode.ToLower(r))
		default:
			end()
		}
		number = false
	}
	end()
	return b.String(), ends
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
