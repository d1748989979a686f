package analyse

import (
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/geo"
)

// mention is a place in a text that means a territory.
type mention struct {
	entry     *entry
	territory string
	paragraph int // from 0
	span      desk.Span
	dateline  bool // where the text was written
	speaker   bool // who speaks or acts from elsewhere, or where somebody is from: "Washington said", "a British teacher"
}

// scanner goes through a text once.
type scanner struct {
	*lexicon
	text      string
	language  string // of the forms in Latin letters
	bits      uint32 // of the language, in beginnings
	foreign   bool   // no forms were written for the language
	own       bool   // the language is written in Latin letters and has forms of its own, English not counted
	paragraph int
	lines     bool // a new line is a new paragraph
	at, runes int  // how far the code points are counted: the byte, and its number
	previous  *entry
	until     int // where the last mention ends, in bytes
	out       []mention
}

// written are the languages whose texts the forms were written for; English ones
// are looked for in all others.
var written = set("en fr es ru ar zh ko fa tr de pt vi")

var ownForms = map[string]bool{"fr": true, "es": true, "pt": true, "de": true, "tr": true, "vi": true}

// find gives the mentions in a text, in their order; longer forms win.
func (l *lexicon) find(text, language string) []mention {
	language, _, _ = strings.Cut(language, "-")
	s := &scanner{lexicon: l, text: text, language: language, foreign: language != "" && !written[language], own: ownForms[language], bits: ownBits[language], lines: !strings.Contains(text, "\n\n")}
	if s.bits == 0 {
		s.bits = otherBit
	}
	before := noLetter
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		c := l.letters.classOf(r)
		switch {
		case c == noLetter:
			if r == '\n' && (s.lines || i > 0 && text[i-1] == '\n') {
				s.paragraph++
			}
		case c == before && c != unspaced: // inside a word
		default:
			if end := s.word(i, r, c); end > i {
				i, before = end, c
				continue
			}
		}
		before = c
		i += size
	}
	return s.out
}

// word looks for a form that begins at i, and gives where it ends, or i.
func (s *scanner) word(i int, first rune, c class) int {
	switch {
	case c == unspaced:
		return s.chinese(i)
	case c == hangul:
		if h := s.best(i, i, s.start(first)); h.entry != nil {
			return s.take(i, h)
		}
		if strings.ContainsRune(koBefore, first) {
			after := i + utf8.RuneLen(first)
			if h := s.best(after, after, 0); h.entry != nil && h.end-after >= 6 {
				return s.take(after, h)
			}
		}
		return i
	case first >= 0x600 && first < 0x700:
		return s.arabic(i)
	case s.begins.none(s.text, i, s.bits):
		return i
	}
	if h := s.best(i, i, s.start(first)); h.entry != nil {
		return s.take(i, h)
	}
	return i
}

// koBefore are the syllables that stand before the name of a country: to, for,
// against, at.
const koBefore = "주대반친재탈"

// start gives a node when no form begins with the letter, so that most words
// cost one look: noStart.
func (s *scanner) start(first rune) int32 {
	if first >= 0x2000 { // a mark of direction may stand before the first letter
		return 0
	}
	f := s.letters.fold[first]
	if int(f) < len(s.root) && (f == 0 || s.root[f] == 0) {
		return noStart // a small letter may stand far behind its capital: Ⱦ
	}
	return 0
}

const noStart = -1

// best gives the longest form that begins at i and fits there; begin is where
// its word begins.
func (s *scanner) best(begin, i int, n int32) hit {
	var best hit
	if n == noStart {
		return best
	}
	s.walk(s.text, i, n, func(end int, entries []int32) {
		if end < best.end {
			return
		}
		for _, k := range entries {
			if e := &s.entries[k]; (end > best.end || best.entry == nil || e.rank() > best.entry.rank()) && s.fits(e, begin, end) {
				best = hit{end, e}
			}
		}
	})
	return best
}

// rank orders entries of the same words: what is said of them on purpose first.
func (e *entry) rank() int {
	switch {
	case e.reading != nil:
		return 4
	case e.kind == geo.Phrase:
		return 3
	case e.kind == geo.Name || e.kind == geo.Native:
		return 2
	case e.kind == geo.City:
		return 1
	}
	return 0
}

// chinese takes the longest form at i, unless a longer one begins inside it.
func (s *scanner) chinese(i int) int {
	h := s.best(i, i, 0)
	if h.entry == nil {
		return i
	}
	for k := i; ; {
		_, size := utf8.DecodeRuneInString(s.text[k:])
		if k += size; k >= h.end {
			break
		}
		if s.best(k, k, 0).beats(h, k, i) {
			return i
		}
	}
	if h.entry.second != "" && !s.pairFits(h.end) {
		return i
	}
	return s.take(i, h)
}

// beats reports whether a form that begins at k, inside h, is meant rather
// than h, which begins at i: it ends later and is longer, or h is a pair.
func (inner hit) beats(h hit, k, i int) bool {
	if inner.entry == nil || inner.end <= h.end || inner.entry.kind == geo.Phrase {
		return false
	}
	return inner.end-k > h.end-i || h.entry.second != ""
}

// pairFollowers are the letters that stand behind the abbreviated names of two
// states, and not behind words that only look so.
const pairFollowers = "关關两兩边邊贸貿友合外高双雙三领領会會经經冲衝战戰签簽协協军軍峰首核谈談停元联聯同对對局情达達争爭、，。 "

func (s *scanner) pairFits(end int) bool {
	r, size := utf8.DecodeRuneInString(s.text[end:])
	return size == 0 || strings.ContainsRune(pairFollowers, r)
}

// take adds the mention of a form and gives where the form ends.
func (s *scanner) take(begin int, h hit) int {
	s.previous, s.until = h.entry, h.end
	if h.entry.territory == "" && h.entry.reading == nil {
		return h.end
	}
	if h.entry.second == "" {
		s.mention(h.entry, h.entry.territory, begin, h.end)
		return h.end
	}
	_, one := utf8.DecodeRuneInString(s.text[begin:])
	_, two := utf8.DecodeRuneInString(s.text[begin+one:])
	s.mention(h.entry, h.entry.territory, begin, begin+one)
	s.mention(h.entry, h.entry.second, begin+one, begin+one+two)
	return h.end
}

func (s *scanner) mention(e *entry, territory string, begin, end int) {
	words := s.text[begin:end]
	s.runes += utf8.RuneCountInString(s.text[s.at:begin])
	s.at = begin
	s.out = append(s.out, mention{
		entry: e, territory: territory, paragraph: s.paragraph, span: desk.Span{Begin: s.runes, End: s.runes + utf8.RuneCountInString(words), Words: words},
		dateline: s.dated(begin, end), speaker: e.capital && s.speaking(end) || e.kind != geo.Demonym && !e.capital && s.commenting(end) || e.kind == geo.Demonym && s.native(end) || e.kind != geo.Demonym && (s.homeOf(end) || s.hosting(begin)),
	})
}
