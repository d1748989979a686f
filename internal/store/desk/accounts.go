package desk

import (
	"context"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const accountColumns = `id, name, role, disabled, language, keys_off, created_at`

func scanAccount(r store.Row) (desk.Account, error) {
	var a desk.Account
	var disabled, keysOff int
	var created string
	err := r.Scan(&a.ID, &a.Name, &a.Role, &disabled, &a.Language, &keysOff, &created)
	if err == nil {
		a.Disabled, a.KeysOff, a.CreatedAt = disabled == 1, keysOff == 1, store.ParseTime(created)
	}
	return a, err
}

// foldName is the form in which names of accounts are compared.
func foldName(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// Accounts gives all accounts by name.
func (s *Store) Accounts(ctx context.Context) ([]desk.Account, error) {
	return store.All(ctx, s.db.Read(), scanAccount, `SELECT `+accountColumns+` FROM accounts ORDER BY name_folded`)
}

// Account gives one account. Errors: NotFound.
func (s *Store) Account(ctx context.Context, id string) (desk.Account, error) {
	a, err := scanAccount(s.db.Read().QueryRowContext(ctx, `SELECT `+accountColumns+` FROM accounts WHERE id = $1`, id))
	return a, store.Found(err, "There is no account %q.", id)
}

// AccountByName gives an account and the hash of its password. The case of the
// name does not matter. Errors: NotFound.
func (s *Store) AccountByName(ctx context.Context, name string) (desk.Account, string, error) {
	var hash string
	a, err := scanAccount(prefixed{s.db.Read().QueryRowContext(ctx,
		`SELECT password_hash, `+accountColumns+` FROM accounts WHERE name_folded = $1`, foldName(name)), &hash})
	return a, hash, store.Found(err, "There is no account with that name.")
}

// AddAccount adds an account; an empty hash lets nobody log in until a
// password is set by an invitation. Errors: Conflict when the name is taken.
func (s *Store) AddAccount(ctx context.Context, a desk.Account, passwordHash string, d desk.Decision) error {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		if err := store.Exec(ctx, tx, `INSERT INTO accounts (id, name, name_folded, password_hash, role, disabled, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`, a.ID, store.Clean(a.Name), foldName(store.Clean(a.Name)), passwordHash,
			string(a.Role), store.Bool(a.Disabled), store.Time(a.CreatedAt)); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if store.IsUnique(err) {
		return fault.Wrap(fault.Conflict, err, "Somebody is called %q already. Please choose another name", a.Name)
	}
	return err
}

// ChangeAccount stores role and disabling; a disabled account's sessions end.
// The last administrator who can log in cannot be disabled or made an editor
// (Conflict).
func (s *Store) ChangeAccount(ctx context.Context, a desk.Account, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE accounts SET role = $1, disabled = $2 WHERE id = $3`, string(a.Role), store.Bool(a.Disabled), a.ID)
		if err != nil {
			return err
		}
		if n == 0 {
			return fault.New(fault.NotFound, "There is no account %q.", a.ID)
		}
		if err := keepAdministrator(ctx, tx); err != nil {
			return err
		}
		if a.Disabled {
			if err := store.Exec(ctx, tx, `DELETE FROM sessions WHERE account_id = $1`, a.ID); err != nil {
				return err
			}
		}
		return decide(ctx, tx, d)
	})
}

func keepAdministrator(ctx context.Context, tx store.Tx) error {
	left, err := store.Strings(ctx, tx, `SELECT id FROM accounts WHERE role = $1 AND disabled = 0`, string(desk.RoleAdministrator))
	if err == nil && len(left) == 0 {
		err = fault.New(fault.Conflict, "This is the last administrator. Make somebody else an administrator first.")
	}
	return err
}

// SetPassword stores the hash of a new password and ends the account's sessions.
func (s *Store) SetPassword(ctx context.Context, accountID, passwordHash string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE accounts SET password_hash = $1 WHERE id = $2`, passwordHash, accountID)
		if err != nil {
			return err
		}
		if n == 0 {
			return fault.New(fault.NotFound, "There is no account %q.", accountID)
		}
		return store.Exec(ctx, tx, `DELETE FROM sessions WHERE account_id = $1`, accountID)
	})
}

// AddInvitation stores the hash of a word that lets somebody set a password
// once. accountID is empty for the first administrator.
func (s *Store) AddInvitation(ctx context.Context, hash, accountID string, expires time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `INSERT INTO invitations (hash, account_id, expires_at) VALUES ($1, $2, $3)`, hash, accountID, store.Time(expires))
	})
}

// Invitation gives the account that an invitation is for. Errors: NotFound
// when it is unknown, used or over.
func (s *Store) Invitation(ctx context.Context, hash string, now time.Time) (accountID string, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT account_id FROM invitations WHERE hash = $1 AND expires_at > $2`, hash, store.Time(now)).Scan(&accountID)
	return accountID, store.Found(err, invitationOver)
}

const invitationOver = "This link has been used or is too old. Ask for a new one: an administrator makes it under People, or \"rightsdesk user invite\" prints it."

// TakeInvitation is Invitation and uses it up. Once there is an account, what
// was left of the first administrator's invitations is worth nothing.
func (s *Store) TakeInvitation(ctx context.Context, hash string, now time.Time) (accountID string, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		err := tx.QueryRowContext(ctx, `DELETE FROM invitations WHERE hash = $1 AND expires_at > $2 RETURNING account_id`, hash, store.Time(now)).Scan(&accountID)
		if err != nil {
			return store.Found(err, invitationOver)
		}
		if accountID == "" {
			return store.Exec(ctx, tx, `DELETE FROM invitations WHERE account_id = ''`)
		}
		return nil
	})
	return accountID, err
}

// SetPreferences stores how a person likes the office: a.Language and a.KeysOff.
func (s *Store) SetPreferences(ctx context.Context, a desk.Account) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE accounts SET language = $1, keys_off = $2 WHERE id = $3`, store.Clean(a.Language), store.Bool(a.KeysOff), a.ID)
	})
}
