package extract

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// token is a number, a word or a mark in a date.
type token struct {
	kind   rune // 'n' number, 'w' word, or the mark itself
	word   string
	number int
	digits int
	end    int // where it ends in the text
}

// dateTokens is how many tokens a date may have.
const dateTokens = 12

// tokens splits the beginning of a text into tokens, without its blanks.
func tokens(s string) []token { return tokensInto(make([]token, 0, dateTokens), s) }

// tokensInto fills the room that out has.
func tokensInto(out []token, s string) []token {
	for at := 0; at < len(s) && len(out) < cap(out); {
		r, size := utf8.DecodeRuneInString(s[at:])
		t := token{kind: r, end: at + size}
		switch {
		case unicode.IsSpace(r):
			at += size
			continue
		case digit(r) >= 0:
			t = number(s, at)
		case unicode.IsLetter(r):
			t = word(s, at)
		}
		out = append(out, t)
		at = t.end
	}
	return out
}

func number(s string, at int) token {
	t := token{kind: 'n', end: at}
	for t.end < len(s) && t.digits < 9 {
		r, size := utf8.DecodeRuneInString(s[t.end:])
		d := digit(r)
		if d < 0 {
			break
		}
		t.number, t.digits, t.end = t.number*10+d, t.digits+1, t.end+size
	}
	return t
}

func word(s string, at int) token {
	end := at
	for end < len(s) && end-at < 40 {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		end += size
		if strings.ContainsRune("年月日년월일", r) {
			break
		}
	}
	return token{kind: 'w', word: strings.ToLower(s[at:end]), end: end}
}

// digit gives the value of a digit as Western, Arabic, Persian and full-width
// texts write it, -1 for anything else.
func digit(r rune) int {
	for _, zero := range [...]rune{'0', '٠', '۰', '０'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

// scanDate reads a day at the beginning of a text, in any of the forms that
// posts use, and gives it in EDTF with the number of bytes that it takes; 0 when
// there is none. Day and month stand in the European order unless only the
// American one is in the calendar. A day after now by more than a day is none.
func scanDate(s string, now time.Time) (string, int) {
	if !mayBeginDate(s) {
		return "", 0
	}
	t := tokens(s)
	for len(t) > 1 && t[0].kind == 'w' && isDayName(t[0].word) {
		t = t[1:]
		if t[0].kind == ',' || t[0].kind == '،' || t[0].kind == '.' {
			t = t[1:]
		}
	}
	for _, form := range [...]func([]token) (ymd, int){eastAsian, numeric, dayMonthYear, monthDayYear, monthDayTimeYear} {
		if d, n := form(t); n > 0 {
			if date, ok := d.edtf(now); ok {
				return date, t[n-1].end
			}
		}
	}
	return "", 0
}

// mayBeginDate reports whether a text begins with a number, a day of the week or
// a month, as all dates do: most places that are looked at begin with none.
func mayBeginDate(s string) bool {
	var room [1]token
	t := tokensInto(room[:0], s)
	return len(t) > 0 && (t[0].kind == 'n' || t[0].kind == 'w' && (beginsMonth[t[0].word] || isDayName(t[0].word)))
}

// beginsMonth has the words with which the names of months begin.
var beginsMonth = func() map[string]bool {
	out := map[string]bool{}
	for name := range months {
		word, _, _ := strings.Cut(name, "_")
		out[word] = true
	}
	return out
}()

// yearWords follow a year in Russian, Ukrainian, Polish and Arabic.
var yearWords = []string{"года", "год", "г.", "г", "року", "р.", "roku", "r.", "م."}

// behindDate gives what stands behind a date, without the word for the year.
func behindDate(s string) string {
	s = strings.TrimLeft(s, " \u00a0")
	for _, w := range yearWords {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || strings.ContainsAny(rest[:1], " ,)")) {
			return rest
		}
	}
	return s
}

func isDayName(word string) bool { return strings.Contains(dayNames, " "+word+" ") }

// wholeDate reads a text that is a date and nothing else but "г." and the like.
func wholeDate(s string, now time.Time) (string, bool) {
	date, n := scanDate(s, now)
	if n == 0 {
		return "", false
	}
	rest := strings.Trim(behindDate(s[n:]), " .,،\u00a0م")
	return date, rest == "" || isTime(rest)
}

// isTime reports whether a text is a time of day, with or without its zone.
func isTime(s string) bool {
	t := tokens(strings.TrimLeft(s, "T–—- "))
	for len(t) > 1 && t[0].kind == 'w' && (t[0].word == "at" || t[0].word == "à" || t[0].word == "в" || t[0].word == "um") {
		t = t[1:]
	}
	return len(t) >= 3 && len(s) < 30 && t[0].kind == 'n' && t[0].number < 24 && (t[1].kind == ':' || t[1].kind == '.') && t[2].kind == 'n'
}
