package desk

import (
	"context"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const questionColumns = `id, title, territory, origin, measure, unit, since, until, definition, scope, editor, closed, version, created_at, updated_at`

func scanQuestion(r store.Row) (q desk.Question, err error) {
	var closed int
	var created, updated string
	err = r.Scan(&q.ID, &q.Title, &q.Territory, &q.Origin, &q.Measure, &q.Unit, &q.Since, &q.Until, &q.Definition, &q.Scope, &q.Editor, &closed, &q.Version,
		&created, &updated)
	q.Closed, q.CreatedAt, q.UpdatedAt = closed == 1, store.ParseTime(created), store.ParseTime(updated)
	return q, err
}

// questions gives those that meet a condition, with their terms.
func questions(ctx context.Context, q store.Querier, which string, args ...any) ([]desk.Question, error) {
	list, err := store.All(ctx, q, scanQuestion, `SELECT `+questionColumns+` FROM questions `+which, args...)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	at := map[string]*desk.Question{}
	for i := range list {
		at[list[i].ID] = &list[i]
	}
	query, only := `SELECT question_id, acts, language, term FROM question_terms ORDER BY question_id, position`, []any(nil)
	if len(list) == 1 {
		query, only = `SELECT question_id, acts, language, term FROM question_terms WHERE question_id = $1 ORDER BY position`, []any{list[0].ID}
	}
	_, err = store.All(ctx, q, func(r store.Row) (t desk.Term, err error) {
		var id string
		var acts int
		err = r.Scan(&id, &acts, &t.Language, &t.Text)
		switch x := at[id]; {
		case x == nil:
		case acts == 1:
			x.Acts = append(x.Acts, t)
		default:
			x.Terms = append(x.Terms, t)
		}
		return t, err
	}, query, only...)
	return list, err
}

// Questions gives the questions with what waits for them, those of one
// territory after the other, closed ones last.
func (s *Store) Questions(ctx context.Context) ([]desk.QuestionLine, error) {
	list, err := questions(ctx, s.db.Read(), `ORDER BY closed, territory, title, id`)
	if err != nil {
		return nil, err
	}
	out := make([]desk.QuestionLine, len(list))
	for i, q := range list {
		out[i].Question = q
	}
	for _, count := range []struct {
		query string
		into  func(*desk.QuestionLine) *int
	}{
		{`SELECT l.question_id, COUNT(*) FROM ` + waiting + ` GROUP BY l.question_id`, func(l *desk.QuestionLine) *int { return &l.Waiting }},
		{`SELECT question_id, COUNT(*) FROM question_claims WHERE state = 'linked' GROUP BY question_id`, func(l *desk.QuestionLine) *int { return &l.Linked }},
		{`SELECT question_id, COUNT(*) FROM figures WHERE withdrawn = 0 GROUP BY question_id`, func(l *desk.QuestionLine) *int { return &l.Figures }},
	} {
		found, err := counts(ctx, s.db.Read(), count.query)
		if err != nil {
			return nil, err
		}
		for i := range out {
			*count.into(&out[i]) = found[out[i].ID]
		}
	}
	return out, nil
}

// counts gives numbers by the id before them.
func counts(ctx context.Context, q store.Querier, query string, args ...any) (map[string]int, error) {
	out := map[string]int{}
	_, err := store.All(ctx, q, func(r store.Row) (id string, err error) {
		var n int
		err = r.Scan(&id, &n)
		out[id] = n
		return id, err
	}, query, args...)
	return out, err
}

// Question gives one question. Errors: NotFound.
func (s *Store) Question(ctx context.Context, id string) (desk.Question, error) {
	list, err := questions(ctx, s.db.Read(), `WHERE id = $1`, id)
	if err == nil && len(list) == 0 {
		err = fault.New(fault.NotFound, "There is no question %q.", id)
	}
	if err != nil {
		return desk.Question{}, err
	}
	return list[0], nil
}

// SaveQuestion stores a question, with the decision. Version 0 adds it;
// otherwise q.Version is the version that was read. What was proposed for its
// older form is taken back, and all claims that there are are compared anew; its
// figures go to the edition again. Errors: Invalid for one that lacks something,
// Conflict when somebody was faster.
func (s *Store) SaveQuestion(ctx context.Context, q desk.Question, d desk.Decision) error {
	if err := desk.CheckQuestion(q); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := askingTurn(ctx, tx); err != nil {
			return err
		}
		if q.Version == 0 {
			if err := addQuestion(ctx, tx, q, d); err != nil {
				return err
			}
		}
		n, err := store.Changed(ctx, tx, `UPDATE questions SET title = $1, territory = $2, origin = $3, measure = $4, unit = $5, since = $6, until = $7,
			definition = $8, scope = $9, editor = $10, closed = $11, updated_at = $12, asked_after = '', version = version + 1 WHERE id = $13 AND version = $14`,
			store.Clean(q.Title), q.Territory, q.Origin, q.Measure, store.Clean(q.Unit), q.Since, q.Until, store.Clean(q.Definition), store.Clean(q.Scope),
			q.Editor, store.Bool(q.Closed), store.Time(d.At), q.ID, q.Version)
		if err == nil && n == 0 {
			err = conflict()
		}
		if err != nil {
			return err
		}
		if err := saveQuestionTerms(ctx, tx, q); err != nil {
			return err
		}
		for _, statement := range []string{
			`DELETE FROM question_claims WHERE question_id = $1 AND state = 'proposed'`,
			`UPDATE figures SET version = version + 1 WHERE question_id = $1`,
		} {
			if err := store.Exec(ctx, tx, statement, q.ID); err != nil {
				return err
			}
		}
		return decide(ctx, tx, d)
	})
}

func addQuestion(ctx context.Context, tx store.Tx, q desk.Question, d desk.Decision) error {
	return store.Exec(ctx, tx, `INSERT INTO questions (id, title, territory, origin, measure, unit, since, until, definition, scope, editor, closed, version, asked,
		asked_after, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0, '', $13, $13)`,
		q.ID, store.Clean(q.Title), q.Territory, q.Origin, q.Measure, store.Clean(q.Unit), q.Since, q.Until, store.Clean(q.Definition), store.Clean(q.Scope), q.Editor,
		store.Bool(q.Closed), store.Time(d.At))
}

func saveQuestionTerms(ctx context.Context, tx store.Tx, q desk.Question) error {
	if err := store.Exec(ctx, tx, `DELETE FROM question_terms WHERE question_id = $1`, q.ID); err != nil {
		return err
	}
	for i, t := range slices.Concat(q.Terms, q.Acts) {
		if err := store.Exec(ctx, tx, `INSERT INTO question_terms (question_id, position, acts, language, term) VALUES ($1, $2, $3, $4, $5)`,
			q.ID, i, store.Bool(i >= len(q.Terms)), store.Clean(t.Language), store.Clean(t.Text)); err != nil {
			return err
		}
	}
	return nil
}

// askedBy gives the id of the question that a figure answers. One that was
// decided without a question gets its own.
func askedBy(ctx context.Context, tx store.Tx, f desk.Figure, d desk.Decision) (string, error) {
	q := desk.QuestionOf(f)
	if f.QuestionID == "" {
		f.QuestionID = q.ID
	}
	found, err := questions(ctx, tx, `WHERE id = $1`, f.QuestionID)
	switch {
	case err != nil:
		return "", err
	case len(found) > 0:
		return f.QuestionID, desk.CheckAnswer(f, found[0])
	case f.QuestionID != q.ID:
		return "", fault.New(fault.NotFound, "There is no question %q.", f.QuestionID)
	}
	if err := addQuestion(ctx, tx, q, d); err != nil {
		return "", err
	}
	return q.ID, store.Exec(ctx, tx, `UPDATE questions SET version = 1, asked = 1 WHERE id = $1`, q.ID)
}

// linkFigure links the claims of a figure to its question, as it uses them.
func linkFigure(ctx context.Context, tx store.Tx, f desk.Figure, d desk.Decision) error {
	if f.Withdrawn {
		return nil
	}
	for i, id := range append(append([]string{}, f.Claims...), f.Beside...) {
		state := desk.Linked
		if i >= len(f.Claims) {
			state = desk.LinkBeside
		}
		if err := link(ctx, tx, f.QuestionID, id, state, d); err != nil {
			return err
		}
	}
	return nil
}
