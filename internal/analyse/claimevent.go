package analyse

import (
	"slices"

	"rightsdesk/internal/public"
)

// ranks gives the places in an order that the sentence tells: "the second most
// North Korean workers". Known are the claims so far; one that holds the words
// has the rank already.
func (c *claimer) ranks(known []Claim) []Claim {
	var out []Claim
	for i := 0; i < len(c.tokens); i++ {
		p, ok := c.orders.at(c.tokens, i)
		if !ok {
			continue
		}
		begin, end := c.clauseBegin(i), c.clauseEnd(p.end)
		quantity, _ := c.rankIn(i, end)
		if end <= begin || slices.ContainsFunc(known, func(k Claim) bool { return k.Quantity.Rank > 0 && k.Quantity.NumberSpan.meets(quantity.NumberSpan) }) {
			continue
		}
		claim := Claim{Span: c.span(begin, end), Text: c.words(begin, end), Bound: public.Exact, Polarity: Asserts, Quantity: quantity}
		claim.Content = claim.Span
		hedge, cues := c.hedgeIn(begin, end)
		claim.Hedge = hedge
		claim.Cues = c.cues(c.attribute(&claim, i, cues))
		claim.Place = c.allPlaces(claim.Content)
		claim.Time = c.eventTime(claim.Content)
		out = append(out, claim)
		i = end - 1
	}
	return out
}

// rankIn reads the first place in an order between two tokens, with what is
// ordered.
func (c *claimer) rankIn(from, to int) (Quantity, bool) {
	for i := from; i < to; i++ {
		p, ok := c.orders.at(c.tokens, i)
		if !ok || p.end > to {
			continue
		}
		q := Quantity{Rank: int(p.value), Number: c.words(i, p.end), NumberSpan: c.span(i, p.end), Unit: "rank"}
		at := p.end
		for at < to && (c.of[c.tokens[at].text] || c.an[c.tokens[at].text]) {
			at++
		}
		if n := c.thing(at); n.unit != "" && n.end <= to {
			q.Counted = c.words(n.begin, n.end)
		}
		return q, true
	}
	return Quantity{}, false
}

// happenings gives what the text itself says that states did: an accord signed, a
// ban, a suspension, where the clause names a territory.
func (c *claimer) happenings(known []Claim) []Claim {
	var out []Claim
	for i := 0; i < len(c.tokens); i++ {
		if c.tokens[i].starts&startsEvent == 0 {
			continue
		}
		p, verb := c.eventVerbs.at(c.tokens, i)
		n, named := c.eventNouns.at(c.tokens, i)
		if !verb && !named || c.tokens[i].upper && i > 0 {
			continue
		}
		end := p.end
		if !verb {
			end = n.end
		}
		if claim, ok := c.event(i, end, !verb); ok && !c.toldEvent(known, claim) && !c.toldEvent(out, claim) {
			out = append(out, claim)
		}
		i = end - 1
	}
	return out
}

func (c *claimer) toldEvent(list []Claim, claim Claim) bool {
	for _, k := range list {
		if k.Content.meets(claim.Content) {
			return true
		}
	}
	return false
}

// event gives the claim of an event at a token.
func (c *claimer) event(i, behind int, noun bool) (Claim, bool) {
	begin, end := c.clauseBegin(i), c.clauseEnd(behind)
	if noun && c.ownedBefore(begin, i) && begin > 1 { // "as China takes a stance with its suspension of"
		begin = c.clauseBegin(begin - 1)
	}
	for begin < i && (c.tokens[begin].kind == markToken || c.breaks[c.tokens[begin].text] || c.openers[c.tokens[begin].text]) {
		begin++
	}
	if end-begin < leastWords || c.length(c.tokens[begin:end]) < leastWords || c.hasNegation(begin, i) {
		return Claim{}, false
	}
	claim := Claim{Span: c.span(begin, end), Text: c.words(begin, end), Bound: public.Exact, Polarity: Asserts}
	claim.Content = claim.Span
	if len(c.allPlaces(claim.Span)) == 0 {
		return Claim{}, false
	}
	hedge, cues := c.hedgeIn(begin, end)
	claim.Hedge = hedge
	claim.Cues = c.cues(c.attribute(&claim, i, cues))
	claim.Place = c.allPlaces(claim.Span)
	claim.Time = c.eventTime(claim.Content)
	return claim, claim.Mode != Quoted
}

// eventTime gives the date of an event: inside its clause, else the one that the
// sentence opens with: "Earlier this month, both signed".
func (c *claimer) eventTime(content ClaimSpan) *ClaimTime {
	out := c.contentTime(content, 0)
	if out != nil && out.RefersTo == "" {
		out.RefersTo, out.SaidOn = out.SaidOn, ""
	}
	return out
}

// ownedBefore reports whether a possessive stands between two tokens.
func (c *claimer) ownedBefore(from, to int) bool {
	for i := from; i < to; i++ {
		if c.owners[c.tokens[i].text] {
			return true
		}
	}
	return false
}

func (c *claimer) hasNegation(from, to int) bool {
	for i := from; i < to; i++ {
		if c.negations[c.tokens[i].text] {
			return true
		}
	}
	return false
}
