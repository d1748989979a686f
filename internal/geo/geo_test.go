package geo

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNames(t *testing.T) {
	for _, c := range []struct{ id, lang, want string }{
		{"KP", "en", "North Korea"}, {"KP", "fr", "Corée du Nord"}, {"RU", "ru", "Россия"}, {"CN", "zh", "中国"}, {"KP", "ko", "북한"},
		{"RU", "ar", "روسيا"}, {"SZ", "en", "Eswatini"}, {"RU", "sw", "Russia"}, {"RU", "fr-CA", "Russie"}, {"x-crimea", "fr", "Crimée"},
	} {
		got, known := Find(c.id)
		if !known || got.Name(c.lang) != c.want {
			t.Errorf("%s in %s is %q, want %q", c.id, c.lang, got.Name(c.lang), c.want)
		}
	}
	if _, known := Find("ZZ"); known {
		t.Error("ZZ is no territory")
	}
}

func TestAll(t *testing.T) {
	all := All()
	if len(all) < 275 {
		t.Errorf("%d territories", len(all))
	}
	for _, x := range all {
		for i, name := range x.names {
			if name == "" || !utf8.ValidString(name) {
				t.Errorf("%s has no name in %s", x.ID, languages[i])
			}
		}
		for _, other := range slices.Concat(x.AdministeredBy, x.ClaimedBy) {
			if _, known := Find(other); !known || other == x.ID {
				t.Errorf("%s names %q", x.ID, other)
			}
		}
		if strings.HasPrefix(x.ID, "x-") != (x.ISO == "" && x.ID != "XK") {
			t.Errorf("%s has ISO %q", x.ID, x.ISO)
		}
	}
	all[0].ID = "changed"
	if All()[0].ID == "changed" {
		t.Error("All gives the list itself, not a copy")
	}
}

func TestStatus(t *testing.T) {
	for id, want := range map[string]string{
		"HK": "CN /", "XK": "/ RS", "EH": "MA / MA", "x-crimea": "RU / RU UA", "x-somaliland": "/ SO", "x-tibet": "CN /", "FR": "/", "PR": "US /",
	} {
		x, _ := Find(id)
		got := strings.TrimSpace(strings.Join(x.AdministeredBy, " ") + " / " + strings.Join(x.ClaimedBy, " "))
		if got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for in, want := range map[string]string{"north korea": "KP", "kp": "KP", " Россия ": "RU", "北韩": "", "Turkey": "TR", "nowhere": ""} {
		got, _ := Named(in)
		if got.ID != want {
			t.Errorf("Named(%q) = %q, want %q", in, got.ID, want)
		}
	}
}
