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

// termUnits are those of ages and terms, which contradict no other.
var termUnits = []string{"years", "months", "weeks", "days", "hours"}

// Subject gives a key that claims share which speak of the same: the same unit,
// measure, territories, counted noun and year, or as a statement the same
// territories, words and year. Empty for a claim that cannot be held against
// others. Language and date, which is EDTF, are those of its article.
func Subject(c Claim, language, published string) string {
	if len(c.Places) == 0 {
		return ""
	}
	places := strings.Join(sortedUnique(c.Places), " ") + "|" + first4(cmp.Or(c.AsOf, published))
	if c.Numbered() {
		if slices.Contains(termUnits, c.Unit) || c.Unit == "people" && search.Fold(c.Counted) == "" {
			return ""
		}
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

// first4 gives the year of a date.
func first4(date string) string { return date[:min(4, len(date))] }

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
