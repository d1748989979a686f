package office

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// postQueue takes a decision on a line of the queue and goes back to the line
// after it. What cannot be decided there is shown on the article's own page,
// with what is missing.
func (o *office) postQueue(w http.ResponseWriter, r *http.Request) error {
	id := r.PostFormValue("id")
	a, err := o.articles.Article(r.Context(), id)
	if err != nil {
		return err
	}
	verb, known := lineVerbs[r.PostFormValue("do")]
	if !known {
		return fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	form, reason := formOf(a), strings.TrimSpace(r.PostFormValue("reason"))
	form.Version, _ = strconv.Atoi(r.PostFormValue("version")) // a version that is no number is older than any
	if edits(verb) {
		if form.Territories, form.Terms, err = o.accepted(r, a); err != nil {
			return err
		}
	}
	if verb == desk.VerbPublish {
		err = desk.CheckLooked(a)
	}
	if err == nil {
		err = o.decide(r, a, verb, form, reason)
	}
	if err == nil {
		return o.done(w, r, lineAfter(r), locale.T(o.lang(r), "{what} “{title}”", "what", o.tongue(r).lineNotice(r.PostFormValue("do")), "title", shorten(o.tongue(r).titleOr(a.Title), 80)))
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	r.SetPathValue("id", id)
	return o.showAgain(w, r, status, form, reason, words)
}

// lineVerbs are the buttons of a line.
var lineVerbs = map[string]desk.Verb{
	"accept": desk.VerbCorrect, "publish": desk.VerbPublish, "refuse": desk.VerbRefuse, "reopen": desk.VerbReopen,
}

func (l tongue) lineNotice(do string) string {
	switch do {
	case "accept":
		return locale.T(string(l), "Accepted:")
	case "publish":
		return locale.T(string(l), "Published:")
	case "refuse":
		return locale.T(string(l), "Refused:")
	}
	return locale.T(string(l), "Open again:")
}

// accepted gives the territories and the classification that the line showed:
// those decided, otherwise those that the machine proposes and is sure of.
// Whoever presses the button saw them.
func (o *office) accepted(r *http.Request, a desk.Article) (territories, terms []string, err error) {
	history, err := o.articles.Decisions(r.Context(), a.ID)
	if err != nil || decided(a, history) {
		return a.Territories, a.Terms, err
	}
	findings, err := o.articles.Findings(r.Context(), a.ID)
	if err != nil {
		return nil, nil, err
	}
	marks, err := o.lessons.Marks(r.Context(), a.ID)
	territories, terms = chosenOf(o.tongue(r).proposals(findings), findings, marks)
	return territories, terms, err
}

// lineAfter is where the queue goes on after a decision.
func lineAfter(r *http.Request) string {
	q := url.Values{"stage": {r.PostFormValue("stage")}}
	if before := r.PostFormValue("before"); before != "" {
		q.Set("before", before)
	}
	at := r.PostFormValue("next")
	if r.PostFormValue("do") == "accept" { // the line stays
		at = r.PostFormValue("id")
	}
	if at == "" {
		return "/?" + q.Encode()
	}
	return "/?" + q.Encode() + "#i-" + url.PathEscape(at)
}
