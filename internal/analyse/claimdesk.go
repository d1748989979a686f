package analyse

import (
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
)

// deskUnits are the units in which the desk keeps claims, beside currencies.
var deskUnits = words("people percent families churches mosques temples cases companies villages camps homes")

// kept reports whether the desk keeps a claim: numbers of persons, of things that
// are often counted, shares and money that somebody asserts. Ages and terms
// compare with nothing.
func (c Claim) kept() bool {
	q := c.Quantity
	return c.Polarity == Asserts && q.Number != "" && q.Rank == 0 && (deskUnits[q.Unit] || noun{unit: q.Unit}.kind() == moneyKind)
}

// DeskClaims gives the claims as the desk keeps them, without ids.
func (r Result) DeskClaims() []desk.Claim {
	var out []desk.Claim
	for _, c := range r.Claims {
		if !c.kept() {
			continue
		}
		d := desk.Claim{
			ArticleID: r.ID, State: desk.ClaimProposed, Rule: c.Extraction, Begin: c.Span.Begin, End: c.Span.End, Words: c.Text,
			Hedge: string(c.Hedge), Bound: string(c.Bound), Unit: c.Quantity.Unit, Measure: string(c.Quantity.Measure), Scope: c.Quantity.Scope,
		}
		var cues []string
		for _, cue := range c.Cues {
			cues = append(cues, cue.Text)
		}
		d.Cue = strings.Join(cues, " … ")
		if c.Claimant != nil {
			d.Claimant = c.Claimant.Surface
		}
		if c.Quantity.Min != nil {
			d.Min = *c.Quantity.Min
		}
		if c.Quantity.Max != nil {
			d.Max = *c.Quantity.Max
		}
		if c.Bound == public.About && c.Quantity.Best != nil {
			d.Min, d.Max = *c.Quantity.Best, *c.Quantity.Best
		}
		if c.Time != nil && c.Time.dated && edtf.Valid(c.Time.AsOf) { // the desk knows no seasons
			d.AsOf = c.Time.AsOf
		}
		out = append(out, d)
	}
	return out
}
