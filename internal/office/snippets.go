package office

import (
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
)

// snippetsPage lists the snippets and adds one.
type snippetsPage struct {
	Frame
	Snippets []usedSnippet
	Form     snippetForm
	Preview  shownSnippet
}

// usedSnippet is a snippet with the number of published articles that it
// stands under.
type usedSnippet struct {
	desk.Snippet
	Uses int
}

// shownSnippet is a snippet as readers see it: around the subscription form
// where it has one.
type shownSnippet struct {
	Before, After template.HTML // sanitised by package publish
	Form          bool
}

// snippetPage shows one snippet as readers see it, and changes it.
type snippetPage struct {
	Frame
	Snippet desk.Snippet // as stored
	Form    snippetForm
	Uses    int // published articles that it stands under, as stored
	Preview shownSnippet
	History []desk.Decision
}

// Everywhere reports whether the snippet as stored stands under every article.
func (p *snippetPage) Everywhere() bool {
	return slices.Contains(p.Snippet.Placements, desk.Everywhere)
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

func (l tongue) formOfSnippet(s desk.Snippet) snippetForm {
	f := snippetForm{Snippet: s, Order: strconv.Itoa(s.Position), Names: l.allTerritories()}
	f.Everywhere = slices.Contains(s.Placements, desk.Everywhere)
	if !f.Everywhere {
		var names []string
		for _, id := range s.Placements {
			names = append(names, l.territory(id))
		}
		f.Places = strings.Join(names, "; ")
	}
	return f
}

func (o *office) getSnippets(w http.ResponseWriter, r *http.Request) error {
	form := o.tongue(r).formOfSnippet(desk.Snippet{Position: 1, Placements: []string{desk.Everywhere}})
	return o.showSnippets(w, r, http.StatusOK, form, "")
}

func (o *office) showSnippets(w http.ResponseWriter, r *http.Request, status int, form snippetForm, words string) error {
	all, err := o.snippets.Snippets(r.Context())
	if err != nil {
		return err
	}
	p := &snippetsPage{Frame: Frame{Title: locale.T(o.lang(r), "Snippets"), Nav: "/snippets", Problem: words}, Form: form}
	for _, s := range all {
		uses, err := o.uses.PublishedAbout(r.Context(), s.Placements)
		if err != nil {
			return err
		}
		p.Snippets = append(p.Snippets, usedSnippet{s, uses})
	}
	if p.Preview, err = o.shown(r, form.Snippet); err != nil {
		return err
	}
	if r.PostFormValue("do") == "preview" {
		p.Notice = locale.T(o.lang(r), "This is how it would look. Nothing is stored yet.")
	}
	return o.show(w, r, status, "snippets.html", p)
}

// shown gives a snippet as readers see it, with the counts of today.
func (o *office) shown(r *http.Request, s desk.Snippet) (out shownSnippet, err error) {
	p, err := publish.Snippet(s)
	if err != nil {
		return out, err
	}
	totals, err := o.Totals(r.Context())
	if err != nil {
		return out, err
	}
	l := o.tongue(r)
	html := public.FillCounts(p.HTML, totals, func(n int) string { return locale.Number(string(l), n) })
	before, after, form := public.CutSubscribe(html)
	return shownSnippet{template.HTML(before), template.HTML(after), form}, nil
}

// postSnippetPreview gives what readers would see of what was typed so far, as
// a piece of a page.
func (o *office) postSnippetPreview(w http.ResponseWriter, r *http.Request) error {
	p, err := o.shown(r, o.readSnippetForm(r, desk.Snippet{}).Snippet)
	if err != nil {
		return err
	}
	return o.piece(w, r, "snippet.html", "snippet", p)
}

func (o *office) postSnippets(w http.ResponseWriter, r *http.Request) error {
	form := o.readSnippetForm(r, desk.Snippet{ID: o.newID(desk.KindSnippet)})
	if r.PostFormValue("do") == "preview" {
		return o.showSnippets(w, r, http.StatusOK, form, "")
	}
	err := o.saveSnippet(r, desk.Snippet{}, form, desk.VerbAdd)
	if err == nil {
		return o.done(w, r, "/snippets/"+form.ID, locale.T(o.lang(r), "Added. It is shown under the articles that it is placed under within a moment."))
	}
	words, status, ours := problem(o.tongue(r), err)
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
func (o *office) readSnippetForm(r *http.Request, s desk.Snippet) snippetForm {
	s.Name, s.Markdown, s.Placements = oneLine(r.PostFormValue("name")), paragraphs(r.PostFormValue("markdown")), nil
	f := snippetForm{
		Snippet: s, Everywhere: r.PostFormValue("where") != "some", Places: oneLine(r.PostFormValue("places")),
		Order: oneLine(r.PostFormValue("position")), Names: o.tongue(r).allTerritories(), Errors: map[string]string{},
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
