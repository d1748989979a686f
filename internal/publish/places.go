package publish

import (
	"slices"

	"rightsdesk/internal/public"
)

// Place says where the public site shows what is about a territory that has
// another state's or a state's page over it.
type Place struct {
	Under string // the territory under which it stands
	Own   bool   // it has its own page as well
}

// Places is the organisation's policy for territories, contested ones above
// all, by id. A territory that it does not name has its own page.
type Places map[string]Place

// Article gives an article and its claims with the territories under which they
// stand. A profile stays with its own territory: it must not become another one's.
func (p Places) Article(a public.Article) public.Article {
	if a.Post != public.Profile {
		a.Territories = p.Of(a.Territories)
	}
	a.Claims = slices.Clone(a.Claims)
	for i := range a.Claims {
		a.Claims[i].Places = p.Of(a.Claims[i].Places)
	}
	return a
}

// Of gives the territories under which a record stands that is about some,
// sorted.
func (p Places) Of(territories []string) []string {
	var out []string
	for _, t := range territories {
		place, named := p[t]
		if !named || place.Own {
			out = append(out, t)
		}
		if named {
			out = append(out, place.Under)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// One gives the territory under which a record stands that has just one: a
// case, a figure. A territory with a page of its own keeps it.
func (p Places) One(territory string) string {
	if place, named := p[territory]; named && !place.Own {
		return place.Under
	}
	return territory
}
