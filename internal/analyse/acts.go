package analyse

import (
	"math"
	"slices"

	"rightsdesk/internal/taxonomy"
)

// acts gives the acts that a text is about. Which kind of violation it is
// about the model says; which act of that kind, the words do. Acts that mend,
// and acts that stand in the title or lead, the words say alone.
func (c *classifier) acts() []Scored {
	found := map[string]float64{}
	for i, p := range kindModelOf().probabilities(features(c.book, c.all, c.bytes)) {
		if p >= kindThreshold {
			c.ofKind(Kinds()[i], p, found)
		}
	}
	for _, a := range taxonomy.Acts() {
		e := c.of(AxisAct, a.ID)
		if s := e.score(c.bytes); c.said(a.ID, e, s) {
			found[a.ID] = math.Max(found[a.ID], s)
		}
	}
	out := []Scored{}
	for id, s := range found {
		out = append(out, Scored{id, round(s)})
	}
	return ranked(out)
}

// shortText is the length in bytes up to which words in the title or lead say
// an act alone; the model has learned from longer texts.
const shortText = 1000

// said reports whether the words alone say an act.
func (c *classifier) said(id string, e *evidence, score float64) bool {
	if _, learned := kindOfAct(id); !learned {
		return score >= actLeast && e.title+e.lead > 0
	}
	return c.bytes < shortText && score >= actLeast && e.strongest >= 3 && e.title+e.lead > 0
}

// ofKind finds the acts of a kind that the words speak for: the strongest, and
// those beside it that weigh enough.
func (c *classifier) ofKind(k Kind, p float64, found map[string]float64) {
	sum, top := 0.0, 0.0
	for _, id := range k.Acts {
		w := c.of(AxisAct, id).weight()
		sum += w
		top = math.Max(top, w)
	}
	for _, id := range k.Acts {
		w := c.of(AxisAct, id).weight()
		if w > 0 && (w == top || w >= partOfKind*sum) {
			found[id] = math.Max(found[id], p*(0.5+0.5*w/sum))
		}
	}
}

// kindOfAct gives the kind that covers an act; acts that mend have none.
func kindOfAct(id string) (string, bool) {
	for _, k := range Kinds() {
		if slices.Contains(k.Acts, id) {
			return k.Name, true
		}
	}
	return "", false
}
