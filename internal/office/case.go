package office

import (
	"net/http"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/taxonomy"
)

// casePage writes one documented case.
type casePage struct {
	Frame
	Case      desk.Case // as stored; without an id for a new one
	Form      caseForm
	Stored    []desk.Change // after a conflict: what was typed and what somebody else stored
	Derived   string        // the status that the episodes lead to
	Since     string        // since when
	Names     []string      // of all territories
	Reason    string
	Mentions  []mention // articles that may mention it
	History   []desk.Decision
	PublicURL string
	Behind    bool // the public site does not have the last change yet
}

// Kinds, NameKinds, Consents, Acts, Statuses and Communities are the choices of
// the form.
func (*casePage) Kinds() []string { return desk.CaseKinds }

// NameKinds are what a name can be.
func (*casePage) NameKinds() []string { return desk.NameKinds }

// Consents are what can have been said about being published.
func (*casePage) Consents() []desk.Consent { return desk.Consents }

// Acts are what can have happened.
func (*casePage) Acts() []string { return termIDs(taxonomy.Acts()) }

// Statuses are where a case can stand.
func (*casePage) Statuses() []string { return termIDs(taxonomy.Statuses()) }

// Communities are who somebody can belong to, in the order of their names.
func (p *casePage) Communities() []string {
	ids := termIDs(taxonomy.Communities())
	slices.SortFunc(ids, func(a, b string) int {
		return locale.Compare(string(p.Lang), p.Lang.community(a), p.Lang.community(b))
	})
	return ids
}

func termIDs(terms []taxonomy.Term) (ids []string) {
	for _, t := range terms {
		ids = append(ids, t.ID)
	}
	return ids
}

// Languages are offered for names.
func (*casePage) Languages() []string { return (*articlePage)(nil).Languages() }

// Has reports whether an act is ticked.
func (p *casePage) Has(act string) bool { return slices.Contains(p.Form.Acts, act) }

// Action is where the form goes.
func (p *casePage) Action() string {
	if p.Case.ID == "" {
		return "/cases"
	}
	return "/cases/" + p.Case.ID
}

// CanSave, CanPublish, CanWithdraw and CanReopen report what may be decided.
func (p *casePage) CanSave() bool { return p.can(desk.VerbChange) }

// CanPublish reports whether it can become public or change there.
func (p *casePage) CanPublish() bool { return p.can(desk.VerbPublish) }

// CanWithdraw reports whether it is public.
func (p *casePage) CanWithdraw() bool { return p.can(desk.VerbWithdraw) }

// CanReopen reports whether it was withdrawn.
func (p *casePage) CanReopen() bool { return p.can(desk.VerbReopen) }

func (p *casePage) can(v desk.Verb) bool {
	_, err := desk.MoveCase(p.Case.State, v)
	return err == nil
}

// Disagrees reports whether the chosen status is another than the episodes
// lead to.
func (p *casePage) Disagrees() bool {
	return p.Derived != "" && p.Form.Status != "" && p.Form.Status != p.Derived
}

// Waiting is how many articles that may mention it wait for a look.
func (p *casePage) Waiting() (n int) {
	for _, m := range p.Mentions {
		if m.State == desk.MentionProposed {
			n++
		}
	}
	return n
}

// emptyRows is how many empty lines follow the filled ones of a repeated part.
const emptyRows = 2

// offerRows puts empty lines after the filled ones.
func (f *caseForm) offerRows() {
	f.Names = append(slices.Clip(f.Names), make([]desk.Name, emptyRows)...)
	f.Episodes = append(slices.Clip(f.Episodes), make([]desk.Episode, emptyRows)...)
	f.Sources = append(slices.Clip(f.Sources), make([]desk.CaseSource, emptyRows)...)
}

// getNewCase begins a case, from an article when the address names one.
func (o *office) getNewCase(w http.ResponseWriter, r *http.Request) error {
	c := desk.Case{State: desk.CaseDraft, Kind: desk.CaseKinds[0], Consent: desk.ConsentUnasked}
	if id := r.FormValue("article"); id != "" {
		a, err := o.articles.Article(r.Context(), id)
		if err != nil {
			return err
		}
		c.Sources = []desk.CaseSource{{Title: a.Title, Outlet: a.Outlet, Date: a.Published, Address: a.Address, ArticleID: a.ID}}
		if len(a.Territories) == 1 {
			c.Territory = a.Territories[0]
		}
	}
	return o.showCase(w, r, http.StatusOK, &casePage{Case: desk.Case{State: desk.CaseDraft}, Form: o.tongue(r).formOfCase(c)})
}

func (o *office) getCase(w http.ResponseWriter, r *http.Request) error {
	c, err := o.cases.Case(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.showCase(w, r, http.StatusOK, &casePage{Case: c, Form: o.tongue(r).formOfCase(c)})
}

// showCase answers with the page of a case; Case and Form are filled.
func (o *office) showCase(w http.ResponseWriter, r *http.Request, status int, p *casePage) error {
	l := o.tongue(r)
	p.Title, p.Nav, p.Lang = locale.T(string(l), "A new case"), "/cases", l
	p.Names = l.allTerritories()
	p.Derived, p.Since = desk.DeriveStatus(p.Form.Episodes, o.Now())
	p.Form.offerRows()
	if c := p.Case; c.ID != "" {
		p.Title = l.titleOr(c.Title)
		if c.State == desk.CasePublished {
			p.PublicURL, p.Behind = o.Settings.SiteURL+"/cases/"+c.ID, c.EditionVersion < c.Version
		}
		var err error
		if p.Mentions, err = o.mentionsOf(r, c.ID); err != nil {
			return err
		}
		if p.History, err = o.articles.Decisions(r.Context(), c.ID); err != nil {
			return err
		}
	}
	return o.show(w, r, status, "case.html", p)
}

func conflictCase() error {
	return fault.New(fault.Conflict, "Somebody else changed this case while you had it open, so nothing of yours is stored yet. "+
		"What you typed is still here, and where it differs, what is stored now stands below. Compare, then decide again.")
}
