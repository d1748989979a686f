package office

import (
	"net/http"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// lookPage shows what an address would give as a source, and adds it.
type lookPage struct {
	Frame
	Look  *desk.Look // nil when the address cannot be read
	Form  sourceForm
	Names []string
}

// postLook asks an address. What an editor has typed already stays: fields that
// are empty are filled with what the source says of itself.
func (o *office) postLook(w http.ResponseWriter, r *http.Request) error {
	s := desk.Source{
		Kind: desk.SourceKind(r.PostFormValue("kind")), Address: strings.TrimSpace(r.PostFormValue("address")), Health: desk.HealthNew,
		Proxy: r.PostFormValue("proxy"), Version: 1, Licence: desk.LicenceExcerpt,
	}
	p := &lookPage{Frame: Frame{Title: locale.T(o.lang(r), "Add a source"), Nav: "/sources"}, Names: o.tongue(r).allTerritories()}
	p.Form = sourceForm{Source: s, Inboxes: o.Inboxes}
	if r.PostFormValue("licence") != "" { // asked again, from the form
		p.Form = o.readSourceForm(r, s)
		p.Form.Errors = nil
	}
	p.Form.Ways = o.ways("")
	look, err := o.Look(r.Context(), p.Form.Source)
	if err != nil {
		words, status, ours := lookProblem(o.tongue(r), err)
		if ours {
			return err
		}
		p.Problem = words
		if p.Form.Kind == "" {
			p.Form.Kind = desk.SourceFeed
		}
		return o.show(w, r, status, "look.html", p)
	}
	p.Look, p.Form.Source = &look, look.Source
	p.Form.Language = languageOf(look.Source.Language)
	return o.show(w, r, http.StatusOK, "look.html", p)
}

// languageOf gives what a source says of its language where it is a tag.
func languageOf(tag string) string {
	tag = strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")
	if wrongLanguage(tag) != "" {
		return ""
	}
	return tag
}

// lookProblem splits what is wrong with an address, which the editor is told,
// from what is wrong with the office.
func lookProblem(l tongue, err error) (words string, status int, ours bool) {
	if fault.Of(err) == fault.Internal {
		return "", 0, true
	}
	return l.words(err), http.StatusUnprocessableEntity, false
}

// Shown are the entries that a preview shows.
func shownEntries(list []desk.Entry) []desk.Entry { return list[:min(len(list), 8)] }
