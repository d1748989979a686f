package analyse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/public"
)

// leastWords is how many words an utterance has at least, leastSaid those behind
// an act of speech: "expressed interest in the programme".
const (
	leastWords = 4
	leastSaid  = 2
)

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
	for _, x := range c.actsHere() {
		if claim, ok := c.act(x); ok && !told(known, claim.Content) && !told(out, claim.Content) {
			out = append(out, claim)
		}
	}
	return append(out, c.reported(known, out)...)
}

// reported gives what the sentence says that somebody of a known kind said, where
// no utterance was found.
func (c *claimer) reported(known, out []Claim) []Claim {
	var more []Claim
	for _, s := range c.sourcesHere() {
		if s.denied || s.unsaid || s.act || s.end <= s.begin || s.verb < s.begin && c.language != "ar" {
			continue
		}
		if c.tokens[s.verb].text == "told" { // who is told stands between
			continue
		}
		from, to := c.trimmed(max(s.from, s.verbEnd), s.to)
		for _, d := range c.dates { // "said on Monday that"
			if d.begin <= from+1 && d.end > from {
				from = d.end
			}
		}
		for from < to && (c.openers[c.tokens[from].text] || c.stops[c.tokens[from].text] && c.language != "en" || c.markAt(from)) {
			from++
		}
		claim, ok := c.stated(span2{s.begin, s.end}, span2{s.verb, s.verbEnd}, span2{from, to}, Asserts, leastWords)
		if ok && !told(known, claim.Content) && !told(out, claim.Content) && !told(more, claim.Content) {
			more = append(more, claim)
		}
	}
	return more
}

// trimmed ends a piece of the sentence before a clause that is set against it,
// and before marks.
func (c *claimer) trimmed(from, to int) (int, int) {
	for i := from + 1; i < to; i++ {
		if c.tokens[i-1].kind == markToken && c.coordinates[c.tokens[i].text] {
			to = i - 1
		}
	}
	for to > from && c.markAt(to-1) {
		to--
	}
	return from, to
}

// told reports whether claims say already what stands in a piece of the text.
func told(list []Claim, content ClaimSpan) bool {
	return slices.ContainsFunc(list, func(c Claim) bool {
		return content.holds(c.Quantity.NumberSpan) || c.Quantity.Number == "" && content.meets(c.Content)
	})
}

// uttered gives the claim of an utterance that begins in the sentence.
func (c *claimer) uttered(u utterance) (Claim, bool) {
	c.uttering = c.tongue.tokens(u.text, c.uttering)
	words := c.uttering
	if c.length(words) < leastWords || u.speaker == "" && !u.quoted || c.unsaid(u) || u.quoted && !c.wholeSentence(words) {
		return Claim{}, false
	}
	who := c.speaker(u)
	if who.Kind == "" && unnamed(u.speaker) || who.Kind == "anonymous" && c.articles[foldWord(u.speaker)] { // "some" alone
		return Claim{}, false
	}
	u = c.cutOff(u)
	claim := Claim{Span: u.content, Text: u.text, Content: u.content, Claimant: who, Mode: Paraphrased, Polarity: u.polarity,
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

// unnamed reports whether a speaker is not told by a name: it begins with no
// capital, or with an article.
func unnamed(speaker string) bool {
	r, _ := utf8.DecodeRuneInString(speaker)
	return !unicode.IsUpper(r) || strings.HasPrefix(speaker, "The ") || strings.HasPrefix(speaker, "A ")
}

// leastQuoted is how many words a quotation has at least.
const leastQuoted = 6

// wholeSentence reports whether what is quoted begins as a sentence does and is
// long enough to state something; where letters have no case, length decides.
func (c *claimer) wholeSentence(words []token) bool {
	if c.length(words) < leastQuoted && len(words) < leastQuoted {
		return false
	}
	return words[0].kind != wordToken || words[0].upper || c.caseless
}

// cutOff ends what is reported before a clause that is set against it: ", while
// others say".
func (c *claimer) cutOff(u utterance) utterance {
	if u.quoted || u.content.End > c.tokens[len(c.tokens)-1].runeEnd {
		return u
	}
	begin, last := c.tokenAt(u.content.Begin), c.tokenAt(u.content.End-1)
	from, to := c.trimmed(begin, last+1)
	if to > from && to <= last && c.tokens[begin].runeBegin == u.content.Begin {
		u.content, u.text = c.span(from, to), c.words(from, to)
	}
	return u
}

// unsaid reports whether somebody only did not say something, which denies nothing.
func (c *claimer) unsaid(u utterance) bool {
	if u.polarity != Denies || u.quoted {
		return false
	}
	c.aside = c.tongue.tokens(u.cueText, c.aside)
	return !slices.ContainsFunc(c.aside, func(k token) bool { return c.denies[k.text] })
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
	out := Asserts
	for i := range words {
		if words[i].starts&startsMood == 0 {
			continue
		}
		if _, ok := c.refusals.at(words, i); ok && quoted {
			return Denies
		}
		if _, ok := c.demands.at(words, i); ok {
			out = CallsFor
		} else if _, ok := c.foresees.at(words, i); ok && !words[i].upper && out == Asserts {
			out = Predicts
		}
	}
	return out
}

// tokenAt gives the token at a code point, or the last before it.
func (c *claimer) tokenAt(at int) int {
	i, found := slices.BinarySearchFunc(c.tokens, at, func(k token, at int) int { return k.runeBegin - at })
	if !found && i > 0 {
		i--
	}
	return i
}

// actFound is an act of speech in the sentence, with who does it.
type actFound struct {
	who, verb span2
	polarity  Polarity
}

// actsHere finds the acts of speech of the sentence once.
func (c *claimer) actsHere() []actFound {
	if c.did != nil || c.starts&startsAct == 0 {
		return c.did
	}
	c.did = []actFound{}
	for i := 0; i < len(c.tokens); i++ {
		if c.tokens[i].starts&startsAct == 0 || c.tokens[i].upper && i > 0 {
			continue
		}
		p, ok := c.acts.at(c.tokens, i)
		if !ok {
			continue
		}
		if c.passive(i, p.end) || p.value == Denies && c.refusesThing(p.end) {
			continue
		}
		if begin, end := c.actor(i, p.end); c.named(begin, end) && c.kindOf(begin, end).Kind != "" {
			c.did = append(c.did, actFound{span2{begin, end}, span2{i, p.end}, p.value})
		}
		i = p.end - 1
	}
	return c.did
}

// passive reports whether a verb has no object: "an activist accused of".
func (c *claimer) passive(i, end int) bool {
	return c.language == "en" && end == i+1 && end < len(c.tokens) && strings.HasSuffix(c.tokens[i].text, "ed") && c.joining[c.tokens[end].text]
}

// actor gives who does an act of speech: before the verb, adverbs and an aside
// passed over, in Arabic behind it first.
func (c *claimer) actor(verb, behind int) (int, int) {
	if c.language == "ar" {
		if begin, end := c.subjectBehind(behind); c.named(begin, end) && c.kindOf(begin, end).Kind != "" {
			return begin, end
		}
	}
	end := verb
	for end > 0 && c.adverbs[c.tokens[end-1].text] && !c.denials[c.tokens[end-1].text] {
		end--
	}
	if end > 1 && c.tokens[end-1].text == "," { // "officials, as is reported, showed interest"
		for _, h := range c.hedgesHere() {
			if h.end == end-1 && h.begin > 0 && c.tokens[h.begin-1].text == "," {
				end = h.begin - 1
			}
		}
	}
	if end > 0 && c.tokens[end-1].text == "," {
		return 0, 0
	}
	begin, end := c.subjectBefore(end)
	return c.bareSubject(c.ownSubject(begin, end), end), end
}

// bareSubject leaves out a date before a subject, and in Russian an adverbial
// before it: "Через неделю на встрече чиновники".
func (c *claimer) bareSubject(begin, end int) int {
	for _, d := range c.dates {
		if d.begin == begin && d.end < end {
			begin = d.end
		}
	}
	if c.language != "ru" || begin >= end || !c.joining[c.tokens[begin].text] {
		return begin
	}
	for i := begin; i < end; i++ {
		if _, ok := c.kinds.at(c.tokens, i); ok {
			for i > begin && c.adjectival(c.tokens[i-1].text) {
				i--
			}
			return i
		}
	}
	return begin
}

// act gives the claim of an act of speech: who raised concerns about what,
// listed whom first, agrees that something is so.
func (c *claimer) act(x actFound) (Claim, bool) {
	from := x.verb.end
	if x.who.begin >= x.verb.end { // Arabic
		from = x.who.end
	}
	_, to := c.coordinate(from)
	from, to = c.trimmed(from, to)
	claim, ok := c.stated(x.who, x.verb, span2{from, to}, x.polarity, leastSaid)
	if !ok {
		return Claim{}, false
	}
	begin := min(x.who.begin, x.verb.begin)
	claim.Span, claim.Text = c.span(begin, to), c.words(begin, to)
	if r, ok := c.rankIn(from, to); ok {
		claim.Quantity = r
	}
	return claim, true
}

// stated puts a statement together from who says, the verb, and what is said.
// The claimant must be of a known kind, and what is said have so many words.
func (c *claimer) stated(who, verb, content span2, polarity Polarity, least int) (Claim, bool) {
	if c.length(c.tokens[content.begin:max(content.begin, content.end)]) < least {
		return Claim{}, false
	}
	claimant := c.claimant(who.begin, who.end)
	if claimant.Kind == "" {
		return Claim{}, false
	}
	claim := Claim{Span: c.span(content.begin, content.end), Text: c.words(content.begin, content.end), Bound: public.Exact, Polarity: polarity,
		Claimant: claimant, Mode: Paraphrased, Via: c.outlet, Basis: c.basis(), Extraction: Version}
	claim.Content = claim.Span
	source := c.span(who.begin, who.end)
	claim.Source, claim.Place = &source, c.allPlaces(claim.Content)
	hedge, cues := c.hedge(verb.begin)
	claim.Hedge, claim.Cues = hedge, c.cues(append(cues, verb))
	if claim.Polarity == Asserts {
		claim.Polarity = c.mood(c.tokens[content.begin:content.end], false)
	}
	claim.Time = c.contentTime(claim.Content, who.begin)
	c.quote(&claim, content.begin)
	c.relay(&claim)
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
