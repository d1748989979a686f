package office

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// ledgerPageSize is how many claims a page of the workbench has.
const ledgerPageSize = 50

// ledgerTabs are the lists of claims in the order in which an editor works.
var ledgerTabs = []string{"unreviewed", "contested", "accepted", "refused", "all"}

// ledgerPage is the workbench: claims of all articles. Its address holds what
// was asked for.
type ledgerPage struct {
	Frame
	Asked     ledgerAsked
	Tabs      []ledgerTab
	Items     []ledgerLine
	Older     string // address of the next page; empty on the last
	Newest    string // address of the first page; empty on it
	Questions []desk.QuestionLine
	Names     []string // of all territories, to choose from
}

// ledgerAsked is what an editor asks for, as typed.
type ledgerAsked struct {
	Show, Claimant, Question, Territory, Hedged, Text, Before string
}

// ledgerTab is a list of claims; Count is -1 where nobody counted.
type ledgerTab struct {
	Show, Address string
	Count         int
	Current       bool
}

// ledgerLine is a claim in the workbench.
type ledgerLine struct {
	desk.ClaimPlace
	Next string // id of the line after it, of the one before it on the last, empty where it is alone
}

// Filtered reports whether more is asked for than one of the tabs.
func (a ledgerAsked) Filtered() bool {
	return a.Claimant+a.Question+a.Territory+a.Hedged+a.Text != ""
}

// address is where the same is asked for, from a place on.
func (a ledgerAsked) address(before string) string {
	q := url.Values{}
	for name, value := range map[string]string{
		"show": a.Show, "claimant": a.Claimant, "question": a.Question, "territory": a.Territory, "hedged": a.Hedged, "q": a.Text, "before": before,
	} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return "/claims?" + q.Encode()
}

func readLedger(r *http.Request) ledgerAsked {
	line := func(name string) string { return oneLine(r.FormValue(name)) }
	a := ledgerAsked{
		Show: line("show"), Claimant: line("claimant"), Question: line("question"), Territory: line("territory"), Hedged: line("hedged"), Text: line("q"),
		Before: r.FormValue("before"),
	}
	if a.Show == "" {
		a.Show = ledgerTabs[0]
	}
	return a
}

// query gives what the store is asked. Errors: NotFound for a list or a
// territory that there is not.
func (a ledgerAsked) query() (desk.ClaimQuery, error) {
	q := desk.ClaimQuery{Claimant: a.Claimant, Question: a.Question, Text: a.Text, Before: a.Before, Limit: ledgerPageSize + 1}
	states := map[string]desk.ClaimState{"unreviewed": desk.ClaimProposed, "accepted": desk.ClaimAccepted, "refused": desk.ClaimRefused}
	q.State, q.Contested = states[a.Show], a.Show == "contested"
	if !slices.Contains(ledgerTabs, a.Show) {
		return q, fault.New(fault.NotFound, "There is no such list of claims. Please choose one of the tabs on the first page.")
	}
	if a.Territory != "" {
		if q.Territory = findTerritory(a.Territory); q.Territory == "" {
			return q, fault.New(fault.Invalid, "There is no such territory. Please choose one from the list.")
		}
	}
	if a.Hedged != "" {
		hedged := a.Hedged == "yes"
		q.Hedged = &hedged
	}
	return q, nil
}

func (o *office) getClaims(w http.ResponseWriter, r *http.Request) error {
	ctx, l := r.Context(), o.tongue(r)
	p := &ledgerPage{Frame: Frame{Title: locale.T(string(l), "Claims"), Nav: "/claims"}, Asked: readLedger(r), Names: l.allTerritories()}
	counts, err := o.ledger.ClaimCounts(ctx)
	if err != nil {
		return err
	}
	p.tabs(counts)
	if p.Questions, err = o.questions.Questions(ctx); err != nil {
		return err
	}
	status := http.StatusOK
	q, err := p.Asked.query()
	if fault.Is(err, fault.Invalid) {
		p.Problem, status = l.words(err), http.StatusUnprocessableEntity
	} else if err == nil {
		err = o.listClaims(r, p, q)
	}
	if err != nil && status == http.StatusOK {
		return err
	}
	return o.show(w, r, status, "ledger.html", p)
}

func (p *ledgerPage) tabs(counts map[desk.ClaimState]int) {
	n := map[string]int{
		"unreviewed": counts[desk.ClaimProposed], "accepted": counts[desk.ClaimAccepted], "refused": counts[desk.ClaimRefused], "contested": -1,
		"all": counts[desk.ClaimProposed] + counts[desk.ClaimAccepted] + counts[desk.ClaimRefused],
	}
	for _, show := range ledgerTabs {
		a := p.Asked
		a.Show = show
		p.Tabs = append(p.Tabs, ledgerTab{show, a.address(""), n[show], show == p.Asked.Show})
	}
}

func (o *office) listClaims(r *http.Request, p *ledgerPage, q desk.ClaimQuery) error {
	list, err := o.ledger.ClaimList(r.Context(), q)
	if err != nil {
		return err
	}
	if len(list) > ledgerPageSize {
		list = list[:ledgerPageSize]
		p.Older = p.Asked.address(list[ledgerPageSize-1].Place)
	}
	if p.Asked.Before != "" {
		p.Newest = p.Asked.address("")
	}
	for i, c := range list {
		line := ledgerLine{ClaimPlace: c}
		if i+1 < len(list) {
			line.Next = list[i+1].ID
		} else if i > 0 {
			line.Next = list[i-1].ID
		}
		p.Items = append(p.Items, line)
	}
	return nil
}

// ledgerAfter is where the workbench goes on after a decision: the same list, at
// the line after.
func ledgerAfter(r *http.Request) string {
	back := localPath(r.PostFormValue("back"))
	if !isLedger(back) {
		back = "/claims"
	}
	if at := r.PostFormValue("next"); at != "" {
		back += "#i-" + url.PathEscape(at)
	}
	return back
}

// isLedger reports whether a path is that of the workbench.
func isLedger(path string) bool { return path == "/claims" || strings.HasPrefix(path, "/claims?") }

// ledgerShow names a list of claims.
func (l tongue) ledgerShow(show string) string {
	switch show {
	case "contested":
		return locale.T(string(l), "contested")
	case "accepted":
		return locale.T(string(l), "accepted")
	case "refused":
		return locale.T(string(l), "refused")
	case "all":
		return locale.T(string(l), "all")
	}
	return locale.T(string(l), "unreviewed")
}
