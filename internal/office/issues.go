package office

import (
	"net/http"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/subscription"
)

// newForIssue is how many new articles an issue is offered at most.
const newForIssue = 200

// issuesPage lists the issues and makes one from what is new.
type issuesPage struct {
	Frame
	Issues []subscription.Issue
	New    []offered
	Tally  subscription.Tally
	Form   issueForm
}

// Readers are those who get issues.
func (p *issuesPage) Readers() int { return p.Tally[subscription.Confirmed] }

// Pending are those who have not confirmed yet.
func (p *issuesPage) Pending() int { return p.Tally[subscription.Pending] }

// offered is a published article that no issue had yet.
type offered struct {
	Article desk.Article
	Checked bool
}

type issueForm struct {
	Name   string // the issue's title
	Errors map[string]string
}

func (o *office) getIssues(w http.ResponseWriter, r *http.Request) error {
	return o.showIssues(w, r, http.StatusOK, issueForm{}, nil, "")
}

// showIssues shows the list; chosen nil ticks everything that is new.
func (o *office) showIssues(w http.ResponseWriter, r *http.Request, status int, form issueForm, chosen []string, words string) error {
	ctx := r.Context()
	p := &issuesPage{Frame: Frame{Title: locale.T(o.lang(r), "Newsletter"), Nav: "/issues", Problem: words}, Form: form}
	var err error
	if p.Issues, err = o.issues.Issues(ctx); err != nil {
		return err
	}
	if p.Tally, err = o.sending.SubscriberTally(ctx); err != nil {
		return err
	}
	ids, err := o.issues.NewForIssue(ctx, newForIssue)
	if err != nil {
		return err
	}
	for _, id := range ids {
		a, err := o.articles.Article(ctx, id)
		if err != nil {
			return err
		}
		p.New = append(p.New, offered{a, chosen == nil || slices.Contains(chosen, id)})
	}
	return o.show(w, r, status, "issues.html", p)
}

// postIssues makes a draft of the ticked articles, in the order in which they
// were offered.
func (o *office) postIssues(w http.ResponseWriter, r *http.Request) error {
	form := issueForm{Name: oneLine(r.PostFormValue("title")), Errors: map[string]string{}}
	offered, err := o.issues.NewForIssue(r.Context(), newForIssue)
	if err != nil {
		return err
	}
	chosen := slices.DeleteFunc(offered, func(id string) bool { return !slices.Contains(r.PostForm["article"], id) })
	if form.Name == "" {
		form.Errors["title"] = "Please give the issue a title: it is the subject of the mail. A neutral one protects readers."
	}
	if len(chosen) == 0 {
		form.Errors["article"] = "Please tick at least one article."
	}
	if len(form.Errors) > 0 {
		return o.showIssues(w, r, http.StatusUnprocessableEntity, form, append([]string{}, chosen...),
			"Nothing is stored yet: please look at what is marked.")
	}
	i := subscription.Issue{
		ID: o.newID(desk.KindIssue), Title: form.Name, State: subscription.Draft, Articles: chosen, CreatedAt: o.Now().UTC(),
	}
	if err := o.issues.DraftIssue(r.Context(), i, o.decision(r, desk.VerbAdd, i.ID, desk.Change{Field: "title", After: i.Title})); err != nil {
		return err
	}
	return o.done(w, r, "/issues/"+i.ID, locale.T(o.lang(r), "The issue is a draft. Look at it, send a test, then send it."))
}

// postResume lets publishing and sending go on after a restore.
func (o *office) postResume(w http.ResponseWriter, r *http.Request) error {
	if r.PostFormValue("sure") == "" {
		return fault.New(fault.Invalid, "Publishing and sending stay paused: please go back and tick the box that says that you looked.")
	}
	d := o.decision(r, desk.VerbChange, "paused", desk.Change{Field: "paused", Before: "true", After: "false"})
	if err := o.pause.SetPaused(r.Context(), false, d); err != nil {
		return err
	}
	return o.done(w, r, "/", locale.T(o.lang(r), "Publishing and sending go on."))
}
