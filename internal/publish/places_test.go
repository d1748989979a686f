package publish

import (
	"slices"
	"testing"

	"rightsdesk/internal/public"
)

func TestPlaces(t *testing.T) {
	p := Places{"x-crimea": {Under: "UA"}, "x-tibet": {Under: "CN", Own: true}}
	for _, c := range []struct{ about, want []string }{
		{[]string{"x-crimea"}, []string{"UA"}},
		{[]string{"RU", "x-crimea", "UA"}, []string{"RU", "UA"}},
		{[]string{"x-tibet"}, []string{"CN", "x-tibet"}},
		{[]string{"KP", "x-kashmir"}, []string{"KP", "x-kashmir"}},
		{nil, nil},
	} {
		if got := p.Of(c.about); !slices.Equal(got, c.want) {
			t.Errorf("%v stands under %v, want %v", c.about, got, c.want)
		}
	}
	if p.One("x-crimea") != "UA" || p.One("x-tibet") != "x-tibet" || p.One("FR") != "FR" || Places(nil).One("x-crimea") != "x-crimea" {
		t.Error("One is wrong")
	}
	a := public.Article{Territories: []string{"x-crimea"}, Claims: []public.Claim{{Places: []string{"x-crimea"}}}}
	if got := p.Article(a); !slices.Equal(got.Territories, []string{"UA"}) || !slices.Equal(got.Claims[0].Places, []string{"UA"}) || a.Claims[0].Places[0] != "x-crimea" {
		t.Errorf("an article stands under %v, and %+v", got.Territories, a)
	}
	a.Post = public.Profile
	if got := p.Article(a); !slices.Equal(got.Territories, []string{"x-crimea"}) {
		t.Errorf("a profile stands under %v", got.Territories)
	}
}
