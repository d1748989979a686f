package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/rangetable"
)

// forms are the letters that are compared as others and that Unicode does not
// take apart. Arabic: alef wasla, ya and alef maqsura, ta marbuta, and the
// Persian and Urdu letters on other code points; the hamza forms fall to their
// carriers because Unicode takes the hamza for a mark.
var forms = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŧ': "t", 'ς': "σ",
	'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ة': "ه", 'ک': "ك", 'ە': "ه", 'ہ': "ه", 'ۃ': "ه", 'ھ': "ه",
}

// unspaced are the scripts without blanks between words, and Hangul, whose
// words carry their particles.
var unspaced = rangetable.Merge(unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, rangetable.New('ー'))

// isUnspaced reports whether a letter is of a script that becomes pairs.
func isUnspaced(r rune) bool { return r >= 0xe00 && unicode.Is(unspaced, r) }

// isWord reports whether r is part of a word. The signs between U+02B9 and
// U+02FF are letters for Unicode, but texts write apostrophes instead.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	if 0x2b9 <= r && r <= 0x2ff {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.In(r, unicode.Nd, unicode.Nl)
}

const zeroWidthNonJoiner = '\u200c'

// isSilent reports whether r stands in words without meaning anything: accents
// and vowel points, tatweel, soft hyphens and other format characters. The vowel
// signs of South and South-East Asian scripts and of Thaana mean something.
func isSilent(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 'ـ':
		return true
	case unicode.In(r, unicode.Mn, unicode.Me):
		return r < 0x900 && !unicode.Is(unicode.Thaana, r) || unicode.Is(unicode.Inherited, r)
	}
	return unicode.Is(unicode.Cf, r)
}

// western gives the Western form of a digit, any other letter as it is.
func western(r rune) rune {
	if r < utf8.RuneSelf || !unicode.IsDigit(r) {
		return r
	}
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

// appendFolded appends the folded form of a letter.
func appendFolded(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	}
	r = unicode.ToLower(r)
	if s, known := forms[r]; known {
		return append(b, s...)
	}
	if isSilent(r) {
		return b
	}
	if !isUnspaced(r) {
		var buf [utf8.UTFMax]byte
		n := utf8.EncodeRune(buf[:], r)
		if parts := norm.NFD.Properties(buf[:n]).Decomposition(); parts != nil {
			for len(parts) > 0 {
				part, size := utf8.DecodeRune(parts)
				b, parts = appendFolded(b, part), parts[size:]
			}
			return b
		}
	}
	return utf8.AppendRune(b, r)
}
