package desk

import (
	"reflect"
	"testing"
)

func linked(id, bound string, low, high float64, asOf, kind string) Link {
	return Link{State: Linked, ClaimLine: ClaimLine{Claim: Claim{ID: id, Bound: bound, Min: low, Max: high, AsOf: asOf, Kind: kind, Polarity: Asserts}}}
}

// TestAgreements uses the numbers of the design's example.
func TestAgreements(t *testing.T) {
	denied := linked("denied", "exact", 9, 9, "2017", "state")
	denied.Polarity = Denies
	proposed := linked("proposed", "exact", 1, 1, "2017", "")
	proposed.State = LinkProposed
	undated := linked("undated", "exact", 5, 5, "", "")
	links := []Link{
		linked("most", "at_most", 0, 50000, "2017-03", ""), linked("about", "about", 40000, 40000, "2017-10", "office"), linked("other", "about", 30000, 30000, "2017", ""),
		linked("ambassador", "about", 11000, 11000, "2018-12", "office"), linked("permits", "exact", 11490, 11490, "2018-12", "state"), denied, proposed, undated,
	}
	got := map[string][][]string{}
	for _, a := range Agreements(links) {
		for _, g := range a.Groups {
			var ids []string
			for _, l := range g.Links {
				ids = append(ids, l.ID)
			}
			got[a.Year] = append(got[a.Year], ids)
		}
	}
	want := map[string][][]string{"2018": {{"ambassador", "permits"}}, "2017": {{"other", "most"}, {"about"}}, "": {{"undated"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	list := Agreements(links)
	if list[0].Year != "2018" || list[0].Groups[0].Low != 11490 || list[0].Groups[0].High > 12101 {
		t.Errorf("%+v", list[0])
	}
	if d := Denials(links); len(d) != 1 || d[0].ID != "denied" {
		t.Errorf("%+v", d)
	}
	open := Agreements([]Link{linked("least", "more_than", 10, 0, "2017", "")})
	if g := open[0].Groups[0]; g.Low != 10 || g.High != 0 {
		t.Errorf("%+v", g)
	}
}

func TestRuleAnswers(t *testing.T) {
	links := []Link{
		linked("a", "at_most", 0, 50000, "2017-03", ""), linked("b", "about", 40000, 40000, "2017-10", "office"), linked("c", "range", 4000, 15000, "2025-05", "anonymous"), linked("d", "exact", 511, 511, "2020-03", "state"),
	}
	want := []RuleAnswer{{"range", 4000, 15000, "2025-05", 1}, {"latest", 4000, 15000, "2025-05", 1}, {"official", 511, 511, "2020-03", 1}}
	if got := RuleAnswers(links); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	open := append(links, linked("e", "at_least", 600, 0, "2025-01", ""))
	if got := RuleAnswers(open)[0]; got.Max != 0 || got.Min != 600 || got.AsOf != "2025-05" || got.Claims != 2 {
		t.Errorf("%+v", got)
	}
	if got := RuleAnswers(links[:1])[0]; got.Min != 0 || got.Max != 50000 {
		t.Errorf("at most alone has no least: %+v", got)
	}
	links[0].State = LinkBeside
	if got := RuleAnswers(links[:1]); got != nil {
		t.Errorf("%+v", got)
	}
}
