package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// Said is what an editor can correct of a claim. The words of the text are no
// part of it: they always stay.
type Said struct {
	Claimant, Polarity, Hedge, Bound string
	Min, Max                         float64
	Unit, Measure, Scope, AsOf       string
	Places                           []string
}

// Corrected is an editor's correction of a claim: what the machine had read
// stands beside it.
type Corrected struct {
	Read Said
	By   string // name of the account
	At   time.Time
}

// Said gives what a claim says now.
func (c Claim) Said() Said {
	return Said{c.Claimant, c.Polarity, c.Hedge, c.Bound, c.Min, c.Max, c.Unit, c.Measure, c.Scope, c.AsOf, c.Places}
}

// Saying gives the claim as somebody says that it reads.
func (c Claim) Saying(s Said) Claim {
	c.Claimant, c.Polarity, c.Hedge, c.Bound, c.Min, c.Max = s.Claimant, s.Polarity, s.Hedge, s.Bound, s.Min, s.Max
	c.Unit, c.Measure, c.Scope, c.AsOf, c.Places = s.Unit, s.Measure, s.Scope, s.AsOf, s.Places
	return c
}

// Decided reports whether a person decided or corrected a claim, so that no new
// reading takes its place.
func (c Claim) Decided() bool { return c.State != ClaimProposed || c.Corrected != nil }

// CorrectClaim gives a claim with a correction, and what it changes. A claimant
// that is another is of no kind that the machine knew. Errors: Invalid when
// something is missing or the numbers do not fit the bound.
func CorrectClaim(c Claim, to Said) (Claim, []Change, error) {
	after := c.Saying(to)
	if len(to.Places) == 0 {
		after.Places = nil
	}
	changes := saidChanges(c.Said(), after.Said())
	if err := needs(lacks(after)); err != nil {
		return c, nil, err
	}
	return after, changes, nil
}

// FieldClaim is the audit's field of a claim's state; those of what it says
// begin with claimField.
const (
	FieldClaim = "claim"
	claimField = "claim_"
)

// ofClaim reports whether a decision is about a claim of the article under
// which it stands.
func (d Decision) ofClaim() bool {
	return len(d.Changes) > 0 && !slices.ContainsFunc(d.Changes, func(c Change) bool {
		return c.Field != FieldClaim && !strings.HasPrefix(c.Field, claimField)
	})
}

// WithoutClaims gives the decisions of an article that are not about one of its
// claims.
func WithoutClaims(history []Decision) []Decision {
	return slices.DeleteFunc(slices.Clone(history), Decision.ofClaim)
}

func saidChanges(before, after Said) (out []Change) {
	b, a := saidFields(before), saidFields(after)
	for i := range b {
		if b[i].value != a[i].value {
			out = append(out, Change{claimField + b[i].name, b[i].value, a[i].value})
		}
	}
	return out
}

type saidField struct{ name, value string }

func saidFields(s Said) []saidField {
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	return []saidField{
		{"claimant", s.Claimant}, {"polarity", s.Polarity}, {"hedge", s.Hedge}, {"bound", s.Bound}, {"least", number(s.Min)}, {"most", number(s.Max)},
		{"unit", s.Unit}, {"measure", s.Measure}, {"scope", s.Scope}, {"as_of", s.AsOf}, {"places", strings.Join(s.Places, " ")},
	}
}

// SaidBefore gives what a claim said before a correction. Errors: Conflict when
// it does not say any more what the correction made it say.
func SaidBefore(c Claim, changes []Change) (Said, error) {
	s := c.Said()
	now := map[string]string{}
	for _, f := range saidFields(s) {
		now[claimField+f.name] = f.value
	}
	for _, x := range changes {
		if value, known := now[x.Field]; !known || value != x.After {
			return s, ClaimChanged()
		}
		if err := s.set(strings.TrimPrefix(x.Field, claimField), x.Before); err != nil {
			return c.Said(), err
		}
	}
	return s, nil
}

// ClaimChanged is the error of an undo that comes too late.
func ClaimChanged() error {
	return fault.New(fault.Conflict, "Somebody decided about this claim after you, so your decision cannot be undone any more. Look at it and decide again.")
}

// set puts back a value that saidFields wrote. Errors: Internal for a number that
// is none.
func (s *Said) set(field, value string) error {
	texts := map[string]*string{
		"claimant": &s.Claimant, "polarity": &s.Polarity, "hedge": &s.Hedge, "bound": &s.Bound, "unit": &s.Unit, "measure": &s.Measure, "scope": &s.Scope, "as_of": &s.AsOf,
	}
	numbers := map[string]*float64{"least": &s.Min, "most": &s.Max}
	switch {
	case texts[field] != nil:
		*texts[field] = value
	case numbers[field] != nil:
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return fmt.Errorf("number %q of a claim before its correction: %w", value, err)
		}
		*numbers[field] = n
	default:
		s.Places = cut(value, " ")
	}
	return nil
}
