package analyse

import (
	"testing"

	"rightsdesk/internal/taxonomy"
)

// TestCuesNameTerms holds that every cue speaks for a term of the taxonomy,
// and that every act, theme and group has cues in every language.
func TestCuesNameTerms(t *testing.T) {
	b := cueBookOf()
	for _, x := range b.terms {
		known := map[Axis]bool{
			AxisAct: taxonomy.Act(x.id).Known(), AxisTheme: taxonomy.Theme(x.id).Known(), AxisGroup: taxonomy.Group(x.id).Known(),
			AxisCommunity: taxonomy.Community(x.id).Known(), axisSign: true,
		}
		if !known[x.axis] {
			t.Errorf("cues speak for the unknown %s %q", x.axis, x.id)
		}
	}
	for language, c := range b.languages {
		met := map[term]bool{}
		for _, q := range c.list {
			met[term{q.axis, q.id}] = true
		}
		for axis, list := range map[Axis][]taxonomy.Term{AxisAct: taxonomy.Acts(), AxisTheme: taxonomy.Themes(), AxisGroup: taxonomy.Groups()} {
			for _, x := range list {
				if !met[term{axis, x.ID}] {
					t.Errorf("%s has no cue for the %s %s", language, axis, x.ID)
				}
			}
		}
	}
	for _, x := range taxonomy.Communities() {
		if !func() bool {
			for _, q := range b.languages["en"].list {
				if q.axis == AxisCommunity && q.id == x.ID {
					return true
				}
			}
			return false
		}() {
			t.Errorf("no English cue for the community %s", x.ID)
		}
	}
}

func TestKindsCoverActs(t *testing.T) {
	seen := map[string]string{}
	for _, k := range Kinds() {
		for _, a := range k.Acts {
			if !taxonomy.Act(a).Known() || seen[a] != "" {
				t.Errorf("%s covers %s, which is unknown or covered by %q", k.Name, a, seen[a])
			}
			seen[a] = k.Name
		}
	}
	if len(seen) != 24 {
		t.Errorf("%d acts are covered, not the 24 that harm", len(seen))
	}
}
