package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/search"
)

// spoken is a text whose words are looked for: folded, and as words.
type spoken struct {
	whole string
	words []string
}

// newSpoken makes a text ready for [spoken.says].
func newSpoken(text string) spoken {
	folded := search.Fold(text)
	return spoken{whole: folded, words: wordsOf(folded)}
}

func wordsOf(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

// askable reports whether a term has letters enough to be looked for.
func askable(term string) bool {
	folded := search.Fold(term)
	for _, w := range wordsOf(folded) {
		if utf8.RuneCountInString(w) > 1 {
			return true
		}
	}
	return false
}

// wanted is a term made ready to be looked for.
type wanted struct {
	text   string // as it was typed
	folded string
	words  []string
	run    bool // of a script that writes no blanks, or Korean, whose particles hang on
}

func newWanted(term string) wanted {
	folded := search.Fold(term)
	return wanted{term, folded, wordsOf(folded), strings.ContainsFunc(folded, unspaced)}
}

// says reports whether the words of a term stand in the text one behind the
// other, each in any of its forms; of a run, whether its letters do.
func (s spoken) says(term wanted) bool {
	if term.run {
		return strings.Contains(s.whole, term.folded)
	}
	for i := 0; len(term.words) > 0 && i+len(term.words) <= len(s.words); i++ {
		k := 0
		for k < len(term.words) && sameWord(s.words[i+k], term.words[k]) {
			k++
		}
		if k == len(term.words) {
			return true
		}
	}
	return false
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Letters that two forms of a word may differ by: at least so many are the same
// at their beginning, and at most so many follow in the longer and the shorter.
const (
	stemLetters  = 4
	longEndings  = 3
	shortEndings = 2
)

// sameWord reports whether two folded words are forms of one: "workers" and
// "worker", "рабочих" and "рабочие". Languages without a stemmer are treated
// like those with one, so it is a rule about letters; "worker" and "working"
// are the same by it, "prisons" and "principal" are not.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(bare(a)), []rune(bare(b))
	if len(x) < len(y) {
		x, y = y, x
	}
	same := 0
	for same < len(y) && x[same] == y[same] {
		same++
	}
	need := stemLetters
	if len(y) > 0 && unicode.Is(unicode.Arabic, y[0]) {
		need-- // it writes no short vowels
	}
	return same >= need && len(x)-same <= longEndings && len(y)-same <= shortEndings
}

// bare is an Arabic word without the article and what is written together with it.
func bare(w string) string {
	for _, p := range []string{"وال", "بال", "كال", "فال", "لل", "ال"} {
		if rest, found := strings.CutPrefix(w, p); found && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}
