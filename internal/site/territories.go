package site

import (
	"net/http"
	"time"

	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
)

// territoriesPage lists every territory.
type territoriesPage struct {
	Frame
	Groups []group     // territories with articles, by initial
	Others []countLine // territories without
	With   int         // how many have articles
	Now    time.Time
}

// group is the part of a list under one letter.
type group struct {
	Initial string
	Lines   []countLine
}

func (s *site) getTerritories(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	lines, err := s.countLines(r.Context(), l)
	if err != nil {
		return err
	}
	p := &territoriesPage{Groups: groups(l, lines), Others: others(l, lines), With: len(lines), Now: s.Now()}
	p.Title, p.Path, p.Part = locale.T(l, "Countries and territories"), "/territories", "/territories"
	p.Description = locale.T(l, "All countries and territories, with the number of articles about each.")
	return s.show(w, r, "territories.html", p)
}

func groups(language string, lines []countLine) []group {
	var out []group
	for _, l := range lines {
		initial := locale.Initial(language, l.Name)
		if len(out) == 0 || out[len(out)-1].Initial != initial {
			out = append(out, group{Initial: initial})
		}
		last := &out[len(out)-1]
		last.Lines = append(last.Lines, l)
	}
	return out
}

// others gives the territories that no line is about, by name.
func others(language string, lines []countLine) []countLine {
	has := map[string]bool{}
	for _, l := range lines {
		has[l.ID] = true
	}
	var out []countLine
	for _, l := range everyTerritory(language) {
		if !has[l.ID] {
			out = append(out, l)
		}
	}
	return out
}

// everyTerritory lists all that there are, by name.
func everyTerritory(language string) []countLine {
	var out []countLine
	for _, t := range geo.All() {
		out = append(out, countLine{ID: t.ID, Name: t.Name(language)})
	}
	sortLines(language, out)
	return out
}
