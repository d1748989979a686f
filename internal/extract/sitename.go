package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators stand between a title and the site's name in title tags.
var separators = []string{" | ", " – ", " — ", " - ", " » ", " « ", " :: ", " • ", " · ", "｜", " : "}

// plainTitle takes the site's name off a title: a last or first part that is
// the site's name, or the name of its host; where the page names no site, a
// short last part.
func (p page) plainTitle(s string) string {
	s = oneLine(s)
	if head, _, yes := strings.Cut(s, "_"); yes && isHan(head) { // 标题_栏目_网站
		s = head
	}
	for range 2 {
		cut := p.cutSite(s)
		if cut == s || cut == "" {
			break
		}
		s = cut
	}
	return s
}

func (p page) cutSite(s string) string { return p.cutName(s, p.siteName == "") }

// cutNamed takes the site's name off a heading: what only looks like the name of
// a site belongs to a heading.
func (p page) cutNamed(s string) string { return p.cutName(s, false) }

// cutName takes the site's name off, also what is like one where the page does
// not name it.
func (p page) cutName(s string, like bool) string {
	if head, tail, ok := strings.Cut(s, ": "); ok && p.isSite(head) {
		return strings.TrimSpace(tail)
	}
	for _, sep := range separators {
		if at := strings.LastIndex(s, sep); at > 0 {
			head, tail := s[:at], s[at+len(sep):]
			if p.isSite(tail) || like && sep != " : " && !p.isHeading(head+tail) && p.siteLike(head, tail, sep) {
				return strings.TrimSpace(head)
			}
		}
		if at := strings.Index(s, sep); at > 0 && p.isSite(s[:at]) {
			return strings.TrimSpace(s[at+len(sep):])
		}
	}
	return s
}

// siteLike reports whether the last part of a title is likely the name of a site
// that the page does not name: it is short beside the first part, or has the
// host's name in it.
func (p page) siteLike(head, tail, sep string) bool {
	h, t := utf8.RuneCountInString(head), utf8.RuneCountInString(tail)
	if len(strings.Fields(tail)) > 5 {
		return false
	}
	if t*3 < h && len(strings.Fields(tail)) <= 4 || t < h && strings.TrimSpace(sep) == "|" {
		return true
	}
	letters := lettersOnly(tail)
	for label := range strings.SplitSeq(p.host, ".") {
		if len(label) >= 4 && strings.Contains(letters, lettersOnly(label)) {
			return true
		}
	}
	return false
}

// longName is how many bytes the beginning of a site's name has at least that
// stands for it.
const longName = 12

// isSite reports whether a text is the site's name, the beginning of a long one,
// or the name of its host.
func (p page) isSite(s string) bool {
	s = lettersOnly(s)
	if s == "" {
		return false
	}
	site, host := lettersOnly(p.siteName), lettersOnly(p.host)
	name, _, _ := strings.Cut(p.host, ".")
	return s == site || s == host || s == lettersOnly(name) || len(s) >= longName && strings.HasPrefix(site, s)
}

// isHeading reports whether an h1 has all of a text.
func (p page) isHeading(s string) bool {
	return slices.ContainsFunc(p.headings, func(h string) bool { return strings.Contains(lettersOnly(h), lettersOnly(s)) })
}

// hanLetters is how many letters a Chinese title has at least.
const hanLetters = 5

func isHan(s string) bool {
	n := 0
	for _, r := range s {
		n += count(unicode.Is(unicode.Han, r))
	}
	return n >= hanLetters
}
