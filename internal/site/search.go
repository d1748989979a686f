package site

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// maxQuery is how many characters a search may have.
const maxQuery = 300

// searchPage is the search form with what was found.
type searchPage struct {
	Frame
	Problem     string // why nothing was searched for
	Text        string // as typed
	Territory   string
	Year        string
	Language    string
	Territories []countLine
	Languages   []string
	Filtered    bool   // territory, year or language is set
	Wider       string // address of the same search without these
	Hits        []public.Hit
	Total       total
	Pages       pager
}

func (s *site) getSearch(w http.ResponseWriter, r *http.Request) error {
	p := newSearchPage(r.URL.Query())
	q, err := p.query(r.FormValue("page"))
	switch {
	case fault.Is(err, fault.Invalid):
		p.Problem = fault.Words(err)
	case err != nil:
		return err
	default:
		if err := s.search(r, p, q); err != nil {
			return err
		}
	}
	if p.Territories, err = s.countLines(r.Context()); err != nil {
		return err
	}
	p.keepTerritory()
	if p.Problem != "" {
		return s.showAs(w, r, http.StatusUnprocessableEntity, "search.html", p)
	}
	return s.show(w, r, "search.html", p)
}

func newSearchPage(v url.Values) *searchPage {
	get := func(name string) string { return strings.TrimSpace(v.Get(name)) }
	p := &searchPage{Text: get("q"), Territory: get("territory"), Year: get("year"), Language: get("language")}
	p.Title, p.Part, p.Unlisted = "Search", "/search", true
	p.Languages = locale.Languages(english)
	p.Filtered = p.Territory != "" || p.Year != "" || p.Language != ""
	p.Wider = "/search?" + url.Values{"q": {p.Text}}.Encode()
	return p
}

func (s *site) search(r *http.Request, p *searchPage, q public.Query) error {
	found, err := s.Articles.Search(r.Context(), q)
	if err != nil {
		return err
	}
	p.Hits, p.Total = found.Hits, totalOf(found)
	p.Pages = pagerFor("/search", p.values(), q.Page, found)
	return nil
}

// values gives what the form has, for the addresses of other pages.
func (p *searchPage) values() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"q": p.Text, "territory": p.Territory, "year": p.Year, "language": p.Language} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}

// query reads what was asked for. Errors: Invalid, for the reader.
func (p *searchPage) query(page string) (public.Query, error) {
	q := public.Query{Text: p.Text, Language: p.Language}
	if len([]rune(p.Text)) > maxQuery {
		return q, fault.New(fault.Invalid, "This search is too long. Please use at most %d characters.", maxQuery)
	}
	if p.Territory != "" {
		t, known := geo.Named(p.Territory)
		if !known {
			return q, fault.New(fault.Invalid, "%q is not in the list of territories. Please choose one from the list.", cut(p.Territory, 40))
		}
		q.Territory, p.Territory = t.ID, t.ID
	}
	if p.Year != "" {
		year, err := strconv.Atoi(p.Year)
		if err != nil || year < 1 || year > 9999 {
			return q, fault.New(fault.Invalid, "%q is not a year. Please write it with four digits, like 2017.", cut(p.Year, 20))
		}
		q.Year = year
	}
	if p.Language != "" && !slices.Contains(p.Languages, p.Language) {
		return q, fault.New(fault.Invalid, "%q is not in the list of languages. Please choose one from the list.", cut(p.Language, 20))
	}
	var err error
	q.Page, err = pageNumber(page)
	return q, err
}

// keepTerritory puts the territory that was asked for into the list to choose
// from, where nothing is about it.
func (p *searchPage) keepTerritory() {
	t, known := geo.Find(p.Territory)
	if known && !slices.ContainsFunc(p.Territories, func(l countLine) bool { return l.ID == t.ID }) {
		p.Territories = append(p.Territories, countLine{ID: t.ID, Name: t.Name(english)})
		sortLines(p.Territories)
	}
}
