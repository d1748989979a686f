package site

import (
	"bytes"
	"encoding/json"
	"net/http"

	"rightsdesk/internal/exchange"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// territoryOf gives the territory of a file's path, empty for a file of all.
func territoryOf(r *http.Request) (string, error) {
	id := r.PathValue("id")
	if _, known := geo.Find(id); id != "" && !known {
		return "", problem(fault.NotFound, locale.T(tongue(r), "There is no such country or territory in the list. The page of all territories has every one that is."))
	}
	return id, nil
}

// casesOf collects the cases of a file.
func (s *site) casesOf(r *http.Request) ([]public.Case, error) {
	territory, err := territoryOf(r)
	if err != nil {
		return nil, err
	}
	var all []public.Case
	err = s.Cases.EachCase(r.Context(), territory, func(c public.Case) error {
		all = append(all, c)
		return nil
	})
	return all, err
}

func (s *site) getCasesCSV(w http.ResponseWriter, r *http.Request) error {
	all, err := s.casesOf(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := exchange.CasesCSV(&b, all); err != nil {
		return err
	}
	web.Public(w)
	w.Header().Set("Content-Disposition", `attachment; filename="cases.csv"`)
	return web.Send(w, r, http.StatusOK, "text/csv; charset=utf-8", b.Bytes())
}

func (s *site) getCasesJSON(w http.ResponseWriter, r *http.Request) error {
	all, err := s.casesOf(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := exchange.CasesJSON(&b, all, s.Now()); err != nil {
		return err
	}
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "application/json", b.Bytes())
}

// figuresFile is a file of figures, of one territory unless that is empty.
type figuresFile struct {
	Territory string          `json:"territory"`
	Counted   string          `json:"counted"`
	AsOf      string          `json:"as_of"`
	Figures   []public.Figure `json:"figures"`
}

// countedFigures says what is counted in a file of figures.
const countedFigures = "Figures that a person decided from claims. Each states its question with definition and scope; each claim keeps its claimant, hedge, bound, scope and date; claims of other scopes are listed and not mixed in."

func (s *site) getFiguresJSON(w http.ResponseWriter, r *http.Request) error {
	territory, err := territoryOf(r)
	if err != nil {
		return err
	}
	list, err := s.Ledger.Figures(r.Context(), territory)
	if err != nil {
		return err
	}
	return s.sendFigures(w, r, territory, list)
}

func (s *site) getFigureJSON(w http.ResponseWriter, r *http.Request) error {
	f, err := s.Ledger.Figure(r.Context(), r.PathValue("figure"))
	if err != nil {
		return err
	}
	return s.sendFigures(w, r, f.Territory, []public.Figure{f})
}

func (s *site) sendFigures(w http.ResponseWriter, r *http.Request, territory string, list []public.Figure) error {
	f := figuresFile{Territory: territory, AsOf: s.Now().UTC().Format("2006-01-02"), Counted: countedFigures, Figures: list}
	b, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return err
	}
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "application/json", append(b, '\n'))
}
