package taxonomy

import "testing"

func TestParents(t *testing.T) {
	for child, parent := range parents() {
		if !Community(child).Known() || !Community(parent).Known() {
			t.Errorf("%s stands under %s, and one of them is not known", child, parent)
		}
		steps := 0
		for c := child; c != "" && steps < 10; c = Parent(c) {
			steps++
		}
		if steps == 10 {
			t.Errorf("%s stands under itself", child)
		}
	}
	if !Within("baptists", "christians") || !Within("baptists", "baptists") || Within("christians", "baptists") || Within("sikhs", "christians") {
		t.Error("Within is wrong")
	}
}

func TestRightsOfTerms(t *testing.T) {
	for of, rights := range touched() {
		if !find(of.axis, of.id).Known() {
			t.Errorf("%s %s is not known", of.axis, of.id)
		}
		for _, r := range rights {
			if !Right(r).Known() {
				t.Errorf("%s touches the unknown %q", of.id, r)
			}
		}
	}
	if got := RightsOfAct("torture-or-ill-treatment"); len(got) != 2 || got[1] != "iccpr-7" {
		t.Errorf("torture touches %v", got)
	}
	if len(RightsOfTheme("freedom-of-religion-or-belief")) == 0 || len(RightsOfAct("no-such-act")) != 0 {
		t.Error("rights of themes are wrong")
	}
}

func TestMappings(t *testing.T) {
	list := Mappings()
	for _, m := range list {
		if !find(m.Axis, m.ID).Known() || m.Code == "" {
			t.Errorf("%+v", m)
		}
	}
	if len(list) < 20 {
		t.Errorf("only %d", len(list))
	}
}
