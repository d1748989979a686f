package analyse

import (
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
)

// DeskClaims gives all claims as the desk keeps them, without ids.
func (r Result) DeskClaims() []desk.Claim {
	var out []desk.Claim
	for _, c := range r.Claims {
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
