// Package publisher is the writing handle on the edition room. Only work opens
// it; what it writes comes from package publish.
//
// Every record has the version of the desk's record that it was made from. An
// older version never replaces a newer one, and what was taken out leaves its id
// and version behind, so that nothing that comes late brings it back. Writers
// wait for each other.
//
// After every batch of changes the caller calls [Store.Sweep]: only then is
// what was removed gone from the disk, and only then does a reader without the
// right to write in the folder surely see the change.
package publisher

import (
	"context"
	"time"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
)

// Store is the edition, to write.
type Store struct{ db *store.DB }

// New makes the handle on an open database.
func New(db *store.DB) *Store { return &Store{db} }

// Migrate brings the room to the newest schema; see [store.DB.Migrate].
func (s *Store) Migrate(ctx context.Context, backups string, now time.Time) error {
	return s.db.Migrate(ctx, edition.Migrations, backups, now)
}

// Version gives the schema's number now and the newest this program knows.
func (s *Store) Version(ctx context.Context) (current, target int64, err error) {
	return s.db.Version(ctx, edition.Migrations)
}

// Grants lists what serve's role on PostgreSQL may do with the room: read it.
func (s *Store) Grants() []store.Grant {
	var out []store.Grant
	for _, table := range []string{"settings", "articles", "article_bylines", "article_territories", "article_terms", "counts", "snippets", "placements",
		"issues", "issue_articles", "gone", "search",
		"cases", "case_names", "case_acts", "case_episodes", "case_sources", "case_search", "claims", "claim_terms", "figures", "figure_claims", "redirects", "appearances"} {
		out = append(out, store.Grant{Right: "SELECT", Table: table})
	}
	return out
}

// GrantTo lets serve's role read (PostgreSQL).
func (s *Store) GrantTo(ctx context.Context, role string) error {
	return s.db.GrantTo(ctx, role, s.Grants())
}

// BackupTo writes a whole copy of the room to a new file (SQLite only).
func (s *Store) BackupTo(ctx context.Context, path string) error { return s.db.BackupTo(ctx, path) }

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// Sweep empties SQLite's log into the database file. Errors: Unavailable when a
// reader is in the way; the caller calls it again. On PostgreSQL there is
// nothing to do: its own vacuum reuses the room of what was removed.
func (s *Store) Sweep(ctx context.Context) error { return s.db.Checkpoint(ctx) }

// write runs fn in a transaction when no other writer is at work.
func (s *Store) write(ctx context.Context, fn func(tx store.Tx) error) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := store.Exec(ctx, tx, `UPDATE writers SET turns = turns + 1 WHERE id = 1`); err != nil {
			return err
		}
		return fn(tx)
	})
}

// statement is a statement with its arguments.
type statement struct {
	text string
	args []any
}

func run(ctx context.Context, tx store.Tx, list []statement) error {
	for _, x := range list {
		if err := store.Exec(ctx, tx, x.text, x.args...); err != nil {
			return err
		}
	}
	return nil
}

// PutSettings stores what the edition says about the organisation.
func (s *Store) PutSettings(ctx context.Context, x public.Settings) error {
	return s.write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `INSERT INTO settings (id, organisation, site_url, intake_key, contact, notice, colour, logo, logo_type)
			VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, site_url = excluded.site_url, intake_key = excluded.intake_key,
				contact = excluded.contact, notice = excluded.notice, colour = excluded.colour, logo = excluded.logo, logo_type = excluded.logo_type`,
			store.Clean(x.Organisation), store.Clean(x.SiteURL), append([]byte{}, x.IntakeKey...),
			store.Clean(x.Contact), store.Clean(x.Notice), x.Colour, append([]byte{}, x.Logo...), x.LogoType)
	})
}

// Clear takes everything but the settings out, before the edition is made
// again. What was withdrawn stays so.
func (s *Store) Clear(ctx context.Context) error {
	return s.write(ctx, func(tx store.Tx) error {
		list := []statement{{text: `DELETE FROM search`}, {text: `DELETE FROM case_search`}}
		if tx.Engine == store.SQLite {
			list = []statement{{text: `INSERT INTO search (search) VALUES ('delete-all')`}, {text: `DELETE FROM search_terms`},
				{text: `INSERT INTO case_search (case_search) VALUES ('delete-all')`}, {text: `DELETE FROM case_search_terms`}}
		}
		list = append(list, statement{text: `INSERT INTO gone (kind, id, version) SELECT 'claim', c.id, a.version FROM claims c JOIN articles a ON a.id = c.article_id WHERE 1 = 1
			ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version`}) // those that come back are not
		for _, table := range []string{"figure_claims", "figures", "claim_terms", "claims", "article_bylines", "article_territories", "article_terms", "articles", "counts", "placements", "snippets", "issue_articles", "issues", "redirects", "appearances",
			"case_names", "case_acts", "case_episodes", "case_sources", "cases"} {
			list = append(list, statement{text: `DELETE FROM ` + table})
		}
		return run(ctx, tx, list)
	})
}
