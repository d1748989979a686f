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
	from, to := c.coordinate(at)
	out, cues := public.NoHedge, []span2(nil)
	for i := from; i < to; i++ {
		p, ok := c.hedges.at(c.tokens, i)
		if !ok || c.capitalMonth(i) {
			continue
		}
		if slices.Index(hedgeOrder, p.value) > slices.Index(hedgeOrder, out) {
			out = p.value
		}
		cues = append(cues, span2{i, p.end})
		i = p.end - 1
	}
	return out, cues
}

// capitalMonth reports whether a word is the month of May rather than a verb.
func (c *claimer) capitalMonth(i int) bool {
	return c.tokens[i].upper && i > 0 && c.months[c.tokens[i].text] > 0
}

// coordinate gives the part of a sentence that says one thing: up to ", and" and
// ", but" and to dashes between clauses.
func (c *claimer) coordinate(at int) (from, to int) {
	for from = at; from > 0; from-- {
		if c.parts1(from - 1) {
			break
		}
	}
	for to = at; to < len(c.tokens); to++ {
		if c.parts1(to) {
			break
		}
	}
	return from, to
}

func (c *claimer) parts1(i int) bool {
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
