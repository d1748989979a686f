package analyse

import (
	"strings"
	"unicode/utf8"
)

// hit is the end of a form in a text, in bytes, and the entry it is of.
type hit struct {
	end   int
	entry *entry
}

// walk follows the trie from node n along the text from at, and shows each
// form that ends at a place where it may.
func (l *lexicon) walk(text string, at int, n int32, found func(end int, entries []int32)) {
	for {
		for i := range int(l.trie.nodes[n].ends) {
			rule, to := l.trie.end(n, i)
			l.finish(text, at, ending(rule), to, found)
		}
		if at >= len(text) {
			return
		}
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if l.letters.classOf(r) == noLetter {
			return
		}
		if f := l.letters.folded(r); f != 0 {
			if n == 0 && f < small {
				n = l.root[f]
			} else {
				n = l.trie.child(n, f)
			}
			if n == 0 {
				return
			}
		}
		at += size
	}
}

// finish looks whether what is left of the word at at is an ending of the rule,
// and goes on with the next word of longer forms.
func (l *lexicon) finish(text string, at int, rule ending, n int32, found func(end int, entries []int32)) {
	end, fits := l.tail(text, at, rule)
	if !fits {
		return
	}
	if out := l.trie.entries(n); len(out) > 0 {
		found(end, out)
	}
	if l.trie.nodes[n].edges == 0 {
		return
	}
	if next, gap := l.gap(text, end); gap != 0 {
		if n = l.trie.child(n, gap); n != 0 {
			l.walk(text, next, n, found)
		}
	}
}

// tail gives where a word ends whose unchanging part ends at at, and whether
// the rest of it is an ending of the rule. Particles are left out of the end.
func (l *lexicon) tail(text string, at int, rule ending) (end int, fits bool) {
	switch rule {
	case anywhere, koLong:
		return at, true
	case koShort:
		r, _ := utf8.DecodeRuneInString(text[at:])
		return at, l.letters.classOf(r) != hangul || strings.ContainsRune(koParticles, r)
	}
	var room [2 * 16]byte
	rest := room[:0]
	for end = at; end < len(text); {
		r, size := utf8.DecodeRuneInString(text[end:])
		if l.letters.classOf(r) != spaced {
			break
		}
		if f := l.letters.folded(r); f != 0 {
			if rest = utf8.AppendRune(rest, f); rule == whole || len(rest) > 10 {
				return 0, false
			}
		}
		end += size
	}
	return end, rule == whole || l.endings[rule][string(rest)]
}

// gapMax is the length in bytes of the longest gap inside a name.
const gapMax = 6

// gap gives where the next word of a name begins that goes on behind at, and
// the label of what stands between: a blank for blanks, hyphens, apostrophes
// and the points of abbreviations, or a comma; 0 where a name cannot go on.
func (l *lexicon) gap(text string, at int) (next int, label rune) {
	label = ' '
	lines, point := 0, false
	for i, r := range text[at:] {
		if l.letters.classOf(r) != noLetter {
			if i == 0 || point && text[at+i-1] == ' ' && !l.abbreviated(text, at) {
				return 0, 0
			}
			return at + i, label
		}
		if i >= gapMax {
			return 0, 0
		}
		switch r {
		case '.':
			point = true
		case ',':
			label = ','
		case '\n':
			if lines++; lines > 1 {
				return 0, 0
			}
		case ' ', '\u00a0', '\u2009', '\u202f', '-', '‐', '‑', '–', '—', '\'', '’', '‘', '·', '\r':
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// abbreviated reports whether the word before at is short enough to be an
// abbreviation: "St. Petersburg".
func (l *lexicon) abbreviated(text string, at int) bool {
	for n := 0; n < 3; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if size == 0 || l.letters.classOf(r) == noLetter {
			return true
		}
		at -= size
	}
	return false
}
