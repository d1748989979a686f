package analyse

import (
	"slices"
	"strings"

	"rightsdesk/internal/public"
)

// noun is what is counted: a run of tokens, and the unit that it stands for.
type noun struct {
	begin, end int
	unit       string
	named      span2 // the words for it
}

// between is how many words may stand between a number and what it counts.
const between = 5

// counted gives what an amount counts, with its adjectives. The unit is empty
// when that is not known.
func (c *claimer) counted(a amount) noun {
	if p, ok := c.percent.at(c.tokens, a.end); ok {
		return c.percentOf(p.end)
	}
	begin := a.end
	for begin < len(c.tokens) && (c.of[c.tokens[begin].text] || c.an[c.tokens[begin].text] && begin > a.end) {
		begin++
	}
	for i := begin; i < len(c.tokens) && i <= begin+between; {
		if end, unit := c.nounAt(i); unit != "" {
			end, unit = c.more(end, unit)
			if c.saysAt(end) {
				return noun{end: end}
			}
			return noun{begin: begin, end: end, unit: unit}
		}
		next := c.adjective(i)
		if next == i {
			break
		}
		i = next
	}
	if p, ok := c.people(a); ok {
		return p
	}
	return noun{}
}

// namedNoun gives the words for what is counted. Korean says them before the
// number: "북한 노동자 약 3만 명".
func (c *claimer) namedNoun(n noun, a amount) span2 {
	if c.language != "ko" {
		return span2{n.begin, n.end}
	}
	for i := a.begin - 1; i >= max(0, a.begin-14) && c.tokens[i].kind == letterToken; i-- {
		p, ok := c.classed.at(c.tokens, i)
		if !ok || p.end > a.begin {
			continue
		}
		begin := i
		if k := i - 1; k > 0 && c.tokens[i].blank && c.tokens[k].kind == letterToken && !strings.Contains("은는이가에을를의서로도와과", c.tokens[k].text) {
			for begin = k; begin > 0 && !c.tokens[begin].blank && c.tokens[begin-1].kind == letterToken; begin-- {
			}
		}
		return span2{begin, p.end}
	}
	return span2{n.begin, n.end}
}

// denied reports whether a clause says that something is not so: that is no
// claim of a quantity. Words of bounds, as in "не более", deny nothing.
func (c *claimer) denied(begin, behind, end int, cues []span2) bool {
	if !c.whole {
		begin = behind
	}
	begin = min(begin, end)
	if c.whole {
		begin = c.clauseBegin(begin)
	}
	for i := begin; i < end; i++ {
		if c.negations[c.tokens[i].text] && !slices.ContainsFunc(cues, func(s span2) bool { return i >= s.begin && i < s.end }) {
			return true
		}
	}
	return false
}

// percentOf is what a percentage is of.
func (c *claimer) percentOf(i int) noun {
	if i >= len(c.tokens) || !c.of[c.tokens[i].text] && c.language != "ru" {
		return noun{}
	}
	from := i
	for ; i < len(c.tokens) && i <= from+between+2; i++ {
		if end, unit := c.nounAt(i); unit != "" {
			return noun{begin: from, end: end, unit: "percent"}
		}
		if c.tokens[i].kind == markToken || c.breaks[c.tokens[i].text] {
			break
		}
	}
	return noun{}
}

// nounAt gives the end of a noun that is counted, or of the name of a people.
func (c *claimer) nounAt(i int) (end int, unit string) {
	if n, ok := c.nouns.at(c.tokens, i); ok {
		return n.end, n.value
	}
	m, ok := c.peoples[c.tokens[i].runeBegin]
	if !ok {
		return i, ""
	}
	for end = i; end < len(c.tokens) && c.tokens[end].runeEnd <= m.span.End; end++ {
	}
	if end == i {
		return i, ""
	}
	last := c.tokens[end-1].text
	for _, ending := range c.demonyms {
		if strings.HasSuffix(last, ending) {
			if e, u := c.nounBehind(end); u != "" {
				return e, u
			}
			return end, "people"
		}
	}
	return i, ""
}

// nounBehind looks for a noun behind the name of a people: "Russian workers"
// and "Japanese church members".
func (c *claimer) nounBehind(i int) (int, string) {
	for limit := i + between; i < min(len(c.tokens), limit); {
		if n, ok := c.nouns.at(c.tokens, i); ok {
			return n.end, n.value
		}
		next := c.adjective(i)
		if next == i {
			break
		}
		i = next
	}
	return i, ""
}

// more takes further nouns to the first: "church members", "men and women".
func (c *claimer) more(end int, unit string) (int, string) {
	for range between {
		at := end
		if at < len(c.tokens) && c.ands[c.tokens[at].text] {
			at++
		}
		n, ok := c.nouns.at(c.tokens, at)
		if !ok {
			break
		}
		if at == end {
			unit = n.value
		} else if n.value != unit {
			break
		}
		end = n.end
	}
	return end, unit
}

// adjective gives where an adjective that begins at i ends, or i.
func (c *claimer) adjective(i int) int {
	if i >= len(c.tokens) {
		return i
	}
	k := c.tokens[i]
	switch {
	case k.kind == markToken && k.text == "-" && !k.blank:
		return i + 1
	case k.kind == letterToken:
		return c.letters(i)
	case k.kind != wordToken || c.refused[k.text]:
		return i
	case c.adjectives[k.text]:
		return i + 1
	case k.upper && c.language == "en":
		return i + 1
	}
	for _, ending := range c.endings {
		if strings.HasSuffix(k.text, ending) && len(k.text) > len(ending)+2 {
			return i + 1
		}
	}
	return i
}

// letters passes over one letter of what is counted, where no word is refused.
func (c *claimer) letters(i int) int {
	if c.language != "zh" || c.refused[c.tokens[i].text] {
		return i
	}
	if _, verb := c.says.at(c.tokens, i); verb {
		return i
	}
	return i + 1
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
	begin, bound = a.begin, public.Exact
	for from := max(after, begin-6); from < begin; from++ {
		if p, ok := c.before.at(c.tokens, from); ok {
			if p.end == begin {
				return from, p.value, []span2{{from, begin}}
			}
			if p.end == begin-1 && c.an[c.tokens[p.end].text] { // "more than a hundred"
				return from, p.value, []span2{{from, p.end}}
			}
		}
	}
	if begin > after && c.an[c.tokens[begin-1].text] && c.language != "ru" {
		begin--
	}
	return begin, bound, cues
}

// boundBehind looks for "or more" behind an amount or its noun.
func (c *claimer) boundBehind(a amount, n noun, bound public.Bound, cues []span2) (public.Bound, []span2, int) {
	for _, at := range []int{a.end, n.end} {
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
		if k.kind == markToken && !c.inner(i) || k.kind == wordToken && c.breaks[k.text] {
			return i
		}
		if _, ok := c.according.at(c.tokens, i); ok && !c.letterwise {
			return i
		}
	}
	return i
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

// hedge looks for how sure the clause is; the strongest doubt counts, all words
// are kept.
func (c *claimer) hedge(from, to int) (public.Hedge, []span2) {
	order := []public.Hedge{public.NoHedge, public.Reported, public.Estimated, public.Believed, public.Alleged, public.Possible}
	out, cues := public.NoHedge, []span2(nil)
	for i := from; i < to; i++ {
		p, ok := c.hedges.at(c.tokens, i)
		if !ok || p.end > to || c.tokens[i].upper && i > from && c.language == "en" { // the month of May
			continue
		}
		if slices.Index(order, p.value) > slices.Index(order, out) {
			out = p.value
		}
		cues = append(cues, span2{i, p.end})
		i = p.end - 1
	}
	for i := range c.tokens { // "Reportedly, …"
		p, ok := c.hedges.at(c.tokens, i)
		if !ok || i >= from && i < to || !c.markAt(i-1) || !c.markAt(p.end) {
			continue
		}
		if slices.Index(order, p.value) > slices.Index(order, out) {
			out = p.value
		}
		cues = append(cues, span2{i, p.end})
	}
	return out, cues
}

// markAt reports whether a mark stands at a token, or the sentence ends there.
func (c *claimer) markAt(i int) bool {
	return i < 0 || i >= len(c.tokens) || c.tokens[i].kind == markToken && !c.inner(i)
}

// measure tells stock from flow, where words say so.
func (c *claimer) measure(from, to int) public.Measure {
	out := public.Measure("")
	for i := from; i < to; i++ {
		p, ok := c.measures.at(c.tokens, i)
		switch {
		case !ok:
		case p.value == public.Rate:
			return public.Rate
		case out != public.Flow:
			out = p.value
		}
	}
	return out
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
