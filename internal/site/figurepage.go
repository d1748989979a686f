package site

import (
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// figuresPage lists all figures, those of one territory after the other.
type figuresPage struct {
	Frame
	Groups []figureGroup
}

// figureGroup is the figures of one territory.
type figureGroup struct {
	Territory string // id
	Figures   []public.Figure
}

// figurePage shows one figure with its question and every claim behind it.
type figurePage struct {
	Frame
	Figure public.Figure
	Others []public.Figure // of the same territory
}

// figurePath is where the page of a figure stands.
func figurePath(id string) string { return "/figures/" + id }

func (s *site) getFigures(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	list, err := s.Ledger.Figures(r.Context(), "")
	if err != nil {
		return err
	}
	p := &figuresPage{}
	p.Title, p.Path, p.Unlisted = locale.T(l, "Figures"), "/figures", len(list) == 0
	p.Description = locale.T(l, "Numbers that a person decided from claims that stay visible, with who says so, how sure and as of when.")
	for _, f := range list {
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Territory != f.Territory {
			p.Groups = append(p.Groups, figureGroup{Territory: f.Territory})
		}
		g := &p.Groups[len(p.Groups)-1]
		g.Figures = append(g.Figures, f)
	}
	return s.show(w, r, "figures.html", p)
}

func (s *site) getFigure(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	f, err := s.Ledger.Figure(r.Context(), r.PathValue("figure"))
	if fault.Is(err, fault.NotFound) {
		return problem(fault.NotFound, locale.T(l, "There is no such figure."))
	}
	if err != nil {
		return err
	}
	p := &figurePage{Figure: f}
	p.Title, p.Path, p.Part = f.Question, figurePath(f.ID), "/territories"
	p.Description = cut(f.Question+": "+span(l, f.Min, f.Max)+". "+f.Rule, 160)
	all, err := s.Ledger.Figures(r.Context(), f.Territory)
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.ID != f.ID {
			p.Others = append(p.Others, x)
		}
	}
	return s.show(w, r, "figure.html", p)
}

// ruleName names how a figure was decided; nothing where nobody said.
func ruleName(language string, by public.FigureRule) string {
	switch by {
	case public.ByRange:
		return locale.T(language, "The range of all that counts.")
	case public.ByLatest:
		return locale.T(language, "The newest number.")
	case public.ByOfficial:
		return locale.T(language, "The official number.")
	case public.ByReliable:
		return locale.T(language, "The most reliable number.")
	case public.ByEstimate:
		return locale.T(language, "An estimate of our own.")
	}
	return ""
}
