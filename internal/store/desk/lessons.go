package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// Marks gives what people decided about the findings of an article.
func (s *Store) Marks(ctx context.Context, articleID string) ([]desk.FindingMark, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (m desk.FindingMark, err error) {
		return m, r.Scan(&m.ArticleID, &m.Kind, &m.Value, &m.State)
	}, `SELECT article_id, kind, value, state FROM finding_marks WHERE article_id = $1 ORDER BY kind, value`, articleID)
}

// MarkFinding stores what a person decided about a finding, with the decision,
// and what the correction teaches, nil for nothing: a lesson that was taught
// before is counted once more.
func (s *Store) MarkFinding(ctx context.Context, m desk.FindingMark, taught *desk.Lesson, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `INSERT INTO finding_marks (article_id, kind, value, state) SELECT id, $2, $3, $4 FROM articles WHERE id = $1 AND stage <> 'erased'
			ON CONFLICT (article_id, kind, value) DO UPDATE SET state = excluded.state WHERE finding_marks.state <> excluded.state`,
			m.ArticleID, string(m.Kind), store.Clean(m.Value), string(m.State))
		if err == nil && n == 0 {
			err = decidedBefore()
		}
		if err == nil && taught != nil {
			err = teach(ctx, tx, *taught, d)
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

func teach(ctx context.Context, tx store.Tx, l desk.Lesson, d desk.Decision) error {
	// Where the same is taught of everywhere, or was confirmed for this source, it is that one.
	known, err := store.Strings(ctx, tx, `SELECT id FROM lessons WHERE kind = $1 AND value = $2 AND folded = $3 AND meaning = $4 AND source_id IN ('', $5) ORDER BY source_id`,
		string(l.Kind), store.Clean(l.Value), search.Fold(store.Clean(l.Words)), l.Meaning, l.SourceID)
	if err != nil {
		return err
	}
	if len(known) > 0 {
		return store.Exec(ctx, tx, `UPDATE lessons SET times = times + 1 WHERE id = $1`, known[0])
	}
	return store.Exec(ctx, tx, `INSERT INTO lessons (id, kind, value, words, folded, meaning, source_id, state, article_id, times, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, 1, $9)
		ON CONFLICT (kind, value, folded, meaning, source_id) DO UPDATE SET times = lessons.times + 1`,
		l.ID, string(l.Kind), store.Clean(l.Value), store.Clean(l.Words), search.Fold(store.Clean(l.Words)), l.Meaning, l.SourceID, l.ArticleID, store.Time(d.At))
}

const lessonColumns = `l.id, l.kind, l.value, l.words, l.meaning, l.source_id, l.state, l.article_id, l.times, l.created_at`

func scanLesson(r store.Row) (l desk.Lesson, err error) {
	var created string
	err = r.Scan(&l.ID, &l.Kind, &l.Value, &l.Words, &l.Meaning, &l.SourceID, &l.State, &l.ArticleID, &l.Times, &created)
	l.CreatedAt = store.ParseTime(created)
	return l, err
}

// Lessons gives up to n lessons in a state, what was taught most often first.
func (s *Store) Lessons(ctx context.Context, state desk.LessonState, n int) ([]desk.LessonLine, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (l desk.LessonLine, err error) {
		l.Lesson, err = scanLesson(with{r, []any{&l.Source, &l.Article}})
		return l, err
	}, `SELECT `+lessonColumns+`, COALESCE(s.outlet, ''), a.title FROM lessons l JOIN articles a ON a.id = l.article_id LEFT JOIN sources s ON s.id = l.source_id
		WHERE l.state = $1 ORDER BY l.times DESC, l.created_at DESC, l.id LIMIT $2`, string(state), n)
}

// Lesson gives one lesson. Errors: NotFound.
func (s *Store) Lesson(ctx context.Context, id string) (desk.Lesson, error) {
	l, err := scanLesson(s.db.Read().QueryRowContext(ctx, `SELECT `+lessonColumns+` FROM lessons l WHERE l.id = $1`, id))
	return l, store.Found(err, "There is no entry %q in the desk’s own lists.", id)
}

// DecideLesson moves a lesson from the state that was seen to another one, for
// its source or, when everywhere is true, for all, with the decision. Errors:
// Conflict when somebody was faster, or when there is the same for all already.
func (s *Store) DecideLesson(ctx context.Context, seen desk.Lesson, to desk.LessonState, everywhere bool, d desk.Decision) error {
	source := seen.SourceID
	if everywhere {
		source = ""
	}
	err := s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE lessons SET state = $1, source_id = $2 WHERE id = $3 AND state = $4 AND source_id = $5`,
			string(to), source, seen.ID, string(seen.State), seen.SourceID)
		if err == nil && n == 0 {
			err = decidedBefore()
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if store.IsUnique(err) {
		return fault.New(fault.Conflict, "The desk’s own lists say the same for all sources already.")
	}
	return err
}

// UsedLessons gives the lessons by which texts of a source are analysed.
func (s *Store) UsedLessons(ctx context.Context, sourceID string) ([]desk.Lesson, error) {
	return store.All(ctx, s.db.Read(), scanLesson, `SELECT `+lessonColumns+` FROM lessons l WHERE l.state = 'used' AND l.source_id IN ('', $1) ORDER BY l.created_at, l.id`, sourceID)
}
