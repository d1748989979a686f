// Package edtf reads and prints dates of known precision: a day, a month or a
// year, in the forms of the Extended Date/Time Format, level 0 (Library of
// Congress, 2019): "2017-03-29", "2017-03", "2017".
package edtf

import (
	"fmt"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// Precision says how exactly a date is known.
type Precision int

// The precisions.
const (
	Year Precision = iota + 1
	Month
	Day
)

// Date is a date of some precision. The zero Date is none.
type Date struct {
	First     time.Time // the first day that it may be, in UTC
	Precision Precision
}

var layouts = map[int]struct {
	layout    string
	precision Precision
}{4: {"2006", Year}, 7: {"2006-01", Month}, 10: {"2006-01-02", Day}}

// Parse reads a date. Errors: Invalid for anything else, a day that no month
// has included.
func Parse(s string) (Date, error) {
	l, known := layouts[len(s)]
	if known {
		t, err := time.Parse(l.layout, s)
		if err == nil && t.Year() > 0 {
			return Date{t, l.precision}, nil
		}
	}
	return Date{}, fault.New(fault.Invalid, "%q is not a date. Write it like 2017-03-29, or 2017-03 or 2017 when no more is known.", s)
}

// Valid reports whether s is a date.
func Valid(s string) bool {
	_, err := Parse(s)
	return err == nil
}

// String prints the date in the form that Parse reads; empty for the zero Date.
func (d Date) String() string {
	for _, l := range layouts {
		if l.precision == d.Precision {
			return d.First.Format(l.layout)
		}
	}
	return ""
}

// Last gives the last day that the date may be.
func (d Date) Last() time.Time {
	switch d.Precision {
	case Year:
		return d.First.AddDate(1, 0, -1)
	case Month:
		return d.First.AddDate(0, 1, -1)
	}
	return d.First
}

// Compare orders dates by the first day that they may be, and a less exact
// date before a more exact one: negative when a is before b.
func Compare(a, b Date) int {
	if c := a.First.Compare(b.First); c != 0 {
		return c
	}
	return int(a.Precision) - int(b.Precision)
}

// Words prints a date as English readers write it: "29 March 2017".
func (d Date) Words() string {
	switch d.Precision {
	case Year:
		return d.First.Format("2006")
	case Month:
		return d.First.Format("January 2006")
	case Day:
		return strings.TrimSpace(fmt.Sprintf("%d %s", d.First.Day(), d.First.Format("January 2006")))
	}
	return ""
}
