package office

import (
	"embed"
	"io/fs"
	"net/http"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/web"
)

//go:embed templates
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

var static = must(web.NewStatic(must(fs.Sub(staticFiles, "static"))))

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
	Undo    string // the decision that can be undone, by its id; empty when there is none
	UndoOf  string // the article that it was about
	Fresh   bool   // the notice is about that decision
	Alarms  int    // sources of which editors are to be told
	Waiting int    // claims that are proposed for the person's questions, 100 for more
	Paused  bool   // publishing and sending wait for a person
	Now     time.Time
	Lang    tongue
	Back    string // the page itself, to come back to
}

func (f *Frame) frame() *Frame { return f }

// Administrator reports whether the person may manage accounts.
func (f *Frame) Administrator() bool { return f.Account.Role == desk.RoleAdministrator }

// part is an entry of the navigation.
type part struct {
	Path, Name string
	Current    bool
	Alarms     int    // of it, to be shown beside its name
	Why        string // what they are, in words
}

// Parts are the entries of the navigation, those that the person may open.
func (f *Frame) Parts() []part {
	l := f.Lang
	all := []part{
		{Path: "/", Name: locale.T(string(l), "Queue")},
		{Path: "/paste", Name: locale.T(string(l), "Paste")},
		{Path: "/posts", Name: locale.T(string(l), "Posts")},
		{Path: "/cases", Name: locale.T(string(l), "Cases")},
		{Path: "/claims", Name: locale.T(string(l), "Claims")},
		{Path: "/questions", Name: locale.T(string(l), "Questions")},
		{Path: "/lists", Name: locale.T(string(l), "Lists")},
		{Path: "/sources", Name: locale.T(string(l), "Sources")},
		{Path: "/snippets", Name: locale.T(string(l), "Snippets")},
		{Path: "/issues", Name: locale.T(string(l), "Newsletter")},
	}
	if f.Administrator() {
		all = append(all, part{Path: "/people", Name: locale.T(string(l), "People")})
	}
	for i := range all {
		all[i].Current = all[i].Path == f.Nav
		switch all[i].Path {
		case "/sources":
			all[i].Alarms, all[i].Why = f.Alarms, locale.N(string(l), f.Alarms, "{n} source needs a look", "{n} sources need a look")
		case "/questions":
			all[i].Alarms, all[i].Why = f.Waiting, locale.N(string(l), f.Waiting, "{n} claim is proposed", "{n} claims are proposed")
		}
	}
	return all
}

// Tongues are the languages of the office with their names.
func (*Frame) Tongues() []named {
	var out []named
	for _, l := range tongues {
		out = append(out, named{l, l.name()})
	}
	return out
}

// named is a language with its name in itself.
type named struct {
	Tag  tongue
	Name string
}

// framed is a page's struct: it embeds Frame.
type framed interface{ frame() *Frame }

// show fills the frame and answers with the page.
func (o *office) show(w http.ResponseWriter, r *http.Request, status int, name string, p framed) error {
	f := p.frame()
	f.Account, f.Now, f.Lang, f.Back = person(r), o.Now(), o.tongue(r), "/"
	if r.Method == http.MethodGet {
		f.Back = r.URL.RequestURI()
	}
	if f.Notice == "" {
		f.Notice = o.sessions.PopString(r.Context(), noticeKey)
	}
	if f.Account.ID != "" {
		paused, err := o.pause.SendingPaused(r.Context())
		if err != nil {
			return err
		}
		if f.Alarms, err = o.polls.Alarms(r.Context()); err != nil {
			return err
		}
		if f.Waiting, err = o.waiting.WaitingProposals(r.Context(), f.Account.ID); err != nil {
			return err
		}
		last := o.undoable(r)
		f.Paused, f.Undo, f.UndoOf = paused, last.decision, last.article()
		f.Fresh = o.sessions.PopString(r.Context(), freshKey) != ""
	}
	return pages[f.Lang].Answer(w, r, status, name, p)
}

// done leaves a notice for the next page and goes there.
func (o *office) done(w http.ResponseWriter, r *http.Request, to, notice string) error {
	o.sessions.Put(r.Context(), noticeKey, notice)
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// told goes on with a notice, or with the words for an error that the person can
// mend. Errors: what is ours.
func (o *office) told(w http.ResponseWriter, r *http.Request, to, notice string, err error) error {
	if err != nil {
		words, _, ours := problem(o.tongue(r), err)
		if ours {
			return err
		}
		notice = words
	}
	return o.done(w, r, to, notice)
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
	p := &errorPage{Frame: Frame{Title: o.tongue(r).status(status), Account: person(r), Now: o.Now(), Lang: o.tongue(r), Back: "/"}, Words: o.tongue(r).words(err)}
	if err := pages[p.Lang].Answer(w, r, status, "error.html", p); err != nil {
		o.Log.ErrorContext(r.Context(), "office error page", "error", err)
	}
}

// problem splits an error that is the editor's to mend, whose words go above
// the form that is shown again, from one that ends the page.
func problem(l tongue, err error) (words string, status int, ours bool) {
	switch fault.Of(err) {
	case fault.Invalid, fault.Conflict:
		return l.words(err), web.Status(err), false
	}
	return "", 0, err != nil
}

func (o *office) getNothing(http.ResponseWriter, *http.Request) error {
	return errNoPage
}
