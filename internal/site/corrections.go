package site

import (
	"net/http"
	"time"

	"rightsdesk/internal/locale"
)

// mostCorrections is how many the page of corrections has.
const mostCorrections = 200

// correctionsPage lists what was changed in public.
type correctionsPage struct {
	Frame
	Lines []correctionLine
}

type correctionLine struct {
	Case  bool
	Path  string
	Title string
	Note  string
	At    time.Time
}

func (s *site) getCorrections(w http.ResponseWriter, r *http.Request) error {
	list, err := s.Ledger.Corrections(r.Context(), mostCorrections)
	if err != nil {
		return err
	}
	p := &correctionsPage{}
	for _, c := range list {
		path := "/a/" + c.ID
		if c.Case {
			path = "/cases/" + c.ID
		}
		p.Lines = append(p.Lines, correctionLine{c.Case, path, c.Title, c.Note, c.At})
	}
	p.Title, p.Path, p.Part = locale.T(tongue(r), "Corrections"), "/corrections", "/about"
	return s.show(w, r, "corrections.html", p)
}
