package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"rightsdesk/internal/chart"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// measured are the claims behind a figure that say that it is so and count the
// same as it does: only these stand in one chart. Oldest first.
func measured(f public.Figure) []public.Claim {
	var out []public.Claim
	for _, c := range f.Claims {
		if drawn(f, c) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b public.Claim) int { return cmp.Compare(when(a), when(b)) })
	return out
}

func drawn(f public.Figure, c public.Claim) bool {
	return c.Measure == f.Measure && c.Unit == f.Unit && c.Asserts() && c.Numbered()
}

// figureChart draws the claims behind a figure, oldest first, and under them
// the figure itself. The table beside it has the same in words.
func figureChart(language string, f public.Figure) template.HTML {
	list := measured(f)
	c := chart.Rows{
		ID: f.ID + "-chart", Title: locale.T(language, "{question}: what was claimed, by date", "question", f.Question),
		Number: func(v float64) string { return locale.Decimal(language, v) }, RTL: locale.Dir(language) == "rtl",
		Decided: chart.Row{Name: locale.T(language, "This figure"), Value: span(language, f.Min, f.Max), Kind: kindOf(public.Range, f.Min, f.Max), Low: f.Min, High: f.Max},
	}
	told := []string{locale.N(language, len(list), "{n} claim, and what was decided of them.", "{n} claims, oldest first, and what was decided of them.")}
	for _, x := range list {
		c.Rows = append(c.Rows, chart.Row{
			When: yearOf(x), Name: sayer(language, x), Value: quantity(language, x), Kind: kindOf(x.Bound, x.Min, x.Max), Low: x.Min, High: x.Max,
			Hedged: x.Hedge != public.NoHedge && x.Hedge != "",
		})
		told = append(told, locale.Date(language, when(x))+": "+saidBy(language, x)+".")
	}
	told = append(told, locale.T(language, "This figure")+": "+span(language, f.Min, f.Max)+".")
	c.Desc = strings.Join(told, " ")
	return c.SVG()
}

// kindOf gives how a claim's number is drawn.
func kindOf(b public.Bound, low, high float64) chart.Kind {
	switch {
	case b == public.AtMost || b == public.LessThan || low == 0:
		return chart.AtMost
	case b == public.AtLeast || b == public.MoreThan || high == 0:
		return chart.AtLeast
	case low != high:
		return chart.Range
	case b == public.About:
		return chart.About
	}
	return chart.Exact
}

// sayer names who says a claim, and the outlet where the text does not say.
func sayer(language string, c public.Claim) string {
	switch {
	case c.Claimant != "":
		return c.Claimant
	case c.Outlet != "":
		return c.Outlet
	}
	return locale.T(language, "who says so is not named")
}

// when gives the date of which a claim speaks, EDTF; that of its article where
// it names none.
func when(c public.Claim) string { return cmp.Or(c.AsOf, c.Published) }

// yearOf gives the year of which a claim speaks.
func yearOf(c public.Claim) string {
	if w := when(c); len(w) >= 4 {
		return w[:4]
	}
	return "–"
}

// apart are claims that stand beside a figure for one reason.
type apart struct {
	Reason string
	Claims []public.Claim
}

// beside gives the claims that a figure does not count, and those it names but
// that count something else, by the reason why they stand in no chart with it.
func beside(language string, f public.Figure) []apart {
	groups := []apart{
		{Reason: locale.T(language, "They deny it, question it, call for it or predict it")},
		{Reason: locale.T(language, "They count what happened in a time, not how many there were at a time")},
		{Reason: locale.T(language, "They count how many there were at a time, not what happened in a time")},
		{Reason: locale.T(language, "They give a rate, or do not say whether they count what was or what happened")},
		{Reason: locale.T(language, "They count something else")},
		{Reason: locale.T(language, "They count others, elsewhere or at another time")},
	}
	for _, c := range f.Claims {
		if !drawn(f, c) {
			i := reasonOf(f, c)
			groups[i].Claims = append(groups[i].Claims, c)
		}
	}
	for _, c := range f.Beside {
		i := reasonOf(f, c)
		groups[i].Claims = append(groups[i].Claims, c)
	}
	return slices.DeleteFunc(groups, func(g apart) bool { return len(g.Claims) == 0 })
}

// reasonOf gives the place of a reason in the list of [beside].
func reasonOf(f public.Figure, c public.Claim) int {
	switch {
	case !c.Asserts():
		return 0
	case c.Measure != f.Measure && c.Measure == public.Flow:
		return 1
	case c.Measure != f.Measure && c.Measure == public.Stock:
		return 2
	case c.Measure != f.Measure:
		return 3
	case c.Unit != f.Unit:
		return 4
	}
	return 5
}

// apartOf counts the claims of all reasons.
func apartOf(list []apart) (n int) {
	for _, g := range list {
		n += len(g.Claims)
	}
	return n
}
