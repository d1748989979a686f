package edition

import (
	"context"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

const caseLine = `c.id, c.kind, c.title, c.invented, c.people_min, c.territory, c.community, c.status, c.believed, c.since, c.verified, c.updated`

func scanLine(r store.Row, more ...any) (public.CaseLine, error) {
	var c public.CaseLine
	var invented, believed int
	var updated string
	err := r.Scan(append([]any{&c.ID, &c.Kind, &c.Title, &invented, &c.PeopleMin, &c.Territory, &c.Community, &c.Status, &believed, &c.Since, &c.Verified, &updated}, more...)...)
	if err != nil {
		return c, err
	}
	c.Invented, c.Believed, c.Updated = invented == 1, believed == 1, store.ParseTime(updated)
	return c, nil
}

const caseRest = `, c.version, c.people_max, c.place, c.place_by, c.law, c.law_by, c.sentence, c.sentence_by, c.correction, c.first_public, c.summary`

func scanCase(r store.Row) (public.Case, error) {
	var c public.Case
	var first string
	l, err := scanLine(r, &c.Version, &c.PeopleMax, &c.Place.Value, &c.Place.By, &c.Law.Value, &c.Law.By, &c.Sentence.Value, &c.Sentence.By,
		&c.Correction, &first, &c.Summary)
	if err != nil {
		return c, err
	}
	c.ID, c.Kind, c.Title, c.Invented, c.PeopleMin, c.Territory, c.Community = l.ID, l.Kind, l.Title, l.Invented, l.PeopleMin, l.Territory, l.Community
	c.Status, c.Believed, c.Since, c.Verified, c.Updated, c.FirstPublic = l.Status, l.Believed, l.Since, l.Verified, l.Updated, store.ParseTime(first)
	return c, nil
}

// Case gives a public case. Errors: Gone when it was withdrawn, NotFound when
// there never was one. It is read in one transaction, as it was before a change
// or after it.
func (s *Store) Case(ctx context.Context, id string) (c public.Case, err error) {
	err = s.db.Snapshot(ctx, func(q store.Querier) error {
		if c, err = scanCase(q.QueryRowContext(ctx, `SELECT `+caseLine+caseRest+` FROM cases c WHERE c.id = $1`, id)); err != nil {
			return store.Found(err, "There is no case %q.", id)
		}
		return fillCase(ctx, q, &c)
	})
	if fault.Is(err, fault.NotFound) {
		found, gerr := store.Strings(ctx, s.db.Read(), `SELECT id FROM gone WHERE kind = 'case' AND id = $1`, id)
		if gerr != nil {
			return public.Case{}, gerr
		}
		if len(found) > 0 {
			err = fault.New(fault.Gone, "This case is not public any more.")
		}
	}
	if err != nil {
		return public.Case{}, err
	}
	return c, nil
}

func names(ctx context.Context, q store.Querier, id string) ([]public.Name, error) {
	return store.All(ctx, q, func(r store.Row) (n public.Name, err error) { return n, r.Scan(&n.Text, &n.Language, &n.Kind) },
		`SELECT name, language, kind FROM case_names WHERE case_id = $1 ORDER BY position`, id)
}

func acts(ctx context.Context, q store.Querier, id string) ([]string, error) {
	return store.Strings(ctx, q, `SELECT act FROM case_acts WHERE case_id = $1 ORDER BY position`, id)
}

func fillCase(ctx context.Context, q store.Querier, c *public.Case) (err error) {
	if c.Names, err = names(ctx, q, c.ID); err != nil {
		return err
	}
	if c.Acts, err = acts(ctx, q, c.ID); err != nil {
		return err
	}
	if c.Episodes, err = store.All(ctx, q, func(r store.Row) (e public.Episode, err error) { return e, r.Scan(&e.Date, &e.Act, &e.Text, &e.By) },
		`SELECT date, act, text, said_by FROM case_episodes WHERE case_id = $1 ORDER BY date, position`, c.ID); err != nil {
		return err
	}
	c.Sources, err = store.All(ctx, q, func(r store.Row) (x public.CaseSource, err error) {
		var official int
		err = r.Scan(&x.Title, &x.Outlet, &x.Date, &x.Address, &x.ArticleID, &official)
		x.Official = official == 1
		return x, err
	}, `SELECT s.title, s.outlet, s.date, s.address, CASE WHEN EXISTS (SELECT 1 FROM articles a WHERE a.id = s.article_id) THEN s.article_id ELSE '' END, s.official
		FROM case_sources s WHERE s.case_id = $1 ORDER BY s.position`, c.ID)
	return err
}

// EachCase gives every public case of a territory, or all for "", one after the
// other by id. An error of do ends it.
func (s *Store) EachCase(ctx context.Context, territory string, do func(public.Case) error) error {
	for last := ""; ; {
		list, err := store.All(ctx, s.db.Read(), scanCase, `SELECT `+caseLine+caseRest+` FROM cases c
			WHERE c.id > $1 AND (CAST($2 AS TEXT) = '' OR c.territory = $2) ORDER BY c.id LIMIT $3`, last, territory, batch)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, c := range list {
			if err := fillCase(ctx, s.db.Read(), &c); err != nil {
				return err
			}
			if err := do(c); err != nil {
				return err
			}
			last = c.ID
		}
	}
}

// Cases gives a page of the cases that a reader asks for, last updated first.
func (s *Store) Cases(ctx context.Context, q public.CaseQuery) (public.CaseResult, error) {
	where, args := []string{"1 = 1"}, []any{}
	add := func(condition string, value any) {
		args = append(args, value)
		where = append(where, strings.ReplaceAll(condition, "?", "$"+strconv.Itoa(len(args))))
	}
	if asked := search.Parse(q.Text); !asked.Empty() {
		if s.db.Engine == store.SQLite {
			add(`c.position IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)`, asked.FTS5())
		} else {
			add(`c.position IN (SELECT position FROM case_search WHERE terms @@ CAST(? AS tsquery))`, asked.TSQuery())
		}
	} else if strings.TrimSpace(q.Text) != "" {
		return public.CaseResult{}, nil // marks only: no name has them
	}
	for column, value := range map[string]string{"territory": q.Territory, "community": q.Community, "status": string(q.Status)} {
		if value != "" {
			add(`c.`+column+` = ?`, value)
		}
	}
	from := ` FROM cases c WHERE ` + strings.Join(where, " AND ")
	var out public.CaseResult
	if err := s.db.Read().QueryRowContext(ctx, `SELECT COUNT(*)`+from, args...).Scan(&out.Total); err != nil {
		return out, store.Kind(err)
	}
	n := len(args)
	var err error
	out.Cases, err = store.All(ctx, s.db.Read(), func(r store.Row) (public.CaseLine, error) { return scanLine(r) },
		`SELECT `+caseLine+from+` ORDER BY c.updated DESC, c.id DESC LIMIT $`+strconv.Itoa(n+1)+` OFFSET $`+strconv.Itoa(n+2), append(args, public.PageSize, before(q.Page))...)
	for i := range out.Cases {
		if err == nil {
			out.Cases[i].Names, err = names(ctx, s.db.Read(), out.Cases[i].ID)
		}
		if err == nil {
			out.Cases[i].Acts, err = acts(ctx, s.db.Read(), out.Cases[i].ID)
		}
	}
	return out, err
}

// Communities gives the communities that public cases are of, with how many.
func (s *Store) Communities(ctx context.Context) ([]public.CommunityCount, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (c public.CommunityCount, err error) { return c, r.Scan(&c.Community, &c.Cases) },
		`SELECT community, COUNT(*) FROM cases WHERE community <> '' GROUP BY community ORDER BY community`)
}

// Held gives how many people the cases of a territory say are held.
func (s *Store) Held(ctx context.Context, territory string) (h public.HeldCount, err error) {
	in, args := list(2, statusWords(public.Held))
	err = s.db.Read().QueryRowContext(ctx, `SELECT COALESCE(SUM(CASE WHEN believed = 0 THEN people_min ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN believed = 1 THEN people_min ELSE 0 END), 0) FROM cases WHERE territory = $1 AND status IN (`+in+`)`,
		append([]any{territory}, args...)...).Scan(&h.Known, &h.Believed)
	return h, store.Kind(err)
}

func statusWords(list []public.Status) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// Totals gives what the whole site counts.
func (s *Store) Totals(ctx context.Context) (t public.Totals, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT
		(SELECT COUNT(*) FROM (SELECT territory FROM counts WHERE articles > 0 UNION SELECT territory FROM cases) x),
		(SELECT COUNT(*) FROM cases),
		(SELECT COUNT(DISTINCT community) FROM cases WHERE community <> ''),
		(SELECT COUNT(DISTINCT territory) FROM cases),
		(SELECT COUNT(*) FROM articles)`).Scan(&t.Territories, &t.Cases, &t.Communities, &t.CaseTerritories, &t.Articles)
	return t, store.Kind(err)
}

// settled is how long after an article or a case became public a change of it
// counts as a correction: an editor's second look at the same sitting is none.
const settled = time.Hour

// Week gives what happened in the cases, by the day, and was corrected from one
// time to another.
func (s *Store) Week(ctx context.Context, from, to time.Time) (w public.Week, err error) {
	day := func(t time.Time) string { return t.UTC().Format("2006-01-02") }
	err = s.db.Read().QueryRowContext(ctx, `SELECT
		(SELECT COUNT(DISTINCT case_id) FROM case_episodes WHERE act IN ('arrest', 'detention-without-charge') AND date >= $1 AND date <= $2 AND LENGTH(date) = 10),
		(SELECT COUNT(DISTINCT case_id) FROM case_episodes WHERE act IN ('release', 'acquittal', 'commutation') AND date >= $1 AND date <= $2 AND LENGTH(date) = 10)`,
		day(from), day(to)).Scan(&w.Arrested, &w.Released)
	if err != nil {
		return w, store.Kind(err)
	}
	list, err := s.corrections(ctx, ` AND updated >= $1 AND updated <= $2`, store.Time(from), store.Time(to))
	w.Corrected = len(list)
	return w, err
}

// Corrections gives the newest articles and cases that were changed after they
// were public.
func (s *Store) Corrections(ctx context.Context, limit int) ([]public.Correction, error) {
	list, err := s.corrections(ctx, ``)
	return list[:min(limit, len(list))], err
}

// corrections looks among those changed in public; that the change came later
// than the settling is compared here, since times are text in the database.
func (s *Store) corrections(ctx context.Context, which string, args ...any) ([]public.Correction, error) {
	type row struct {
		public.Correction
		first time.Time
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (x row, err error) {
		var isCase int
		var first, updated string
		err = r.Scan(&x.ID, &isCase, &x.Title, &x.Note, &first, &updated)
		x.Case, x.first, x.At = isCase == 1, store.ParseTime(first), store.ParseTime(updated)
		return x, err
	}, `SELECT id, 0, title, '', first_public, updated FROM articles WHERE updated > first_public`+which+`
		UNION ALL SELECT id, 1, title, correction, first_public, updated FROM cases WHERE (updated > first_public OR correction <> '')`+which+`
		ORDER BY 6 DESC, 1 LIMIT 1000`, args...)
	var out []public.Correction
	for _, x := range list {
		if x.Note != "" || x.At.Sub(x.first) > settled {
			out = append(out, x.Correction)
		}
	}
	return out, err
}
