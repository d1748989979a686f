package analyse

import "time"

// grain says how exactly a moment is known.
type grain uint8

const (
	noGrain grain = iota
	dayGrain
	spanGrain // from a day to a day: a week, a weekend, the past six months
	monthGrain
	seasonGrain
	yearGrain
)

// moment is a day or a run of days, both ends inclusive. The zero moment is none.
type moment struct {
	first, last time.Time
	grain       grain
}

// String prints the moment as EDTF, weeks as intervals of days, seasons with
// the numbers 21 to 24.
func (m moment) String() string {
	switch m.grain {
	case dayGrain:
		return m.first.Format(time.DateOnly)
	case spanGrain:
		return m.first.Format(time.DateOnly) + "/" + m.last.Format(time.DateOnly)
	case monthGrain:
		return m.first.Format("2006-01")
	case seasonGrain:
		return m.first.Format("2006-") + [...]string{"21", "22", "23", "24"}[(m.first.Month()-3)/3]
	case yearGrain:
		return m.first.Format("2006")
	}
	return ""
}

func dayOf(t time.Time) moment { return moment{t, t, dayGrain} }

func monthOf(year int, month time.Month) moment {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return moment{first, first.AddDate(0, 1, -1), monthGrain}
}

func yearOf(year int) moment {
	first := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	return moment{first, first.AddDate(1, 0, -1), yearGrain}
}

// seasonOf gives spring to winter, 21 to 24, of the north; a winter begins in
// December of its year.
func seasonOf(year, season int) moment {
	first := time.Date(year, time.Month(3*(season-20)), 1, 0, 0, 0, 0, time.UTC)
	return moment{first, first.AddDate(0, 3, -1), seasonGrain}
}

// weekOf gives the week from Monday to Sunday that a day is in.
func weekOf(t time.Time) moment {
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	return moment{monday, monday.AddDate(0, 0, 6), spanGrain}
}

// timeUnit is what moments are counted in.
type timeUnit int

const (
	hourUnit timeUnit = iota + 1
	dayUnit
	weekUnit
	fortnightUnit
	monthUnit
	yearUnit
	decadeUnit
)

// add goes n units from a day; a month that has no such day gives its last.
func (u timeUnit) add(t time.Time, n int) time.Time {
	switch u {
	case dayUnit:
		return t.AddDate(0, 0, n)
	case weekUnit:
		return t.AddDate(0, 0, 7*n)
	case fortnightUnit:
		return t.AddDate(0, 0, 14*n)
	case monthUnit:
		first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
		return first.AddDate(0, 0, min(t.Day(), first.AddDate(0, 1, -1).Day())-1)
	case yearUnit:
		return monthUnit.add(t, 12*n)
	case decadeUnit:
		return monthUnit.add(t, 120*n)
	}
	return t
}

// around gives the whole unit that a day is in.
func (u timeUnit) around(t time.Time) moment {
	switch u {
	case weekUnit, fortnightUnit:
		return weekOf(t)
	case monthUnit:
		return monthOf(t.Year(), t.Month())
	case yearUnit:
		return yearOf(t.Year())
	case decadeUnit:
		first := time.Date(t.Year()/10*10, 1, 1, 0, 0, 0, 0, time.UTC)
		return moment{first, first.AddDate(10, 0, -1), spanGrain}
	}
	return dayOf(t)
}

// grain is how exactly something is known that is told in units: "two years
// ago" is a year, "two weeks ago" a day.
func (u timeUnit) grain() grain {
	switch u {
	case monthUnit:
		return monthGrain
	case yearUnit, decadeUnit:
		return yearGrain
	}
	return dayGrain
}

// as gives the day, month or year that a day is in.
func (g grain) as(t time.Time) moment {
	switch g {
	case monthGrain:
		return monthOf(t.Year(), t.Month())
	case yearGrain:
		return yearOf(t.Year())
	}
	return dayOf(t)
}
