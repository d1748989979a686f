package site

import (
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/public"
)

// territoryPage shows what is about one territory.
type territoryPage struct {
	Frame
	ID       string
	Name     string
	Articles []public.Teaser // newest first
	Total    total
	Pages    pager
}

func (s *site) getTerritory(w http.ResponseWriter, r *http.Request) error {
	t, known := geo.Find(r.PathValue("id"))
	if !known {
		return otherSpelling(w, r)
	}
	page, err := pageNumber(r.FormValue("page"))
	if err != nil {
		return err
	}
	found, err := s.Articles.Search(r.Context(), public.Query{Territory: t.ID, Page: page})
	if err != nil {
		return err
	}
	if page > 1 && len(found.Hits) == 0 {
		return fault.New(fault.NotFound, "The list of articles about %s has no page %d.", t.Name(english), page)
	}
	p := &territoryPage{ID: t.ID, Name: t.Name(english), Articles: teasers(found.Hits), Total: totalOf(found)}
	path := "/territories/" + t.ID
	p.Pages = pagerFor(path, nil, page, found)
	p.Title, p.Path, p.Part, p.Feed = p.Name, path, "/territories", path+"/feed.xml"
	p.Description = "News on human rights in " + p.Name + ", with who published it, when and in whose words."
	p.Unlisted = page > 1 || len(p.Articles) == 0
	return s.show(w, r, "territory.html", p)
}

// otherSpelling sends a reader who typed a territory's id in another case to
// its page.
func otherSpelling(w http.ResponseWriter, r *http.Request) error {
	all := geo.All()
	i := slices.IndexFunc(all, func(t geo.Territory) bool { return strings.EqualFold(t.ID, r.PathValue("id")) })
	if i < 0 {
		return fault.New(fault.NotFound, "There is no such country or territory in the list. The page of all territories has every one that is.")
	}
	http.Redirect(w, r, "/territories/"+all[i].ID, http.StatusMovedPermanently)
	return nil
}
