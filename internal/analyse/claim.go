package analyse

import (
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/public"
)

// Claim is a quantity that a text states, with who says so and how sure. What
// the sentence does not say is empty.
type Claim struct {
	Span       ClaimSpan    `json:"span"`
	Text       string       `json:"text"`                  // the words of the span
	Cues       []Cue        `json:"cue_spans"`             // the words of hedge and bound, in their order
	Source     *ClaimSpan   `json:"source_span,omitempty"` // of the claimant
	Claimant   *Claimant    `json:"claimant,omitempty"`
	Hedge      public.Hedge `json:"hedge"`
	Bound      public.Bound `json:"bound"`
	Quantity   Quantity     `json:"quantity"`
	Time       *ClaimTime   `json:"time,omitempty"`
	Extraction string       `json:"extraction"` // rule and version
	measure    public.Measure
}

// ClaimSpan is a piece of the text in code points, End exclusive.
type ClaimSpan struct {
	Begin int `json:"start"`
	End   int `json:"end"`
}

// Cue is a piece of the text that tells hedge or bound.
type Cue struct {
	ClaimSpan
	Text string `json:"text"`
}

// Claimant is who says so, in the text's words.
type Claimant struct {
	Surface string `json:"surface"`
	Kind    string `json:"kind,omitempty"` // state, office, igo, ngo, media, expert, anonymous; empty when not known
	Plural  bool   `json:"plural,omitempty"`
}

// Quantity is how many of what. Nil numbers are unknown.
type Quantity struct {
	Min     *float64       `json:"min,omitempty"`
	Max     *float64       `json:"max,omitempty"`
	Best    *float64       `json:"best,omitempty"`
	Number  string         `json:"number"`            // the number's own words
	Unit    string         `json:"unit"`              // people, families, churches, cases … or percent
	Counted string         `json:"counted,omitempty"` // the noun with its adjectives, as it stands
	Measure public.Measure `json:"measure,omitempty"`
	Scope   string         `json:"scope,omitempty"` // what is counted and where, in the text's words

	NumberSpan ClaimSpan `json:"-"` // of Number
}

// ClaimTime is when it is said to have been so.
type ClaimTime struct {
	AsOf string `json:"as_of"` // EDTF
}

// claims finds the quantities of a text. Mentions are its territories, by which
// names of peoples are known. Its time grows with the length of the text alone.
func claims(in Input, mentions []mention) []Claim {
	t := tongueOf(in.Language, in.Text)
	if t == nil || t.datesOnly {
		return []Claim{}
	}
	peoples := map[int]mention{}
	for _, m := range mentions {
		if m.entry.kind == geo.Demonym {
			peoples[m.span.Begin] = m
		}
	}
	out := []Claim{}
	c := &claimer{tongue: t, text: in.Text, peoples: peoples}
	d := newDater(in, t)
	eachSentence(in.Text, t, func(tokens []token) {
		c.tokens, c.dates = tokens, d.sentence(tokens)
		out = append(out, c.sentence()...)
	})
	return out
}

// claimer looks for claims in one sentence after the other.
type claimer struct {
	*tongue
	text    string
	peoples map[int]mention // by the code point at which they begin
	tokens  []token
	dates   []FoundDate // of the sentence
}

func (c *claimer) sentence() []Claim {
	var out []Claim
	var sources []claimSource
	looked, after := false, 0
	for i := 0; i < len(c.tokens); {
		a, ok := c.amount(i)
		if !ok {
			i = max(i+1, a.end)
			continue
		}
		if !looked {
			sources, looked = c.sources(), true
		}
		if claim, end, ok := c.claim(a, after, sources); ok {
			out = append(out, claim)
			after = end
			i = max(i+1, a.end, c.counted(a).end)
			continue
		}
		i = max(i+1, a.end) // an amount may reach back before its token
	}
	return out
}

// claim puts an amount together with what stands around it. It gives the token
// behind the claim.
func (c *claimer) claim(a amount, after int, sources []claimSource) (Claim, int, bool) {
	n := c.counted(a)
	if n.unit == "" {
		return Claim{}, 0, false
	}
	if n.named.end == 0 {
		n.named = span2{n.begin, n.end}
	}
	begin, bound, cues := c.boundBefore(a, after)
	bound, cues, tail := c.boundBehind(a, n, bound, cues)
	if a.vague {
		bound = public.AtLeast
	}
	if a.about && bound == public.Exact {
		bound = public.About
	}
	if a.low != a.high && !a.vague {
		if bound != public.Exact && bound != public.About {
			return Claim{}, 0, false
		}
		bound = public.Range
	}
	end := c.clauseEnd(max(n.end, tail))
	if n.kind() == timeKind {
		end = c.endsBefore(max(n.end, tail), end, c.ands)
	}
	if begin >= end || c.changes(begin, end, a) || n.kind() == countKind && c.saysAt(n.end) {
		return Claim{}, 0, false
	}
	from := c.clauseBegin(begin)
	if c.whole {
		begin = max(from, after)
		if begin >= end { // the claim before has the whole clause
			return Claim{}, 0, false
		}
	}
	claim := Claim{Hedge: public.NoHedge, Bound: bound, Extraction: Version, Quantity: quantity(a, bound)}
	hedge, hedgeCues := c.hedge(a.begin)
	claim.Hedge = hedge
	cues = append(cues, hedgeCues...)
	for _, h := range hedgeCues { // "An estimated 500"
		if h.end == begin && h.begin >= after {
			begin = h.begin
		}
	}
	if s := sourceOf(sources, a.begin); s != nil {
		if s.denied {
			return Claim{}, 0, false
		}
		span := c.span(s.begin, s.end)
		claim.Source = &span
		claim.Claimant = c.claimant(s.begin, s.end)
		if claim.Hedge == public.NoHedge {
			claim.Hedge = s.hedge
			if s.hedge != public.NoHedge {
				cues = append(cues, span2{s.verb, s.verbEnd})
			}
		}
	}
	claim.Span = c.span(begin, end)
	claim.Text = c.words(begin, end)
	claim.Cues = c.cues(cues)
	claim.Quantity.Unit = n.unit
	claim.Quantity.NumberSpan, claim.Quantity.Number = c.span(c.article(a), a.end), c.words(c.article(a), a.end)
	if k := n.kind(); (k == countKind || k == shareKind) && n.named.end > n.named.begin {
		claim.Quantity.Counted = c.words(n.named.begin, n.named.end)
	}
	claim.Quantity.Measure = c.measure(n, a, from, end)
	claim.Quantity.Scope = c.scope(n, end, hedgeCues)
	if asOf := c.asOf(); asOf != "" {
		claim.Time = &ClaimTime{asOf}
	}
	return claim, end, true
}

// article gives where an amount begins with the article before it: "a hundred".
func (c *claimer) article(a amount) int {
	if a.begin > 0 && c.an[c.tokens[a.begin-1].text] && c.scales[c.tokens[a.begin].text] > 0 {
		return a.begin - 1
	}
	return a.begin
}

// quantity gives the numbers that a bound leaves known.
func quantity(a amount, bound public.Bound) Quantity {
	low, high := a.low, a.high
	switch bound {
	case public.AtLeast, public.MoreThan:
		return Quantity{Min: &low}
	case public.AtMost, public.LessThan:
		return Quantity{Max: &high}
	case public.Range:
		return Quantity{Min: &low, Max: &high}
	case public.About:
		return Quantity{Best: &low}
	}
	return Quantity{Min: &low, Max: &high, Best: &low}
}

func (c *claimer) span(begin, end int) ClaimSpan {
	return ClaimSpan{c.tokens[begin].runeBegin, c.tokens[end-1].runeEnd}
}

func (c *claimer) words(begin, end int) string {
	return c.text[c.tokens[begin].begin:c.tokens[end-1].end]
}

func (c *claimer) cues(list []span2) []Cue {
	out := []Cue{}
	for _, s := range sortSpans(list) {
		out = append(out, Cue{c.span(s.begin, s.end), c.words(s.begin, s.end)})
	}
	return out
}

// scope is what is counted up to the end of the claim, without the hedges.
func (c *claimer) scope(n noun, end int, hedges []span2) string {
	if c.whole {
		return c.words(n.named.begin, n.named.end)
	}
	out, from := "", n.begin
	add := func(to int) {
		if to > from {
			if out != "" {
				out += " "
			}
			out += c.words(from, to)
		}
	}
	for _, h := range sortSpans(hedges) {
		if h.begin >= n.begin && h.end <= end {
			add(h.begin)
			from = max(from, h.end)
		}
	}
	add(end)
	return out
}

// DeskClaims gives the claims as the desk keeps them, without ids.
func (r Result) DeskClaims() []desk.Claim {
	var out []desk.Claim
	for _, c := range r.Claims {
		d := desk.Claim{
			ArticleID: r.ID, State: desk.ClaimProposed, Rule: c.Extraction, Begin: c.Span.Begin, End: c.Span.End, Words: c.Text,
			Hedge: string(c.Hedge), Bound: string(c.Bound), Unit: c.Quantity.Unit, Measure: string(c.Quantity.Measure), Scope: c.Quantity.Scope,
		}
		var cues []string
		for _, cue := range c.Cues {
			cues = append(cues, cue.Text)
		}
		d.Cue = strings.Join(cues, " … ")
		if c.Claimant != nil {
			d.Claimant = c.Claimant.Surface
		}
		if c.Quantity.Min != nil {
			d.Min = *c.Quantity.Min
		}
		if c.Quantity.Max != nil {
			d.Max = *c.Quantity.Max
		}
		if c.Bound == public.About && c.Quantity.Best != nil {
			d.Min, d.Max = *c.Quantity.Best, *c.Quantity.Best
		}
		if c.Time != nil {
			d.AsOf = c.Time.AsOf
		}
		out = append(out, d)
	}
	return out
}
