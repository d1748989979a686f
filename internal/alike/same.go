package alike

// Tie says how a likeness binds two texts.
type Tie int

// The ties.
const (
	Apart    Tie = iota // two texts
	Attached            // one is a short copy of the other: its story joins the other's, once
	Bound               // copies of one text
)

// Bounds, tuned on one half of the evaluation's pages and on news articles of
// which some report the same event: those share a third of their words at times,
// quotations and background, and are two texts all the same.
const (
	minShared = 12   // words
	attached  = 0.50 // of a text stands in the other, to attach
	bound     = 0.45 // of a text stands in the other, to bind
	back      = 0.40 // and of the other in it
	later     = 0.75 // of what was published long after stands in what was published before
	farApart  = 31   // days
)

// Similarity is the share of the text of which more stands in the other, 0 to 1.
func (l Likeness) Similarity() float64 { return max(l.Of, l.By) }

// Tie says whether two texts are copies of each other, of which the first was
// published so many days after the other; 0 also when that is not known. What is
// reprinted long after was taken over nearly whole, while background paragraphs
// return for years.
func (l Likeness) Tie(days int) Tie {
	most, both := l.Similarity(), min(l.Of, l.By) >= back
	switch {
	case l.Shared < minShared || days > farApart && l.Of < later || days < -farApart && l.By < later:
		return Apart
	case both && most >= bound:
		return Bound
	case !both && most >= attached:
		return Attached
	}
	return Apart
}
