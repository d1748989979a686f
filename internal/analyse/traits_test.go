package analyse

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/desk"
)

// TestTraits reads invented claims: whose people they count, where they are,
// and whether they tell a level or what happens.
func TestTraits(t *testing.T) {
	for words, tc := range map[string]struct {
		language        string
		origins, places []string
		measure         string
	}{
		"as many as 50 North Koreans are working in Russia":       {"en", []string{"KP"}, []string{"RU"}, "stock"},
		"70 workers from Vietnam were held in Russian camps":      {"en", []string{"VN"}, []string{"RU"}, "stock"},
		"80 citizens of North Korea crossed into China":           {"en", []string{"KP"}, []string{"CN"}, "stock"},
		"90 Russian campaigners were held":                        {"en", []string{"RU"}, nil, "stock"},
		"30 North Korean workers have newly registered in Russia": {"en", []string{"KP"}, []string{"RU"}, "flow"},
		"Environ 40 citoyens nord-coréens travaillent en Russie":  {"fr", []string{"KP"}, []string{"RU"}, "stock"},
		"40 ressortissants de Corée du Nord se trouvent au Qatar": {"fr", []string{"KP"}, []string{"QA"}, "stock"},
		"в России находились до 37 северокорейских рабочих":       {"ru", []string{"KP"}, []string{"RU"}, "stock"},
		"ежегодно в Россию приезжают 30 граждан КНДР":             {"ru", []string{"KP"}, []string{"RU"}, "flow"},
		"러시아에 있던 북한 노동자 30명":                                      {"ko", []string{"KP"}, []string{"RU"}, "stock"},
		"在中国有30名朝鲜工人":                                             {"zh", []string{"KP"}, []string{"CN"}, "stock"},
	} {
		a := desk.Article{Language: tc.language, Text: words + "."}
		c := desk.Claim{Words: words, End: utf8.RuneCountInString(words), Measure: "stock", Min: 30, Max: 30, Unit: "people", Rule: Version}
		got := Traits(a, []desk.Claim{c})[0]
		if !reflect.DeepEqual(got.Origins, tc.origins) || !reflect.DeepEqual(got.Places, tc.places) || got.Measure != tc.measure {
			t.Errorf("%s: %+v", words, got)
		}
	}
}

// TestTraitsLookAround: the sentence is asked only for a place that the claim
// does not name, the article only where the sentence names none; the claimant's
// state is no place, and what a person wrote of the scope goes first.
func TestTraitsLookAround(t *testing.T) {
	text := "Some came home. Of those in Russia 30 workers stayed. Officials in Rome spoke of 40 workers. Another 50 workers left."
	claim := func(words, claimant string) desk.Claim {
		c, err := desk.Mark(desk.Claim{Words: words, Claimant: claimant, Hedge: "none", Bound: "exact", Min: 30, Max: 30, Unit: "people"}, text)
		if err != nil {
			t.Fatal(err)
		}
		c.Rule, c.Measure = Version, "flow"
		return c
	}
	scoped := claim("50 workers left", "")
	scoped.Rule, scoped.Scope, scoped.Cue, scoped.Words = desk.ByPerson, "North Korean workers in China; told in Japan", "50", "50 workers left"
	list := []desk.Claim{claim("30 workers", ""), claim("40 workers", "Officials in Rome"), claim("50 workers left", ""), scoped}
	got := Traits(desk.Article{Language: "en", Text: text, Territories: []string{"MN"}}, list)
	if !reflect.DeepEqual(got[0].Around, []string{"RU"}) || got[0].About != nil {
		t.Errorf("%+v", got[0])
	}
	if got[1].Around != nil || !reflect.DeepEqual(got[1].About, []string{"MN"}) || !reflect.DeepEqual(got[2].About, []string{"MN"}) {
		t.Errorf("%+v, %+v", got[1], got[2])
	}
	if !reflect.DeepEqual(got[3].Origins, []string{"KP"}) || !reflect.DeepEqual(got[3].Places, []string{"CN"}) || got[3].Measure != "flow" {
		t.Errorf("%+v", got[3])
	}
	if got := Traits(desk.Article{}, nil); len(got) != 0 {
		t.Error(got)
	}
	fell := claim("30 workers", "")
	fell.Words = "The number fell to 30 workers"
	if got := Traits(desk.Article{Language: "en", Text: text}, []desk.Claim{fell})[0]; got.Measure != "stock" {
		t.Errorf("%+v", got)
	}
}
