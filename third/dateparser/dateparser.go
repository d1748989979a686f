// Package dateparser stands in for github.com/markusmobius/go-dateparser, of
// which go-htmldate (under go-trafilatura) calls one method.
//
// The original builds patterns for some two hundred languages when the program
// starts: 144 ms of processor time and 78 MB of allocations in every process,
// measured with GODEBUG=inittrace=1 on two cores, for a public server that is
// to be ready in 300 ms and never reads a date. This package has the part of
// its interface that go-htmldate uses and reads absolute dates in the languages
// of the desk. The code is our own.
package dateparser

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ParserType names a way of reading dates. Only absolute dates are read here.
type ParserType int

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of two possible dates is meant; absolute dates
// leave no choice.
type PreferredDateSource int

// The preferences that go-htmldate names.
const (
	CurrentPeriod PreferredDateSource = iota
	Past
)

// Configuration is what go-htmldate sets.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool // day, month and year must be there; they always must here
}

// Parser reads dates.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date that was read.
type Date struct {
	Time time.Time
}

// ErrNoDate says that there is no whole date in the text.
var ErrNoDate = errors.New("no date with day, month and year")

var (
	dayMonthYear = regexp.MustCompile(`(?:^|\D)(\d{1,2})(?:er|st|nd|rd|th)?\.? (?:de )?(\p{L}{3,12})\.?,? (?:de )?(\d{4})(?:\D|$)`)
	monthDayYear = regexp.MustCompile(`(?:^|\PL)(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)`)
	yearFirst    = regexp.MustCompile(`(?:^|\D)(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?:\D|$)`)
	dayFirst     = regexp.MustCompile(`(?:^|\D)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\D|$)`)
)

// Parse reads the first whole date in a text.
func (p *Parser) Parse(_ *Configuration, text string, _ ...string) (Date, error) {
	text = strings.Join(strings.Fields(text), " ")
	for _, form := range []struct {
		pattern          *regexp.Regexp
		year, month, day int
	}{{dayMonthYear, 3, 2, 1}, {monthDayYear, 3, 1, 2}, {yearFirst, 1, 2, 3}, {dayFirst, 3, 2, 1}} {
		m := form.pattern.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if t, ok := date(m[form.year], m[form.month], m[form.day]); ok {
			return Date{t}, nil
		}
	}
	return Date{}, ErrNoDate
}

func date(year, month, day string) (time.Time, bool) {
	y, err1 := strconv.Atoi(year)
	d, err2 := strconv.Atoi(day)
	m, err3 := strconv.Atoi(month)
	if err3 != nil {
		m = monthOf(month)
	}
	if err1 != nil || err2 != nil || m == 0 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m
}

// months are the beginnings of the months' names, by number.
var months = [][]string{
	{"jan", "ene", "gen", "янв", "كانون الثاني", "يناير", "oca"}, {"feb", "fév", "fev", "фев", "شباط", "فبراير", "şub"},
	{"mar", "mär", "мар", "آذار", "مارس"}, {"apr", "avr", "abr", "апр", "نيسان", "أبريل", "nis"},
	{"may", "mai", "mag", "май", "мая", "أيار", "مايو"}, {"jun", "juin", "giu", "июн", "حزيران", "يونيو", "haz"},
	{"jul", "juil", "lug", "июл", "تموز", "يوليو", "tem"}, {"aug", "aoû", "aou", "ago", "авг", "آب", "أغسطس", "ağu"},
	{"sep", "set", "сен", "أيلول", "سبتمبر", "eyl"}, {"oct", "okt", "ott", "out", "окт", "أكتوبر", "eki"},
	{"nov", "ноя", "نوفمبر", "kas"}, {"dec", "déc", "dez", "dic", "дек", "ديسمبر", "ara"},
}

func monthOf(word string) int {
	word = strings.ToLower(word)
	for i, names := range months {
		for _, n := range names {
			if strings.HasPrefix(word, n) {
				return i + 1
			}
		}
	}
	return 0
}
