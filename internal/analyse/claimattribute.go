package analyse

import (
	"slices"

	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/public"
)

// utterance is what somebody says in the text, quoted or not.
type utterance struct {
	content, source, cue ClaimSpan
	text                 string // of the content
	speaker, cueText     string
	polarity             Polarity
	quoted, person       bool
	first, last          int // code points that it reaches over with its speaker
}

// utterancesOf gives what was said in the order of the text.
func utterancesOf(said speech.Found) []utterance {
	var out []utterance
	add := func(content speech.Span, text string, s speech.Speaker, cue speech.Words, stance speech.Stance, quoted bool) {
		u := utterance{content: ClaimSpan(content), text: text, cueText: cue.Text, source: ClaimSpan(s.Span), cue: ClaimSpan(cue.Span), speaker: s.Text, polarity: Polarity(stance.String()), quoted: quoted, person: s.Person}
		u.first, u.last = content.Begin, content.End
		out = append(out, u)
	}
	for _, q := range said.Quotations {
		add(q.Span, q.Text, q.Speaker, q.Cue, q.Stance, true)
	}
	for _, p := range said.Paraphrases {
		add(p.Span, p.Text, p.Speaker, p.Cue, p.Stance, false)
	}
	slices.SortStableFunc(out, func(a, b utterance) int { return a.first - b.first })
	return out
}

// attribute says who claims what stands at a token, through whom, in which mode
// and on what basis. It gives the cues with those of the claimant's verb.
func (c *claimer) attribute(claim *Claim, at int, cues []span2) []span2 {
	claim.Extraction, claim.Via, claim.Basis, claim.Mode = Version, c.outlet, c.basis(), Unattributed
	claim.Place = c.place(claim.Content)
	if s := sourceOf(c.sourcesHere(), at); s != nil {
		if s.act && claim.Polarity == Asserts {
			claim.Polarity = s.polarity
		}
		if s.denied {
			claim.Polarity = Denies
			cues = append(cues, span2{s.verb, s.verbEnd})
		}
		if s.end > s.begin {
			span := c.span(s.begin, s.end)
			claim.Source, claim.Claimant, claim.Mode = &span, c.claimant(s.begin, s.end), Paraphrased
		}
		if claim.Hedge == public.NoHedge && s.hedge != public.NoHedge && s.hedge != "" {
			claim.Hedge = s.hedge
			cues = append(cues, span2{s.verb, s.verbEnd})
		}
	}
	c.quote(claim, at)
	if claim.Claimant == nil && claim.Mode == Unattributed {
		claim.Claimant = &Claimant{Kind: "author"}
	}
	c.relay(claim)
	return cues
}

// quote takes up what is quoted at a token: its mode, and its speaker where the
// sentence names none.
func (c *claimer) quote(claim *Claim, at int) {
	here := c.tokens[at].runeBegin
	for _, u := range c.spoken {
		if here < u.content.Begin || here >= u.content.End {
			continue
		}
		if u.quoted {
			claim.Mode = Quoted
			if u.content.End-u.content.Begin < (claim.Span.End-claim.Span.Begin)/2 {
				claim.Mode = PartlyQuoted
			}
		}
		if u.polarity == Denies && claim.Polarity == Asserts && !u.quoted {
			claim.Polarity = Denies
		}
		if claim.Source != nil || u.speaker == "" && !u.quoted {
			continue
		}
		claim.Claimant = c.speaker(u)
		if u.speaker != "" {
			claim.Source = &u.source
			if claim.Mode == Unattributed {
				claim.Mode = Paraphrased
			}
		}
	}
}

// speaker gives the claimant of an utterance, an anonymous one when the text
// names nobody.
func (c *claimer) speaker(u utterance) *Claimant {
	if u.speaker == "" {
		return &Claimant{Kind: "anonymous"}
	}
	tokens := c.tokens
	c.aside = c.tongue.tokens(u.speaker, c.aside)
	c.tokens = c.aside
	defer func() { c.tokens = tokens }()
	if len(c.tokens) == 0 {
		return &Claimant{Surface: u.speaker}
	}
	out := c.kindOf(0, len(c.tokens))
	out.Surface = u.speaker
	switch {
	case c.isTerritory(u.source):
		out.Kind = "state"
	case out.Kind == "person" && !u.person:
		out.Kind = "" // an organisation by its name
	case out.Kind == "" && u.person && c.tokens[0].upper && len(c.tokens) <= 5:
		out.Kind = "person"
	}
	return out
}

// isTerritory reports whether a claimant is a state by its name: "Belarus said".
func (c *claimer) isTerritory(source ClaimSpan) bool {
	return slices.ContainsFunc(c.near(source), func(m mention) bool {
		return m.entry.kind != geo.Demonym && m.span.Begin <= source.Begin+4 && m.span.End == source.End && m.span.Begin >= source.Begin
	})
}

// near gives the mentions inside a piece of the text.
func (c *claimer) near(s ClaimSpan) []mention {
	begin, _ := slices.BinarySearchFunc(c.mentions, s.Begin, func(m mention, at int) int { return m.span.Begin - at })
	end := begin
	for end < len(c.mentions) && c.mentions[end].span.End <= s.End {
		end++
	}
	return c.mentions[begin:end]
}

// relay moves who only passes something on into the chain: "Example News, citing
// officials, said".
func (c *claimer) relay(claim *Claim) {
	if claim.Source == nil || claim.Claimant == nil {
		return
	}
	if c.starts&startsCiting == 0 {
		return
	}
	for i := range c.tokens {
		p, ok := c.citing.at(c.tokens, i)
		if !ok || c.tokens[i].runeBegin < claim.Source.Begin {
			continue
		}
		begin, end := c.subjectBehind(p.end)
		if !c.named(begin, end) || c.span(begin, end).meets(*claim.Source) {
			return
		}
		claim.Via = append(slices.Clone(claim.Via), claim.Claimant.Surface)
		span := c.span(begin, end)
		claim.Source, claim.Claimant = &span, c.claimant(begin, end)
		return
	}
}

// basis says what a sentence names as the ground of what it claims.
func (c *claimer) basis() string {
	if c.ground != "" {
		return c.ground
	}
	c.ground = "unstated"
	for i := range c.tokens {
		if c.tokens[i].starts&startsBasis == 0 {
			continue
		}
		if p, ok := c.bases.at(c.tokens, i); ok {
			c.ground = p.value
			break
		}
	}
	return c.ground
}

// place gives the territories that a piece of the text names, those that only
// name a people left out when others are there.
func (c *claimer) place(span ClaimSpan) []string {
	names := c.territories(span, func(m mention) bool { return m.entry.kind != geo.Demonym })
	if len(names) > 0 {
		return names
	}
	return c.allPlaces(span)
}

// allPlaces gives all territories that a piece of the text names.
func (c *claimer) allPlaces(span ClaimSpan) []string {
	return c.territories(span, func(mention) bool { return true })
}

func (c *claimer) territories(span ClaimSpan, which func(mention) bool) (out []string) {
	for _, m := range c.mentions[c.met:] {
		if m.span.Begin >= span.End {
			break
		}
		if m.span.Begin >= span.Begin && m.span.End <= span.End && m.territory != "" && which(m) && !slices.Contains(out, m.territory) {
			out = append(out, m.territory)
		}
	}
	return out
}

// quantityTime gives the dates of a claim with a number. A state without a date
// is of the month of the article.
func (c *claimer) quantityTime(claim Claim, n noun, from, end int) *ClaimTime {
	out := ClaimTime{SaidOn: c.saidOn(claim)}
	if n.kind() != timeKind {
		out.AsOf = c.asOf(from)
	}
	out.dated = out.AsOf != ""
	for _, d := range c.dates {
		if d.moment.grain != noGrain && d.begin >= from && d.end <= end+4 && d.Value != out.AsOf && !c.comparedAt(d.begin, from) && !(claim.Source != nil && c.saidDate(d)) {
			out.RefersTo = d.Value
			break
		}
	}
	if out.AsOf == "" && claim.Quantity.Measure == public.Stock {
		switch {
		case out.RefersTo != "":
			out.AsOf, out.RefersTo = out.RefersTo, ""
		case !c.dater.known.first.IsZero() && claim.Polarity == Asserts:
			out.AsOf = c.dater.known.month()
		}
	}
	if out == (ClaimTime{}) {
		return nil
	}
	return &out
}

// month gives the month of a moment, or its year where no more is known.
func (m moment) month() string {
	if m.grain == yearGrain {
		return m.String()
	}
	return monthOf(m.first.Year(), m.first.Month()).String()
}

// saidOn gives the date on which a claimant is said to have spoken.
func (c *claimer) saidOn(claim Claim) string {
	if claim.Source == nil {
		return ""
	}
	for _, d := range c.dates {
		if d.moment.grain != noGrain && !d.since && c.saidDate(d) && !claim.Content.holds(d.Span) {
			return d.Value
		}
	}
	return ""
}

// saidDate reports whether a date stands beside the verb or the claimant rather
// than in what is said: right behind the verb, or before everything else.
func (c *claimer) saidDate(d FoundDate) bool {
	for _, s := range c.sourcesHere() {
		if s.verbEnd > 0 && d.begin >= s.verbEnd && d.begin-s.verbEnd <= 2 || s.end > s.begin && d.end <= s.begin && d.begin <= 4 {
			return true
		}
	}
	return false
}
