package office

import (
	"html/template"
	"net/http"
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

// claimRoutes are the pages of claims and figures.
func (o *office) claimRoutes() []route {
	return []route{
		{"POST /articles/{id}/claims", editors, o.postClaims},
		{"GET /figures", editors, o.getFigures},
		{"POST /figures", editors, o.postNewFigure},
		{"GET /figures/new", editors, o.getNewFigure},
		{"GET /figures/{id}", editors, o.getFigure},
		{"POST /figures/{id}", editors, o.postFigure},
	}
}

// postClaims accepts or refuses a claim of an article, or adds the one that an
// editor marked.
func (o *office) postClaims(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	a, err := o.articles.Article(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	var form claimForm
	var notice string
	switch do := r.PostFormValue("do"); do {
	case "accept", "refuse":
		notice, err = o.decideClaim(r, a, r.PostFormValue("claim"), do == "accept")
	case "add":
		form = readClaimForm(r)
		notice, err = o.addClaim(r, a, form)
	default:
		err = fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if err == nil {
		return o.done(w, r, "/articles/"+a.ID+"#claims", notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p, err := o.articlePage(r, a)
	if err != nil {
		return err
	}
	p.Problem, p.Claim, p.Form = words, form, formOf(a)
	p.Claim.Open = true
	p.offer(o.tongue(r))
	return o.show(w, r, status, "article.html", p)
}

func (o *office) decideClaim(r *http.Request, a desk.Article, id string, accept bool) (notice string, err error) {
	list, err := o.claims.Claims(r.Context(), a.ID)
	if err != nil {
		return "", err
	}
	for _, c := range list {
		if c.ID != id {
			continue
		}
		verb, after := desk.VerbRefuse, desk.ClaimRefused
		if accept {
			verb, after = desk.VerbAccept, desk.ClaimAccepted
		}
		if c.State == after {
			return locale.T(o.lang(r), "Nothing is different, so nothing was stored."), nil
		}
		d := o.decision(r, verb, a.ID, desk.Change{Field: "claim", Before: string(c.State), After: string(after) + ": " + c.Words})
		if err := o.claims.DecideClaim(r.Context(), id, accept, d); err != nil {
			return "", err
		}
		if accept {
			return locale.T(o.lang(r), "The claim is accepted. It is public where its article is."), nil
		}
		return locale.T(o.lang(r), "The claim is refused. It is on no public page."), nil
	}
	return "", fault.New(fault.Conflict, "The article was read anew and this claim is no longer among its claims. Look at those that are there now.")
}

func (o *office) addClaim(r *http.Request, a desk.Article, form claimForm) (notice string, err error) {
	c, err := desk.Mark(form.Claim, a.Text)
	if err != nil {
		return "", err
	}
	c.ID, c.ArticleID = o.newID(desk.KindClaim), a.ID
	d := o.decision(r, desk.VerbAccept, a.ID, desk.Change{Field: "claim", After: string(desk.ClaimAccepted) + ": " + c.Words})
	return locale.T(o.lang(r), "The claim is accepted. It is public where its article is."), o.claims.AddClaim(r.Context(), c, d)
}

func readClaimForm(r *http.Request) claimForm {
	line := func(name string) string { return oneLine(r.PostFormValue(name)) }
	f := claimForm{Least: line("least"), Most: line("most")}
	f.Claim = desk.Claim{
		Words: strings.TrimSpace(r.PostFormValue("words")), Cue: line("cue"), Claimant: line("claimant"), Hedge: line("hedge"), Bound: line("bound"),
		Unit: line("unit"), Measure: line("measure"), Scope: line("scope"), AsOf: line("as_of"), Min: amount(f.Least), Max: amount(f.Most),
	}
	if one := f.Bound == "exact" || f.Bound == "about"; one && f.Min == 0 { // one number, in whichever field
		f.Min = f.Max
	} else if one && f.Max == 0 {
		f.Max = f.Min
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
		Measure: public.Measure(c.Measure), Scope: c.Scope, AsOf: c.AsOf,
	})
}

func (l tongue) claimFuncs() template.FuncMap {
	return template.FuncMap{"claims": l.claims, "claimstate": l.claimState, "hedge": l.hedge, "bound": l.bound, "measure": l.measure, "span": l.bounds}
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
