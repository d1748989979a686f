package extract

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// months by the beginning of their names in lower case, in the languages of the
// desk. Longer beginnings win over shorter ones.
var months = map[string]time.Month{
	// English
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	// French
	"janv": 1, "fév": 2, "fev": 2, "mars": 3, "avr": 4, "mai": 5, "juin": 6, "juil": 7, "août": 8, "aout": 8, "déc": 12,
	// German and Spanish where they differ
	"mär": 3, "okt": 10, "dez": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12,
	// Russian
	"янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
	// Arabic, of Egypt and of the Levant
	"يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "ابريل": 4, "إبريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7, "أغسطس": 8, "اغسطس": 8,
	"سبتمبر": 9, "أكتوبر": 10, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
	"كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9,
	"تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
}

// monthOf finds the month that a word names.
func monthOf(word string) (time.Month, bool) {
	word = strings.ToLower(strings.TrimSuffix(word, "."))
	best, month := 0, time.Month(0)
	for begin, m := range months {
		if strings.HasPrefix(word, begin) && len(begin) > best {
			best, month = len(begin), m
		}
	}
	return month, best > 0
}

// datePattern finds a date in any of the forms of parseDate.
const datePattern = `\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})` +
	`|\d{4}-\d{2}-\d{2}` +
	`|\d{1,2}-[A-Za-z]{3}-\d{2,4}` +
	`|\d{1,2}(?:er|st|nd|rd|th)?\.? (?:de )?[\p{L}]{3,12}\.?(?: (?:الأول|الثاني))?,?(?: de)? \d{4}` +
	`|[\p{L}]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4}` +
	`|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日` +
	`|\d{4} ?년 ?\d{1,2} ?월 ?\d{1,2} ?일`

var (
	numeric  = regexp.MustCompile(`^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$`)
	iso      = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	short    = regexp.MustCompile(`^(\d{1,2})-([A-Za-z]{3})-(\d{2,4})$`)
	dayFirst = regexp.MustCompile(`^(\d{1,2})(?:er|st|nd|rd|th)?\.? (?:de )?(\p{L}{3,12}\.?(?: (?:الأول|الثاني))?),?(?: de)? (\d{4})$`)
	american = regexp.MustCompile(`^(\p{L}{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})$`)
	eastern  = regexp.MustCompile(`^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]$`)
)

// easternDigits turns Arabic-Indic digits into the usual ones.
var easternDigits = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9")

// parseDate reads a date written in one of the forms that posts use, as an EDTF
// day. Day and month stand in the European order. A day that is not in the
// calendar, or after now by more than a day, is no date.
func parseDate(s string, now time.Time) (string, bool) {
	s = strings.TrimSpace(easternDigits.Replace(s))
	switch {
	case numeric.MatchString(s):
		m := numeric.FindStringSubmatch(s)
		return day(m[3], m[2], m[1], now)
	case iso.MatchString(s):
		m := iso.FindStringSubmatch(s)
		return day(m[1], m[2], m[3], now)
	case eastern.MatchString(s):
		m := eastern.FindStringSubmatch(s)
		return day(m[1], m[2], m[3], now)
	}
	for _, form := range []struct {
		pattern          *regexp.Regexp
		year, month, day int
	}{{short, 3, 2, 1}, {dayFirst, 3, 2, 1}, {american, 3, 1, 2}} {
		m := form.pattern.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		if month, known := monthOf(m[form.month]); known {
			return day(m[form.year], strconv.Itoa(int(month)), m[form.day], now)
		}
	}
	return "", false
}

func day(year, month, dayOf string, now time.Time) (string, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(dayOf)
	if err1 != nil || err2 != nil || err3 != nil {
		return "", false
	}
	if len(year) == 2 { // of this century, unless that is still to come
		y += now.Year() / 100 * 100
		if y > now.Year() {
			y -= 100
		}
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d || y < 1900 || t.After(now.AddDate(0, 0, 1)) {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}
