// Package search makes searchable terms of texts and of queries, for both
// engines alike and for every script of the desk. It does no I/O.
//
// # Terms
//
// A text is normalised (NFKC) and folded: lower case, no accents, one form of
// each Arabic letter, Western digits. A word of a script that writes blanks is
// one term. A run of Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese
// letters becomes its overlapping pairs and then its last letter alone: 北京市
// gives 北京, 京市, 市. So every part of a run of two letters or more is a phrase
// of pairs; and since each letter of a run begins exactly one of its terms, a
// query of a single letter is a search for the terms that begin with it.
//
// # Stems
//
// Phrases are looked up in the terms, in their order, and match exactly. Beside
// them a text has the Snowball stems of its words, without order, each with the
// mark [≈] and the stemmer's language before it: "workers" in an English text
// gives ≈enworker. Nobody says in which language they search, so a query's word
// matches as a term or as a stem under any of the languages; a stem of one
// language never matches a text of another.
//
// # Tags
//
// Territory, year and language of a text are terms with the mark [§].
//
// The marks, and the sign [·] that keeps phrases from crossing from one field
// to the next, are no letters, so no query can contain them. All other terms
// are lower-case letters, digits and marks. FTS5's tokenizer "ascii" takes all
// of that as letters and changes nothing of it; PostgreSQL's tsvector takes it
// in quotes. So one list of terms serves both.
package search

import "strings"

// The signs that set kinds of term apart.
const (
	boundary = "·"
	stemMark = "≈"
	tagMark  = "§"
)

// Bounds of what is indexed of a text and of what counts in a query. The first
// four keep below the limits of PostgreSQL's tsvector (manual, 12.11: positions
// to 16,383, 256 positions a lexeme, 1 MB in all), on both engines so that both
// find the same.
const (
	maxTerms     = 16_000  // terms of a text, its first ones
	maxPositions = 255     // of the same term; further ones have none
	maxTermBytes = 600_000 // of a text's terms together
	maxStemBytes = 300_000 // of a text's stems together
	maxTerm      = 64      // bytes; the rest of a longer word does not count
	maxQuery     = 400     // letters of a query
	maxParts     = 16      // words and phrases of a query
)

// Fold gives text in the form in which texts and names are compared: its words,
// folded, with one blank between them and nothing else. Folding it again changes
// nothing.
func Fold(text string) string {
	var b strings.Builder
	for w := range words(text) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.folded)
	}
	return b.String()
}

// cut bounds a term, between two letters.
func cut(term string) string {
	if len(term) <= maxTerm {
		return term
	}
	return strings.ToValidUTF8(term[:maxTerm], "")
}
