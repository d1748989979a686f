package analyse

import (
	"cmp"
	"slices"

	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/public"
)

// claims finds what a text claims, with and without numbers, in its order.
// Mentions are its territories, said is who says what. Its time grows with the
// length of the text alone.
func claims(in Input, mentions []mention, said speech.Found) []Claim {
	t := tongueOf(in.Language, in.Text)
	if t == nil || t.datesOnly {
		return []Claim{}
	}
	c := &claimer{tongue: t, text: in.Text, mentions: mentions, utterances: utterancesOf(said)}
	if in.Outlet != "" {
		c.outlet = []string{in.Outlet}
	}
	c.dater = newDater(in, t)
	out := []Claim{}
	eachSentence(in.Text, t, func(tokens []token) {
		c.begin(tokens)
		out = append(out, c.sentence()...)
	})
	slices.SortStableFunc(out, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(a.Span.Begin, b.Span.Begin), cmp.Compare(a.Span.End, b.Span.End))
	})
	return out
}

// claimer looks for claims in one sentence after the other.
type claimer struct {
	*tongue
	text       string
	outlet     []string
	dater      *dater
	mentions   []mention // all of the text, in their order
	utterances []utterance
	met, spoke int // how many mentions and utterances lie before the sentence

	tokens  []token
	dates   []FoundDate  // of the sentence
	peoples []mention    // mentions of the sentence
	spoken  []utterance  // that touch the sentence
	doubts  []hedgeFound // of the sentence; nil: not looked for
	starts  starter      // what its words may begin
	ground  string       // basis; empty: not looked for
	did     []actFound   // acts of speech of the sentence; nil: not looked for
	total   noun         // of which parts are told in the sentence: "Of 1,500 people who were asked"
	looked  bool

	uttering, aside []token // room for the tokens of what is said, and of who says it
	speaking        []claimSource
}

// begin takes up a sentence.
func (c *claimer) begin(tokens []token) {
	c.tokens, c.dates = tokens, c.dater.sentence(tokens)
	c.looked, c.speaking = false, nil
	c.doubts, c.did = nil, nil
	c.starts, c.ground = 0, ""
	for i := range tokens {
		c.starts |= tokens[i].starts
	}
	whole := c.span(0, len(tokens))
	for ; c.met < len(c.mentions) && c.mentions[c.met].span.End <= whole.Begin; c.met++ {
	}
	end := c.met
	for ; end < len(c.mentions) && c.mentions[end].span.Begin < whole.End; end++ {
	}
	c.peoples = c.mentions[c.met:end]
	for ; c.spoke < len(c.utterances) && c.utterances[c.spoke].last <= whole.Begin; c.spoke++ {
	}
	end = c.spoke
	for ; end < len(c.utterances) && c.utterances[end].first < whole.End; end++ {
	}
	c.spoken = c.utterances[c.spoke:end]
}

// sentence gives the claims of a sentence: the quantities, what speakers state
// without a number, and what the text itself states of orders and agreements.
func (c *claimer) sentence() []Claim {
	var out []Claim
	if c.starts&startsNumber != 0 {
		out = c.quantities()
	}
	if c.starts&(startsAct|startsSaying) != 0 || len(c.spoken) > 0 {
		out = append(out, c.statements(out)...)
	}
	if c.starts&startsOrder != 0 {
		out = append(out, c.ranks(out)...)
	}
	if c.starts&startsEvent != 0 {
		out = append(out, c.happenings(out)...)
	}
	return out
}

// quantities gives the claims with a number.
func (c *claimer) quantities() []Claim {
	var out []Claim
	after := 0
	c.total = noun{}
	for i := 0; i < len(c.tokens); {
		if c.tokens[i].starts&startsChange != 0 {
			if claim, end, ok := c.changed(i, after); ok {
				out, after, i = append(out, claim), end, end
				continue
			} else if end > i {
				i = end
				continue
			}
		}
		if c.tokens[i].starts&startsNumber == 0 {
			i++
			continue
		}
		a, ok := c.amount(i)
		if !ok || c.base(a) {
			i = max(i+1, a.end)
			continue
		}
		if claim, end, ok := c.quantified(a, after); ok {
			out = append(out, claim)
			after = end
			i = max(i+1, a.end, c.counted(a).end)
			continue
		}
		i = max(i+1, a.end) // an amount may reach back before its token
	}
	return out
}

// sourcesHere gives who says something in the sentence.
func (c *claimer) sourcesHere() []claimSource {
	if !c.looked {
		c.speaking, c.looked = c.sources(), true
		for _, x := range c.actsHere() {
			from := max(x.verb.end, x.who.end)
			_, to := c.coordinate(x.verb.begin)
			c.speaking = append(c.speaking, claimSource{begin: x.who.begin, end: x.who.end, verb: x.verb.begin, verbEnd: x.verb.end,
				hedge: public.NoHedge, from: from, to: to, denied: x.polarity == Denies, polarity: x.polarity, act: true})
		}
	}
	return c.speaking
}

func (c *claimer) span(begin, end int) ClaimSpan {
	return ClaimSpan{c.tokens[begin].runeBegin, c.tokens[end-1].runeEnd}
}

// words gives what stands between two tokens; a noun that is not named has no words.
func (c *claimer) words(begin, end int) string {
	if end <= begin {
		return ""
	}
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
		if n.named.end == n.named.begin { // a number that nothing names: "12%"
			return ""
		}
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
