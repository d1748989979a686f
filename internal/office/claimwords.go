package office

import (
	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/site"
)

// polarity says what a claimant does with what is said, as the public page says
// it.
func (l tongue) polarity(p string) string { return site.PolarityWords(string(l), public.Polarity(p)) }

// mode says how the text gives a claim.
func (l tongue) mode(m string) string { return site.ModeWords(string(l), public.Mode(m)) }

// basis says what a claim rests on.
func (l tongue) basis(b string) string { return site.BasisWords(string(l), b) }

// claimantKind says what a claimant is.
func (l tongue) claimantKind(k string) string { return site.ClaimantKind(string(l), k) }

// saidField is a value of a claim with its name, before and after a correction.
type saidField struct{ Name, Read, Says string }

// saidValue gives what an editor corrected of a claim, value by value.
func (l tongue) saidValue(c desk.Claim) (out []saidField) {
	if c.Corrected == nil {
		return nil
	}
	read, says := c.Saying(c.Corrected.Read), c
	none := locale.T(string(l), "(nothing)")
	add := func(name, before, after string) {
		if before != after {
			if before == "" {
				before = none
			}
			if after == "" {
				after = none
			}
			out = append(out, saidField{name, before, after})
		}
	}
	add(l.field("claim_claimant"), read.Claimant, says.Claimant)
	add(l.field("claim_polarity"), l.polarity(read.Polarity), l.polarity(says.Polarity))
	add(l.field("claim_hedge"), l.hedge(read.Hedge), l.hedge(says.Hedge))
	add(l.field("claim_bound"), l.bound(read.Bound), l.bound(says.Bound))
	add(l.field("claim_least"), plain(read.Min), plain(says.Min))
	add(l.field("claim_most"), plain(read.Max), plain(says.Max))
	add(l.field("claim_unit"), read.Unit, says.Unit)
	add(l.field("claim_measure"), l.measure(read.Measure), l.measure(says.Measure))
	add(l.field("claim_scope"), read.Scope, says.Scope)
	add(l.field("claim_as_of"), read.AsOf, says.AsOf)
	add(l.field("claim_places"), l.territories(read.Places), l.territories(says.Places))
	return out
}

// claimField names a field of a claim in the history.
func (l tongue) claimField(f string) string {
	switch f {
	case "claim_claimant":
		return locale.T(string(l), "who says so")
	case "claim_polarity":
		return locale.T(string(l), "asserted or denied")
	case "claim_hedge":
		return locale.T(string(l), "how sure")
	case "claim_bound":
		return locale.T(string(l), "the number is")
	case "claim_least":
		return locale.T(string(l), "least")
	case "claim_most":
		return locale.T(string(l), "most")
	case "claim_unit":
		return locale.T(string(l), "what is counted")
	case "claim_measure":
		return locale.T(string(l), "stock or flow")
	case "claim_scope":
		return locale.T(string(l), "where, of whom")
	case "claim_as_of":
		return locale.T(string(l), "as of")
	case "claim_places":
		return locale.T(string(l), "territories")
	}
	return f
}
