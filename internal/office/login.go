package office

import (
	"net/http"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// loginPage asks for a name and a password.
type loginPage struct {
	Frame
	Name  string
	Next  string // where to go then
	Empty bool   // there is no account yet
}

func (o *office) getLogin(w http.ResponseWriter, r *http.Request) error {
	next := localPath(r.FormValue("next"))
	if person(r).ID != "" {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	return o.showLogin(w, r, http.StatusOK, &loginPage{Next: next})
}

func (o *office) showLogin(w http.ResponseWriter, r *http.Request, status int, p *loginPage) error {
	p.Title = locale.T(o.lang(r), "Log in")
	all, err := o.logins.Accounts(r.Context())
	if err != nil {
		return err
	}
	p.Empty = len(all) == 0
	return o.show(w, r, status, "login.html", p)
}

func (o *office) postLogin(w http.ResponseWriter, r *http.Request) error {
	p := &loginPage{Name: oneLine(r.PostFormValue("name")), Next: localPath(r.PostFormValue("next"))}
	a, err := o.authenticate(r, p.Name, r.PostFormValue("password"))
	switch {
	case fault.Is(err, fault.Forbidden):
		p.Problem = o.tongue(r).words(err)
		return o.showLogin(w, r, http.StatusForbidden, p)
	case err != nil:
		return err
	}
	return o.enter(w, r, a, p.Next, locale.T(string(tongueOf(r, a)), "Welcome back, {name}.", "name", a.Name))
}

// authenticate gives the account with this name and password. An unknown name,
// a wrong password and a disabled account get the same words after the same work.
func (o *office) authenticate(r *http.Request, name, password string) (desk.Account, error) {
	if wait := o.throttle.Try(name, o.Now()); wait > 0 {
		return desk.Account{}, fault.New(fault.Forbidden, "There were too many tries with this name. Please wait %s, then try again.", o.tongue(r).span(wait))
	}
	a, hash, err := o.logins.AccountByName(r.Context(), name)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return desk.Account{}, err
	}
	ok, rehash, err := account.CheckPassword(hash, password)
	if err != nil {
		return desk.Account{}, err
	}
	if !ok || a.Disabled {
		return desk.Account{}, fault.New(fault.Forbidden, "This name and password do not go together. Please try again; an administrator can give you a new link.")
	}
	o.throttle.Passed(name)
	if rehash {
		err = o.setPassword(r, a.ID, password)
	}
	return a, err
}

func (o *office) setPassword(r *http.Request, accountID, password string) error {
	hash, err := account.HashPassword(o.Random, password)
	if err != nil {
		return err
	}
	return o.invitations.SetPassword(r.Context(), accountID, hash)
}

// enter begins a session of an account. The token is renewed, so that a token
// that somebody planted before is worth nothing.
func (o *office) enter(w http.ResponseWriter, r *http.Request, a desk.Account, to, notice string) error {
	if err := o.sessions.RenewToken(r.Context()); err != nil {
		return err
	}
	o.sessions.Put(r.Context(), accountKey, a.ID)
	return o.done(w, r, to, notice)
}

func (o *office) postLogout(w http.ResponseWriter, r *http.Request) error {
	if err := o.sessions.Destroy(r.Context()); err != nil {
		return err
	}
	return o.done(w, r, "/login", locale.T(o.lang(r), "You are logged out."))
}
