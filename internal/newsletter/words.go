package newsletter

import (
	"slices"
	"strings"
	"unicode"

	"rightsdesk/internal/locale"
)

// plain makes one line of a text, so that nothing in it can pass for a part of
// the mail.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// tongue gives the language of a mail's own words for a reader: theirs when the
// interface has it.
func tongue(language string) string {
	if l := base(language); slices.Contains(locale.Interface(), l) {
		return l
	}
	return "en"
}

// base is a tag without its region and script.
func base(tag string) string {
	l, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return l
}
