// Package story is the demo's own page: it shows a post on its way from the
// sender to a reader's mail box, step by step, as it happens.
//
// The page is rendered on the server; a small script asks for it again every
// second. Without the script it is reloaded by hand.
package story

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/web"
)

// Desk is the demo that the page tells of.
type Desk interface {
	// State gives how far the post has come.
	State(ctx context.Context) (State, error)
	// Arrive hands the next post in. Errors: Conflict while the desk starts or
	// one waits.
	Arrive(ctx context.Context) error
	// Publish decides the post as an editor does, and sends an issue with it;
	// what is Unsent it only sends. Errors: Conflict when none waits.
	Publish(ctx context.Context) error
	// Reset empties the demo and fills it again.
	Reset(ctx context.Context) error
	// Enter logs in to the office and gives the cookie that says so.
	Enter(ctx context.Context) (*http.Cookie, error)
}

//go:embed templates
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

var (
	static = must(web.NewStatic(must(fs.Sub(staticFiles, "static"))))
	pages  = must(web.NewRenderer(must(fs.Sub(templateFiles, "templates")), funcs))
)

var funcs = template.FuncMap{
	"static":  func(name string) (string, error) { return static.Address(name) },
	"date":    func(edtf string) string { return locale.Date("en", edtf) },
	"number":  func(n int64) string { return locale.Number("en", n) },
	"percent": func(v float64) int { return int(v*100 + 0.5) },
	"clock":   func(t time.Time) string { return t.UTC().Format("15:04:05") + " UTC" },
	"window":  shown,
	"seconds": func(d time.Duration) string { return fmt.Sprintf("%.1f s", d.Seconds()) },
}

// pane is a window with what stands around it.
type pane struct {
	Window
	ID, Name string
	Yes, No  string // what it says with the post and without
}

func shown(id, name string, w Window, yes, no string) pane { return pane{w, id, name, yes, no} }

// must panics when a file that is part of the program is wrong.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type story struct {
	desk Desk
	log  *slog.Logger
}

// New makes the page's handler. It has no password: it is for this machine only.
func New(d Desk, now func() time.Time, log *slog.Logger) http.Handler {
	s := &story{d, log}
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", s.serve(s.getPage))
	mux.Handle("GET /steps", s.serve(s.getSteps))
	mux.Handle("POST /arrive", s.act(d.Arrive))
	mux.Handle("POST /publish", s.act(d.Publish))
	mux.Handle("POST /reset", s.act(d.Reset))
	mux.Handle("POST /office", s.serve(s.postOffice))
	mux.Handle("GET "+web.StaticPath+"{name}", s.serve(getStatic))
	shell := web.Shell{Log: log, Now: now, MaxBody: 1 << 10, Fail: s.fail}
	return shell.Wrap(mux)
}

type handler func(w http.ResponseWriter, r *http.Request) error

func (s *story) serve(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

// act does something and shows the page again. What was begun is done to its
// end, even when who asked looks elsewhere meanwhile. What cannot be done now
// was asked for by a page that was out of date; the new one tells.
func (s *story) act(do func(ctx context.Context) error) http.Handler {
	return s.serve(func(w http.ResponseWriter, r *http.Request) error {
		if err := do(context.WithoutCancel(r.Context())); err != nil && !fault.Is(err, fault.Conflict) {
			return err
		}
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	})
}

// policy lets the page's own script ask its own server, and the form that
// leads into the office lead there.
func policy(office string) string {
	return "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self' " + office +
		"; base-uri 'none'; frame-ancestors 'none'"
}

func (s *story) getPage(w http.ResponseWriter, r *http.Request) error {
	state, err := s.desk.State(r.Context())
	if err != nil {
		return err
	}
	web.Private(w)
	w.Header().Set("Content-Security-Policy", policy(state.Links.Office))
	return pages.Answer(w, r, http.StatusOK, "story.html", state)
}

// getSteps gives the part of the page that changes.
func (s *story) getSteps(w http.ResponseWriter, r *http.Request) error {
	state, err := s.desk.State(r.Context())
	if err != nil {
		return err
	}
	web.Private(w)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	return pages.Page("story.html").ExecuteTemplate(w, "steps", state)
}

// postOffice leads into the office, logged in, to the article in question. A
// cookie is good for every port of a host, so this page may set the office's.
func (s *story) postOffice(w http.ResponseWriter, r *http.Request) error {
	state, err := s.desk.State(r.Context())
	if err != nil {
		return err
	}
	cookie, err := s.desk.Enter(r.Context())
	if err != nil {
		return err
	}
	to := state.Links.Office + "/"
	if id := r.PostFormValue("article"); id != "" {
		to += "articles/" + url.PathEscape(id)
	}
	web.Private(w)
	http.SetCookie(w, cookie)
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

func getStatic(w http.ResponseWriter, r *http.Request) error {
	if found, err := static.Serve(w, r); err != nil || found {
		return err
	}
	return fault.New(fault.NotFound, "There is no such file.")
}

func (s *story) fail(w http.ResponseWriter, r *http.Request, err error) {
	s.log.ErrorContext(r.Context(), "the demo's page", "error", err)
	web.Bare(w, web.Status(err), fault.Words(err))
}
