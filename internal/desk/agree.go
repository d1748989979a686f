package desk

import (
	"cmp"
	"math"
	"slices"
)

// Agreement is what the claims that answer a question say of one year.
type Agreement struct {
	Year   string  // of which they speak; empty when neither they nor their articles have a date
	Groups []Group // several: they cannot all be right
}

// Group are claims whose numbers can be true together.
type Group struct {
	Low, High float64 // what all of them allow; High 0: open upwards
	Links     []Link  // oldest first
}

// aboutShare is how far from its number a claim of "about" may lie.
const aboutShare = .1

// Span gives the numbers that a claim allows; high is infinite where it bounds
// nothing.
func (c Claim) Span() (low, high float64) {
	switch c.Bound {
	case "about":
		return c.Min * (1 - aboutShare), c.Max * (1 + aboutShare)
	case "at_least", "more_than":
		return c.Min, math.Inf(1)
	case "at_most", "less_than":
		return 0, c.Max
	}
	return c.Min, max(c.Min, c.Max)
}

// Agreements puts claims that answer a question together by the year of which
// they speak, newest first, and in each year those whose numbers can be true
// together. Those that bound both ways make the groups; one that bounds one way
// only joins the first that it allows. What is denied is not among them: see
// [Denials].
func Agreements(links []Link) (out []Agreement) {
	years := map[string][]Link{}
	for _, l := range links {
		if l.State == Linked && !l.Denied() {
			year := l.Date()
			year = year[:min(4, len(year))]
			years[year] = append(years[year], l)
		}
	}
	for year, list := range years {
		out = append(out, Agreement{year, grouped(list)})
	}
	slices.SortFunc(out, func(a, b Agreement) int { return cmp.Compare(b.Year, a.Year) })
	return out
}

// Denied reports whether the claimant says that it is not so.
func (l Link) Denied() bool { return l.Polarity == Denies }

// Denials are the claims of a question that say that it is not so.
func Denials(links []Link) (out []Link) {
	for _, l := range links {
		if l.State != LinkProposed && l.Denied() {
			out = append(out, l)
		}
	}
	return out
}

func grouped(list []Link) []Group {
	slices.SortStableFunc(list, func(a, b Link) int {
		lowA, highA := a.Span()
		lowB, highB := b.Span()
		return cmp.Or(openness(lowA, highA)-openness(lowB, highB), cmp.Compare(lowA, lowB), cmp.Compare(highA, highB))
	})
	var out []Group
	for _, l := range list {
		low, high := l.Span()
		i := slices.IndexFunc(out, func(g Group) bool { return low <= g.High && g.Low <= high })
		if i < 0 {
			out = append(out, Group{Low: low, High: high, Links: []Link{l}})
			continue
		}
		g := &out[i]
		g.Low, g.High, g.Links = max(g.Low, low), min(g.High, high), append(g.Links, l)
	}
	for i := range out {
		if math.IsInf(out[i].High, 1) {
			out[i].High = 0
		}
		slices.SortStableFunc(out[i].Links, func(a, b Link) int { return cmp.Compare(a.Date(), b.Date()) })
	}
	return out
}

// openness orders spans: those that bound both ways first.
func openness(low, high float64) int {
	if low == 0 || math.IsInf(high, 1) {
		return 1
	}
	return 0
}

// RuleAnswer is the answer that a named rule gives from the claims of a question.
// It decides nothing.
type RuleAnswer struct {
	By       string
	Min, Max float64 // Max 0: open upwards
	AsOf     string
	Claims   int // that it stands on
}

// RuleAnswers gives what the rules that can be followed without judgement
// give: the range of all that counts of the newest year, the newest, the newest
// of an official.
func RuleAnswers(links []Link) (out []RuleAnswer) {
	var all, official []Link
	for _, l := range links {
		if l.State != Linked || l.Denied() {
			continue
		}
		all = append(all, l)
		if l.Kind == "state" || l.Kind == "office" {
			official = append(official, l)
		}
	}
	if len(all) == 0 {
		return nil
	}
	out = append(out, ranged("range", newest(all, yearLetters)), ranged("latest", newest(all, dateLetters)))
	if len(official) > 0 {
		out = append(out, ranged("official", newest(official, dateLetters)))
	}
	return out
}

// Of a date so many letters are compared.
const (
	yearLetters = len("2017")
	dateLetters = len("2017-03-29")
)

// newest are the claims of the last date, or year, of which any speaks: a range
// over several years would mix times.
func newest(list []Link, letters int) []Link {
	of := func(l Link) string { return l.Date()[:min(letters, len(l.Date()))] }
	last := ""
	for _, l := range list {
		last = max(last, of(l))
	}
	return slices.DeleteFunc(slices.Clone(list), func(l Link) bool { return of(l) != last })
}

// Date is when it is said to have been so, else when it was published, EDTF.
func (l ClaimLine) Date() string { return cmp.Or(l.AsOf, l.Published) }

// ranged gives the least and the most of the numbers as they were said; a claim
// of "at most" has no least.
func ranged(by string, list []Link) RuleAnswer {
	p := RuleAnswer{By: by, Claims: len(list)}
	open := false
	for _, l := range list {
		if l.Min > 0 && (p.Min == 0 || l.Min < p.Min) {
			p.Min = l.Min
		}
		open = open || l.Max == 0
		p.Max, p.AsOf = max(p.Max, l.Max), max(p.AsOf, l.Date())
	}
	if open {
		p.Max = 0
	}
	return p
}
