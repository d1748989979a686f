package geo

import "strings"

// FormKind says what a form is.
type FormKind int

// The kinds of forms. A demonym in French or Russian is the beginning of its
// inflected forms. A phrase contains a territory's name and means the form's
// territory, or none.
const (
	Name FormKind = iota
	Demonym
	City
	Phrase
)

// Form is a word or some words by which a text means a territory.
type Form struct {
	Text      string
	Lang      string
	Territory string // empty for a phrase that means none
	Kind      FormKind
}

// Forms gives all forms. The list is made anew at each call.
func Forms() []Form {
	var out []Form
	add := func(kind FormKind, language, territory, list string) {
		for text := range strings.SplitSeq(list, "|") {
			if text != "" {
				out = append(out, Form{text, language, territory, kind})
			}
		}
	}
	for _, t := range load().all {
		for i, l := range languages {
			add(Name, l, t.ID, plainName(t.names[i]))
		}
	}
	for i, row := range rows("names.tsv") {
		for c, l := range languages {
			if i > 0 {
				add(Name, l, row[0], plainName(row[c+1]))
			}
		}
	}
	for _, row := range rows("english.tsv") {
		add(Demonym, "en", row[0], row[1])
		add(City, "en", row[0], row[2])
		add(Name, "en", row[0], row[3])
	}
	for _, row := range rows("others.tsv") {
		add(Demonym, row[1], row[0], row[2])
		add(City, row[1], row[0], row[3])
		add(Name, row[1], row[0], row[4])
	}
	for _, row := range rows("phrases.tsv") {
		add(Phrase, "en", strings.Join(row[1:], ""), row[0])
	}
	return out
}

// plainName takes off what a name in a list has in brackets, and writes "and"
// where it has a sign.
func plainName(name string) string {
	if at := strings.IndexAny(name, "(（"); at > 0 {
		name = name[:at]
	}
	return strings.TrimSpace(strings.ReplaceAll(name, " & ", " and "))
}
