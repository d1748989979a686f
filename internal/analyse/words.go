package analyse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// script says by which rules a word's forms are found.
type script int

const (
	other script = iota
	latin
	cyrillic
	arabic
	han
	hangul
)

// word is a run of letters, marks and digits of one script.
type word struct {
	text       string
	key        string // folded
	begin, end int    // in code points
	paragraph  int    // from 0
	script     script
	gap        string // what stands between the word before and this one
}

// upper reports whether the word begins with a capital.
func (w word) upper() bool {
	r, _ := utf8.DecodeRuneInString(w.text)
	return unicode.IsUpper(r)
}

// joined reports whether a word stands right behind the one before it, as the
// parts of a name do.
func (w word) joined() bool {
	return w.gap != "" && len(w.gap) <= 4 && strings.Trim(w.gap, " -‐’'.,&") == "" && !strings.Contains(w.gap, ". ")
}

func scriptOf(r rune) script {
	switch {
	case r < 0x250 || unicode.Is(unicode.Latin, r):
		return latin
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	case unicode.Is(unicode.Arabic, r):
		return arabic
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Hangul, r):
		return hangul
	}
	return other
}

// split gives the words of a text.
func split(text string) []word {
	out := make([]word, 0, len(text)/6)
	begin, from, at, paragraph, gapFrom := -1, 0, 0, 0, 0
	kind := other
	end := func(to, position int) {
		if begin >= 0 {
			out = append(out, word{text: text[from:to], begin: begin, end: position, paragraph: paragraph, script: kind, gap: text[gapFrom:from]})
			begin, gapFrom = -1, to
		}
	}
	for i, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		s := kind
		if unicode.IsLetter(r) {
			s = scriptOf(r)
		}
		switch {
		case !letter:
			end(i, at)
			if r == '\n' && i > 0 && text[i-1] == '\n' {
				paragraph++
			}
		case begin < 0:
			begin, from, kind = at, i, s
		case s != kind:
			end(i, at)
			begin, from, kind = at, i, s
		}
		at++
	}
	end(len(text), at)
	for i := range out {
		out[i].key = fold(out[i].text, out[i].script)
	}
	return out
}

// fold gives a word's key: lower case, without accents, Arabic letters in one
// form.
func fold(s string, k script) string {
	switch k {
	case han, hangul:
		return s
	case arabic:
		return arabicForms.Replace(strings.Map(dropMark, s))
	}
	s = strings.ToLower(s)
	if ascii(s) {
		return s
	}
	return strings.Map(dropMark, norm.NFD.String(s))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func dropMark(r rune) rune {
	if unicode.Is(unicode.Mn, r) || r == 'ـ' {
		return -1
	}
	return r
}

var arabicForms = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه", "ؤ", "و", "ئ", "ي")
