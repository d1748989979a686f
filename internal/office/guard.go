package office

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// Keys of what a session holds.
const (
	accountKey = desk.SessionAccount // by which the store ends an account's sessions
	noticeKey  = "notice"
	secretKey  = "secret" // a link to show once
)

// maxBody is how many bytes a form may send: a pasted page with its markup.
const maxBody = 12 << 20

// policy allows the pages their own style sheet and forms and nothing else: a
// script that found its way into a text would not run.
const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
	"frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

type personKey struct{}

// person is the account that is logged in; the zero Account when nobody is.
func person(r *http.Request) desk.Account {
	a, _ := r.Context().Value(personKey{}).(desk.Account)
	return a
}

// guard puts around all pages what none may forget: headers, the check of the
// origin, a limit for the body, the session.
func (o *office) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.fail(w, r, fault.New(fault.Forbidden, "This form was sent from another site, so nothing was done. Please open the office itself and try again."))
	}))
	inner := origin.Handler(o.sessions.LoadAndSave(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("X-Robots-Tag", "noindex, nofollow")
		h.Set("Cache-Control", "no-store")
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		inner.ServeHTTP(w, r)
	})
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
	if err := r.ParseForm(); err != nil {
		return fault.Wrap(fault.Invalid, err, "This form cannot be read, or it is larger than %s. Larger files can be taken in with \"rightsdesk import\".", sizeWords(maxBody))
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

// serveStyle gives the one style sheet.
func serveStyle(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, err := w.Write(style)
	return err
}
