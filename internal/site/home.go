package site

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// How much of each list the home page has.
const (
	homeArticles    = 8
	homeTerritories = 24
)

// homePage says what this is and shows what is new.
type homePage struct {
	Frame
	Latest      []public.Teaser
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
	found, err := s.Articles.Search(r.Context(), public.Query{})
	if err != nil {
		return err
	}
	lines, err := s.countLines(r.Context())
	if err != nil {
		return err
	}
	p := &homePage{Latest: teasers(found.Hits[:min(homeArticles, len(found.Hits))]), Now: s.Now()}
	p.Path, p.Part = "/", "/"
	p.More = len(lines) > homeTerritories
	p.Territories = busiest(lines, homeTerritories)
	return s.show(w, r, "home.html", p)
}

// countLines gives the territories with public articles, by name.
func (s *site) countLines(ctx context.Context) ([]countLine, error) {
	counts, err := s.Articles.Counts(ctx)
	if err != nil {
		return nil, err
	}
	lines := make([]countLine, len(counts))
	for i, c := range counts {
		lines[i] = countLine{c.Territory, territoryName(c.Territory), c.Articles}
	}
	sortLines(lines)
	return lines, nil
}

func sortLines(lines []countLine) {
	slices.SortFunc(lines, func(a, b countLine) int { return locale.Compare(english, a.Name, b.Name) })
}

// busiest keeps the n lines with most articles, in the order of their names.
func busiest(lines []countLine, n int) []countLine {
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b countLine) int { return cmp.Compare(b.Articles, a.Articles) })
	out = out[:min(n, len(out))]
	sortLines(out)
	return out
}

func teasers(hits []public.Hit) []public.Teaser {
	out := make([]public.Teaser, len(hits))
	for i, h := range hits {
		out[i] = h.Teaser
	}
	return out
}
