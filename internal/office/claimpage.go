package office

import (
	"net/http"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// claimPage shows one claim in its context, and corrects it.
type claimPage struct {
	Frame
	Claim   desk.ClaimLine
	Context [3]string // what stands before the words, the words, what stands behind
	Form    saidForm
	Names   []string // of all territories
	List    string   // the workbench's list to go back to
}

// saidForm is what an editor types about a claim.
type saidForm struct {
	desk.Said
	Least, Most, Where string
	Seen               desk.Said // what the editor saw
}

// Hedges, Bounds, Measures and Polarities are the choices of the form.
func (*claimPage) Hedges() []string { return desk.Hedges }

// Bounds are what a number can bound.
func (*claimPage) Bounds() []string { return desk.Bounds }

// Measures are what a number can measure.
func (*claimPage) Measures() []string { return desk.Measures }

// Polarities are what a claimant can do with what is said.
func (*claimPage) Polarities() []string { return desk.Polarities }

func (o *office) getClaim(w http.ResponseWriter, r *http.Request) error {
	c, err := o.ledger.Claim(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.showClaim(w, r, http.StatusOK, &claimPage{Claim: c, Form: o.tongue(r).formOfClaim(c.Claim)})
}

func (o *office) showClaim(w http.ResponseWriter, r *http.Request, status int, p *claimPage) error {
	l := o.tongue(r)
	a, err := o.articles.Article(r.Context(), p.Claim.ArticleID)
	if err != nil {
		return err
	}
	p.Title, p.Nav, p.Names = locale.T(string(l), "Claim: {words}", "words", shorten(p.Claim.Words, 80)), "/claims", l.allTerritories()
	p.Context = around(a.Text, p.Claim.Claim)
	if p.List = localPath(r.FormValue("back")); p.List == "/" {
		p.List = "/claims"
	}
	return o.show(w, r, status, "claim.html", p)
}

// around gives the paragraph of a claim in three parts.
func around(text string, c desk.Claim) [3]string {
	runes := []rune(text)
	if c.Begin < 0 || c.End > len(runes) || c.Begin >= c.End || string(runes[c.Begin:c.End]) != c.Words {
		return [3]string{"", c.Words, ""}
	}
	before, after := string(runes[:c.Begin]), string(runes[c.End:])
	if i := strings.LastIndex(before, "\n\n"); i >= 0 {
		before = before[i+2:]
	}
	after, _, _ = strings.Cut(after, "\n\n")
	return [3]string{before, c.Words, after}
}

func (l tongue) formOfClaim(c desk.Claim) saidForm {
	var where []string
	for _, id := range c.Places {
		where = append(where, l.territory(id))
	}
	return saidForm{Said: c.Said(), Least: plain(c.Min), Most: plain(c.Max), Where: strings.Join(where, "; "), Seen: c.Said()}
}

// readSaidForm reads the form over a claim. Errors: Invalid for a territory that
// is not known.
func readSaidForm(r *http.Request) (saidForm, error) {
	line := func(name string) string { return oneLine(r.PostFormValue(name)) }
	f := saidForm{Least: line("least"), Most: line("most"), Where: line("places")}
	f.Said = desk.Said{
		Claimant: line("claimant"), Polarity: line("polarity"), Hedge: line("hedge"), Bound: line("bound"), Min: amount(f.Least), Max: amount(f.Most),
		Unit: line("unit"), Measure: line("measure"), Scope: line("scope"), AsOf: line("as_of"),
	}
	f.Min, f.Max = oneNumber(f.Bound, f.Min, f.Max)
	ids, unknown := readTerritories(f.Where)
	if len(ids) > 0 {
		f.Places = sorted(ids)
	}
	if len(unknown) > 0 {
		return f, fault.New(fault.Invalid, "No territory is called %s. Please choose from the list.", strings.Join(unknown, ", "))
	}
	return f, nil
}

// oneNumber puts a number that has no bounds into both fields.
func oneNumber(bound string, low, high float64) (float64, float64) {
	one := bound == "exact" || bound == "about"
	switch {
	case one && low == 0:
		return high, high
	case one && high == 0:
		return low, low
	}
	return low, high
}

// postClaim decides or corrects one claim.
func (o *office) postClaim(w http.ResponseWriter, r *http.Request) error {
	c, err := o.ledger.Claim(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	var notice string
	form := o.tongue(r).formOfClaim(c.Claim)
	switch do := r.PostFormValue("do"); do {
	case "accept", "refuse":
		notice, err = o.decideClaim(r, c.Claim, do == "accept")
	case "correct":
		if form, err = readSaidForm(r); err == nil {
			notice, err = o.correctClaim(r, c.Claim, form)
		}
	default:
		err = fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if err == nil && r.PostFormValue("do") != "correct" {
		return o.done(w, r, ledgerAfter(r), notice)
	}
	if err == nil {
		return o.done(w, r, "/claims/"+c.ID, notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showClaim(w, r, status, &claimPage{Frame: Frame{Problem: words}, Claim: c, Form: form})
}

// correctClaim stores what an editor says that a claim says. What she saw comes
// with the form: whoever corrected it meanwhile is not overwritten.
func (o *office) correctClaim(r *http.Request, c desk.Claim, form saidForm) (notice string, err error) {
	if r.PostFormValue("seen") != seen(c.Said()) {
		return "", fault.New(fault.Conflict, "Somebody else corrected this claim while you had it open, so nothing of yours is stored yet. Look at what it says now and decide again.")
	}
	_, changes, err := desk.CorrectClaim(c, form.Said)
	if err != nil {
		return "", err
	}
	if len(changes) == 0 {
		return locale.T(o.lang(r), "Nothing is different, so nothing was stored."), nil
	}
	d := o.claimDecision(r, desk.VerbCorrect, c, changes...)
	if err := o.claims.CorrectClaim(r.Context(), c.ID, c.Said(), form.Said, d); err != nil {
		return "", err
	}
	o.rememberClaim(r, c, d)
	return locale.T(o.lang(r), "Corrected. What the machine had read stands beside it, and the words of the text stay."), nil
}

// claimDecision begins a decision about a claim. It stands with its article,
// whose history shows it, and names the words that it is about.
func (o *office) claimDecision(r *http.Request, verb desk.Verb, c desk.Claim, changes ...desk.Change) desk.Decision {
	d := o.decision(r, verb, c.ArticleID, changes...)
	d.Reason = shorten(c.Words, 200)
	return d
}
