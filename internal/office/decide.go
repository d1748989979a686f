package office

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// postArticle takes a decision about an article. Whatever stands in its way
// shows the page again with what the editor typed.
func (o *office) postArticle(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	verb, form, reason := desk.Verb(r.PostFormValue("verb")), readArticleForm(r), strings.TrimSpace(r.PostFormValue("reason"))
	if a.Post != "" && edits(verb) {
		return fault.New(fault.Conflict, "This is a text of the organisation's own. Please change it on its own page.")
	}
	if !r.PostForm.Has("text") { // it was too long to be shown
		form.Text = a.Text
	}
	if !edits(verb) { // their form has no fields of the article
		version := form.Version
		form = formOf(a)
		form.Version = version
	}
	err = o.decide(r, a, verb, form, reason)
	if err == nil {
		return o.done(w, r, "/articles/"+a.ID, o.tongue(r).noticeFor(verb))
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showAgain(w, r, status, form, reason, words)
}

// edits reports whether a verb comes with the fields of the article.
func edits(v desk.Verb) bool { return v == desk.VerbCorrect || v == desk.VerbPublish }

// noticeFor says what a decision did; empty for what is no decision about an
// article.
func (l tongue) noticeFor(v desk.Verb) string {
	switch v {
	case desk.VerbCorrect:
		return locale.T(string(l), "Saved.")
	case desk.VerbPublish:
		return locale.T(string(l), "Published. The public site follows within a moment.")
	case desk.VerbRefuse:
		return locale.T(string(l), "Refused.")
	case desk.VerbWithdraw:
		return locale.T(string(l), "Withdrawn. The public site now says that it is gone, and nothing else.")
	case desk.VerbReopen:
		return locale.T(string(l), "Open again: the article waits in the queue.")
	}
	return ""
}

// decide checks a decision, moves the article and stores both.
func (o *office) decide(r *http.Request, a desk.Article, verb desk.Verb, form articleForm, reason string) error {
	if o.tongue(r).noticeFor(verb) == "" {
		return fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if form.Version != a.Version {
		return conflict()
	}
	stage, err := desk.Move(a.Stage, verb)
	if err != nil {
		return err
	}
	if len(form.Errors) > 0 {
		return fault.New(fault.Invalid, "Nothing is stored yet: please look at the fields that are marked.")
	}
	if err := desk.CheckReason(verb, reason); err != nil {
		return err
	}
	if err := desk.CheckStory(desk.Article{Stage: stage, Story: a.Story}); err != nil {
		return err
	}
	d := o.decision(r, verb, a.ID)
	d.Reason = reason
	if edits(verb) {
		a, d.Changes = desk.Correct(a, form.Correction)
	}
	if day := d.At.Format("2006-01-02"); stage == desk.StagePublished && a.Post != "" && a.Published == "" {
		a.Published, d.Changes = day, append(d.Changes, desk.Change{Field: "published", After: day})
	}
	if stage == desk.StagePublished { // a correction in public must not leave less than publishing asks for
		if err := desk.CheckPublish(a); err != nil {
			return err
		}
		if a.PublishedAt.IsZero() {
			a.PublishedAt = d.At
		}
	}
	if verb == desk.VerbPublish {
		shown, err := o.withCopies(r, a)
		if err != nil {
			return err
		}
		d.Changes = append(d.Changes, shown...)
	}
	if verb == desk.VerbReopen && a.Stage == desk.StageDuplicate && a.Story != "" { // it says something else
		alone, changes, err := desk.Split(a)
		if err != nil {
			return err
		}
		a, d.Changes = alone, append(d.Changes, changes...)
	}
	if stage != a.Stage {
		d.Changes = append(d.Changes, desk.Change{Field: "stage", Before: string(a.Stage), After: string(stage)})
		a.Stage = stage
	}
	_, err = o.articles.DecideArticle(r.Context(), a, d)
	if fault.Is(err, fault.Conflict) {
		return errors.Join(conflict(), err)
	}
	if err == nil {
		o.remember(r, a.ID, d.ID)
	}
	return err
}

func conflict() error {
	return fault.New(fault.Conflict, "Somebody else changed this article while you had it open, so nothing of yours is stored yet. "+
		"What you typed is still here, and where it differs, what is stored now stands below the field. Compare, then decide again.")
}

// showAgain shows the article as it is stored now with what the editor typed.
func (o *office) showAgain(w http.ResponseWriter, r *http.Request, status int, form articleForm, reason, words string) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if a.Post != "" {
		return o.showPost(w, r, status, a, o.tongue(r).formOfPost(a), words)
	}
	p, err := o.articlePage(r, a)
	if err != nil {
		return err
	}
	if form.Version != a.Version {
		form.Stored = o.tongue(r).differences(form, formOf(a))
	}
	form.Version = a.Version
	p.Form, p.Reason, p.Problem = form, reason, words
	p.offer(o.tongue(r))
	return o.show(w, r, status, "article.html", p)
}

// differences says, field by field, what is stored where something else was typed.
func (l tongue) differences(typed, stored articleForm) map[string]string {
	out := map[string]string{}
	note := func(field, typed, stored string) {
		if typed != stored {
			out[field] = stored
			if stored == "" {
				out[field] = locale.T(string(l), "(nothing)")
			}
		}
	}
	note("title", typed.Title, stored.Title)
	note("standfirst", typed.Standfirst, stored.Standfirst)
	note("byline", typed.BylineLines, stored.BylineLines)
	note("credit", typed.Credit, stored.Credit)
	note("outlet", typed.Outlet, stored.Outlet)
	note("published", typed.Published, stored.Published)
	note("address", typed.Address, stored.Address)
	note("language", typed.Language, stored.Language)
	note("text", typed.Text, stored.Text)
	note("licence", l.licence(typed.Licence), l.licence(stored.Licence))
	note("terms", l.terms(sorted(typed.Terms)), l.terms(sorted(stored.Terms)))
	note("territories", l.territories(sorted(typed.Territories)), l.territories(sorted(stored.Territories)))
	return out
}

func sorted(in []string) []string {
	out := slices.Clone(in)
	slices.Sort(out)
	return slices.Compact(out)
}
