// Package readers is the handle on the readers room: what stands behind each
// capability, without any address. serve reads it to show a page; work writes it.
package readers

import (
	"context"
	"embed"
	"time"

	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

//go:embed migrations
var migrations embed.FS

// Store is the readers room.
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

// GrantTo lets serve's role read (PostgreSQL).
func (s *Store) GrantTo(ctx context.Context, role string) error {
	return s.db.GrantTo(ctx, role, []store.Grant{{Right: "SELECT", Table: "preferences"}, {Right: "SELECT", Table: "preference_territories"}})
}

// BackupTo writes a whole copy of the room to a new file (SQLite only).
func (s *Store) BackupTo(ctx context.Context, path string) error { return s.db.BackupTo(ctx, path) }

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// Preferences gives what stands behind the capability with this hash. It does
// not look whether it has ended: the caller knows the time. Errors: NotFound.
func (s *Store) Preferences(ctx context.Context, hash string) (subscription.Preferences, error) {
	p := subscription.Preferences{Hash: hash}
	var expires string
	err := s.db.Read().QueryRowContext(ctx, `SELECT kind, language, expires_at FROM preferences WHERE hash = $1`, hash).Scan(&p.Kind, &p.Language, &expires)
	if err != nil {
		return p, store.Found(err, "This link is not known here or has ended. You can ask for a new one.")
	}
	p.Expires = store.ParseTime(expires)
	p.Territories, err = store.Strings(ctx, s.db.Read(), `SELECT territory FROM preference_territories WHERE hash = $1 ORDER BY territory`, hash)
	return p, err
}

// Put stores what stands behind capabilities and takes others out, in one
// transaction, and empties the log so that what was taken out is gone and a
// reader without the right to write sees the newest state.
func (s *Store) Put(ctx context.Context, put []subscription.Preferences, gone []string) error {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		for _, hash := range gone {
			if err := store.Exec(ctx, tx, `DELETE FROM preferences WHERE hash = $1`, hash); err != nil {
				return err
			}
		}
		for _, p := range put {
			if err := putOne(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.db.Checkpoint(ctx)
}

func putOne(ctx context.Context, tx store.Tx, p subscription.Preferences) error {
	if err := store.Exec(ctx, tx, `INSERT INTO preferences (hash, kind, language, expires_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (hash) DO UPDATE SET kind = excluded.kind, language = excluded.language, expires_at = excluded.expires_at`,
		p.Hash, string(p.Kind), p.Language, store.Time(p.Expires)); err != nil {
		return err
	}
	if err := store.Exec(ctx, tx, `DELETE FROM preference_territories WHERE hash = $1`, p.Hash); err != nil {
		return err
	}
	for _, t := range p.Territories {
		if err := store.Exec(ctx, tx, `INSERT INTO preference_territories (hash, territory) VALUES ($1, $2) ON CONFLICT DO NOTHING`, p.Hash, t); err != nil {
			return err
		}
	}
	return nil
}
