package search

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball"
	"golang.org/x/text/unicode/norm"
)

// stemmer is one of Snowball's (https://snowballstem.org).
type stemmer struct {
	language string // ISO 639-1, the mark of its stems
	name     string
	script   *unicode.RangeTable
}

var stemmers = []stemmer{
	{"en", "english", unicode.Latin}, {"fr", "french", unicode.Latin}, {"ru", "russian", unicode.Cyrillic},
	{"es", "spanish", unicode.Latin}, {"sv", "swedish", unicode.Latin}, {"no", "norwegian", unicode.Latin},
	{"hu", "hungarian", unicode.Latin},
}

// stemmerOf gives the stemmer of a language, false where there is none.
func stemmerOf(tag string) (stemmer, bool) {
	language := primary(tag)
	if language == "nb" || language == "nn" {
		language = "no"
	}
	i := slices.IndexFunc(stemmers, func(s stemmer) bool { return s.language == language })
	if i < 0 {
		return stemmer{}, false
	}
	return stemmers[i], true
}

// primary gives the language of a BCP 47 tag.
func primary(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return strings.ToLower(tag)
}

// stems gives the stems of a word as it stands in a text, with their marks.
// Endings have accents, so the word is stemmed as written; since many type
// without them, also as folded.
func (s stemmer) stems(written, folded string) []string {
	if !s.takes(folded) {
		return nil
	}
	out := []string{s.stem(folded)}
	if plain := plainWord(written); plain != folded && s.takes(plain) {
		if stem := s.stem(plain); stem != out[0] {
			out = append(out, stem)
		}
	}
	return out
}

func (s stemmer) takes(word string) bool {
	return word != "" && len(word) <= maxTerm && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(s.script, r) })
}

func (s stemmer) stem(word string) string {
	stem, err := snowball.Stem(word, s.name, true)
	if err != nil {
		panic(err) // the name is none of Snowball's: a fault of ours
	}
	return stemMark + s.language + cut(Fold(stem))
}

// plainWord is a word in lower case with its accents.
func plainWord(written string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'ё':
			return 'е' // the Russian stemmer asks for it
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(written)))
}
