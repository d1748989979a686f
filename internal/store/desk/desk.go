// Package desk is the handle on the private room: sources, entries, captures,
// articles, findings, decisions, snippets, accounts, subscribers and the ledger
// of deliveries. Only office and work open it.
package desk

import (
	"context"
	"embed"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

//go:embed migrations
var migrations embed.FS

// Secrets is what the store needs of the keys: addresses are encrypted at rest
// and found by a keyed hash, capability words are derived and stored nowhere.
type Secrets interface {
	Encrypt(field, record string, plain []byte) ([]byte, error)
	Decrypt(field, record string, sealed []byte) ([]byte, error)
	AddressHash(address string) string
	Capability(kind, id string) string
}

// Store is the private room.
type Store struct {
	db      *store.DB
	secrets Secrets
	stops   store.Stops
}

// New makes the handle on an open database.
func New(db *store.DB, secrets Secrets, stops store.Stops) *Store {
	return &Store{db: db, secrets: secrets, stops: stops}
}

// Migrate brings the room to the newest schema; see [store.DB.Migrate].
func (s *Store) Migrate(ctx context.Context, backups string, now time.Time) error {
	return s.db.Migrate(ctx, migrations, backups, now)
}

// Version gives the schema's number now and the newest this program knows.
func (s *Store) Version(ctx context.Context) (current, target int64, err error) {
	return s.db.Version(ctx, migrations)
}

// BackupTo writes a whole copy of the room to a new file (SQLite only).
func (s *Store) BackupTo(ctx context.Context, path string) error { return s.db.BackupTo(ctx, path) }

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// Arrive makes this process a worker of the desk. The first one ends all leases
// that stopped processes left behind; beside others leases end by their time.
func (s *Store) Arrive(ctx context.Context) (*store.Presence, error) {
	return s.db.Arrive(ctx, s.recover)
}

// Alone runs fn while no worker is there. Errors: Conflict.
func (s *Store) Alone(ctx context.Context, fn func(ctx context.Context) error) error {
	return s.db.Alone(ctx, fn)
}

func (s *Store) recover(ctx context.Context) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, table := range []string{"sources", "entries", "articles", "letters", "deliveries", "erasures", "source_rereads"} {
			if err := store.Exec(ctx, tx, `UPDATE `+table+` SET leased_until = '' WHERE leased_until <> ''`); err != nil {
				return err
			}
		}
		return nil
	})
}

// pausedSetting stands in settings while nothing may be published or sent.
const pausedSetting = "paused"

// SendingPaused reports whether publishing and sending wait for a person, as
// they do after a restore.
func (s *Store) SendingPaused(ctx context.Context) (bool, error) {
	return paused(ctx, s.db.Read())
}

func paused(ctx context.Context, q store.Querier) (bool, error) {
	found, err := store.Strings(ctx, q, `SELECT value FROM settings WHERE name = $1`, pausedSetting)
	return len(found) > 0 && found[0] == "1", err
}

// SetPaused pauses publishing and sending or lets them go on.
func (s *Store) SetPaused(ctx context.Context, on bool, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := setPaused(ctx, tx, on); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

func setPaused(ctx context.Context, tx store.Tx, on bool) error {
	value := "0"
	if on {
		value = "1"
	}
	return store.Exec(ctx, tx, `INSERT INTO settings (name, value) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, pausedSetting, value)
}
