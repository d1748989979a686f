package alike

import (
	"cmp"
	"slices"
)

// Crowded is how many texts may have the same key. A gram of so many texts is
// boilerplate or a turn of phrase, or the story has been found by then.
const Crowded = 64

// Candidates is how many texts are held against a new one.
const Candidates = 24

// few is how many keys a text must have in common with the one that asked, when
// another has so many: one gram in common is a turn of phrase.
const few = 2

// Hit says that a text has a key that was asked for.
type Hit[T cmp.Ordered] struct {
	Key  Gram
	Text T
}

// Nearest gives the texts to be held against the one that asked, those first
// that have most of its grams as keys; rare ones count for more. It also gives
// which grams are common.
func Nearest[T cmp.Ordered](hits []Hit[T]) (texts []T, common map[Gram]bool) {
	count := map[Gram]int{}
	for _, h := range hits {
		count[h.Key]++
	}
	score, has := map[T]float64{}, map[T]int{}
	most := 0
	for _, h := range hits {
		score[h.Text] += 1 / float64(1+count[h.Key])
		has[h.Text]++
		most = max(most, has[h.Text])
	}
	for id, n := range has {
		if n >= few || most < few {
			texts = append(texts, id)
		}
	}
	slices.SortFunc(texts, func(a, b T) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	common = map[Gram]bool{}
	for g, n := range count {
		if n >= Crowded {
			common[g] = true
		}
	}
	return texts[:min(len(texts), Candidates)], common
}
