package desk

import (
	"context"
	"math"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

const caseColumns = `id, state, kind, title, invented, summary, people_min, people_max, territory, place, place_by, community, status, believed,
	since, verified, law, law_by, sentence, sentence_by, consent, consent_note, risk, note, correction, version, edition_version,
	published_at, created_at, updated_at`

func scanCase(r store.Row) (desk.Case, error) {
	var c desk.Case
	var invented, believed int
	var published, created, updated string
	err := r.Scan(&c.ID, &c.State, &c.Kind, &c.Title, &invented, &c.Summary, &c.PeopleMin, &c.PeopleMax, &c.Territory, &c.Place.Value, &c.Place.By,
		&c.Community, &c.Status, &believed, &c.Since, &c.Verified, &c.Law.Value, &c.Law.By, &c.Sentence.Value, &c.Sentence.By, &c.Consent,
		&c.ConsentNote, &c.Risk, &c.Note, &c.Correction, &c.Version, &c.EditionVersion, &published, &created, &updated)
	if err != nil {
		return c, err
	}
	c.Invented, c.Believed = invented == 1, believed == 1
	c.PublishedAt, c.CreatedAt, c.UpdatedAt = store.ParseTime(published), store.ParseTime(created), store.ParseTime(updated)
	return c, nil
}

// Case gives one case with its lists. Errors: NotFound.
func (s *Store) Case(ctx context.Context, id string) (desk.Case, error) {
	c, err := scanCase(s.db.Read().QueryRowContext(ctx, `SELECT `+caseColumns+` FROM cases WHERE id = $1`, id))
	if err != nil {
		return c, store.Found(err, "There is no case %q.", id)
	}
	return c, s.fillCase(ctx, &c)
}

func (s *Store) fillCase(ctx context.Context, c *desk.Case) (err error) {
	q := s.db.Read()
	if c.Names, err = store.All(ctx, q, func(r store.Row) (n desk.Name, err error) { return n, r.Scan(&n.Text, &n.Language, &n.Kind) },
		`SELECT name, language, kind FROM case_names WHERE case_id = $1 ORDER BY position`, c.ID); err != nil {
		return err
	}
	if c.Acts, err = store.Strings(ctx, q, `SELECT act FROM case_acts WHERE case_id = $1 ORDER BY position`, c.ID); err != nil {
		return err
	}
	if c.Episodes, err = store.All(ctx, q, func(r store.Row) (e desk.Episode, err error) { return e, r.Scan(&e.Date, &e.Act, &e.Text, &e.By) },
		`SELECT date, act, text, said_by FROM case_episodes WHERE case_id = $1 ORDER BY position`, c.ID); err != nil {
		return err
	}
	c.Sources, err = store.All(ctx, q, func(r store.Row) (x desk.CaseSource, err error) {
		var official int
		err = r.Scan(&x.Title, &x.Outlet, &x.Date, &x.Address, &x.ArticleID, &official)
		x.Official = official == 1
		return x, err
	}, `SELECT title, outlet, date, address, article_id, official FROM case_sources WHERE case_id = $1 ORDER BY position`, c.ID)
	return err
}

// Cases gives a page of cases, last changed first. A text is looked for in
// every case: the databases fold letters each in their own way, and a desk has
// thousands of cases, not millions.
func (s *Store) Cases(ctx context.Context, q desk.CaseQuery) ([]desk.CaseLine, error) {
	limit, wanted := q.Limit, search.Fold(q.Text)
	if wanted != "" {
		limit = math.MaxInt32
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (c desk.CaseLine, err error) {
		var invented int
		var updated string
		err = r.Scan(&c.ID, &c.State, &c.Title, &c.Territory, &c.Community, &c.Status, &invented, &updated)
		c.Invented, c.UpdatedAt = invented == 1, store.ParseTime(updated)
		return c, err
	}, `SELECT id, state, title, territory, community, status, invented, updated_at FROM cases
		WHERE (CAST($1 AS TEXT) = '' OR state = $1) AND (CAST($2 AS TEXT) = '' OR (updated_at, id) < (SELECT b.updated_at, b.id FROM cases b WHERE b.id = $2))
		ORDER BY updated_at DESC, id DESC LIMIT $3`, string(q.State), q.Before, limit)
	if err != nil || wanted == "" {
		return list, err
	}
	named, err := s.casesNamed(ctx, wanted)
	list = slices.DeleteFunc(list, func(c desk.CaseLine) bool { return !named[c.ID] && !strings.Contains(search.Fold(c.Title), wanted) })
	return list[:min(q.Limit, len(list))], err
}

// casesNamed gives the ids of the cases of which a name has the folded text in it.
func (s *Store) casesNamed(ctx context.Context, wanted string) (map[string]bool, error) {
	named := map[string]bool{}
	_, err := store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var id, name string
		err := r.Scan(&id, &name)
		if strings.Contains(search.Fold(name), wanted) {
			named[id] = true
		}
		return struct{}{}, err
	}, `SELECT case_id, name FROM case_names`)
	return named, err
}

// SaveCase stores a case as a person decided it, with the decision, in one
// transaction. Version 0 adds it; otherwise c.Version is the version that was
// read. The stored case, one version on, is given back. What leaves the public
// is written to the list of stops first. Errors: Invalid when it is to be public
// and may not, Conflict when somebody was faster.
func (s *Store) SaveCase(ctx context.Context, c desk.Case, d desk.Decision) (desk.Case, error) {
	if c.State == desk.CasePublished {
		if err := desk.CheckPublishCase(c); err != nil {
			return c, err
		}
		if c.PublishedAt.IsZero() {
			c.PublishedAt = d.At
		}
	} else if !c.PublishedAt.IsZero() {
		if err := s.stops.Add(store.Stop{At: d.At, Kind: store.StopWithdrawn, ID: c.ID}); err != nil {
			return c, err
		}
	}
	err := s.db.Write(ctx, func(tx store.Tx) error {
		before, err := named(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		if err := putCase(ctx, tx, c, d); err != nil {
			return err
		}
		if err := saveCaseLists(ctx, tx, c); err != nil {
			return err
		}
		after, err := named(ctx, tx, c.ID)
		if err == nil && !slices.Equal(before, after) {
			err = lookForNames(ctx, tx, c.ID, d.At)
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if err != nil {
		return c, err
	}
	return s.Case(ctx, c.ID)
}

func putCase(ctx context.Context, tx store.Tx, c desk.Case, d desk.Decision) error {
	now := store.Time(d.At)
	if c.Version == 0 {
		if err := store.Exec(ctx, tx, `INSERT INTO cases (`+caseColumns+`) VALUES ($1, '', '', '', 0, '', 0, 0, '', '', '', '', '', 0,
			'', '', '', '', '', '', '', '', '', '', '', 0, 0, '', $2, $2)`, c.ID, now); err != nil {
			return err
		}
	}
	// What never was public leaves nothing to carry over to the edition.
	n, err := store.Changed(ctx, tx, `UPDATE cases SET state = $1, kind = $2, title = $3, invented = $4, summary = $5, people_min = $6, people_max = $7,
		territory = $8, place = $9, place_by = $10, community = $11, status = $12, believed = $13, since = $14, verified = $15, law = $16, law_by = $17,
		sentence = $18, sentence_by = $19, consent = $20, consent_note = $21, risk = $22, note = $23, correction = $24, published_at = $25, updated_at = $26,
		version = version + 1, edition_version = CASE WHEN CAST($25 AS TEXT) <> '' THEN edition_version ELSE version + 1 END
		WHERE id = $27 AND version = $28`,
		string(c.State), c.Kind, store.Clean(c.Title), store.Bool(c.Invented), store.Clean(c.Summary), c.PeopleMin, c.PeopleMax,
		c.Territory, store.Clean(c.Place.Value), store.Clean(c.Place.By), c.Community, c.Status, store.Bool(c.Believed), c.Since, c.Verified,
		store.Clean(c.Law.Value), store.Clean(c.Law.By), store.Clean(c.Sentence.Value), store.Clean(c.Sentence.By), string(c.Consent),
		store.Clean(c.ConsentNote), store.Clean(c.Risk), store.Clean(c.Note), store.Clean(c.Correction), store.Time(c.PublishedAt), now, c.ID, c.Version)
	if err == nil && n == 0 {
		err = conflict()
	}
	return err
}

func saveCaseLists(ctx context.Context, tx store.Tx, c desk.Case) error {
	for _, table := range []string{"case_names", "case_acts", "case_episodes", "case_sources"} {
		if err := store.Exec(ctx, tx, `DELETE FROM `+table+` WHERE case_id = $1`, c.ID); err != nil {
			return err
		}
	}
	for i, n := range c.Names {
		if err := store.Exec(ctx, tx, `INSERT INTO case_names (case_id, position, name, language, kind) VALUES ($1, $2, $3, $4, $5)`,
			c.ID, i, store.Clean(n.Text), n.Language, n.Kind); err != nil {
			return err
		}
	}
	for i, a := range c.Acts {
		if err := store.Exec(ctx, tx, `INSERT INTO case_acts (case_id, position, act) VALUES ($1, $2, $3)`, c.ID, i, a); err != nil {
			return err
		}
	}
	for i, e := range c.Episodes {
		if err := store.Exec(ctx, tx, `INSERT INTO case_episodes (case_id, position, date, act, text, said_by) VALUES ($1, $2, $3, $4, $5, $6)`,
			c.ID, i, e.Date, e.Act, store.Clean(e.Text), store.Clean(e.By)); err != nil {
			return err
		}
	}
	for i, x := range c.Sources {
		if err := store.Exec(ctx, tx, `INSERT INTO case_sources (case_id, position, title, outlet, date, address, article_id, official)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, c.ID, i, store.Clean(x.Title), store.Clean(x.Outlet), x.Date, store.Clean(x.Address), x.ArticleID, store.Bool(x.Official)); err != nil {
			return err
		}
	}
	return nil
}

// DueCases gives up to n cases whose newest version the edition does not have
// yet; while paused only those that are to leave it.
func (s *Store) DueCases(ctx context.Context, paused bool, n int) ([]desk.Case, error) {
	which := ""
	if paused {
		which = ` AND state <> 'published'`
	}
	list, err := store.All(ctx, s.db.Read(), scanCase, `SELECT `+caseColumns+` FROM cases WHERE edition_version < version`+which+` ORDER BY updated_at LIMIT $1`, n)
	for i := range list {
		if err == nil {
			err = s.fillCase(ctx, &list[i])
		}
	}
	return list, err
}

// CaseCarried notes that the edition has this version of a case.
func (s *Store) CaseCarried(ctx context.Context, id string, version int) error {
	return s.carried(ctx, `UPDATE cases SET edition_version = $1 WHERE id = $2 AND edition_version < $1`, id, version)
}
