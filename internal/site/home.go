package site

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// How much of each list the home page has.
const (
	homeArticles    = 8
	homeTerritories = 24
)

// week is the time that "this week" means.
const week = 7 * 24 * time.Hour

// homePage says what this is and shows what is new.
type homePage struct {
	Frame
	Totals      public.Totals
	Week        public.Week
	Lead        *public.Teaser  // the newest
	Latest      []public.Teaser // those after it
	Address     addressForm
	Territories []countLine // those with most articles, by name
	More        bool        // there are more territories
	Now         time.Time
}

// countLine is a territory with its public articles.
type countLine struct {
	ID       string
	Name     string
	Articles int
}

func (s *site) getHome(w http.ResponseWriter, r *http.Request) error {
	// "/?p=17" is how the site that was here before wrote an article's address.
	if public.OldPath(r.URL.String()) != "" {
		if err := s.moved(w, r, errNoPage(r)); !fault.Is(err, fault.NotFound) {
			return err
		}
	}
	found, err := s.Articles.Search(r.Context(), public.Query{})
	if err != nil {
		return err
	}
	p := &homePage{Now: s.Now(), Address: addressForm{ID: "address"}}
	if len(found.Hits) > 0 {
		p.Lead = &found.Hits[0].Teaser
		p.Latest = teasers(found.Hits[1:min(homeArticles+1, len(found.Hits))])
	}
	if p.Totals, err = s.Ledger.Totals(r.Context()); err != nil {
		return err
	}
	if p.Week, err = s.Ledger.Week(r.Context(), p.Now.Add(-week), p.Now); err != nil {
		return err
	}
	lines, err := s.countLines(r.Context(), tongue(r))
	if err != nil {
		return err
	}
	p.Path, p.Part = "/", "/"
	p.More = len(lines) > homeTerritories
	p.Territories = busiest(tongue(r), lines, homeTerritories)
	return s.show(w, r, "home.html", p)
}

// countLines gives the territories with public articles, by name.
func (s *site) countLines(ctx context.Context, language string) ([]countLine, error) {
	counts, err := s.Articles.Counts(ctx)
	if err != nil {
		return nil, err
	}
	lines := make([]countLine, len(counts))
	for i, c := range counts {
		lines[i] = countLine{c.Territory, territoryName(language, c.Territory), c.Articles}
	}
	sortLines(language, lines)
	return lines, nil
}

func sortLines(language string, lines []countLine) {
	slices.SortFunc(lines, func(a, b countLine) int { return locale.Compare(language, a.Name, b.Name) })
}

// busiest keeps the n lines with most articles, in the order of their names.
func busiest(language string, lines []countLine, n int) []countLine {
	if len(lines) <= n {
		return lines
	}
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b countLine) int { return cmp.Compare(b.Articles, a.Articles) })
	out = out[:n]
	sortLines(language, out)
	return out
}

func teasers(hits []public.Hit) []public.Teaser {
	out := make([]public.Teaser, len(hits))
	for i, h := range hits {
		out[i] = h.Teaser
	}
	return out
}
