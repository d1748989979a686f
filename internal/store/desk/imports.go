package desk

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Imported gives those of a site's posts that were imported before, by their
// number.
func (s *Store) Imported(ctx context.Context, site string, posts []string) (map[string]desk.Known, error) {
	out := map[string]desk.Known{}
	in, args := "''", []any{site}
	for i, p := range posts {
		in += ", $" + strconv.Itoa(i+2)
		args = append(args, p)
	}
	_, err := store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var post string
		var k desk.Known
		err := r.Scan(&post, &k.ArticleID, &k.SHA256)
		out[post] = k
		return struct{}{}, err
	}, `SELECT i.post_id, i.article_id, c.sha256 FROM imports i JOIN articles a ON a.id = i.article_id
		JOIN captures c ON c.id = a.capture_id WHERE i.site = $1 AND i.post_id IN (`+in+`)`, args...)
	return out, err
}

// addImport adds the capture of a post of another site, with what makes it
// known and where it was found before, unless the post is there already.
func addImport(ctx context.Context, tx store.Tx, in desk.Inward) (desk.Stored, error) {
	im := *in.Import
	known, err := store.Strings(ctx, tx, `SELECT article_id FROM imports WHERE site = $1 AND post_id = $2`, im.Site, im.PostID)
	if err != nil {
		return desk.Stored{}, err
	}
	if len(known) > 0 {
		return desk.Stored{ArticleID: known[0]}, nil
	}
	out, err := addPlain(ctx, tx, in)
	if err != nil {
		return out, err
	}
	n, err := store.Changed(ctx, tx, `INSERT INTO imports (site, post_id, article_id, outlet, author, language, publish_by, settled, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (site, post_id) DO NOTHING`,
		im.Site, im.PostID, out.ArticleID, store.Clean(im.Outlet), store.Clean(im.Author), im.Language, im.PublishBy,
		store.Bool(im.PublishBy == ""), store.Time(in.Capture.At))
	if err == nil && n == 0 {
		err = conflict() // another import of the site is running
	}
	if err != nil {
		return out, err
	}
	out.Taken, err = addRedirects(ctx, tx, out.ArticleID, im.Paths)
	return out, err
}

// addRedirects has old paths lead to an article, and gives those that lead to
// another one already.
func addRedirects(ctx context.Context, tx store.Tx, articleID string, paths []string) (taken []string, err error) {
	for _, path := range paths {
		n, err := store.Changed(ctx, tx, `INSERT INTO redirects (path, article_id) VALUES ($1, $2) ON CONFLICT (path) DO NOTHING`,
			store.Clean(path), articleID)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			continue
		}
		mine, err := store.Strings(ctx, tx, `SELECT path FROM redirects WHERE path = $1 AND article_id = $2`, store.Clean(path), articleID)
		if err != nil {
			return nil, err
		}
		if len(mine) == 0 {
			taken = append(taken, path)
		}
	}
	return taken, nil
}

// AddOldPaths has more old paths lead to articles, by their ids, such as those
// of their pictures. A path that leads to another article stays with that one.
func (s *Store) AddOldPaths(ctx context.Context, paths map[string][]string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, id := range slices.Sorted(maps.Keys(paths)) {
			if _, err := addRedirects(ctx, tx, id, paths[id]); err != nil {
				return err
			}
			if err := store.Exec(ctx, tx, `UPDATE articles SET edition_version = version - 1
				WHERE id = $1 AND edition_version = version AND published_at <> ''`, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// leadToSame has the edition hear of the old paths of an article that turned
// out to be the same as one that is public: they lead there.
func leadToSame(ctx context.Context, tx store.Tx, a desk.Article) error {
	return store.Exec(ctx, tx, `UPDATE articles SET edition_version = version - 1 WHERE id = $1 AND edition_version = version
		AND published_at <> '' AND EXISTS (SELECT 1 FROM redirects r WHERE r.article_id = $2)`, a.SameAs, a.ID)
}

// OldPaths gives, by [public.PathHash], where readers found an article before
// it came here, and where they found those that carry the same text.
func (s *Store) OldPaths(ctx context.Context, articleID string) ([]string, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (hash string, err error) {
		err = r.Scan(&hash)
		if hashed, found := strings.CutPrefix(hash, hashedPath); found {
			return hashed, err
		}
		return public.PathHash(hash), err
	}, `SELECT path FROM redirects WHERE article_id = $1 UNION
		SELECT r.path FROM redirects r JOIN articles a ON a.id = r.article_id WHERE a.same_as = $1 AND a.stage = $2 ORDER BY 1`,
		articleID, string(desk.StageDuplicate))
}

// ToPublish gives up to n imported articles that have been read and are to be
// made public as somebody decided when they were imported.
func (s *Store) ToPublish(ctx context.Context, n int) ([]desk.ToPublish, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (p desk.ToPublish, err error) {
		return p, r.Scan(&p.Site, &p.PostID, &p.ArticleID, &p.Account)
	}, `SELECT i.site, i.post_id, i.article_id, i.publish_by FROM imports i JOIN articles a ON a.id = i.article_id
		WHERE i.settled = 0 AND a.stage <> $1 ORDER BY i.site, i.post_id LIMIT $2`, string(desk.StageUnread), n)
}

// Settled notes that nothing is left to be done for imported articles: they are
// public, or wait for an editor.
func (s *Store) Settled(ctx context.Context, list []desk.ToPublish) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, p := range list {
			if err := store.Exec(ctx, tx, `UPDATE imports SET settled = 1 WHERE site = $1 AND post_id = $2`, p.Site, p.PostID); err != nil {
				return err
			}
		}
		return nil
	})
}
