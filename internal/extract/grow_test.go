package extract

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// growing is how a forest is grown. Each tree is fitted to what the trees before
// it leave open (gradient boosting of the logistic loss, Friedman 2001), the leaf
// with the most to gain first.
type growing struct {
	trees, leaves int
	rate          float64
	least         float64 // weight of the examples in a leaf
	ridge         float64 // how much a leaf's value is pulled to 0
	asked         float64 // share of the signs that a tree may ask for
}

// trainBins is how many bins the values of a sign are sorted into.
const trainBins = 64

// table holds what trees are grown on: the bins of the values, sign by sign.
type table struct {
	examples []*example
	bounds   [][]float64 // by sign
	bins     [][]uint8   // by sign, by example
}

// tabled sorts each sign's values into bins of equal numbers. Parts of which
// nobody said anything are left out.
func tabled(all []*example) *table {
	t := &table{bounds: make([][]float64, len(signs)), bins: make([][]uint8, len(signs))}
	for _, e := range all {
		if e.weight > 0 {
			t.examples = append(t.examples, e)
		}
	}
	values := make([]float64, len(t.examples))
	for j := range signs {
		for i, e := range t.examples {
			values[i] = e.row[j]
		}
		t.bounds[j] = boundsOf(values)
		t.bins[j] = make([]uint8, len(values))
		for i, v := range values {
			t.bins[j][i] = uint8(sortedAbove(t.bounds[j], v))
		}
	}
	return t
}

func boundsOf(values []float64) (bounds []float64) {
	values = slices.Clone(values)
	slices.Sort(values)
	values = slices.Compact(values)
	for k := 1; k < trainBins; k++ {
		at := k * len(values) / trainBins
		if at == 0 {
			continue
		}
		b := rounded((values[at-1]+values[at])/2, 4)
		if len(bounds) == 0 || b > bounds[len(bounds)-1] {
			bounds = append(bounds, b)
		}
	}
	return bounds
}

func rounded(v float64, digits int) float64 {
	r, err := strconv.ParseFloat(fmt.Sprintf("%.*g", digits, v), 64)
	if err != nil {
		panic(err)
	}
	return r
}

// sortedAbove gives how many bounds a value is not below.
func sortedAbove(bounds []float64, v float64) int {
	n, exact := slices.BinarySearch(bounds, v)
	return n + right(exact)
}

// grower grows one forest on some of a table's examples.
type grower struct {
	*table
	growing
	odds   []float64 // so far, by example
	pulls  []heap    // of each example
	asking []int     // the signs that the tree may ask for
}

// grow gives the text of a forest that is grown on some of the examples.
func (g growing) grow(t *table, some func(*example) bool) string {
	random := rand.New(rand.NewPCG(1, 2))
	w := grower{table: t, growing: g, odds: make([]float64, len(t.examples)), pulls: make([]heap, len(t.examples))}
	var rows []int32
	for i, e := range t.examples {
		if some(e) {
			rows = append(rows, int32(i))
		}
	}
	var out strings.Builder
	for range g.trees {
		w.asking = random.Perm(len(signs))[:int(g.asked*float64(len(signs)))]
		for _, i := range rows {
			e, p := t.examples[i], likelihood(w.odds[i])
			w.pulls[i] = heap{e.weight, e.weight * (e.label - p), e.weight * p * (1 - p)}
		}
		root := w.tree(rows)
		for _, i := range rows {
			w.odds[i] += root.valueOf(t, i)
		}
		out.WriteString(root.text() + "\n")
	}
	return out.String()
}

func (w *grower) tree(rows []int32) *leaf {
	root := w.leaf(rows, nil)
	leaves := []*leaf{root}
	for len(leaves) < w.leaves {
		best := 0
		for i, l := range leaves {
			if l.gain > leaves[best].gain {
				best = i
			}
		}
		l := leaves[best]
		if l.gain <= 0 {
			break
		}
		w.split(l)
		leaves[best] = l.below
		leaves = append(leaves, l.above)
	}
	for _, l := range leaves {
		l.value = rounded(w.rate*l.all.slope/(l.all.bend+w.ridge), 3)
		l.rows, l.hist = nil, nil
	}
	return root
}

// heap is the sums of some examples.
type heap struct{ weight, slope, bend float64 }

func (h heap) less(o heap) heap { return heap{h.weight - o.weight, h.slope - o.slope, h.bend - o.bend} }

// leaf is a set of examples with the best question to split it.
type leaf struct {
	rows         []int32
	all          heap
	hist         [][trainBins + 1]heap // by place in asking
	value, gain  float64
	sign, bin    int
	bound        float64
	below, above *leaf
}

// leaf sums up some examples; with another leaf's sums and those of its other
// half, by difference.
func (w *grower) leaf(rows []int32, hist [][trainBins + 1]heap) *leaf {
	l := &leaf{rows: rows, hist: hist}
	if hist == nil {
		l.hist = make([][trainBins + 1]heap, len(w.asking))
		for k, j := range w.asking {
			bins, sums := w.bins[j], &l.hist[k]
			for _, i := range rows {
				h, x := &sums[bins[i]], w.pulls[i]
				h.weight, h.slope, h.bend = h.weight+x.weight, h.slope+x.slope, h.bend+x.bend
			}
		}
	}
	for _, h := range l.hist[0] {
		l.all = heap{l.all.weight + h.weight, l.all.slope + h.slope, l.all.bend + h.bend}
	}
	worth := func(h heap) float64 { return h.slope * h.slope / (h.bend + w.ridge) }
	for k, j := range w.asking {
		var left heap
		for b, bound := range w.bounds[j] {
			h := l.hist[k][b]
			left = heap{left.weight + h.weight, left.slope + h.slope, left.bend + h.bend}
			rest := l.all.less(left)
			if left.weight < w.least || rest.weight < w.least {
				continue
			}
			if gain := worth(left) + worth(rest) - worth(l.all); gain > l.gain+1e-9 {
				l.gain, l.sign, l.bin, l.bound = gain, j, b, bound
			}
		}
	}
	return l
}

func (w *grower) split(l *leaf) {
	var below, above []int32
	for _, i := range l.rows {
		if int(w.bins[l.sign][i]) <= l.bin {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
	}
	if len(below) <= len(above) {
		l.below = w.leaf(below, nil)
		l.above = w.leaf(above, difference(l.hist, l.below.hist))
	} else {
		l.above = w.leaf(above, nil)
		l.below = w.leaf(below, difference(l.hist, l.above.hist))
	}
}

func difference(all, part [][trainBins + 1]heap) [][trainBins + 1]heap {
	out := make([][trainBins + 1]heap, len(all))
	for k := range all {
		for b := range all[k] {
			out[k][b] = all[k][b].less(part[k][b])
		}
	}
	return out
}

func (l *leaf) valueOf(t *table, i int32) float64 {
	for l.below != nil {
		if int(t.bins[l.sign][i]) <= l.bin {
			l = l.below
		} else {
			l = l.above
		}
	}
	return l.value
}

// text writes a tree as parseForest reads it.
func (l *leaf) text() string {
	if l.below == nil {
		return strconv.FormatFloat(l.value, 'g', -1, 64)
	}
	return signs[l.sign].name + " " + strconv.FormatFloat(l.bound, 'g', -1, 64) + " " + l.below.text() + " " + l.above.text()
}
