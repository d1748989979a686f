package office

import (
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/site"
)

// claimForm is a claim that an editor marks in a text, as typed.
type claimForm struct {
	desk.Claim
	Least, Most string
	Open        bool // something was typed that could not be stored
}

// Hedges, Bounds and Measures are the choices of the form.
func (*articlePage) Hedges() []string { return desk.Hedges }

// Bounds are what a number can bound.
func (*articlePage) Bounds() []string { return desk.Bounds }

// Measures are what a number can measure.
func (*articlePage) Measures() []string { return desk.Measures }

// Polarities are what a claimant can do with what is said.
func (*articlePage) Polarities() []string { return desk.Polarities }

// claimRoutes are the pages of claims and figures.
func (o *office) claimRoutes() []route {
	return []route{
		{"POST /articles/{id}/claims", editors, o.postClaims},
		{"GET /claims", editors, o.getClaims},
		{"GET /claims/{id}", editors, o.getClaim},
		{"POST /claims/{id}", editors, o.postClaim},
		{"GET /figures", editors, o.getFigures},
		{"POST /figures", editors, o.postNewFigure},
		{"GET /figures/new", editors, o.getNewFigure},
		{"GET /figures/{id}", editors, o.getFigure},
		{"POST /figures/{id}", editors, o.postFigure},
	}
}

// postClaims accepts or refuses a claim of an article, or adds the one that an
// editor marked. Its buttons send what is typed about the article too: nothing
// of that is stored, and nothing is lost.
func (o *office) postClaims(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	form := readClaimForm(r)
	var notice string
	do, id, _ := strings.Cut(r.PostFormValue("do"), " ")
	switch do {
	case "accept", "refuse":
		notice, err = o.decideClaimOf(r, a, id, do == "accept")
	case "add":
		if notice, err = o.addClaim(r, a, form); err == nil {
			form = claimForm{}
		}
		form.Open = true
	default:
		err = fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	_, typed := r.PostForm["title"]
	if err == nil && !typed {
		return o.done(w, r, "/articles/"+a.ID+"#claims", notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	if err == nil {
		status = http.StatusOK
	}
	return o.showTyped(w, r, status, a, form, notice, words)
}

// showTyped shows an article again after something was decided of its claims,
// with all that the editor typed. That the claim made a new version is no
// change that she did not see.
func (o *office) showTyped(w http.ResponseWriter, r *http.Request, status int, before desk.Article, form claimForm, notice, words string) error {
	a, err := o.articles.Article(r.Context(), before.ID)
	if err != nil {
		return err
	}
	p, err := o.articlePage(r, a)
	if err != nil {
		return err
	}
	p.Problem, p.Notice, p.Claim, p.Form = words, notice, form, formOf(a)
	if _, typed := r.PostForm["title"]; typed {
		p.Form = readArticleForm(r)
		if p.Form.Version == before.Version && a.Version == before.Version+1 {
			p.Form.Version = a.Version
		}
	}
	p.offer(o.tongue(r))
	return o.show(w, r, status, "article.html", p)
}

// decideClaimOf decides a claim of an article, by its id.
func (o *office) decideClaimOf(r *http.Request, a desk.Article, id string, accept bool) (notice string, err error) {
	list, err := o.claims.Claims(r.Context(), a.ID)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(list, func(c desk.Claim) bool { return c.ID == id })
	if i < 0 {
		return "", fault.New(fault.Conflict, "The article was read anew and this claim is no longer among its claims. Look at those that are there now.")
	}
	return o.decideClaim(r, list[i], accept)
}

func (o *office) decideClaim(r *http.Request, c desk.Claim, accept bool) (notice string, err error) {
	verb, after := desk.VerbRefuse, desk.ClaimRefused
	if accept {
		verb, after = desk.VerbAccept, desk.ClaimAccepted
	}
	if c.State == after {
		return locale.T(o.lang(r), "Nothing is different, so nothing was stored."), nil
	}
	d := o.decision(r, verb, c.ArticleID, desk.Change{Field: desk.FieldClaim, Before: string(c.State), After: string(after) + ": " + c.Words})
	if err := o.claims.DecideClaim(r.Context(), c.ID, accept, d); err != nil {
		return "", err
	}
	o.rememberClaim(r, c, d)
	if accept {
		return locale.T(o.lang(r), "The claim is accepted. It is public where its article is."), nil
	}
	return locale.T(o.lang(r), "The claim is refused. It is on no public page."), nil
}

func (o *office) addClaim(r *http.Request, a desk.Article, form claimForm) (notice string, err error) {
	c, err := desk.Mark(form.Claim, a.Text)
	if err != nil {
		return "", err
	}
	c.ID, c.ArticleID = o.newID(desk.KindClaim), a.ID
	d := o.decision(r, desk.VerbAccept, a.ID, desk.Change{Field: desk.FieldClaim, After: string(desk.ClaimAccepted) + ": " + c.Words})
	if err := o.claims.AddClaim(r.Context(), c, d); err != nil {
		return "", err
	}
	o.rememberClaim(r, c, d)
	return locale.T(o.lang(r), "The claim is accepted. It is public where its article is."), nil
}

func readClaimForm(r *http.Request) claimForm {
	line := func(name string) string { return oneLine(r.PostFormValue(name)) }
	f := claimForm{Least: line("least"), Most: line("most")}
	f.Claim = desk.Claim{
		Words: strings.TrimSpace(r.PostFormValue("words")), Cue: line("cue"), Claimant: line("claimant"), Hedge: line("hedge"), Bound: line("bound"),
		Unit: line("unit"), Measure: line("measure"), Scope: line("scope"), AsOf: line("as_of"), Min: amount(f.Least), Max: amount(f.Most),
		Polarity: line("polarity"),
	}
	f.Min, f.Max = oneNumber(f.Bound, f.Min, f.Max)
	if f.Min == 0 && f.Max == 0 && f.Bound == "exact" { // a statement counts nothing
		f.Unit = ""
	}
	return f
}

// amount reads a number as people write it, with spaces, commas or points
// between the thousands; 0 for none, -1 for what is no number.
func amount(s string) float64 {
	if s == "" {
		return 0
	}
	digits := strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "", "'", "").Replace(s)
	if n := strings.Count(digits, "."); n > 0 && thousands(digits) {
		digits = strings.ReplaceAll(digits, ".", "")
	}
	f, err := strconv.ParseFloat(digits, 64)
	if err != nil || f < 0 || f > 1e12 || f != f {
		return -1
	}
	return f
}

// thousands reports whether every point of a number has three digits after it.
func thousands(s string) bool {
	parts := strings.Split(s, ".")
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return len(parts[0]) > 0 && len(parts[0]) <= 3 && parts[0] != "0"
}

// claims says in a line who claims what, as the public site says it.
func (l tongue) claims(c desk.Claim) string {
	return site.Claimed(string(l), public.Claim{
		Claimant: c.Claimant, Hedge: public.Hedge(c.Hedge), Bound: public.Bound(c.Bound), Min: c.Min, Max: c.Max, Unit: c.Unit,
		Measure: public.Measure(c.Measure), Scope: c.Scope, AsOf: c.AsOf, Polarity: public.Polarity(c.Polarity),
	})
}

func (l tongue) claimFuncs() template.FuncMap {
	return template.FuncMap{"claims": l.claims, "claimstate": l.claimState, "hedge": l.hedge, "bound": l.bound, "measure": l.measure, "span": l.bounds,
		"polarity": l.polarity, "mode": l.mode, "basis": l.basis, "claimantkind": l.claimantKind, "ledgershow": l.ledgerShow, "seen": seen, "saidvalue": l.saidValue}
}

func (l tongue) claimState(s desk.ClaimState) string {
	switch s {
	case desk.ClaimAccepted:
		return locale.T(string(l), "accepted")
	case desk.ClaimRefused:
		return locale.T(string(l), "refused")
	}
	return locale.T(string(l), "proposed")
}

func (l tongue) hedge(h string) string {
	switch h {
	case "reported":
		return locale.T(string(l), "reported")
	case "alleged":
		return locale.T(string(l), "alleged")
	case "believed":
		return locale.T(string(l), "believed")
	case "estimated":
		return locale.T(string(l), "estimated")
	case "possible":
		return locale.T(string(l), "possible")
	}
	return locale.T(string(l), "said without a hedge")
}

func (l tongue) bound(b string) string {
	switch b {
	case "about":
		return locale.T(string(l), "about")
	case "at_least":
		return locale.T(string(l), "at least")
	case "at_most":
		return locale.T(string(l), "at most")
	case "more_than":
		return locale.T(string(l), "more than")
	case "less_than":
		return locale.T(string(l), "less than")
	case "range":
		return locale.T(string(l), "from … to …")
	}
	return locale.T(string(l), "exactly")
}

func (l tongue) measure(m string) string {
	switch m {
	case "stock":
		return locale.T(string(l), "stock: there at one time")
	case "flow":
		return locale.T(string(l), "flow: newly in a time")
	case "rate":
		return locale.T(string(l), "rate: in each time")
	}
	return locale.T(string(l), "cannot be told")
}
