package analyse

// asOf gives the one date that a sentence says its state is of, as EDTF; empty
// when it names none by year, or several. A date of what the claim that begins
// at a token is compared with is not its own.
func (c *claimer) asOf(claim int) string {
	out := ""
	for _, d := range c.dates {
		if !d.absolute || c.comparedAt(d.begin, claim) {
			continue
		}
		date := d.moment.String()
		if out != "" && out != date {
			return ""
		}
		if !d.since && !c.changeFrom[c.before1(d.begin)] {
			out = date
		}
	}
	return out
}

// comparedAt reports whether a token belongs to words of comparison that begin
// behind a claim: "fewer than 200 workers, down from 1,150 in 2019".
func (c *claimer) comparedAt(i, claim int) bool {
	for i--; i > claim && !c.markAt(i); i-- {
		if _, ok := c.compares.at(c.tokens, i); ok {
			return true
		}
	}
	return false
}

func (c *claimer) before1(i int) string {
	if i == 0 {
		return ""
	}
	return c.tokens[i-1].text
}

// whole1 gives a whole number between two at a token.
func (c *claimer) whole1(i, low, high int) (int, bool) {
	if i >= len(c.tokens) || c.tokens[i].kind != numberToken {
		return 0, false
	}
	v := int(c.tokens[i].value)
	return v, float64(v) == c.tokens[i].value && v >= low && v <= high
}

func (c *claimer) year(i int) (int, bool) {
	year, ok := c.whole1(i, 1900, 2099)
	return year, ok && c.tokens[i].runeEnd-c.tokens[i].runeBegin == 4
}
