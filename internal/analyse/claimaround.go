package analyse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/public"
)

// noun is what is counted: a run of tokens, and the unit that it stands for.
type noun struct {
	begin, end int
	unit       string
	named      span2 // the words for it
}

// kind of quantity, by which it is told whether it can be a stock or a flow.
type quantityKind uint8

const (
	countKind quantityKind = iota
	shareKind
	moneyKind
	timeKind
)

func (n noun) kind() quantityKind {
	switch {
	case n.unit == "percent":
		return shareKind
	case timeUnits[n.unit]:
		return timeKind
	case len(n.unit) == 3 && n.unit == strings.ToUpper(n.unit) && n.unit[0] < utf8.RuneSelf:
		return moneyKind
	}
	return countKind
}

var timeUnits = words("years months weeks days hours")

// negated reports whether the words behind a number say that a state is not so:
// "were not in Russia", "не находятся". What did not happen to people who are
// counted is said of them and denies no number.
func (c *claimer) negated(from, to int, cues []span2) bool {
	for i := from; i < to; i++ {
		if !c.negations[c.tokens[i].text] || slices.ContainsFunc(cues, func(s span2) bool { return i >= s.begin && i < s.end }) {
			continue
		}
		if c.cue(c.stocks, max(from, i-4), min(to, i+4)) || c.language == "en" && i+1 < to && (c.standing[c.tokens[i+1].text] || c.prepositions[c.tokens[i+1].text]) {
			return true
		}
	}
	return false
}

// people finds "14 were arrested" and "14 dead".
func (c *claimer) people(a amount) (noun, bool) {
	i := a.end
	for i < len(c.tokens) && c.helps[c.tokens[i].text] {
		i++
	}
	if i == a.end || i >= len(c.tokens) || !c.done[c.tokens[i].text] {
		return noun{}, false
	}
	return noun{begin: a.end, end: i + 1, unit: "people"}, true
}

// boundBefore looks for a bound directly before an amount, not before after.
func (c *claimer) boundBefore(a amount, after int) (begin int, bound public.Bound, cues []span2) {
	begin, bound = c.moneyBegin(a.begin), public.Exact
	for from := max(after, begin-6); from < begin; from++ {
		if p, ok := c.before.at(c.tokens, from); ok && p.end <= begin {
			if p.end == begin {
				return from, p.value, []span2{{from, begin}}
			}
			if w := c.tokens[p.end].text; p.end == begin-1 && (c.an[w] || c.of[w] && c.language != "zh" && c.language != "ko") { // "more than a hundred"
				return from, p.value, []span2{{from, p.end}}
			}
		}
	}
	if begin > after && c.an[c.tokens[begin-1].text] && c.language != "ru" {
		begin--
	}
	return begin, bound, cues
}

// moneyBegin gives where the sign of a currency begins that stands before an
// amount, or the amount's own begin.
func (c *claimer) moneyBegin(at int) int {
	for from := max(0, at-3); from < at; from++ {
		if p, ok := c.signs.at(c.tokens, from); ok && p.end == at {
			return from
		}
	}
	return at
}

// boundBehind looks for "or more" behind an amount or its noun.
func (c *claimer) boundBehind(a amount, n noun, bound public.Bound, cues []span2) (public.Bound, []span2, int) {
	for _, at := range []int{a.end, n.end} {
		if at < len(c.tokens) && c.language == "ko" && (c.tokens[at].text == "을" || c.tokens[at].text == "이") && !c.tokens[at].blank {
			at++
		}
		if p, ok := c.behind.at(c.tokens, at); ok && bound == public.Exact {
			return p.value, append(cues, span2{at, p.end}), p.end
		}
	}
	return bound, cues, n.end
}

// maxWords is how many words a claim has at most, so that it may be quoted.
const maxWords = 25

// clauseEnd gives where the clause of a claim ends.
func (c *claimer) clauseEnd(i int) int {
	limit := min(len(c.tokens), i+maxWords-8)
	if c.letterwise {
		limit = min(len(c.tokens), i+2*maxWords)
	}
	for ; i < limit; i++ {
		k := c.tokens[i]
		if k.kind == markToken && !c.inner(i) || k.kind == wordToken && c.breaks[k.text] && !(k.text == "حيث" && c.before1(i) == "من") {
			return i
		}
		if _, ok := c.according.at(c.tokens, i); ok && !c.letterwise {
			return i
		}
	}
	return i
}

// endsBefore gives the first of some words between two tokens, or the second.
func (c *claimer) endsBefore(from, to int, list map[string]bool) int {
	for i := from; i < to; i++ {
		if list[c.tokens[i].text] {
			return i
		}
	}
	return to
}

// inner reports whether a mark stands inside a name or word: "U.S.", "state-run".
func (c *claimer) inner(i int) bool {
	k := c.tokens[i]
	switch k.text {
	case "'", "’", "%":
		return true
	case "-", "·", "‑":
		return !k.blank && i+1 < len(c.tokens) && !c.tokens[i+1].blank
	case ".":
		return i > 0 && !k.blank && (c.shorts[c.tokens[i-1].text] || c.tokens[i-1].runeEnd-c.tokens[i-1].runeBegin == 1) && i+1 < len(c.tokens)
	}
	return false
}

// clauseBegin gives where the clause of a claim begins.
func (c *claimer) clauseBegin(i int) int {
	for low := max(0, i-2*maxWords); i > low; i-- {
		k := c.tokens[i-1]
		if k.kind == markToken && !c.inner(i-1) || k.kind == wordToken && c.breaks[k.text] {
			break
		}
	}
	return i
}

// markAt reports whether a mark stands at a token, or the sentence ends there.
func (c *claimer) markAt(i int) bool {
	return i < 0 || i >= len(c.tokens) || c.tokens[i].kind == markToken && !c.inner(i)
}

// changes reports whether the clause tells a change from one number to another,
// which is no claim of one number.
func (c *claimer) changes(from, to int, a amount) bool {
	if c.changeFrom[c.before1(from)] {
		for i := a.end; i < to; i++ {
			if c.tokens[i].kind == numberToken {
				return true
			}
		}
	}
	if c.language == "ko" {
		for i := a.end; i+1 < min(to, a.end+6); i++ {
			if c.tokens[i].text == "에" && c.tokens[i+1].text == "서" {
				return true
			}
		}
	}
	return false
}
