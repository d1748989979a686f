package desk

import (
	"context"
	"slices"
	"strconv"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const snippetColumns = `id, name, markdown, position, version, updated_at`

func scanSnippet(r store.Row) (desk.Snippet, error) {
	var s desk.Snippet
	var updated string
	err := r.Scan(&s.ID, &s.Name, &s.Markdown, &s.Position, &s.Version, &updated)
	if err == nil {
		s.UpdatedAt = store.ParseTime(updated)
	}
	return s, err
}

func (s *Store) fillPlacements(ctx context.Context, sn *desk.Snippet) (err error) {
	sn.Placements, err = store.Strings(ctx, s.db.Read(), `SELECT territory FROM snippet_placements WHERE snippet_id = $1 ORDER BY territory`, sn.ID)
	return err
}

// Snippets gives all snippets in the order in which they stand under articles.
func (s *Store) Snippets(ctx context.Context) ([]desk.Snippet, error) {
	list, err := store.All(ctx, s.db.Read(), scanSnippet, `SELECT `+snippetColumns+` FROM snippets WHERE deleted = 0 ORDER BY position, name`)
	for i := range list {
		if err == nil {
			err = s.fillPlacements(ctx, &list[i])
		}
	}
	return list, err
}

// Snippet gives one snippet. Errors: NotFound.
func (s *Store) Snippet(ctx context.Context, id string) (desk.Snippet, error) {
	sn, err := scanSnippet(s.db.Read().QueryRowContext(ctx, `SELECT `+snippetColumns+` FROM snippets WHERE id = $1 AND deleted = 0`, id))
	if err != nil {
		return sn, store.Found(err, "There is no snippet %q.", id)
	}
	return sn, s.fillPlacements(ctx, &sn)
}

// SaveSnippet adds a snippet (Version 0) or changes one. Errors: Conflict when
// its name is taken or Version is not the newest.
func (s *Store) SaveSnippet(ctx context.Context, sn desk.Snippet, d desk.Decision) error {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		if err := putSnippet(ctx, tx, sn, store.Time(d.At)); err != nil {
			return err
		}
		if err := putPlacements(ctx, tx, sn); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if store.IsUnique(err) {
		return fault.Wrap(fault.Conflict, err, "Another snippet is called %q already. Please choose another name", sn.Name)
	}
	return err
}

func putSnippet(ctx context.Context, tx store.Tx, sn desk.Snippet, now string) error {
	if sn.Version == 0 {
		return store.Exec(ctx, tx, `INSERT INTO snippets (id, name, markdown, position, version, edition_version, deleted, updated_at)
			VALUES ($1, $2, $3, $4, 1, 0, 0, $5)`, sn.ID, store.Clean(sn.Name), store.Clean(sn.Markdown), sn.Position, now)
	}
	n, err := store.Changed(ctx, tx, `UPDATE snippets SET name = $1, markdown = $2, position = $3, version = version + 1, updated_at = $4
		WHERE id = $5 AND version = $6 AND deleted = 0`, store.Clean(sn.Name), store.Clean(sn.Markdown), sn.Position, now, sn.ID, sn.Version)
	if err == nil && n == 0 {
		err = conflict()
	}
	return err
}

func putPlacements(ctx context.Context, tx store.Tx, sn desk.Snippet) error {
	if err := store.Exec(ctx, tx, `DELETE FROM snippet_placements WHERE snippet_id = $1`, sn.ID); err != nil {
		return err
	}
	for _, t := range sn.Placements {
		if err := store.Exec(ctx, tx, `INSERT INTO snippet_placements (snippet_id, territory) VALUES ($1, $2) ON CONFLICT DO NOTHING`, sn.ID, t); err != nil {
			return err
		}
	}
	return nil
}

// DeleteSnippet takes a snippet away, from the edition too. What it said stays
// in the audit entries of its decisions.
func (s *Store) DeleteSnippet(ctx context.Context, id string, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE snippets SET markdown = '', deleted = 1, version = version + 1, updated_at = $1
			WHERE id = $2 AND deleted = 0`, store.Time(d.At), id)
		if err != nil {
			return err
		}
		if n == 0 {
			return fault.New(fault.NotFound, "There is no snippet %q.", id)
		}
		if err := store.Exec(ctx, tx, `DELETE FROM snippet_placements WHERE snippet_id = $1`, id); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// PublishedAbout counts the published articles about any of the territories, of
// all of them for desk.Everywhere.
func (s *Store) PublishedAbout(ctx context.Context, territories []string) (n int, err error) {
	query, args := `SELECT COUNT(*) FROM articles WHERE stage = 'published'`, []any(nil)
	if !slices.Contains(territories, desk.Everywhere) {
		in := `''`
		for i, t := range territories {
			in += ", $" + strconv.Itoa(i+1)
			args = append(args, t)
		}
		query += ` AND EXISTS (SELECT 1 FROM article_territories t WHERE t.article_id = articles.id AND t.territory IN (` + in + `))`
	}
	return n, s.db.Read().QueryRowContext(ctx, query, args...).Scan(&n)
}
