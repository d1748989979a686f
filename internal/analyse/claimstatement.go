package analyse

import (
	"slices"

	"rightsdesk/internal/public"
)

// leastWords is how many words a statement has at least.
const leastWords = 4

// statements gives what speakers say in the sentence without a number: what was
// found as said or quoted, and acts of speech such as "raised concerns about".
// Known are the claims of the sentence so far, which are not told again.
func (c *claimer) statements(known []Claim) []Claim {
	var out []Claim
	whole := c.span(0, len(c.tokens))
	for _, u := range c.spoken {
		if u.content.Begin < whole.Begin || u.content.Begin >= whole.End || told(known, u.content) {
			continue
		}
		if claim, ok := c.uttered(u); ok {
			out = append(out, claim)
		}
	}
	for i := 0; i < len(c.tokens); i++ {
		if c.tokens[i].starts&startsAct == 0 {
			continue
		}
		p, ok := c.acts.at(c.tokens, i)
		if !ok || c.tokens[i].upper && i > 0 {
			continue
		}
		if claim, ok := c.act(i, p); ok && !told(known, claim.Content) && !told(out, claim.Content) {
			out = append(out, claim)
			i = p.end - 1
		}
	}
	return out
}

// told reports whether claims say already what stands in a piece of the text.
func told(list []Claim, content ClaimSpan) bool {
	return slices.ContainsFunc(list, func(c Claim) bool {
		return content.holds(c.Quantity.NumberSpan) || c.Quantity.Number == "" && content.meets(c.Content)
	})
}

// uttered gives the claim of an utterance that begins in the sentence.
func (c *claimer) uttered(u utterance) (Claim, bool) {
	words := c.tongue.tokens(u.text)
	if c.length(words) < leastWords || u.speaker == "" && !u.quoted || c.unsaid(u) {
		return Claim{}, false
	}
	claim := Claim{Span: u.content, Text: u.text, Content: u.content, Claimant: c.speaker(u), Mode: Paraphrased, Polarity: u.polarity,
		Bound: public.Exact, Via: c.outlet, Basis: c.basis(), Extraction: Version, Place: c.allPlaces(u.content)}
	if u.speaker != "" {
		source := u.source
		claim.Source = &source
	}
	if u.quoted {
		claim.Mode = Quoted
	}
	at := c.tokenAt(u.content.Begin)
	hedge, cues := c.hedge(at)
	claim.Hedge, claim.Cues = hedge, c.cues(cues)
	if u.cueText != "" {
		claim.Cues = append(claim.Cues, Cue{u.cue, u.cueText})
		slices.SortStableFunc(claim.Cues, func(a, b Cue) int { return a.Begin - b.Begin })
	}
	if claim.Polarity == Asserts {
		claim.Polarity = c.mood(words, u.quoted || u.speaker == "")
	}
	claim.Time = c.contentTime(u.content, c.tokenAt(u.source.Begin))
	return claim, true
}

// unsaid reports whether somebody only did not say something, which denies nothing.
func (c *claimer) unsaid(u utterance) bool {
	return u.polarity == Denies && !u.quoted && !slices.ContainsFunc(c.tongue.tokens(u.cueText), func(k token) bool { return c.denies[k.text] })
}

// length counts words, two letters of Chinese or Korean as one.
func (c *claimer) length(tokens []token) int {
	words, letters := 0, 0
	for _, k := range tokens {
		switch k.kind {
		case wordToken, numberToken:
			words++
		case letterToken:
			letters++
		}
	}
	return words + letters/2
}

// mood tells by the words of a statement whether it denies, asks for or foresees
// something. Only what is quoted is searched for denials, since a cue tells of
// what is reported.
func (c *claimer) mood(words []token, quoted bool) Polarity {
	for i := range words {
		if _, ok := c.refusals.at(words, i); ok && quoted {
			return Denies
		}
	}
	for i := range words {
		if _, ok := c.demands.at(words, i); ok {
			return CallsFor
		}
	}
	for i := range words {
		if _, ok := c.foresees.at(words, i); ok && !words[i].upper {
			return Predicts
		}
	}
	return Asserts
}

// tokenAt gives the token at a code point, or the last before it.
func (c *claimer) tokenAt(at int) int {
	i, found := slices.BinarySearchFunc(c.tokens, at, func(k token, at int) int { return k.runeBegin - at })
	if !found && i > 0 {
		i--
	}
	return i
}

// act gives the claim of an act of speech that stands at a token: who raised
// concerns about what, listed whom first, agrees that something is so.
func (c *claimer) act(i int, p found[Polarity]) (Claim, bool) {
	s, ok := c.said(i, found[public.Hedge]{p.end, public.NoHedge})
	if !ok || s.denied || s.unsaid || s.end <= s.begin || s.begin > i && c.language != "ar" {
		return Claim{}, false
	}
	s.begin = c.ownSubject(s.begin, s.end)
	who := c.claimant(s.begin, s.end)
	if who.Kind == "" {
		return Claim{}, false
	}
	from := max(p.end, s.end)
	if c.language != "ar" {
		from = p.end
	}
	_, to := c.coordinate(from)
	for to > from && c.markAt(to-1) {
		to--
	}
	if to-from < 2 || c.length(c.tokens[from:to]) < leastWords-1 {
		return Claim{}, false
	}
	begin := min(s.begin, i)
	claim := Claim{Span: c.span(begin, to), Text: c.words(begin, to), Content: c.span(from, to), Bound: public.Exact, Polarity: p.value,
		Claimant: who, Mode: Paraphrased, Via: c.outlet, Basis: c.basis(), Extraction: Version}
	source := c.span(s.begin, s.end)
	claim.Source = &source
	claim.Place = c.allPlaces(claim.Content)
	hedge, cues := c.hedge(i)
	claim.Hedge, claim.Cues = hedge, c.cues(append(cues, span2{i, p.end}))
	if claim.Polarity == Asserts {
		claim.Polarity = c.mood(c.tokens[from:to], false)
	}
	claim.Time = c.contentTime(claim.Content, s.begin)
	if r, ok := c.rankIn(from, to); ok {
		claim.Quantity = r
	}
	c.quote(&claim, from)
	return claim, true
}

// ownSubject leaves out what stands before an article inside a subject: "one
// thing the experts agree on".
func (c *claimer) ownSubject(begin, end int) int {
	for i := end - 1; i > begin; i-- {
		if c.articles[c.tokens[i].text] && !c.joining[c.tokens[i-1].text] {
			return i
		}
	}
	return begin
}

// contentTime gives the dates of a statement: inside what is said, and before
// the claimant, who is a token of the sentence.
func (c *claimer) contentTime(content ClaimSpan, source int) *ClaimTime {
	var out ClaimTime
	for _, d := range c.dates {
		switch {
		case d.moment.grain == noGrain:
		case content.holds(d.Span):
			if out.RefersTo == "" {
				out.RefersTo = d.Value
			}
		case !d.since && out.SaidOn == "" && (d.end <= source || d.Span.Begin < content.Begin):
			out.SaidOn = d.Value
		}
	}
	if out == (ClaimTime{}) {
		return nil
	}
	return &out
}
