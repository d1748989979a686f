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

// searchCases is how many cases stand above the articles that were found.
const searchCases = 5

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
	Term        string // of the taxonomy, "theme:children"
	Terms       []termLink
	Territories []countLine
	Languages   []string
	Named       []countLine // territories of that name
	Cases       []public.CaseLine
	CaseTotal   int
	MoreCases   string // address of all cases found; empty when they are all here
	Filtered    bool   // territory, year, term or language is set
	Wider       string // address of the same search without these
	Hits        []public.Hit
	Total       total
	Pages       pager
}

func (s *site) getSearch(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	p := newSearchPage(l, r.URL.Query())
	q, err := p.query(r)
	switch {
	case fault.Is(err, fault.Invalid):
		p.Problem = said(r, err)
	case err != nil:
		return err
	default:
		if err := s.search(r, p, q); err != nil {
			return err
		}
	}
	if p.Territories, err = s.countLines(r.Context(), l); err != nil {
		return err
	}
	p.keepTerritory(l)
	if p.Problem != "" {
		return s.showAs(w, r, http.StatusUnprocessableEntity, "search.html", p)
	}
	return s.show(w, r, "search.html", p)
}

func newSearchPage(language string, v url.Values) *searchPage {
	get := func(name string) string { return strings.TrimSpace(v.Get(name)) }
	p := &searchPage{Text: get("q"), Territory: get("territory"), Year: get("year"), Language: get("language"), Term: get("term")}
	p.Title, p.Part, p.Unlisted = locale.T(language, "Search"), "/search", true
	p.Languages = locale.Languages(language)
	p.Terms = themesAnd(language, p.Term)
	p.Filtered = p.Territory != "" || p.Year != "" || p.Language != "" || p.Term != ""
	p.Wider = "/search?" + url.Values{"q": {p.Text}}.Encode()
	return p
}

func (s *site) search(r *http.Request, p *searchPage, q public.Query) error {
	found, err := s.Articles.Search(r.Context(), q)
	if err != nil {
		return err
	}
	p.Hits, p.Total = found.Hits, totalOf(found)
	p.Pages = pagerFor("/search", p.values(), q.Page, found.Total, len(found.Hits))
	if q.Page > 1 || p.Text == "" {
		return nil
	}
	return s.searchBeside(r, p)
}

// searchBeside looks among the cases and the names of territories for what the
// articles were searched for.
func (s *site) searchBeside(r *http.Request, p *searchPage) error {
	if t, known := geo.Named(p.Text); known {
		p.Named = []countLine{{ID: t.ID, Name: t.Name(tongue(r))}}
	}
	if p.Year != "" || p.Language != "" || p.Term != "" {
		return nil
	}
	found, err := s.Cases.Cases(r.Context(), public.CaseQuery{Text: p.Text, Territory: p.Territory})
	if err != nil {
		return err
	}
	p.Cases, p.CaseTotal = found.Cases[:min(searchCases, len(found.Cases))], found.Total
	if p.CaseTotal > len(p.Cases) {
		p.MoreCases = "/cases?" + url.Values{"q": {p.Text}, "territory": {p.Territory}}.Encode()
	}
	return nil
}

// values gives what the form has, for the addresses of other pages.
func (p *searchPage) values() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"q": p.Text, "territory": p.Territory, "year": p.Year, "language": p.Language, "term": p.Term} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}

// query reads what was asked for. Errors: Invalid, for the reader.
func (p *searchPage) query(r *http.Request) (public.Query, error) {
	l := tongue(r)
	q := public.Query{Text: p.Text, Language: p.Language, Term: p.Term}
	if len([]rune(p.Text)) > maxQuery {
		return q, problem(fault.Invalid, locale.T(l, "This search is too long. Please use at most {n} characters.", "n", locale.Number(l, maxQuery)))
	}
	if p.Territory != "" {
		t, known := geo.Named(p.Territory)
		if !known {
			return q, problem(fault.Invalid, locale.T(l, "{word} is not in the list of countries and territories. Please choose one from the list.", "word", cut(p.Territory, 40)))
		}
		q.Territory, p.Territory = t.ID, t.ID
	}
	if p.Year != "" {
		year, err := strconv.Atoi(p.Year)
		if err != nil || year < 1 || year > 9999 {
			return q, problem(fault.Invalid, locale.T(l, "{word} is not a year. Please write it with four digits, like 2017.", "word", cut(p.Year, 20)))
		}
		q.Year = year
	}
	if p.Language != "" && !slices.Contains(p.Languages, p.Language) {
		return q, problem(fault.Invalid, locale.T(l, "{word} is not in the list of languages. Please choose one from the list.", "word", cut(p.Language, 20)))
	}
	if p.Term != "" && !slices.ContainsFunc(p.Terms, func(t termLink) bool { return t.ID == p.Term }) {
		return q, problem(fault.Invalid, locale.T(l, "{word} is not in the list of themes. Please choose one from the list.", "word", cut(p.Term, 40)))
	}
	var err error
	q.Page, err = pageNumber(r)
	return q, err
}

// keepTerritory puts the territory that was asked for into the list to choose
// from, where nothing is about it.
func (p *searchPage) keepTerritory(language string) {
	t, known := geo.Find(p.Territory)
	if known && !slices.ContainsFunc(p.Territories, func(l countLine) bool { return l.ID == t.ID }) {
		p.Territories = append(p.Territories, countLine{ID: t.ID, Name: t.Name(language)})
		sortLines(language, p.Territories)
	}
}
