package office

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/web"
)

// Keys of what a session holds.
const (
	accountKey = desk.SessionAccount // by which the store ends an account's sessions
	noticeKey  = "notice"
	secretKey  = "secret" // a link to show once
)

// maxBody is how many bytes a form may send: a pasted page with its markup.
const maxBody = 12 << 20

// policy allows the pages their own style sheet, their own script file and
// forms, and nothing else: a script that found its way into a text would not run.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; " +
	"frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

type personKey struct{}

// person is the account that is logged in; the zero Account when nobody is.
func person(r *http.Request) desk.Account {
	a, _ := r.Context().Value(personKey{}).(desk.Account)
	return a
}

// guard puts around everything what none may forget: the shell of every web
// part and the office's own policy. Pages have the session and may be kept by
// nobody; static files are the same for everyone.
func (o *office) guard(pages http.Handler) http.Handler {
	pages = o.sessions.LoadAndSave(pages)
	shell := web.Shell{Log: o.Log, Now: o.Now, MaxBody: maxBody, Fail: o.fail}
	return shell.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		if strings.HasPrefix(r.URL.Path, web.StaticPath) {
			o.getStatic(w, r)
			return
		}
		web.Private(w)
		pages.ServeHTTP(w, r)
	}))
}

// admit lets the audience in, reads the form of a POST and shows errors.
func (o *office) admit(who audience, serve handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r, err := o.recognise(r)
		switch {
		case err != nil:
		case who != anyone && person(r).ID == "":
			http.Redirect(w, r, loginFor(r), http.StatusSeeOther)
			return
		case who == administrators && person(r).Role != desk.RoleAdministrator:
			err = fault.New(fault.Forbidden, "Only an administrator can open this page. Please ask one of yours.")
		default:
			if err = readForm(r); err == nil {
				err = serve(w, r)
			}
		}
		if err != nil {
			o.fail(w, r, err)
		}
	})
}

// recognise finds the account behind the session. An account that is gone or
// disabled loses its session with its next request.
func (o *office) recognise(r *http.Request) (*http.Request, error) {
	id := o.sessions.GetString(r.Context(), accountKey)
	if id == "" {
		return r, nil
	}
	a, err := o.logins.Account(r.Context(), id)
	if fault.Is(err, fault.NotFound) || err == nil && a.Disabled {
		return r, o.sessions.Destroy(r.Context())
	}
	if err != nil {
		return r, err
	}
	return r.WithContext(context.WithValue(r.Context(), personKey{}, a)), nil
}

func readForm(r *http.Request) error {
	if r.Method != http.MethodPost {
		return nil
	}
	parse := r.ParseForm
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") { // a page that was handed in: as another form it would be three times as large
		parse = func() error { return r.ParseMultipartForm(maxBody) }
	}
	if err := parse(); err != nil {
		return fault.Wrap(fault.Invalid, err, "This form cannot be read, or it is larger than 12 MB. Larger files can be taken in with \"rightsdesk import\".")
	}
	return nil
}

// loginFor is the login page that comes back to what was asked for.
func loginFor(r *http.Request) string {
	if r.Method != http.MethodGet || r.URL.Path == "/" {
		return "/login"
	}
	return "/login?next=" + url.QueryEscape(r.URL.RequestURI())
}

// localPath is where to go after login: a path of the office, never another site.
func localPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(next, "/") ||
		strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}

// getStatic gives a static file of the office, otherwise of the site.
func (o *office) getStatic(w http.ResponseWriter, r *http.Request) {
	found, err := static.Serve(w, r)
	switch {
	case err != nil:
		o.fail(w, r, err)
	case !found:
		o.site.ServeHTTP(w, r)
	}
}
