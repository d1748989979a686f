package office

import (
	"html/template"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
)

// reasons says in a line why a claim touches a question.
func (l tongue) reasons(list []desk.Reason) string {
	words := make([]string, 0, len(list))
	for _, r := range list {
		words = append(words, l.reason(r))
	}
	return strings.Join(words, "; ")
}

func (l tongue) reason(r desk.Reason) string {
	switch r.Code {
	case desk.SaysThing:
		return locale.T(string(l), "counts “{what}”", "what", r.About)
	case desk.SaysAct:
		return locale.T(string(l), "says “{what}”", "what", r.About)
	case desk.SaysOrigin:
		return locale.T(string(l), "whose: {territory}", "territory", l.territory(r.About))
	case desk.SaysPlace:
		return locale.T(string(l), "where: {territory}", "territory", l.territory(r.About))
	case desk.NearPlace:
		return locale.T(string(l), "where: {territory}, as its sentence says", "territory", l.territory(r.About))
	case desk.ArticlePlace:
		return locale.T(string(l), "where: {territory}, as its article is about it", "territory", l.territory(r.About))
	case desk.SaysMeasure:
		return l.measureSaid(r.About)
	case desk.OtherPlace:
		return locale.T(string(l), "elsewhere: {territory}", "territory", l.territory(r.About))
	case desk.AlsoPlace:
		return locale.T(string(l), "it also names {territory}", "territory", l.territory(r.About))
	case desk.NoPlace:
		return locale.T(string(l), "it does not say that it is there: {territory}", "territory", l.territory(r.About))
	case desk.NoOrigin:
		return locale.T(string(l), "it does not say whose: {territory}", "territory", l.territory(r.About))
	case desk.OtherMeasure:
		return l.measureOther(r.About)
	case desk.OtherUnit:
		return locale.T(string(l), "it counts something else: {what}", "what", r.About)
	case desk.NotAsserted:
		return locale.T(string(l), "it is not asserted: the claimant denies, asks, demands or foresees it")
	case desk.Before:
		return locale.T(string(l), "of before the time that is asked about: {date}", "date", locale.Date(string(l), r.About))
	case desk.After:
		return locale.T(string(l), "of after the time that is asked about: {date}", "date", locale.Date(string(l), r.About))
	}
	return r.Code
}

func (l tongue) measureSaid(m string) string {
	switch m {
	case "stock":
		return locale.T(string(l), "says how many there are at one time")
	case "flow":
		return locale.T(string(l), "says what happens in a time")
	}
	return locale.T(string(l), "says a rate")
}

func (l tongue) measureOther(m string) string {
	switch m {
	case "stock":
		return locale.T(string(l), "it says how many there are at one time")
	case "flow":
		return locale.T(string(l), "it says what happens in a time, not how many there are")
	case "rate":
		return locale.T(string(l), "it says a rate")
	}
	return locale.T(string(l), "it cannot be told whether it counts what is or what happens")
}

func (l tongue) ruleName(by string) string {
	switch by {
	case "range":
		return locale.T(string(l), "the range of all that counts")
	case "latest":
		return locale.T(string(l), "the newest")
	case "official":
		return locale.T(string(l), "the official one")
	case "most_reliable":
		return locale.T(string(l), "the most reliable one")
	case "own_estimate":
		return locale.T(string(l), "our own estimate")
	}
	return locale.T(string(l), "not named")
}

// numberOf says a claim's number with its bound and hedge.
func (l tongue) numberOf(c desk.Claim) string {
	n := locale.Decimal(string(l), max(c.Min, c.Max))
	switch c.Bound {
	case "range":
		return l.bounds(c.Min, c.Max)
	case "exact":
		return n
	}
	return locale.T(string(l), "{bound} {n}", "bound", l.bound(c.Bound), "n", n)
}

// questionField names the field of an audit entry about a question or its
// figure; empty for another.
func (l tongue) questionField(f string) string {
	switch f {
	case "wanted":
		return locale.T(string(l), "words that are looked for")
	case "acts_wanted":
		return locale.T(string(l), "what happens to them")
	case "origin":
		return locale.T(string(l), "of whom")
	case "until":
		return locale.T(string(l), "not after")
	case "definition":
		return locale.T(string(l), "what counts as one")
	case "scope":
		return locale.T(string(l), "what is not counted")
	case "editor":
		return locale.T(string(l), "to whom claims are proposed")
	case "closed":
		return locale.T(string(l), "closed")
	case "by":
		return locale.T(string(l), "by which rule")
	}
	return ""
}

func (l tongue) questionFuncs() template.FuncMap {
	return template.FuncMap{
		"line": func(p *questionPage, x desk.Link) questionLine { return questionLine{p, x} },
		"ledger": func(p *questionPage, list []desk.Link, name string) questionLedger {
			return questionLedger{p, list, name}
		},
		"why": l.reasons, "rulename": l.ruleName, "numberof": l.numberOf}
}
