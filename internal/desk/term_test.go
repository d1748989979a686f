package desk

import (
	"slices"
	"testing"
)

func TestCutTerm(t *testing.T) {
	for term, want := range map[string]bool{"theme:children": true, "act:arrest": true, "right:udhr-18": true, "theme:arrest": false, "children": false, ":": false, "": false} {
		if _, _, known := CutTerm(term); known != want {
			t.Errorf("%q known: %t", term, known)
		}
	}
	if kind, id, _ := CutTerm(TermOf(FindingGroup, "women")); kind != FindingGroup || id != "women" || !kind.OfTerm() || FindingAbout.OfTerm() {
		t.Error("a term does not come back")
	}
}

// TestTermsAreDecidedAndUndone holds that terms are sorted, audited and can be
// put back.
func TestTermsAreDecidedAndUndone(t *testing.T) {
	a, changes := Correct(Article{Terms: []string{"act:arrest"}}, Correction{Terms: []string{"theme:children", "act:killing", "theme:children"}})
	if !slices.Equal(a.Terms, []string{"act:killing", "theme:children"}) || len(changes) != 1 || changes[0] != (Change{"terms", "act:arrest", "act:killing theme:children"}) {
		t.Fatalf("%v, %v", a.Terms, changes)
	}
	if !putBack(&a, changes[0]) || !slices.Equal(a.Terms, []string{"act:arrest"}) || putBack(&a, changes[0]) {
		t.Errorf("put back: %v", a.Terms)
	}
}
