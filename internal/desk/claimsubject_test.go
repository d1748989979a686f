package desk

import "testing"

// TestSubject holds what claims share a subject and what keeps them apart.
func TestSubject(t *testing.T) {
	count := func(counted, unit, measure string, places ...string) Claim {
		return Claim{Min: 5, Max: 5, Bound: "exact", Unit: unit, Measure: measure, Counted: counted, Places: places}
	}
	says := func(words string, places ...string) Claim { return Claim{Words: words, Places: places} }
	for name, c := range map[string]struct {
		a, b     Claim
		language string
		same     bool
	}{
		"one counted noun":          {count("North Korean workers", "people", "stock", "RU", "KP"), count("workers", "people", "stock", "KP", "RU"), "en", true},
		"another noun":              {count("workers", "people", "stock", "RU"), count("soldiers", "people", "stock", "RU"), "en", false},
		"another place":             {count("workers", "people", "stock", "RU"), count("workers", "people", "stock", "CN"), "en", false},
		"a flow":                    {count("workers", "people", "stock", "RU"), count("workers", "people", "flow", "RU"), "en", false},
		"the noun stands first":     {count("travailleurs nord-coréens", "people", "stock", "RU"), count("travailleurs étrangers", "people", "stock", "RU"), "fr", true},
		"a denial of the same":      {says("that sending workers violates any sanctions", "RU"), says("Sending workers violates the sanctions.", "RU"), "en", true},
		"another statement":         {says("that sending workers violates any sanctions", "RU"), says("that prisoners were tortured in custody", "RU"), "en", false},
		"a number and a statement":  {count("workers", "people", "stock", "RU"), says("thousands of workers stayed behind", "RU"), "en", false},
		"a noun of few letters":     {count("мэр", "people", "stock", "RU"), count("мэр", "people", "stock", "RU"), "ru", true},
		"a place in another script": {count("заключённых", "people", "stock", "RU"), count("заключённые", "people", "stock", "RU"), "ru", true},
	} {
		a, b := Subject(c.a, c.language, "2017-03"), Subject(c.b, c.language, "2017-09-01")
		if a == "" || b == "" || (a == b) != c.same {
			t.Errorf("%s: %q and %q", name, a, b)
		}
	}
	dated := count("workers", "people", "stock", "RU")
	dated.AsOf = "2015"
	if Subject(dated, "en", "2017") == Subject(count("workers", "people", "stock", "RU"), "en", "2017") {
		t.Error("claims of different years have one subject")
	}
	for name, c := range map[string]Claim{"no place": count("workers", "people", "stock"), "a term": count("", "years", "", "RU"), "some people": count("", "people", "flow", "RU"), "too few words": says("It was so.", "RU")} {
		if got := Subject(c, "en", "2017"); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
