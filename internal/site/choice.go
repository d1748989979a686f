package site

import (
	"net/http"
	"slices"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// choice is what a reader of the newsletter chooses, as the form shows it.
type choice struct {
	Some        bool // single territories, not everything
	Territories []option
	Language    string
	Languages   []string
}

// option is a territory that may be chosen.
type option struct {
	ID     string
	Name   string
	Chosen bool
}

func newChoice(page string, territories []string, language string) choice {
	c := choice{Language: language, Languages: locale.Interface()}
	c.Some = len(territories) > 0 && !slices.Contains(territories, public.Everything)
	for _, l := range everyTerritory(page) {
		c.Territories = append(c.Territories, option{l.ID, l.Name, slices.Contains(territories, l.ID)})
	}
	return c
}

// readForm parses a form. Errors: Invalid.
func readForm(r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return fault.Wrap(fault.Invalid, err, "%s", locale.T(tongue(r), "This form cannot be read, or it is too large. Please go back and send it again."))
	}
	return nil
}

// chosen gives what is chosen in a form that has been read. Errors: Invalid for
// what the form does not offer.
func chosen(r *http.Request) (territories []string, language string, err error) {
	language = r.PostFormValue("language")
	if language == "" {
		language = tongue(r)
	}
	if !slices.Contains(locale.Interface(), language) {
		return nil, english, problem(fault.Invalid, locale.T(tongue(r), "There are no mails in the language {word}. Please choose one from the list.", "word", cut(language, 20)))
	}
	if r.PostFormValue("scope") == "all" {
		return []string{public.Everything}, language, nil
	}
	for _, id := range r.PostForm["territory"] {
		t, known := geo.Find(id)
		if !known {
			return nil, language, problem(fault.Invalid, locale.T(tongue(r), "There is no territory {word} in the list. Please choose from the list.", "word", cut(id, 40)))
		}
		territories = append(territories, t.ID)
	}
	slices.Sort(territories)
	return slices.Compact(territories), language, nil
}
