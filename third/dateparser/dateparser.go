// Package dateparser stands in for github.com/markusmobius/go-dateparser, of
// which go-htmldate (under go-trafilatura) calls one method.
//
// The original (v1.2.3) prepares its words and patterns for some two hundred
// languages when the program starts. A test binary that links go-trafilatura,
// started with GODEBUG=inittrace=1 on two cores (Go 1.26):
//
//	                       original          this package
//	initialisation         151 ms, 89 MB     9 ms, 5.7 MB (all packages together)
//	resident after start   60–69 MB          16.5 MB
//	size of the binary     19.1 MB           14.3 MB
//
// Every process of the desk is one binary and would pay this, the public server
// too, which never reads a date. This package has the part of the interface that
// go-htmldate v1.10.1 uses and reads absolute dates in the desk's languages:
// English, French, Russian, Arabic, German, Spanish, Portuguese, Italian,
// Turkish, Korean, Chinese. The code is our own.
package dateparser

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ParserType names a way of reading dates. Only absolute dates are read here.
type ParserType uint8

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of two possible dates is meant; absolute dates
// leave no choice.
type PreferredDateSource uint8

// The preferences that go-htmldate names.
const (
	CurrentPeriod PreferredDateSource = iota
	Past
)

// Configuration is what go-htmldate sets. Nothing in it changes how an absolute
// date is read: day, month and year must always be there.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
	CurrentTime         time.Time // for relative dates, of which none are read
}

// Parser reads dates.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date that was read, at midnight UTC.
type Date struct {
	Time time.Time
}

// ErrNoDate says that there is no whole date in the text.
var ErrNoDate = errors.New("no date with day, month and year")

// form is a pattern and the groups of it that hold year, month and day.
type form struct {
	pattern          *regexp.Regexp
	year, month, day int
}

// forms are tried in this order; numeric dates have the day before the month.
var forms = []form{
	{regexp.MustCompile(`(?:^|\D)(\d{1,2})(?:er|st|nd|rd|th)?\.? (?:de |of )?(\pL+(?: (?:الأول|الثاني))?)\.?[,،]? (?:de |del )?(\d{4})(?:\D|$)`), 3, 2, 1},
	{regexp.MustCompile(`(?:^|\PL)(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)`), 3, 1, 2},
	{regexp.MustCompile(`(?:^|\D)(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?:\D|$)`), 1, 2, 3},
	{regexp.MustCompile(`(?:^|\D)(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})(?:\D|$)`), 3, 2, 1},
}

// Parse reads the first whole date in a text. Errors: ErrNoDate.
func (p *Parser) Parse(_ *Configuration, text string, _ ...string) (Date, error) {
	text = strings.Join(strings.Fields(digits.Replace(text)), " ")
	for _, f := range forms {
		for _, m := range f.pattern.FindAllStringSubmatch(text, -1) {
			if t, ok := date(m[f.year], m[f.month], m[f.day]); ok {
				return Date{t}, nil
			}
		}
	}
	return Date{}, ErrNoDate
}

// digits turns Arabic-Indic digits into Western ones.
var digits = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9")

// date makes a day of the calendar. month is a number or a name.
func date(year, month, day string) (time.Time, bool) {
	m, err := strconv.Atoi(month)
	if err != nil {
		m = months[strings.ToLower(month)]
	}
	y, errYear := strconv.Atoi(year)
	d, errDay := strconv.Atoi(day)
	if errYear != nil || errDay != nil || m == 0 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m
}
