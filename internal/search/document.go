package search

import (
	"fmt"
	"maps"
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
	b := builder{seen: map[string]int{}, written: map[string]bool{}, stems: map[string]bool{}}
	b.stemmer, _ = stemmerOf(language)
	for _, field := range fields {
		b.add(field)
	}
	b.doc.stems = bounded(slices.Sorted(maps.Keys(b.stems)), maxStemBytes)
	for _, t := range tags {
		b.doc.tags = append(b.doc.tags, string(t))
	}
	return b.doc
}

// builder collects a document.
type builder struct {
	doc     Document
	stemmer stemmer
	seen    map[string]int  // terms, with how often
	size    int             // bytes of the terms in an index
	written map[string]bool // words, as they stand in the text, that were stemmed
	stems   map[string]bool
}

// lexeme is about how many bytes a lexeme takes in an index beside its text.
const lexeme = 8

// add adds a field. A term that has as many places as PostgreSQL keeps gets no
// more: a boundary stands there.
func (b *builder) add(field string) {
	d := &b.doc
	if len(d.terms) > 0 && len(d.terms) < maxTerms {
		d.terms = append(d.terms, boundary)
	}
	for t := range terms(field) {
		if b.seen[t.text] == 0 {
			b.size += len(t.text) + lexeme
		}
		if len(d.terms) >= maxTerms || b.size > maxTermBytes {
			return
		}
		b.stem(field[t.begin:t.end], t)
		if b.seen[t.text]++; b.seen[t.text] > maxPositions {
			t.text = boundary
		}
		d.terms = append(d.terms, t.text)
	}
}

func (b *builder) stem(written string, t term) {
	if b.stemmer.name == "" || !t.stems || b.written[written] {
		return
	}
	b.written[written] = true
	for _, stem := range b.stemmer.stems(written, t.text) {
		b.stems[stem] = true
	}
}

// bounded gives the first of a list's lexemes that take so many bytes together.
func bounded(list []string, size int) []string {
	for i, s := range list {
		if size -= len(s) + lexeme; size < 0 {
			return list[:i]
		}
	}
	return list
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
