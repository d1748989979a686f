package newsletter

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"rightsdesk/internal/edtf"
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

// date gives a date in words, and what is no date as it stands.
func date(published string) string {
	d, err := edtf.Parse(published)
	if err != nil {
		return plain(published)
	}
	return d.Words()
}

// rightToLeft are the scripts that are written so and that languages of today
// use (Unicode Standard, Bidi_Class R and AL).
var rightToLeft = []string{"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"}

// direction gives the value of HTML's dir for a text in a language.
func direction(tag string) string {
	t, err := language.Parse(tag)
	if err != nil || tag == "" {
		return "auto"
	}
	script, _ := t.Script()
	for _, s := range rightToLeft {
		if script.String() == s {
			return "rtl"
		}
	}
	return "ltr"
}
