package site

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/taxonomy"
)

// casesPage lists cases, those that were asked for.
type casesPage struct {
	Frame
	Problem     string
	Text        string
	Territory   string
	Community   string
	Status      public.Status
	Filtered    bool
	Territories []countLine
	Communities []communityLine
	Cases       []public.CaseLine
	CaseTotal   int
	Pages       pager
	Now         time.Time
}

// communityLine is a community with its public cases.
type communityLine struct {
	ID    string
	Name  string
	Cases int
}

// casePage shows one case.
type casePage struct {
	Frame
	Case public.Case
}

func (s *site) getCase(w http.ResponseWriter, r *http.Request) error {
	c, err := s.Cases.Case(r.Context(), r.PathValue("id"))
	if fault.Is(err, fault.NotFound) {
		return problem(fault.NotFound, locale.T(tongue(r), "There is no such case."))
	}
	if err != nil {
		return err
	}
	p := &casePage{Case: c}
	p.Title, p.Path, p.Part = c.Title, "/cases/"+c.ID, "/cases"
	p.Description = cut(c.Summary, 160)
	p.Unlisted = c.Invented
	return s.show(w, r, "case.html", p)
}

func (s *site) getCases(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	v := r.URL.Query()
	get := func(name string) string { return strings.TrimSpace(v.Get(name)) }
	p := &casesPage{Text: get("q"), Territory: get("territory"), Community: get("community"), Status: public.Status(get("status")), Now: s.Now()}
	p.Title, p.Path, p.Part = locale.T(l, "Documented cases"), "/cases", "/cases"
	p.Description = locale.T(l, "Documented cases of people and communities, with who says what, and as of when.")
	p.Filtered = p.Territory != "" || p.Community != "" || p.Status != ""
	p.Unlisted = p.Filtered || p.Text != "" || get("page") != ""
	status := http.StatusOK
	switch err := s.findCases(r, p); {
	case fault.Is(err, fault.Invalid):
		p.Problem, status = said(r, err), http.StatusUnprocessableEntity
	case err != nil:
		return err
	}
	counts, err := s.Cases.Communities(r.Context())
	if err != nil {
		return err
	}
	for _, c := range counts {
		p.Communities = append(p.Communities, communityLine{c.Community, taxonomy.Community(c.Community).Label(l), c.Cases})
	}
	slices.SortFunc(p.Communities, func(a, b communityLine) int { return locale.Compare(l, a.Name, b.Name) })
	p.Territories = everyTerritory(l)
	return s.showAs(w, r, status, "cases.html", p)
}

// findCases asks for what the page's form says. Errors: Invalid, for the reader.
func (s *site) findCases(r *http.Request, p *casesPage) error {
	l := tongue(r)
	if len([]rune(p.Text)) > maxQuery {
		return problem(fault.Invalid, locale.T(l, "This search is too long. Please use at most {n} characters.", "n", locale.Number(l, maxQuery)))
	}
	if p.Territory != "" {
		t, known := geo.Named(p.Territory)
		if !known {
			return problem(fault.Invalid, locale.T(l, "{word} is not in the list of countries and territories. Please choose one from the list.", "word", cut(p.Territory, 40)))
		}
		p.Territory = t.ID
	}
	if p.Status != "" && !slices.Contains(statuses(), p.Status) {
		return problem(fault.Invalid, locale.T(l, "{word} is not a status of a case. Please choose one from the list.", "word", cut(string(p.Status), 20)))
	}
	page, err := pageNumber(r)
	if err != nil {
		return err
	}
	found, err := s.Cases.Cases(r.Context(), public.CaseQuery{Text: p.Text, Territory: p.Territory, Community: p.Community, Status: p.Status, Page: page})
	if err != nil {
		return err
	}
	p.Cases, p.CaseTotal = found.Cases, found.Total
	values := url.Values{}
	for name, value := range map[string]string{"q": p.Text, "territory": p.Territory, "community": p.Community, "status": string(p.Status)} {
		if value != "" {
			values.Set(name, value)
		}
	}
	p.Pages = pagerFor("/cases", values, page, found.Total, len(found.Cases))
	return nil
}
