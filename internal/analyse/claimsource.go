package analyse

import (
	"slices"
	"strings"

	"rightsdesk/internal/geo"
	"rightsdesk/internal/public"
)

// claimSource is who says something in a sentence, with the tokens that it is
// said in.
type claimSource struct {
	begin, end    int // of the claimant
	verb, verbEnd int
	hedge         public.Hedge // of the verb: "estimates"
	from, to      int          // what it speaks for
	denied        bool         // it says that it is not so
	polarity      Polarity     // of an act
	act           bool         // an act of speech rather than a verb of saying
	unsaid        bool         // it does not say so: "officials did not say that …"
}

// sourceOf gives the source that speaks for a token; where two do, the nearer.
func sourceOf(list []claimSource, i int) *claimSource {
	var best *claimSource
	for k := range list {
		s := &list[k]
		if i < s.from || i >= s.to || i >= s.begin && i < s.end {
			continue
		}
		if best == nil || abs(i-s.verb) < abs(i-best.verb) {
			best = s
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// sources finds who says something in the sentence.
func (c *claimer) sources() []claimSource {
	var out []claimSource
	for i := 0; i < len(c.tokens); i++ {
		if c.tokens[i].starts&startsSaying == 0 {
			continue
		}
		if p, ok := c.according.at(c.tokens, i); ok {
			if s, ok := c.accordingTo(i, p); ok {
				out = append(out, s)
				i = max(s.end, p.end) - 1 // a source may stand before
			}
			continue
		}
		if c.denies[c.tokens[i].text] && !c.refusesThing(i+1) {
			s := claimSource{verb: i, verbEnd: i + 1, from: i, to: c.barrierBehind(i), denied: true}
			if b, e := c.denier(i); c.named(b, e) {
				s.begin, s.end = b, e
			}
			out = append(out, s)
			continue
		}
		if p, ok := c.says.at(c.tokens, i); ok {
			if s, ok := c.said(i, p); ok {
				out = append(out, s)
			}
			i = p.end - 1
		}
	}
	return out
}

// refusesThing reports whether what stands behind a verb of denial is refused
// rather than said not to be so: "denied bail to four men".
func (c *claimer) refusesThing(i int) bool {
	return i < len(c.tokens) && c.refusable[c.tokens[i].text]
}

// denier gives who denies something with the verb at a token.
func (c *claimer) denier(i int) (int, int) {
	if c.language == "ar" {
		return c.subjectBehind(i + 1)
	}
	for i > 0 && c.adverbs[c.tokens[i-1].text] {
		i--
	}
	return c.subjectBefore(i)
}

// accordingTo reads "according to X", "по данным X", "X에 따르면", "据X报道".
func (c *claimer) accordingTo(i int, p found[public.Hedge]) (claimSource, bool) {
	s := claimSource{begin: p.end, verb: i, verbEnd: p.end, hedge: p.value, to: len(c.tokens)}
	if c.language == "ko" { // the source stands before
		s.begin, s.end = c.clauseBegin(i), i
		return s, c.named(s.begin, s.end)
	}
	s.end = s.begin
	for ; s.end < len(c.tokens) && s.end < s.begin+maxSource; s.end++ {
		k := c.tokens[s.end]
		if k.kind == markToken && !c.inner(s.end) || k.kind == numberToken || c.breaks[k.text] || c.stops[k.text] {
			break
		}
		if _, ok := c.accordingEnd.at(c.tokens, s.end); ok {
			break
		}
		if _, ok := c.says.at(c.tokens, s.end); ok && c.language != "zh" {
			break
		}
		if _, ok := c.before.at(c.tokens, s.end); ok {
			break
		}
	}
	if c.language == "zh" {
		e, ok := c.accordingEnd.at(c.tokens, s.end)
		if !ok {
			return s, false
		}
		s.hedge = e.value
	}
	for k := s.begin; k < s.end && s.hedge == public.NoHedge; k++ {
		if c.reports[c.tokens[k].text] { // "according to local media"
			s.hedge = public.Reported
		}
	}
	return s, c.named(s.begin, s.end)
}

// maxSource is how many tokens a claimant has at most.
const maxSource = 16

// said reads "X said that …", "…, X said" and "…, said X".
func (c *claimer) said(i int, p found[public.Hedge]) (claimSource, bool) {
	s := claimSource{verb: i, verbEnd: p.end, hedge: p.value}
	end := i
	for end > 0 && c.adverbs[c.tokens[end-1].text] {
		if c.denials[c.tokens[end-1].text] {
			s.from, s.to, s.unsaid = p.end, c.barrierBehind(p.end), true
			return s, true
		}
		end--
	}
	comma := end > 0 && c.tokens[end-1].kind == markToken && !c.inner(end-1)
	if comma && c.closes(end-1) && c.tokens[i].text != "told" { // who is told stands behind it
		if b, e := c.subjectBehind(p.end); c.named(b, e) {
			s.begin, s.end, s.from, s.to = b, e, c.barrierBefore(end-1), end
			return s, true
		}
	}
	if c.letterwise && c.language == "ko" {
		return c.saidKorean(s, i)
	}
	if c.language == "ar" { // the subject stands behind the verb
		s.begin, s.end = c.subjectBehind(p.end)
		s.from, s.to = s.end, len(c.tokens)
		return s, c.named(s.begin, s.end)
	}
	s.begin, s.end = c.subjectBefore(end)
	if !c.named(s.begin, s.end) {
		return s, false
	}
	s.from, s.to = p.end, c.barrierBehind(p.end)
	if s.begin > 0 && c.closes(s.begin-1) && c.short(p.end) {
		s.from, s.to = c.barrierBefore(s.begin-1), s.begin
	}
	return s, true
}

// closes reports whether a mark ends what is quoted or reported.
func (c *claimer) closes(i int) bool {
	return slices.Contains([]string{",", "”", "\"", "»", "“", "，", "」", "،", "–", "—"}, c.tokens[i].text)
}

// short reports whether a sentence says no more behind a verb of saying.
func (c *claimer) short(i int) bool {
	for k := i; k < len(c.tokens); k++ {
		if c.tokens[k].kind == numberToken && !c.dated(k) || k > i+8 {
			return false
		}
		if c.tokens[k].text == "that" || c.tokens[k].text == "que" || c.tokens[k].text == "что" {
			return false
		}
	}
	return true
}

// dated reports whether a number is a year or stands beside a month.
func (c *claimer) dated(i int) bool {
	_, year := c.year(i)
	_, before := c.months[c.before1(i)]
	_, behind := c.months[c.before1(min(i+2, len(c.tokens)))]
	return year || before || behind
}

// subjectBefore gives the subject of a verb that begins at end.
func (c *claimer) subjectBefore(end int) (int, int) {
	end = c.asideBefore(end)
	until, verb := end, end
	if end > 0 && c.tokens[end-1].text == "," { // "Ann Example, a lawyer, said"
		k := end - 2
		for ; k > 0 && c.tokens[k].text != ","; k-- {
			if c.tokens[k].kind == markToken && !c.inner(k) || end-k > maxSource {
				return 0, 0
			}
		}
		if k <= 0 {
			return 0, 0
		}
		until, end = k, k
		if c.name(k+1, verb-1) {
			until = verb - 1
		}
	}
	begin := end
	for begin > 0 && end-begin < maxSource {
		k := c.tokens[begin-1]
		if k.kind == markToken && !c.inner(begin-1) || k.kind == wordToken && (c.breaks[k.text] || c.openers[k.text]) {
			break
		}
		begin--
	}
	return begin, until
}

// asideBefore gives where an aside in brackets begins that ends at end, and end
// itself where none does: "Officials (two of them) said".
func (c *claimer) asideBefore(end int) int {
	if end == 0 || c.tokens[end-1].text != ")" {
		return end
	}
	for k := end - 2; k > 0 && end-k <= maxSource; k-- {
		if c.tokens[k].text == "(" {
			return k
		}
	}
	return end
}

// name reports whether tokens are a short name: "…, Ann Example, said".
func (c *claimer) name(begin, end int) bool {
	for _, k := range c.tokens[begin:end] {
		if !k.upper {
			return false
		}
	}
	return end > begin && end-begin <= 4
}

// subjectBehind gives the subject that follows a verb.
func (c *claimer) subjectBehind(begin int) (int, int) {
	end := begin
	for end < len(c.tokens) && end-begin < maxSource {
		k := c.tokens[end]
		if end > begin && c.language == "ar" && c.territoryAt(end) {
			break
		}
		if k.kind == markToken && !c.inner(end) || k.kind == numberToken || k.kind == wordToken && (c.breaks[k.text] || c.stops[k.text]) {
			break
		}
		end++
	}
	return begin, end
}

// saidKorean: the subject opens the sentence or stands before the verb, which
// closes it; a particle ends it.
func (c *claimer) saidKorean(s claimSource, verb int) (claimSource, bool) {
	if verb > 1 && strings.Contains("이가은는", c.tokens[verb-1].text) {
		for i := verb - 2; i > max(0, verb-maxSource); i-- {
			if c.tokens[i-1].text == "고" && c.tokens[i].blank {
				s.begin, s.end, s.from, s.to = i, verb-1, 0, i
				return s, c.named(s.begin, s.end)
			}
		}
	}
	for i := 1; i < min(verb, 3*maxSource); i++ {
		k := c.tokens[i]
		if k.kind == numberToken || k.kind == markToken && !c.inner(i) {
			break
		}
		if (k.text == "은" || k.text == "는") && !strings.Contains("에서로", c.tokens[i-1].text) && i+1 < len(c.tokens) && c.tokens[i+1].blank {
			s.begin, s.end, s.from, s.to = 0, i, i+1, verb
			return s, c.named(s.begin, s.end)
		}
	}
	return s, false
}

// named reports whether tokens can be a claimant: short, with a word, and no
// pronoun that tells nobody.
func (c *claimer) named(begin, end int) bool {
	longest := maxSource
	if c.letterwise {
		longest = 2 * maxSource
	}
	if end <= begin || end-begin >= longest {
		return false
	}
	words := false
	for _, k := range c.tokens[begin:end] {
		if k.kind == numberToken || c.denials[k.text] {
			return false
		}
		words = words || k.kind != markToken
	}
	return words && !c.openers[c.tokens[begin].text] && !(end-begin == 1 && c.refused[c.tokens[begin].text])
}

func (c *claimer) barrierBefore(i int) int {
	for i > 0 {
		if k := c.tokens[i-1]; k.kind == wordToken && c.breaks[k.text] {
			return i
		}
		i--
	}
	return 0
}

func (c *claimer) barrierBehind(i int) int {
	for ; i < len(c.tokens); i++ {
		if k := c.tokens[i]; k.kind == wordToken && c.breaks[k.text] && i > 0 && c.tokens[i-1].kind == markToken {
			return i
		}
	}
	return i
}

// saysAt reports whether a verb of saying stands at i: what was counted is who
// says something.
func (c *claimer) saysAt(i int) bool {
	for i < len(c.tokens) && c.adverbs[c.tokens[i].text] {
		i++
	}
	p, ok := c.says.at(c.tokens, i)
	return ok && p.end > i && !c.letterwise
}

func (c *claimer) claimant(begin, end int) *Claimant {
	out := c.kindOf(begin, end)
	out.Surface = c.words(begin, end)
	if c.isTerritory(c.span(begin, end)) {
		out.Kind = "state"
	}
	return out
}

// kindOf tells what kind of claimant tokens name: by the first word that says
// so, else a person by the capitals of a short name.
func (c *claimer) kindOf(begin, end int) *Claimant {
	out := &Claimant{}
	for i := begin; i < end; i++ {
		if k, ok := c.kinds.at(c.tokens, i); ok {
			out.Kind = k.value
			break
		}
	}
	first, last := c.tokens[begin].text, c.tokens[end-1].text
	if c.anonymous[first] {
		out.Kind, out.Plural = "anonymous", true
	}
	if out.Kind == "" && c.name(begin, end) && !c.articles[first] && first != "the" && first != "a" {
		out.Kind = "person"
	}
	if out.Kind == "" && c.persons[last] {
		out.Kind = "person"
	}
	out.Plural = out.Plural || c.plural(begin, end)
	return out
}

// plural reports whether a claimant is named in the plural.
func (c *claimer) plural(begin, end int) bool {
	last := c.tokens[end-1]
	switch c.language {
	case "en":
		return strings.HasSuffix(last.text, "s") && !strings.HasSuffix(last.text, "ss") && !last.upper
	case "fr", "es":
		for _, k := range c.tokens[begin:min(end, begin+2)] {
			if !k.upper && !c.function[k.text] && strings.HasSuffix(k.text, "s") && len(k.text) > 3 {
				return true
			}
		}
	case "ru":
		return strings.HasSuffix(last.text, "и") || strings.HasSuffix(last.text, "ы")
	case "ar":
		return strings.HasSuffix(last.text, "ون") || strings.HasSuffix(last.text, "ين")
	}
	return false
}

// territoryAt reports whether the name of a territory begins at a token.
func (c *claimer) territoryAt(i int) bool {
	for _, m := range c.peoples {
		if m.span.Begin == c.tokens[i].runeBegin && m.entry.kind != geo.Demonym {
			return true
		}
	}
	return false
}
