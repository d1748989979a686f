package office

import (
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/publish"
)

// snippetsPage lists the snippets and adds one.
type snippetsPage struct {
	Frame
	Snippets []desk.Snippet
	Form     snippetForm
}

// snippetPage shows one snippet as readers see it, and changes it.
type snippetPage struct {
	Frame
	Snippet desk.Snippet // as stored
	Form    snippetForm
	Preview template.HTML // sanitised by package publish
	History []desk.Decision
}

// snippetForm is what an editor typed about a snippet.
type snippetForm struct {
	desk.Snippet
	Everywhere bool
	Places     string // territories by name or id, separated by semicolons
	Order      string // the position, as typed
	Names      []string
	Errors     map[string]string
}

func formOfSnippet(s desk.Snippet) snippetForm {
	f := snippetForm{Snippet: s, Order: strconv.Itoa(s.Position), Names: allTerritories()}
	f.Everywhere = slices.Contains(s.Placements, desk.Everywhere)
	if !f.Everywhere {
		var names []string
		for _, id := range s.Placements {
			names = append(names, territoryName(id))
		}
		f.Places = strings.Join(names, "; ")
	}
	return f
}

func (o *office) getSnippets(w http.ResponseWriter, r *http.Request) error {
	form := formOfSnippet(desk.Snippet{Position: 1, Placements: []string{desk.Everywhere}})
	return o.showSnippets(w, r, http.StatusOK, form, "")
}

func (o *office) showSnippets(w http.ResponseWriter, r *http.Request, status int, form snippetForm, words string) error {
	all, err := o.snippets.Snippets(r.Context())
	if err != nil {
		return err
	}
	p := &snippetsPage{Frame: Frame{Title: "Snippets", Nav: "/snippets", Problem: words}, Snippets: all, Form: form}
	return o.show(w, r, status, "snippets.html", p)
}

func (o *office) postSnippets(w http.ResponseWriter, r *http.Request) error {
	form := readSnippetForm(r, desk.Snippet{ID: o.newID(desk.KindSnippet)})
	err := o.saveSnippet(r, desk.Snippet{}, form, desk.VerbAdd)
	if err == nil {
		return o.done(w, r, "/snippets/"+form.ID, "Added. It is shown under the articles that it is placed under within a moment.")
	}
	words, status, ours := problem(err)
	if ours {
		return err
	}
	return o.showSnippets(w, r, status, form, words)
}

func (o *office) saveSnippet(r *http.Request, before desk.Snippet, form snippetForm, verb desk.Verb) error {
	if len(form.Errors) > 0 {
		return fault.New(fault.Invalid, "Nothing is stored yet: please look at the fields that are marked.")
	}
	if _, err := publish.Snippet(form.Snippet); err != nil {
		return err
	}
	s := form.Snippet
	s.UpdatedAt = o.Now().UTC()
	return o.snippets.SaveSnippet(r.Context(), s, o.decision(r, verb, s.ID, snippetChanges(before, s)...))
}

// readSnippetForm reads the form over a snippet and checks it.
func readSnippetForm(r *http.Request, s desk.Snippet) snippetForm {
	s.Name, s.Markdown, s.Placements = oneLine(r.PostFormValue("name")), paragraphs(r.PostFormValue("markdown")), nil
	f := snippetForm{
		Snippet: s, Everywhere: r.PostFormValue("where") != "some", Places: oneLine(r.PostFormValue("places")),
		Order: oneLine(r.PostFormValue("position")), Names: allTerritories(), Errors: map[string]string{},
	}
	if f.Name == "" {
		f.Errors["name"] = "Please give the snippet a name; only editors see it."
	}
	if f.Markdown == "" {
		f.Errors["markdown"] = "Please write what readers shall see."
	}
	var err error
	if f.Position, err = strconv.Atoi(f.Order); err != nil || f.Position < 0 || f.Position > 999 {
		f.Errors["position"] = "Please give a number from 0 to 999; the smallest stands first."
	}
	f.place()
	return f
}

func (f *snippetForm) place() {
	if f.Everywhere {
		f.Placements = []string{desk.Everywhere}
		return
	}
	ids, unknown := readTerritories(f.Places)
	f.Placements = sorted(ids)
	switch {
	case len(unknown) > 0:
		f.Errors["places"] = unknownTerritories(unknown)
	case len(ids) == 0:
		f.Errors["places"] = "Please name at least one territory, or choose every article."
	}
}

func snippetChanges(before, after desk.Snippet) []desk.Change {
	var out []desk.Change
	note := func(field, b, a string) {
		if b != a {
			out = append(out, desk.Change{Field: field, Before: b, After: a})
		}
	}
	note("name", before.Name, after.Name)
	note("markdown", before.Markdown, after.Markdown)
	note("placements", strings.Join(before.Placements, " "), strings.Join(after.Placements, " "))
	note("position", strconv.Itoa(before.Position), strconv.Itoa(after.Position))
	return out
}
