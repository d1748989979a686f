package desk

import (
	"context"
	"slices"
	"time"

	"rightsdesk/internal/alike"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// near is a story that a newcomer may belong to.
type near struct {
	parts      []desk.Part
	bound      bool // by copies of one text
	shorter    bool // the newcomer is a short copy
	similarity float64
}

// leader gives the part that stands for the story.
func (n near) leader() desk.Part {
	i := slices.IndexFunc(n.parts, func(p desk.Part) bool { return p.Leads })
	return n.parts[max(i, 0)]
}

// fixed reports whether the story keeps the article that stands for it.
func (n near) fixed() bool { return n.leader().Held || n.leader().Stage == desk.StagePublished }

// join brings the newcomer into the stories that it is a copy of, if any, which
// then are one. What was refused or withdrawn stays where it is.
func (n *newcomer) join(ctx context.Context, tx store.Tx, list []neighbour, now time.Time) error {
	if n.Stage != desk.StageWaiting && n.Stage != desk.StagePublished {
		return nil
	}
	stories, err := n.stories(ctx, tx, list)
	if err != nil {
		return err
	}
	stories = choose(stories, n.Stage == desk.StagePublished)
	if len(stories) == 0 {
		return nil
	}
	parts := []desk.Part{{ID: n.ID, Stage: n.Stage, Published: n.Published, Words: n.text.Words(), CreatedAt: n.CreatedAt}}
	best := 0.0
	for _, s := range stories {
		parts, best = append(parts, s.parts...), max(best, s.similarity)
	}
	if err := alikeTo(ctx, tx, n.ID, best); err != nil {
		return err
	}
	var ids []string
	for _, p := range parts {
		ids = append(ids, p.ID)
	}
	return gather(ctx, tx, desk.Leader(parts), ids, now)
}

// stories holds the newcomer against its neighbours in other outlets and gives
// the stories of those that it is tied to, the most alike first. What one outlet
// writes in the same words again and again is news each time: notices of courts
// and sentences differ by a name. An editor may join them.
func (n *newcomer) stories(ctx context.Context, tx store.Tx, list []neighbour) (out []near, err error) {
	at := map[string]int{}
	for _, other := range list {
		if n.Outlet != "" && n.Outlet == other.outlet {
			continue
		}
		l := alike.Compare(n.text, alike.NewArticle(other.title, other.text))
		tie := l.Tie(days(n.Published, other.published))
		if tie == alike.Apart {
			continue
		}
		if err := alikeTo(ctx, tx, other.id, l.Similarity()); err != nil {
			return nil, err
		}
		leader := other.story
		if leader == "" {
			leader = other.id
		}
		i, known := at[leader]
		if !known {
			parts, err := storyParts(ctx, tx, leader)
			if err != nil {
				return nil, err
			}
			i, at[leader] = len(out), len(out)
			out = append(out, near{parts: parts})
		}
		out[i].bound = out[i].bound || tie == alike.Bound
		out[i].shorter = out[i].shorter || l.Of > l.By
		out[i].similarity = max(out[i].similarity, l.Similarity())
	}
	slices.SortStableFunc(out, func(a, b near) int { return compare(b.similarity, a.similarity) })
	return out, nil
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// choose gives the stories that become one with the newcomer: all that are
// bound to it and, where it is a short copy of other texts, the nearest of
// those. At most one of them keeps its leader, so none of it when the newcomer
// is public already.
func choose(stories []near, public bool) (out []near) {
	bound := slices.ContainsFunc(stories, func(s near) bool { return s.bound })
	fixed, attached := public, bound
	for _, s := range stories {
		l := s.leader()
		if l.Stage != desk.StageWaiting && l.Stage != desk.StagePublished || s.fixed() && fixed {
			continue
		}
		if !s.bound && s.shorter {
			if attached {
				continue
			}
			attached = true
		}
		fixed = fixed || s.fixed()
		out = append(out, s)
	}
	return out
}

// gather makes articles copies of the one that leads.
func gather(ctx context.Context, tx store.Tx, leader string, ids []string, now time.Time) error {
	for _, id := range ids {
		story := leader
		if id == leader {
			story = ""
		}
		if err := store.Exec(ctx, tx, `UPDATE articles SET story = $1, version = version + 1, updated_at = $2,
			edition_version = CASE WHEN published_at = '' THEN version + 1 ELSE edition_version END WHERE id = $3 AND story <> $1`,
			story, store.Time(now), id); err != nil {
			return err
		}
	}
	return storyChanged(ctx, tx, leader)
}

// storyChanged has the edition hear that the copies of an article are others.
func storyChanged(ctx context.Context, tx store.Tx, leader string) error {
	return store.Exec(ctx, tx, `UPDATE articles SET story_version = story_version + 1 WHERE id = $1`, leader)
}

// alikeTo notes how like an article is to the copy that it is most like.
func alikeTo(ctx context.Context, tx store.Tx, id string, similarity float64) error {
	return store.Exec(ctx, tx, `UPDATE articles SET similarity = $1 WHERE id = $2 AND similarity < $1`, similarity, id)
}
