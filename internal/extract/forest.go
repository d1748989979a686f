package extract

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// A forest of small decision trees says how likely a part is the article's: each
// tree asks for up to seven signs and ends in a number; the numbers of all trees
// are the logarithm of the odds. The trees in forest_data.go were grown by
// train_test.go on the pages that rules are tuned on (docs/reading.md).
type forest []tree

// tree is the list of a tree's nodes; the first is its root.
type tree []fork

// fork asks whether a sign is below a bound, and goes on to the one node or the
// other. One that asks nothing has a value.
type fork struct {
	sign         int // its place in signs; -1 for none
	bound, value float64
	below, above int
}

// odds gives the logarithm of the odds that a row of signs leads to.
func (f forest) odds(row []float64) float64 {
	sum := 0.0
	for _, t := range f {
		at := t[0]
		for at.sign >= 0 {
			if row[at.sign] < at.bound {
				at = t[at.below]
			} else {
				at = t[at.above]
			}
		}
		sum += at.value
	}
	return sum
}

// likelihood turns odds into a number from 0 to 1.
func likelihood(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// grown is the forest of forest_data.go. A sign or a number that cannot be read
// is a mistake in that file, which a test would find.
var grown = sync.OnceValue(func() forest { return parseForest(forestText) })

// parseForest reads a tree a line: a fork is its sign, its bound, the node below
// and the node above; a node without questions is its value.
func parseForest(text string) forest {
	places := map[string]int{}
	for i, s := range signs {
		places[s.name] = i
	}
	var out forest
	for line := range strings.Lines(text) {
		if words := strings.Fields(line); len(words) > 0 {
			var t tree
			t.parse(words, places)
			out = append(out, t)
		}
	}
	return out
}

// parse reads one node and those under it, and gives the words that are left.
func (t *tree) parse(words []string, places map[string]int) []string {
	at := len(*t)
	*t = append(*t, fork{sign: -1})
	if value, err := strconv.ParseFloat(words[0], 64); err == nil {
		(*t)[at].value = value
		return words[1:]
	}
	sign, known := places[words[0]]
	bound, err := strconv.ParseFloat(words[1], 64)
	if !known || err != nil {
		panic("extract: the forest asks for " + words[0] + " " + words[1])
	}
	below := len(*t)
	words = t.parse(words[2:], places)
	above := len(*t)
	words = t.parse(words, places)
	(*t)[at] = fork{sign: sign, bound: bound, below: below, above: above}
	return words
}
