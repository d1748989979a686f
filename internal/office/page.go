package office

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed style.css
var style []byte

// pages holds one template set for each page: the layout with the page's body.
var pages = parsePages()

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

func parsePages() map[string]*template.Template {
	funcs := template.FuncMap{
		"age": age, "moment": moment, "stage": stageWords, "territory": territoryName, "territories": territoryNames,
		"verb": verbWords, "size": sizeWords, "percent": percent, "long": isLong, "health": healthWords,
		"field": fieldWords, "value": valueWords, "state": stateWords, "how": howWords, "licence": licenceWords, "plural": plural,
	}
	layout := template.Must(template.New("layout.html").Funcs(funcs).ParseFS(templateFiles, "templates/layout.html"))
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	out := map[string]*template.Template{}
	for _, f := range files {
		if f.Name() == "layout.html" {
			continue
		}
		out[f.Name()] = template.Must(template.Must(layout.Clone()).ParseFS(templateFiles, "templates/"+f.Name()))
	}
	return out
}

// show fills the frame, renders the page into memory and then answers, so that
// a fault in a template never leaves half a page.
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
	return render(w, status, name, p)
}

func render(w http.ResponseWriter, status int, name string, p framed) error {
	var b bytes.Buffer
	if err := pages[name].ExecuteTemplate(&b, "layout.html", p); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := b.WriteTo(w)
	return err
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
	status := statusOf(err)
	if status == http.StatusInternalServerError {
		o.Log.ErrorContext(r.Context(), "office page", "method", r.Method, "page", r.Pattern, "error", err)
	}
	p := &errorPage{Frame: Frame{Title: http.StatusText(status), Account: person(r), Now: o.Now()}, Words: fault.Words(err)}
	if err := render(w, status, "error.html", p); err != nil {
		o.Log.ErrorContext(r.Context(), "office error page", "error", err)
	}
}

func statusOf(err error) int {
	switch fault.Of(err) {
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Invalid:
		return http.StatusUnprocessableEntity
	case fault.Conflict:
		return http.StatusConflict
	case fault.Forbidden:
		return http.StatusForbidden
	case fault.Gone:
		return http.StatusGone
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// problem splits an error that is the editor's to mend, whose words go above
// the form that is shown again, from one that ends the page.
func problem(err error) (words string, status int, ours bool) {
	switch fault.Of(err) {
	case fault.Invalid, fault.Conflict:
		return fault.Words(err), statusOf(err), false
	}
	return "", 0, err != nil
}

func (o *office) getNothing(http.ResponseWriter, *http.Request) error {
	return fault.New(fault.NotFound, "There is no such page in the office. The queue is a good place to start.")
}
