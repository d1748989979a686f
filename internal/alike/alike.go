// Package alike finds texts that were copied from one another: wire copy that
// was shortened, put under another headline, put in another order, given a
// paragraph more or lightly edited. Texts about the same thing in other words
// are not alike. It knows no language, keeps no state and does no I/O.
//
// # Grams
//
// A text becomes the terms of package search, and these overlapping grams: three
// words, or five pairs of letters where a script writes no blanks, which are six
// letters. A gram is known by 32 bits of its hash.
//
// # Keys
//
// To be found, a text is cut into overlapping passages of [passage] grams; the
// smallest hash of each is a key: a MinHash of passages, known as winnowing
// (Schleimer, Wilkerson, Aiken 2003). Two texts that share passage+2 words in a
// row share a key for certain, and however much else one of them has does not
// matter; a MinHash of whole texts loses a short copy of a long text. An index
// holds the keys, about one for every twelve words, and is asked with all grams
// of a new text, so that edited passages are found as well.
//
// # Likeness
//
// Two texts that share keys are held against each other: shared grams that follow
// each other in both, with small gaps, make a passage, and the share of a text
// that lies in passages is how much of it stands in the other. See [Compare].
package alike

import (
	"cmp"
	"slices"

	"rightsdesk/internal/search"
)

// Text is a text made ready to be compared. The zero Text is like none.
type Text struct {
	at    []int32 // where each term begins, in half words, and the end of the last
	grams []Gram  // the gram that begins at each term, as far as there are enough
	size  []int32 // how many terms each gram has
	order []int32 // the places of the grams, by gram and place
}

// Gram is the hash of a gram.
type Gram uint32

// Widths, in half words: a pair of letters counts half a word.
const (
	wordWidth = 2
	pairWidth = 1
	gramWidth = 5 // three words, or five pairs
)

// maxTerms is how many terms of a text count, its first ones.
const maxTerms = 20_000

// New makes a text ready.
func New(text string) Text {
	var t Text
	var hashes []uint64
	var end int32
	for term, whole := range search.Terms(text) {
		if len(hashes) == maxTerms {
			break
		}
		t.at = append(t.at, end)
		hashes = append(hashes, hash(term))
		if end += wordWidth; !whole {
			end += pairWidth - wordWidth
		}
	}
	t.at = append(t.at, end)
	for i := range hashes {
		n := 0
		for i+n < len(hashes) && t.at[i+n]-t.at[i] < gramWidth {
			n++
		}
		if t.at[i+n]-t.at[i] < gramWidth {
			break
		}
		t.grams = append(t.grams, combine(hashes[i:i+n]))
		t.size = append(t.size, int32(n))
		t.order = append(t.order, int32(i))
	}
	slices.SortFunc(t.order, func(a, b int32) int { return cmp.Or(cmp.Compare(t.grams[a], t.grams[b]), cmp.Compare(a, b)) })
	return t
}

// Words is how long the text is, in words.
func (t Text) Words() int {
	if len(t.at) == 0 {
		return 0
	}
	return int(t.at[len(t.at)-1]) / wordWidth
}

// Grams gives the grams of the text in their order.
func (t Text) Grams() []Gram { return t.grams }

// hash is FNV-1a of 64 bits.
func hash(term string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(term) {
		h = (h ^ uint64(term[i])) * 1099511628211
	}
	return h
}

// combine makes a gram of its terms' hashes, by the mixing steps of SplitMix64,
// so that which gram of a passage is smallest does not depend on its words.
func combine(terms []uint64) Gram {
	var h uint64
	for _, t := range terms {
		h = (h ^ t) + 0x9e3779b97f4a7c15
		h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
		h = (h ^ h>>27) * 0x94d049bb133111eb
		h ^= h >> 31
	}
	return Gram(h >> 32)
}

// NewArticle makes an article ready. A headline is written anew by whoever
// copies, so it counts only when there is next to no text.
func NewArticle(title, text string) Text {
	t := New(text)
	if t.Words() < minShared {
		return New(title + "\n\n" + text)
	}
	return t
}

// Words is how long a text is, in words; two letters of a script without blanks
// are one.
func Words(text string) int {
	half := 0
	for _, whole := range search.Terms(text) {
		if half += pairWidth; whole {
			half += wordWidth - pairWidth
		}
	}
	return half / wordWidth
}
