package search

import (
	"slices"
	"strings"
	"unicode"
)

// Query is what somebody looks for: every part of it must be in a text.
type Query struct {
	parts []part
}

// part is a word or a phrase.
type part struct {
	terms  []string // in their order
	prefix bool     // the last of them is the beginning of a term
	stems  []string // with marks; any of them will do instead
}

// Parse reads a query: words, and phrases in double quotes of any language's
// form. There is no input that cannot be read. Words that a hyphen, a dot or
// an apostrophe joins are a phrase; the English 's and the French l', d', qu'
// do not count. Of a longer query the first 16 words and phrases count.
func Parse(text string) Query {
	var q Query
	pieces := strings.Split(strings.Map(plainQuote, first(text, maxQuery)), `"`)
	for i, piece := range pieces {
		if i%2 == 1 && i < len(pieces)-1 { // an unclosed quote opens nothing
			q.add(piece, false)
			continue
		}
		for _, chunk := range strings.FieldsFunc(piece, separates) {
			q.add(elide(chunk), true)
		}
	}
	return q
}

// first gives the first n letters of a text.
func first(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i]
		}
	}
	return text
}

// plainQuote makes the quotation marks of all languages the plain one.
func plainQuote(r rune) rune {
	if strings.ContainsRune("“”„‟«»「」『』〝〞＂", r) {
		return '"'
	}
	return r
}

const apostrophes = "'’‘ʼʻ＇"

// separates reports whether r parts a query's words: blanks, and punctuation
// that does not join two words to one.
func separates(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("-‐‑._@&·・"+apostrophes, r)
}

var elided = []string{"l", "d", "j", "m", "n", "s", "t", "c", "qu"}

// elide takes the English genitive and the French elided words off a word.
func elide(chunk string) string {
	at := strings.IndexAny(chunk, apostrophes)
	if at < 0 {
		return chunk
	}
	if slices.Contains(elided, Fold(chunk[:at])) && Fold(chunk[at:]) != "" {
		return chunk[at:]
	}
	at = strings.LastIndexAny(chunk, apostrophes)
	if Fold(chunk[at:]) == "s" && Fold(chunk[:at]) != "" {
		return chunk[:at]
	}
	return chunk
}

// add adds a word or phrase; stems says whether a single word may match by one.
func (q *Query) add(text string, stems bool) {
	list := slices.Collect(words(text))
	if len(list) == 0 || len(q.parts) == maxParts {
		return
	}
	var p part
	for i, w := range list {
		if !w.run {
			p.terms = append(p.terms, cut(w.folded))
			continue
		}
		for t := range pairs(w) {
			p.terms = append(p.terms, t.text)
		}
		if i < len(list)-1 {
			continue
		}
		// The text's run may go on after the query's.
		if w.letters() > 1 {
			p.terms = p.terms[:len(p.terms)-1]
		} else {
			p.prefix = true
		}
	}
	if w := list[0]; stems && len(list) == 1 && !w.run {
		for _, s := range stemmers {
			p.stems = append(p.stems, s.stems(text[w.begin:w.end], w.folded)...)
		}
	}
	q.parts = append(q.parts, p)
}

// letters counts the letters of a run.
func (w word) letters() int { return len(w.places) }

// Empty reports whether the query has no word in it.
func (q Query) Empty() bool { return len(q.parts) == 0 }

// FTS5 gives the query for a full-text table of SQLite; the tags must be there
// as well. It is empty when nothing is asked for.
func (q Query) FTS5(tags ...Tag) string {
	var all []string
	for _, t := range tags {
		all = append(all, `"`+string(t)+`"`)
	}
	for _, p := range q.parts {
		s := `"` + strings.Join(p.terms, " ") + `"`
		if p.prefix {
			s += " *"
		}
		for _, stem := range p.stems {
			s += ` OR "` + stem + `"`
		}
		all = append(all, "("+s+")")
	}
	return strings.Join(all, " AND ")
}

// TSQuery gives the query for PostgreSQL, as the text of a tsquery.
func (q Query) TSQuery(tags ...Tag) string {
	var all []string
	for _, t := range tags {
		all = append(all, quote(string(t)))
	}
	for _, p := range q.parts {
		var phrase []string
		for _, t := range p.terms {
			phrase = append(phrase, quote(t))
		}
		s := strings.Join(phrase, " <-> ")
		if p.prefix {
			s += ":*"
		}
		for _, stem := range p.stems {
			s += " | " + quote(stem)
		}
		all = append(all, "("+s+")")
	}
	return strings.Join(all, " & ")
}
