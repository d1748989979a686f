package geo

import (
	"strings"
	"sync"
)

// FormKind says what a form is.
type FormKind int

// The kinds of forms.
const (
	Name    FormKind = iota
	Demonym          // in French and Russian the part that does not change, in Arabic the masculine without article
	City             // a city, region or seat of government
	Phrase           // some words that contain a territory's name and mean another one, or none
	Native           // the territory's name in a language of its own
)

// Form is a word or some words by which a text means a territory.
type Form struct {
	Text      string
	Lang      string // empty for Native
	Territory string // empty for a phrase that means none
	Kind      FormKind
	Capital   bool // the city is the capital, or was until lately
}

// tables are the files with a column for each language.
var tables = []struct {
	file    string
	kind    FormKind
	capital bool
}{{"others.tsv", Name, false}, {"demonyms.tsv", Demonym, false}, {"capitals.tsv", City, true}, {"cities.tsv", City, false}, {"regions.tsv", City, false}}

// Forms gives all forms, the usual reading of those that Readings lists
// included, without repetitions. The list is made once; it is not to be changed.
func Forms() []Form { return formsOf() }

var formsOf = sync.OnceValue(newForms)

func newForms() []Form {
	c := collector{forms: make([]Form, 0, formsRoom), seen: make(map[Form]bool, formsRoom)}
	for _, t := range load().all {
		for i, l := range languages {
			c.add(Form{Text: plainName(t.names[i]), Lang: l, Territory: t.ID})
		}
	}
	for _, row := range rows("names.tsv") {
		c.row(row, Form{})
	}
	for _, row := range rows("alternatives.tsv") {
		c.add(Form{Text: plainName(row[2]), Lang: row[1], Territory: row[0]})
	}
	for _, t := range tables {
		for _, row := range rows(t.file) {
			c.row(row, Form{Kind: t.kind, Capital: t.capital})
		}
	}
	for _, row := range rows("zones.tsv") {
		for i, cell := range row[1:] {
			c.add(Form{Text: cell, Lang: languages[len(languages)-len(row)+1+i], Territory: row[0], Kind: City, Capital: true})
		}
	}
	c.words()
	for _, row := range rows("natives.tsv") {
		for _, text := range list(row[1]) {
			c.add(Form{Text: text, Territory: row[0], Kind: Native})
		}
	}
	for _, row := range rows("phrases.tsv") {
		c.add(Form{Text: row[1], Lang: row[0], Territory: row[2], Kind: Phrase})
	}
	for _, r := range Readings() {
		if usual := r.Of[0].Territory; usual != "" {
			c.add(Form{Text: r.Text, Lang: r.Lang, Territory: usual, Kind: r.Kind, Capital: r.Capital})
		}
	}
	return c.forms
}

// formsRoom is a little more than there are forms.
const formsRoom = 15_000

// collector gathers forms, each once.
type collector struct {
	forms []Form
	seen  map[Form]bool
}

func (c *collector) add(f Form) {
	if f.Text != "" && !c.seen[f] {
		c.seen[f] = true
		c.forms = append(c.forms, f)
	}
}

// row adds the forms of a row that has a cell for each language; like gives
// what they have in common.
func (c *collector) row(row []string, like Form) {
	like.Territory = row[0]
	for i, cell := range row[1:] {
		like.Lang = languages[i]
		for _, text := range list(cell) {
			like.Text = plainName(text)
			c.add(like)
		}
	}
}

// wordKinds are the kinds of forms in words.tsv.
var wordKinds = map[string]Form{
	"name": {Kind: Name}, "demonym": {Kind: Demonym}, "capital": {Kind: City, Capital: true}, "city": {Kind: City}, "phrase": {Kind: Phrase},
}

// words adds the forms of the languages that have no column in the other files.
func (c *collector) words() {
	for _, row := range rows("words.tsv") {
		f := wordKinds[row[1]]
		f.Lang, f.Territory = row[0], territory(row[2])
		for _, text := range list(row[3]) {
			f.Text = text
			c.add(f)
		}
	}
}

// plainName takes off what a name in a list has in brackets, and writes "and"
// where it has a sign.
func plainName(name string) string {
	if at := strings.IndexAny(name, "(（"); at > 0 {
		name = name[:at]
	}
	return strings.TrimSpace(strings.ReplaceAll(name, " & ", " and "))
}
