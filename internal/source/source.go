// Package source reads what sources announce: feeds (RSS, RDF, Atom, JSON Feed)
// and sitemaps, from bytes to entries. It is pure and forgiving: what is broken
// is read as far as it goes, with a warning each, and no input makes it use
// more than a few times its own size in memory.
package source

import "fmt"

// MaxEntries is how many entries of one feed or sitemap are given.
const MaxEntries = 10_000

// maxField is how many bytes of one text of a feed are read, and maxBodies how
// many bytes of summaries and contents are given together.
const (
	maxField  = 2 << 20
	maxBodies = 64 << 20
)

// reader turns elements into what they mean.
type reader struct {
	*notes
	feed   Feed
	bodies int // bytes of summaries and contents so far
}

// room reports whether there is room for another entry.
func (r *reader) room(have int) bool {
	if have >= MaxEntries {
		r.warn("there are more than %d entries; the others were passed over", MaxEntries)
		return false
	}
	return true
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// megabytes writes a number of bytes for people.
func megabytes(n int) string { return fmt.Sprintf("%d MB", n>>20) }
