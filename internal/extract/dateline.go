package extract

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// dateline is what a paragraph that begins with one gives.
type dateline struct {
	raw, outlet, date, place, link, byline string
	rule                                   string // the form
	body                                   string // the paragraph without it
}

// sep is one or two dashes with or without blanks, and the short link that may
// stand between two.
const (
	sep  = `\s*(?:[–—―-]\s*){1,2}`
	link = `(?:((?:https?://|bit\.ly/)\S+)\s*(?:[–—―-]\s*){1,2})?`
)

// The forms of datelines, the surest first. Each has the groups that its name
// in forms says.
var (
	// Outlet (29.03.2017) – – body; with a link between the dashes.
	outletDate = regexp.MustCompile(`^(.{2,90}?)\s?[(（](` + datePattern + `)[)）]` + sep + link + `(.*)$`)
	// (site.net – D. S. – August 14, 2017) body
	siteAuthorDate = regexp.MustCompile(`^\(([\w.-]+\.[a-z]{2,6})\s[–—-]\s(.{3,60}?)\s[–—-]\s(` + datePattern + `)\)\s*(.*)$`)
	// Outlet, 9 March 2018 – body
	outletCommaDate = regexp.MustCompile(`^([^,()|]{2,60}),\s(` + datePattern + `)` + sep + link + `(.*)$`)
	// Outlet | Oct. 22, 2018, alone or with a body behind it
	outletBarDate = regexp.MustCompile(`^([^|()]{2,60})\s\|\s(` + datePattern + `)(?:` + sep + `(.*))?$`)
	// 30/6/2014- body
	dateFirst = regexp.MustCompile(`^(` + datePattern + `)` + sep + `(\S.*)$`)
	// (Washington, DC)—On June 26, body
	placeBrackets = regexp.MustCompile(`^\((\p{Lu}[\p{L}' -]{1,30}(?:, ?[\p{L}. ]{2,20})?)\)` + sep + `(.*)$`)
	// RANGOON — body, DUBAI: body
	placeCapitals = regexp.MustCompile(`^(\p{Lu}[\p{Lu}' -]{2,30}(?:, ?[\p{L}. ]{2,20})?)(?:` + sep + `|:\s)(\S.*)$`)
	// Human Rights Activists News Agency (HRANA) – body
	acronym = regexp.MustCompile(`^(\p{Lu}[\p{L}’' .&-]{5,80}) \((\p{Lu}[\p{Lu}\d.-]{1,11})\)` + sep + link + `(.*)$`)
	// by W. F., director of Org (ORG) — body; By S. G. for RFA Uyghur — body
	bylineDash = regexp.MustCompile(`^([Bb]y\s\p{Lu}.{3,120}?)` + `\s+[–—―]\s*(?:[–—―-]\s*)?` + link + `(\S.*)$`)
)

// findDateline looks whether a paragraph begins with a dateline.
func findDateline(p string, opt Options, now time.Time) (dateline, bool) {
	head := p
	if len(head) > 400 {
		head = head[:400]
	}
	digits := strings.ContainsAny(easternDigits.Replace(head), "0123456789")
	if digits {
		if f, yes := findDated(easternDigits.Replace(p), opt, now); yes {
			return f, true
		}
	}
	return findUndated(p)
}

func findDated(p string, opt Options, now time.Time) (dateline, bool) {
	if m := outletDate.FindStringSubmatch(p); m != nil {
		if date, ok := parseDate(m[2], now); ok {
			f := dateline{raw: rawOf(p, m[4]), date: date, link: m[3], body: m[4], rule: "outlet-date"}
			f.who(m[1], opt.Outlets)
			return f, true
		}
	}
	if m := siteAuthorDate.FindStringSubmatch(p); m != nil {
		if date, ok := parseDate(m[3], now); ok {
			return dateline{raw: rawOf(p, m[4]), outlet: m[1], byline: m[2], date: date, body: m[4], rule: "site-author-date"}, true
		}
	}
	for _, form := range []struct {
		rule               string
		pattern            *regexp.Regexp
		outlet, date, link int
		body               int
	}{
		{"outlet-comma-date", outletCommaDate, 1, 2, 3, 4}, {"outlet-bar-date", outletBarDate, 1, 2, 0, 3}, {"date-first", dateFirst, 0, 1, 0, 2},
	} {
		m := form.pattern.FindStringSubmatch(p)
		if m == nil {
			continue
		}
		date, ok := parseDate(m[form.date], now)
		if !ok {
			continue
		}
		f := dateline{raw: rawOf(p, m[form.body]), date: date, body: m[form.body], rule: form.rule}
		if form.outlet > 0 {
			f.who(m[form.outlet], opt.Outlets)
		}
		if form.link > 0 {
			f.link = m[form.link]
		}
		return f, true
	}
	return dateline{}, false
}

func findUndated(p string) (dateline, bool) {
	if m := placeBrackets.FindStringSubmatch(p); m != nil && upperOrQuote(m[2]) {
		return dateline{raw: rawOf(p, m[2]), place: m[1], body: m[2], rule: "place"}, true
	}
	if m := acronym.FindStringSubmatch(p); m != nil {
		return dateline{raw: rawOf(p, m[4]), outlet: m[1] + " (" + m[2] + ")", link: m[3], body: m[4], rule: "acronym"}, true
	}
	if m := bylineDash.FindStringSubmatch(p); m != nil {
		f := dateline{raw: rawOf(p, m[3]), byline: m[1], link: m[2], body: m[3], rule: "byline-dash"}
		f.outlet = orgOf(m[1])
		return f, true
	}
	if m := placeCapitals.FindStringSubmatch(p); m != nil && len(m[2]) > 40 {
		return dateline{raw: rawOf(p, m[2]), place: strings.TrimSpace(m[1]), body: m[2], rule: "place"}, true
	}
	return dateline{}, false
}

func upperOrQuote(s string) bool { return s == "" || upperStart(s) }

// rawOf gives the part of a paragraph before its body.
func rawOf(p, body string) string {
	return strings.TrimSpace(strings.TrimSuffix(p, body))
}

// who splits what stands before the date: an outlet, a place in capitals, or a
// byline with the outlet behind it and nothing between.
func (f *dateline) who(s string, outlets []string) {
	s = strings.TrimSpace(s)
	switch {
	case isByline(s):
		f.byline, f.outlet = splitByline(s, outlets)
	case isPlace(s, outlets):
		f.place, f.rule = s, "place-date"
	default:
		f.outlet = s
	}
}

// isPlace: a name all in capitals that is too long for an outlet's short name
// and is no outlet that the desk knows.
func isPlace(s string, outlets []string) bool {
	if s != strings.ToUpper(s) || s == strings.ToLower(s) || slices.Contains(outlets, s) {
		return false
	}
	return strings.Contains(s, " ") || utf8.RuneCountInString(s) > 5
}

// splitByline splits "By W. F., director of Org The European Times": the outlet
// is one that the desk knows, or else what stands behind the last initial or
// comma and begins with a capital.
func splitByline(s string, outlets []string) (byline, outlet string) {
	longest := ""
	for _, o := range outlets {
		if len(o) > len(longest) && strings.HasSuffix(s, " "+o) {
			longest = o
		}
	}
	if longest != "" {
		return strings.TrimSpace(strings.TrimSuffix(s, longest)), longest
	}
	if m := afterArticle.FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	if m := afterInitial.FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return s, ""
}

var (
	afterArticle = regexp.MustCompile(`^(.{6,}?) (The \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,4})$`)
	afterInitial = regexp.MustCompile(`^([Bb]y (?:\p{Lu}\S* )*\p{Lu}\.) (\p{Lu}[\p{L}’'-]{2,}(?: \p{Lu}[\p{L}’'-]+){0,4})$`)
)
