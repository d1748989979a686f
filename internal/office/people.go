package office

import (
	"net/http"
	"strconv"
	"strings"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// peoplePage lists the accounts and adds one.
type peoplePage struct {
	Frame
	People []desk.Account
	Link   string // to set a password; shown once
	Name   string // as typed
	Role   desk.Role
	Wrong  string // what is wrong with the name
}

// Roles are the choices of what an account may do.
func (*peoplePage) Roles() []desk.Role { return []desk.Role{desk.RoleEditor, desk.RoleAdministrator} }

func (o *office) getPeople(w http.ResponseWriter, r *http.Request) error {
	return o.showPeople(w, r, http.StatusOK, &peoplePage{Role: desk.RoleEditor})
}

func (o *office) showPeople(w http.ResponseWriter, r *http.Request, status int, p *peoplePage) (err error) {
	p.Title, p.Nav = locale.T(o.lang(r), "People"), "/people"
	if p.People, err = o.logins.Accounts(r.Context()); err != nil {
		return err
	}
	p.Link = o.sessions.PopString(r.Context(), secretKey)
	return o.show(w, r, status, "people.html", p)
}

// postPeople adds an account that has no password yet and makes the link to
// set one.
func (o *office) postPeople(w http.ResponseWriter, r *http.Request) error {
	a := desk.Account{
		ID: o.newID(desk.KindAccount), Name: oneLine(r.PostFormValue("name")),
		Role: desk.Role(r.PostFormValue("role")), CreatedAt: o.Now().UTC(),
	}
	p := &peoplePage{Name: a.Name, Role: a.Role, Wrong: wrongName(a.Name)}
	err := fault.New(fault.Invalid, "Nobody is added yet: please look at the field that is marked.")
	if p.Wrong == "" {
		err = o.addPerson(r, a)
	}
	if err == nil {
		return o.done(w, r, "/people", locale.T(o.lang(r), "{name} is added.", "name", a.Name))
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p.Problem = words
	return o.showPeople(w, r, status, p)
}

func (o *office) addPerson(r *http.Request, a desk.Account) error {
	if !a.Role.Valid() {
		return fault.New(fault.Invalid, "Please choose what this person may do.")
	}
	d := o.decision(r, desk.VerbAdd, a.ID, desk.Change{Field: "name", After: a.Name}, desk.Change{Field: "role", After: string(a.Role)})
	if err := o.people.AddAccount(r.Context(), a, "", d); err != nil {
		return err
	}
	return o.invite(r, a.ID)
}

// invite makes a link to set a password and leaves it to be shown once. The
// link itself is stored nowhere but in the session until then.
func (o *office) invite(r *http.Request, accountID string) error {
	word, hash := account.Invitation(o.Random)
	if err := o.invitations.AddInvitation(r.Context(), hash, accountID, o.Now().UTC().Add(account.InvitationFor)); err != nil {
		return err
	}
	o.sessions.Put(r.Context(), secretKey, o.OfficeURL+"/setup/"+word)
	return nil
}

// postPerson disables an account, enables it, changes its role or makes a new
// link for its password.
func (o *office) postPerson(w http.ResponseWriter, r *http.Request) error {
	a, err := o.logins.Account(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	notice, err := o.changePerson(r, a)
	if err == nil {
		return o.done(w, r, "/people", notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showPeople(w, r, status, &peoplePage{Frame: Frame{Problem: words}, Role: desk.RoleEditor})
}

func (o *office) changePerson(r *http.Request, a desk.Account) (notice string, err error) {
	before, l := a, o.tongue(r)
	switch do := r.PostFormValue("do"); {
	case do == "link":
		return locale.T(string(l), "Here is a new link for {name}.", "name", a.Name), o.invite(r, a.ID)
	case a.ID == person(r).ID: // so that there is always an administrator left
		return "", fault.New(fault.Invalid, "You cannot do this to your own account. Please ask another administrator.")
	case do == "disable":
		a.Disabled, notice = true, locale.T(string(l), "{name} is disabled and logged out.", "name", a.Name)
	case do == "enable":
		a.Disabled, notice = false, locale.T(string(l), "{name} may log in again.", "name", a.Name)
	case do == "role" && desk.Role(r.PostFormValue("role")).Valid():
		a.Role = desk.Role(r.PostFormValue("role"))
		notice = locale.T(string(l), "{name} is {role} now.", "name", a.Name, "role", l.role(a.Role))
	default:
		return "", fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	d := o.decision(r, desk.VerbChange, a.ID)
	if a.Disabled != before.Disabled {
		d.Changes = append(d.Changes, desk.Change{Field: "disabled", Before: strconv.FormatBool(before.Disabled), After: strconv.FormatBool(a.Disabled)})
	}
	if a.Role != before.Role {
		d.Changes = append(d.Changes, desk.Change{Field: "role", Before: string(before.Role), After: string(a.Role)})
	}
	return notice, o.people.ChangeAccount(r.Context(), a, d)
}

// wrongName says what is wrong with the name of an account.
func wrongName(name string) string {
	switch {
	case name == "":
		return "Please give a name to log in with."
	case len(name) > 100 || strings.ContainsAny(name, "<>\"\\\x00"):
		return "Please choose a shorter name of letters, digits and spaces."
	}
	return ""
}
