package analyse

import "time"

// resolve gives the moment that a phrase means, the zero moment when it cannot
// be known.
func (r *dater) resolve(f whenFound, future bool) moment {
	s, n := f.slot, f.rule.n
	if m, ok := r.absolute(f, future); ok {
		return m
	}
	if m, ok := r.fromBefore(f); ok {
		return m
	}
	if r.day.IsZero() {
		return r.coarse(f)
	}
	u := timeUnit(s['u'])
	switch f.rule.op {
	case "day":
		return dayOf(r.day.AddDate(0, 0, n))
	case "unit":
		if u <= dayUnit {
			return dayOf(u.add(r.day, n))
		}
		return u.around(u.add(r.day, n))
	case "ago":
		return u.grain().as(u.add(r.day, -s['n']))
	case "ahead":
		return u.grain().as(u.add(r.day, s['n']))
	case "past":
		return moment{u.add(r.day, -max(1, s['n'])), r.day, spanGrain}
	case "coming":
		return moment{r.day, u.add(r.day, max(1, s['n'])), spanGrain}
	case "weekday":
		return r.weekday(s['w'], n, future)
	case "weekend":
		saturday := weekOf(r.day).first.AddDate(0, 0, 5)
		if saturday.After(r.day) && !future && n <= 0 {
			saturday = saturday.AddDate(0, 0, -7)
		} else if n < 0 && weekOf(r.day).last.Equal(r.day) || n > 0 {
			saturday = saturday.AddDate(0, 0, 7*n)
		}
		return moment{saturday, saturday.AddDate(0, 0, 1), spanGrain}
	case "endof":
		return dayOf(u.around(u.add(r.day, n)).last)
	case "season":
		return r.season(s['s'], n, future)
	case "seasonofyear":
		return seasonOf(r.day.Year()+n, 20+s['s'])
	case "weekdayofweek":
		return dayOf(weekOf(r.day).first.AddDate(0, 0, 7*n+s['w']-1))
	}
	return moment{}
}

// absolute reads phrases that name a month or a year.
func (r *dater) absolute(f whenFound, future bool) (moment, bool) {
	s := f.slot
	year := s['y']
	switch f.rule.op {
	case "ymd":
		return civil(year, s['m'], s['d']), true
	case "nymd": // months in numbers
		return civil(year, s['x'], s['d']), true
	case "ym":
		return monthOf(year, time.Month(s['m'])), true
	case "nym":
		if s['x'] > 12 {
			return moment{}, true
		}
		return monthOf(year, time.Month(s['x'])), true
	case "y", "sy":
		return yearOf(year), true
	case "ys":
		return seasonOf(year, 20+s['s']), true
	}
	month := max(s['m'], s['x'])
	known := r.known.first
	if month < 1 || month > 12 || known.IsZero() || r.known.grain == yearGrain && f.rule.op != "mofyear" {
		return moment{}, month > 0
	}
	switch f.rule.op {
	case "mofyear": // "in March last year"
		if s['d'] > 0 {
			return civil(known.Year()+f.rule.n, month, s['d']), true
		}
		return monthOf(known.Year()+f.rule.n, time.Month(month)), true
	case "md":
		m := civil(known.Year(), month, s['d'])
		if r.day.IsZero() {
			return moment{}, true
		}
		switch {
		case future && m.first.Before(r.day):
			m = civil(known.Year()+1, month, s['d'])
		case !future && m.first.After(r.day):
			m = civil(known.Year()-1, month, s['d'])
		}
		return m, true
	case "m":
		year = known.Year()
		switch n := f.rule.n; {
		case n < 0 && month >= int(known.Month()), n == 0 && !future && month > int(known.Month()):
			year--
		case n > 0 && month <= int(known.Month()), n == 0 && future && month < int(known.Month()):
			year++
		}
		return monthOf(year, time.Month(month)), true
	}
	return moment{}, false
}

// civil gives a day, none when the month has no such day.
func civil(year, month, day int) moment {
	if month < 1 || month > 12 {
		return moment{}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != month {
		return moment{}
	}
	return dayOf(t)
}

// fromBefore reads phrases that go from the date named before: "the following
// week", "a year later". Where that date is known less exactly than the step,
// the answer is as exact as that date.
func (r *dater) fromBefore(f whenFound) (moment, bool) {
	u, step := timeUnit(f.slot['u']), 0
	switch f.rule.op {
	case "later", "laterof":
		step = f.slot['n']
	case "earlier", "earlierof":
		step = -f.slot['n']
	case "step":
		step = f.rule.n
	case "same", "dayafter":
	default:
		return moment{}, false
	}
	b := r.before
	switch {
	case b.grain == noGrain:
		return moment{}, true
	case f.rule.op == "same" || u == hourUnit:
		return b, true
	case f.rule.op == "dayafter":
		u, step = dayUnit, f.rule.n
	}
	if b.grain != dayGrain && b.grain > u.grain() {
		return b, true
	}
	if f.rule.op == "step" && u >= weekUnit {
		return u.around(u.add(firstOf(b, u), step)), true
	}
	return u.grain().as(u.add(b.first, step)), true
}

// firstOf gives a day from which months and years can be counted safely.
func firstOf(b moment, u timeUnit) time.Time {
	if u >= monthUnit {
		return time.Date(b.first.Year(), b.first.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	return b.first
}

// coarse resolves what an article's month or year alone can say.
func (r *dater) coarse(f whenFound) moment {
	u := timeUnit(f.slot['u'])
	step, count := f.rule.n, 0
	switch f.rule.op {
	case "unit":
	case "ago":
		step, count = 0, -f.slot['n']
	default:
		return moment{}
	}
	if r.known.grain == noGrain || r.known.grain > u.grain() || u.grain() == dayGrain {
		return moment{}
	}
	return u.grain().as(u.add(r.known.first, step+count))
}

// weekday gives the day of a name: the last on or before the article's, or the
// next where the clause speaks of the future. n is -1 for "last", 1 for "next".
func (r *dater) weekday(name, n int, future bool) moment {
	back := (int(r.day.Weekday()) - name%7 + 7) % 7
	switch {
	case n < 0 && back == 0:
		back = 7
	case n > 0, n == 0 && future:
		back -= 7
	}
	return dayOf(r.day.AddDate(0, 0, -back))
}

// season gives the last, this or next season of a name.
func (r *dater) season(name, n int, future bool) moment {
	m := seasonOf(r.day.Year(), 20+name)
	switch {
	case n < 0:
		for year := r.day.Year() - 1; !m.last.Before(r.day); year-- {
			m = seasonOf(year, 20+name)
		}
	case n == 0 && !future && m.first.After(r.day):
		m = seasonOf(r.day.Year()-1, 20+name)
	case n > 0 && !m.first.After(r.day), n == 0 && future && m.last.Before(r.day):
		m = seasonOf(r.day.Year()+1, 20+name)
	}
	return m
}
