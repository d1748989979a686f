package names

import "strings"

// consonants are the Arabic and Persian letters by what is left of them when
// a name is written in Latin letters, without vowels. Waw and ya are dropped but
// at the beginning.
var consonants = map[rune]byte{
	'ب': 'b', 'ت': 't', 'ث': 't', 'ج': 'j', 'ح': 'h', 'خ': 'x', 'د': 'd', 'ذ': 'd', 'ر': 'r', 'ز': 'z', 'س': 's', 'ش': 'S', 'ص': 's', 'ض': 'd', 'ط': 't',
	'ظ': 'z', 'غ': 'G', 'ف': 'f', 'ق': 'k', 'ك': 'k', 'ل': 'l', 'م': 'm', 'ن': 'n', 'ه': 'h', 'پ': 'p', 'چ': 'S', 'گ': 'j', 'ژ': 'z', 'ڤ': 'w', 'و': 'w', 'ي': 'y',
}

// bones are the Latin letters by the same, two before one.
var bones = map[string]byte{
	"kh": 'x', "sh": 'S', "ch": 'S', "gh": 'G', "th": 't', "dh": 'd', "ph": 'f', "ts": 's',
	"b": 'b', "p": 'p', "t": 't', "d": 'd', "j": 'j', "g": 'j', "k": 'k', "q": 'k', "c": 'k', "x": 'k', "f": 'f', "l": 'l', "m": 'm', "n": 'n', "r": 'r', "s": 's', "z": 'z',
	"h": 'h', "w": 'w', "v": 'w', "y": 'y',
}

// weak reports whether a consonant counts only at the beginning of a word.
func weak(c byte) bool { return c == 'w' || c == 'y' }

// appendBones appends the consonants of a folded word in Latin letters.
func appendBones(dst []byte, w []byte) []byte {
	from := len(dst)
	for i := 0; i < len(w); {
		n := min(2, len(w)-i)
		c, ok := bones[string(w[i:i+n])]
		if !ok {
			n = 1
			c, ok = bones[string(w[i:i+1])]
		}
		if ok && (!weak(c) || i == 0) && !(i > 0 && n == 1 && w[i] == w[i-1]) {
			dst = append(dst, c)
		}
		i += n
	}
	return settled(dst, from)
}

// appendArabicBones appends the consonants of a folded word in Arabic letters.
func appendArabicBones(dst []byte, word string) []byte {
	from := len(dst)
	word = strings.TrimPrefix(word, article)
	for i, r := range word {
		if c := consonants[r]; c != 0 && (!weak(c) || i == 0) {
			dst = append(dst, c)
		}
	}
	return settled(dst, from)
}

const article = "ال"

// settled drops a last h, which Latin spellings write or not, and the article
// behind Abd: Abdelrahman, Abd al-Rahman.
func settled(dst []byte, from int) []byte {
	if n := len(dst); n-from > 1 && dst[n-1] == 'h' {
		dst = dst[:n-1]
	}
	if len(dst)-from > 4 && string(dst[from:from+3]) == "bdl" {
		dst = append(dst[:from+2], dst[from+3:]...)
	}
	return dst
}

// clitics are written together with the Arabic word behind them.
var clitics = []string{"و", "ف", "ب", "ل", "ك"}
