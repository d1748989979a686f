package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// Names gives the names of all cases, with the version that they are of.
func (s *Store) Names(ctx context.Context) (list desk.NameList, err error) {
	// The version first: names that change meanwhile are looked for once more.
	if list.Version, err = s.NamesVersion(ctx); err != nil {
		return list, err
	}
	at := map[string]int{}
	list.Cases, err = store.All(ctx, s.db.Read(), func(r store.Row) (n desk.Named, err error) {
		return n, r.Scan(&n.CaseID, &n.Kind, &n.Title, &n.Territory, &n.Community, &n.Since)
	}, `SELECT c.id, c.kind, c.title, c.territory, c.community, COALESCE((SELECT MIN(e.date) FROM case_episodes e WHERE e.case_id = c.id AND e.date <> ''), c.since)
		FROM cases c ORDER BY c.id`)
	if err != nil {
		return list, err
	}
	for i, c := range list.Cases {
		at[c.CaseID] = i
	}
	_, err = store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var id string
		var n desk.Name
		err := r.Scan(&id, &n.Text, &n.Language, &n.Kind)
		if i, there := at[id]; there {
			list.Cases[i].Names = append(list.Cases[i].Names, n)
		}
		return struct{}{}, err
	}, `SELECT case_id, name, language, kind FROM case_names ORDER BY case_id, position`)
	return list, err
}

// NamesVersion gives the number that rises when the names of cases change.
func (s *Store) NamesVersion(ctx context.Context) (n int64, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT value FROM counters WHERE name = 'names'`).Scan(&n)
	return n, err
}

// nameable are the articles in which names of cases are looked for: those that
// an editor sees by themselves.
const nameable = `stage IN ('waiting', 'published', 'refused', 'withdrawn')`

// Unlinked gives up to n articles in which the names of cases are still to be
// looked for: id, version and text, the newest last.
func (s *Store) Unlinked(ctx context.Context, n int) ([]desk.Article, error) {
	return store.All(ctx, s.db.Read(), scanNameable, `SELECT id, version, text, published FROM articles WHERE named = 0 AND `+nameable+` ORDER BY created_at, id LIMIT $1`, n)
}

// After gives up to n articles in the order of their ids, from behind one, in
// which a case's name is looked for.
func (s *Store) After(ctx context.Context, id string, n int) ([]desk.Article, error) {
	return store.All(ctx, s.db.Read(), scanNameable, `SELECT id, version, text, published FROM articles WHERE id > $1 AND `+nameable+` ORDER BY id LIMIT $2`, id, n)
}

func scanNameable(r store.Row) (a desk.Article, err error) {
	return a, r.Scan(&a.ID, &a.Version, &a.Text, &a.Published)
}

// Around gives what is known of an article beside its words.
func (s *Store) Around(ctx context.Context, a desk.Article) (desk.Around, error) {
	out := desk.Around{ArticleID: a.ID, Published: a.Published}
	_, err := store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var kind, value string
		err := r.Scan(&kind, &value)
		if kind == string(desk.FindingCommunity) {
			out.Communities = append(out.Communities, value)
		} else {
			out.Territories = append(out.Territories, value)
		}
		return struct{}{}, err
	}, `SELECT kind, value FROM findings WHERE article_id = $1 AND kind IN ('territory-about', 'territory-mentioned', 'community')
		UNION SELECT 'decided', territory FROM article_territories WHERE article_id = $1`, a.ID)
	return out, err
}

// SaveMentions stores which cases an article may mention, as of a version of the
// names, in place of what was only proposed. What people decided stays; of that
// only the place is put right. Nothing is stored when article or names changed:
// they are looked at once more.
func (s *Store) SaveMentions(ctx context.Context, a desk.Article, version int64, list []desk.Mention) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		same, err := store.Changed(ctx, tx, `UPDATE counters SET value = value WHERE name = 'names' AND value = $1`, version)
		if err != nil || same == 0 {
			return err
		}
		n, err := store.Changed(ctx, tx, `UPDATE articles SET named = 1 WHERE id = $1 AND version = $2 AND named = 0 AND `+nameable, a.ID, a.Version)
		if err != nil || n == 0 {
			return err
		}
		if err := store.Exec(ctx, tx, `DELETE FROM case_links WHERE article_id = $1 AND state = 'proposed'`, a.ID); err != nil {
			return err
		}
		return putLinks(ctx, tx, list)
	})
}

func putLinks(ctx context.Context, tx store.Tx, list []desk.Mention) error {
	for _, l := range list {
		if err := store.Exec(ctx, tx, `INSERT INTO case_links (article_id, case_id, state, certain, reasons, begins, ends, words, mentions)
			SELECT id, $2, 'proposed', $3, $4, $5, $6, $7, $8 FROM articles WHERE id = $1 AND `+nameable+`
			ON CONFLICT (article_id, case_id) DO UPDATE SET begins = excluded.begins, ends = excluded.ends, words = excluded.words, mentions = excluded.mentions`,
			l.ArticleID, l.CaseID, store.Bool(l.Certain), strings.Join(l.Reasons, " "), l.Begin, l.End, store.Clean(l.Words), l.Count); err != nil {
			return err
		}
	}
	return nil
}

// named gives all by which a case is found in articles.
func named(ctx context.Context, tx store.Tx, caseID string) ([]string, error) {
	return store.Strings(ctx, tx, `SELECT 'a' || kind || ' ' || territory || ' ' || community || ' ' || since || ' ' || title FROM cases WHERE id = $1
		UNION ALL SELECT 'b' || kind || ' ' || language || ' ' || name FROM case_names WHERE case_id = $1
		UNION ALL SELECT 'c' || date FROM case_episodes WHERE case_id = $1 AND date <> '' ORDER BY 1`, caseID)
}

// LookDue is a case whose names are to be looked for in all articles.
type LookDue struct {
	CaseID string
	Last   string // the article behind which to go on
	Round  int
}

// lookForNames has the names of a case looked for in all articles, from the
// first; what was only proposed by its old names goes.
func lookForNames(ctx context.Context, tx store.Tx, caseID string, now time.Time) error {
	if err := store.Exec(ctx, tx, `UPDATE counters SET value = value + 1 WHERE name = 'names'`); err != nil {
		return err
	}
	if err := store.Exec(ctx, tx, `DELETE FROM case_links WHERE case_id = $1 AND state = 'proposed'`, caseID); err != nil {
		return err
	}
	return store.Exec(ctx, tx, `INSERT INTO case_looks (id, last_read, round, next_try, leased_until) VALUES ($1, '', 1, $2, '')
		ON CONFLICT (id) DO UPDATE SET last_read = '', round = case_looks.round + 1, next_try = excluded.next_try, leased_until = ''`, caseID, store.Time(now))
}

// LeaseLook takes a case whose names are to be looked for, if there is one.
func (s *Store) LeaseLook(ctx context.Context, now, until time.Time) (list []LookDue, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		list, err = store.All(ctx, tx, func(r store.Row) (d LookDue, err error) { return d, r.Scan(&d.CaseID, &d.Last, &d.Round) },
			tx.LeaseQuery("case_looks", "round > 0", "id, last_read, round"), store.Time(until), store.Time(now), 1)
		return err
	})
	return list, err
}

// SaveLook stores what was found of a case in the articles up to last, and goes
// on from there; "" ends it. When the case's names changed meanwhile nothing is
// stored and it begins anew.
func (s *Store) SaveLook(ctx context.Context, d LookDue, last string, list []desk.Mention) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE case_looks SET last_read = $1, leased_until = '' WHERE id = $2 AND round = $3`, last, d.CaseID, d.Round)
		if err != nil || n == 0 {
			return err
		}
		if last == "" {
			return store.Exec(ctx, tx, `DELETE FROM case_looks WHERE id = $1 AND round = $2`, d.CaseID, d.Round)
		}
		if err := store.Exec(ctx, tx, `DELETE FROM case_links WHERE case_id = $1 AND state = 'proposed' AND article_id > $2 AND article_id <= $3`, d.CaseID, d.Last, last); err != nil {
			return err
		}
		return putLinks(ctx, tx, list)
	})
}

const linkLine = `SELECT l.article_id, l.case_id, l.state, l.certain, l.reasons, l.begins, l.ends, l.words, l.mentions,
	c.title, c.territory, c.state, a.title, a.outlet, a.published, a.stage
	FROM case_links l JOIN cases c ON c.id = l.case_id JOIN articles a ON a.id = l.article_id `

func scanLinkLine(r store.Row) (l desk.MentionLine, err error) {
	var certain int
	var reasons string
	err = r.Scan(&l.ArticleID, &l.CaseID, &l.State, &certain, &reasons, &l.Begin, &l.End, &l.Words, &l.Count,
		&l.CaseTitle, &l.CaseTerritory, &l.CaseState, &l.ArticleTitle, &l.Outlet, &l.Published, &l.Stage)
	l.Certain, l.Reasons = certain == 1, strings.Fields(reasons)
	return l, err
}

// Links gives the cases that an article may mention, whatever became of the
// link, the certain ones first.
func (s *Store) Mentions(ctx context.Context, articleID string) ([]desk.MentionLine, error) {
	return store.All(ctx, s.db.Read(), scanLinkLine, linkLine+`WHERE l.article_id = $1 ORDER BY l.certain DESC, l.begins, l.case_id`, articleID)
}

// CaseMentions gives up to n articles that may mention a case, those that wait for
// a look first, of these the certain ones; refused ones are left out.
func (s *Store) CaseMentions(ctx context.Context, caseID string, n int) ([]desk.MentionLine, error) {
	return store.All(ctx, s.db.Read(), scanLinkLine, linkLine+`WHERE l.case_id = $1 AND l.state <> 'refused'
		ORDER BY CASE WHEN l.state = 'proposed' THEN 0 ELSE 1 END, l.certain DESC, a.published DESC, a.id LIMIT $2`, caseID, n)
}

// DecideMention accepts or refuses that an article mentions a case, with the
// decision. Errors: NotFound when nothing proposes it any more; Conflict when
// somebody decided the same before.
func (s *Store) DecideMention(ctx context.Context, articleID, caseID string, state desk.MentionState, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		states, err := store.Strings(ctx, tx, `SELECT state FROM case_links WHERE article_id = $1 AND case_id = $2`, articleID, caseID)
		switch {
		case err != nil:
			return err
		case len(states) == 0:
			return goneLink()
		case slices.Contains(states, string(state)):
			return decidedBefore()
		}
		n, err := store.Changed(ctx, tx, `UPDATE case_links SET state = $1 WHERE article_id = $2 AND case_id = $3 AND state <> $1`, string(state), articleID, caseID)
		if err == nil && n == 0 {
			err = decidedBefore()
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}
