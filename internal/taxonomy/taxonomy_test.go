package taxonomy

import (
	"regexp"
	"testing"
)

var kebab = regexp.MustCompile(`^[a-z]+(-[a-z]+)*(-[0-9]+)?$`)

func TestTermsAreWhole(t *testing.T) {
	for axis, want := range map[string]int{"act": 29, "status": 12, "right": 72, "group": 15, "theme": 16, "community": 69} {
		seen := map[string]bool{}
		for _, x := range axes()[axis] {
			if !kebab.MatchString(x.ID) || seen[x.ID] {
				t.Errorf("%s: id %q", axis, x.ID)
			}
			seen[x.ID] = true
			if len(x.names) != len(columns) {
				t.Errorf("%s %s has %d names", axis, x.ID, len(x.names))
			}
			for i, name := range x.names {
				if name == "" {
					t.Errorf("%s %s has no name in %s", axis, x.ID, columns[i])
				}
			}
		}
		if len(seen) != want {
			t.Errorf("%d terms of %s, want %d", len(seen), axis, want)
		}
	}
}

func TestLabel(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Act("release").Label("fr"), "libération"}, {Status("unknown").Label("ru"), "положение неизвестно"}, {Community("bahai").Label("ar"), "البهائيون"},
		{Act("release").Label("xx"), "release"}, {Act("no-such-act").Label("fr"), "no-such-act"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if Act("no-such-act").Known() || !Community("bahai").Known() {
		t.Error("Known is wrong")
	}
}
