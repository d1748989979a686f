package publisher

import (
	"strings"
	"unicode"
)

// leadLength is how many letters of a text a list shows at most.
const leadLength = 240

// lead gives the beginning of a text for a list: one line, cut between words
// where there are blanks, with an ellipsis when it was cut.
func lead(text string) string {
	var line []rune
	blank := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			blank = len(line) > 0
			continue
		}
		if blank {
			line, blank = append(line, ' '), false
		}
		if line = append(line, r); len(line) > leadLength {
			return shorten(line[:leadLength-1])
		}
	}
	return string(line)
}

// shorten ends a line that goes on with an ellipsis, at its last blank unless
// that is far from the end, as in scripts without blanks.
func shorten(line []rune) string {
	s := string(line)
	if i := strings.LastIndexByte(s, ' '); i > len(s)*3/4 {
		s = s[:i]
	}
	return strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-", r) }) + "…"
}
