package names

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// script is the kind of letters that a word is written in.
type script uint8

const (
	noScript script = iota
	latin
	cyrillic
	arabic
	hangul
	han
	other // compared as written
)

func scriptOf(r rune) script {
	switch {
	case r < 0x80:
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return latin
		}
		return noScript
	case r < 0x250 || 0x1e00 <= r && r <= 0x1eff:
		if unicode.IsLetter(r) {
			return latin
		}
		return noScript
	case 0x400 <= r && r <= 0x52f:
		return cyrillic
	case 0x600 <= r && r <= 0x6ff || 0x750 <= r && r <= 0x77f:
		if unicode.IsLetter(r) {
			return arabic
		}
		return noScript
	case 0xac00 <= r && r <= 0xd7a3:
		return hangul
	case 0x4e00 <= r && r <= 0x9fff || 0x3400 <= r && r <= 0x4dbf:
		return han
	case unicode.IsLetter(r):
		return other
	}
	return noScript
}

// isInner reports whether a sign may stand inside a word: accents written
// apart, vowel points, tatweel, apostrophes.
func isInner(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', 'ʹ', 'ʻ', '`', 'ـ', 0x200c: // the last parts Persian endings
		return true
	}
	return r >= 0x300 && unicode.Is(unicode.Mn, r)
}

// plain are Latin letters that Unicode does not take apart.
var plain = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ə': "a", 'ŋ': "ng"}

// one are letters that are compared as another one.
var one = map[rune]rune{
	'ё': 'е', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ک': 'ك', 'ە': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ة': 'ه', 'ٱ': 'ا', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ؤ': 'و', 'ئ': 'ي', 'ς': 'σ',
}

// appendFold appends a word in small letters without accents, points,
// apostrophes and hyphens.
func appendFold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				dst = append(dst, c)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		dst = appendFolded(dst, r)
	}
	return dst
}

func appendFolded(dst []byte, r rune) []byte {
	r = unicode.ToLower(r)
	if to, ok := one[r]; ok {
		return utf8.AppendRune(dst, to)
	}
	if s, ok := plain[r]; ok {
		return append(dst, s...)
	}
	if scriptOf(r) == latin {
		for _, p := range norm.NFD.String(string(r)) {
			if !unicode.IsMark(p) {
				dst = utf8.AppendRune(dst, p)
			}
		}
		return dst
	}
	if !unicode.IsLetter(r) || r == 'ـ' || 0x2b9 <= r && r <= 0x2ff {
		return dst
	}
	return utf8.AppendRune(dst, r)
}
