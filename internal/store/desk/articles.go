package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

const articleColumns = `id, capture_id, source_id, stage, title, title_by_desk, standfirst, outlet, published, address, language,
	text, html, dateline, confidence, reader, text_hash, same_as, sensitivity, licence, version, edition_version,
	published_at, created_at, updated_at, attempts, last_error, post, markdown,
	part, dateline_rule, dateline_confidence, story, similarity, revises, credit, image_address, image_caption, image_credit, image_alt`

func scanArticle(r store.Row) (desk.Article, error) {
	var a desk.Article
	var byDesk int
	var published, created, updated string
	err := r.Scan(&a.ID, &a.CaptureID, &a.SourceID, &a.Stage, &a.Title, &byDesk, &a.Standfirst, &a.Outlet, &a.Published, &a.Address,
		&a.Language, &a.Text, &a.HTML, &a.Dateline, &a.Confidence, &a.Reader, &a.TextHash, &a.SameAs, &a.Sensitivity, &a.Licence,
		&a.Version, &a.EditionVersion, &published, &created, &updated, &a.Attempts, &a.LastError,
		&a.Post, &a.Markdown, &a.Part, &a.Form, &a.FormSure, &a.Story, &a.Similarity, &a.Revises,
		&a.Credit, &a.Image.Address, &a.Image.Caption, &a.Image.Credit, &a.Image.Alt)
	if err != nil {
		return a, err
	}
	a.TitleByDesk = byDesk == 1
	a.PublishedAt, a.CreatedAt, a.UpdatedAt = store.ParseTime(published), store.ParseTime(created), store.ParseTime(updated)
	return a, nil
}

// Article gives one article with its lists. Errors: NotFound.
func (s *Store) Article(ctx context.Context, id string) (desk.Article, error) {
	a, err := scanArticle(s.db.Read().QueryRowContext(ctx, `SELECT `+articleColumns+` FROM articles WHERE id = $1`, id))
	if err != nil {
		return a, store.Found(err, "There is no article %q.", id)
	}
	return a, s.fillLists(ctx, &a)
}

func (s *Store) fillLists(ctx context.Context, a *desk.Article) (err error) {
	q := s.db.Read()
	if a.Byline, err = store.Strings(ctx, q, `SELECT name FROM article_bylines WHERE article_id = $1 ORDER BY position`, a.ID); err != nil {
		return err
	}
	if a.Territories, err = store.Strings(ctx, q, `SELECT territory FROM article_territories WHERE article_id = $1 ORDER BY territory`, a.ID); err != nil {
		return err
	}
	if a.Terms, err = store.Strings(ctx, q, `SELECT term FROM article_terms WHERE article_id = $1 ORDER BY term`, a.ID); err != nil {
		return err
	}
	a.Removed, err = store.All(ctx, q, func(r store.Row) (x desk.Removed, err error) { return x, r.Scan(&x.Kind, &x.Text) },
		`SELECT kind, text FROM article_removed WHERE article_id = $1 ORDER BY position`, a.ID)
	if err != nil {
		return err
	}
	a.Doubts, err = store.All(ctx, q, scanDoubt, `SELECT kind, text, kept FROM article_doubts WHERE article_id = $1 ORDER BY position`, a.ID)
	return err
}

func scanDoubt(r store.Row) (m desk.Doubt, err error) {
	var kept int
	err = r.Scan(&m.Kind, &m.Text, &kept)
	m.Kept = kept == 1
	return m, err
}

// saveLists replaces an article's byline, territories and terms, its removed
// parts and the doubts about it.
func saveLists(ctx context.Context, tx store.Tx, a desk.Article) error {
	if err := store.Exec(ctx, tx, `DELETE FROM article_bylines WHERE article_id = $1`, a.ID); err != nil {
		return err
	}
	for i, name := range a.Byline {
		if err := store.Exec(ctx, tx, `INSERT INTO article_bylines (article_id, position, name) VALUES ($1, $2, $3)`, a.ID, i, store.Clean(name)); err != nil {
			return err
		}
	}
	if err := store.Exec(ctx, tx, `DELETE FROM article_territories WHERE article_id = $1`, a.ID); err != nil {
		return err
	}
	for _, t := range a.Territories {
		if err := store.Exec(ctx, tx, `INSERT INTO article_territories (article_id, territory) VALUES ($1, $2) ON CONFLICT DO NOTHING`, a.ID, t); err != nil {
			return err
		}
	}
	if err := saveTerms(ctx, tx, a); err != nil {
		return err
	}
	if err := store.Exec(ctx, tx, `DELETE FROM article_removed WHERE article_id = $1`, a.ID); err != nil {
		return err
	}
	for i, x := range a.Removed {
		if err := store.Exec(ctx, tx, `INSERT INTO article_removed (article_id, position, kind, text) VALUES ($1, $2, $3, $4)`, a.ID, i, x.Kind, store.Clean(x.Text)); err != nil {
			return err
		}
	}
	return saveDoubts(ctx, tx, a)
}

// saveDoubts replaces the doubts about an article's text: those of paragraphs that it
// does not have any more go.
func saveDoubts(ctx context.Context, tx store.Tx, a desk.Article) error {
	if err := store.Exec(ctx, tx, `DELETE FROM article_doubts WHERE article_id = $1`, a.ID); err != nil {
		return err
	}
	paragraphs := strings.Split(store.Clean(a.Text), "\n\n")
	for i, m := range a.Doubts {
		if text := store.Clean(m.Text); slices.Contains(paragraphs, text) {
			if err := store.Exec(ctx, tx, `INSERT INTO article_doubts (article_id, position, kind, text, kept) VALUES ($1, $2, $3, $4, $5)`,
				a.ID, i, m.Kind, text, store.Bool(m.Kept)); err != nil {
				return err
			}
		}
	}
	return nil
}

func saveTerms(ctx context.Context, tx store.Tx, a desk.Article) error {
	if err := store.Exec(ctx, tx, `DELETE FROM article_terms WHERE article_id = $1`, a.ID); err != nil {
		return err
	}
	for _, t := range a.Terms {
		if err := store.Exec(ctx, tx, `INSERT INTO article_terms (article_id, term) VALUES ($1, $2) ON CONFLICT DO NOTHING`, a.ID, t); err != nil {
			return err
		}
	}
	return nil
}

// Findings gives what the machine proposes about an article, most certain first.
func (s *Store) Findings(ctx context.Context, articleID string) ([]desk.Finding, error) {
	q := s.db.Read()
	list, err := store.All(ctx, q, func(r store.Row) (f desk.Finding, err error) {
		return f, r.Scan(&f.ID, &f.ArticleID, &f.Kind, &f.Value, &f.Score, &f.Count, &f.Rule)
	}, `SELECT id, article_id, kind, value, score, mentions, rule FROM findings WHERE article_id = $1
		ORDER BY kind, score DESC, mentions DESC, value`, articleID)
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, f := range list {
		at[f.ID] = i
	}
	_, err = store.All(ctx, q, func(r store.Row) (struct{}, error) {
		var id string
		var sp desk.Span
		err := r.Scan(&id, &sp.Begin, &sp.End, &sp.Words)
		if i, there := at[id]; there {
			list[i].Spans = append(list[i].Spans, sp)
		}
		return struct{}{}, err
	}, `SELECT s.finding_id, s.begins, s.ends, s.words FROM finding_spans s JOIN findings f ON f.id = s.finding_id WHERE f.article_id = $1
		ORDER BY s.finding_id, s.position`, articleID)
	return list, err
}

// DecideArticle stores an article as a person decided it, with the decision
// and its audit entries, in one transaction. a.Version is the version that was
// read; the stored article, one version on, is given back. What leaves the
// public is written to the list of stops first. Errors: Conflict when somebody was faster.
func (s *Store) DecideArticle(ctx context.Context, a desk.Article, d desk.Decision) (desk.Article, error) {
	if err := desk.CheckStory(a); err != nil {
		return a, err
	}
	if a.Stage == desk.StagePublished && a.PublishedAt.IsZero() {
		a.PublishedAt = d.At
	}
	if d.Verb == desk.VerbRefuse && a.Story != "" ||
		d.Verb == desk.VerbWithdraw || d.Verb == desk.VerbUndo && a.Stage != desk.StagePublished && !a.PublishedAt.IsZero() {
		if err := s.stops.Add(store.Stop{At: d.At, Kind: store.StopWithdrawn, ID: a.ID}); err != nil {
			return a, err
		}
	}
	err := s.db.Write(ctx, func(tx store.Tx) error {
		if err := updateDecided(ctx, tx, a, d.At); err != nil {
			return err
		}
		if err := saveLists(ctx, tx, a); err != nil {
			return err
		}
		if err := decideStory(ctx, tx, a, d.Changes); err != nil {
			return err
		}
		if err := askAgain(ctx, tx, a.ID, d.Changes); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if err != nil {
		return a, err
	}
	return s.Article(ctx, a.ID)
}

// inPublic are the stages whose changes the edition must hear of.
const inPublic = `('published', 'withdrawn')`

func updateDecided(ctx context.Context, tx store.Tx, a desk.Article, now time.Time) error {
	// What never was public leaves nothing to carry over to the edition.
	n, err := store.Changed(ctx, tx, `UPDATE articles SET stage = $1, title = $2, title_by_desk = $3, standfirst = $4, outlet = $5,
		published = $6, address = $7, language = $8, text = $9, html = $10, sensitivity = $11, licence = $12, published_at = $13,
		updated_at = $14, version = version + 1,
		edition_version = CASE WHEN stage IN `+inPublic+` OR CAST($1 AS TEXT) IN `+inPublic+` OR published_at <> '' THEN edition_version ELSE version + 1 END,
		post = $15, markdown = $16, capture_id = $17, story = $18, named = 0, credit = $19 WHERE id = $20 AND version = $21`,
		string(a.Stage), store.Clean(a.Title), store.Bool(a.TitleByDesk), store.Clean(a.Standfirst), store.Clean(a.Outlet), a.Published,
		store.Clean(a.Address), a.Language, store.Clean(a.Text), store.Clean(a.HTML), string(a.Sensitivity), string(a.Licence),
		store.Time(a.PublishedAt), store.Time(now), string(a.Post), store.Clean(a.Markdown), a.CaptureID, a.Story, store.Clean(a.Credit), a.ID, a.Version)
	if err == nil && n == 0 {
		err = conflict()
	}
	return err
}
