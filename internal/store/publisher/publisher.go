// Package publisher is the writing handle on the edition room. Only work opens
// it. What it puts is newer than what is there, or is not put: a stale version
// never comes back after a withdrawal.
package publisher

import (
	"context"
	"encoding/base64"
	"time"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
)

// Store is the edition room, to be written.
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

// GrantTo lets serve's role read (PostgreSQL).
func (s *Store) GrantTo(ctx context.Context, role string) error {
	var grants []store.Grant
	for _, t := range edition.Tables {
		grants = append(grants, store.Grant{Right: "SELECT", Table: t})
	}
	return s.db.GrantTo(ctx, role, grants)
}

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// Sweep empties the write-ahead log, so that nothing that was taken out stays
// on the disk and a reader without the right to write sees the newest state.
// Errors: Unavailable while a reader is in the way; try again.
func (s *Store) Sweep(ctx context.Context) error { return s.db.Checkpoint(ctx) }

// PutSettings stores what the edition says about the organisation.
func (s *Store) PutSettings(ctx context.Context, v public.Settings) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for name, value := range map[string]string{
			edition.SettingOrganisation: v.Organisation, edition.SettingSiteURL: v.SiteURL,
			edition.SettingIntakeKey: base64.StdEncoding.EncodeToString(v.IntakeKey),
		} {
			if err := store.Exec(ctx, tx, `INSERT INTO settings (name, value) VALUES ($1, $2)
				ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value); err != nil {
				return err
			}
		}
		return nil
	})
}

// PutSnippet stores a snippet, if it is newer than what is there.
func (s *Store) PutSnippet(ctx context.Context, sn public.Snippet) error {
	return s.snippet(ctx, sn)
}

// RemoveSnippet takes a snippet out and remembers its version.
func (s *Store) RemoveSnippet(ctx context.Context, id string, version int) error {
	return s.snippet(ctx, public.Snippet{ID: id, Version: version})
}

func (s *Store) snippet(ctx context.Context, sn public.Snippet) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `INSERT INTO snippets (id, version, html, position) VALUES ($1, $2, $3, $4)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, html = excluded.html, position = excluded.position
			WHERE excluded.version > snippets.version`, sn.ID, sn.Version, store.Clean(sn.HTML), sn.Position)
		if err != nil || n == 0 {
			return err
		}
		if err := store.Exec(ctx, tx, `DELETE FROM snippet_placements WHERE snippet_id = $1`, sn.ID); err != nil {
			return err
		}
		for _, t := range sn.Placements {
			if err := store.Exec(ctx, tx, `INSERT INTO snippet_placements (snippet_id, territory) VALUES ($1, $2) ON CONFLICT DO NOTHING`, sn.ID, t); err != nil {
				return err
			}
		}
		return nil
	})
}

// PutIssue stores an issue in the archive, if it is newer than what is there.
func (s *Store) PutIssue(ctx context.Context, i public.Issue, version int) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `INSERT INTO issues (id, version, title, sent) VALUES ($1, $2, $3, $4)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title, sent = excluded.sent
			WHERE excluded.version > issues.version`, i.ID, version, store.Clean(i.Title), store.Time(i.Sent))
		if err != nil || n == 0 {
			return err
		}
		if err := store.Exec(ctx, tx, `DELETE FROM issue_articles WHERE issue_id = $1`, i.ID); err != nil {
			return err
		}
		for n, article := range i.Articles {
			if err := store.Exec(ctx, tx, `INSERT INTO issue_articles (issue_id, position, article_id) VALUES ($1, $2, $3)`, i.ID, n, article); err != nil {
				return err
			}
		}
		return nil
	})
}
