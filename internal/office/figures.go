package office

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// claimsOffered is how many claims of a territory the page of a figure offers.
const claimsOffered = 300

// figuresPage lists the figures.
type figuresPage struct {
	Frame
	Figures []desk.Figure
}

// figurePage decides one figure.
type figurePage struct {
	Frame
	Figure  desk.Figure // as stored; without an id for a new one
	Form    figureForm
	Claims  []desk.ClaimLine // that it names, and those of its territory
	Names   []string         // of all territories
	Reason  string
	History []desk.Decision
	Address string // of the public page that shows it; empty when none does
	Behind  bool   // the public site does not have the last change yet
}

// figureForm is what an editor typed about a figure.
type figureForm struct {
	desk.Figure
	Where       string // territory by name or id
	Least, Most string
}

// Measures are the choices of the form.
func (*figurePage) Measures() []string { return desk.Measures[1:] }

// Rules are the named rules by which a figure is decided.
func (*figurePage) Rules() []string { return desk.FigureRules }

// Use says what a figure does with a claim: "count", "beside" or nothing.
func (p *figurePage) Use(id string) string {
	switch {
	case slices.Contains(p.Form.Claims, id):
		return "count"
	case slices.Contains(p.Form.Beside, id):
		return "beside"
	}
	return ""
}

// Action is where the form goes.
func (p *figurePage) Action() string {
	if p.Figure.ID == "" {
		return "/figures"
	}
	return "/figures/" + p.Figure.ID
}

func (o *office) getFigures(w http.ResponseWriter, r *http.Request) error {
	p := &figuresPage{Frame: Frame{Title: locale.T(o.lang(r), "Figures"), Nav: "/questions"}}
	var err error
	if p.Figures, err = o.figures.Figures(r.Context()); err != nil {
		return err
	}
	return o.show(w, r, http.StatusOK, "figures.html", p)
}

// getNewFigure begins a figure; the address names its territory once that was
// chosen, since the claims that are offered depend on it.
func (o *office) getNewFigure(w http.ResponseWriter, r *http.Request) error {
	if id := r.FormValue("question"); id != "" {
		return o.figureFor(w, r, id)
	}
	f := desk.Figure{Unit: "people", Measure: "stock"}
	p := &figurePage{Form: figureForm{Figure: f, Where: oneLine(r.FormValue("territory"))}}
	if p.Form.Territory = findTerritory(p.Form.Where); p.Form.Territory == "" && p.Form.Where != "" {
		p.Problem = locale.T(o.lang(r), "There is no such territory. Please choose one from the list.")
	}
	return o.showFigure(w, r, http.StatusOK, p)
}

// figureFor begins a figure of a question, with the claims that answer it and,
// where the address names a rule, with what that rule gives.
func (o *office) figureFor(w http.ResponseWriter, r *http.Request, question string) error {
	q, err := o.questions.Question(r.Context(), question)
	if err != nil {
		return err
	}
	links, err := o.questions.Links(r.Context(), question)
	if err != nil {
		return err
	}
	f := desk.Figure{QuestionID: q.ID, Territory: q.Territory, Question: q.Title, Unit: q.Unit, Measure: q.Measure, Note: q.Scope, By: r.FormValue("by")}
	for _, x := range desk.RuleAnswers(links) {
		if x.By == f.By {
			f.Min, f.Max, f.AsOf = x.Min, x.Max, x.AsOf
		}
	}
	for _, l := range links {
		switch {
		case l.State == desk.Linked && !l.Denied():
			f.Claims = append(f.Claims, l.ID)
		case l.State != desk.LinkProposed:
			f.Beside = append(f.Beside, l.ID)
		}
	}
	return o.showFigure(w, r, http.StatusOK, &figurePage{Form: o.tongue(r).formOfFigure(f)})
}

func (o *office) getFigure(w http.ResponseWriter, r *http.Request) error {
	f, err := o.figures.Figure(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.showFigure(w, r, http.StatusOK, &figurePage{Figure: f, Form: o.tongue(r).formOfFigure(f)})
}

// showFigure answers with the page of a figure; Figure and Form are filled.
func (o *office) showFigure(w http.ResponseWriter, r *http.Request, status int, p *figurePage) error {
	ctx, l := r.Context(), o.tongue(r)
	p.Title, p.Nav, p.Names = locale.T(string(l), "A new figure"), "/questions", l.allTerritories()
	var err error
	if f := p.Figure; f.ID != "" {
		p.Title = f.Question
		if !f.Withdrawn {
			p.Address, p.Behind = o.Settings.SiteURL+"/territories/"+f.Territory, f.EditionVersion < f.Version
		}
		if p.History, err = o.articles.Decisions(ctx, f.ID); err != nil {
			return err
		}
		if p.Claims, err = o.figures.FigureClaims(ctx, f.ID); err != nil {
			return err
		}
	}
	if id := p.Form.QuestionID; id != "" {
		if err := o.offerLinks(ctx, p, id); err != nil {
			return err
		}
	}
	if p.Form.Territory != "" {
		more, err := o.figures.AcceptedClaims(ctx, p.Form.Territory, claimsOffered)
		if err != nil {
			return err
		}
		for _, c := range more {
			if !slices.ContainsFunc(p.Claims, func(d desk.ClaimLine) bool { return d.ID == c.ID }) {
				p.Claims = append(p.Claims, c)
			}
		}
	}
	return o.show(w, r, status, "figure.html", p)
}

// offerLinks offers the claims that belong to the figure's question.
func (o *office) offerLinks(ctx context.Context, p *figurePage, question string) error {
	links, err := o.questions.Links(ctx, question)
	for _, l := range links {
		if l.State != desk.LinkProposed && !slices.ContainsFunc(p.Claims, func(d desk.ClaimLine) bool { return d.ID == l.ID }) {
			p.Claims = append(p.Claims, l.ClaimLine)
		}
	}
	return err
}

func (l tongue) formOfFigure(f desk.Figure) figureForm {
	return figureForm{Figure: f, Where: l.territory(f.Territory), Least: plain(f.Min), Most: plain(f.Max)}
}

// plain writes a number as it is typed; nothing for none.
func plain(f float64) string {
	if f == 0 {
		return ""
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// readFigureForm reads the form over a figure and gives the figure as it would be.
func readFigureForm(r *http.Request, f desk.Figure) figureForm {
	line := func(name string) string { return oneLine(r.PostFormValue(name)) }
	form := figureForm{Where: line("territory"), Least: line("least"), Most: line("most")}
	f.Version, _ = strconv.Atoi(r.PostFormValue("version")) // a version that is no number is older than any
	f.Territory, f.Question, f.Unit, f.Measure = findTerritory(form.Where), line("question"), line("unit"), line("measure")
	f.By = line("by")
	if f.ID == "" {
		f.QuestionID = line("question_id")
	}
	f.Min, f.Max, f.AsOf = amount(form.Least), amount(form.Most), line("as_of")
	f.Rule, f.Note, f.Claims, f.Beside = paragraphs(r.PostFormValue("rule")), paragraphs(r.PostFormValue("note")), nil, nil
	for _, id := range r.PostForm["claim"] {
		switch r.PostFormValue("use_" + id) {
		case "count":
			f.Claims = append(f.Claims, id)
		case "beside":
			f.Beside = append(f.Beside, id)
		}
	}
	form.Figure = f
	return form
}

func (o *office) postNewFigure(w http.ResponseWriter, r *http.Request) error {
	return o.decideFigure(w, r, desk.Figure{})
}

func (o *office) postFigure(w http.ResponseWriter, r *http.Request) error {
	f, err := o.figures.Figure(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.decideFigure(w, r, f)
}

// decideFigure takes a decision about a figure. Whatever stands in its way
// shows the page again with what the editor typed.
func (o *office) decideFigure(w http.ResponseWriter, r *http.Request, before desk.Figure) error {
	form := readFigureForm(r, before)
	id, notice, err := o.storeFigure(r, before, &form)
	if err == nil {
		return o.done(w, r, "/figures/"+id, notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p := &figurePage{Frame: Frame{Problem: words}, Figure: before, Form: form, Reason: r.PostFormValue("reason")}
	if before.ID != "" {
		if p.Figure, err = o.figures.Figure(r.Context(), before.ID); err != nil {
			return err
		}
		p.Form.Version = p.Figure.Version
	}
	return o.showFigure(w, r, status, p)
}

// storeFigure checks a decision and stores the figure with it.
func (o *office) storeFigure(r *http.Request, before desk.Figure, form *figureForm) (id, notice string, err error) {
	verb, version, reason := desk.VerbPublish, form.Version, strings.TrimSpace(r.PostFormValue("reason"))
	notice = locale.T(o.lang(r), "Published. The public site follows within a moment.")
	switch r.PostFormValue("do") {
	case "publish":
		form.Withdrawn = false
	case "withdraw": // its form has no fields of the figure
		verb, *form = desk.VerbWithdraw, o.tongue(r).formOfFigure(before)
		form.Version, form.Withdrawn = version, true
		notice = locale.T(o.lang(r), "Withdrawn. The public site no longer shows this figure.")
	default:
		return "", "", fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	f := form.Figure
	if f.Version != before.Version {
		return "", "", fault.New(fault.Conflict, "Somebody else changed this figure while you had it open. What you typed is still here; look at the history below, then decide again.")
	}
	if err := desk.CheckReason(verb, reason); err != nil {
		return "", "", err
	}
	changes := desk.FigureChanges(before, f)
	if len(changes) == 0 {
		return f.ID, locale.T(o.lang(r), "Nothing is different, so nothing was stored."), nil
	}
	if f.ID == "" {
		f.ID = o.newID(desk.KindFigure)
	}
	d := o.decision(r, verb, f.ID, changes...)
	d.Reason = reason
	return f.ID, notice, o.figures.SaveFigure(r.Context(), f, d)
}

// bounds writes a figure's bounds.
func (l tongue) bounds(low, high float64) string {
	switch {
	case low == high:
		return locale.Decimal(string(l), low)
	case high == 0:
		return locale.T(string(l), "at least {n}", "n", locale.Decimal(string(l), low))
	case low == 0:
		return locale.T(string(l), "at most {n}", "n", locale.Decimal(string(l), high))
	}
	return locale.Decimal(string(l), low) + " – " + locale.Decimal(string(l), high)
}
