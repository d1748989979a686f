package desk

import "time"

// Everywhere is the placement of a snippet under every article.
const Everywhere = "*"

// Snippet is a named block that is placed under articles. It is never part of
// an article's stored text.
type Snippet struct {
	ID         string
	Name       string // for editors, unique
	Markdown   string
	Placements []string // territory ids, or Everywhere
	Position   int      // order under an article, smallest first
	Version    int
	UpdatedAt  time.Time
}

// Account is a person who works in the office.
type Account struct {
	ID        string
	Name      string // to log in with, unique
	Role      Role
	Disabled  bool
	Language  string // of the office, BCP 47; empty: as the browser asks
	KeysOff   bool   // single keys do nothing
	CreatedAt time.Time
}

// SessionAccount is the key under which a login session keeps the id of its
// account, so that the store can end all sessions of an account.
const SessionAccount = "account"

// Role says what an account may do.
type Role string

// The roles: an editor decides about articles, sources, snippets and issues;
// an administrator manages accounts as well.
const (
	RoleEditor        Role = "editor"
	RoleAdministrator Role = "administrator"
)

// Valid reports whether r is a role.
func (r Role) Valid() bool { return r == RoleEditor || r == RoleAdministrator }
