package alike

import (
	"cmp"
	"slices"
)

// Likeness is how much two texts have of each other.
type Likeness struct {
	Of     float64 // how much of the first stands in the second, 0 to 1
	By     float64 // how much of the second stands in the first, 0 to 1
	Shared int     // words in the passages of the text that has fewer of them
}

// Bounds of a passage, in half words.
const (
	gap        = 6 * wordWidth // left out or put in between two shared grams
	minPassage = 8 * wordWidth // a shorter one is a name or a turn of phrase
	minDense   = 0.4           // of a passage that stands in shared grams
)

// repeats is how often a gram may stand in a text to be looked at.
const repeats = 6

// Compare finds the passages that two texts share. A passage is a run of shared
// grams in the same order with gaps of six words at most on either side.
func Compare(a, b Text) Likeness {
	if len(a.grams) == 0 || len(b.grams) == 0 {
		return Likeness{}
	}
	var inA, inB cover
	for _, c := range chains(a, b) {
		if c.good() {
			inA.add(c.begin[0], c.end[0])
			inB.add(c.begin[1], c.end[1])
		}
	}
	sharedA, sharedB := inA.sum(), inB.sum()
	return Likeness{
		Of:     float64(sharedA) / float64(a.at[len(a.at)-1]),
		By:     float64(sharedB) / float64(b.at[len(b.at)-1]),
		Shared: int(min(sharedA, sharedB)) / wordWidth,
	}
}

// chain is a run of shared grams; places are in half words, in both texts.
type chain struct {
	begin, last, end [2]int32
	dense            int32 // how much of it stands in shared grams, in the first text
}

func (c chain) good() bool {
	long := c.end[0] - c.begin[0]
	return long >= minPassage && c.end[1]-c.begin[1] >= minPassage && float64(c.dense) >= minDense*float64(long)
}

// chains gives the runs of shared grams of two texts.
func chains(a, b Text) []chain {
	var open, done []chain
	for _, p := range pairs(a, b) {
		from := [2]int32{a.at[p[0]], b.at[p[1]]}
		to := [2]int32{a.at[p[0]+a.size[p[0]]], b.at[p[1]+b.size[p[1]]]}
		open = slices.DeleteFunc(open, func(c chain) bool {
			over := from[0]-c.end[0] > gap
			if over {
				done = append(done, c)
			}
			return over
		})
		if at := follows(open, from); at >= 0 {
			open[at].extend(from, to)
			continue
		}
		open = append(open, chain{from, from, to, to[0] - from[0]})
	}
	return append(done, open...)
}

// pairs gives where the same gram stands in both texts, in the order of the
// first. Grams that stand in one of them too often are left out.
func pairs(a, b Text) (out [][2]int32) {
	for i, j := 0, 0; i < len(a.order) && j < len(b.order); {
		mine, yours := a.run(i), b.run(j)
		switch g, h := a.grams[mine[0]], b.grams[yours[0]]; {
		case g < h:
			i += len(mine)
		case h < g:
			j += len(yours)
		default:
			if len(mine) <= repeats && len(yours) <= repeats {
				for _, p := range mine {
					for _, q := range yours {
						out = append(out, [2]int32{p, q})
					}
				}
			}
			i, j = i+len(mine), j+len(yours)
		}
	}
	slices.SortFunc(out, func(p, q [2]int32) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) })
	return out
}

// run gives the places of one gram, the one at a place of the order.
func (t Text) run(from int) []int32 {
	to := from
	for to < len(t.order) && t.grams[t.order[to]] == t.grams[t.order[from]] {
		to++
	}
	return t.order[from:to]
}

// follows gives the open chain that a shared gram carries on, the nearest one;
// -1 for none.
func follows(open []chain, from [2]int32) int {
	best, near := -1, int32(0)
	for i, c := range open {
		if from[0] <= c.last[0] || from[1] <= c.last[1] || from[1]-c.end[1] > gap {
			continue
		}
		if off := from[0] - c.last[0] + from[1] - c.last[1]; best < 0 || off < near {
			best, near = i, off
		}
	}
	return best
}

func (c *chain) extend(from, to [2]int32) {
	c.dense += to[0] - max(from[0], c.end[0])
	c.last, c.end = from, [2]int32{max(c.end[0], to[0]), max(c.end[1], to[1])}
}

// cover is a set of stretches of a text.
type cover [][2]int32

func (c *cover) add(begin, end int32) { *c = append(*c, [2]int32{begin, end}) }

// sum is how much the stretches take together.
func (c cover) sum() (total int32) {
	slices.SortFunc(c, func(a, b [2]int32) int { return int(a[0] - b[0]) })
	var end int32
	for _, s := range c {
		total += max(0, s[1]-max(s[0], end))
		end = max(end, s[1])
	}
	return total
}
