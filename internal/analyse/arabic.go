package analyse

import "strings"

// The letters that Arabic writes onto the beginning of a word: and, then; in,
// for, like. "For the" is written otherwise than "for" and "the".
const (
	arabicAnd     = "وف"
	arabicIn      = "بلك"
	arabicThe     = "ال"
	arabicForThe  = "لل"
	arabicWordMin = 3 * letterBytes // what must be left without them
)

// arabic looks for a form in the word at i: as it stands, and without the
// letters written onto it. The longest form wins, of equal ones that with the
// least taken off.
func (s *scanner) arabic(i int) int {
	best := s.best(i, i, 0)
	s.clitics(i, func(stem int, definite bool) {
		n := int32(0)
		if definite {
			n = s.root[article]
		}
		if h := s.best(i, stem, n); h.entry != nil && h.end > best.end {
			best = h
		}
	})
	if best.entry == nil {
		return i
	}
	return s.take(i, best)
}

// clitics gives the places in the word at i where its stem may begin, and
// whether the article stands before.
func (s *scanner) clitics(i int, stem func(at int, definite bool)) {
	try := func(at int) {
		rest := s.text[at:]
		if strings.HasPrefix(rest, arabicThe) || strings.HasPrefix(rest, arabicForThe) {
			stem(at+len(arabicThe), true)
		}
	}
	bare := func(at int) {
		if s.longEnough(at) {
			stem(at, false)
			try(at)
		}
	}
	try(i)
	if after := s.oneOf(i, arabicAnd); after > i {
		bare(after)
		if in := s.oneOf(after, arabicIn); in > after {
			bare(in)
		}
	}
	if after := s.oneOf(i, arabicIn); after > i {
		bare(after)
	}
}

// oneOf gives the place behind the letter at i when it is one of a list.
func (s *scanner) oneOf(i int, list string) int {
	if i+letterBytes <= len(s.text) && strings.Contains(list, s.text[i:i+letterBytes]) {
		return i + letterBytes
	}
	return i
}

func (s *scanner) longEnough(at int) bool {
	n := 0
	for _, r := range s.text[at:min(len(s.text), at+arabicWordMin)] {
		if s.letters.classOf(r) != spaced {
			break
		}
		n += letterBytes
	}
	return n >= arabicWordMin
}
