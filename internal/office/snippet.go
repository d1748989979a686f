package office

import (
	"net/http"
	"strconv"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

func (o *office) getSnippet(w http.ResponseWriter, r *http.Request) error {
	s, err := o.snippets.Snippet(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.showSnippet(w, r, http.StatusOK, s, o.tongue(r).formOfSnippet(s), "")
}

func (o *office) showSnippet(w http.ResponseWriter, r *http.Request, status int, s desk.Snippet, form snippetForm, words string) error {
	shown, err := o.shown(r, form.Snippet) // what was typed, so that a preview needs no saving
	if err != nil {
		return err
	}
	uses, err := o.uses.PublishedAbout(r.Context(), s.Placements)
	if err != nil {
		return err
	}
	history, err := o.articles.Decisions(r.Context(), s.ID)
	if err != nil {
		return err
	}
	p := &snippetPage{
		Frame:   Frame{Title: s.Name, Nav: "/snippets", Problem: words},
		Snippet: s, Form: form, Uses: uses, Preview: shown, History: history,
	}
	if r.PostFormValue("do") == "preview" {
		p.Notice = locale.T(o.lang(r), "This is how it would look. Nothing is stored yet.")
	}
	return o.show(w, r, status, "snippet.html", p)
}

// postSnippet previews, changes or deletes a snippet.
func (o *office) postSnippet(w http.ResponseWriter, r *http.Request) error {
	s, err := o.snippets.Snippet(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	form := o.readSnippetForm(r, s)
	switch r.PostFormValue("do") {
	case "preview":
		return o.showSnippet(w, r, http.StatusOK, s, form, "")
	case "delete":
		if r.PostFormValue("sure") == "" {
			err = fault.New(fault.Invalid, "Not deleted: please tick the box that says so first.")
		} else if err = o.snippets.DeleteSnippet(r.Context(), s.ID, o.decision(r, desk.VerbChange, s.ID, snippetChanges(s, desk.Snippet{})...)); err == nil {
			return o.done(w, r, "/snippets", locale.T(o.lang(r), "Deleted. It is shown nowhere any more."))
		}
		form = o.tongue(r).formOfSnippet(s)
	default:
		if r.PostFormValue("version") != strconv.Itoa(s.Version) {
			err = fault.New(fault.Conflict, "Somebody else changed this snippet while you had it open. What you typed is still here: compare it with the preview, then decide again.")
		} else if err = o.saveSnippet(r, s, form, desk.VerbChange); err == nil {
			return o.done(w, r, "/snippets/"+s.ID, locale.T(o.lang(r), "Changed."))
		}
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showSnippet(w, r, status, s, form, words)
}
