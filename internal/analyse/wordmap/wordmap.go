// Package wordmap holds what is known of words, made once and looked up for
// every word of every text. Most words of a text are not known: they cost a hash
// of their ends and one look into a small list.
package wordmap

// Map gives the value of a word. The zero Map knows none.
type Map[V any] struct {
	marks []uint32 // by hash: the upper half of a word's hash and the number of its entry, 0 where none is
	mask  uint32
	words []entry[V] // the first is none
}

type entry[V any] struct {
	word  string
	value V
}

// maxWords is how many words a map holds at most.
const maxWords = 1<<16 - 1

// New makes a map of words; more than 65,534 are a fault of the program.
func New[V any](values map[string]V) Map[V] {
	if len(values) >= maxWords {
		panic("too many words")
	}
	size := 4
	for size < 3*len(values) {
		size *= 2
	}
	m := Map[V]{marks: make([]uint32, size), mask: uint32(size - 1), words: make([]entry[V], 1, len(values)+1)}
	for w, v := range values {
		h := hash(w)
		at := h & m.mask
		for m.marks[at] != 0 {
			at = (at + 1) & m.mask
		}
		m.marks[at] = h&^maxWords | uint32(len(m.words))
		m.words = append(m.words, entry[V]{w, v})
	}
	return m
}

// Get gives the value of a word, and whether it has one.
func (m *Map[V]) Get(word string) (value V, known bool) {
	if len(m.marks) == 0 {
		return value, false
	}
	h := hash(word)
	for at := h & m.mask; ; at = (at + 1) & m.mask {
		mark := m.marks[at]
		if mark == 0 {
			return value, false
		}
		if (mark^h)&^maxWords == 0 {
			if e := &m.words[mark&maxWords]; e.word == word {
				return e.value, true
			}
		}
	}
}

// hash mixes the length, the first and the last eight bytes of a word.
func hash(w string) uint32 {
	var first, last uint64
	switch n := len(w); {
	case n >= 8:
		first, last = load64(w), load64(w[n-8:])
	case n >= 4:
		first, last = load32(w), load32(w[n-4:])
	case n > 0:
		first = uint64(w[0]) | uint64(w[n/2])<<8 | uint64(w[n-1])<<16
	}
	h := (first ^ uint64(len(w))<<56) * 0x9e3779b97f4a7c15
	h ^= h >> 29
	h = (h ^ last) * 0xbf58476d1ce4e5b9
	return uint32(h >> 32)
}

func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load32(s string) uint64 {
	_ = s[3]
	return uint64(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}
