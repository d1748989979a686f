package analyse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class says where a name may begin and end at a letter.
type class uint8

const (
	noLetter class = iota
	spaced         // words with blanks between them
	unspaced       // Chinese, Thai …: a name may stand anywhere
	hangul         // words with blanks, written together with their particles
)

// small is the number of code points whose class and folded form are in a table:
// the alphabets, and the dashes and quotation marks behind them.
const small = 0x2100

// letters knows classes and folded forms: lower case, no accents, one form of
// each Arabic letter, simplified Chinese letters.
type letters struct {
	class [small]class
	fold  [small]uint16 // 0: left out
	han   map[rune]rune
}

func newLetters() *letters {
	l := &letters{han: map[rune]rune{}}
	for r := range rune(small) {
		l.class[r] = slowClass(r)
		l.fold[r] = uint16(slowFold(r))
	}
	pairs := []rune(traditional)
	for i := 0; i+1 < len(pairs); i += 2 {
		l.han[pairs[i+1]] = pairs[i]
	}
	return l
}

func (l *letters) classOf(r rune) class {
	switch {
	case r < small:
		return l.class[r]
	case r >= 0xac00 && r <= 0xd7a3:
		return hangul
	case r >= 0x4e00 && r <= 0x9fff:
		return unspaced
	}
	return slowClass(r)
}

// folded gives the form under which r is compared, 0 when it is left out.
func (l *letters) folded(r rune) rune {
	switch {
	case r < small:
		return rune(l.fold[r])
	case r >= 0x4e00 && r <= 0x9fff:
		if simple, known := l.han[r]; known {
			return simple
		}
		return r
	case r >= 0xac00 && r <= 0xd7a3:
		return r
	}
	return slowFold(r)
}

// foldString folds a form for the trie. Signs are kept.
func (l *letters) foldString(s string) string {
	return strings.Map(func(r rune) rune {
		if f := l.folded(r); f != 0 {
			return f
		}
		return -1
	}, s)
}

func slowClass(r rune) class {
	switch {
	case r >= 0x2b0 && r <= 0x2ff: // signs that Unicode counts as letters
		return noLetter
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan):
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			return unspaced
		}
		return noLetter
	case unicode.Is(unicode.Hangul, r):
		return hangul
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		return spaced
	}
	return noLetter
}

// alike are letters that Unicode does not take apart.
var alike = map[rune]rune{
	'ı': 'i', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'ß': 's', 'æ': 'a', 'œ': 'o', 'ð': 'd', 'ə': 'e',
	'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ک': 'ك', 'ہ': 'ه',
}

func slowFold(r rune) rune {
	if unicode.Is(unicode.Cf, r) || r == 'ـ' || r < 0x900 && unicode.Is(unicode.Mn, r) {
		return 0
	}
	if r >= 0x900 && !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic) {
		return r
	}
	first, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(unicode.ToLower(r))))
	if a, known := alike[first]; known {
		return a
	}
	return first
}
