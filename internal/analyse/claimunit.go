package analyse

import (
	"strings"
)

// counted gives what an amount is an amount of: a share, money, a time, an age,
// or persons and things with the words for them. The unit is empty when that is
// not known.
func (c *claimer) counted(a amount) noun {
	i := a.end
	if p, ok := c.percent.at(c.tokens, i); ok {
		return c.shareOf(p.end, a)
	}
	if a.share {
		return c.shareOf(i, a)
	}
	if n, ok := c.money(a); ok {
		return n
	}
	if n, ok := c.term(a); ok {
		return n
	}
	if n, ok := c.bareAge(a); ok {
		return n
	}
	if a.low < 2 && a.high < 2 {
		return noun{}
	}
	if c.language == "ko" {
		n := c.countedKorean(a)
		if whole, ok := c.partOfOpened(a.begin); ok && whole.unit == n.unit {
			n.named = whole.named
		}
		return n
	}
	if n, ok := c.partOfWhole(a.end, a.high); ok {
		return n
	}
	for i < len(c.tokens) && (c.of[c.tokens[i].text] || c.an[c.tokens[i].text] && i > a.end || c.tokens[i].text == "-" && !c.tokens[i].blank && i == a.end) {
		i++
	}
	if n := c.thing(i); n.unit != "" {
		return n
	}
	if n, ok := c.partOfOpened(a.end); ok {
		return n
	}
	n, _ := c.people(a)
	return n
}

// shareOf is what a percentage is of; the unit is percent also where the words
// do not say of what.
func (c *claimer) shareOf(i int, a amount) noun {
	out := noun{begin: i, end: i, unit: "percent"}
	if a.of.end > a.of.begin { // "un Rom sur dix"
		out.named = a.of
		return out
	}
	if c.language == "ko" {
		return c.shareKorean(a, out)
	}
	if c.language == "zh" {
		if i < len(c.tokens) && c.tokens[i].text == "的" {
			i++
		} else if n, ok := c.partOfOpened(i); ok {
			out.named = n.named
			return out
		} else if w := c.wordBefore(a.begin, "的"); w.end > w.begin {
			out.named = w
			return out
		} else {
			return out
		}
	}
	if n, ok := c.partOfWhole(i, 0); ok {
		out.begin, out.end, out.named = n.begin, n.end, span2{n.begin, n.end}
		return out
	}
	for i < len(c.tokens) && (c.of[c.tokens[i].text] || c.an[c.tokens[i].text]) {
		i++
	}
	n := c.thing(i)
	if n.unit == "" || n.end > i+maxThing {
		n = c.mass(i)
	}
	if n.end > i {
		out.begin, out.end, out.named = i, n.end, span2{i, n.end}
	} else if n, ok := c.partOfOpened(i); ok {
		out.named = n.named
	}
	return out
}

// mass takes the words up to the next word that is no part of a noun phrase:
// "of the population".
func (c *claimer) mass(i int) noun {
	end := i
	for end < min(len(c.tokens), i+4) && c.tokens[end].kind != markToken && c.tokens[end].kind != numberToken && !c.function[c.tokens[end].text] {
		if end > i && (c.language == "ru" && c.verbLike(c.tokens[end].text) || c.language == "ar" || c.language == "fr" || c.language == "es") {
			break
		}
		end++
	}
	return noun{begin: i, end: end, unit: "percent"}
}

// money reads a currency before or behind an amount.
func (c *claimer) money(a amount) (noun, bool) {
	if p, ok := c.currencies.at(c.tokens, a.end); ok {
		return noun{begin: a.begin, end: p.end, unit: p.value}, true
	}
	if a.end < len(c.tokens) && c.of[c.tokens[a.end].text] {
		if p, ok := c.currencies.at(c.tokens, a.end+1); ok {
			return noun{begin: a.begin, end: p.end, unit: p.value}, true
		}
	}
	for from := max(0, a.begin-3); from < a.begin; from++ {
		if p, ok := c.signs.at(c.tokens, from); ok && p.end == a.begin {
			return noun{begin: a.begin, end: a.end, unit: p.value}, true
		}
	}
	return noun{}, false
}

// term reads a time: years of prison, days of arrest, an age. A time that is
// part of a date is none.
func (c *claimer) term(a amount) (noun, bool) {
	for i := a.end; i < len(c.tokens); i++ {
		if p, ok := c.times.at(c.tokens, i); ok {
			if p.end < len(c.tokens) && c.afters[c.tokens[p.end].text] && !c.lasting[c.before1(a.begin)] { // "two days after the vote"
				return noun{}, false
			}
			return noun{begin: a.begin, end: p.end, unit: p.value}, true
		}
		if k := c.tokens[i].text; k != "-" && !c.fuller[k] && (!c.of[k] || c.language == "en") {
			break
		}
	}
	return noun{}, false
}

// bareAge reads "Ann Example, 34," and "who is 16,".
func (c *claimer) bareAge(a amount) (noun, bool) {
	if a.low != a.high || a.low < 1 || a.low > 115 || a.begin == 0 {
		return noun{}, false
	}
	closed := a.end >= len(c.tokens) || strings.Contains(",.;)", c.tokens[a.end].text) && c.tokens[a.end].kind == markToken
	n := noun{begin: a.begin, end: a.end, unit: "years"}
	before := c.tokens[a.begin-1]
	if c.aged[before.text] || a.begin > 1 && c.aged[c.tokens[a.begin-2].text] && !closed {
		return n, c.aged[before.text]
	}
	if !closed || !a.digits && c.language == "en" && !c.ageVerbs[before.text] {
		return n, false
	}
	if before.text == "," && a.begin > 1 && c.tokens[a.begin-2].upper && a.low >= 10 {
		return n, true
	}
	for k := a.begin - 1; k >= max(0, a.begin-2); k-- {
		if c.ageVerbs[c.tokens[k].text] {
			return n, true
		}
	}
	return n, false
}

// wordBefore gives the letters before a mark of ownership that stands directly
// before a place, up to a letter that is no part of a noun.
func (c *claimer) wordBefore(at int, owner string) span2 {
	if at == 0 {
		return span2{}
	}
	end := at
	for end > 0 && (c.tokens[end-1].text == owner || c.before1(end) == "约") {
		end--
	}
	begin := end
	for begin > 0 && end-begin < 6 && c.tokens[begin-1].kind == letterToken && !c.function[c.tokens[begin-1].text] && c.tokens[begin-1].text != owner {
		begin--
	}
	return span2{begin, end}
}
