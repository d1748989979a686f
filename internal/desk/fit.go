package desk

import (
	"slices"
	"strings"

	"rightsdesk/internal/edtf"
)

// Traits are what a claim says of what it counts, as the machine reads it.
type Traits struct {
	Words   string   // that say what is counted, without those that say how sure it is
	Origins []string // territories whose people or things are counted, by id
	Places  []string // territories where they are
	Around  []string // territories of its sentence, where the claim itself names none
	About   []string // territories of its article, where its sentence names none either
	Measure string   // stock, flow, rate; empty when it cannot be told
}

// Keys are the territories by which questions find the claim.
func (t Traits) Keys() []string {
	return sortedUnique(slices.Concat(t.Origins, t.Places, t.Around, t.About))
}

// Key is the territory by which a question finds claims: whose, else where.
func (q Question) Key() string {
	if q.Origin != "" {
		return q.Origin
	}
	return q.Territory
}

// Verdict is what the machine thinks of a claim for a question.
type Verdict string

// The verdicts.
const (
	Answers Verdict = "answers"
	Near    Verdict = "near" // it counts the like, and one thing is otherwise: shown beside, never as the same
)

// Reason is why a claim fits a question or does not: a code, and what it is about.
type Reason struct {
	Code  string
	About string // a term, an id of a territory, a measure, a unit or a date
}

// The codes of reasons. The first speak for a claim, the others against it.
const (
	SaysThing    = "thing"
	SaysAct      = "act"
	SaysOrigin   = "origin"
	SaysPlace    = "place"
	SaysMeasure  = "measure"
	NearPlace    = "around" // the place stands in its sentence only
	ArticlePlace = "about"  // it names no place, and its article is about this one alone

	OtherPlace   = "other-place"
	AlsoPlace    = "also-place" // it names the place and another
	NoPlace      = "no-place"
	NoOrigin     = "no-origin"
	OtherMeasure = "other-measure" // about "": it cannot be told
	OtherUnit    = "other-unit"
	NotAsserted  = "not-asserted" // the claimant denies, asks, demands or foresees it
	Before       = "before"
	After        = "after"
)

// Fit is a claim that touches a question.
type Fit struct {
	Verdict Verdict
	Score   float64  // 0 to 1, by which proposals are ordered
	For     []Reason // why it fits
	Against []Reason // why it is not the same; of one that answers: none
}

// FitClaim says whether a claim touches a question, and why. It must count the
// thing that is asked for, of nobody else; what is otherwise in one way is
// near, in two ways it is none. No claim of another measure, place, unit or
// time is ever taken for an answer, nor one that does not say whose it counts.
// Its place may be that of its article, where that is about one alone.
func FitClaim(q Question, c Claim, t Traits) (f Fit, touches bool) {
	return newAsked(q).fit(c, t, newSpoken(t.Words))
}

// Asker compares claims with many questions.
type Asker struct {
	by map[string][]asked // questions by their key
}

// NewAsker makes questions ready; those that are closed or have no terms ask nothing.
func NewAsker(list []Question) Asker {
	a := Asker{map[string][]asked{}}
	for _, q := range list {
		if !q.Closed && len(q.Terms) > 0 {
			a.by[q.Key()] = append(a.by[q.Key()], newAsked(q))
		}
	}
	return a
}

// Fits gives what each question that a claim touches makes of it, by their ids.
func (a Asker) Fits(c Claim, t Traits) map[string]Fit {
	out := map[string]Fit{}
	var said *spoken
	for _, key := range t.Keys() {
		for _, q := range a.by[key] {
			if said == nil {
				s := newSpoken(t.Words)
				said = &s
			}
			if f, touches := q.fit(c, t, *said); touches {
				out[q.ID] = f
			}
		}
	}
	return out
}

// asked is a question with its terms made ready.
type asked struct {
	Question
	terms, acts []wanted
}

func newAsked(q Question) asked {
	a := asked{Question: q}
	for _, t := range q.Terms {
		a.terms = append(a.terms, newWanted(t.Text))
	}
	for _, t := range q.Acts {
		a.acts = append(a.acts, newWanted(t.Text))
	}
	return a
}

func (q asked) fit(c Claim, t Traits, said spoken) (f Fit, touches bool) {
	if !c.Numbered() || c.Rank > 0 || incomparable[c.Unit] {
		return f, false
	}
	i := slices.IndexFunc(q.terms, said.says)
	if i < 0 {
		return f, false
	}
	f.For = append(f.For, Reason{SaysThing, q.terms[i].text})
	if len(q.acts) > 0 {
		if i = slices.IndexFunc(q.acts, said.says); i < 0 {
			return Fit{}, false
		}
		f.For = append(f.For, Reason{SaysAct, q.acts[i].text})
	}
	loose := 0
	switch {
	case q.Origin == "":
	case slices.Contains(t.Origins, q.Origin):
		f.For = append(f.For, Reason{SaysOrigin, q.Origin})
	case len(t.Origins) > 0:
		return Fit{}, false
	default:
		f.Against = append(f.Against, Reason{NoOrigin, q.Origin})
	}
	loose += f.place(q.Question, t)
	switch {
	case t.Measure == q.Measure:
		f.For = append(f.For, Reason{SaysMeasure, q.Measure})
	default:
		f.Against = append(f.Against, Reason{OtherMeasure, t.Measure})
	}
	if c.Unit != q.Unit {
		f.Against = append(f.Against, Reason{OtherUnit, c.Unit})
	}
	if c.Polarity != "" && c.Polarity != Asserts {
		f.Against = append(f.Against, Reason{NotAsserted, c.Polarity})
	}
	if r := q.otherTime(c); r.Code != "" {
		f.Against = append(f.Against, r)
	}
	switch len(f.Against) {
	case 0:
		f.Verdict, f.Score = Answers, 1-.2*float64(loose)
	case 1:
		f.Verdict, f.Score = Near, .5
	default:
		return Fit{}, false
	}
	return f, true
}

// incomparable are units of terms and ages, which count nothing that a question
// could mean.
var incomparable = map[string]bool{"years": true, "months": true, "weeks": true, "days": true, "hours": true}

// place compares where. It gives 1 when the claim's sentence had to be asked,
// and 2 when its article had to be.
func (f *Fit) place(q Question, t Traits) (loose int) {
	places, here := t.Places, SaysPlace
	if len(places) == 0 {
		places, here, loose = t.Around, NearPlace, 1
	}
	if len(places) == 0 {
		return f.articlePlace(q, t)
	}
	others := elsewhere(q, places)
	switch {
	case !slices.Contains(places, q.Territory) && len(others) > 0:
		f.Against = append(f.Against, Reason{OtherPlace, others[0]})
	case !slices.Contains(places, q.Territory):
		f.Against = append(f.Against, Reason{NoPlace, q.Territory})
	case len(others) > 0:
		f.Against = append(f.Against, Reason{AlsoPlace, others[0]})
	default:
		f.For = append(f.For, Reason{here, q.Territory})
	}
	return loose
}

// articlePlace asks what tells the place where no sentence does: whose people
// they are ("Russian prisoners"), or what the article is about, if that is one
// territory alone.
func (f *Fit) articlePlace(q Question, t Traits) (loose int) {
	switch {
	case q.Origin == "" && slices.Contains(t.Origins, q.Territory):
		f.For = append(f.For, Reason{NearPlace, q.Territory})
		return 1
	case slices.Contains(t.About, q.Territory) && len(elsewhere(q, t.About)) == 0:
		f.For = append(f.For, Reason{ArticlePlace, q.Territory})
		return 2
	}
	f.Against = append(f.Against, Reason{NoPlace, q.Territory})
	return 0
}

// elsewhere leaves out of territories where a question asks, and of whom.
func elsewhere(q Question, ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == q.Territory || id == q.Origin })
}

// otherTime gives the reason when a claim is about a time that is not asked for.
func (q Question) otherTime(c Claim) Reason {
	at, err := edtf.Parse(c.AsOf)
	if err != nil {
		return Reason{}
	}
	if since, err := edtf.Parse(q.Since); err == nil && at.Last().Before(since.First) {
		return Reason{Before, c.AsOf}
	}
	if until, err := edtf.Parse(q.Until); err == nil && at.First.After(until.Last()) {
		return Reason{After, c.AsOf}
	}
	return Reason{}
}

// ReasonsText writes reasons as they are stored, a line each.
func ReasonsText(list []Reason) string {
	lines := make([]string, len(list))
	for i, r := range list {
		lines[i] = r.Code + " " + r.About
	}
	return strings.Join(lines, "\n")
}

// ParseReasons reads what ReasonsText writes.
func ParseReasons(text string) (out []Reason) {
	for line := range strings.SplitSeq(text, "\n") {
		if code, about, found := strings.Cut(line, " "); found {
			out = append(out, Reason{code, about})
		}
	}
	return out
}
