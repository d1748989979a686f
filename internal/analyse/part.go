package analyse

import "hash/fnv"

// Part says what an article of a corpus is for.
type Part int

// The parts of a corpus.
const (
	PartTrain   Part = iota // learned from
	PartTune                // thresholds are chosen on it
	PartMeasure             // only measured
)

// PartOf gives the part to which an article belongs, by the FNV-1a hash of its
// id: 5 of 10 train, 2 tune, 3 measure.
func PartOf(id string) Part {
	h := fnv.New32a()
	h.Write([]byte(id)) // never fails
	switch n := h.Sum32() % 10; {
	case n < 5:
		return PartTrain
	case n < 7:
		return PartTune
	}
	return PartMeasure
}
