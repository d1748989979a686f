package extract

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/edtf"
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
func tokens(s string) []token {
	out := make([]token, 0, dateTokens)
	for at := 0; at < len(s) && len(out) < dateTokens; {
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
	t := tokens(s)
	for len(t) > 1 && t[0].kind == 'w' && isDayName(t[0].word) {
		t = t[1:]
		if t[0].kind == ',' || t[0].kind == '،' || t[0].kind == '.' {
			t = t[1:]
		}
	}
	for _, form := range [...]func([]token) (ymd, int){eastAsian, numeric, dayMonthYear, monthDayYear} {
		if d, n := form(t); n > 0 {
			if date, ok := d.edtf(now); ok {
				return date, t[n-1].end
			}
		}
	}
	return "", 0
}

// yearWords follow a year in Russian, Ukrainian and Arabic.
var yearWords = []string{"года", "год", "г.", "г", "р.", "م."}

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

type ymd struct {
	year, month, day int
	digits           int // of the year
}

func (d ymd) edtf(now time.Time) (string, bool) {
	if d.digits == 2 { // of this century, unless that is still to come
		d.year += now.Year() / 100 * 100
		if d.year > now.Year() {
			d.year -= 100
		}
	}
	if d.month > 12 && d.day <= 12 {
		d.month, d.day = d.day, d.month
	}
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	if t.Year() != d.year || int(t.Month()) != d.month || t.Day() != d.day || d.year < 1900 || t.After(now.AddDate(0, 0, 1)) {
		return "", false
	}
	return edtf.Date{First: t, Precision: edtf.Day}.String(), true
}

// eastAsian: 2017年3月29日, 2017년 3월 29일.
func eastAsian(t []token) (ymd, int) {
	if len(t) < 6 || t[0].kind != 'n' || t[2].kind != 'n' || t[4].kind != 'n' || t[0].digits != 4 {
		return ymd{}, 0
	}
	if marks := t[1].word + t[3].word + t[5].word; marks != "年月日" && marks != "년월일" {
		return ymd{}, 0
	}
	return ymd{t[0].number, t[2].number, t[4].number, 4}, 6
}

// numeric: 29.03.2017, 5/4/19, 2017-03-29, 2017. 3. 29.
func numeric(t []token) (ymd, int) {
	if len(t) < 5 || t[0].kind != 'n' || t[2].kind != 'n' || t[4].kind != 'n' || t[1].kind != t[3].kind || t[2].digits > 2 {
		return ymd{}, 0
	}
	if sep := t[1].kind; sep != '.' && sep != '/' && sep != '-' && sep != '／' && sep != '．' {
		return ymd{}, 0
	}
	switch {
	case t[0].digits == 4 && t[4].digits <= 2:
		return ymd{t[0].number, t[2].number, t[4].number, 4}, 5
	case t[0].digits <= 2 && t[4].digits == 4, t[0].digits <= 2 && t[2].digits <= 2 && t[4].digits == 2 && t[1].kind != '-':
		return ymd{t[4].number, t[2].number, t[0].number, t[4].digits}, 5
	}
	return ymd{}, 0
}

// dayMonthYear: 29 March 2017, 1er août 2019, 29 de marzo de 2017, 09-MAR-05,
// 29 مارس/آذار 2017.
func dayMonthYear(t []token) (ymd, int) {
	if len(t) < 3 || t[0].kind != 'n' || t[0].digits > 2 {
		return ymd{}, 0
	}
	at, hyphens := 1, 0
	for at < len(t) && (isOrdinal(t[at]) || t[at].kind == '-') {
		hyphens += count(t[at].kind == '-')
		at++
	}
	month, n := monthAt(t[at:])
	if n == 0 {
		return ymd{}, 0
	}
	for at += n; at < len(t) && (isFiller(t[at]) || t[at].kind == '-'); at++ {
		hyphens += count(t[at].kind == '-')
	}
	if at == len(t) || t[at].kind != 'n' || t[at].digits != 4 && (t[at].digits != 2 || hyphens != 2) {
		return ymd{}, 0
	}
	return ymd{t[at].number, month, t[0].number, t[at].digits}, at + 1
}

// monthDayYear: Oct. 22, 2018; March 29th 2017.
func monthDayYear(t []token) (ymd, int) {
	month, at := monthAt(t)
	if at == 0 {
		return ymd{}, 0
	}
	for at < len(t) && t[at].kind == '.' {
		at++
	}
	if at == len(t) || t[at].kind != 'n' || t[at].digits > 2 {
		return ymd{}, 0
	}
	day := t[at].number
	for at++; at < len(t) && (isOrdinal(t[at]) || isFiller(t[at])); at++ {
	}
	if at == len(t) || t[at].kind != 'n' || t[at].digits != 4 {
		return ymd{}, 0
	}
	return ymd{t[at].number, month, day, 4}, at + 1
}

// monthAt reads a month's name of one or two words, and a second name behind a
// stroke or in brackets as Arabic texts have it.
func monthAt(t []token) (month, n int) {
	if len(t) == 0 || t[0].kind != 'w' {
		return 0, 0
	}
	if len(t) > 1 && t[1].kind == 'w' {
		month, n = months[t[0].word+"_"+t[1].word], 2
	}
	if month == 0 {
		month, n = months[t[0].word], 1
	}
	if month == 0 {
		return 0, 0
	}
	if n < len(t) && (t[n].kind == '/' || t[n].kind == '(') {
		if second, m := monthAt(t[n+1:]); second == month {
			n += 1 + m
			if n < len(t) && t[n].kind == ')' {
				n++
			}
		}
	}
	return month, n
}

func isOrdinal(t token) bool {
	switch t.word {
	case "st", "nd", "rd", "th", "er", "of", "de", "d":
		return true
	}
	return t.kind == '.' || t.kind == 'º'
}

func isFiller(t token) bool {
	return t.kind == ',' || t.kind == '.' || t.kind == '،' || t.word == "de" || t.word == "del" || t.word == "of"
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
