package desk

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/search"
)

// Of a word as many letters count in a subject, so that forms of one word are
// one; of a statement as many words, its longest ones of that many letters.
const (
	subjectLetters = 6
	subjectWords   = 3
	subjectLeast   = 5
)

// headFirst are languages in which what is counted stands before what tells
// more of it.
var headFirst = []string{"fr", "es", "ar", "fa", "pt", "it"}

// Subject gives a key that claims share which speak of the same: the same unit,
// measure, territories and counted noun, or as a statement the same territories
// and words. Empty for a claim that cannot be held against others. Language is
// that of its article.
func Subject(c Claim, language string) string {
	if len(c.Places) == 0 {
		return ""
	}
	places := strings.Join(sortedUnique(c.Places), " ")
	if c.Numbered() {
		return strings.Join([]string{"n", c.Unit, c.Measure, places, counted(c, language)}, "|")
	}
	words := slices.DeleteFunc(strings.Fields(search.Fold(c.Words)), func(w string) bool { return utf8.RuneCountInString(w) < subjectLeast })
	if len(words) < subjectWords {
		return ""
	}
	slices.SortStableFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), cmp.Compare(a, b))
	})
	words = words[:subjectWords]
	for i := range words {
		words[i] = stump(words[i])
	}
	return strings.Join([]string{"s", places, strings.Join(sortedUnique(words), " ")}, "|")
}

// counted gives the noun that is counted.
func counted(c Claim, language string) string {
	words := strings.Fields(search.Fold(c.Counted))
	switch {
	case len(words) == 0:
		return ""
	case slices.Contains(headFirst, language):
		return stump(words[0])
	}
	return stump(words[len(words)-1])
}

func stump(word string) string {
	for i, n := 0, 0; i < len(word); n++ {
		if n == subjectLetters {
			return word[:i]
		}
		_, size := utf8.DecodeRuneInString(word[i:])
		i += size
	}
	return word
}
