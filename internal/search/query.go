package search

import (
	"slices"
	"strconv"
	"strings"
)

// Query is what somebody looks for: all of its parts must be in a text.
type Query struct {
	parts []part
}

// part is a word or a phrase.
type part struct {
	terms []string // in their order
	stems []string // of a single word, by language
	fold  string   // of a single word: as it is highlighted
}

// maxParts is how many words and phrases of a query count.
const maxParts = 16

// Parse reads a query: words, and phrases in double quotes. There is no input
// that cannot be read; marks mean nothing.
func Parse(text string) Query {
	var q Query
	for i, s := range strings.Split(strings.Map(quotes, text), `"`) {
		q.add(s, i%2 == 1)
	}
	if len(q.parts) > maxParts {
		q.parts = q.parts[:maxParts]
	}
	return q
}

// quotes makes the quotation marks of other languages the plain one.
func quotes(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»', '「', '」', '『', '』', '＂':
		return '"'
	}
	return r
}

func (q *Query) add(text string, phrase bool) {
	if phrase {
		if terms := Terms(text); len(terms) > 0 {
			q.parts = append(q.parts, part{terms: terms, fold: Fold(text)})
		}
		return
	}
	for _, w := range split(text) {
		p := part{terms: w.terms(), fold: w.folded}
		if !w.grams {
			for _, l := range languages {
				if stem := stemOf(w.folded, l); stem != "" && !slices.Contains(p.stems, stem) {
					p.stems = append(p.stems, stem)
				}
			}
		}
		q.parts = append(q.parts, p)
	}
}

// Empty reports whether the query looks for nothing.
func (q Query) Empty() bool { return len(q.parts) == 0 }

// FTS5 gives the query for a full-text table of SQLite with the columns terms,
// stems and tags. Every tag must be there as well. It is empty for nothing.
func (q Query) FTS5(tags ...string) string {
	var all []string
	for _, tag := range tags {
		all = append(all, `tags:"`+tag+`"`)
	}
	for _, p := range q.parts {
		s := `terms:"` + strings.Join(p.terms, " ") + `"`
		if len(p.terms) == 1 && len(p.stems) > 0 {
			s = `(` + s + ` OR stems:("` + strings.Join(p.stems, `" OR "`) + `"))`
		}
		all = append(all, s)
	}
	return strings.Join(all, " AND ")
}

// The prefixes that set stems and tags apart in PostgreSQL's one vector.
const (
	stemMark = "="
	tagMark  = "#"
)

// TSQuery gives the query for PostgreSQL.
func (q Query) TSQuery(tags ...string) string {
	var all []string
	for _, tag := range tags {
		all = append(all, quote(tagMark+tag))
	}
	for _, p := range q.parts {
		list := make([]string, len(p.terms))
		for i, t := range p.terms {
			list[i] = quote(t)
		}
		s := strings.Join(list, " <-> ")
		if len(p.terms) == 1 {
			for _, stem := range p.stems {
				s += " | " + quote(stemMark+stem)
			}
		}
		all = append(all, "("+s+")")
	}
	return strings.Join(all, " & ")
}

func quote(term string) string { return "'" + strings.ReplaceAll(term, "'", "''") + "'" }

// maxPositions is how often PostgreSQL keeps the place of one term.
const maxPositions = 255

// TSVector gives a text's vector for PostgreSQL, in its input form: terms with
// their positions, stems and tags without.
func TSVector(terms, stems, tags []string) string {
	var b strings.Builder
	seen := map[string]int{}
	for i, t := range terms {
		if seen[t]++; seen[t] > maxPositions || i >= MaxTerms {
			continue
		}
		b.WriteString(quote(t))
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(i + 1))
		b.WriteByte(' ')
	}
	for _, s := range stems {
		if key := stemMark + s; seen[key] == 0 {
			seen[key] = 1
			b.WriteString(quote(key) + " ")
		}
	}
	for _, t := range tags {
		b.WriteString(quote(tagMark+t) + " ")
	}
	return strings.TrimSpace(b.String())
}
