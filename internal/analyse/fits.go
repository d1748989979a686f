package analyse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rightsdesk/internal/geo"
)

// fits reports whether a form may have its meaning at a place: in the text's
// language, with the capitals it needs, and not as a person's name.
func (s *scanner) fits(e *entry, begin, end int) bool {
	if !s.speaks(e) {
		return false
	}
	words := s.text[begin:end]
	first, _ := utf8.DecodeRuneInString(words)
	upper := unicode.IsUpper(first)
	switch {
	case e.upper && !upper:
		return false
	case e.exact != "" && !begins(words, e.exact):
		return false
	case e.acronym && (!capitals(words) || e.shouted(s, begin, end)):
		return false
	case e.people && upper && surname(words):
		return false
	case e.kind == geo.Demonym && s.tongue(begin, end):
		return false
	case strings.HasPrefix(s.text[end:], "$"): // US$
		return false
	case s.foreign && alsoWords[words] && s.beginsSentence(begin):
		return false
	}
	return !e.personal || !s.person(begin, end)
}

// speaks reports whether forms of the entry's language are looked for. Other
// scripts than the Latin tell their language themselves; texts in a language
// without forms of its own are searched for English ones, and those of other
// Latin languages for English names too.
func (s *scanner) speaks(e *entry) bool {
	switch e.language {
	case "fr", "es", "pt", "de", "tr", "vi", "fa":
		return s.language == e.language
	case "en":
		return !s.own || e.kind != geo.Demonym && e.kind != geo.Phrase && e.reading == nil
	case "ar":
		return s.language != "fa" || e.kind == geo.Name || e.kind == geo.City
	}
	return true
}

// begins reports whether words begin with a form, whatever the case, in one or
// more code points a letter.
func begins(words, form string) bool {
	if len(words) >= len(form) && strings.EqualFold(words[:len(form)], form) {
		return true
	}
	words = norm.NFC.String(words)
	return len(words) >= len(form) && strings.EqualFold(words[:len(form)], form)
}

// capitals reports whether no letter of the words is small.
func capitals(words string) bool { return !strings.ContainsFunc(words, unicode.IsLower) }

// shouted reports whether an acronym that is also a word ("US") stands in a
// line of capitals, where nothing tells them apart.
func (e *entry) shouted(s *scanner, begin, end int) bool {
	if end-begin != 2 || s.text[begin:end] != "US" {
		return false
	}
	before, _ := s.wordBefore(begin)
	behind, _ := s.wordBehind(end)
	return loud(before) || loud(behind)
}

func loud(word string) bool {
	return utf8.RuneCountInString(word) > 3 && capitals(word) && strings.ContainsFunc(word, unicode.IsUpper)
}

// surname reports whether a Russian word for people with a capital ends like a
// surname: Немцов.
func surname(word string) bool {
	word = strings.ToLower(word)
	for _, e := range []string{"ов", "ова", "ову", "овым", "овой", "ове"} {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// tongue reports whether the words around an English demonym make a language
// of it: "Russian-speaking", "in Spanish and French".
func (s *scanner) tongue(begin, end int) bool {
	after := s.text[end:]
	for _, mark := range []string{"-speaking", "-language", " language"} {
		if strings.HasPrefix(after, mark) {
			return true
		}
	}
	before, _ := s.wordBefore(begin)
	if !spoken[before] {
		return false
	}
	behind, _ := s.wordBehind(end)
	return behind == "" || behind == "and" || behind == "or"
}

// alsoWords are names that are common words of languages no forms were written
// for: property (Swahili), small (Croatian), five (Indonesian), own (Finnish),
// ill and line (Italian), word (Finnish). With a capital at the beginning of a
// sentence they tell nothing.
var alsoWords = map[string]bool{"Mali": true, "Lima": true, "Oman": true, "Male": true, "Riga": true, "Sana": true}

// beginsSentence reports whether a word stands at the beginning of the text, a
// line or a sentence.
func (s *scanner) beginsSentence(begin int) bool {
	before := strings.TrimRight(s.text[:begin], " \u00a0\"'“”„«»’‘(")
	return before == "" || strings.HasSuffix(before, "…") || strings.ContainsRune(".!?:\n", rune(before[len(before)-1]))
}

// spoken are the words after which a demonym without a noun is a language.
var spoken = set("in into speak speaks spoke speaking learn learning fluent")
