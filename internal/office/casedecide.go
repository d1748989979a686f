package office

import (
	"errors"
	"net/http"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// caseVerbs says what the buttons of the page decide.
var caseVerbs = map[string]desk.Verb{
	"save": desk.VerbChange, "publish": desk.VerbPublish, "withdraw": desk.VerbWithdraw, "reopen": desk.VerbReopen,
}

func (o *office) postNewCase(w http.ResponseWriter, r *http.Request) error {
	return o.decideCase(w, r, desk.Case{State: desk.CaseDraft})
}

func (o *office) postCase(w http.ResponseWriter, r *http.Request) error {
	c, err := o.cases.Case(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.decideCase(w, r, c)
}

// decideCase takes a decision about a case. Whatever stands in its way shows
// the page again with what the editor typed.
func (o *office) decideCase(w http.ResponseWriter, r *http.Request, before desk.Case) error {
	form, typed := readCaseForm(r, before)
	do := r.PostFormValue("do")
	if do == "more" {
		return o.showCase(w, r, http.StatusOK, &casePage{Case: before, Form: form})
	}
	if do == "withdraw" || do == "reopen" { // their form has no fields of the case
		version := form.Version
		form, typed = o.tongue(r).formOfCase(before), before
		form.Version = version
	}
	stored, notice, err := o.storeCase(r, before, typed, form, caseVerbs[do])
	if err == nil {
		return o.done(w, r, "/cases/"+stored.ID, notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p := &casePage{Frame: Frame{Problem: words}, Case: before, Form: form, Reason: r.PostFormValue("reason")}
	if before.ID != "" { // what stands there now, under what was typed
		if p.Case, err = o.cases.Case(r.Context(), before.ID); err != nil {
			return err
		}
		if form.Version != p.Case.Version {
			typed.State = p.Case.State
			p.Stored = desk.CaseChanges(typed, p.Case)
		}
		p.Form.Version = p.Case.Version
	}
	return o.showCase(w, r, status, p)
}

// storeCase checks a decision and stores the case with it. It gives what is
// stored now and what to say about it.
func (o *office) storeCase(r *http.Request, before, c desk.Case, form caseForm, verb desk.Verb) (stored desk.Case, notice string, err error) {
	switch {
	case verb == "":
		return c, "", fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	case form.Version != before.Version:
		return c, "", conflictCase()
	case len(form.Errors) > 0:
		return c, "", errNothingStored
	}
	l, reason := o.tongue(r), strings.TrimSpace(r.PostFormValue("reason"))
	against := before.State == desk.CasePublished && c.Consent.Refused()
	if against { // takes effect at once, whichever button was pressed
		verb, reason = desk.VerbWithdraw, locale.T(string(l), "The person does not want to be published.")
	}
	if c.State, err = desk.MoveCase(before.State, verb); err != nil {
		return c, "", err
	}
	if err := desk.CheckReason(verb, reason); err != nil {
		return c, "", err
	}
	if c, err = o.completeCase(r, c); err != nil {
		return c, "", err
	}
	changes := desk.CaseChanges(before, c)
	if len(changes) == 0 {
		return before, locale.T(string(l), "Nothing is different, so nothing was stored."), nil
	}
	notice = l.noticeForCase(verb, against)
	if c.ID == "" {
		c.ID = o.newID(desk.KindCase)
		if verb == desk.VerbChange {
			verb = desk.VerbAdd
		}
	}
	d := o.decision(r, verb, c.ID, changes...)
	d.Reason = reason
	stored, err = o.cases.SaveCase(r.Context(), c, d)
	if fault.Is(err, fault.Conflict) {
		err = errors.Join(conflictCase(), err)
	}
	return stored, notice, err
}

// completeCase fills in what the episodes and the articles named as sources
// say, where the editor left it open, and checks the whole.
func (o *office) completeCase(r *http.Request, c desk.Case) (desk.Case, error) {
	status, since := desk.DeriveStatus(c.Episodes, o.Now())
	if c.Status == "" {
		c.Status = status
	}
	if c.Since == "" && c.Status == status {
		c.Since = since
	}
	for i := range c.Sources {
		if err := o.completeSource(r, &c.Sources[i]); err != nil {
			return c, err
		}
	}
	if c.State == desk.CasePublished {
		return c, desk.CheckPublishCase(c)
	}
	return c, desk.CheckCase(c)
}

// completeSource takes what is missing from the article that a source names, if
// that is public.
func (o *office) completeSource(r *http.Request, s *desk.CaseSource) error {
	if s.ArticleID == "" {
		return nil
	}
	a, err := o.articles.Article(r.Context(), s.ArticleID)
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Invalid, "This desk has no article %s. Please look at the sources.", s.ArticleID)
	}
	if err != nil {
		return err
	}
	if a.Stage == desk.StagePublished {
		for _, f := range []struct{ here, there *string }{{&s.Title, &a.Title}, {&s.Outlet, &a.Outlet}, {&s.Date, &a.Published}, {&s.Address, &a.Address}} {
			if *f.here == "" {
				*f.here = *f.there
			}
		}
	}
	if s.Title == "" {
		return fault.New(fault.Invalid, "The article %s is not public, so please write what readers may see of this source.", s.ArticleID)
	}
	return nil
}

// noticeForCase says what a decision did.
func (l tongue) noticeForCase(v desk.Verb, against bool) string {
	switch {
	case against:
		return locale.T(string(l), "Withdrawn, since the person does not want to be published. The public site now says that it is gone, and nothing else.")
	case v == desk.VerbPublish:
		return locale.T(string(l), "Published. The public site follows within a moment.")
	case v == desk.VerbWithdraw:
		return locale.T(string(l), "Withdrawn. The public site now says that it is gone, and nothing else.")
	case v == desk.VerbReopen:
		return locale.T(string(l), "Open again as a draft.")
	}
	return locale.T(string(l), "Saved.")
}
