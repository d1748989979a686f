package analyse

import (
	"cmp"
	"math"
	"slices"

	"rightsdesk/internal/geo"
)

// The weights of a mention, by what it is and where it stands. They and the
// thresholds were chosen by hand on the posts in testdata and on one half of a
// public corpus of attacks on human-rights defenders; see the evaluation.
const (
	nameWeight    = 1.0
	demonymWeight = 0.8
	cityWeight    = 0.7

	titleFactor = 3.0 // in the title
	leadFactor  = 1.6 // in the first paragraph

	aboutShare  = 0.40 // of the strongest territory's weight
	aboutWeight = 1.0  // least weight, unless it is the only territory
)

// weigh gives the territories that a text is about, and all with their counts.
func weigh(title, text []mention) ([]Scored, []Counted) {
	weights, counts := map[string]float64{}, map[string]int{}
	for _, m := range title {
		weights[m.territory] += titleFactor * weightOf(m.entry)
		counts[m.territory]++
	}
	for _, m := range text {
		w := weightOf(m.entry)
		if m.paragraph == 0 {
			w *= leadFactor
		}
		weights[m.territory] += w
		counts[m.territory]++
	}
	return about(weights), counted(counts, weights)
}

func weightOf(e *entry) float64 {
	switch {
	case e.kind == geo.Demonym:
		return demonymWeight
	case e.kind == geo.City && !e.capital:
		return cityWeight
	}
	return nameWeight
}

func about(weights map[string]float64) []Scored {
	top, sum := 0.0, 0.0
	for _, w := range weights {
		top, sum = max(top, w), sum+w
	}
	out := []Scored{}
	for id, w := range weights {
		if w >= aboutShare*top && (w >= aboutWeight || len(weights) == 1) {
			out = append(out, Scored{id, math.Round(100*w/sum) / 100})
		}
	}
	slices.SortFunc(out, func(a, b Scored) int {
		return cmp.Or(cmp.Compare(weights[b.ID], weights[a.ID]), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func counted(counts map[string]int, weights map[string]float64) []Counted {
	out := []Counted{}
	for id, n := range counts {
		out = append(out, Counted{id, n})
	}
	slices.SortFunc(out, func(a, b Counted) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(weights[b.ID], weights[a.ID]), cmp.Compare(a.ID, b.ID))
	})
	return out
}
