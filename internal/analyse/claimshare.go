package analyse

import "slices"

// shareAt reads a share in words that begins at a token: "half", "two thirds",
// "one in five", "五分之一". Its value is in percent.
func (c *claimer) shareAt(i int) (amount, bool) {
	if p, ok := c.shares.at(c.tokens, i); ok {
		if p.end < len(c.tokens) && c.tokens[i].kind == wordToken && c.language == "en" && p.value == 50 && !c.halfOf[c.tokens[p.end].text] {
			return amount{}, false
		}
		return amount{begin: i, end: p.end, low: p.value, high: p.value, base: p.value, share: true}, true
	}
	if !c.numeric(i) {
		return amount{}, false
	}
	a, ok := c.plainNumber(i)
	if !ok {
		return amount{}, false
	}
	if out, ok := c.fraction(i, a); ok {
		return out, true
	}
	if c.language == "ko" {
		return c.oneAmong(i, a)
	}
	return c.oneIn(i, a)
}

// partOfScale reads "a quarter of a million" and "نصف مليون".
func (c *claimer) partOfScale(i int) (amount, bool) {
	p, ok := c.shares.at(c.tokens, i)
	if !ok {
		return amount{}, false
	}
	k := p.end
	for k < min(len(c.tokens), p.end+2) && (c.of[c.tokens[k].text] || c.an[c.tokens[k].text]) {
		k++
	}
	if k >= len(c.tokens) || c.scales[c.tokens[k].text] < 1000 || c.counted1(k) {
		return amount{}, false
	}
	v := c.scales[c.tokens[k].text] * p.value / 100
	return amount{begin: i, end: k + 1, low: v, high: v, base: v}, true
}

// plainNumber reads a plain number; one counts too.
func (c *claimer) plainNumber(i int) (amount, bool) {
	a, _ := c.single(i)
	return a, a.low > 0 && !a.vague
}

// fraction reads "two thirds" and "五分之一".
func (c *claimer) fraction(i int, a amount) (amount, bool) {
	if part, ok := c.parts.at(c.tokens, a.end); ok && a.low < part.value {
		v := 100 * a.low / part.value
		return amount{begin: i, end: part.end, low: v, high: v, base: v, share: true}, true
	}
	if of, ok := c.partOf.at(c.tokens, a.end); ok {
		if b, ok := c.plainNumber(of.end); ok && b.low < a.low {
			v := 100 * b.low / a.low
			return amount{begin: i, end: b.end, low: v, high: v, base: v, share: true}, true
		}
	}
	if tenth, ok := c.tenths.at(c.tokens, a.end); ok && a.low < 10 {
		v, end := 10*a.low, tenth.end
		if b, ok := c.plainNumber(end); ok && b.low < 10 && !c.tokens[end].blank {
			v, end = v+b.low, b.end
		}
		return amount{begin: i, end: end, low: v, high: v, base: v, share: true}, true
	}
	return amount{}, false
}

// wholes are the numbers of which shares are told.
var wholes = []float64{2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000}

// oneIn reads "one in five", "un Rom sur dix" and "una de cada cuatro".
func (c *claimer) oneIn(i int, a amount) (amount, bool) {
	at, of := a.end, span2{}
	in, ok := c.among.at(c.tokens, at)
	for k := at; !ok && k < min(len(c.tokens), at+4) && c.tokens[k].kind != markToken && c.tokens[k].kind != numberToken; k++ {
		if in, ok = c.amongNouns.at(c.tokens, k); ok && k > at {
			of = span2{at, k}
		}
	}
	if !ok {
		return amount{}, false
	}
	b, ok := c.plainNumber(in.end)
	if !ok || b.low <= a.low || !slices.Contains(wholes, b.low) {
		return amount{}, false
	}
	v := 100 * a.low / b.low
	return amount{begin: i, end: b.end, low: v, high: v, base: v, share: true, of: of}, true
}

// oneAmong reads "세 명 중 한 명": of three, one.
func (c *claimer) oneAmong(i int, a amount) (amount, bool) {
	of, ok := c.nouns.at(c.tokens, a.end)
	if !ok || of.end >= len(c.tokens) || c.tokens[of.end].text != "중" {
		return amount{}, false
	}
	b, ok := c.plainNumber(of.end + 1)
	if !ok || b.low >= a.low || !slices.Contains(wholes, a.low) {
		return amount{}, false
	}
	end, ok := c.nouns.at(c.tokens, b.end)
	v := 100 * b.low / a.low
	return amount{begin: i, end: end.end, low: v, high: v, base: v, share: true}, ok
}
