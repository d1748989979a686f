package analyse

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// cueMark is a place in a text where cues stand.
type cueMark struct {
	cues       []int32 // numbers in cues.list
	begin, end int     // bytes
	runes      int     // code points before begin
	paragraph  int     // from 0
	scope      scoped
}

// cueScanner goes through a text once.
type cueScanner struct {
	*cues
	text      string
	lines     bool // a new line is a new paragraph
	paragraph int
	at, runes int // how far code points are counted
	visit     func(*cueMark)
}

// each visits the places where cues stand, in their order. Of cues that begin
// at the same place the longest counts, and none begins inside another.
func (c *cues) each(text string, visit func(*cueMark)) {
	s := &cueScanner{cues: c, text: text, visit: visit, lines: !strings.Contains(text, "\n\n")}
	inside := false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if c.letters.classOf(r) == noLetter {
			if r == '\n' && (s.lines || i > 0 && text[i-1] == '\n') {
				s.paragraph++
			}
			inside = false
		} else if !inside || c.anywhere {
			if end := s.word(i, r); end > i {
				i, inside = end, true
				continue
			}
			inside = true
		}
		i += size
	}
}

// word takes the longest cue in the word at i, and gives where it ends, or i.
func (s *cueScanner) word(i int, first rune) int {
	end, cues := s.best(i, first)
	if first >= 0x600 && first < 0x700 {
		s.stems(i, func(at int) {
			r, _ := utf8.DecodeRuneInString(s.text[at:])
			if e, found := s.best(at, r); found != nil && e > end {
				end, cues = e, found
			}
		})
	}
	if cues == nil {
		return i
	}
	if s.list[cues[0]].axis != "" {
		s.runes += utf8.RuneCountInString(s.text[s.at:i])
		s.at = i
		s.visit(&cueMark{cues, i, end, s.runes, s.paragraph, s.scoped(cues, i, end)})
	}
	return end
}

// scoped gives the scope of cues; only what is done can be denied.
func (s *cueScanner) scoped(cues []int32, begin, end int) scoped {
	for _, k := range cues {
		if axis := s.list[k].axis; axis == AxisAct || axis == AxisTheme {
			return s.scope.at(s.letters, s.text, begin, end)
		}
	}
	return holds
}

// best gives the longest pattern that begins at i.
func (s *cueScanner) best(i int, first rune) (end int, cues []int32) {
	if first < small {
		if f := s.letters.fold[first]; f != 0 && (int(f) >= len(s.root) || s.root[f] == 0) && s.root[wordRest] == 0 {
			return 0, nil
		}
	}
	from, n := s.enter(i)
	if n < 0 {
		return 0, nil
	}
	s.walk(from, n, func(at int, n int32) {
		switch out := s.trie.entries(n); {
		case len(out) == 0 || at < end:
		case at > end:
			end, cues = at, out
		default: // "gas" and "gas*"
			cues = slices.Concat(cues, out)
		}
	})
	return end, cues
}

// enter gives the node of the first three letters of the word at i and where it
// goes on when all are from a to z, the root otherwise, and a node below 0 when
// no pattern begins so. No pattern is shorter than two letters.
func (s *cueScanner) enter(i int) (from int, n int32) {
	if i+2 >= len(s.text) {
		return i, 0
	}
	one, two, three := s.text[i]|0x20-'a', s.text[i+1]|0x20-'a', s.text[i+2]|0x20-'a'
	if one >= latin || two >= latin || three >= latin {
		return i, 0
	}
	switch n = s.triples[(int(one)*latin+int(two))*latin+int(three)]; n {
	case 0:
		return i, -1
	case shortPattern:
		return i, 0
	}
	return i + 3, n
}

// walk follows the text from at below the node n, and tells every node at
// which a word of a pattern ends.
func (s *cueScanner) walk(at int, n int32, met func(at int, n int32)) {
	for {
		for i := range int(s.trie.nodes[n].ends) {
			label, to := s.trie.end(n, i)
			s.close(at, label, to, met)
		}
		if at >= len(s.text) {
			return
		}
		r, size := rune(s.text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s.text[at:])
		}
		if s.letters.classOf(r) == noLetter {
			return
		}
		if f := s.letters.folded(r); f != 0 {
			if n == 0 && f < small {
				n = s.root[f]
			} else {
				n = s.trie.child(n, f)
			}
			if n == 0 {
				return
			}
		}
		at += size
	}
}

// close ends a word of a pattern at at, if it may end there, and goes on with
// the next word.
func (s *cueScanner) close(at int, label rune, n int32, met func(at int, n int32)) {
	end := at
	if !s.anywhere {
		end = s.wordEnd(at)
		if label == wordEnd && end > at {
			return
		}
	}
	met(end, n)
	if s.trie.nodes[n].edges == 0 {
		return
	}
	if next := s.next(end); next > end {
		if n = s.trie.child(n, ' '); n != 0 {
			s.walk(next, n, met)
		}
	}
}

// wordEnd gives where the word ends in which at stands.
func (s *cueScanner) wordEnd(at int) int {
	for at < len(s.text) {
		r, size := rune(s.text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s.text[at:])
		}
		if s.letters.classOf(r) == noLetter {
			break
		}
		at += size
	}
	return at
}

// next gives where the next word of the same expression begins, or end where a
// mark parts them.
func (s *cueScanner) next(end int) int {
	for i, r := range s.text[end:] {
		if s.letters.classOf(r) != noLetter {
			return end + i
		}
		if i >= gapMax || !strings.ContainsRune(" \u00a0\u202f-‐‑'’\n", r) {
			break
		}
	}
	return end
}

// stems gives the places in an Arabic word where its stem may begin: behind
// "and", "then", "in", "for", "like" and the article.
func (s *cueScanner) stems(i int, try func(at int)) {
	for _, before := range arabicBefore {
		if at := i + len(before); strings.HasPrefix(s.text[i:], before) && s.wordEnd(at) >= at+arabicWordMin {
			try(at)
		}
	}
}

var arabicBefore = []string{"ال", "لل", "وال", "بال", "فال", "كال", "ولل", "وبال", "و", "ف", "ب", "ل", "س", "وب", "ول", "وس"}
