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
		if r != '(' && r != '（' {
			continue
		}
		begin := at + utf8.RuneLen(r)
		size := strings.IndexAny(p[begin:], ")）")
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
	if date, ok := wholeDate(inside, now); ok {
		return bracketDate(before, date, after, opt)
	}
	if before == "" {
		return insideBrackets(inside, after, opt, now)
	}
	body, link, ok := behindDash(after)
	if !ok || body != "" && !beginsSentence(body) {
		return dateline{}, false
	}
	if place, _, _ := strings.Cut(before, ", "); isPlace(place, opt) && isName(inside) && (body != "" || isWire(inside)) {
		return dateline{place: before, outlet: inside, link: link, body: body, rule: "agency"}, true
	}
	if body != "" && isAcronym(inside) && isName(before) && !isByline(before) {
		return dateline{outlet: before + " (" + inside + ")", link: link, body: body, rule: "acronym"}, true
	}
	return dateline{}, false
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
			body = strings.TrimSpace(rest)
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
