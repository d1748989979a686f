package analyse

import (
	"rightsdesk/internal/public"
)

// quantified puts an amount together with what stands around it. It gives the
// token behind the claim.
func (c *claimer) quantified(a amount, after int) (Claim, int, bool) {
	n := c.counted(a)
	if n.unit == "" {
		return Claim{}, 0, false
	}
	if n.named.end == 0 {
		n.named = span2{n.begin, n.end}
	}
	begin, bound, cues := c.boundBefore(a, after)
	bound, cues, tail := c.boundBehind(a, n, bound, cues)
	bound, ok := a.bound(bound)
	end := c.clauseEnd(max(n.end, tail))
	if n.kind() == timeKind {
		end = c.endsBefore(max(n.end, tail), end, c.ands)
	}
	if !ok || begin >= end || c.changes(begin, end, a) || n.kind() == countKind && n.named.end >= n.begin && c.saysAt(n.end) {
		return Claim{}, 0, false
	}
	from := c.clauseBegin(begin)
	if c.tongue.whole {
		if begin = max(from, after); begin >= end { // the claim before has the whole clause
			return Claim{}, 0, false
		}
	}
	if s := sourceOf(c.sourcesHere(), a.begin); s != nil && s.unsaid {
		return Claim{}, 0, false
	}
	claim := Claim{Bound: bound, Quantity: quantity(a, bound)}
	hedge, hedgeCues := c.hedge(a.begin)
	claim.Hedge, claim.Polarity = hedge, c.polarity(n, from, end, cues)
	for _, h := range hedgeCues { // "An estimated 500"
		if _, says := c.says.at(c.tokens, h.begin); h.end == begin && h.begin >= after && !says {
			begin = h.begin
		}
	}
	claim.Span, claim.Text = c.span(begin, end), c.words(begin, end)
	claim.Content = claim.Span
	claim.Quantity.Measure = c.measure(n, a, from, end)
	cues = c.attribute(&claim, a.begin, append(cues, hedgeCues...))
	claim.Cues = c.cues(cues)
	c.count(&claim.Quantity, a, n)
	claim.Quantity.Scope = c.scope(n, end, hedgeCues)
	claim.Time = c.quantityTime(claim, n, from, end)
	return claim, end, true
}

// bound gives the bound that a number has by its own form, false when it
// contradicts the words around it.
func (a amount) bound(words public.Bound) (public.Bound, bool) {
	switch {
	case a.vague:
		return public.AtLeast, true
	case a.low != a.high:
		return public.Range, words == public.Exact || words == public.About
	case a.about && words == public.Exact:
		return public.About, true
	}
	return words, true
}

// polarity tells whether what is counted is said not to be so, is asked for, or
// is still to come.
func (c *claimer) polarity(n noun, from, end int, cues []span2) Polarity {
	begin := n.end
	if c.tongue.whole {
		begin = from
	}
	if last := c.tokens[len(c.tokens)-1].text; last == "?" || last == "？" || last == "؟" {
		return Questions
	}
	if n.kind() == countKind && c.negated(begin, end, cues) {
		return Denies
	}
	return Asserts
}

// count fills in what is counted.
func (c *claimer) count(q *Quantity, a amount, n noun) {
	q.Unit = n.unit
	q.NumberSpan, q.Number = c.span(c.article(a), a.end), c.words(c.article(a), a.end)
	if k := n.kind(); (k == countKind || k == shareKind) && n.named.end > n.named.begin {
		q.Counted = c.words(n.named.begin, n.named.end)
	}
}

// article gives where an amount begins with the article before it: "a hundred".
func (c *claimer) article(a amount) int {
	if a.begin > 0 && c.an[c.tokens[a.begin-1].text] && c.scales[c.tokens[a.begin].text] > 0 {
		return a.begin - 1
	}
	return a.begin
}

// quantity gives the numbers that a bound leaves known.
func quantity(a amount, bound public.Bound) Quantity {
	low, high := a.low, a.high
	switch bound {
	case public.AtLeast, public.MoreThan:
		return Quantity{Min: &low}
	case public.AtMost, public.LessThan:
		return Quantity{Max: &high}
	case public.Range:
		return Quantity{Min: &low, Max: &high}
	case public.About:
		return Quantity{Best: &low}
	}
	return Quantity{Min: &low, Max: &high, Best: &low}
}
