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
	t := func(msg string) string { return locale.T(string(l), msg, "what", r.About) }
	place := func(msg string) string { return locale.T(string(l), msg, "territory", l.territory(r.About)) }
	switch r.Code {
	case desk.SaysThing:
		return t("counts “{what}”")
	case desk.SaysOrigin:
		return place("whose: {territory}")
	case desk.SaysPlace:
		return place("where: {territory}")
	case desk.NearPlace:
		return place("where: {territory}, as its sentence says")
	case desk.SaysMeasure:
		return l.measureSaid(r.About)
	case desk.OtherPlace:
		return place("elsewhere: {territory}")
	case desk.AlsoPlace:
		return place("it also names {territory}")
	case desk.NoPlace:
		return place("it does not say that it is there: {territory}")
	case desk.NoOrigin:
		return place("it does not say whose: {territory}")
	case desk.OtherMeasure:
		return l.measureOther(r.About)
	case desk.OtherUnit:
		return t("it counts something else: {what}")
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

func (l tongue) questionFuncs() template.FuncMap {
	return template.FuncMap{
		"line": func(p *questionPage, x desk.Link) questionLine { return questionLine{p, x} },
		"ledger": func(p *questionPage, list []desk.Link, name string) questionLedger {
			return questionLedger{p, list, name}
		},
		"why": l.reasons, "rulename": l.ruleName, "numberof": l.numberOf}
}
