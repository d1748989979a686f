package search

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a text, or a run of letters that becomes pairs.
type word struct {
	folded     string
	run        bool
	begin, end int      // bytes of the text
	places     [][2]int // of a run: begin and end of each letter in the text
}

// normal gives the letters of a text after NFKC, each with the bytes of the
// text that it comes from.
func normal(text string) iter.Seq2[rune, [2]int] {
	return func(yield func(rune, [2]int) bool) {
		for at := 0; at < len(text); {
			same := at + norm.NFKC.QuickSpanString(text[at:])
			for at < same {
				r, size := utf8.DecodeRuneInString(text[at:])
				if !yield(r, [2]int{at, at + size}) {
					return
				}
				at += size
			}
			if at == len(text) {
				return
			}
			end := at + max(1, norm.NFKC.NextBoundaryInString(text[at:], true))
			for _, r := range norm.NFKC.String(text[at:end]) {
				if !yield(r, [2]int{at, end}) {
					return
				}
			}
			at = end
		}
	}
}

// splitter collects letters to words.
type splitter struct {
	word
	open   bool
	arabic bool // the last letter was Arabic
	buf    []byte
	yield  func(word) bool
}

// words gives the words of a text, each with its place.
func words(text string) iter.Seq[word] {
	return func(yield func(word) bool) {
		s := splitter{yield: yield}
		for r, place := range normal(text) {
			if !s.take(western(r), place) {
				return
			}
		}
		s.close()
	}
}

// take adds a letter; it reports whether more is wanted.
func (s *splitter) take(r rune, place [2]int) bool {
	if r == zeroWidthNonJoiner && s.arabic {
		return s.close() // Persian writes it where others write a blank
	}
	if isSilent(r) {
		if s.open {
			s.end = place[1]
		}
		return true
	}
	if !isWord(r) {
		return s.close()
	}
	run := isUnspaced(r)
	if s.open && run != s.run && !unicode.IsMark(r) && !s.close() {
		return false
	}
	if !s.open {
		s.word, s.open = word{begin: place[0], run: run}, true
	}
	before := len(s.buf)
	s.buf = appendFolded(s.buf, r)
	s.end, s.arabic = place[1], 0x600 <= r && r < 0x780
	if s.run {
		for n := utf8.RuneCount(s.buf[before:]); n > 0; n-- {
			s.places = append(s.places, place)
		}
	}
	return true
}

// close ends the word; it reports whether more is wanted.
func (s *splitter) close() bool {
	if !s.open {
		return true
	}
	w := s.word
	w.folded = string(s.buf)
	s.open, s.arabic, s.buf = false, false, s.buf[:0]
	return w.folded == "" || s.yield(w)
}
