package office

import (
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// casesShown is how many lines a page of cases has.
const casesShown = 50

// caseStates are the tabs of the list; the first shows all.
var caseStates = []desk.CaseState{"", desk.CaseDraft, desk.CasePublished, desk.CaseWithdrawn}

// casesPage lists the documented cases.
type casesPage struct {
	Frame
	State  desk.CaseState
	Text   string
	Before string
	Older  string // id to go on from; empty on the last page
	Cases  []desk.CaseLine
}

// States are the tabs.
func (*casesPage) States() []desk.CaseState { return caseStates }

// caseRoutes are the pages of the documented cases.
func (o *office) caseRoutes() []route {
	return []route{
		{"GET /cases", editors, o.getCases},
		{"POST /cases", editors, o.postNewCase},
		{"GET /cases/new", editors, o.getNewCase},
		{"GET /cases/{id}", editors, o.getCase},
		{"POST /cases/{id}", editors, o.postCase},
	}
}

func (o *office) getCases(w http.ResponseWriter, r *http.Request) error {
	p := &casesPage{
		Frame: Frame{Title: locale.T(o.lang(r), "Cases"), Nav: "/cases"},
		State: desk.CaseState(r.FormValue("state")), Text: strings.TrimSpace(r.FormValue("q")), Before: r.FormValue("before"),
	}
	if !slices.Contains(caseStates, p.State) {
		return fault.New(fault.NotFound, "There is no such list of cases. Please choose one of the tabs.")
	}
	var err error
	p.Cases, err = o.cases.Cases(r.Context(), desk.CaseQuery{State: p.State, Text: p.Text, Before: p.Before, Limit: casesShown + 1})
	if err != nil {
		return err
	}
	if len(p.Cases) > casesShown {
		p.Cases = p.Cases[:casesShown]
		p.Older = p.Cases[casesShown-1].ID
	}
	return o.show(w, r, http.StatusOK, "cases.html", p)
}
