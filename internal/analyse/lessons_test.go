package analyse

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
)

// TestLessons: what editors taught changes what is found, and only that. All
// texts are invented.
func TestLessons(t *testing.T) {
	text := "Police in Georgia arrested Anna Example, a lawyer, on Monday.\n\nThe Example Rights Committee said that torture was common in Georgia, and that Anna Example had been tortured with cheap music. Georgia denied it."
	in := Input{Text: text, Language: "en", Date: "2020-05-06"}
	before := Analyse(in)
	if !slices.ContainsFunc(before.People, func(n Named) bool { return n.Name == "Anna Example" && n.Count == 2 && len(n.Spans()) == 2 }) || len(before.Spans("GE")) != 3 {
		t.Fatalf("%+v, %v", before.People, before.Spans("GE"))
	}
	for _, span := range before.People[0].Spans() {
		if got := string([]rune(text)[span.Begin:span.End]); got != span.Words {
			t.Errorf("%q stands where %q should", got, span.Words)
		}
	}
	in.Lessons = []desk.Lesson{
		{Kind: desk.FindingMentioned, Value: "GE", Words: "georgia", Meaning: "US"},
		{Kind: desk.FindingPerson, Value: "Anna Example", Words: "Anna Example", Meaning: "organisation"},
		{Kind: desk.FindingAct, Value: "torture-or-ill-treatment", Words: "torture"},
	}
	after := Analyse(in)
	if len(after.Spans("GE")) != 0 || len(after.Spans("US")) != 3 || after.Territories.About[0].ID != "US" {
		t.Errorf("Georgia is still the other one: %+v", after.Territories)
	}
	isAnna := func(n Named) bool { return n.Name == "Anna Example" }
	if slices.ContainsFunc(after.People, isAnna) || !slices.ContainsFunc(after.Organisations, isAnna) {
		t.Errorf("people %+v, organisations %+v", after.People, after.Organisations)
	}
	words := func(r Result) (list []string) {
		for _, s := range r.TermSpans(AxisAct, "torture-or-ill-treatment") {
			list = append(list, s.Words)
		}
		return list
	}
	if a, b := words(before), words(after); !slices.Contains(a, "torture") || slices.Contains(b, "torture") || !slices.Contains(b, "tortured") {
		t.Errorf("cues before %q, after %q", a, b)
	}
	in.Lessons = []desk.Lesson{{Kind: desk.FindingMentioned, Value: "GE", Words: "Georgia"}}
	if r := Analyse(in); len(r.Territories.Mentioned) != 0 {
		t.Errorf("%+v", r.Territories)
	}
}
