package analyse

import (
	"strconv"
	"strings"
	"sync"

	"rightsdesk/internal/analyse/wordmap"
	"rightsdesk/internal/public"
)

// tongue is what claims are known by in one language, ready to be looked up.
type tongue struct {
	language    string
	when        *whenRules
	whole       bool // a claim is its whole clause, since the verb may stand anywhere
	datesOnly   bool // claims are not looked for
	caseless    bool // its letters have no case
	letterwise  bool // Chinese, Korean: tokens are letters
	ordinals    bool // "3." is the third
	spaceGroups bool // "50 000"
	groupMarks  string
	decimal     rune
	big         float64 // from which scales close what stands before them

	small, scales, vague, rough                                    map[string]float64
	months                                                         map[string]int
	ands, of, several, an, opens, between                          map[string]bool
	changeFrom, notBefore, notAfter, shorts                        map[string]bool
	adjectives, breaks, refused, done, helps                       map[string]bool
	joins                                                          phrases[join]
	before, behind                                                 phrases[public.Bound]
	hedges                                                         phrases[public.Hedge]
	measures                                                       phrases[public.Measure]
	nouns                                                          phrases[string]
	says                                                           phrases[public.Hedge]
	according                                                      phrases[public.Hedge]
	accordingEnd                                                   phrases[public.Hedge]
	asOf                                                           phrases[bool]
	kinds                                                          phrases[string]
	endings                                                        []string      // of adjectives
	demonyms                                                       []string      // endings of peoples in the plural
	classed                                                        phrases[bool] // what Korean counts before its number
	percent                                                        phrases[bool]
	spelled, vagues, shares, parts                                 phrases[float64]
	halves, partOf, tenths, among, amongNouns                      phrases[bool]
	rates, flows, stocks, events, places                           phrases[bool]
	currencies, signs, times                                       phrases[string]
	known                                                          wordmap.Map[wordStart]
	lists                                                          map[string]uint64 // the lists of phrases that a word begins in, while they are read
	listCount                                                      int
	function, persons, things, units, never, verbal                map[string]bool
	keeps, keepers, fuller, aged, ageVerbs, halfOf                 map[string]bool
	be, modals, hedging, standing, standingAt, prepositions        map[string]bool
	pastVerbs, edged, coordinates, reports, auxiliaries            map[string]bool
	acts                                                           phrases[Polarity]
	refusals, demands, foresees, eventVerbs, eventNouns, citing    phrases[bool]
	orders                                                         phrases[float64]
	bases                                                          phrases[string]
	articles, joining, owners, refusable, afters, lasting          map[string]bool
	changeVerbs, stepTo, stepFrom                                  map[string]bool // "rose", "to", "by"
	deltas                                                         phrases[bool]   // "늘어" behind a difference
	outOf, ofWhole, partWords, wholeWords                          map[string]bool // "of" and "most" in "most of the 45"
	within, compares                                               phrases[bool]   // "중" in "45명 중"; "down from"
	personEndings, pastEndings                                     []string
	openers, stops, adverbs, denials, denies, negations, anonymous map[string]bool
}

// groups reports whether a mark parts thousands: narrow and fixed blanks do in
// every language.
func (t *tongue) groups(r rune) bool {
	return r == 0xa0 || r == 0x202f || r == 0x2009 || r == '٬' || strings.ContainsRune(t.groupMarks, r)
}

type join uint8

const (
	joinTo join = iota
	joinBetween
)

// phrases finds runs of tokens by their first, which carries the bit of the list.
type phrases[T any] struct {
	bit     uint64
	byFirst map[string][]phrase[T]
}

type phrase[T any] struct {
	tokens []string
	value  T
}

// found is a phrase that stands in a text, up to the token end.
type found[T any] struct {
	end   int
	value T
}

// at gives the longest phrase that begins at token i.
func (p phrases[T]) at(tokens []token, i int) (out found[T], ok bool) {
	if i >= len(tokens) || tokens[i].lists&p.bit == 0 {
		return out, false
	}
	for _, x := range p.byFirst[tokens[i].text] {
		end := i + len(x.tokens)
		if end > len(tokens) || end <= out.end {
			continue
		}
		same := true
		for k, w := range x.tokens {
			if tokens[i+k].text != w || tokens[i+k].kind == numberToken {
				same = false
				break
			}
		}
		if same {
			out, ok = found[T]{end, x.value}, true
		}
	}
	return out, ok
}

func (c *claimer) match(p phrases[join], i int) (found[join], bool) { return p.at(c.tokens, i) }

// add adds phrases; commas stand between them.
func (p *phrases[T]) add(t *tongue, value T, list string) {
	if p.bit == 0 {
		p.bit, p.byFirst = t.newList(), map[string][]phrase[T]{}
	}
	for s := range strings.SplitSeq(list, ",") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		words := t.cut(s)
		p.byFirst[words[0]] = append(p.byFirst[words[0]], phrase[T]{words, value})
		t.lists[words[0]] |= p.bit
	}
}

// drop takes out the phrases that begin with a word.
func (p *phrases[T]) drop(first string) { delete(p.byFirst, first) }

// newList gives the bit by which tokens are known that begin a phrase of one
// more list.
func (t *tongue) newList() uint64 {
	if t.lists == nil {
		t.lists = map[string]uint64{}
	}
	bit := uint64(1) << t.listCount
	if bit == 0 {
		panic("more lists of phrases than bits")
	}
	t.listCount++
	return bit
}

// cut cuts a phrase of the lists into tokens as a text is cut.
func (t *tongue) cut(s string) []string {
	var out []string
	for _, k := range t.tokens(s, nil) {
		out = append(out, k.text)
	}
	return out
}

// words makes a set of a list with blanks between.
func words(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[foldWord(w)] = true
	}
	return out
}

// values reads "word 5 word 6 …".
func values(list map[string]float64) map[string]float64 {
	out := map[string]float64{}
	for w, v := range list {
		for form := range strings.FieldsSeq(w) {
			out[foldWord(form)] = v
		}
	}
	return out
}

var tonguesOf = sync.OnceValue(func() map[string]*tongue {
	out := map[string]*tongue{}
	for _, make := range []func() *tongue{tongueEnglish, tongueFrench, tongueRussian, tongueArabic, tongueChinese, tongueKorean, tongueSpanish, tongueGerman} {
		t := make()
		t.finish()
		out[t.language] = t
	}
	return out
})

// moreOf adds what quantities are known by, language by language.
var moreOf = map[string]func(*tongue){"en": moreEnglish, "fr": moreFrench, "ru": moreRussian, "ar": moreArabic, "zh": moreChinese, "ko": moreKorean}

// finish completes the lists and gathers the words that a number may begin with.
func (t *tongue) finish() {
	if more := moreOf[t.language]; more != nil {
		more(t)
	}
	t.state(statementsOf[t.language])
	w := wholeWordsOf[t.language]
	t.ofWhole, t.partWords, t.wholeWords = words(w.of), words(w.parts), words(w.measures)
	t.within.add(t, true, w.within)
	t.outOf = words(w.out)
	t.changeVerbs, t.stepTo, t.stepFrom = words(w.changes), words(w.to), words(w.from)
	t.deltas.add(t, true, strings.ReplaceAll(w.deltas, " ", ","))
	t.compares.add(t, true, w.compares)
	t.when = newWhenRules(t, whenWordsOf[t.language])
	starts := map[string]starter{}
	for _, list := range []map[string]float64{t.small, t.scales, t.vague, t.rough} {
		mark(starts, list, startsNumber)
	}
	mark(starts, t.spelled.byFirst, startsNumber)
	mark(starts, t.vagues.byFirst, startsNumber)
	mark(starts, t.shares.byFirst, startsNumber)
	mark(starts, t.changeVerbs, startsChange)
	mark(starts, t.when.first, startsDate)
	mark(starts, t.acts.byFirst, startsAct)
	mark(starts, t.says.byFirst, startsSaying)
	mark(starts, t.according.byFirst, startsSaying)
	mark(starts, t.denies, startsSaying)
	mark(starts, t.hedges.byFirst, startsHedge)
	mark(starts, t.bases.byFirst, startsBasis)
	mark(starts, t.refusals.byFirst, startsMood)
	mark(starts, t.demands.byFirst, startsMood)
	mark(starts, t.foresees.byFirst, startsMood)
	mark(starts, t.citing.byFirst, startsCiting)
	mark(starts, t.orders.byFirst, startsOrder)
	mark(starts, t.eventVerbs.byFirst, startsEvent)
	mark(starts, t.eventNouns.byFirst, startsEvent)
	known := map[string]wordStart{}
	for w, lists := range t.lists {
		known[w] = wordStart{lists: lists}
	}
	for w, what := range starts {
		known[w] = wordStart{what, known[w].lists}
	}
	t.known, t.lists = wordmap.New(known), nil
}

// wordStart is what a word may begin.
type wordStart struct {
	starts starter
	lists  uint64 // of phrases
}

// mark notes what the words of a list may begin.
func mark[T any](into map[string]starter, list map[string]T, what starter) {
	for w := range list {
		into[w] |= what
	}
}

// state adds the words of statements.
func (t *tongue) state(w statementWords) {
	for p, list := range map[Polarity]string{Asserts: w.asserts, CallsFor: w.calls, Denies: w.denies, Predicts: w.predicts} {
		t.acts.add(t, p, list)
	}
	for list, into := range map[string]*phrases[bool]{w.refusals: &t.refusals, w.demands: &t.demands, w.foresees: &t.foresees, w.verbs: &t.eventVerbs, w.nouns: &t.eventNouns, w.citing: &t.citing} {
		into.add(t, true, list)
	}
	for _, o := range w.orders {
		rank, err := strconv.Atoi(o[0])
		if err != nil {
			panic(err)
		}
		t.orders.add(t, float64(rank), o[1])
	}
	for _, b := range w.bases {
		t.bases.add(t, b[0], b[1])
	}
	t.articles, t.joining, t.owners = words(w.articles), words(w.joining), words(w.owners)
}

// tongueOf gives the tongue of a text, nil when claims are not looked for in
// its language.
func tongueOf(language, text string) *tongue {
	language, _, _ = strings.Cut(languageOf(Input{Text: text, Language: language}), "-")
	return tonguesOf()[language]
}
