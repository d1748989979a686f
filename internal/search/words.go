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
// text that it comes from. Bytes that are no UTF-8 part words; package norm
// would pass over what stands beside them.
func normal(text string) iter.Seq2[rune, [2]int] {
	return func(yield func(rune, [2]int) bool) {
		for at := 0; at < len(text); {
			end := valid(text, at)
			if !normalValid(text[at:end], at, yield) {
				return
			}
			if at = end; at < len(text) {
				if !yield(utf8.RuneError, [2]int{at, at + 1}) {
					return
				}
				at++
			}
		}
	}
}

// valid gives where the next byte stands that is no UTF-8.
func valid(text string, from int) int {
	if utf8.ValidString(text[from:]) {
		return len(text)
	}
	for at := from; ; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
}

// normalValid does so for valid text that begins at the byte base.
func normalValid(text string, base int, yield func(rune, [2]int) bool) bool {
	for at := 0; at < len(text); {
		same := at + norm.NFKC.QuickSpanString(text[at:])
		for i, r := range text[at:same] {
			if !yield(r, [2]int{base + at + i, base + at + i + utf8.RuneLen(r)}) {
				return false
			}
		}
		if at = same; at == len(text) {
			break
		}
		end := at + max(1, norm.NFKC.NextBoundaryInString(text[at:], true))
		for _, r := range norm.NFKC.String(text[at:end]) {
			if !yield(r, [2]int{base + at, base + end}) {
				return false
			}
		}
		at = end
	}
	return true
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
