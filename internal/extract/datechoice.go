package extract

import (
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// How far from the headline the date of an article stands, in bytes of the
// page's text.
const (
	dateAbove = 300
	dateBelow = 900
)

// published gives the day of publication, the name of the place that names it,
// and how sure it is, 0 to 1. Each place that names a day speaks for it with its
// weight; the day for which most speaks is taken. That is the odds of a logistic
// choice, so that how sure it is can be read from them.
func (p page) published() (day, rule string, sure float64) {
	signs := p.daySigns()
	all, best := 1.0, 0.0 // as if one more day were named
	for _, d := range slices.Sorted(maps.Keys(signs)) {
		odds := 1.0
		for _, sign := range signs[d] {
			odds *= math.Exp(dateWeights[sign])
		}
		if all += odds; odds > best {
			day, best = d, odds
		}
	}
	place := len(dateRules)
	for _, d := range p.dated {
		if d.day == day {
			place = min(place, d.place)
		}
	}
	if day == "" {
		return "", "", 0
	}
	return day, dateRules[place], best / all
}

// firstSign speaks for the first day that is printed near the headline.
const firstSign = "first"

// daySigns gives, for each day that a page names, what speaks for it. The day of
// a change that is printed where the day of publication stands elsewhere speaks
// less for itself.
func (p page) daySigns() map[string][]string {
	p.orderDays()
	signs := map[string][]string{}
	add := func(day, sign string) {
		if !slices.Contains(signs[day], sign) {
			signs[day] = append(signs[day], sign)
		}
	}
	changed := p.changes()
	first := true
	for _, d := range p.dated {
		sign := dateRules[d.place]
		if d.place == foundDate && strings.HasSuffix(d.day, "-01-01") && len(p.dated) == 1 {
			return nil // a year alone, of the copyright it may be
		}
		if !slices.Contains(inText, d.place) {
			add(d.day, sign)
			continue
		}
		where := p.where(d)
		if where == "near" && changed[d.day] && d.place != updatedDate {
			where = "changed"
		}
		if where == "near" && first && d.place != updatedDate {
			first = false
			add(d.day, firstSign)
		}
		add(d.day, sign+" "+where)
	}
	return signs
}

// inText are the places that stand in a page's text.
var inText = []int{timeDate, plainDate, labelDate, originalDate, printedDate, updatedDate}

// changes gives the days of which the page says that it was changed then, and
// not that it was published.
func (p page) changes() map[string]bool {
	changed := map[string]bool{}
	for _, d := range p.dated {
		if d.place == changedDate || d.place == updatedDate {
			changed[d.day] = true
		}
	}
	for _, d := range p.dated {
		if d.place <= weakDate {
			delete(changed, d.day)
		}
	}
	return changed
}

// where says where a day stands that is in the page's text.
func (p page) where(d dating) string {
	switch {
	case d.aside:
		return "aside"
	case p.top < 0 && d.at < dateBelow, p.top >= 0 && d.at >= p.top-dateAbove && d.at <= p.top+dateBelow:
		return "near"
	}
	return "far"
}

// orderDays turns a printed day in which day and month could be exchanged
// ("3/11/2017") where the page declares the other and not this one, or is
// American and declares neither. go-htmldate, which finds days in the text too,
// declares nothing then.
func (p page) orderDays() {
	us := p.isAmerican()
	declared, exact := map[string]bool{}, map[string]bool{}
	for _, d := range p.dated {
		exact[d.day] = exact[d.day] || d.exact
		declared[d.day] = declared[d.day] || d.exact || !slices.Contains(inText, d.place) && (d.place != foundDate || !us)
	}
	turned := map[string]string{}
	for i, d := range p.dated {
		if d.order == certain || exact[d.day] || d.day[8:] > "12" {
			continue
		}
		other := d.day[:5] + d.day[8:] + d.day[4:7]
		american := d.order == american && us && other <= p.now.Format(time.DateOnly)
		if exact[other] || !declared[d.day] && (declared[other] || american) {
			p.dated[i].day, p.dated[i].order, turned[d.day] = other, certain, other
		}
	}
	for i, d := range p.dated {
		if other := turned[d.day]; d.place == foundDate && other != "" {
			p.dated[i].day = other
		}
	}
}

// isAmerican reports whether a page says that it is in the English of the United
// States, or in English without saying of where and under a domain that is no
// other country's.
func (p page) isAmerican() bool {
	language := strings.ToLower(strings.ReplaceAll(p.language, "_", "-"))
	end := p.host[strings.LastIndex(p.host, ".")+1:]
	return language == "en-us" || language == "en" && len(end) > 2
}
