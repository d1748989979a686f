package analyse

import "rightsdesk/internal/public"

// change is a verb of rising or falling with its numbers: "rose by 40 to 300".
type change struct {
	level amount // what is now
	bound public.Bound
	cues  []span2
	end   int // the token behind the last number
}

// changed reads a sentence in which a number changed. What is claimed is the
// level that was reached; by how much and from where are not claimed by
// themselves. It gives how far the words of the change go also where they make
// no claim, and 0 where no change begins at the token.
func (c *claimer) changed(i, after int) (Claim, int, bool) {
	x, ok := c.changeAt(i)
	if !ok {
		return Claim{}, x.end, false
	}
	begin := i
	for begin > after && !c.markAt(begin-1) {
		begin--
	}
	n, ok := c.leveled(x.level, begin, i)
	if !ok {
		return Claim{}, x.end, false
	}
	bound, ok := x.level.bound(x.bound)
	if !ok {
		return Claim{}, x.end, false
	}
	claim := Claim{Bound: bound, Quantity: quantity(x.level, bound), Polarity: Asserts}
	if last := c.tokens[len(c.tokens)-1].text; last == "?" || last == "؟" {
		claim.Polarity = Questions
	}
	hedge, hedgeCues := c.hedge(x.level.begin)
	claim.Hedge = hedge
	begin = min(n.named.begin, i)
	claim.Span, claim.Text = c.span(begin, x.end), c.words(begin, x.end)
	claim.Content = claim.Span
	claim.Quantity.Measure = c.levelMeasure(n, x.level)
	claim.Cues = c.cues(c.attribute(&claim, x.level.begin, append(x.cues, hedgeCues...)))
	c.count(&claim.Quantity, x.level, n)
	claim.Quantity.Scope = c.words(n.named.begin, x.end)
	if n.named.begin < i {
		claim.Quantity.Scope = c.words(n.named.begin, i)
	}
	claim.Time = c.quantityTime(claim, n, begin, x.end)
	return claim, x.end, true
}

// levelMeasure tells whether a level that was reached counts what is there at one
// time, or what happened in a period: "arrests", "sacerdotes expulsados".
func (c *claimer) levelMeasure(n noun, a amount) public.Measure {
	if n.kind() != countKind {
		return c.measure(n, a, n.named.begin, n.named.end)
	}
	for k := n.named.begin; k < n.named.end; k++ {
		if _, event := c.events.at(c.tokens, k); event || c.done[c.tokens[k].text] && k > n.named.begin {
			return public.Flow
		}
	}
	if n.unit == "cases" {
		return public.Flow
	}
	return public.Stock
}

// changeAt reads the numbers behind a verb of change, false when none tells the
// level that was reached.
func (c *claimer) changeAt(i int) (out change, ok bool) {
	if !c.changeVerbs[c.tokens[i].text] {
		return out, false
	}
	k := i + 1
	for k < min(len(c.tokens), i+4) && c.tokens[k].kind == wordToken && c.step(k) == 0 && !c.numeric(k) {
		k++ // "rose again, sharply"
	}
	for steps := 0; steps < 3 && k < len(c.tokens); steps++ {
		s := c.step(k)
		if s == 0 {
			break
		}
		at, bound, cues := k+1, public.Exact, []span2(nil)
		if p, found := c.before.at(c.tokens, at); found {
			bound, cues, at = p.value, []span2{{at, p.end}}, p.end
		}
		if at < len(c.tokens) && c.an[c.tokens[at].text] {
			at++
		}
		if at >= len(c.tokens) || !c.numeric(at) {
			break
		}
		a, found := c.single(at)
		if !found {
			break
		}
		out.end = a.end
		if p, percent := c.percent.at(c.tokens, a.end); percent {
			out.end = p.end
		}
		if n := c.thing(out.end); n.unit != "" {
			out.end = n.end
		} else if m, money := c.money(a); money {
			out.end = max(out.end, m.end)
		}
		if s&stepTo != 0 {
			out.level, out.bound, out.cues, ok = a, bound, cues, true
		}
		k = out.end
	}
	return out, ok
}

// step tells what a word before a number of a change says of it.
func (c *claimer) step(i int) (out steps) {
	w := c.tokens[i].text
	if c.stepTo[w] {
		out |= stepTo
	}
	if c.stepFrom[w] {
		out |= stepFrom
	}
	return out
}

type steps uint8

const (
	stepTo   steps = 1 << iota // the level that was reached
	stepFrom                   // the level before, or by how much
)

// leveled gives what a level is of: what its own words say, or the subject of
// the verb of change at a token, whose clause begins at another.
func (c *claimer) leveled(a amount, begin, verb int) (noun, bool) {
	if n := c.counted(a); n.unit != "" && n.kind() != countKind {
		n.named = span2{begin, verb}
		return n, begin < verb
	} else if n.unit != "" {
		n.named = span2{n.begin, n.end}
		return noun{begin: a.end, end: a.end, unit: n.unit, named: n.named}, true
	}
	for k := begin; k < verb; k++ {
		if c.function[c.tokens[k].text] && !c.of[c.tokens[k].text] && !c.an[c.tokens[k].text] && k > begin && c.tokens[k].kind == wordToken {
			continue
		}
		if n := c.thing(k); n.unit != "" && n.end <= verb && n.end-n.begin <= maxThing {
			return noun{begin: a.end, end: a.end, unit: n.unit, named: span2{n.begin, n.end}}, true
		}
	}
	return noun{}, false
}
