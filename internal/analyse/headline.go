package analyse

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
)

// HeadlineKind is in what a headline says more than its text.
type HeadlineKind string

// What a headline may do with what its text says.
const (
	AddsNumber    HeadlineKind = "adds_number"    // the text does not have it
	DropsBound    HeadlineKind = "drops_bound"    // "50,000" for "as many as 50,000"
	DropsHedge    HeadlineKind = "drops_hedge"    // "are" for "are believed to be"
	DropsPolarity HeadlineKind = "drops_polarity" // "are" for "denied that they are"
	DropsClaimant HeadlineKind = "drops_claimant" // nobody says so any more
)

// HeadlineNote is one thing in which a headline says more than its text.
type HeadlineNote struct {
	Kind     HeadlineKind
	Headline string // its words: the number, or all of it
	Text     string // the words of the text that say less; empty for a number that it lacks
}

// Bounds of what is held against a text.
const (
	headlineText   = 200_000 // bytes of a text that are searched for numbers
	derivedNumber  = 10      // smaller ones may be counted by whoever wrote the headline,
	derivedYears   = 20      // and so many years from the dates of the text
	sharedWords    = 3       // that a headline and a statement have in common, and
	sharedOf       = 5       // in fifths of the headline's words, at least
	sharedFifths   = 3
	wordLetters    = 4 // shorter words are not compared
	roundedTo      = 1.25
	firstYear      = 1900
	lastYear       = 2099
	headlineStump  = 6 // letters of a word that are compared
	longestClaimed = 60
)

// Headline tells where a headline says more than the claims of its text: another
// number, or the same with more certainty. Claims that somebody refused are no
// claims of the text. It finds nothing in a language that is not covered, and
// what it finds is a note for a person: a headline is short, and may be sound.
func Headline(title, text, language string, list []desk.Claim) (notes []HeadlineNote) {
	t := tongueOf(language, text)
	if t == nil || t.datesOnly || strings.TrimSpace(title) == "" {
		return nil
	}
	list = slices.DeleteFunc(slices.Clone(list), func(c desk.Claim) bool { return c.State == desk.ClaimRefused })
	h := readHeadline(title, t)
	h.all = list
	for _, n := range h.numbers {
		notes = append(notes, h.number(n, text, list)...)
	}
	if len(h.numbers) == 0 {
		notes = h.statement(list)
	}
	return notes
}

// headlineRead is what is read of a headline.
type headlineRead struct {
	tongue     *tongue
	title      string
	words      []string // as they are compared
	all        []desk.Claim
	numbers    []headlineNumber
	hedged     bool
	attributed bool
	moods      map[Polarity]bool
}

// headlineNumber is a number with what is said of it.
type headlineNumber struct {
	words     string
	low, high float64
	bound     public.Bound
	unit      string // empty when it is not known what is counted
	counted   string
}

func readHeadline(title string, t *tongue) headlineRead {
	h := headlineRead{tongue: t, title: title, words: headlineWords(title), moods: map[Polarity]bool{}}
	h.attributed = strings.ContainsAny(title, "“”„«»\"‘’「『:：") && !strings.HasSuffix(strings.TrimSpace(title), ":")
	found := claims(Input{Text: title, Language: t.language}, nil, speech.Found{})
	for _, c := range found {
		h.attributed = h.attributed || c.Claimant != nil && c.Claimant.Kind != "author"
		h.hedged = h.hedged || c.Hedge != public.NoHedge && c.Hedge != ""
		h.moods[c.Polarity] = true
	}
	c := &claimer{tongue: t, text: title}
	c.dater = newDater(Input{Text: title, Language: t.language}, t)
	eachSentence(title, t, func(tokens []token) {
		c.begin(tokens)
		h.signs(c)
		for _, a := range c.amounts() {
			if !c.isDate(a) {
				h.numbers = append(h.numbers, c.headlineNumber(a, found))
			}
		}
	})
	return h
}

// signs notes the words of a headline by which it says less than that it is so.
func (h *headlineRead) signs(c *claimer) {
	for i, k := range c.tokens {
		if p, ok := c.acts.at(c.tokens, i); ok {
			h.moods[p.value], h.attributed = true, true
		}
		_, says := c.says.at(c.tokens, i)
		_, according := c.according.at(c.tokens, i)
		_, behind := c.accordingEnd.at(c.tokens, i)
		h.attributed = h.attributed || says || according || behind
		if _, ok := c.hedges.at(c.tokens, i); ok || c.hedging[k.text] {
			h.hedged = true
		}
		if c.denies[k.text] || c.denials[k.text] || c.negations[k.text] {
			h.moods[Denies] = true
		}
		if _, ok := c.demands.at(c.tokens, i); ok {
			h.moods[CallsFor] = true
		}
		if _, ok := c.foresees.at(c.tokens, i); ok || c.modals[k.text] || c.language == "en" && k.text == "to" {
			h.moods[Predicts], h.moods[CallsFor] = true, true
		}
	}
	if strings.ContainsAny(h.title, "?？؟") { // it asks, and says nothing
		h.moods, h.hedged, h.attributed = map[Polarity]bool{Denies: true, Questions: true, CallsFor: true, Predicts: true}, true, true
	}
}

// amounts gives the numbers of the sentence.
func (c *claimer) amounts() (out []amount) {
	for i := 0; i < len(c.tokens); {
		if c.tokens[i].starts&startsNumber == 0 {
			i++
			continue
		}
		a, ok := c.amount(i)
		if ok && !a.vague && a.low > 0 {
			out = append(out, a)
		}
		i = max(i+1, a.end)
	}
	return out
}

// isDate reports whether a number is part of a date, or a year.
func (c *claimer) isDate(a amount) bool {
	if a.low == a.high && a.low >= firstYear && a.low <= lastYear && c.span(a.begin, a.end).End-c.span(a.begin, a.end).Begin == 4 {
		return true
	}
	return c.inDate(a)
}

func (c *claimer) headlineNumber(a amount, found []Claim) headlineNumber {
	span := c.span(a.begin, a.end)
	n := headlineNumber{words: c.words(a.begin, a.end), low: a.low, high: a.high, bound: public.Exact}
	for _, f := range found {
		if f.Quantity.Number != "" && f.Quantity.NumberSpan.meets(span) {
			n.bound, n.unit, n.counted = f.Bound, f.Quantity.Unit, stumpOf(f.Quantity.Counted)
		}
	}
	if n.bound == public.Exact && n.unit == "" {
		if _, n.bound, _ = c.boundBefore(a, 0); a.about {
			n.bound = public.About
		}
	}
	return n
}

// number gives the notes on one number of a headline.
func (h *headlineRead) number(n headlineNumber, text string, list []desk.Claim) []HeadlineNote {
	var same []desk.Claim
	for _, c := range list {
		if (c.Min == n.low || c.Max == n.high) && c.Numbered() && (n.unit == "" || n.unit == c.Unit) {
			same = append(same, c)
		}
	}
	if len(same) == 0 {
		if h.adds(n, text, list) {
			return []HeadlineNote{{Kind: AddsNumber, Headline: n.words}}
		}
		return nil
	}
	notes := h.weaker(same, n.words)
	if !slices.ContainsFunc(same, func(c desk.Claim) bool { return n.keeps(c) }) {
		notes = append(notes, HeadlineNote{DropsBound, n.words, claimed(same[0])})
	}
	return notes
}

// keeps reports whether a headline's number says no more than a claim's: a round
// one may stand for about as many, and ages and terms bound nothing.
func (n headlineNumber) keeps(c desk.Claim) bool {
	bound := public.Bound(c.Bound)
	return keepsBound(n.bound, bound) || noun{unit: c.Unit}.kind() == timeKind || bound == public.About && roundNumber(n.low)
}

// roundNumber reports whether a number has one digit that is not 0.
func roundNumber(v float64) bool {
	for v >= 10 && v == math.Trunc(v) && math.Mod(v, 10) == 0 {
		v /= 10
	}
	return v < 10 && v == math.Trunc(v)
}

// keepsBound reports whether a headline's bound says no more than the text's.
func keepsBound(headline, text public.Bound) bool {
	upper := func(b public.Bound) bool { return b == public.AtMost || b == public.LessThan }
	lower := func(b public.Bound) bool { return b == public.AtLeast || b == public.MoreThan }
	switch {
	case headline == text || text == public.Exact || headline == public.Range:
		return true
	case headline == public.Exact:
		return false
	}
	return !(upper(text) && lower(headline) || lower(text) && upper(headline))
}

// adds reports whether a text does not have a number, nor one that its rounding
// may stand for.
func (h *headlineRead) adds(n headlineNumber, text string, list []desk.Claim) bool {
	fits := func(v float64) bool {
		if v == n.low || v == n.high {
			return true
		}
		return n.bound != public.Exact && v > 0 && n.low > 0 && max(v/n.low, n.low/v) <= roundedTo
	}
	for _, c := range list {
		if fits(c.Min) || fits(c.Max) {
			return false
		}
	}
	if n.unit == "years" && n.low >= derivedYears {
		return false
	}
	if n.low < derivedNumber && !slices.ContainsFunc(list, func(c desk.Claim) bool { return c.Numbered() && n.counted != "" && stumpOf(c.Counted) == n.counted }) {
		return false
	}
	if len(text) > headlineText {
		return false // it may stand further down
	}
	if hasWords(text, n.words) { // also where it counts no claim: "forty days after"
		return false
	}
	has := false
	c := &claimer{tongue: h.tongue, text: text}
	c.dater = newDater(Input{Text: text, Language: h.tongue.language}, h.tongue)
	eachSentence(text, h.tongue, func(tokens []token) {
		if has {
			return
		}
		c.begin(tokens)
		has = slices.ContainsFunc(c.amounts(), func(a amount) bool { return fits(a.low) || fits(a.high) })
	})
	return !has
}

// hasWords reports whether words stand in a text as they are, whatever their case.
func hasWords(text, words string) bool {
	text, words = strings.ToLower(text), strings.ToLower(words)
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		behind, _ := utf8.DecodeRuneInString(text[i+len(words):])
		inside := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
		if !inside(before) && !inside(behind) {
			return true
		}
		from = i + len(words)
	}
}

// statement gives the notes on a headline without a number: what the claims
// that it repeats say less surely.
func (h *headlineRead) statement(list []desk.Claim) []HeadlineNote {
	words := h.words
	var same []desk.Claim
	for _, c := range list {
		shared := 0
		has := headlineWords(c.Words)
		for _, w := range words {
			if slices.Contains(has, w) {
				shared++
			}
		}
		if shared >= sharedWords && shared*sharedOf >= len(words)*sharedFifths {
			same = append(same, c)
		}
	}
	if len(same) == 0 {
		return nil
	}
	return h.weaker(same, h.title)
}

// weaker gives the notes on what all claims that a headline repeats say, and it
// does not: who says so, with what doubt, and whether it is asserted at all.
func (h *headlineRead) weaker(same []desk.Claim, words string) (notes []HeadlineNote) {
	every := func(has func(c desk.Claim) bool) bool {
		return !slices.ContainsFunc(same, func(c desk.Claim) bool { return !has(c) })
	}
	note := func(kind HeadlineKind, drops bool) {
		if drops {
			notes = append(notes, HeadlineNote{kind, words, claimed(same[0])})
		}
	}
	named := slices.ContainsFunc(same, h.names)
	note(DropsPolarity, every(func(c desk.Claim) bool {
		return c.Polarity != desk.Asserts && !h.moods[Polarity(c.Polarity)] && (c.Polarity == desk.Denies || !named)
	}))
	note(DropsHedge, !h.hedged && every(func(c desk.Claim) bool {
		return c.Hedge != "none" && !(c.Hedge == "reported" && (h.attributed || named))
	}))
	note(DropsClaimant, !h.attributed && !named && every(attributed) && !slices.ContainsFunc(h.all, func(c desk.Claim) bool { return !attributed(c) }))
	return notes
}

// attributed reports whether somebody else than the text says so.
func attributed(c desk.Claim) bool { return c.Kind != "author" && c.Claimant+c.Kind != "" }

// names reports whether a headline has a word of who says so.
func (h *headlineRead) names(c desk.Claim) bool {
	return slices.ContainsFunc(headlineWords(c.Claimant), func(w string) bool { return slices.Contains(h.words, w) })
}

// claimed gives the words of a claim for a note.
func claimed(c desk.Claim) string {
	if utf8.RuneCountInString(c.Words) <= longestClaimed {
		return c.Words
	}
	return strings.TrimSpace(string([]rune(c.Words)[:longestClaimed])) + "…"
}

// headlineWords gives the words that are compared, each once and as far as its
// endings.
func headlineWords(text string) (out []string) {
	for _, w := range strings.Fields(search.Fold(text)) {
		if s := stumpOf(w); utf8.RuneCountInString(s) >= wordLetters && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// stumpOf gives the beginning of the last word of some.
func stumpOf(words string) string {
	list := strings.Fields(search.Fold(words))
	if len(list) == 0 {
		return ""
	}
	runes := []rune(list[len(list)-1])
	return string(runes[:min(len(runes), headlineStump)])
}
