package office

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
)

func TestTermProposals(t *testing.T) {
	findings := []desk.Finding{
		{Kind: desk.FindingAct, Value: "arrest", Score: .8, Spans: []desk.Span{{Words: "arrested"}, {Words: "Arrested"}, {Words: "detained"}}},
		{Kind: desk.FindingTheme, Value: "children", Score: .3},
		{Kind: desk.FindingTheme, Value: "expression-and-media", Score: .6},
		{Kind: desk.FindingRight, Value: "udhr-9", Score: .9},
		{Kind: desk.FindingAbout, Value: "RU", Score: 1},
	}
	if got := desk.SureTerms(findings); !slices.Equal(got, []string{"act:arrest", "theme:expression-and-media"}) {
		t.Errorf("ticked before a decision: %v", got)
	}
	got := tongue("fr").termProposals(findings, []string{"theme:children", "group:women", "group:no-such-group"})
	if len(got) != 4 || got[0].Name != "Thèmes" || got[0].List[0].Term != "theme:expression-and-media" || got[0].List[0].Checked || !got[0].List[1].Checked {
		t.Fatalf("%+v", got)
	}
	if act := got[1].List[0]; act.Name != "arrestation" || !slices.Equal(act.Words, []string{"arrested", "detained"}) {
		t.Errorf("%+v", act)
	}
	if added := got[2].List; len(added) != 1 || added[0].Term != "group:women" || added[0].Score != 0 || !added[0].Checked {
		t.Errorf("%+v", added)
	}
	if list := tongue("en").proposals(findings); len(list) != 1 || list[0].ID != "RU" {
		t.Errorf("a term is offered as a territory: %+v", list)
	}
}

func TestReadTerms(t *testing.T) {
	terms, unknown := readTerms("arrestation; theme:children; Жители; Jehovah’s Witnesses; act:nothing;;")
	if !slices.Equal(terms, []string{"act:arrest", "theme:children", "community:jehovahs-witnesses"}) || !slices.Equal(unknown, []string{"Жители", "act:nothing"}) {
		t.Errorf("%v, unknown %v", terms, unknown)
	}
}

// TestTermsAreNamedOnce holds that a theme and a group of one name stand once in
// the queue.
func TestTermsAreNamedOnce(t *testing.T) {
	got := tongue("en").namedOnce([]string{"theme:children", "group:children", "group:women"})
	if len(got) != 2 || got[0] != "children" || got[1] != "women" {
		t.Errorf("%q", got)
	}
}
