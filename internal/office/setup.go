package office

import (
	"net/http"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/subscription"
)

// setupPage sets a password: of the first administrator, who chooses a name as
// well, or of the account that an invitation is for.
type setupPage struct {
	Frame
	Word   string
	First  bool
	Name   string
	Errors map[string]string
}

// MinPassword is the shortest password, in characters.
func (*setupPage) MinPassword() int { return account.MinPassword }

func (o *office) getSetup(w http.ResponseWriter, r *http.Request) error {
	p, _, err := o.setup(r)
	if err != nil {
		return err
	}
	return o.show(w, r, http.StatusOK, "setup.html", p)
}

// setup looks at an invitation without taking it.
func (o *office) setup(r *http.Request) (*setupPage, desk.Account, error) {
	word := r.PathValue("word")
	p := &setupPage{Frame: Frame{Title: locale.T(o.lang(r), "Set a password")}, Word: word, Errors: map[string]string{}}
	id, err := o.invitations.Invitation(r.Context(), subscription.Hash(word), o.Now())
	if err != nil {
		return nil, desk.Account{}, err
	}
	if id == "" {
		p.First, p.Title = true, locale.T(o.lang(r), "Set up the office")
		all, err := o.logins.Accounts(r.Context())
		if err == nil && len(all) > 0 {
			err = fault.New(fault.Gone, "The office is set up already. Please log in, or ask an administrator for a link of your own.")
		}
		return p, desk.Account{}, err
	}
	a, err := o.logins.Account(r.Context(), id)
	if err == nil && a.Disabled {
		err = fault.New(fault.Forbidden, "This account is disabled. Please ask an administrator.")
	}
	p.Name = a.Name
	return p, a, err
}

func (o *office) postSetup(w http.ResponseWriter, r *http.Request) error {
	p, a, err := o.setup(r)
	if err != nil {
		return err
	}
	password := r.PostFormValue("password")
	if p.First {
		p.Name = oneLine(r.PostFormValue("name"))
		if wrong := wrongName(p.Name); wrong != "" {
			p.Errors["name"] = wrong
		}
	}
	hash, err := account.HashPassword(o.Random, password)
	switch {
	case fault.Is(err, fault.Invalid):
		p.Errors["password"] = o.tongue(r).words(err)
	case err != nil:
		return err
	case password != r.PostFormValue("again"):
		p.Errors["password"] = "The two passwords are not the same. Please type them again."
	}
	if len(p.Errors) > 0 {
		return o.show(w, r, http.StatusUnprocessableEntity, "setup.html", p)
	}
	if a, err = o.take(r, p, a, hash); err != nil {
		return err
	}
	return o.enter(w, r, a, "/", locale.T(o.lang(r), "Welcome, {name}. Your password is set.", "name", a.Name))
}

// take uses the invitation up and sets the password.
func (o *office) take(r *http.Request, p *setupPage, a desk.Account, hash string) (desk.Account, error) {
	ctx := r.Context()
	if _, err := o.invitations.TakeInvitation(ctx, subscription.Hash(p.Word), o.Now()); err != nil {
		return a, err
	}
	if !p.First {
		return a, o.invitations.SetPassword(ctx, a.ID, hash)
	}
	a = desk.Account{ID: o.newID(desk.KindAccount), Name: p.Name, Role: desk.RoleAdministrator, CreatedAt: o.Now().UTC()}
	d := o.decision(r, desk.VerbAdd, a.ID, desk.Change{Field: "name", After: a.Name}, desk.Change{Field: "role", After: string(a.Role)})
	d.Account = a.ID
	return a, o.people.AddAccount(ctx, a, hash, d)
}
