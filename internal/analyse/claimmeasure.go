package analyse

import (
	"strings"

	"rightsdesk/internal/public"
)

// measure tells stock from flow by the verb of what is counted. What is no
// count has none.
func (c *claimer) measure(n noun, a amount, from, to int) public.Measure {
	switch n.kind() {
	case shareKind:
		return public.Rate
	case moneyKind, timeKind:
		return ""
	}
	if c.cue(c.rates, n.end, min(to, n.end+6)) {
		return public.Rate
	}
	if c.language == "en" {
		return c.measureEnglish(n, a, from, to)
	}
	if len(c.pastEndings) > 0 {
		if m := c.nearest(n, a, from, to); m != "" {
			return m
		}
	} else if c.cue(c.flows, from, to) {
		return public.Flow
	} else if c.cue(c.stocks, from, to) {
		return public.Stock
	}
	if n.unit == "people" || c.cue(c.events, from, to) {
		return public.Flow
	}
	return ""
}

// nearest looks for the predicate that an amount belongs to, in languages that
// tell by endings what is past: the last one before the amount, or the first
// one behind it where none stands before.
func (c *claimer) nearest(n noun, a amount, from, to int) public.Measure {
	before, behind := public.Measure(""), public.Measure("")
	for i := from; i < to; i++ {
		m, end := c.predicate(i)
		switch {
		case m == "":
			continue
		case i < a.begin:
			before = m
		case i >= n.end && behind == "":
			behind = m
		}
		i = end - 1
	}
	switch {
	case before != "":
		return before
	case behind != "":
		return behind
	case c.cue(c.places, from, to):
		return public.Stock
	}
	return ""
}

// predicate tells what a verb at a token says: a state or an event.
func (c *claimer) predicate(i int) (public.Measure, int) {
	flow, isFlow := c.flows.at(c.tokens, i)
	stock, isStock := c.stocks.at(c.tokens, i)
	switch {
	case isFlow && (!isStock || flow.end >= stock.end):
		return public.Flow, flow.end
	case isStock:
		return public.Stock, stock.end
	}
	k := &c.tokens[i]
	if k.kind != wordToken || k.upper && i > 0 || c.function[k.text] || c.persons[k.text] {
		return "", i + 1
	}
	if len(c.auxiliaries) > 0 && !c.auxiliaries[c.before1(i)] {
		return "", i + 1
	}
	for _, e := range c.pastEndings {
		if strings.HasSuffix(k.text, e) && len(k.text) > len(e)+3 {
			return public.Flow, i + 1
		}
	}
	return "", i + 1
}

// cue reports whether a phrase stands between two tokens.
func (c *claimer) cue(p phrases[bool], from, to int) bool {
	for i := from; i < to; i++ {
		if found, ok := p.at(c.tokens, i); ok && found.end <= to {
			return true
		}
	}
	return false
}

// measureEnglish looks at the verb behind what is counted, and where none
// stands there at the one before.
func (c *claimer) measureEnglish(n noun, a amount, from, to int) public.Measure {
	if m := c.governs(a.begin); m != "" {
		return m
	}
	if m := c.verbBehind(n.end, len(c.tokens)); m != "" {
		return m
	}
	if m := c.verbBefore(a.begin); m != "" {
		return m
	}
	if c.cue(c.events, n.begin, n.end) || n.unit == "cases" {
		return public.Flow
	}
	return ""
}

// governs looks for a verb directly before an amount and its bound, of which
// the amount is the object: "killed at least 47".
func (c *claimer) governs(at int) public.Measure {
	begin, _, _ := c.boundBefore(amount{begin: at}, 0)
	for k := begin - 1; k >= max(0, begin-3); k-- {
		w := c.tokens[k].text
		switch {
		case c.standing[w] && c.tokens[k].kind == wordToken && w != "still" && w != "currently":
			return public.Stock
		case c.keeps[w] && !c.be[c.before1(k)] && !c.keepers[c.before1(k)]:
			return public.Stock
		case (c.participleAt(k) || strings.HasSuffix(w, "ing") && c.participleRoom(k)) && !c.hedging[w] && !c.be[c.before1(k)]:
			return public.Flow
		case c.of[w] || c.hedging[w] && w != "that" && w != "to" || c.function[w] && (w == "some" || w == "another"):
		default:
			return ""
		}
	}
	return ""
}

// verbBehind reads "are held", "were arrested", "may be living", "who had been
// dismissed".
func (c *claimer) verbBehind(i, to int) public.Measure {
	be, been, past, modal, to1 := false, false, false, false, false
	for k := i; k < min(to, i+18); k++ {
		t := &c.tokens[k]
		w := t.text
		switch {
		case t.kind == markToken && !c.inner(k):
			if be || modal || past || t.text != "," {
				return ""
			}
			next := c.closing(k + 1)
			if next == 0 {
				return ""
			}
			k = next // an aside between commas
		case t.kind != wordToken:
		case c.be[w]:
			be = true
			been = been || w == "been"
			past = past || w == "were" || w == "was"
		case w == "have" || w == "has" || w == "had":
			if k+1 < len(c.tokens) && !c.participleAt(k+1) && c.tokens[k+1].text != "been" && !(to1 || modal) {
				return public.Stock
			}
			been = true
		case c.modals[w]:
			modal = true
		case w == "to":
			to1 = true
		case c.hedging[w] || c.adverbs[w]:
		case c.standing[w]:
			if be && past && !to1 && strings.HasSuffix(w, "ed") || been && strings.HasSuffix(w, "ed") {
				return public.Flow
			}
			return public.Stock
		case be && !been && c.standingAt[w]: // "are detained", "be on board"
			if past && !c.prepositions[w] && !to1 {
				return public.Flow
			}
			return public.Stock
		case (be || been || modal) && strings.HasSuffix(w, "ing"):
			return public.Stock
		case c.participleAt(k), c.pastVerbs[w]:
			return public.Flow
		case modal || to1 && !be || to1:
			return public.Flow
		case w == "who" || w == "whom" || w == "that" || w == "which":
			if be || past {
				return ""
			}
		case w == "and" && k+1 < len(c.tokens) && c.numeric(k+1):
		case w == "and" || w == "but" || c.breaks[w]:
			return ""
		}
	}
	return ""
}

// closing gives the comma that closes an aside, 0 where none does soon.
func (c *claimer) closing(i int) int {
	for k := i; k < min(len(c.tokens), i+14); k++ {
		if c.tokens[k].text == "," {
			return k
		}
	}
	return 0
}

// participleAt reports whether a word is a participle or a past of an event.
func (c *claimer) participleAt(i int) bool {
	w := c.tokens[i].text
	return c.pastVerbs[w] || strings.HasSuffix(w, "ed") && len(w) > 4 && !c.edged[w]
}

// verbBefore reads "police arrested 23" and "the prison holds 1,234".
func (c *claimer) verbBefore(at int) public.Measure {
	for k := at - 1; k >= max(0, at-14); k-- {
		t := &c.tokens[k]
		w := t.text
		switch {
		case t.kind == markToken && !c.inner(k):
			if t.text == "," || t.text == ":" {
				return ""
			}
		case t.kind != wordToken:
		case c.standing[w] || w == "there" || c.be[w] && c.before1(k) == "there":
			return public.Stock
		case c.hedging[w]:
		case w == "have" || w == "has":
			return public.Stock
		case c.participleAt(k), c.pastVerbs[w], strings.HasSuffix(w, "ing") && !t.upper && len(w) > 5 && c.participleRoom(k):
			return public.Flow
		case c.modals[w]:
			return public.Flow
		case w == "to" && k+1 < at && c.tokens[k+1].kind == wordToken && !c.function[c.tokens[k+1].text]:
			return public.Flow
		case c.breaks[w]:
			return ""
		}
	}
	return ""
}

// participleRoom reports whether a word in -ing stands where a verb does: "of
// killing 70 civilians".
func (c *claimer) participleRoom(i int) bool {
	b := c.before1(i)
	return b == "of" || b == "for" || b == "after" || b == "in" || b == "by" || b == "from"
}
