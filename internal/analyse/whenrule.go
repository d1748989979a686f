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
	tables   map[string]*phrases[int] // by slot: {n} {u} {w} {m} {s}
	root     *whenNode
	first    map[string]bool // tokens with which a phrase may begin
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

// whenNode is where phrases go on after the same beginning.
type whenNode struct {
	words map[string]*whenNode
	slots []whenSlot
	rule  *whenRule // that ends here
}

type whenSlot struct {
	key   byte // of "{y}"
	table *phrases[int]
	to    *whenNode
}

// whenFound is a phrase that stands at a token, with what its slots hold.
type whenFound struct {
	rule *whenRule
	end  int
	slot map[byte]int
}

// newWhenRules reads the phrases of a language. Each line is a pattern, "=" and
// what it means; "(a|b)" are alternatives, "[a]" may be missing.
func newWhenRules(t *tongue, w whenWords) *whenRules {
	r := &whenRules{tongue: t, tables: map[string]*phrases[int]{}, root: &whenNode{}, first: map[string]bool{}, endings: strings.Fields(w.futureEndings), before: words(w.before), doubtful: words(w.doubtful), upper: w.upper, starts: map[rune]bool{}}
	for slot, list := range map[string]string{"{n}": w.numbers, "{u}": w.units, "{w}": w.weekdays, "{m}": w.months, "{s}": w.seasons} {
		r.tables[slot] = &phrases[int]{}
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
		for _, flat := range writtenOut(pattern) {
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

// writtenOut writes a pattern out without brackets.
func writtenOut(pattern string) []string {
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
	for _, tail := range writtenOut(pattern[i+length+1:]) {
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
	n := r.root
	for i, part := range rule.parts {
		if part[0] == '{' {
			table := r.tables[part]
			if i == 0 && table != nil {
				for word := range table.byFirst {
					r.first[word] = true
				}
			}
			n = n.slot(part[1], table)
			continue
		}
		if i == 0 {
			r.first[part] = true
		}
		if n.words == nil {
			n.words = map[string]*whenNode{}
		}
		if n.words[part] == nil {
			n.words[part] = &whenNode{}
		}
		n = n.words[part]
	}
	if n.rule == nil {
		n.rule = &rule
	}
}

func (n *whenNode) slot(key byte, table *phrases[int]) *whenNode {
	for _, s := range n.slots {
		if s.key == key {
			return s.to
		}
	}
	n.slots = append(n.slots, whenSlot{key, table, &whenNode{}})
	return n.slots[len(n.slots)-1].to
}

// at gives the longest phrase that begins at a token.
func (r *whenRules) at(tokens []token, i int) whenFound {
	k := &tokens[i]
	if k.kind == markToken || k.starts&startsDate == 0 {
		return whenFound{}
	}
	w := whenWalk{rules: r, tokens: tokens}
	w.from(r.root, i)
	if w.best.end == 0 {
		return whenFound{}
	}
	if w.bestN > 0 {
		w.best.slot = maps.Clone(w.best.rule.slot)
		if w.best.slot == nil {
			w.best.slot = map[byte]int{}
		}
		for _, h := range w.kept[:w.bestN] {
			w.best.slot[h.key] = h.value
		}
	} else {
		w.best.slot = w.best.rule.slot
	}
	return w.best
}

// whenWalk follows the phrases along a text.
type whenWalk struct {
	rules  *whenRules
	tokens []token
	held   [6]heldSlot // on the way
	n      int
	best   whenFound
	kept   [6]heldSlot // of best
	bestN  int
}

type heldSlot struct {
	key   byte
	value int
}

func (w *whenWalk) from(n *whenNode, i int) {
	if n.rule != nil && i > w.best.end {
		w.best = whenFound{rule: n.rule, end: i}
		w.kept, w.bestN = w.held, w.n
	}
	if i >= len(w.tokens) {
		return
	}
	if n.words != nil {
		if next := n.words[w.tokens[i].text]; next != nil {
			w.from(next, i+1)
		}
	}
	for k := range n.slots {
		s := &n.slots[k]
		value, end := w.rules.slot(s, w.tokens, i)
		if end == i || w.n == len(w.held) {
			continue
		}
		w.held[w.n] = heldSlot{s.key, value}
		w.n++
		w.from(s.to, end)
		w.n--
	}
}

// slot reads what a slot holds at a token; its end is i where it holds nothing.
func (r *whenRules) slot(s *whenSlot, tokens []token, i int) (value, end int) {
	k := &tokens[i]
	whole := int(k.value)
	digits := k.kind == numberToken && float64(whole) == k.value
	size := k.runeEnd - k.runeBegin
	switch s.key {
	case 'y':
		if digits && size == 4 && whole >= 1900 && whole < 2100 {
			return whole, i + 1
		}
	case 'd', 'x':
		if digits && size <= 2 && whole >= 1 && whole <= 31 {
			return whole, i + 1
		}
		if day := ordinal(k); day > 0 {
			return day, i + 1
		}
	case 'n':
		if digits && whole >= 1 && whole < 1000 {
			return whole, i + 1
		}
	}
	if s.table == nil {
		return 0, i
	}
	p, ok := s.table.at(tokens, i)
	if !ok || r.upper && !k.upper && (s.key == 'm' || s.key == 'w') {
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
