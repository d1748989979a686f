package office

import (
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/web"
)

//go:embed templates
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

var (
	static = must(web.NewStatic(must(fs.Sub(staticFiles, "static"))))
	pages  = must(web.NewRenderer(must(fs.Sub(templateFiles, "templates")), funcs))
)

var funcs = template.FuncMap{
	"static": func(name string) (string, error) { return static.Address(name) },
	"age":    age, "moment": moment, "stage": stageWords, "territory": territoryName, "territories": territoryNames,
	"verb": verbWords, "size": sizeWords, "percent": percent, "long": isLong, "health": healthWords,
	"field": fieldWords, "value": valueWords, "state": stateWords, "how": howWords, "licence": licenceWords, "plural": plural,
}

// must panics when a file that is part of the program is wrong.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var errNoPage = fault.New(fault.NotFound, "There is no such page in the office. The queue is a good place to start.")

// Frame is what every page has around its body.
type Frame struct {
	Title   string
	Nav     string // path of the part of the office that this page belongs to
	Account desk.Account
	Notice  string // what was just done
	Problem string // what is wrong, above the body
	Paused  bool   // publishing and sending wait for a person
	Now     time.Time
}

func (f *Frame) frame() *Frame { return f }

// Administrator reports whether the person may manage accounts.
func (f *Frame) Administrator() bool { return f.Account.Role == desk.RoleAdministrator }

// framed is a page's struct: it embeds Frame.
type framed interface{ frame() *Frame }

// show fills the frame and answers with the page.
func (o *office) show(w http.ResponseWriter, r *http.Request, status int, name string, p framed) error {
	f := p.frame()
	f.Account, f.Now = person(r), o.Now()
	f.Notice = o.sessions.PopString(r.Context(), noticeKey)
	if f.Account.ID != "" {
		paused, err := o.pause.SendingPaused(r.Context())
		if err != nil {
			return err
		}
		f.Paused = paused
	}
	return pages.Answer(w, r, status, name, p)
}

// done leaves a notice for the next page and goes there.
func (o *office) done(w http.ResponseWriter, r *http.Request, to, notice string) error {
	o.sessions.Put(r.Context(), noticeKey, notice)
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// errorPage says what went wrong.
type errorPage struct {
	Frame
	Words string
}

// fail answers with the words for an error; what is ours goes to the log.
func (o *office) fail(w http.ResponseWriter, r *http.Request, err error) {
	status := web.Status(err)
	if status == http.StatusInternalServerError {
		o.Log.ErrorContext(r.Context(), "office page", "method", r.Method, "page", r.Pattern, "error", err)
	}
	web.Private(w)
	p := &errorPage{Frame: Frame{Title: http.StatusText(status), Account: person(r), Now: o.Now()}, Words: fault.Words(err)}
	if err := pages.Answer(w, r, status, "error.html", p); err != nil {
		o.Log.ErrorContext(r.Context(), "office error page", "error", err)
	}
}

// problem splits an error that is the editor's to mend, whose words go above
// the form that is shown again, from one that ends the page.
func problem(err error) (words string, status int, ours bool) {
	switch fault.Of(err) {
	case fault.Invalid, fault.Conflict:
		return fault.Words(err), web.Status(err), false
	}
	return "", 0, err != nil
}

func (o *office) getNothing(http.ResponseWriter, *http.Request) error {
	return errNoPage
}
