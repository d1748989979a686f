package names

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Index finds many names at once.
type Index struct {
	entries []Entry
	forms   []form
	anchors map[uint64][]anchor // by a key of a word
	wholes  map[[2]rune][]int32 // forms without blanks, by their first two letters
	fathers map[string][]uint64 // the patronymics of an owner, by their sounds
	bones   bool                // some names are compared by their consonants
	korean  bool
}

// anchor is a word of a form by which the form is looked for.
type anchor struct {
	form int32
	word int8
	how  How
}

// rareFamily is up to how many forms may have a family name that is looked for alone.
const rareFamily = 4

// NewIndex makes an index of names. Of each name the word that the fewest names
// have is looked for first, so that 100,000 names cost little more than ten.
func NewIndex(entries []Entry) *Index {
	x := &Index{entries: entries, anchors: map[uint64][]anchor{}, wholes: map[[2]rune][]int32{}, fathers: map[string][]uint64{}}
	for i, e := range entries {
		x.forms = append(x.forms, forms(e, int32(i))...)
	}
	bearers := map[uint64]int{}
	for i := range x.forms {
		for _, w := range x.forms[i].words {
			bearers[w.keys[0].hash]++
		}
	}
	for i := range x.forms {
		x.file(int32(i), bearers)
	}
	return x
}

// file puts a form under its rarest words: under so many that two words of the
// name are always found, and under a rare family name.
func (x *Index) file(number int32, bearers map[uint64]int) {
	f := &x.forms[number]
	if f.whole != nil {
		begin := [2]rune{f.whole[0], f.whole[1]}
		x.wholes[begin] = append(x.wholes[begin], number)
		return
	}
	var rarest []int
	for w := range f.words {
		if !f.words[w].patronymic {
			rarest = append(rarest, w)
		} else {
			owner := x.entries[f.entry].Owner
			x.fathers[owner] = append(x.fathers[owner], f.words[w].father)
		}
	}
	many := func(w int) int {
		if n := bearers[f.words[w].keys[0].hash]; !f.words[w].common {
			return n
		} else {
			return n + 1<<20
		}
	}
	slices.SortStableFunc(rarest, func(a, b int) int { return cmp.Compare(many(a), many(b)) })
	for i, w := range rarest {
		if i == 0 || i < len(rarest)-1 || f.words[w].family && many(w) <= rareFamily {
			x.post(number, w)
		}
	}
}

func (x *Index) post(form int32, w int) {
	for _, k := range x.forms[form].words[w].keys {
		x.anchors[k.hash] = append(x.anchors[k.hash], anchor{form, int8(w), k.how})
		x.bones = x.bones || k.how == Likely
	}
	x.korean = x.korean || x.forms[form].how == Likely
}

// Len gives how many names the index has.
func (x *Index) Len() int { return len(x.entries) }

// maker makes the keys of the words of a text, without a piece of memory for each.
type maker struct {
	*Index
	scratch []byte
	keys    []key // of all words so far
}

// keysOf makes the keys of a word. A small letter begins no name where a script
// has capitals.
func (m *maker) keysOf(t *token) {
	if t.known {
		return
	}
	t.known = true
	cased := t.script == latin || t.script == cyrillic
	if cased && !t.upper || t.script == han {
		return
	}
	m.scratch = appendFold(m.scratch[:0], t.text)
	n, from := len(m.scratch), len(m.keys)
	if n == 0 || n > longestWord {
		return
	}
	folded := m.scratch[:n:n]
	switch t.script {
	case latin:
		m.add('x', folded, Written)
		m.scratch = appendSound(m.scratch, folded)
		m.add('s', m.scratch[n:], Transliterated)
		if m.bones {
			m.scratch = appendBones(m.scratch[:n], folded)
			m.add('A', m.scratch[n:], Likely)
		}
		if m.korean {
			m.scratch = appendKorean(m.scratch[:n], folded)
			m.add('k', m.scratch[n:], Likely)
		}
	case cyrillic:
		m.cyrillic(string(folded))
	case arabic:
		m.arabic(string(folded))
	default:
		m.add('o', folded, Written)
	}
	t.keys = m.keys[from:len(m.keys):len(m.keys)]
}

// longestWord is how many bytes a word of a name has at most.
const longestWord = 60

func (m *maker) add(kind byte, b []byte, how How) {
	m.keys = append(m.keys, key{hash(kind, b), how})
}

// cyrillic makes the keys of a folded word and of what may be its stem.
func (m *maker) cyrillic(word string) {
	var list [8]string
	how := Written
	for _, s := range stems(word, list[:0]) {
		m.scratch = append(m.scratch[:0], s...)
		m.add('c', m.scratch, how)
		m.scratch = appendRoman(m.scratch[:0], s)
		n := len(m.scratch)
		m.scratch = appendSound(m.scratch, m.scratch[:n:n])
		m.add('t', bare(m.scratch[n:]), Transliterated)
		how = Inflected
	}
}

// arabic makes the keys of a folded word, with and without what is written
// together with it.
func (m *maker) arabic(word string) {
	m.arabicWord(word)
	for _, c := range clitics {
		if len(word) > len(c)+4 && word[:len(c)] == c {
			m.arabicWord(word[len(c):])
		}
	}
}

func (m *maker) arabicWord(word string) {
	m.scratch = append(m.scratch[:0], word...)
	m.add('r', m.scratch, Written)
	m.scratch = appendArabicBones(m.scratch[:0], word)
	if len(m.scratch) >= leastBones {
		m.add('a', m.scratch, Likely)
	}
}

// initialKey gives the first letter of a token by its sound when it is an initial.
func (t *token) initialKey() uint64 {
	if utf8.RuneCountInString(t.text) != 1 || !t.upper {
		return 0
	}
	return initialOf(string(appendFold(nil, t.text)))
}
