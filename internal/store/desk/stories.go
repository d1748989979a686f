package desk

import (
	"context"
	"strings"

	"rightsdesk/internal/alike"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const partColumns = `id, stage, title, outlet, published, address, language, sensitivity, text, similarity, story, story_held, shown, revises, created_at`

func scanPart(r store.Row) (p desk.Part, err error) {
	var held, shown int
	var text, story, created string
	err = r.Scan(&p.ID, &p.Stage, &p.Title, &p.Outlet, &p.Published, &p.Address, &p.Language, &p.Sensitivity, &text, &p.Similarity,
		&story, &held, &shown, &p.Revises, &created)
	if err == nil {
		p.Words, p.Leads, p.Held, p.Shown = alike.Words(text), story == "", held == 1, shown == 1
		p.CreatedAt = store.ParseTime(created)
	}
	return p, err
}

// Story gives the articles of the story that one stands for, that one first,
// then by their arrival; the one alone when it has no copies.
func (s *Store) Story(ctx context.Context, leader string) ([]desk.Part, error) {
	return storyParts(ctx, s.db.Read(), leader)
}

func storyParts(ctx context.Context, q store.Querier, leader string) ([]desk.Part, error) {
	return store.All(ctx, q, scanPart, `SELECT `+partColumns+` FROM articles WHERE id = $1 OR story = $1 AND story <> ''
		ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, created_at, id`, leader)
}

// moveOthers stores the changes of a decision about a story that concern other
// articles. Errors: Conflict when one is not as the change left it.
func moveOthers(ctx context.Context, tx store.Tx, changes []desk.Change) error {
	for _, c := range changes {
		query, id := "", ""
		if of, is := strings.CutPrefix(c.Field, desk.FieldStoryOf); is {
			id, query = of, `UPDATE articles SET story = $1, version = version + 1,
				edition_version = CASE WHEN published_at = '' THEN version + 1 ELSE edition_version END WHERE id = $2 AND story = $3 AND stage <> 'published'`
		} else if of, is := strings.CutPrefix(c.Field, desk.FieldShown); is {
			id, query = of, `UPDATE articles SET shown = CASE WHEN $1 = '1' THEN 1 ELSE 0 END WHERE id = $2 AND shown = CASE WHEN $3 = '1' THEN 1 ELSE 0 END`
		}
		if id == "" {
			continue
		}
		n, err := store.Changed(ctx, tx, query, c.After, id, c.Before)
		if err == nil && n == 0 {
			err = conflict()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// decideStory stores what a decision changes in the story of an article.
func decideStory(ctx context.Context, tx store.Tx, a desk.Article, changes []desk.Change) error {
	touched := map[string]bool{a.ID: true, a.Story: true}
	moved := false
	for _, c := range changes {
		if c.Field == "story" || strings.HasPrefix(c.Field, desk.FieldStoryOf) {
			moved = true
			touched[c.Before], touched[c.After] = true, true
		}
	}
	if moved {
		if _, err := turn(ctx, tx); err != nil { // whoever places articles waits
			return err
		}
	}
	if err := moveOthers(ctx, tx, changes); err != nil {
		return err
	}
	if moved {
		if err := holdStory(ctx, tx, a); err != nil {
			return err
		}
	}
	delete(touched, "")
	for id := range touched {
		// An article that never had copies has nothing for the edition to hear of.
		if err := store.Exec(ctx, tx, `UPDATE articles SET story_version = story_version + 1
			WHERE id = $1 AND (story_version > 0 OR EXISTS (SELECT 1 FROM articles c WHERE c.story = $1 AND c.story <> ''))`, id); err != nil {
			return err
		}
	}
	return nil
}

// holdStory notes that a person decided where an article belongs. What it is a
// copy of must stand for itself. Errors: Conflict.
func holdStory(ctx context.Context, tx store.Tx, a desk.Article) error {
	if err := store.Exec(ctx, tx, `UPDATE articles SET story_held = 1, placed = 1 WHERE id = $1`, a.ID); err != nil {
		return err
	}
	if a.Story == "" {
		return nil
	}
	there, err := store.Strings(ctx, tx, `SELECT id FROM articles WHERE id = $1 AND story = ''`, a.Story)
	if err == nil && len(there) == 0 {
		err = conflict()
	}
	return err
}

// DueStories gives up to n articles whose copies the edition does not have yet
// as they are now.
func (s *Store) DueStories(ctx context.Context, n int) ([]desk.DueStory, error) {
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (d desk.DueStory, err error) {
		return d, r.Scan(&d.Leader, &d.Version)
	}, `SELECT id, story_version FROM articles WHERE story_carried < story_version ORDER BY updated_at LIMIT $1`, n)
	for i := range list {
		if err == nil {
			list[i].Parts, err = s.Story(ctx, list[i].Leader)
		}
	}
	return list, err
}

// StoryCarried notes that the edition has the copies of an article as they were
// at a version.
func (s *Store) StoryCarried(ctx context.Context, id string, version int) error {
	return s.carried(ctx, `UPDATE articles SET story_carried = $1 WHERE id = $2 AND story_carried < $1`, id, version)
}

// Versions gives the article that one is a later version of, those before it
// and those that came after, in the order of their arrival; none when there is
// but one.
func (s *Store) Versions(ctx context.Context, id string) (out []desk.Article, err error) {
	first := id
	for range maxVersions {
		before, err := store.Strings(ctx, s.db.Read(), `SELECT revises FROM articles WHERE id = $1`, first)
		if err != nil || len(before) == 0 {
			return nil, err
		}
		if before[0] == "" {
			break
		}
		first = before[0]
	}
	for next := first; next != "" && len(out) < maxVersions; {
		a, err := s.Article(ctx, next)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
		after, err := store.Strings(ctx, s.db.Read(), `SELECT id FROM articles WHERE revises = $1 AND revises <> '' ORDER BY created_at, id LIMIT 1`, next)
		if err != nil {
			return nil, err
		}
		if next = ""; len(after) > 0 {
			next = after[0]
		}
	}
	if len(out) == 1 {
		return nil, nil
	}
	return out, nil
}

// maxVersions is how many versions of an article are shown.
const maxVersions = 50

// StoryNamed gives the article with an id or an original address, which an
// editor wants to join. Errors: Invalid when there is none.
func (s *Store) StoryNamed(ctx context.Context, name string) (desk.Article, error) {
	ids, err := store.Strings(ctx, s.db.Read(), `SELECT id FROM articles WHERE id = $1 OR address = $1 ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, created_at LIMIT 1`, name)
	if err != nil {
		return desk.Article{}, err
	}
	if len(ids) == 0 {
		return desk.Article{}, fault.New(fault.Invalid, "No article with this address is known here. Paste the address of its page in this office, or its original address.")
	}
	return s.Article(ctx, ids[0])
}
