package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// title holds what the page calls itself in different places against each
// other: the heading that shares most words with what the page declares, then
// what it declares for sharing; the site's name is taken off.
func (p page) title() string {
	declared := []string{p.plainTitle(p.ogTitle), p.plainTitle(p.ldTitle), p.plainTitle(p.titleTag)}
	if h := p.heading(declared); h != "" {
		return rather(h, declared)
	}
	for _, t := range declared {
		if t != "" && !p.isSite(t) {
			return t
		}
	}
	return ""
}

// rather gives a declared title in place of a heading that has it with a label
// before it ("Title: …") or brackets behind it ("… (example.org) 87"), or that
// is the same in capitals.
func rather(heading string, declared []string) string {
	h := lettersOnly(heading)
	for _, t := range declared {
		before, labelled := strings.CutSuffix(heading, t)
		behind, bracketed := strings.CutPrefix(heading, t)
		switch {
		case t == "" || t == heading:
		case labelled && strings.HasSuffix(strings.TrimSpace(before), ":"), bracketed && strings.HasPrefix(strings.TrimSpace(behind), "("):
			return t
		case isCapitals(heading) && !isCapitals(t) && sharedWords(heading, t) > 0.8 && len(lettersOnly(t)) <= len(h):
			return t
		}
	}
	return heading
}

// heading gives the heading that shares most words with the declared titles. A
// heading alone may share few of them, for what is declared is often worded
// anew for sharing.
func (p page) heading(declared []string) string {
	best, most := "", 0.0
	alone := 0
	for _, h := range p.headings {
		if h = p.cutSite(h); p.isSite(h) || utf8.RuneCountInString(h) > titleLetters {
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

// separators stand between a title and the site's name in title tags.
var separators = []string{" | ", " – ", " — ", " - ", " » ", " « ", " :: ", " • ", " · ", "｜", " : "}

// plainTitle takes the site's name off a title: a last or first part that is
// the site's name, or the name of its host; where the page names no site, a
// short last part.
func (p page) plainTitle(s string) string {
	s = oneLine(s)
	for range 2 {
		cut := p.cutSite(s)
		if cut == s || cut == "" {
			break
		}
		s = cut
	}
	return s
}

func (p page) cutSite(s string) string {
	if head, tail, ok := strings.Cut(s, ": "); ok && p.isSite(head) {
		return strings.TrimSpace(tail)
	}
	for _, sep := range separators {
		if at := strings.LastIndex(s, sep); at > 0 {
			head, tail := s[:at], s[at+len(sep):]
			short := p.siteName == "" && sep != " : " && utf8.RuneCountInString(tail)*3 < utf8.RuneCountInString(head)
			if p.isSite(tail) || short && len(strings.Fields(tail)) <= 4 {
				return strings.TrimSpace(head)
			}
		}
		if at := strings.Index(s, sep); at > 0 && p.isSite(s[:at]) {
			return strings.TrimSpace(s[at+len(sep):])
		}
	}
	return s
}

// isSite reports whether a text is the site's name or that of its host.
func (p page) isSite(s string) bool {
	s = lettersOnly(s)
	if s == "" {
		return false
	}
	site, host := lettersOnly(p.siteName), lettersOnly(p.host)
	name, _, _ := strings.Cut(p.host, ".")
	return s == site || s == host || s == lettersOnly(name)
}

// lettersOnly keeps letters and digits, in lower case.
func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if notLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
