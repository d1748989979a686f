package geo

import (
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
	if len(all) < 255 {
		t.Errorf("%d territories", len(all))
	}
	for _, x := range all {
		for i, name := range x.names {
			if name == "" || !utf8.ValidString(name) {
				t.Errorf("%s has no name in %s", x.ID, languages[i])
			}
		}
		for _, other := range []string{x.AdministeredBy, x.ClaimedBy} {
			if _, known := Find(other); other != "" && !known {
				t.Errorf("%s names the unknown %q", x.ID, other)
			}
		}
		if strings.HasPrefix(x.ID, "x-") != (x.ISO == "" && x.ID != "XK") {
			t.Errorf("%s has ISO %q", x.ID, x.ISO)
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

func TestFormsNameKnownTerritories(t *testing.T) {
	n := 0
	for _, f := range Forms() {
		n++
		if f.Territory == "" && f.Kind == Phrase {
			continue
		}
		if _, known := Find(f.Territory); !known {
			t.Errorf("form %q names the unknown territory %q", f.Text, f.Territory)
		}
		if strings.TrimSpace(f.Text) != f.Text || strings.ContainsAny(f.Text, "()（）&") {
			t.Errorf("form %q is not plain", f.Text)
		}
	}
	if n < 2500 {
		t.Errorf("%d forms", n)
	}
}
