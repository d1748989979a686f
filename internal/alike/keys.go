package alike

import "slices"

// passage is how many grams are looked at for one key.
const passage = 24

// Keys gives the grams under which a text is to be found, sorted, each once.
// Grams that are common (nil: none is) say nothing and are passed over; a
// passage of common grams has no key.
func (t Text) Keys(common func(Gram) bool) []Gram {
	grams := t.grams
	if common != nil {
		grams = slices.DeleteFunc(slices.Clone(grams), common)
	}
	var keys []Gram
	least := -1 // where the smallest of the passage stands
	for end := range grams {
		begin := max(0, end-passage+1)
		switch {
		case least < begin:
			least = begin
			for i := begin; i <= end; i++ {
				if grams[i] <= grams[least] {
					least = i
				}
			}
		case grams[end] <= grams[least]:
			least = end
		}
		if whole := end >= passage-1 || end == len(grams)-1; whole {
			keys = append(keys, grams[least])
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// maxAsked is how many grams an index is asked for at most.
const maxAsked = 1000

// Asked gives the grams with which an index is asked for texts that are like
// this one, sorted, each once: all of them, and of a long text its keys and the
// smallest of the others.
func (t Text) Asked() []Gram {
	all := slices.Clone(t.grams)
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) <= maxAsked {
		return all
	}
	asked, more := t.Keys(nil), []Gram(nil)
	asked = asked[:min(len(asked), maxAsked)]
	for _, g := range all {
		if _, is := slices.BinarySearch(asked, g); !is && len(more) < maxAsked-len(asked) {
			more = append(more, g)
		}
	}
	asked = append(asked, more...)
	slices.Sort(asked)
	return asked
}
