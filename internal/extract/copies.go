package extract

// Some pages hold the article twice: as it is read, and once more that nobody
// sees, for machines or for another width of screen.
const (
	copyShare = 0.7 // how much of a copy in one piece stands in the other parts
	copyWords = 0.5 // how long such a piece is at least, beside all others
	copyLeast = 100 // and how many words it has at least

	twiceShare = 0.45 // how much of the words stands twice, where the article does
	twiceTexts = 5    // how many different parts stand so at least
)

// copies tells which of the likely parts say once more what others say: each
// that stood above, where about half of all do; and one that says what all others
// say together, the last first. Else a paragraph that stands twice stays: lists
// of one form repeat what they say of each entry.
func (s *sheet) copies(likely []bool) []bool {
	out := s.repetitions(likely)
	all := 0.0
	for i := range s.facts {
		if likely[i] && !out[i] {
			all += s.facts[i].words
		}
	}
	for i := len(s.facts) - 1; i >= 0; i-- {
		f := &s.facts[i]
		if !likely[i] || out[i] || f.tag == "table" || f.words < copyLeast || f.words < copyWords*(all-f.words) {
			continue
		}
		others := runs{}
		for j := range s.facts {
			if likely[j] && !out[j] && j != i {
				s.hashes[j].addRuns(others)
			}
		}
		out[i] = shares(s.hashes[i:i+1], others)[0] >= copyShare
	}
	return out
}

// repetitions tells which parts stand above already, letter by letter, where the
// page holds the article twice.
func (s *sheet) repetitions(likely []bool) []bool {
	out := make([]bool, len(s.facts))
	above := map[string]int{}
	all, twice, texts := 0.0, 0.0, 0
	for i := range s.facts {
		f := &s.facts[i]
		if !likely[i] {
			continue
		}
		all += f.words
		above[f.text]++
		if out[i] = above[f.text] > 1; out[i] {
			twice += f.words
			texts += count(above[f.text] == 2)
		}
	}
	if texts < twiceTexts || twice < twiceShare*all {
		return make([]bool, len(out))
	}
	return out
}
