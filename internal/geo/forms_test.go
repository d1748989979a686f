package geo

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestFormsNameKnownTerritories(t *testing.T) {
	forms := Forms()
	for _, f := range forms {
		if _, known := Find(f.Territory); !known && (f.Kind != Phrase || f.Territory != "") {
			t.Errorf("form %q names the unknown territory %q", f.Text, f.Territory)
		}
		if strings.TrimSpace(f.Text) != f.Text || strings.ContainsAny(f.Text, "()（）|\t;") {
			t.Errorf("form %q is not plain", f.Text)
		}
		if f.Lang != "" && !slices.Contains(languages, f.Lang) || (f.Lang == "") != (f.Kind == Native) {
			t.Errorf("form %q is in the language %q", f.Text, f.Lang)
		}
	}
	if len(forms) < 6000 {
		t.Errorf("%d forms", len(forms))
	}
}

// TestFormsAreInTheirScript finds cells that slipped into another column.
func TestFormsAreInTheirScript(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{"en": unicode.Latin, "fr": unicode.Latin, "ru": unicode.Cyrillic, "ar": unicode.Arabic, "zh": unicode.Han, "ko": unicode.Hangul}
	for _, f := range Forms() {
		script := scripts[f.Lang]
		if script != nil && !strings.ContainsFunc(f.Text, func(r rune) bool { return unicode.Is(script, r) }) && f.Text != "UAE" {
			t.Errorf("%q of %s stands under %s", f.Text, f.Territory, f.Lang)
		}
	}
}

// TestOneFormOneTerritory holds that a form with several meanings is declared
// as such in ambiguous.tsv.
func TestOneFormOneTerritory(t *testing.T) {
	declared := map[[2]string]bool{}
	for _, r := range Readings() {
		declared[[2]string{r.Lang, r.Text}] = true
	}
	owner := map[[2]string]string{}
	for _, f := range Forms() {
		key := [2]string{f.Lang, f.Text}
		if other, taken := owner[key]; taken && other != f.Territory && !declared[key] {
			t.Errorf("%s %q means %s and %s", f.Lang, f.Text, other, f.Territory)
		}
		owner[key] = f.Territory
	}
}

// TestEveryStateHasItsWords holds that the members of the United Nations have a
// demonym in English, and a capital in every language, unless it has the
// country's name or is a common word.
func TestEveryStateHasItsWords(t *testing.T) {
	demonym, capital := map[string]bool{}, map[[2]string]bool{}
	for _, f := range Forms() {
		demonym[f.Territory] = demonym[f.Territory] || f.Kind == Demonym && f.Lang == "en"
		if f.Capital {
			capital[[2]string{f.Territory, f.Lang}] = true
		}
	}
	const states = "AE AF AL AM AO AR AT AU AZ BA BD BE BF BG BH BI BJ BO BR BT BW BY CA CF CH CI CM CN CO CR CU CY CZ DE DK DZ EC EE EG ER ES ET FI FR GA GB GE GH GM GR HN HR HT HU ID IE IN IQ IR IS IT JO JP KE KG KH KP KR KZ LA LB LK LR LT LV LY MA MD ME MG MK ML MM MN MR MT MW MX MY MZ NA NE NG NI NL NO NP NZ OM PE PH PK PL PS PT PY QA RO RS RU RW SA SD SE SI SK SL SN SO SS SY TD TG TH TJ TL TM TR TW TZ UA UG US UY UZ VE VN XK YE ZA ZM ZW"
	const without = "BGru CRfr CRru CRar CRzh CRko DZru MXfr PEar YEru" // the country's name, or common words
	for id := range strings.FieldsSeq(states) {
		if !demonym[id] {
			t.Errorf("%s has no demonym in English", id)
		}
		for _, l := range languages {
			if !capital[[2]string{id, l}] && !strings.Contains(without, id+l) {
				t.Errorf("%s has no capital in %s", id, l)
			}
		}
	}
}

func TestReadings(t *testing.T) {
	for _, r := range Readings() {
		if len(r.Of) < 2 {
			t.Errorf("%q has one meaning only", r.Text)
		}
		for i, m := range r.Of {
			if _, known := Find(m.Territory); !known && (i > 0 || m.Territory != "") {
				t.Errorf("%q may mean the unknown %q", r.Text, m.Territory)
			}
		}
	}
	at := slices.IndexFunc(Readings(), func(r Reading) bool { return r.Text == "Georgia" })
	if r := Readings()[at]; r.Of[0].Territory != "GE" || r.Of[1].Territory != "US" || !slices.Contains(r.Of[1].Hints, "Atlanta") {
		t.Errorf("Georgia reads %+v", r)
	}
}

func TestPairs(t *testing.T) {
	for _, p := range Pairs() {
		_, first := Find(p.First)
		_, second := Find(p.Second)
		if !first || !second || len([]rune(p.Text)) < 2 {
			t.Errorf("pair %+v", p)
		}
	}
}

func BenchmarkForms(b *testing.B) {
	for b.Loop() {
		Forms()
	}
}
