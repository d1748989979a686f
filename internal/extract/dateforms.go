package extract

import (
	"time"

	"rightsdesk/internal/edtf"
)

// ymd is a day as it was written.
type ymd struct {
	year, month, day int
	digits           int // of the year
}

// edtf gives the day in EDTF, if it is in the calendar and not to come.
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

// monthDayTimeYear: Mar 15 20:30:41 CET 2006, as Unix writes it.
func monthDayTimeYear(t []token) (ymd, int) {
	month, at := monthAt(t)
	if at == 0 || len(t) < at+7 || t[at].kind != 'n' || t[at].digits > 2 {
		return ymd{}, 0
	}
	for k, kind := range []rune("n:n:n") {
		if t[at+1+k].kind != kind {
			return ymd{}, 0
		}
	}
	year := at + 6
	if t[year].kind == 'w' {
		year++
	}
	if year >= len(t) || t[year].kind != 'n' || t[year].digits != 4 {
		return ymd{}, 0
	}
	return ymd{t[year].number, month, t[at].number, 4}, year + 1
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
