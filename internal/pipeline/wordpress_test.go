package pipeline

import (
	"slices"
	"testing"

	"rightsdesk/internal/exchange"
)

func TestFiledUnder(t *testing.T) {
	for name, c := range map[string]struct {
		term                       exchange.WXRTerm
		territory, known, unlisted string
	}{
		"a country":              {exchange.WXRTerm{Name: "Belarus"}, "BY", "", ""},
		"in Russian":             {exchange.WXRTerm{Name: "Беларусь"}, "BY", "", ""},
		"in Chinese":             {exchange.WXRTerm{Name: "朝鲜"}, "KP", "", ""},
		"in capitals":            {exchange.WXRTerm{Name: "NORTH  KOREA"}, "KP", "", ""},
		"by its address":         {exchange.WXRTerm{Name: "DPRK news", Nicename: "north-korea"}, "KP", "", ""},
		"Georgia is the country": {exchange.WXRTerm{Name: "Georgia"}, "GE", "", ""},
		"a short name":           {exchange.WXRTerm{Name: "USA"}, "US", "", ""},
		"a community":            {exchange.WXRTerm{Name: "Baha'is"}, "", "community:bahai", ""},
		"an act":                 {exchange.WXRTerm{Name: "Arrest"}, "", "act:arrest", ""},
		"letters of a country":   {exchange.WXRTerm{Name: "No", Nicename: "no"}, "", "", "No"},
		"a people":               {exchange.WXRTerm{Name: "Russian"}, "", "", "Russian"},
		"a word":                 {exchange.WXRTerm{Name: "Newsletter", Nicename: "newsletter"}, "", "", "Newsletter"},
	} {
		want := func(s string) (list []string) {
			if s != "" {
				list = []string{s}
			}
			return list
		}
		territories, terms, unknown := FiledUnder([]exchange.WXRTerm{c.term, c.term})
		if !slices.Equal(territories, want(c.territory)) || !slices.Equal(terms, want(c.known)) || !slices.Equal(unknown, want(c.unlisted)) {
			t.Errorf("%s: %q %q %q", name, territories, terms, unknown)
		}
	}
}
