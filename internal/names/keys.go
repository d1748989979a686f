package names

import (
	"strings"
	"sync"
)

// key is a hash of something that two ways of writing a word have in common,
// with how much that says.
type key struct {
	hash uint64
	how  How
}

// hash is FNV-1a over a letter for the kind of key and its bytes.
func hash(kind byte, b []byte) uint64 {
	h := uint64(14695981039346656037)
	h = (h ^ uint64(kind)) * 1099511628211
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

func soundKey(folded []byte) uint64 { return hash('s', appendSound(nil, folded)) }

// initialOf gives the first letter of a folded word by its sound.
func initialOf(folded string) uint64 {
	var b []byte
	switch r := []rune(folded)[0]; scriptOf(r) {
	case latin:
		b = []byte(folded[:1])
	case cyrillic:
		b = appendRoman(nil, string(r))
	default:
		b = []byte(string(r))
	}
	if len(b) > 1 {
		b = b[:1]
	}
	return hash('i', b)
}

// leastBones is how many consonants of a name are compared at least.
const leastBones = 2

// nameKeys gives the keys of a word of somebody's name.
func nameKeys(word, folded, language string) []key {
	switch scriptOf([]rune(word)[0]) {
	case latin:
		sound := appendSound(nil, []byte(folded))
		keys := []key{{hash('x', []byte(folded)), Written}, {hash('s', sound), Transliterated}, {hash('t', bare(sound)), Transliterated}}
		if b := appendBones(nil, []byte(folded)); len(b) >= leastBones {
			keys = append(keys, key{hash('a', b), Likely})
			if arabicLetters[language] {
				keys = append(keys, key{hash('A', b), Likely})
			}
		}
		return keys
	case cyrillic:
		keys := []key{{hash('c', []byte(folded)), Written}, {hash('c', []byte(stem(folded))), Inflected}, {soundKey(appendRoman(nil, folded)), Transliterated}}
		if (language == "uk" || language == "be") && strings.Contains(folded, "г") {
			keys = append(keys, key{soundKey(appendRoman(nil, strings.ReplaceAll(folded, "г", "һ"))), Transliterated})
		}
		return keys
	case arabic:
		keys := []key{{hash('r', []byte(folded)), Written}}
		if b := appendArabicBones(nil, folded); len(b) >= leastBones {
			keys = append(keys, key{hash('A', b), Likely})
		}
		return keys
	}
	return []key{{hash('o', []byte(folded)), Written}}
}

// arabicLetters are languages whose names have many spellings in Latin letters.
var arabicLetters = map[string]bool{"ar": true, "fa": true, "ur": true, "ps": true, "ku": true, "ckb": true, "ug": true, "sd": true}

// isCommon reports whether very many people bear a folded name.
func isCommon(folded string) bool { return commons()[commonKey(folded)] }

var commons = sync.OnceValue(func() map[uint64]bool {
	out := map[uint64]bool{}
	for w := range strings.FieldsSeq(commonNames) {
		out[commonKey(w)] = true
		if w[0] < 0x80 {
			if b := appendBones(nil, []byte(w)); len(b) >= leastBones {
				out[hash('A', b)] = true
			}
		}
	}
	return out
})

func commonKey(folded string) uint64 {
	switch scriptOf([]rune(folded)[0]) {
	case latin:
		return hash('t', bare(appendSound(nil, []byte(folded))))
	case cyrillic:
		return hash('t', bare(appendSound(nil, appendRoman(nil, stem(folded)))))
	case arabic:
		return hash('A', appendArabicBones(nil, folded))
	}
	return hash('o', []byte(folded))
}
