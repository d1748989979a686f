package extract

import (
	"regexp"
	"strings"
)

var (
	// pageBegin are the elements that begin a page and no text.
	pageBegin = regexp.MustCompile(`(?i)^<(!doctype html|html|head|body|meta|title|div|article|section|p|h1|main)[\s/>]`)

	// anyBegin are those that stand above a page too, where a server wrote a
	// warning, a script or a style before it.
	anyBegin = regexp.MustCompile(`(?i)^<(script|noscript|style|link|base|br|b|i|center|font|span|a|img|form|table|header|nav|aside|ul|ol|h[2-6]|iframe)[\s/>]`)

	// pageInside are the elements of which a page has one.
	pageInside = regexp.MustCompile(`(?i)<(html|head|body|p|div|h[1-6]|td)[\s/>]`)
)

// pageHead is how many bytes of a text are looked at. Scripts stand above some
// pages.
const pageHead = 256 << 10

// isHTML reports whether text is a page: it begins like one, behind comments; or
// it begins with any element or was sent as a page, and has an element of one.
func isHTML(text, mediaType string) bool {
	head := withoutComments(text[:min(len(text), pageHead)])
	if pageBegin.MatchString(head[:min(len(head), 32)]) {
		return true
	}
	return (anyBegin.MatchString(head[:min(len(head), 32)]) || strings.Contains(strings.ToLower(mediaType), "html")) && pageInside.MatchString(head)
}

// withoutComments takes blanks, comments and instructions off the front.
func withoutComments(s string) string {
	for {
		s = strings.TrimSpace(s)
		end := ""
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?"):
			end = ">"
		}
		_, rest, closed := strings.Cut(s, end)
		if end == "" || !closed {
			return s
		}
		s = rest
	}
}
