package extract

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// bracketed reads the forms that have brackets.
func bracketed(p string, opt Options, now time.Time) (dateline, bool) {
	for at, r := range p {
		if at > headLetters {
			break
		}
		if r != '(' && r != '（' && r != '[' {
			continue
		}
		begin := at + utf8.RuneLen(r)
		size := strings.IndexAny(p[begin:], ")）]")
		if size < 0 || size > 120 {
			return dateline{}, false
		}
		inside, after := strings.TrimSpace(p[begin:begin+size]), p[begin+size:]
		_, closing := utf8.DecodeRuneInString(after)
		if f, yes := readBrackets(strings.TrimSpace(p[:at]), inside, after[closing:], opt, now); yes {
			return f, true
		}
	}
	return dateline{}, false
}

func readBrackets(before, inside, after string, opt Options, now time.Time) (dateline, bool) {
	if date, ok := wholeDate(withoutLabel(inside), now); ok {
		return bracketDate(before, date, after, opt)
	}
	if before == "" {
		return insideBrackets(inside, after, opt, now)
	}
	body, link, ok := behindDash(after)
	if !ok || body != "" && !beginsSentence(body) {
		return dateline{}, false
	}
	if isByline(before) {
		return bylineBrackets(before, inside, body, link, now)
	}
	if body != "" && isPeriod(inside) && isName(before) {
		f := dateline{link: link, body: body, rule: "outlet-period"}
		f.who(before, opt)
		return f, true
	}
	if place, _, _ := strings.Cut(before, ", "); isPlace(place, opt) && isName(inside) && (body != "" || isWire(inside)) {
		return dateline{place: withoutDay(before), outlet: inside, link: link, body: body, rule: "agency"}, true
	}
	if body != "" && isAcronym(inside) && isName(before) {
		return dateline{outlet: before + " (" + inside + ")", link: link, body: body, rule: "acronym"}, true
	}
	return dateline{}, false
}

// bylineBrackets: By A. B. (Outlet, 29.03.2017) – body. Other brackets behind a
// byline hold an organisation's short name.
func bylineBrackets(before, inside, body, link string, now time.Time) (dateline, bool) {
	parts := splitMarks(inside)
	if len(parts) != 2 || !isName(parts[0]) {
		return dateline{}, false
	}
	date, ok := wholeDate(parts[1], now)
	return dateline{byline: before, outlet: parts[0], date: date, link: link, body: body, rule: "outlet-date"}, ok
}

// withoutDay cuts a day without a year off a place: "BEIJING, March 29".
func withoutDay(place string) string {
	at := strings.LastIndex(place, ", ")
	if at < 0 || !strings.ContainsAny(place[at:], "0123456789") {
		return place
	}
	return place[:at]
}

// isPeriod: "12-13.05.2019", "May 2019", "1 May – 3 June 2019", which is the
// time that a text covers, and no day. A number alone is none.
func isPeriod(s string) bool {
	numbers, names, dashes, year := 0, 0, 0, false
	list := tokens(s)
	for i, t := range list {
		_, month := monthAt(list[i:])
		switch {
		case t.kind == 'n':
			numbers++
			year = t.digits == 4 || t.digits == 2
		case month > 0:
			names++
		case isDash(t.kind):
			dashes++
		case !isFiller(t) && t.kind != '/':
			return false
		}
	}
	return year && len(list) < dateTokens && (dashes == 1 && numbers > 1 || numbers == 1 && names == 1)
}

// bracketDate: Outlet (date) – body, or the same without a dash where the desk
// knows the outlet or nothing follows.
func bracketDate(before, date, after string, opt Options) (dateline, bool) {
	body, link, ok := behindDash(after)
	if !ok {
		body, link = strings.TrimSpace(after), ""
		rest, colon := strings.CutPrefix(body, ":")
		switch {
		case colon:
			body, link, _ = behindDash("- " + rest)
		case body != "" && !opt.knows(before):
			return dateline{}, false
		case body == "" && before == "":
			return dateline{}, false
		}
	}
	if before != "" && !isByline(before) && !isName(before) || link == "" && !opt.knows(before) && isInsertion(body) {
		return dateline{}, false
	}
	f := dateline{date: date, link: link, body: body, rule: "outlet-date"}
	f.who(before, opt)
	return f, true
}

// isInsertion: what stands behind a dash is no body when the sentence goes on
// behind a second one: "The Harbour Treaty (14.03.2011) – signed by nobody – is
// read aloud".
func isInsertion(body string) bool {
	if beginsSentence(body) {
		return false
	}
	for _, dash := range []string{" – ", " — ", " - "} {
		before, after, ok := strings.Cut(body, dash)
		if r, _ := utf8.DecodeRuneInString(after); ok && unicode.IsLower(r) && !strings.ContainsAny(before, ".!?") {
			return true
		}
	}
	return false
}

// insideBrackets: (Moscow) – body, (site.net – D. S. – August 14, 2017) body,
// (Outlet, 29.03.2017) – body.
func insideBrackets(inside, after string, opt Options, now time.Time) (dateline, bool) {
	body, link, dashed := behindDash(after)
	if !dashed {
		body = strings.TrimSpace(after)
	}
	parts := splitMarks(inside)
	if last := len(parts) - 1; last > 0 {
		if date, ok := wholeDate(parts[last], now); ok {
			f := dateline{date: date, link: link, body: body, rule: "outlet-date"}
			f.who(parts[0], opt)
			if last == 2 {
				f.byline, f.rule = parts[1], "site-author-date"
			}
			return f, true
		}
	}
	if !dashed || !isName(inside) || utf8.RuneCountInString(inside) > 40 || !beginsSentence(body) {
		return dateline{}, false
	}
	if opt.knows(inside) || isWire(inside) && !isKnownPlace(inside) {
		return dateline{outlet: inside, link: link, body: body, rule: "agency"}, true
	}
	return dateline{place: inside, link: link, body: body, rule: "place"}, true
}

// splitMarks splits at dashes with blanks around them; where there is none, at
// the first comma.
func splitMarks(s string) []string {
	for _, dash := range []string{" – ", " — ", " - ", " | "} {
		if strings.Contains(s, dash) {
			return strings.Split(s, dash)
		}
	}
	if before, after, ok := strings.Cut(s, ", "); ok {
		return []string{before, after}
	}
	return []string{s}
}
