package office

import (
	"html/template"
	"io/fs"
	"maps"
	"net/http"

	"golang.org/x/text/language"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/web"
)

// tongue is a language of the office, a BCP 47 tag. Its methods say things in it.
type tongue string

// tongues are the languages of the office; the first is taken when none fits.
var tongues = []tongue{"en", "fr"}

var matcher = func() language.Matcher {
	var tags []language.Tag
	for _, l := range tongues {
		tags = append(tags, language.MustParse(string(l)))
	}
	return language.NewMatcher(tags)
}()

// tongueOf is the language that a person chose, otherwise the one that the
// browser asks for.
func tongueOf(r *http.Request, a desk.Account) tongue {
	_, i := language.MatchStrings(matcher, a.Language, r.Header.Get("Accept-Language"))
	return tongues[i]
}

// tongue is the language of the answer to a request.
func (*office) tongue(r *http.Request) tongue { return tongueOf(r, person(r)) }

// lang is the same as a tag.
func (o *office) lang(r *http.Request) string { return string(o.tongue(r)) }

// name is a language's name in itself.
func (l tongue) name() string {
	if l == "fr" {
		return "Français"
	}
	return "English"
}

// pages holds the templates of each language.
var pages = func() map[tongue]*web.Renderer {
	out := map[tongue]*web.Renderer{}
	for _, l := range tongues {
		out[l] = must(web.NewRenderer(must(fs.Sub(templateFiles, "templates")), l.funcs()))
	}
	return out
}()

// funcs is what the templates of a language can call: what package locale has,
// and the words of the office.
func (l tongue) funcs() template.FuncMap {
	out := locale.Funcs(string(l))
	maps.Copy(out, template.FuncMap{
		"static": func(name string) (string, error) { return static.Address(name) },
		"say":    l.say, "age": l.age, "moment": l.moment, "stage": l.stage, "territory": l.territory, "territories": l.territories,
		"did": l.did, "size": l.size, "percent": l.percent, "long": isLong, "health": l.health, "healthword": l.healthWord, "every": l.every, "shown": shownEntries, "field": l.field, "value": l.value,
		"term": l.term, "namedOnce": l.namedOnce, "within": within,
		"state": l.state, "how": l.how, "licence": l.licence, "removed": l.removed, "post": l.post, "kind": l.kind, "role": l.role, "entry": l.entry,
	})
	maps.Copy(out, l.caseFuncs())
	maps.Copy(out, l.claimFuncs())
	maps.Copy(out, l.questionFuncs())
	return out
}

// postPreferences stores how somebody likes the office.
func (o *office) postPreferences(w http.ResponseWriter, r *http.Request) error {
	a := person(r)
	for _, l := range tongues {
		if r.PostFormValue("language") == string(l) {
			a.Language = string(l)
		}
	}
	switch r.PostFormValue("keys") {
	case "on":
		a.KeysOff = false
	case "off":
		a.KeysOff = true
	}
	if err := o.people.SetPreferences(r.Context(), a); err != nil {
		return err
	}
	http.Redirect(w, r, localPath(r.PostFormValue("back")), http.StatusSeeOther)
	return nil
}
