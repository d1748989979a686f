package analyse

import (
	"slices"

	"rightsdesk/internal/public"
)

// hedgeOrder is from the least doubt to the strongest.
var hedgeOrder = []public.Hedge{public.NoHedge, public.Reported, public.Estimated, public.Believed, public.Alleged, public.Possible}

// hedge looks for how sure a sentence is of what stands at a token; the
// strongest doubt counts, all words are kept.
func (c *claimer) hedge(at int) (public.Hedge, []span2) {
	return c.hedgeIn(c.coordinate(at))
}

// hedgeIn looks for how sure the tokens between two places are.
func (c *claimer) hedgeIn(from, to int) (public.Hedge, []span2) {
	out, cues := public.NoHedge, []span2(nil)
	for _, h := range c.hedgesHere() {
		if h.begin < from || h.begin >= to {
			continue
		}
		if slices.Index(hedgeOrder, h.value) > slices.Index(hedgeOrder, out) {
			out = h.value
		}
		cues = append(cues, h.span2)
	}
	return out, cues
}

// hedgeFound is a hedge that stands in the sentence.
type hedgeFound struct {
	span2
	value public.Hedge
}

// hedgesHere finds the hedges of the sentence once.
func (c *claimer) hedgesHere() []hedgeFound {
	if c.doubts != nil {
		return c.doubts
	}
	c.doubts = []hedgeFound{}
	for i := 0; i < len(c.tokens); i++ {
		if c.tokens[i].starts&startsHedge == 0 {
			continue
		}
		if p, ok := c.hedges.at(c.tokens, i); ok && !c.capitalMonth(i) {
			c.doubts = append(c.doubts, hedgeFound{span2{i, p.end}, p.value})
			i = p.end - 1
		}
	}
	return c.doubts
}

// capitalMonth reports whether a word is the month of May rather than a verb.
func (c *claimer) capitalMonth(i int) bool {
	return c.tokens[i].upper && i > 0 && c.months[c.tokens[i].text] > 0
}

// coordinate gives the part of a sentence that says one thing: up to ", and" and
// ", but" and to dashes between clauses.
func (c *claimer) coordinate(at int) (from, to int) {
	for from = at; from > 0; from-- {
		if c.setApart(from - 1) {
			break
		}
	}
	for to = at; to < len(c.tokens); to++ {
		if c.setApart(to) {
			break
		}
	}
	return from, to
}

func (c *claimer) setApart(i int) bool {
	k := &c.tokens[i]
	if k.kind != markToken || i+1 >= len(c.tokens) {
		return false
	}
	switch k.text {
	case ";", "；", "؛":
		return true
	case ",", "，", "،":
		next := c.tokens[i+1].text
		return c.coordinates[next]
	}
	return false
}
