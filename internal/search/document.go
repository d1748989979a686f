package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Tag is a property of a text that a query may ask for beside its words.
type Tag string

// TerritoryTag says that a text is about a territory.
func TerritoryTag(id string) Tag { return tag("t", id) }

// YearTag says that a text was published in a year.
func YearTag(year int) Tag { return tag("y", strconv.Itoa(year)) }

// LanguageTag says that a text is in a language, BCP 47.
func LanguageTag(language string) Tag { return tag("l", language) }

// LanguageTags gives the tags of a text in a language: the whole of it and the
// part before the hyphen, so that "zh" finds "zh-Hant".
func LanguageTags(language string) []Tag {
	return slices.Compact([]Tag{LanguageTag(primary(language)), LanguageTag(language)})
}

// tag writes a value with letters that both engines leave alone.
func tag(kind, value string) Tag {
	var b strings.Builder
	for _, r := range strings.ToLower(value) {
		if r < 0x80 && !isWord(r) {
			fmt.Fprintf(&b, "¤%x", r)
			continue
		}
		b.WriteRune(r)
	}
	return Tag(tagMark + kind + cut(b.String()))
}

// Document is what is indexed of a text.
type Document struct {
	terms []string // in their order
	stems []string // sorted, each once
	tags  []string
}

// NewDocument makes what is indexed of a text that consists of fields. Language
// is the text's, BCP 47. No phrase is found across two fields.
func NewDocument(language string, tags []Tag, fields ...string) Document {
	var d Document
	s, stems := stemmerOf(language)
	seen, known := map[string]int{}, map[string]bool{}
	size := 0
	for _, field := range fields {
		if len(d.terms) > 0 {
			d.terms = append(d.terms, boundary)
		}
		for t := range terms(field) {
			if seen[t.text] == 0 {
				size += len(t.text) + 8
			}
			if len(d.terms) >= maxTerms || size > maxTermBytes {
				break
			}
			if stems && t.stems && seen[t.text] < maxPositions {
				for _, stem := range s.stems(field[t.begin:t.end], t.text) {
					known[stem] = true
				}
			}
			d.add(t.text, seen)
		}
	}
	d.addStems(known)
	for _, t := range tags {
		d.tags = append(d.tags, string(t))
	}
	return d
}

// add adds a term; one that has as many places as PostgreSQL keeps gets no more.
func (d *Document) add(term string, seen map[string]int) {
	if seen[term]++; seen[term] > maxPositions {
		term = boundary
	}
	d.terms = append(d.terms, term)
}

func (d *Document) addStems(known map[string]bool) {
	size := 0
	for stem := range known {
		d.stems = append(d.stems, stem)
	}
	slices.Sort(d.stems)
	for i, stem := range d.stems {
		if size += len(stem) + 8; size > maxStemBytes {
			d.stems = d.stems[:i]
			return
		}
	}
}

// FTS5 gives the text to index in SQLite, in a table with tokenize='ascii'.
func (d Document) FTS5() string {
	return strings.Join(slices.Concat(d.terms, []string{boundary}, d.stems, []string{boundary}, d.tags), " ")
}

// TSVector gives the text of the tsvector to index in PostgreSQL: terms with
// their positions, stems and tags without.
func (d Document) TSVector() string {
	var b strings.Builder
	for i, t := range d.terms {
		if t != boundary {
			b.WriteString(quote(t) + ":" + strconv.Itoa(i+1) + " ")
		}
	}
	for _, t := range slices.Concat(d.stems, d.tags) {
		b.WriteString(quote(t) + " ")
	}
	return strings.TrimSpace(b.String())
}

// quote writes a lexeme for PostgreSQL. Terms have neither quotes nor
// backslashes in them; it is written as if they had.
func quote(term string) string {
	return "'" + strings.NewReplacer("'", "''", `\`, `\\`).Replace(term) + "'"
}
