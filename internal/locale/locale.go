// Package locale says things in a reader's language: names of languages,
// direction of text, messages, dates, numbers, the order of names. It speaks
// English, French, Russian and Arabic; a function that is asked for another
// language answers in English. The messages stand in catalogues of the PO
// format, po/*.po, under their English words.
package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Interface lists the languages, as BCP 47 tags, that pages and mails are
// written in.
func Interface() []string { return []string{"en", "fr", "ru", "ar"} }

// Office lists the languages that the office is written in.
func Office() []string { return []string{"en", "fr"} }

// Dir gives the direction of a language's text for the dir attribute of HTML:
// "ltr", "rtl", or "auto" when the tag is empty. A script in the tag decides
// before the language does. Source: Unicode CLDR, characterOrder.
func Dir(tag string) string {
	if tag == "" {
		return "auto"
	}
	parts := strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) > 1 && len(parts[1]) == 4 {
		if rtlScripts[parts[1]] {
			return "rtl"
		}
		return "ltr"
	}
	if len(parts) > 0 && rtlLanguages[parts[0]] {
		return "rtl"
	}
	return "ltr"
}

var rtlScripts = map[string]bool{"arab": true, "hebr": true, "syrc": true, "thaa": true, "nkoo": true, "adlm": true, "rohg": true, "aran": true}

var rtlLanguages = map[string]bool{
	"ar": true, "arc": true, "arz": true, "bal": true, "bqi": true, "ckb": true, "dv": true, "fa": true, "glk": true,
	"he": true, "ks": true, "lrc": true, "mzn": true, "nqo": true, "prs": true, "ps": true, "rhg": true, "sd": true,
	"skr": true, "syr": true, "ug": true, "ur": true, "yi": true,
}

// Compare orders two names as a reader looks for them: without regard to case,
// accents and quotation marks, and in Arabic without the article.
func Compare(lang, a, b string) int {
	if c := strings.Compare(fold(lang, a), fold(lang, b)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// shortI puts the Russian letter й together again, which is one of its own and
// no и with a mark.
var shortI = strings.NewReplacer("и\u0306", "й", "И\u0306", "Й")

func fold(lang, s string) string {
	if lang == "ar" {
		s = strings.TrimPrefix(s, "ال")
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' {
			return -1
		}
		return unicode.ToLower(r)
	}, shortI.Replace(norm.NFD.String(s)))
}

// Initial gives the letter under which a list in the order of Compare puts a
// name: "Åland Islands" under "A".
func Initial(lang, name string) string {
	for _, r := range fold(lang, name) {
		return string(unicode.ToUpper(r))
	}
	return ""
}
