package analyse

import (
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
)

// few is from which number on a count is proposed whatever is said of it.
const few = 10

// incidental reports whether a claim only counts a few persons or things in
// passing, in the text's own words: "four men", "two reporters". Editors would
// have to refuse nearly all of them; what is said of few people ("four men were
// arrested"), what somebody claims, and what is hedged or bounded stay.
func (c Claim) incidental() bool {
	q := c.Quantity
	return c.bare && c.Mode == Unattributed && c.Hedge == public.NoHedge && c.Bound == public.Exact &&
		q.Rank == 0 && q.Best != nil && *q.Best < few && noun{unit: q.Unit}.kind() == countKind
}

// tellsAct reports whether the words of a claim name an act, such as an arrest.
func (r Result) tellsAct(c Claim) bool {
	for t, spans := range r.axes.spans {
		if t.axis == AxisAct && slices.ContainsFunc(spans, func(s desk.Span) bool { return s.Begin >= c.Span.Begin && s.End <= c.Span.End }) {
			return true
		}
	}
	return false
}

// DeskClaims gives the claims as the desk keeps them, without ids: all but small
// counts in passing.
func (r Result) DeskClaims() []desk.Claim {
	var out []desk.Claim
	for _, c := range r.Claims {
		if c.incidental() && !r.tellsAct(c) {
			continue
		}
		d := desk.Claim{
			ArticleID: r.ID, State: desk.ClaimProposed, Rule: c.Extraction, Begin: c.Span.Begin, End: c.Span.End, Words: c.Text,
			Hedge: string(c.Hedge), Bound: string(c.Bound), Polarity: string(c.Polarity), Mode: string(c.Mode), Basis: c.Basis,
			Via: c.Via, Places: c.Place, Content: deskSpan(c.Content),
		}
		var cues []string
		for _, cue := range c.Cues {
			cues = append(cues, cue.Text)
			d.Cues = append(d.Cues, desk.Span{Begin: cue.Begin, End: cue.End, Words: cue.Text})
		}
		d.Cue = strings.Join(cues, " … ")
		if c.Claimant != nil {
			d.Claimant, d.Kind, d.Plural = c.Claimant.Surface, c.Claimant.Kind, c.Claimant.Plural
		}
		if c.Source != nil {
			d.Source = deskSpan(*c.Source)
		}
		c.count(&d)
		c.date(&d)
		out = append(out, d)
	}
	return out
}

// deskSpan is a place whose words the text has.
func deskSpan(s ClaimSpan) desk.Span { return desk.Span{Begin: s.Begin, End: s.End} }

func (c Claim) count(d *desk.Claim) {
	q := c.Quantity
	d.Unit, d.Measure, d.Scope, d.Number, d.Counted, d.Rank = q.Unit, string(q.Measure), q.Scope, q.Number, q.Counted, q.Rank
	if q.Min != nil {
		d.Min = *q.Min
	}
	if q.Max != nil {
		d.Max = *q.Max
	}
	if c.Bound == public.About && q.Best != nil {
		d.Min, d.Max = *q.Best, *q.Best
	}
}

// date keeps the dates that the text says; the month of an article is no date
// of its claims. The desk knows no seasons.
func (c Claim) date(d *desk.Claim) {
	if c.Time == nil {
		return
	}
	valid := func(date string) string {
		if edtf.Valid(date) {
			return date
		}
		return ""
	}
	d.SaidOn, d.RefersTo = valid(c.Time.SaidOn), valid(c.Time.RefersTo)
	if c.Time.dated {
		d.AsOf = valid(c.Time.AsOf)
	}
}
