package office

import (
	"cmp"
	"net/http"
	"strconv"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// entriesShown is how many of its last entries a source shows.
const entriesShown = 30

// pollsShown is how many of its last polls it shows.
const pollsShown = 20

// sourcePage shows one source with its last entries, and changes it.
type sourcePage struct {
	Frame
	Source  polled // as stored
	Form    sourceForm
	Look    *desk.Look // what it would give now, where that was asked
	Polls   []desk.PollRecord
	Entries []desk.Entry
	Blocks  []desk.RepeatedBlock
	Names   []string
	History []desk.Decision
}

func (o *office) getSource(w http.ResponseWriter, r *http.Request) error {
	s, err := o.sources.Source(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.showSource(w, r, http.StatusOK, s, sourceForm{Source: s, Place: o.tongue(r).territory(s.Territory)}, nil, "")
}

func (o *office) showSource(w http.ResponseWriter, r *http.Request, status int, s desk.Source, form sourceForm, look *desk.Look, words string) error {
	entries, err := o.sources.SourceEntries(r.Context(), s.ID, entriesShown)
	if err != nil {
		return err
	}
	history, err := o.articles.Decisions(r.Context(), s.ID)
	if err != nil {
		return err
	}
	polls, err := o.polls.Polls(r.Context(), s.ID, pollsShown)
	if err != nil {
		return err
	}
	blocks, err := o.blocks.Blocks(r.Context(), s.ID)
	if err != nil {
		return err
	}
	weeks, err := o.weeks.SourceWeeks(r.Context(), o.Now(), weeksShown)
	if err != nil {
		return err
	}
	form.Ways = o.ways(form.Proxy)
	form.Inboxes = o.Inboxes
	p := &sourcePage{
		Frame:  Frame{Title: cmp.Or(s.Outlet, o.tongue(r).kind(s.Kind)), Nav: "/sources", Problem: words},
		Source: polled{s, weeks[s.ID]}, Form: form, Look: look, Polls: polls, Entries: entries, Blocks: blocks, Names: o.tongue(r).allTerritories(), History: history,
	}
	return o.show(w, r, status, "source.html", p)
}

// postSource changes, pauses, resumes or polls a source.
func (o *office) postSource(w http.ResponseWriter, r *http.Request) error {
	s, err := o.sources.Source(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if r.PostFormValue("do") == "try" {
		return o.trySource(w, r, s)
	}
	form, notice, err := o.changeSource(r, s)
	if err == nil {
		if r.PostFormValue("back") == "/sources" {
			return o.done(w, r, "/sources", s.Outlet+": "+notice)
		}
		return o.done(w, r, "/sources/"+s.ID, notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	if s, err = o.sources.Source(r.Context(), s.ID); err != nil {
		return err
	}
	form.Version = s.Version
	return o.showSource(w, r, status, s, form, nil, words)
}

// changeSource does what the button says and stores it. Work state is left as
// it is, except when the source is to be polled now.
func (o *office) changeSource(r *http.Request, s desk.Source) (form sourceForm, notice string, err error) {
	before := s
	form = sourceForm{Source: s, Place: o.tongue(r).territory(s.Territory)}
	switch r.PostFormValue("do") {
	case "change":
		form, notice = o.readSourceForm(r, s), locale.T(o.lang(r), "Changed.")
		if err := form.complaint(); err != nil {
			return form, "", err
		}
		s = form.Source
	case "pause":
		s.Paused, notice = true, locale.T(o.lang(r), "Paused. It is not asked any more until you resume it.")
	case "resume":
		s.Paused, s.NextTry, notice = false, o.Now().UTC(), locale.T(o.lang(r), "Resumed. It is asked within a moment.")
	case "move":
		s.Address, s.NextTry, notice = cmp.Or(s.MovedTo, s.Address), o.Now().UTC(), locale.T(o.lang(r), "It has its new address now, and is asked there within a moment.")
	case "known":
		d := o.decision(r, desk.VerbChange, s.ID, desk.Change{Field: "acknowledged", After: string(s.Health)})
		return form, locale.T(o.lang(r), "Noted. You are told again when something else happens to it."), o.polls.Acknowledge(r.Context(), s.ID, s.Health, d)
	case "poll":
		s.NextTry, notice = o.Now().UTC(), locale.T(o.lang(r), "It is asked within a moment. Reload this page to see what came.")
	default:
		return form, "", fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	version, err := strconv.Atoi(r.PostFormValue("version"))
	if err != nil || version != before.Version {
		return form, "", fault.New(fault.Conflict, "Somebody else changed this source while you had it open. Nothing of yours is stored yet: please compare and decide again.")
	}
	d := o.decision(r, desk.VerbChange, s.ID, sourceChanges(before, s)...)
	if !s.NextTry.Equal(before.NextTry) {
		d.Changes = append(d.Changes, desk.Change{Field: "next_try", Before: tongue("en").moment(before.NextTry), After: tongue("en").moment(s.NextTry)})
	}
	return form, notice, o.sources.ChangeSource(r.Context(), s, d)
}

// trySource asks a source now and shows what it would give. Nothing is stored.
func (o *office) trySource(w http.ResponseWriter, r *http.Request, s desk.Source) error {
	form := o.readSourceForm(r, s)
	if r.PostFormValue("address") == "" { // the button above the form, which sends nothing of it
		form = sourceForm{Source: s, Place: o.tongue(r).territory(s.Territory)}
	}
	look, err := o.Look(r.Context(), form.Source)
	if err != nil {
		words, status, ours := lookProblem(o.tongue(r), err)
		if ours {
			return err
		}
		return o.showSource(w, r, status, s, form, nil, words)
	}
	return o.showSource(w, r, http.StatusOK, s, form, &look, "")
}
