package office

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// questionPage shows what claims one question touches, and decides of them.
type questionPage struct {
	Frame
	Question   desk.Question
	Editor     string      // name of whom claims are proposed to; empty: all
	Waiting    []desk.Link // would answer it
	Near       []desk.Link // proposed to be shown beside
	Answering  []desk.Link // oldest first
	Beside     []desk.Link
	Agreements []desk.Agreement
	Denials    []desk.Link
	Rules      []desk.RuleAnswer
	Figures    []desk.Figure
	History    []desk.Decision
}

// questionLine is a link as a line of a question's page.
type questionLine struct {
	Page *questionPage
	Link desk.Link
}

// questionLedger is a table of links on a question's page.
type questionLedger struct {
	Page    *questionPage
	Links   []desk.Link
	Heading string // id of the heading over it
}

// Next gives the line to go on with after a claim was decided: the one behind
// it, else the one before.
func (p *questionPage) Next(id string) string {
	list := slices.Concat(p.Waiting, p.Near)
	i := slices.IndexFunc(list, func(l desk.Link) bool { return l.ID == id })
	switch {
	case i >= 0 && i+1 < len(list):
		return list[i+1].ID
	case i > 0:
		return list[i-1].ID
	}
	return ""
}

// Conflicts counts the years whose claims cannot all be right.
func (p *questionPage) Conflicts() (n int) {
	for _, a := range p.Agreements {
		if len(a.Groups) > 1 {
			n++
		}
	}
	return n
}

func (o *office) getQuestion(w http.ResponseWriter, r *http.Request) error {
	return o.showQuestion(w, r, http.StatusOK, &questionPage{})
}

// showQuestion answers with the page of the question that the address names.
func (o *office) showQuestion(w http.ResponseWriter, r *http.Request, status int, p *questionPage) error {
	ctx := r.Context()
	var err error
	if p.Question, err = o.questions.Question(ctx, r.PathValue("id")); err != nil {
		return err
	}
	p.Title, p.Nav = p.Question.Title, "/questions"
	links, err := o.questions.Links(ctx, p.Question.ID)
	if err != nil {
		return err
	}
	p.sort(links)
	figures, err := o.figures.Figures(ctx)
	if err != nil {
		return err
	}
	for _, f := range figures {
		if f.QuestionID == p.Question.ID {
			p.Figures = append(p.Figures, f)
		}
	}
	if p.Question.Editor != "" {
		switch a, err := o.logins.Account(ctx, p.Question.Editor); {
		case err == nil:
			p.Editor = a.Name
		case !fault.Is(err, fault.NotFound):
			return err
		}
	}
	if p.History, err = o.articles.Decisions(ctx, p.Question.ID); err != nil {
		return err
	}
	return o.show(w, r, status, "question.html", p)
}

// sort puts the links where the page shows them.
func (p *questionPage) sort(links []desk.Link) {
	for _, l := range links {
		to := &p.Waiting
		switch {
		case l.State == desk.Linked:
			to = &p.Answering
		case l.State == desk.LinkBeside:
			to = &p.Beside
		case l.Verdict == desk.Near:
			to = &p.Near
		}
		*to = append(*to, l)
	}
	for _, list := range [][]desk.Link{p.Answering, p.Beside} {
		slices.SortStableFunc(list, func(a, b desk.Link) int { return cmp.Compare(a.Date(), b.Date()) })
	}
	p.Agreements, p.Denials, p.Rules = desk.Agreements(links), desk.Denials(links), desk.RuleAnswers(links)
}

// postLink decides what a claim is to a question.
func (o *office) postLink(w http.ResponseWriter, r *http.Request) error {
	id, next := r.PathValue("id"), r.PostFormValue("next")
	notice, err := o.decideLink(r, id, r.PostFormValue("claim"))
	if err == nil {
		to := "/questions/" + id
		if next != "" {
			to += "#i-" + url.PathEscape(next)
		}
		return o.done(w, r, to, notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showQuestion(w, r, status, &questionPage{Frame: Frame{Problem: words}})
}

func (o *office) decideLink(r *http.Request, question, claim string) (notice string, err error) {
	links, err := o.questions.Links(r.Context(), question)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(links, func(l desk.Link) bool { return l.ID == claim })
	if i < 0 {
		return "", fault.New(fault.Conflict, "This claim is not among those of the question any more. Look at those that are there now.")
	}
	l := links[i]
	verb, state := desk.VerbAccept, desk.Linked
	notice = locale.T(o.lang(r), "The claim is accepted and answers the question. It is public where its article is.")
	switch r.PostFormValue("do") {
	case "count":
	case "beside":
		state = desk.LinkBeside
		notice = locale.T(o.lang(r), "The claim is accepted and stands beside the question. It is public where its article is.")
	case "refuse":
		verb, state = desk.VerbRefuse, desk.LinkRefused
		notice = locale.T(o.lang(r), "Not for this question. It is not proposed for it again.")
	default:
		return "", fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if l.State == state {
		return locale.T(o.lang(r), "Nothing is different, so nothing was stored."), nil
	}
	// The claim is named by its id: its words are its article's, and go when that is erased.
	d := o.decision(r, verb, question, desk.Change{Field: "claim", Before: string(l.State), After: string(state) + ": " + l.ID})
	accept := o.decision(r, desk.VerbAccept, l.ArticleID, desk.Change{Field: "claim", Before: string(l.Claim.State), After: string(desk.ClaimAccepted) + ": " + l.Words})
	return notice, o.questions.DecideLink(r.Context(), question, claim, state, d, accept)
}
