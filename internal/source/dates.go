package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// moment is a date as a source gives it.
type moment struct {
	at  time.Time // with the offset that is said, UTC where none is
	day string    // the day at the source's own offset, or its month or year: EDTF
}

// rfc3339 gives the moment in RFC 3339, in UTC; "" for none.
func (m moment) rfc3339() string {
	if m.at.IsZero() {
		return ""
	}
	return m.at.UTC().Format(time.RFC3339)
}

var (
	// clock finds hours, minutes and perhaps seconds, with the half of the day.
	clock = regexp.MustCompile(`(?i)(?:(am|pm)\s*)?\b(\d{1,2})\s?:\s?(\d{2})(?:\s?:\s?(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?`)
	// packed finds the basic form of ISO 8601.
	packed = regexp.MustCompile(`^(\d{4})-?(\d{2})-?(\d{2})[Tt ]?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(\D.*|)$`)
	// joined finds a date in ISO 8601 with its time directly behind.
	joined = regexp.MustCompile(`(\d)[Tt](\d{1,2}:)`)
	offset = regexp.MustCompile(`(?i)^\s*(?:(?:gmt|utc|ut|z)\s*)?([+-])\s?(\d{1,2}):?(\d{2})?\b`)
	zone   = regexp.MustCompile(`^\s*\(?([A-Za-z]{1,5})\b\)?`)

	asian   = strings.NewReplacer("年", "-", "月", "-", "日", " ", "년", "-", "월", "-", "일", " ", "時", ":", "时", ":", "시", ":", "分", " ", "분", " ", "午前", "am ", "午後", "pm ", "上午", "am ", "下午", "pm ", "오전", "am ", "오후", "pm ")
	spaceAt = regexp.MustCompile(`(\d-)\s+(\d)`)
)

// Day gives the day of a date in any of the forms that feeds and mails have, at
// the offset that it says, as EDTF; empty for what is not surely understood.
func Day(s string) string {
	m, ok := readDate(s)
	if !ok {
		return ""
	}
	return m.day
}

// readDate reads a date in the forms that feeds have: RFC 822, RFC 3339, ISO
// 8601, those of C and of web pages, with their usual faults and the months of
// several languages. It gives nothing for what it does not surely understand,
// such as 3/4/2026.
func readDate(s string) (moment, bool) {
	if len(s) > 200 {
		return moment{}, false
	}
	if at, ok := usualDate(s); ok {
		return moment{at: at, day: at.Format(time.DateOnly)}, true
	}
	s = spaceAt.ReplaceAllString(asian.Replace(digits(strings.Join(strings.Fields(s), " "))), "$1$2")
	if m := packed.FindStringSubmatch(s); m != nil {
		s = m[1] + "-" + m[2] + "-" + m[3] + " " + m[4] + ":" + m[5] + ":" + first(m[6], "00") + m[7]
	}
	s = joined.ReplaceAllString(s, "$1 $2")
	hour, minute, second, loc, rest, ok := readClock(s)
	if !ok {
		return moment{}, false
	}
	year, month, day, ok := readDay(rest)
	if !ok {
		return moment{}, false
	}
	at := time.Date(year, time.Month(max(month, 1)), max(day, 1), hour, minute, second, 0, loc)
	if day > 0 && (at.Day() != day || int(at.Month()) != month) || at.Year() < 1900 || at.UTC().Unix() == 0 {
		return moment{}, false // the 31st of February; the zero of a clock that was never set
	}
	m := moment{at: at, day: fmt.Sprintf("%04d", year)}
	if month > 0 {
		m.day += fmt.Sprintf("-%02d", month)
	}
	if day > 0 {
		m.day += fmt.Sprintf("-%02d", day)
	}
	return m, true
}

// usualDate reads the forms that most feeds have, as their standards write
// them: RFC 822 with four digits of the year, RFC 3339.
func usualDate(s string) (at time.Time, ok bool) {
	if len(s) < len("2006-01-02T15:04:05Z") || s[0] > '9' && s[3] != ',' {
		return at, false
	}
	layout := time.RFC3339
	switch {
	case strings.HasSuffix(s, " GMT"):
		layout = "Mon, 02 Jan 2006 15:04:05 GMT"
	case s[0] > '9':
		layout = time.RFC1123Z
	}
	at, err := time.Parse(layout, s)
	_, east := at.Zone()
	return at, err == nil && at.Year() >= 1900 && at.UTC().Unix() != 0 && east <= 14*3600 && east >= -14*3600
}

// digits writes Arabic-Indic and Persian digits as ASCII.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, s)
}

// readClock takes time and zone out of s. Without a time it is midnight.
func readClock(s string) (hour, minute, second int, loc *time.Location, rest string, ok bool) {
	at := clock.FindStringSubmatchIndex(s)
	if at == nil {
		return 0, 0, 0, time.UTC, s, true
	}
	group := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return s[at[2*i]:at[2*i+1]]
	}
	hour, minute, second = number(group(2)), number(group(3)), min(number(group(4)), 59)
	switch half := strings.ToLower(group(1) + group(5)); {
	case strings.HasPrefix(half, "p") && hour < 12:
		hour += 12
	case strings.HasPrefix(half, "a") && hour == 12:
		hour = 0
	}
	behind := s[at[1]:]
	loc = time.UTC
	if m := offset.FindStringSubmatch(behind); m != nil {
		loc = fixed(m[1], m[2], m[3])
		behind = behind[len(m[0]):]
	} else if m := zone.FindStringSubmatch(behind); m != nil && months[strings.ToLower(m[1])] == 0 {
		loc = time.FixedZone("", int(zones[strings.ToUpper(m[1])]*3600))
		behind = behind[len(m[0]):]
	}
	return hour, minute, second, loc, s[:at[0]] + " " + behind, hour < 24 && minute < 60
}

// fixed gives the zone of an offset such as +05:30, +0530, +5.
func fixed(sign, hours, minutes string) *time.Location {
	seconds := number(hours)*3600 + number(minutes)*60
	if seconds > 14*3600 {
		return time.UTC
	}
	if sign == "-" {
		seconds = -seconds
	}
	return time.FixedZone("", seconds)
}

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?[-/.,]?$`)
	solid     = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	ordinal   = regexp.MustCompile(`^(\d{4})-?(\d{3})$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})\.?$`)
	onlyYear  = regexp.MustCompile(`^\d{4}$`)
	words     = regexp.MustCompile(`[\p{L}\p{M}]+|\d+`)
	inParens  = regexp.MustCompile(`\([^)]*\)`)
)

// readDay reads what is left of a date without its time. Month and day are 0
// where they are not said.
func readDay(s string) (year, month, day int, ok bool) {
	s = strings.Trim(withoutWeekday(inParens.ReplaceAllString(s, " ")), " ,.;")
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return number(m[1]), number(m[2]), number(m[3]), number(m[2]) >= 1 && number(m[2]) <= 12 && (m[3] == "" || number(m[3]) > 0)
	}
	if m := solid.FindStringSubmatch(s); m != nil {
		return number(m[1]), number(m[2]), number(m[3]), number(m[2]) >= 1 && number(m[2]) <= 12 && number(m[3]) > 0
	}
	if m := ordinal.FindStringSubmatch(s); m != nil {
		t := time.Date(number(m[1]), 1, number(m[2]), 0, 0, 0, 0, time.UTC)
		return t.Year(), int(t.Month()), t.Day(), number(m[2]) > 0 && t.Year() == number(m[1])
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return inOrder(number(m[1]), number(m[3]), fullYear(m[4]), m[2])
	}
	if onlyYear.MatchString(s) {
		return number(s), 0, 0, true
	}
	return namedMonth(s)
}

// inOrder tells day and month apart. With dots the day is first; with strokes
// the order is the writer's country's, and only known where one cannot be a month.
func inOrder(a, b, year int, separator string) (y, month, day int, ok bool) {
	switch {
	case a < 1 || b < 1:
		return 0, 0, 0, false
	case b <= 12 && (separator == "." || a > 12 || a == b):
		return year, b, a, true
	case a <= 12 && b > 12:
		return year, a, b, true
	}
	return 0, 0, 0, false
}

// namedMonth reads a date whose month is a word.
func namedMonth(s string) (year, month, day int, ok bool) {
	var numbers []string
	for _, w := range words.FindAllString(s, -1) {
		if m := months[strings.ToLower(w)]; m > 0 && month == 0 {
			month = m
		} else if w[0] >= '0' && w[0] <= '9' {
			numbers = append(numbers, w)
		} else if !passed[strings.ToLower(w)] {
			return 0, 0, 0, false
		}
	}
	if month == 0 || len(numbers) == 0 || len(numbers) > 2 {
		return 0, 0, 0, false
	}
	if len(numbers) == 1 {
		return number(numbers[0]), month, 0, len(numbers[0]) == 4
	}
	if len(numbers[0]) == 4 {
		numbers[0], numbers[1] = numbers[1], numbers[0]
	}
	day = number(numbers[0])
	return fullYear(numbers[1]), month, day, day > 0 && (len(numbers[1]) == 4 || len(numbers[1]) == 2)
}

// fullYear reads a year of two digits as RFC 2822 does, and any other as it is.
func fullYear(s string) int {
	n := number(s)
	switch {
	case len(s) != 2:
		return n
	case n < 50:
		return n + 2000
	}
	return n + 1900
}

// withoutWeekday takes a leading day of the week away.
func withoutWeekday(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, ", "); i > 0 && i < 40 && !strings.ContainsAny(s[:i], "0123456789") {
		if w := strings.ToLower(strings.Trim(s[:i], ".")); months[w] == 0 {
			return s[i+1:]
		}
	}
	return s
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// date reads an element's date; empty, with a warning, when it cannot be read.
func (r *reader) date(s string) moment {
	if s = strings.TrimSpace(s); s == "" {
		return moment{}
	}
	m, ok := readDate(s)
	if !ok {
		r.warn("a date cannot be read and was left out: %s", shortened(s))
	}
	return m
}

// shortened gives the beginning of a text, for a warning.
func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
