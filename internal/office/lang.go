package office

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"strings"

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

// name is a language's name in itself.
func (l tongue) name() string {
	if l == "fr" {
		return "Français"
	}
	return "English"
}

// The messages of the office in languages other than English: a line for each,
// the English message and what it is in the language with a tab between. With
// a number it is the English forms for one and for more, then the language's.
//
//go:embed messages
var messageFiles embed.FS

// said is a message in a language; many is empty without a number.
type said struct{ one, many string }

var messages = func() map[tongue]map[string]said {
	out := map[tongue]map[string]said{}
	for _, l := range tongues[1:] {
		out[l] = map[string]said{}
		for line := range strings.Lines(string(must(messageFiles.ReadFile("messages/" + string(l) + ".tsv")))) {
			switch f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) {
			case 2:
				out[l][f[0]] = said{one: f[1]}
			case 4:
				out[l][f[0]] = said{f[2], f[3]}
			default:
				panic("a message with the wrong number of parts: " + line)
			}
		}
	}
	return out
}()

// t says a message, with arguments as fmt has them. What is not known in the
// language is said in English.
func (l tongue) t(message string, args ...any) string {
	return l.in("", message, args...)
}

// in says a message that means different things in different places.
func (l tongue) in(place, message string, args ...any) string {
	if place != "" {
		place += "|"
	}
	if m, known := messages[l][place+message]; known {
		message = m.one
	}
	if len(args) == 0 {
		return message
	}
	return fmt.Sprintf(message, args...)
}

// n says a message with a number, in the form that the number asks for: in
// French nothing is one.
func (l tongue) n(one, many string, n int) string {
	single := n == 1
	if m, known := messages[l][one]; known {
		one, many, single = m.one, m.many, n <= 1
	}
	if single {
		return fmt.Sprintf(one, n)
	}
	return fmt.Sprintf(many, n)
}

// pages holds the templates of each language.
var pages = func() map[tongue]*web.Renderer {
	out := map[tongue]*web.Renderer{}
	for _, l := range tongues {
		out[l] = must(web.NewRenderer(must(fs.Sub(templateFiles, "templates")), l.funcs()))
	}
	return out
}()

// funcs is what the templates of a language can call.
func (l tongue) funcs() template.FuncMap {
	return template.FuncMap{
		"static": func(name string) (string, error) { return static.Address(name) },
		"t":      l.t, "tn": l.n, "age": l.age, "moment": l.moment, "stage": l.stage, "territory": l.territory, "territories": l.territories,
		"verb": l.verb, "size": l.size, "percent": l.percent, "long": isLong, "health": l.health, "field": l.field, "value": l.value,
		"state": l.state, "how": l.how, "licence": l.licence, "removed": l.removed, "post": l.post, "kind": l.kind, "role": l.role, "entry": l.entry,
		"number":       func(n int) string { return locale.Number(string(l), n) },
		"date":         func(edtf string) string { return locale.Date(string(l), edtf) },
		"languageName": func(tag string) string { return locale.Language(string(l), tag) },
	}
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
