package site

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// How much of each list a territory's first page has.
const (
	territoryArticles = 3
	territoryCases    = 6
)

// territoryFrame is what every page of a territory has.
type territoryFrame struct {
	Frame
	ID   string
	Name string
	Tabs []tab
}

// tab leads to one of a territory's pages.
type tab struct {
	Path string
	Name string
	Here bool
}

// territoryPage says how many are held, shows the key figures and what is new.
type territoryPage struct {
	territoryFrame
	Held      public.HeldCount
	Figures   []public.Figure
	Articles  []public.Teaser // newest first
	Total     total
	Cases     []public.CaseLine
	CaseTotal int
	Address   addressForm
	Now       time.Time
}

// territoryNewsPage lists what is about one territory.
type territoryNewsPage struct {
	territoryFrame
	Articles []public.Teaser // newest first
	Total    total
	Pages    pager
}

// territoryCasesPage lists the cases of one territory.
type territoryCasesPage struct {
	territoryFrame
	Cases     []public.CaseLine
	CaseTotal int
	Pages     pager
}

// territoryProfilePage shows the organisation's own text about a territory.
type territoryProfilePage struct {
	territoryFrame
	Profile *public.Article // nil while there is none
}

// territoryDataPage offers what is about a territory as files.
type territoryDataPage struct {
	territoryFrame
	Total     total
	CaseTotal int
	Figures   []public.Figure
}

// frameOf fills what every page of a territory has. sub is the page's own part
// of the path, such as "/news".
func frameOf(r *http.Request, sub string) (territoryFrame, error) {
	l := tongue(r)
	t, known := geo.Find(r.PathValue("id"))
	if !known {
		return territoryFrame{}, problem(fault.NotFound, locale.T(l, "There is no such country or territory in the list. The page of all territories has every one that is."))
	}
	path := "/territories/" + t.ID
	f := territoryFrame{ID: t.ID, Name: t.Name(l)}
	f.Title, f.Path, f.Part, f.Feed = f.Name, path+sub, "/territories", path+"/feed.xml"
	for _, x := range []tab{
		{"", locale.T(l, "Overview"), false}, {"/news", locale.T(l, "News"), false}, {"/cases", locale.T(l, "Cases"), false},
		{"/profile", locale.T(l, "Profile"), false}, {"/data", locale.T(l, "Data"), false},
	} {
		if x.Path == sub && sub != "" {
			f.Title = f.Name + " – " + x.Name
		}
		f.Tabs = append(f.Tabs, tab{path + x.Path, x.Name, x.Path == sub})
	}
	return f, nil
}

func (s *site) getTerritory(w http.ResponseWriter, r *http.Request) error {
	if spelled := otherSpelling(r.PathValue("id")); spelled != "" {
		http.Redirect(w, r, locale.Path(tongue(r), "/territories/"+spelled), http.StatusMovedPermanently)
		return nil
	}
	frame, err := frameOf(r, "")
	if err != nil {
		return err
	}
	p := &territoryPage{territoryFrame: frame, Now: s.Now(), Address: addressForm{"address", []string{frame.ID}}}
	found, err := s.Articles.Search(r.Context(), public.Query{Territory: p.ID})
	if err != nil {
		return err
	}
	p.Total, p.Articles = totalOf(found), teasers(found.Hits[:min(territoryArticles, len(found.Hits))])
	cases, err := s.Cases.Cases(r.Context(), public.CaseQuery{Territory: p.ID})
	if err != nil {
		return err
	}
	p.Cases, p.CaseTotal = cases.Cases[:min(territoryCases, len(cases.Cases))], cases.Total
	if p.Held, err = s.Cases.Held(r.Context(), p.ID); err != nil {
		return err
	}
	if p.Figures, err = s.Ledger.Figures(r.Context(), p.ID); err != nil {
		return err
	}
	p.Description = locale.T(tongue(r), "{territory}: news on human rights, documented cases and figures, with who says so and as of when.", "territory", p.Name)
	p.Unlisted = len(p.Articles)+len(p.Cases)+len(p.Figures) == 0
	return s.show(w, r, "territory.html", p)
}

func (s *site) getTerritoryNews(w http.ResponseWriter, r *http.Request) error {
	frame, err := frameOf(r, "/news")
	if err != nil {
		return err
	}
	page, err := pageNumber(r)
	if err != nil {
		return err
	}
	found, err := s.Articles.Search(r.Context(), public.Query{Territory: frame.ID, Page: page})
	if err != nil {
		return err
	}
	if page > 1 && len(found.Hits) == 0 {
		return noSuchPage(r, page)
	}
	p := &territoryNewsPage{territoryFrame: frame, Articles: teasers(found.Hits), Total: totalOf(found)}
	p.Pages = pagerFor(p.Path, nil, page, found.Total, len(found.Hits))
	p.Unlisted = page > 1 || len(p.Articles) == 0
	return s.show(w, r, "territorynews.html", p)
}

func (s *site) getTerritoryCases(w http.ResponseWriter, r *http.Request) error {
	frame, err := frameOf(r, "/cases")
	if err != nil {
		return err
	}
	page, err := pageNumber(r)
	if err != nil {
		return err
	}
	found, err := s.Cases.Cases(r.Context(), public.CaseQuery{Territory: frame.ID, Page: page})
	if err != nil {
		return err
	}
	if page > 1 && len(found.Cases) == 0 {
		return noSuchPage(r, page)
	}
	p := &territoryCasesPage{territoryFrame: frame, Cases: found.Cases, CaseTotal: found.Total}
	p.Pages = pagerFor(p.Path, nil, page, found.Total, len(found.Cases))
	p.Unlisted = page > 1 || len(p.Cases) == 0
	return s.show(w, r, "territorycases.html", p)
}

func (s *site) getTerritoryProfile(w http.ResponseWriter, r *http.Request) error {
	frame, err := frameOf(r, "/profile")
	if err != nil {
		return err
	}
	p := &territoryProfilePage{territoryFrame: frame}
	switch a, err := s.Profiles.Profile(r.Context(), frame.ID); {
	case fault.Is(err, fault.NotFound):
		p.Unlisted = true
	case err != nil:
		return err
	default:
		p.Profile = &a
	}
	return s.show(w, r, "territoryprofile.html", p)
}

func (s *site) getTerritoryData(w http.ResponseWriter, r *http.Request) error {
	frame, err := frameOf(r, "/data")
	if err != nil {
		return err
	}
	p := &territoryDataPage{territoryFrame: frame}
	found, err := s.Articles.Search(r.Context(), public.Query{Territory: p.ID})
	if err != nil {
		return err
	}
	cases, err := s.Cases.Cases(r.Context(), public.CaseQuery{Territory: p.ID})
	if err != nil {
		return err
	}
	if p.Figures, err = s.Ledger.Figures(r.Context(), p.ID); err != nil {
		return err
	}
	p.Total, p.CaseTotal = totalOf(found), cases.Total
	return s.show(w, r, "territorydata.html", p)
}

// otherSpelling gives the id that a reader meant who typed it in another case,
// empty for one that is right or unknown.
func otherSpelling(id string) string {
	if _, known := geo.Find(id); known {
		return ""
	}
	all := geo.All()
	i := slices.IndexFunc(all, func(t geo.Territory) bool { return strings.EqualFold(t.ID, id) })
	if i < 0 {
		return ""
	}
	return all[i].ID
}
