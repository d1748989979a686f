package analyse

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// whenRules are the phrases by which one language names dates, ready to be
// looked up.
type whenRules struct {
	tongue   *tongue
	tables   map[string]phrases[int] // by slot: {n} {u} {w} {m} {s}
	first    map[string][]whenRule   // by the first token
	numbers  []whenRule              // those that may begin with digits
	since    phrases[bool]
	sinceEnd phrases[bool] // behind the date, as in Chinese
	future   phrases[bool]
	endings  []string        // of verbs in the future
	starts   map[rune]bool   // with which such a verb begins
	before   map[string]bool // words before a bare month that is a common word too
	doubtful map[string]bool // such months
	upper    bool            // names of months and days are written with capitals
}

// whenRule is one phrase: literal words and slots, and what it means.
type whenRule struct {
	parts []string
	op    string
	n     int
	slot  map[byte]int // what the phrase itself says: c is the number, u the unit
}

// whenFound is a phrase that stands at a token, with what its slots hold.
type whenFound struct {
	rule whenRule
	end  int
	slot map[byte]int
}

// newWhenRules reads the phrases of a language. Each line is a pattern, "=" and
// what it means; "(a|b)" are alternatives, "[a]" may be missing.
func newWhenRules(t *tongue, w whenWords) *whenRules {
	r := &whenRules{tongue: t, tables: map[string]phrases[int]{}, first: map[string][]whenRule{}, since: phrases[bool]{}, sinceEnd: phrases[bool]{},
		future: phrases[bool]{}, endings: strings.Fields(w.futureEndings), before: words(w.before), doubtful: words(w.doubtful), upper: w.upper, starts: map[rune]bool{}}
	for slot, list := range map[string]string{"{n}": w.numbers, "{u}": w.units, "{w}": w.weekdays, "{m}": w.months, "{s}": w.seasons} {
		r.tables[slot] = phrases[int]{}
		for i, forms := range strings.Split(list, "|") {
			r.tables[slot].add(t, i+1, forms)
		}
	}
	r.since.add(t, true, w.since)
	r.sinceEnd.add(t, true, w.sinceEnd)
	r.future.add(t, true, w.future)
	for line := range strings.Lines(w.rules) {
		pattern, meaning, found := strings.Cut(strings.TrimSpace(line), " = ")
		if !found {
			continue
		}
		op, n, slot := parseMeaning(meaning)
		for _, flat := range alternatives(pattern) {
			r.add(whenRule{r.cut(flat), op, n, slot})
		}
	}
	return r
}

// parseMeaning reads "ago", "unit -1" and "unit -1 u3".
func parseMeaning(s string) (op string, n int, slot map[byte]int) {
	list := strings.Fields(s)
	for _, f := range list[1:] {
		key, digits := byte(0), f
		if f[0] >= 'a' {
			key, digits = f[0], f[1:]
		}
		v, err := strconv.Atoi(digits)
		switch {
		case err != nil:
			panic(fmt.Sprintf("%q means no date", s))
		case key == 0:
			n = v
		case slot == nil:
			slot = map[byte]int{key: v}
		default:
			slot[key] = v
		}
	}
	if c := slot['c']; c > 0 {
		slot['n'] = c
	}
	return list[0], n, slot
}

// alternatives writes a pattern out without brackets.
func alternatives(pattern string) []string {
	i := strings.IndexAny(pattern, "([")
	if i < 0 {
		return []string{pattern}
	}
	length := strings.IndexAny(pattern[i:], ")]")
	if length < 0 {
		panic(fmt.Sprintf("a bracket stays open in %q", pattern))
	}
	choices := strings.Split(pattern[i+1:i+length], "|")
	if pattern[i] == '[' {
		choices = append(choices, "")
	}
	var out []string
	for _, tail := range alternatives(pattern[i+length+1:]) {
		for _, c := range choices {
			out = append(out, pattern[:i]+c+tail)
		}
	}
	return out
}

// cut cuts a pattern into tokens as a text is cut; slots stay whole.
func (r *whenRules) cut(pattern string) []string {
	var out []string
	for pattern != "" {
		i := strings.IndexByte(pattern, '{')
		if i < 0 {
			return append(out, r.tongue.cut(pattern)...)
		}
		out = append(append(out, r.tongue.cut(pattern[:i])...), pattern[i:i+3])
		pattern = pattern[i+3:]
	}
	return out
}

func (r *whenRules) add(rule whenRule) {
	head := rule.parts[0]
	if head[0] != '{' {
		r.first[head] = append(r.first[head], rule)
		return
	}
	if strings.Contains("{n} {d} {y} {x}", head) {
		r.numbers = append(r.numbers, rule)
	}
	for word := range r.tables[head] {
		r.first[word] = append(r.first[word], rule)
	}
}

// at gives the longest phrase that begins at a token.
func (r *whenRules) at(tokens []token, i int) (best whenFound) {
	k := &tokens[i]
	list := r.numbers
	switch k.kind {
	case markToken:
		return best
	case wordToken, letterToken:
		list = r.first[k.text]
	}
	for _, rule := range list {
		if found, ok := r.match(rule, tokens, i); ok && found.end > best.end {
			best = found
		}
	}
	return best
}

func (r *whenRules) match(rule whenRule, tokens []token, i int) (whenFound, bool) {
	out := whenFound{rule: rule, end: i, slot: rule.slot}
	var held []struct {
		key   byte
		value int
	}
	for _, part := range rule.parts {
		if out.end >= len(tokens) {
			return out, false
		}
		if part[0] != '{' {
			if tokens[out.end].text != part {
				return out, false
			}
			out.end++
			continue
		}
		value, end := r.slot(part, tokens, out.end)
		if end == out.end {
			return out, false
		}
		held = append(held, struct {
			key   byte
			value int
		}{part[1], value})
		out.end = end
	}
	if len(held) > 0 {
		out.slot = maps.Clone(rule.slot)
		if out.slot == nil {
			out.slot = map[byte]int{}
		}
		for _, h := range held {
			out.slot[h.key] = h.value
		}
	}
	return out, true
}

// slot reads what a slot holds at a token; its end is i where it holds nothing.
func (r *whenRules) slot(part string, tokens []token, i int) (value, end int) {
	k := &tokens[i]
	whole := int(k.value)
	digits := k.kind == numberToken && float64(whole) == k.value
	size := k.runeEnd - k.runeBegin
	switch part {
	case "{y}":
		if digits && size == 4 && whole >= 1900 && whole < 2100 {
			return whole, i + 1
		}
		return 0, i
	case "{d}", "{x}":
		if digits && size <= 2 && whole >= 1 && whole <= 31 {
			return whole, i + 1
		}
		if day := ordinal(k); day > 0 {
			return day, i + 1
		}
		return 0, i
	case "{n}":
		if digits && whole >= 1 && whole < 1000 {
			return whole, i + 1
		}
	}
	p, ok := r.tables[part].at(tokens, i)
	if !ok || r.upper && !k.upper && (part == "{m}" || part == "{w}") {
		return 0, i
	}
	return p.value, p.end
}

// ordinal reads "11th" and "1er", 0 for anything else.
func ordinal(k *token) int {
	if k.kind != oddToken {
		return 0
	}
	digits := strings.TrimRight(k.text, "abcdefghijklmnopqrstuvwxyz")
	day, err := strconv.Atoi(digits)
	if err != nil || day < 1 || day > 31 || len(digits) == len(k.text) || len(k.text) > len(digits)+2 {
		return 0
	}
	return day
}
