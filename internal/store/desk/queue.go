package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

const itemColumns = `id, stage, title, outlet, published, language, sensitivity, last_error, created_at, version, post,
	CASE WHEN title = '' THEN SUBSTR(text, 1, 160) ELSE '' END, reader, confidence,
	(SELECT COUNT(*) FROM article_doubts d WHERE d.article_id = articles.id AND d.kept = 0)`

// Queue gives a page of articles in a stage, newest first, with the territories
// and terms that were decided, or proposed where nothing was decided yet.
func (s *Store) Queue(ctx context.Context, q desk.QueueQuery) ([]desk.QueueItem, error) {
	const columns = `SELECT ` + itemColumns + ` FROM articles `
	const order = ` ORDER BY created_at DESC, id DESC LIMIT $2`
	var list []desk.QueueItem
	var err error
	if q.Before == "" {
		list, err = store.All(ctx, s.db.Read(), scanItem, columns+`WHERE stage = $1`+ownStory(q.Stage)+order, string(q.Stage), q.Limit)
	} else {
		list, err = store.All(ctx, s.db.Read(), scanItem, columns+`WHERE stage = $1`+ownStory(q.Stage)+` AND (created_at, id) <
			(SELECT created_at, id FROM articles WHERE id = $3)`+order, string(q.Stage), q.Limit, q.Before)
	}
	if err != nil {
		return nil, err
	}
	return list, s.fillItems(ctx, list)
}

// Posts gives the organisation's own texts in all stages, last changed first.
func (s *Store) Posts(ctx context.Context, limit int) ([]desk.QueueItem, error) {
	list, err := store.All(ctx, s.db.Read(), scanItem, `SELECT `+itemColumns+` FROM articles WHERE post <> '' ORDER BY updated_at DESC, id DESC LIMIT $1`, limit)
	if err != nil {
		return nil, err
	}
	return list, s.fillItems(ctx, list)
}

// ownStory leaves copies out where editors have something to do: the article
// that stands for the story says how many there are.
func ownStory(stage desk.Stage) string {
	if stage == desk.StageWaiting {
		return ` AND story = ''`
	}
	return ""
}

func scanItem(r store.Row) (desk.QueueItem, error) {
	var i desk.QueueItem
	var a desk.Article
	var created string
	err := r.Scan(&i.ID, &i.Stage, &i.Title, &i.Outlet, &i.Published, &i.Language, &i.Sensitivity, &i.LastError, &created, &i.Version, &i.Post, &i.Beginning,
		&a.Reader, &a.Confidence, &i.Doubts)
	if err == nil {
		a.Post = i.Post
		i.Unsure = a.Unsure()
		i.CreatedAt = store.ParseTime(created)
	}
	return i, err
}

// fillItems adds the territories and the number of copies, each for all lines
// at once.
func (s *Store) fillItems(ctx context.Context, list []desk.QueueItem) error {
	if len(list) == 0 {
		return nil
	}
	in, ids := "", make([]any, len(list))
	at := map[string]*desk.QueueItem{}
	for i := range list {
		in += ", $" + strconv.Itoa(i+1)
		ids[i], at[list[i].ID] = list[i].ID, &list[i]
	}
	in = "(" + in[2:] + ")"
	facts, err := store.All(ctx, s.db.Read(), scanFact, `SELECT article_id, territory, 1 AS decided, 0 AS copies, 0.0 AS score FROM article_territories WHERE article_id IN `+in+`
		UNION ALL SELECT article_id, term, 1, 0, 0 FROM article_terms WHERE article_id IN `+in+`
		UNION ALL SELECT article_id, kind || ':' || value, 0, 0, score FROM findings f WHERE kind IN ('theme', 'act', 'group', 'community') AND score >= `+strconv.FormatFloat(desk.SureTerm, 'f', -1, 64)+` AND article_id IN `+in+` AND `+undecided+` AND `+unrefused+`
		UNION ALL SELECT article_id, CASE WHEN kind = '`+string(desk.FindingMentioned)+`' THEN value ELSE kind || ':' || value END, 0, 0, 0 FROM finding_marks f
			WHERE state = 'accepted' AND kind IN ('`+string(desk.FindingMentioned)+`', 'theme', 'act', 'group', 'community') AND article_id IN `+in+` AND `+undecided+`
		UNION ALL SELECT article_id, value, 0, 0, score FROM findings f WHERE kind = '`+string(desk.FindingAbout)+`' AND article_id IN `+in+` AND `+undecided+` AND `+unrefused+`
		UNION ALL SELECT story, '', SUM(CASE WHEN revises = '' THEN 0 ELSE 1 END), COUNT(*), 0 FROM articles WHERE story <> '' AND story IN `+in+` GROUP BY story
		ORDER BY 5 DESC, 2`, ids...)
	for _, f := range facts {
		i := at[f.id]
		if strings.Contains(f.territory, ":") {
			i.Terms = addNew(i.Terms, f.territory)
			continue
		}
		if f.territory != "" {
			i.About, i.Decided = addNew(i.About, f.territory), f.decided > 0
			continue
		}
		i.Copies, i.Versions = i.Copies+f.copies-f.decided, i.Versions+f.decided
	}
	return err
}

// What an article is about was decided by nobody yet, and nobody refused a
// finding f of it.
const (
	undecided = `NOT EXISTS (SELECT 1 FROM article_territories t WHERE t.article_id = f.article_id) AND NOT EXISTS (SELECT 1 FROM article_terms t WHERE t.article_id = f.article_id)`
	unrefused = `NOT EXISTS (SELECT 1 FROM finding_marks m WHERE m.article_id = f.article_id AND m.value = f.value AND m.state = 'refused'
		AND m.kind = CASE WHEN f.kind = '` + string(desk.FindingAbout) + `' THEN '` + string(desk.FindingMentioned) + `' ELSE f.kind END)`
)

func addNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// fact is a territory or a term of an article, or how many others carry its story.
type fact struct {
	id, territory string
	decided       int // 1 for a territory that was decided; of the others, how many are later versions
	copies        int
}

func scanFact(r store.Row) (f fact, err error) {
	var score float64
	return f, r.Scan(&f.id, &f.territory, &f.decided, &f.copies, &score)
}

// StageCounts gives how many articles are in each stage.
func (s *Store) StageCounts(ctx context.Context) (map[desk.Stage]int, error) {
	type count struct {
		stage desk.Stage
		n     int
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (c count, err error) { return c, r.Scan(&c.stage, &c.n) },
		`SELECT stage, COUNT(*) FROM articles WHERE stage <> 'waiting' OR story = '' GROUP BY stage`)
	out := map[desk.Stage]int{}
	for _, c := range list {
		out[c.stage] = c.n
	}
	return out, err
}
