package alike

import (
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"rightsdesk/internal/search"
)

// adjustedRand is the adjusted Rand index of two divisions of the same things
// (Hubert and Arabie 1985): 1 when they agree, 0 when they do so by chance.
func adjustedRand(a, b []int) float64 {
	pairs := func(counts map[[2]int]int) (sum float64) {
		for _, n := range counts {
			sum += float64(n) * float64(n-1) / 2
		}
		return sum
	}
	both, left, right := map[[2]int]int{}, map[[2]int]int{}, map[[2]int]int{}
	for i := range a {
		both[[2]int{a[i], b[i]}]++
		left[[2]int{a[i]}]++
		right[[2]int{b[i]}]++
	}
	n := float64(len(a))
	together, chance := pairs(both), pairs(left)*pairs(right)/(n*(n-1)/2)
	best := (pairs(left) + pairs(right)) / 2
	if best == chance {
		return 1
	}
	return (together - chance) / (best - chance)
}

func TestAdjustedRand(t *testing.T) {
	for _, c := range []struct {
		a, b []int
		want float64
	}{
		{[]int{0, 0, 1, 1}, []int{5, 5, 7, 7}, 1},
		{[]int{0, 0, 1, 1}, []int{0, 1, 0, 1}, -.5},
		{[]int{0, 0, 0, 1, 1, 1}, []int{0, 0, 1, 1, 2, 2}, .24242424},
	} {
		if got := adjustedRand(c.a, c.b); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%v %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// signature is a MinHash of a whole text, the baseline.
type signature [128]uint64

func signatures(items []Item) []signature {
	out := make([]signature, len(items))
	for i, item := range items {
		for s := range out[i] {
			out[i][s] = math.MaxUint64
			for _, g := range item.Text.Grams() {
				h := (uint64(g) ^ uint64(s)<<32) * 0xbf58476d1ce4e5b9
				h = (h ^ h>>29) * 0x94d049bb133111eb
				out[i][s] = min(out[i][s], h^h>>32)
			}
		}
	}
	return out
}

// minHash links texts whose signatures agree in a share of their places; linked
// texts are one story.
func minHash(list []signature, least float64) (out []int) {
	sets := newSets(len(list))
	for i := range list {
		for j := range i {
			same := 0
			for s := range list[i] {
				if list[i][s] == list[j][s] {
					same++
				}
			}
			if float64(same) >= least*float64(len(list[i])) {
				sets.join(i, j)
			}
		}
	}
	for i := range list {
		out = append(out, sets.find(i))
	}
	return out
}

// vocabulary is the set of a text's words.
func vocabulary(text string) map[uint64]bool {
	out := map[uint64]bool{}
	for w := range strings.FieldsSeq(search.Fold(text)) {
		h := fnv.New64a()
		h.Write([]byte(w))
		out[h.Sum64()] = true
	}
	return out
}

// common is the share of the smaller vocabulary that the other has too.
func common(a, b map[uint64]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(a), len(b))))
}
