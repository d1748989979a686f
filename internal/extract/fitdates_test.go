package extract

import (
	"flag"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

var fitDates = flag.Bool("fitdates", false, "fit the weights of the places where dates stand; put what it logs into dateweights_data.go")

// datedPage is a page with the day that was marked, and what speaks for each day.
type datedPage struct {
	want   string
	signs  map[string][]string
	weight float64
}

// TestFitDates fits dateWeights to the tuned pages of docs/reading.md and the
// tuned half of those that come with the libraries: a logistic choice among the
// days of a page. It logs the share of days that are right on each fifth, with
// weights fitted to the other four.
func TestFitDates(t *testing.T) {
	if !*fitDates {
		t.Skip("only with -fitdates")
	}
	pages := datedPages(t)
	right, of := 0, 0
	for fold := range 5 {
		var rest, held []datedPage
		for i, p := range pages {
			if i%5 == fold {
				held = append(held, p)
			} else {
				rest = append(rest, p)
			}
		}
		weights := fitWeights(rest)
		for _, p := range held {
			of++
			right += count(p.best(weights) == p.want)
		}
	}
	t.Logf("%d of %d days right on held-out fifths", right, of)
	weights := fitWeights(pages)
	for _, sign := range slices.Sorted(maps.Keys(weights)) {
		t.Logf("	%q: %.1f,", sign, weights[sign])
	}
}

// datedPages gives the tuned pages that have a day marked; those of the corpus
// count twice.
func datedPages(t *testing.T) (out []datedPage) {
	add := func(id string, html []byte, want marked, weight float64) {
		if _, p, err := sheetOf(string(html), address(want.URL), now); err == nil && want.Date != "" {
			out = append(out, datedPage{want.Date, p.daySigns(), weight})
		}
	}
	for _, p := range evalCorpus(t, 0, "tuned") {
		if p.truth.PageType == "article" {
			add(p.id, p.html, p.truth, 2)
		}
	}
	seen := map[string]bool{}
	for _, p := range outsidePages(t) {
		if html, err := os.ReadFile(p.path); err == nil && p.part == "tuned" && !seen[p.truth.URL] {
			seen[p.truth.URL] = true
			add(p.path, html, p.truth, 1)
		}
	}
	return out
}

func (p datedPage) scores(weights map[string]float64) map[string]float64 {
	out := map[string]float64{}
	for day, signs := range p.signs {
		for _, sign := range signs {
			out[day] += weights[sign]
		}
	}
	return out
}

func (p datedPage) best(weights map[string]float64) string {
	best, most := "", math.Inf(-1)
	scores := p.scores(weights)
	for _, day := range slices.Sorted(maps.Keys(scores)) {
		if scores[day] > most {
			best, most = day, scores[day]
		}
	}
	return best
}

// fitWeights climbs the likelihood of the marked days, with a penalty for large
// weights, within the bounds of weightBounds.
func fitWeights(pages []datedPage) map[string]float64 {
	weights, squares := map[string]float64{}, map[string]float64{}
	for range 250 {
		slope := map[string]float64{}
		for _, p := range pages {
			if p.signs[p.want] == nil {
				continue
			}
			scores := p.scores(weights)
			sum := 0.0
			for _, s := range scores {
				sum += math.Exp(s)
			}
			for day, signs := range p.signs {
				miss := math.Exp(scores[day])/sum - float64(count(day == p.want))
				for _, sign := range signs {
					slope[sign] += p.weight * miss
				}
			}
		}
		for sign, s := range slope {
			s += 0.5 * weights[sign]
			squares[sign] += s * s
			low, high := weightBounds(sign)
			weights[sign] = min(high, max(low, weights[sign]-0.5*s/math.Sqrt(squares[sign]+1e-8)))
		}
	}
	return weights
}

// weightBounds keeps the weights to what they mean: nothing speaks against a day
// but standing beside the article, and the day of a change never outvotes the
// declared day of publication.
func weightBounds(sign string) (low, high float64) {
	switch sign {
	case dateRules[linkedDate]:
		return 0.6, 4
	case dateRules[weakDate]:
		return 0.3, 4
	case dateRules[changedDate]:
		return 0.1, 0.6
	case dateRules[updatedDate] + " near", dateRules[updatedDate] + " far":
		return 0.1, 1
	}
	if strings.HasPrefix(sign, dateRules[originalDate]) {
		return 5, 5 // it says what was asked for
	}
	if strings.HasSuffix(sign, " aside") {
		return -4, 4
	}
	return 0.1, 4
}
