package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/edtf"
)

// Date says a date of known precision in words: "29 March 2017", "mars 2017",
// "2017". What is no such date comes back as it is. The order of the parts is
// that of Unicode CLDR's long dates, but for English, where day, month, year
// cannot be misread.
func Date(lang, date string) string {
	d, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	switch d.Precision {
	case edtf.Year:
		return year(lang, d.First)
	case edtf.Month:
		return months(lang, 1)[d.First.Month()-1] + " " + year(lang, d.First)
	}
	return Day(lang, d.First)
}

// Day says the day of a point in time in words, in UTC: "29 March 2017".
func Day(lang string, t time.Time) string {
	t = t.UTC()
	day := strconv.Itoa(t.Day())
	if lang == "fr" && t.Day() == 1 {
		day = "1er"
	}
	return day + " " + months(lang, 0)[t.Month()-1] + " " + year(lang, t)
}

// year writes a year; Russian says that it is one.
func year(lang string, t time.Time) string {
	y := strconv.Itoa(t.Year())
	if lang == "ru" {
		y += "\u00a0г."
	}
	return y
}

// Moment says a point in time in words, in UTC: "29 March 2017, 14:05 UTC".
func Moment(lang string, t time.Time) string {
	comma := ", "
	if lang == "ar" {
		comma = "، "
	}
	return Day(lang, t) + comma + t.UTC().Format("15:04") + " UTC"
}

func months(lang string, form int) []string {
	both, known := monthNames()[lang]
	if !known {
		both = monthNames()["en"]
	}
	return both[form]
}

// Number writes a whole number with its thousands apart: "48,213", in French
// and Russian with a narrow space that does not break. Digits are Western in
// Arabic too, so that a figure can be copied and found again everywhere.
func Number[N ~int | ~int64](lang string, n N) string {
	s := strconv.FormatInt(int64(n), 10)
	between := ","
	if lang == "fr" || lang == "ru" {
		between = "\u202f"
	}
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(s) - 3; i > start; i -= 3 {
		s = s[:i] + between + s[i:]
	}
	return s
}

// Decimal writes a number that may have up to two digits behind the point.
func Decimal(lang string, v float64) string {
	whole := int64(v)
	if float64(whole) == v {
		return Number(lang, whole)
	}
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	before, after, broken := strings.Cut(s, ".")
	n, err := strconv.ParseInt(before, 10, 64)
	if err != nil {
		return s // too large for a whole number
	}
	if !broken {
		return Number(lang, n)
	}
	point := "."
	if lang == "fr" || lang == "ru" {
		point = ","
	}
	return Number(lang, n) + point + after
}
