// Package intake is the handle on the intake room: messages of the public,
// sealed to the desk's public key. serve appends; work reads and deletes.
package intake

import (
	"context"
	"embed"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

//go:embed migrations
var migrations embed.FS

// MaxSize is how large a sealed message may be, in bytes.
const MaxSize = 64 << 10

// MaxWaiting is how many messages may wait on SQLite before further ones are
// turned away: a flood fills the room, not the disk.
const MaxWaiting = 100_000

// Store is the intake room.
type Store struct{ db *store.DB }

// New makes the handle on an open database.
func New(db *store.DB) *Store { return &Store{db} }

// Migrate brings the room to the newest schema; see [store.DB.Migrate].
func (s *Store) Migrate(ctx context.Context, backups string, now time.Time) error {
	return s.db.Migrate(ctx, migrations, backups, now)
}

// Version gives the schema's number now and the newest this program knows.
func (s *Store) Version(ctx context.Context) (current, target int64, err error) {
	return s.db.Version(ctx, migrations)
}

// GrantTo lets serve's role append, and nothing else (PostgreSQL).
func (s *Store) GrantTo(ctx context.Context, role string) error {
	return s.db.GrantTo(ctx, role, []store.Grant{{Right: "INSERT", Table: "messages"}})
}

// BackupTo writes a whole copy of the room to a new file (SQLite only).
func (s *Store) BackupTo(ctx context.Context, path string) error { return s.db.BackupTo(ctx, path) }

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// Message is a sealed message.
type Message struct {
	ID     string
	At     time.Time
	Sealed []byte
}

// Append adds a message. Errors: Invalid when it is too large, Unavailable
// when too many wait or the room cannot be written.
func (s *Store) Append(ctx context.Context, m Message) error {
	if len(m.Sealed) > MaxSize {
		return fault.New(fault.Invalid, "This is more than a form here can take. Please make it shorter.")
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		if full, err := s.full(ctx, tx); err != nil || full {
			return orFull(err)
		}
		return store.Exec(ctx, tx, `INSERT INTO messages (id, at, sealed) VALUES ($1, $2, $3)`, m.ID, store.Time(m.At), m.Sealed)
	})
}

// full looks whether too many messages wait. On PostgreSQL serve has no right
// to look; the server's own limits hold there.
func (s *Store) full(ctx context.Context, tx store.Tx) (bool, error) {
	if tx.Engine == store.Postgres {
		return false, nil
	}
	found, err := store.Strings(ctx, tx, `SELECT id FROM messages ORDER BY at, id LIMIT 1 OFFSET $1`, MaxWaiting)
	return len(found) > 0, err
}

func orFull(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Unavailable, "Too many messages are waiting here. Please try again later.")
}

// Waiting gives up to n messages, oldest first.
func (s *Store) Waiting(ctx context.Context, n int) ([]Message, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (m Message, err error) {
		var at string
		err = r.Scan(&m.ID, &at, &m.Sealed)
		if err == nil {
			m.At = store.ParseTime(at)
		}
		return m, err
	}, `SELECT id, at, sealed FROM messages ORDER BY at, id LIMIT $1`, n)
}

// Delete removes messages that have taken effect.
func (s *Store) Delete(ctx context.Context, ids []string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, id := range ids {
			if err := store.Exec(ctx, tx, `DELETE FROM messages WHERE id = $1`, id); err != nil {
				return err
			}
		}
		return nil
	})
}
