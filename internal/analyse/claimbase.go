package analyse

import "strings"

// base reports whether an amount is only the whole of which a part is told, so
// that it counts nothing by itself: "twelve of the 45 detainees", "most of the
// country's 3,200 mosques", "Of 1,500 people who were asked, 300 said".
func (c *claimer) base(a amount) bool {
	switch c.language {
	case "zh", "ko":
		return c.baseBehind(a)
	}
	i := a.begin - 1
	for low := max(0, a.begin-maxBase); i >= low && !c.ofWhole[c.tokens[i].text]; i-- {
		if !c.determines(i) {
			return false
		}
	}
	if i < 0 || !c.ofWhole[c.tokens[i].text] {
		return false
	}
	if i == 0 || c.markAt(i-1) {
		return c.opensWhole(a)
	}
	before := c.tokens[i-1]
	if c.outOf[before.text] && i > 1 { // "nine out of the 13"
		before = c.tokens[i-2]
	}
	if c.partWords[before.text] {
		return true
	}
	if c.small[before.text] == 1 { // "one of five activists who were taken" counts five
		return a.begin > i+1
	}
	return before.kind == numberToken || before.starts&startsNumber != 0
}

// determines reports whether a word may stand between "of" and a whole: an
// article, an owner, a word of measure.
func (c *claimer) determines(i int) bool {
	w := c.tokens[i].text
	return c.of[w] || c.an[w] || c.articles[w] || c.owners[w] || c.wholeWords[w] || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")
}

// maxBase is how many tokens stand at most between "of" and the whole:
// "of the country's estimated".
const maxBase = 6

// opensWhole reports whether a clause that begins with "Of 1,500 people" goes on
// behind a comma with another number, which is the part.
func (c *claimer) opensWhole(a amount) bool {
	for i := a.end; i < len(c.tokens); i++ {
		if t := c.tokens[i].text; t == "," || t == "،" {
			for k := i + 1; k < min(len(c.tokens), i+12); k++ {
				if c.numeric(k) || c.partWords[c.tokens[k].text] {
					c.total = c.thing(a.end)
					return true
				}
			}
			return false
		}
	}
	return false
}

// baseBehind knows the whole by what stands behind its noun: "45名被拘留者中",
// "45명 중".
func (c *claimer) baseBehind(a amount) bool {
	n := c.counted(a)
	if n.unit == "" || n.end >= len(c.tokens) {
		return false
	}
	if c.difference(a, n) {
		return true
	}
	if _, ok := c.within.at(c.tokens, n.end); !ok {
		return false
	}
	for k := n.end; k < min(len(c.tokens), n.end+12); k++ {
		if c.numeric(k) {
			c.total = n
			return true
		}
	}
	return false
}

// difference reports whether a number only says by how much another changed:
// "增加40人", "40명 늘어".
func (c *claimer) difference(a amount, n noun) bool {
	if c.language == "ko" {
		for _, e := range []int{a.end, n.end} {
			for k := e; k < min(len(c.tokens), e+3); k++ {
				if c.tokens[k].text == "로" { // "1만 명으로 줄었다": the level
					break
				}
				if _, ok := c.deltas.at(c.tokens, k); ok {
					return true
				}
			}
		}
		return false
	}
	for k := max(0, a.begin-3); k < a.begin; k++ {
		if p, ok := c.deltas.at(c.tokens, k); ok && p.end == a.begin {
			return true
		}
	}
	return false
}

// partOfWhole gives what a part that ends at a token is a part of where another
// number, above the part, stands between them: the detainees in "twelve of the
// 45 detainees".
func (c *claimer) partOfWhole(i int, part float64) (noun, bool) {
	if i+1 < len(c.tokens) && c.outOf[c.tokens[i].text] {
		i++
	}
	if i >= len(c.tokens) || !c.ofWhole[c.tokens[i].text] {
		return noun{}, false
	}
	for k := i + 1; k < min(len(c.tokens), i+maxBase); k++ {
		t := &c.tokens[k]
		if t.kind == markToken && !c.inner(k) {
			return noun{}, false
		}
		if !c.numeric(k) {
			if !c.determines(k) && !c.ofWhole[c.tokens[k].text] {
				return noun{}, false
			}
			continue
		}
		whole, ok := c.single(k)
		if !ok || whole.vague || whole.low <= part {
			return noun{}, false
		}
		n := c.thing(whole.end)
		return n, n.unit != ""
	}
	return noun{}, false
}

// partOfOpened gives what a number without a noun is a part of in a sentence that
// began with the whole: the people in "Of 1,500 people, 300 were beaten".
func (c *claimer) partOfOpened(at int) (noun, bool) {
	if c.total.unit == "" || c.total.end > at {
		return noun{}, false
	}
	named := c.total.named
	if named.end == 0 {
		named = span2{c.total.begin, c.total.end}
	}
	return noun{begin: at, end: at, unit: c.total.unit, named: named}, true
}
