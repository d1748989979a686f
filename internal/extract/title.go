package extract

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// title holds what the page calls itself in different places against each
// other: the heading that shares most words with what the page declares, then
// what it declares for sharing; the site's name is taken off.
func (p page) title() string { return withoutSection(withoutSection(p.wholeTitle())) }

// withoutSection takes a section's name off the end of a title: up to four
// words behind a bar, where at least twice as much stands before it.
func withoutSection(t string) string {
	at := strings.LastIndex(t, " | ")
	if at < 0 || len(strings.Fields(t[at+3:])) > sectionWords || utf8.RuneCountInString(t[at+3:])*2 > utf8.RuneCountInString(t[:at]) {
		return t
	}
	return strings.TrimSpace(t[:at])
}

// sectionWords is how many words the name of a section has at most.
const sectionWords = 4

func (p page) wholeTitle() string {
	declared := p.declaredTitles()
	if h := p.heading(declared); h != "" && !p.isLabel(h, declared) && !p.isBlog(h) {
		return withoutFrontDay(rather(h, declared), p.now)
	}
	if h, yes := p.topline(declared); yes {
		return withoutFrontDay(rather(h.text, declared), p.now)
	}
	for i, t := range declared {
		if t == "" || p.isSite(t) {
			continue
		}
		if h := p.lowerHeading(t); h != "" {
			return h
		}
		return withoutFrontDay(whole(t, declared[i+1:]), p.now)
	}
	return ""
}

// declaredTitles gives what the page declares, without the site's name: for
// sharing, in JSON-LD, in its title element.
func (p page) declaredTitles() []string {
	return []string{p.plainTitle(p.ogTitle), p.plainTitle(p.ldTitle), p.plainTitle(p.titleTag)}
}

// whole gives, of a title that was cut short ("…", or at a quotation mark), the
// longer one that begins with it.
func whole(t string, others []string) string {
	begin := strings.TrimRight(t, " .…")
	for _, o := range others {
		rest, longer := strings.CutPrefix(o, begin)
		if rest = strings.TrimSpace(rest); longer && rest != "" && (begin != t || strings.ContainsAny(rest[:1], "\"'")) {
			return o
		}
	}
	return t
}

// withoutFrontDay takes a day off the front of a title.
func withoutFrontDay(t string, now time.Time) string {
	_, n := scanDate(t, now)
	rest := strings.TrimLeft(t[n:], " ")
	if n == 0 || !strings.HasPrefix(rest, "- ") && !strings.HasPrefix(rest, "– ") && !strings.HasPrefix(rest, "| ") {
		return t
	}
	_, rest, _ = strings.Cut(rest, " ")
	return rest
}

// rather gives a declared title in place of a heading that has a label or a
// kicker before it ("Title: …") or brackets or a day behind it ("…
// (example.org) 87"), or that is the same in capitals.
func rather(heading string, declared []string) string {
	h := lettersOnly(heading)
	for _, t := range declared {
		before, labelled := strings.CutSuffix(heading, t)
		behind, begins := strings.CutPrefix(heading, t)
		switch behind = strings.TrimSpace(behind); {
		case t == "" || t == heading:
		case labelled && strings.HasSuffix(strings.TrimSpace(before), ":"), begins && (strings.HasPrefix(behind, "(") || beginsWithDay(behind)):
			return t
		case kicked(t, heading):
			_, rest, _ := cutKicker(t)
			return rest
		}
	}
	if slices.ContainsFunc(declared, func(t string) bool { return lettersOnly(t) == h && !isCapitals(heading) }) {
		return heading
	}
	for _, t := range declared {
		letters := lettersOnly(t)
		kicker, behind := strings.CutSuffix(h, letters)
		switch {
		case letters == "" || letters == h:
		case behind && len(letters)*2 >= len(h) && !isSmall(kicker):
			return t
		case isCapitals(heading) && !isCapitals(t) && sharedWords(heading, t) > 0.8 && len(letters) <= len(h):
			return t
		}
	}
	return heading
}

var farAhead = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)

// beginsWithDay reports whether a text begins with a day of any time.
func beginsWithDay(s string) bool {
	_, n := scanDate(s, farAhead)
	return n > 0
}

// kicked reports whether a heading has the words of a declared title, but not
// the mark between a kicker and the longer rest: the kicker stands in an element
// of its own.
func kicked(t, heading string) bool {
	kicker, rest, ok := cutKicker(t)
	behind, begins := strings.CutPrefix(heading, kicker)
	mark, _ := utf8.DecodeRuneInString(strings.TrimSpace(behind))
	return ok && begins && len(rest) >= len(kicker) && lettersOnly(t) == lettersOnly(heading) && mark != ':' && !isDash(mark)
}

// cutKicker cuts a title at its first colon or dash.
func cutKicker(t string) (kicker, rest string, ok bool) {
	for _, sep := range []string{": ", " - ", " – "} {
		if kicker, rest, ok = strings.Cut(t, sep); ok {
			return kicker, strings.TrimSpace(rest), true
		}
	}
	return "", "", false
}

// isBlog reports whether an h1 is the name of the site in front of the headline,
// as in "Notes from Oldport: Four believers wait", which stands below it.
func (p page) isBlog(h string) bool {
	rest, begins := strings.CutPrefix(lettersOnly(p.titleTag), lettersOnly(h))
	return begins && rest != "" && slices.ContainsFunc(p.toplines, func(l topline) bool { return l.rank >= headlineClass && lettersOnly(l.text) == rest })
}

// heading gives the heading that shares most words with the declared titles. A
// heading alone may share few of them, for what is declared is often worded
// anew for sharing.
func (p page) heading(declared []string) string {
	best, most := "", 0.0
	alone := 0
	for _, h := range p.headings {
		if h = p.cutNamed(h); p.isSite(h) || p.endsTitle(h) || utf8.RuneCountInString(h) > titleLetters {
			continue
		}
		alone++
		for _, d := range declared {
			if s := sharedWords(h, d); s > most {
				best, most = h, s
			}
		}
	}
	if alone == 1 && most >= 0.25 || most >= 0.5 {
		return best
	}
	return ""
}

// isLabel reports whether a heading is that of a section or the site's name: one
// or two words, not all of which are in a title that two places declare, or what
// stands before the title for sharing in the title element.
func (p page) isLabel(h string, declared []string) bool {
	for i, t := range declared {
		if t == "" {
			continue
		}
		if len(strings.Fields(h)) <= 2 && slices.Contains(declared[i+1:], t) && !hasWords(t, h) {
			return true
		}
		if before, yes := strings.CutSuffix(oneLine(p.titleTag), t); yes && i == 0 && before != "" && lettersOnly(before) == lettersOnly(h) {
			return true
		}
	}
	return false
}

// hasWords reports whether a text has all words of another.
func hasWords(s, words string) bool {
	have := strings.FieldsFunc(strings.ToLower(s), notLetter)
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), notLetter) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

// endsTitle reports whether a heading is the last part of the title element,
// behind a longer first: then it is the site's name.
func (p page) endsTitle(h string) bool {
	for _, sep := range separators {
		if at := strings.LastIndex(p.titleTag, sep); at > 0 && lettersOnly(p.titleTag[at:]) == lettersOnly(h) {
			head := p.titleTag[:at]
			return utf8.RuneCountInString(head) > utf8.RuneCountInString(h) && !p.isSite(head) && sharedWords(head, h) < 0.5
		}
	}
	return false
}

// lowerHeading gives the heading of the second rank that is the first or the
// last part of a title.
func (p page) lowerHeading(t string) string {
	for _, sep := range separators {
		first, last := strings.Index(t, sep), strings.LastIndex(t, sep)
		if first < 0 {
			continue
		}
		for _, h := range p.lower {
			if l := lettersOnly(h); len(strings.Fields(h)) > 2 && (l == lettersOnly(t[:first]) || l == lettersOnly(t[:last]) || l == lettersOnly(t[last+len(sep):])) {
				return h
			}
		}
	}
	return ""
}

// sharedWords gives the share of the words of the shorter of two titles that
// are in the other too, as if the shorter had three words at least.
func sharedWords(a, b string) float64 {
	have := map[string]bool{}
	n := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(a), notLetter) {
		have[w] = true
		n++
	}
	same, m := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(b), notLetter) {
		m++
		same += count(have[w])
	}
	return float64(same) / float64(max(3, min(n, m)))
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// lettersOnly keeps letters and digits, in lower case.
func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if notLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
