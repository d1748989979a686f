package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// tally adds up what a reader gets right.
type tally struct {
	headTally
	pages, exact             int
	low                      [4]int  // pages with an F1 below lowF1
	f1                       float64 // sum of the pages' F1, by words
	hit, more, less          float64 // shares of words: in both, too many, missing
	seqHit, seqMore, seqLess float64 // the same for sequences of four words
}

// lowF1 are the bounds below which pages are counted: a mean hides how they fail.
var lowF1 = [4]float64{0.5, 0.8, 0.9, 0.95}

// add counts one page, and gives a line that names it with its F1 in front.
func (a *tally) add(p evalPage, got Document) string {
	want := p.truth
	w, g := wordsOf(strings.ToLower(want.Content)), wordsOf(strings.ToLower(got.Text))
	f1, hit, more, less := bagShares(w, g)
	_, seqHit, seqMore, seqLess := bagShares(fours(w), fours(g))
	a.pages++
	a.f1 += f1
	for i, bound := range lowF1 {
		a.low[i] += right(f1 < bound)
	}
	a.hit, a.more, a.less = a.hit+hit, a.more+more, a.less+less
	a.seqHit, a.seqMore, a.seqLess = a.seqHit+seqHit, a.seqMore+seqMore, a.seqLess+seqLess
	a.exact += right(slices.Equal(w, g))
	wrong := a.headTally.add(want, got)
	return fmt.Sprintf("%.3f page %s, missing %.2f, too many %.2f; wrong: %s", f1, p.id, less, more, strings.Join(wrong, "; "))
}

func right(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// squeezed keeps the letters and digits only, in lower case.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, strings.ReplaceAll(s, " and ", " "))
}

// fours gives the sequences of four words; a shorter text is one.
func fours(words []string) []string {
	if len(words) < 4 {
		return []string{strings.Join(words, " ")}
	}
	out := make([]string, 0, len(words))
	for i := range words[3:] {
		out = append(out, strings.Join(words[i:i+4], " "))
	}
	return out
}

// bagShares compares two bags: F1, and the shares of all that are in both, only
// in got, only in want.
func bagShares(want, got []string) (f1, hit, more, less float64) {
	have := map[string]int{}
	for _, w := range got {
		have[w]++
	}
	same := 0
	for _, w := range want {
		if have[w] > 0 {
			have[w]--
			same++
		}
	}
	all := float64(len(want) + len(got) - same)
	if all == 0 {
		return 1, 1, 0, 0
	}
	return 2 * float64(same) / float64(len(want)+len(got)), float64(same) / all, float64(len(got)-same) / all, float64(len(want)-same) / all
}

// log prints the mean F1 of the pages, by which an empty answer counts 0; F1
// over the summed shares of words and of sequences of four, as a public
// benchmark counts; and the shares that are right.
func (a *tally) log(t *testing.T, name string) {
	over := func(hit, more, less float64) float64 { return 2 * hit / max(2*hit+more+less, 1e-9) }
	t.Logf("%-30s %3d pages  page F1 %.3f  words %.3f  fours %.3f  exact %.2f  %s  below .5 .8 .9 .95: %d", name, a.pages,
		a.f1/float64(max(a.pages, 1)), over(a.hit, a.more, a.less), over(a.seqHit, a.seqMore, a.seqLess), share(a.exact, a.pages), a.headTally, a.low)
}
