package desk

import (
	"strings"
	"testing"

	"rightsdesk/internal/fault"
)

func TestMark(t *testing.T) {
	text := "Élodie said: as many as 50,000 workers. As many as 50,000 workers."
	good := Claim{Words: "as many as 50,000", Hedge: "believed", Bound: "at_most", Max: 50000, Unit: "people", Measure: "stock", AsOf: "2017-03"}
	c, err := Mark(good, text)
	if err != nil || c.Begin != 13 || c.End != 30 || c.State != ClaimAccepted || c.Rule != ByPerson {
		t.Fatalf("%+v, %v", c, err)
	}
	if said, err := Mark(Claim{Words: "Élodie said", Hedge: "none", Bound: "exact", Polarity: Denies, Places: []string{"FR"}}, text); err != nil || said.End != 11 {
		t.Errorf("a statement: %+v, %v", said, err)
	}
	for name, tc := range map[string]struct {
		change func(*Claim)
		words  string
	}{
		"words that are not there": {func(c *Claim) { c.Words = "as many as 60,000" }, "words that stand in the text"},
		"no words":                 {func(c *Claim) { c.Words = " " }, "words that stand in the text"},
		"no unit":                  {func(c *Claim) { c.Unit = "" }, "what is counted"},
		"a hedge of nobody":        {func(c *Claim) { c.Hedge = "sure" }, "how sure"},
		"a least under a most":     {func(c *Claim) { c.Min = 1 }, "the most number alone"},
		"no least":                 {func(c *Claim) { c.Bound = "more_than" }, "the least number alone"},
		"a range of one":           {func(c *Claim) { c.Bound, c.Min = "range", 50000 }, "larger most"},
		"exact, with a most alone": {func(c *Claim) { c.Bound = "exact" }, "one number"},
		"a polarity of nobody":     {func(c *Claim) { c.Polarity = "hopes" }, "what the claimant does"},
		"a place of nobody":        {func(c *Claim) { c.Places = []string{"XX"} }, "territories of the list"},
		"no number typed well":     {func(c *Claim) { c.Unit, c.Max = "", -1 }, "what is counted"},
		"a date of nobody":         {func(c *Claim) { c.AsOf = "last year" }, "a date such as"},
	} {
		bad := good
		tc.change(&bad)
		if _, err := Mark(bad, text); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), tc.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
