package extract

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateline is what a paragraph that begins with one gives.
type dateline struct {
	raw, outlet, date, place, link, byline string
	rule                                   string // the form
	body                                   string // the paragraph without it
}

// sureness is how sure a form is when it is found, 0 to 1: an order of how
// seldom other text is written so, by judgement and not measured.
var sureness = map[string]float64{
	"outlet-date": 0.95, "outlet-period": 0.8, "outlet-bare-date": 0.7, "outlet-dash": 0.7, "place-date": 0.95, "site-author-date": 0.95, "outlet-mark-date": 0.9, "date-outlet": 0.85, "agency": 0.85, "date-first": 0.8,
	"byline-dash": 0.8, "trailing-date": 0.8, "acronym": 0.7, "place": 0.7, "date-line": 0.7, "byline": 0.6,
}

// public gives a dateline as other programs see it.
func (f dateline) public() Dateline {
	return Dateline{Raw: f.raw, Outlet: f.outlet, Date: f.date, Place: f.place, Link: f.link, Rule: f.rule, Confidence: sureness[f.rule]}
}

// headLetters is how many bytes of a paragraph may be dateline.
const headLetters = 200

// findDateline looks whether a paragraph begins with a dateline. The rules, the
// surest first:
//
//	outlet-date        Outlet (29.03.2017) – – body
//	place-date         NEW YORK (24 October 2018) - body
//	site-author-date   (site.net – D. S. – August 14, 2017) body
//	agency             BEIJING, March 29 (Agency) – body
//	acronym            Some News Agency (SNA) – body
//	place              (Moscow) – body; RANGOON — body; DUBAI: body
//	outlet-dash        Outlet – body, where the desk knows the outlet
//	date-first         30/6/2014- body
//	outlet-period      Outlet (16-30.06.2021) – body
//	date-outlet        9 March 2018, Outlet – body; 9 March 2018 | Outlet
//	outlet-mark-date   Outlet, 9 March 2018 – body; Outlet: 9 March 2018 – body; Outlet | Oct. 22, 2018
//	outlet-bare-date   Outlet 29.03.2017 – body
//	byline-dash        By P. Z., Executive Director, Org — body
func findDateline(p string, opt Options, now time.Time) (dateline, bool) {
	p = withoutBidi(p)
	for _, rule := range [...]func(string, Options, time.Time) (dateline, bool){bracketed, dateFirst, markDate, bareDate, bylineDash, capitalPlace} {
		if f, yes := rule(p, opt, now); yes {
			f.raw = strings.TrimSpace(strings.TrimSuffix(p, f.body))
			return f, true
		}
	}
	return dateline{}, false
}

// dateFirst: 30/6/2014- body; 9 March 2018, Outlet – body.
func dateFirst(p string, opt Options, now time.Time) (dateline, bool) {
	date, n := scanDate(p, now)
	if n == 0 {
		return dateline{}, false
	}
	rest := strings.TrimSpace(behindDate(p[n:]))
	mark, size := utf8.DecodeRuneInString(rest)
	if name := strings.TrimSpace(rest[size:]); mark == '|' && (opt.knows(name) || isName(name) && namesOrganisation(name)) {
		f := dateline{date: date}
		f.who(name, opt)
		f.rule = "date-outlet"
		return f, true
	}
	if strings.ContainsRune(",|،，", mark) {
		return dateOutlet(date, rest[size:], opt)
	}
	body, link, ok := behindDash(rest)
	if !ok || body == "" {
		return dateline{}, false
	}
	return dateline{date: date, link: link, body: body, rule: "date-first"}, true
}

// dateOutlet reads what stands behind a date and a comma: Outlet – body.
func dateOutlet(date, rest string, opt Options) (dateline, bool) {
	for at, r := range rest {
		if at > headLetters/2 {
			break
		}
		if !isDash(r) || at == 0 || rest[at-1] != ' ' {
			continue
		}
		name := strings.TrimSpace(rest[:at])
		body, link, ok := behindDash(rest[at:])
		if !ok || !isName(name) || !isBody(body) {
			return dateline{}, false
		}
		f := dateline{date: date, link: link, body: body}
		f.who(name, opt)
		f.rule = "date-outlet"
		return f, true
	}
	return dateline{}, false
}

// isBody reports whether text is what an article begins with, not a headline: a
// sentence, or more than a headline has.
func isBody(s string) bool {
	return beginsSentence(s) && (endsSentence(s) || utf8.RuneCountInString(s) >= sentenceLetters)
}

// markDate: Outlet, 9 March 2018 – body; Outlet | Oct. 22, 2018.
func markDate(p string, opt Options, now time.Time) (dateline, bool) {
	for at, r := range p {
		if at > headLetters/2 {
			break
		}
		if !strings.ContainsRune(",|，、:", r) && (!isDash(r) || !strings.HasPrefix(p[at+utf8.RuneLen(r):], " ")) {
			continue
		}
		before, rest := strings.TrimSpace(p[:at]), strings.TrimSpace(p[at+utf8.RuneLen(r):])
		date, n := scanDate(rest, now)
		if n == 0 || !isName(before) && !isByline(before) {
			continue
		}
		rest = behindDate(rest[n:])
		body, link, dashed := behindDash(rest)
		if !dashed && strings.Trim(rest, " .") != "" || r == ':' && !isBody(body) {
			continue
		}
		f := dateline{date: date, link: link, body: body, rule: "outlet-mark-date"}
		f.who(before, opt)
		return f, true
	}
	return dateline{}, false
}

// bareDate: Outlet 29.03.2017 – body, where the outlet is known or is named as
// outlets are.
func bareDate(p string, opt Options, now time.Time) (dateline, bool) {
	for at, r := range p {
		if at > headLetters/2 {
			break
		}
		if r != ' ' || at+1 == len(p) {
			continue
		}
		date, n := scanDate(p[at+1:], now)
		if n == 0 {
			continue
		}
		name := p[:at]
		body, link, ok := behindDash(behindDate(p[at+1+n:]))
		if !ok || !isBody(body) || !opt.knows(name) && !(isName(name) && namesOrganisation(name)) {
			return dateline{}, false
		}
		f := dateline{date: date, link: link, body: body, rule: "outlet-bare-date"}
		f.who(name, opt)
		return f, true
	}
	return dateline{}, false
}

// bylineDash: by W. F., director of Org (ORG) — body.
func bylineDash(p string, _ Options, _ time.Time) (dateline, bool) {
	for at, r := range p {
		if at > headLetters {
			break
		}
		if !isDash(r) || at == 0 || p[at-1] != ' ' || !namesPerson(strings.TrimSpace(p[:at])) {
			continue
		}
		body, link, ok := behindDash(p[at:])
		if !ok || body == "" || !beginsSentence(body) {
			continue
		}
		byline := strings.TrimSpace(p[:at])
		return dateline{byline: byline, outlet: outletOf(byline), link: link, body: body, rule: "byline-dash"}, true
	}
	return dateline{}, false
}

// sentenceLetters is how long a text is that is no headline.
const sentenceLetters = 140

// capitalPlace: RANGOON — body, DUBAI: body, London: body. A headline that begins with a
// territory looks the same but is short and ends without a full stop.
func capitalPlace(p string, opt Options, _ time.Time) (dateline, bool) {
	for at, r := range p {
		if at > 60 {
			break
		}
		if !isDash(r) && r != ':' {
			continue
		}
		place := strings.TrimSpace(p[:at])
		name, _, _ := strings.Cut(place, ",")
		if opt.knows(place) && r != ':' {
			return outletDash(place, p[at:])
		}
		if !isPlace(name, opt) || isDash(r) && p[at-1] != ' ' && r == '-' || r == ':' && !isKnownPlace(name) {
			return dateline{}, false
		}
		body := strings.TrimSpace(strings.TrimLeftFunc(p[at:], func(r rune) bool { return isDash(r) || r == ':' || unicode.IsSpace(r) }))
		if body != "" && !beginsSentence(body) || body == "" && r == ':' || body != "" && !endsSentence(body) && utf8.RuneCountInString(body) < sentenceLetters {
			return dateline{}, false
		}
		if r == ':' && !isCapitals(name) && (isTerritory(name) || utf8.RuneCountInString(body) < sentenceLetters) {
			return dateline{}, false // "Georgia: …" is a headline
		}
		return dateline{place: withoutDay(place), body: body, rule: "place"}, true
	}
	return dateline{}, false
}

// outletDash: Outlet – body, where the desk knows the outlet.
func outletDash(outlet, rest string) (dateline, bool) {
	body, link, ok := behindDash(rest)
	return dateline{outlet: outlet, link: link, body: body, rule: "outlet-dash"}, ok && isBody(body)
}
