package app

import (
	"context"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// commandLine stands in decisions for whoever sits at the machine itself.
const commandLine = "command-line"

func (e Env) decision(verb desk.Verb, record string, changes ...desk.Change) desk.Decision {
	return desk.Decision{
		ID: desk.NewID(e.Random, e.Config.Organisation.Key, desk.KindDecision), At: e.Now(), Account: commandLine,
		Verb: verb, RecordID: record, Reason: "", Changes: changes,
	}
}

// AddUser makes an account and gives the link by which its password is set.
// Errors: Conflict when the name is taken, Invalid for a role or name that
// cannot be.
func AddUser(ctx context.Context, e Env, r *Rooms, name string, role desk.Role) (link string, err error) {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 100 {
		return "", fault.New(fault.Invalid, "An account needs a name of at most 100 letters.")
	}
	if !role.Valid() {
		return "", fault.New(fault.Invalid, "There is no role %q; choose editor or administrator.", role)
	}
	a := desk.Account{ID: desk.NewID(e.Random, e.Config.Organisation.Key, desk.KindAccount), Name: name, Role: role, CreatedAt: e.Now()}
	d := e.decision(desk.VerbAdd, a.ID, desk.Change{Field: "name", After: name}, desk.Change{Field: "role", After: string(role)})
	if err := r.Desk.AddAccount(ctx, a, "", d); err != nil {
		return "", err
	}
	return Invite(ctx, e, r, a.ID)
}

// InviteUser gives a link by which somebody sets a new password. An empty name
// is the first administrator, as long as there is no account.
func InviteUser(ctx context.Context, e Env, r *Rooms, name string) (link string, err error) {
	if name == "" {
		accounts, err := r.Desk.Accounts(ctx)
		if err != nil {
			return "", err
		}
		if len(accounts) > 0 {
			return "", fault.New(fault.Conflict, "There are accounts already. Name the one to invite: rightsdesk user invite NAME")
		}
		return Invite(ctx, e, r, "")
	}
	a, _, err := r.Desk.AccountByName(ctx, name)
	if err != nil {
		return "", err
	}
	return Invite(ctx, e, r, a.ID)
}

// SetUserDisabled lets an account log in or not.
func SetUserDisabled(ctx context.Context, e Env, r *Rooms, name string, disabled bool) error {
	a, _, err := r.Desk.AccountByName(ctx, name)
	if err != nil {
		return err
	}
	change := desk.Change{Field: "disabled", Before: yes(a.Disabled), After: yes(disabled)}
	a.Disabled = disabled
	return r.Desk.ChangeAccount(ctx, a, e.decision(desk.VerbChange, a.ID, change))
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
