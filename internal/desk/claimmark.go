package desk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
)

// Mark gives a claim with its place in a text, that of the first time its words
// stand there. Without unit and number it is a statement. Errors: Invalid when
// the words do not stand there, or when the claim lacks something or its numbers
// do not fit its bound.
func Mark(c Claim, text string) (Claim, error) {
	if c.Polarity == "" {
		c.Polarity = Asserts
	}
	before, _, found := strings.Cut(text, c.Words)
	var missing []string
	if !found || strings.TrimSpace(c.Words) == "" {
		missing = append(missing, "words that stand in the text as they are")
	}
	if err := needs(append(missing, lacks(c)...)); err != nil {
		return c, err
	}
	c.Begin = utf8.RuneCountInString(before)
	c.End, c.State, c.Rule = c.Begin+utf8.RuneCountInString(c.Words), ClaimAccepted, ByPerson
	return c, nil
}

func needs(missing []string) error {
	if len(missing) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "This claim needs %s.", fault.List{Between: ", ", Items: missing})
}

// lacks says what a claim needs before a person can stand for it.
func lacks(c Claim) (missing []string) {
	need := func(ok bool, words string) {
		if !ok {
			missing = append(missing, words)
		}
	}
	need(slices.Contains(Hedges, c.Hedge), "how sure the claimant is")
	need(slices.Contains(Polarities, c.Polarity), "what the claimant does with what is said")
	need(slices.Contains(Bounds, c.Bound) && slices.Contains(Measures, c.Measure), "what the number bounds and measures")
	need(c.AsOf == "" || edtf.Valid(c.AsOf), "a date such as 2017, 2017-03 or 2017-03-29")
	for _, id := range c.Places {
		_, known := geo.Find(id)
		need(known, "territories of the list")
	}
	if c.Unit == "" && c.Min == 0 && c.Max == 0 && c.Bound == "exact" {
		return missing // a statement
	}
	need(c.Unit != "", "what is counted")
	low, high := c.Min > 0, c.Max > 0
	switch c.Bound {
	case "at_least", "more_than":
		need(low && !high, "the least number alone")
	case "at_most", "less_than":
		need(high && !low, "the most number alone")
	case "range":
		need(low && c.Max > c.Min, "a least and a larger most number")
	default:
		need(low && c.Max == c.Min, "one number, the same as least and as most")
	}
	return missing
}
