// Package search makes searchable words of texts and of queries, for both
// engines alike and for every script of the desk. It does no I/O.
//
// A text becomes terms. A word of a script with blanks is one term, folded:
// lower case, without accents, Arabic letters in one form. A run of Chinese,
// Japanese, Korean, Thai, Lao, Khmer or Burmese letters becomes its overlapping
// pairs, so that every part of it of two letters or more is found; a run of one
// letter is that letter. Beside the terms in their order, which phrases are
// looked up in, a text has stems: those of its words by the Snowball stemmers
// of its language. A query's word matches as a term or as a stem of any of the
// languages, since nobody says in which language they search.
//
// A term is written with the letters a to z, digits and the bytes of other
// letters as they are, so that FTS5's ascii tokenizer and PostgreSQL's tsvector
// see the same.
package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball"
	"golang.org/x/text/unicode/norm"
)

// The bounds that PostgreSQL's tsvector sets, kept on both engines: terms
// beyond so many are not indexed, nor is what of a term is longer.
const (
	MaxTerms   = 16_000
	maxTermLen = 64 // bytes
)

// Fold gives text in the form in which words are compared.
func Fold(text string) string {
	var b strings.Builder
	for i, w := range split(text) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.folded)
	}
	return b.String()
}

// Terms gives the terms of a text in their order.
func Terms(text string) []string {
	var out []string
	for _, w := range split(text) {
		out = append(out, w.terms()...)
		if len(out) >= MaxTerms {
			return out[:MaxTerms]
		}
	}
	return out
}

// Stems gives the stems of a text's words by the stemmer of its language; none
// for a language without one.
func Stems(text, language string) []string {
	stemmer := stemmers[primary(language)]
	if stemmer == "" {
		return nil
	}
	var out []string
	for _, w := range split(text) {
		if w.grams {
			continue
		}
		if stem := stemOf(w.folded, stemmer); stem != "" {
			out = append(out, stem)
		}
		if len(out) >= MaxTerms {
			break
		}
	}
	return out
}

// stemmers are Snowball's, by language.
var stemmers = map[string]string{
	"en": "english", "fr": "french", "ru": "russian", "es": "spanish", "sv": "swedish", "no": "norwegian", "nb": "norwegian", "hu": "hungarian",
}

// languages in which a query's words are stemmed.
var languages = []string{"english", "french", "russian", "spanish"}

func primary(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return strings.ToLower(tag)
}

func stemOf(word, stemmer string) string {
	stem, err := snowball.Stem(word, stemmer, true)
	if err != nil || len(stem) > maxTermLen || strings.ContainsFunc(stem, func(r rune) bool { return !wordRune(r) }) {
		return ""
	}
	return stem
}

// word is a word of a text, or a run of letters that becomes pairs.
type word struct {
	folded     string
	grams      bool
	begin, end int // bytes of the text
}

func (w word) terms() []string {
	if !w.grams {
		return []string{w.folded}
	}
	runes := []rune(w.folded)
	if len(runes) == 1 {
		return []string{w.folded}
	}
	out := make([]string, 0, len(runes)-1)
	for i := range len(runes) - 1 {
		out = append(out, string(runes[i:i+2]))
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// unspaced are the scripts without blanks between words, and Hangul, whose
// words carry their particles.
func unspaced(r rune) bool {
	return r > 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// split gives the words of a text. Text that NFKC changes is not changed here:
// each word is folded by itself, so that places in the text stay known.
func split(text string) []word {
	var out []word
	from, grams := -1, false
	end := func(to int) {
		if from >= 0 {
			if folded := fold(text[from:to]); folded != "" {
				out = append(out, word{folded, grams, from, to})
			}
			from = -1
		}
	}
	for i, r := range text {
		switch {
		case !wordRune(r):
			end(i)
		case from < 0:
			from, grams = i, unspaced(r)
		case unspaced(r) != grams && !unicode.IsMark(r):
			end(i)
			from, grams = i, unspaced(r)
		}
	}
	end(len(text))
	return out
}

// fold folds one word.
func fold(s string) string {
	if ascii(s) {
		return cut(strings.ToLower(s))
	}
	s = strings.ToLower(norm.NFKC.String(s))
	var b strings.Builder
	for _, r := range s {
		if unicode.Is(unicode.Hangul, r) {
			b.WriteRune(r)
			continue
		}
		for _, d := range norm.NFD.String(string(r)) {
			if d = form(d); d >= 0 {
				b.WriteRune(d)
			}
		}
	}
	return cut(b.String())
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// form gives the form of a letter in which it is compared, -1 for none.
func form(r rune) rune {
	switch r {
	case 'ـ':
		return -1
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ئ':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ک':
		return 'ك'
	case 'ؤ':
		return 'و'
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	}
	// Vowel signs of Thai and its like are marks that belong to the word; the
	// accents of Latin, Greek, Cyrillic, Hebrew and Arabic letters do not.
	if unicode.Is(unicode.Mn, r) && r < 0xe00 || !wordRune(r) {
		return -1
	}
	return unicode.ToLower(r)
}

// cut bounds a term, between two letters.
func cut(s string) string {
	if len(s) <= maxTermLen {
		return s
	}
	return strings.ToValidUTF8(s[:maxTermLen], "")
}
