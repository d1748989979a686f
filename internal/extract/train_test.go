package extract

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var trainForest = flag.Bool("train", false, "grow the forest anew from the tuned pages, and write forest_data.go")
var trainFolds = flag.Int("folds", 0, "with -train: only measure, growing on all folds but one for each")

// How the forest is grown. The numbers were chosen by -folds on the tuned pages.
const (
	trainTrees  = 220
	trainLeaves = 8
	trainRate   = 0.05
	trainLeast  = 60  // parts in a leaf
	trainRidge  = 5.0 // how much a leaf's value is pulled to 0
	trainAsked  = 0.4 // share of the signs that a tree may ask for
	trainBins   = 64
)

// example is one part of a marked page.
type example struct {
	page          int
	row           []float64
	bins          []uint8
	words, marked float64 // how many it has, and the share of them that a person marked
	odds          float64 // while growing
	held          float64 // by a forest that was grown without its page
}

func (e *example) weight() float64 { return math.Sqrt(max(1, e.words)) }

// TestTrain grows the forest, when asked to.
func TestTrain(t *testing.T) {
	if !*trainForest {
		t.Skip("only with -train")
	}
	pages := evalCorpus(t, 0, "tuned")
	var all []*example
	for i, p := range pages {
		if p.truth.PageType == "article" {
			all = append(all, examplesOf(t, i, p)...)
		}
	}
	bounds := binned(all)
	if *trainFolds > 0 {
		for k := range *trainFolds {
			var rest []*example
			for _, e := range all {
				if e.page%*trainFolds != k {
					rest = append(rest, e)
				}
			}
			f := parseForest(grow(rest, bounds))
			for _, e := range all {
				if e.page%*trainFolds == k {
					e.held = f.odds(e.row)
				}
			}
		}
		for _, bound := range []float64{-0.6, -0.4, -0.2, 0, 0.2} {
			logFolds(t, pages, all, bound)
		}
		return
	}
	text := grow(all, bounds)
	src := "package extract\n\n// forestText is the forest, a tree a line. It is written by\n//\n//\tgo test -run TestTrain -train ./internal/extract\nconst forestText = `\n" + text + "`\n"
	if err := os.WriteFile("forest_data.go", []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
}

func examplesOf(t *testing.T, page int, p evalPage) []*example {
	text, err := decode(p.html, "")
	if err != nil {
		t.Fatal(err)
	}
	from := address(p.truth.URL)
	s, _, err := sheetOf(text, from, now)
	if err != nil {
		t.Fatal(err)
	}
	var out []*example
	for i, share := range shares(s.hashes, hashes(p.truth.Content).runs()) {
		out = append(out, &example{page: page, row: s.row(i), words: float64(len(s.hashes[i])), marked: share})
	}
	return out
}

// binned sorts each sign's values into bins of equal numbers, and gives the
// bounds between them.
func binned(all []*example) [][]float64 {
	bounds := make([][]float64, len(signs))
	for j := range signs {
		values := make([]float64, len(all))
		for i, e := range all {
			values[i] = e.row[j]
		}
		slices.Sort(values)
		values = slices.Compact(slices.Clone(values))
		for k := 1; k < trainBins; k++ {
			at := k * len(values) / trainBins
			if at == 0 {
				continue
			}
			b, _ := strconv.ParseFloat(fmt.Sprintf("%.4g", (values[at-1]+values[at])/2), 64)
			if len(bounds[j]) == 0 || b > bounds[j][len(bounds[j])-1] {
				bounds[j] = append(bounds[j], b)
			}
		}
	}
	for _, e := range all {
		e.bins = make([]uint8, len(signs))
		for j := range signs {
			e.bins[j] = uint8(sortedAbove(bounds[j], e.row[j]))
		}
	}
	return bounds
}

// sortedAbove gives how many bounds a value is not below.
func sortedAbove(bounds []float64, v float64) int {
	n, exact := slices.BinarySearch(bounds, v)
	return n + right(exact)
}

// grow gives the forest's text. Each tree is fitted to what the trees before it
// leave open (gradient boosting of the logistic loss, Friedman 2001), the leaf
// with the most to gain first.
func grow(all []*example, bounds [][]float64) string {
	random := rand.New(rand.NewPCG(1, 2))
	var out strings.Builder
	for _, e := range all {
		e.odds = 0
	}
	for range trainTrees {
		asked := random.Perm(len(signs))[:int(trainAsked*float64(len(signs)))]
		root := newLeaf(all, asked, bounds)
		leaves := []*leaf{root}
		for len(leaves) < trainLeaves {
			best := slices.MaxFunc(leaves, func(a, b *leaf) int { return cmp.Compare(a.gain, b.gain) })
			if best.gain <= 0 {
				break
			}
			best.split(asked, bounds)
			leaves = append(slices.DeleteFunc(leaves, func(l *leaf) bool { return l == best }), best.below, best.above)
		}
		for _, l := range leaves {
			l.value, _ = strconv.ParseFloat(fmt.Sprintf("%.3g", trainRate*l.sum/(l.curve+trainRidge)), 64)
			for _, e := range l.examples {
				e.odds += l.value
			}
		}
		out.WriteString(root.text() + "\n")
	}
	return out.String()
}

// leaf is a set of examples with the best question to split it.
type leaf struct {
	examples     []*example
	sum, curve   float64 // of the loss: its slope and how it bends
	value, gain  float64
	sign, bin    int
	bound        float64
	below, above *leaf
}

func newLeaf(examples []*example, asked []int, bounds [][]float64) *leaf {
	l := &leaf{examples: examples}
	type bin struct {
		n          int
		sum, curve float64
	}
	hist := make([][trainBins + 1]bin, len(signs))
	for _, e := range examples {
		p := likelihood(e.odds)
		slope, bend := e.weight()*(float64(right(e.marked >= 0.5))-p), e.weight()*p*(1-p)
		l.sum, l.curve = l.sum+slope, l.curve+bend
		for _, j := range asked {
			b := &hist[j][e.bins[j]]
			b.n, b.sum, b.curve = b.n+1, b.sum+slope, b.curve+bend
		}
	}
	worth := func(sum, curve float64) float64 { return sum * sum / (curve + trainRidge) }
	for _, j := range asked {
		var left bin
		for k, bound := range bounds[j] {
			left = bin{left.n + hist[j][k].n, left.sum + hist[j][k].sum, left.curve + hist[j][k].curve}
			if left.n < trainLeast || len(examples)-left.n < trainLeast {
				continue
			}
			gain := worth(left.sum, left.curve) + worth(l.sum-left.sum, l.curve-left.curve) - worth(l.sum, l.curve)
			if gain > l.gain+1e-9 {
				l.gain, l.sign, l.bin, l.bound = gain, j, k, bound
			}
		}
	}
	return l
}

func (l *leaf) split(asked []int, bounds [][]float64) {
	var below, above []*example
	for _, e := range l.examples {
		if int(e.bins[l.sign]) <= l.bin {
			below = append(below, e)
		} else {
			above = append(above, e)
		}
	}
	l.below, l.above = newLeaf(below, asked, bounds), newLeaf(above, asked, bounds)
}

func (l *leaf) text() string {
	if l.below == nil {
		return strconv.FormatFloat(l.value, 'g', -1, 64)
	}
	return signs[l.sign].name + " " + strconv.FormatFloat(l.bound, 'g', -1, 64) + " " + l.below.text() + " " + l.above.text()
}

// logFolds logs what taking the parts above a bound gives, about as the
// evaluation counts it.
func logFolds(t *testing.T, pages []evalPage, all []*example, bound float64) {
	f1, exact, n := 0.0, 0, 0
	byPage := map[int][]*example{}
	for _, e := range all {
		byPage[e.page] = append(byPage[e.page], e)
	}
	for i, list := range byPage {
		hit, taken := 0.0, 0.0
		for _, e := range list {
			if e.held > bound {
				hit += e.words * e.marked
				taken += e.words
			}
		}
		f := 2 * hit / max(1, taken+float64(len(hashes(pages[i].truth.Content))))
		f1 += f
		exact += right(f > 0.995)
		n++
	}
	t.Logf("bound %.2f: F1 %.4f, nearly exact %.3f of %d pages", bound, f1/float64(n), float64(exact)/float64(n), n)
}
