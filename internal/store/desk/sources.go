package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const sourceColumns = `id, kind, address, outlet, territory, language, licence, paused, health, version,
	next_try, attempts, last_error, last_polled, etag, last_modified, created_at,
	pace, last_fresh, last_full, blind, troubled, acknowledged, moved_to, selectors, proxy`

func scanSource(r store.Row) (desk.Source, error) {
	var s desk.Source
	var paused, blind int
	var pace int64
	var next, polled, created, lastFresh, lastFull, selectors string
	err := r.Scan(&s.ID, &s.Kind, &s.Address, &s.Outlet, &s.Territory, &s.Language, &s.Licence, &paused, &s.Health, &s.Version,
		&next, &s.Attempts, &s.LastError, &polled, &s.ETag, &s.LastModified, &created,
		&pace, &lastFresh, &lastFull, &blind, &s.Troubled, &s.Acknowledged, &s.MovedTo, &selectors, &s.Proxy)
	if err != nil {
		return s, err
	}
	s.Paused, s.Blind, s.Pace = paused == 1, blind == 1, time.Duration(pace)*time.Second
	s.LastFresh, s.LastFull = store.ParseTime(lastFresh), store.ParseTime(lastFull)
	s.NextTry, s.LastPolled, s.CreatedAt = store.ParseTime(next), store.ParseTime(polled), store.ParseTime(created)
	if selectors != "" {
		if err := json.Unmarshal([]byte(selectors), &s.Selectors); err != nil {
			return s, fmt.Errorf("selectors of source %s: %w", s.ID, err)
		}
	}
	return s, nil
}

// selectorText is how selectors are stored: as JSON, empty where there are none.
func selectorText(s desk.Selectors) string {
	if s == (desk.Selectors{}) {
		return ""
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(fmt.Sprintf("write selectors: %v", err)) // strings can be written
	}
	return store.Clean(string(text))
}

// Sources gives all sources, by outlet.
func (s *Store) Sources(ctx context.Context) ([]desk.Source, error) {
	return store.All(ctx, s.db.Read(), scanSource, `SELECT `+sourceColumns+` FROM sources ORDER BY outlet, id`)
}

// Outlets gives the names of all outlets that the desk knows: those of its
// sources and of what it published.
func (s *Store) Outlets(ctx context.Context) ([]string, error) {
	return store.Strings(ctx, s.db.Read(), `SELECT outlet FROM sources WHERE outlet <> '' UNION
		SELECT outlet FROM articles WHERE stage = 'published' AND outlet <> '' ORDER BY 1`)
}

// Source gives one source. Errors: NotFound.
func (s *Store) Source(ctx context.Context, id string) (desk.Source, error) {
	src, err := scanSource(s.db.Read().QueryRowContext(ctx, `SELECT `+sourceColumns+` FROM sources WHERE id = $1`, id))
	return src, store.Found(err, "There is no source %q.", id)
}

// AddSource adds a source. Errors: Conflict when its address is there already.
func (s *Store) AddSource(ctx context.Context, src desk.Source, d desk.Decision) error {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		if err := insertSource(ctx, tx, src); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if store.IsUnique(err) {
		return fault.Wrap(fault.Conflict, err, "A source with the address %s is there already", src.Address)
	}
	return err
}

func insertSource(ctx context.Context, tx store.Tx, s desk.Source) error {
	return store.Exec(ctx, tx, `INSERT INTO sources (id, kind, address, outlet, territory, language, licence, paused, health, version,
		next_try, attempts, last_error, last_polled, etag, last_modified, leased_until, created_at, selectors, proxy)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, 0, '', '', '', '', '', $11, $12, $13)`,
		s.ID, string(s.Kind), s.Address, store.Clean(s.Outlet), s.Territory, s.Language, string(s.Licence), store.Bool(s.Paused),
		string(desk.HealthNew), store.Time(s.NextTry), store.Time(s.CreatedAt), selectorText(s.Selectors), s.Proxy)
}

// ChangeSource stores what a person changed in a source, and when to poll it
// next. One that had ended is asked again, and a new address is asked for
// everything. Errors: Conflict when s.Version is not the newest or the address is taken.
func (s *Store) ChangeSource(ctx context.Context, src desk.Source, d desk.Decision) error {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE sources SET kind = $1, address = $2, outlet = $3, territory = $4, language = $5,
			licence = $6, paused = $7, next_try = $8, version = version + 1,
			health = CASE WHEN health = 'ended' THEN 'new' ELSE health END,
			etag = CASE WHEN address = $2 THEN etag ELSE '' END, last_modified = CASE WHEN address = $2 THEN last_modified ELSE '' END,
			moved_to = CASE WHEN address = $2 THEN moved_to ELSE '' END, blind = CASE WHEN address = $2 THEN blind ELSE 0 END,
			selectors = $9, proxy = $10 WHERE id = $11 AND version = $12`,
			string(src.Kind), src.Address, store.Clean(src.Outlet), src.Territory, src.Language, string(src.Licence), store.Bool(src.Paused),
			store.Time(src.NextTry), selectorText(src.Selectors), src.Proxy, src.ID, src.Version)
		if err != nil {
			return err
		}
		if n == 0 {
			return conflict()
		}
		return decide(ctx, tx, d)
	})
	if store.IsUnique(err) {
		return fault.Wrap(fault.Conflict, err, "A source with the address %s is there already", src.Address)
	}
	return err
}

func conflict() error {
	return fault.New(fault.Conflict, "Somebody else has changed this since you opened it. Reload the page and make your change again.")
}

// EnsureInward gives the one source of a kind that is not polled (import,
// paste), and makes it with the given id where it is missing.
func (s *Store) EnsureInward(ctx context.Context, src desk.Source) (desk.Source, error) {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `INSERT INTO sources (id, kind, address, outlet, territory, language, licence, paused, health, version,
			next_try, attempts, last_error, last_polled, etag, last_modified, leased_until, created_at)
			VALUES ($1, $2, '', '', '', '', $3, 0, $4, 1, '', 0, '', '', '', '', '', $5)
			ON CONFLICT (kind) WHERE address = '' DO NOTHING`,
			src.ID, string(src.Kind), string(src.Licence), string(desk.HealthGood), store.Time(src.CreatedAt))
	})
	if err != nil {
		return desk.Source{}, err
	}
	return scanSource(s.db.Read().QueryRowContext(ctx, `SELECT `+sourceColumns+` FROM sources WHERE kind = $1 AND address = ''`, string(src.Kind)))
}

// SourceWeeks counts how many entries each source announced in each of the
// last weeks, this one first. A source without any is left out.
func (s *Store) SourceWeeks(ctx context.Context, now time.Time, weeks int) (map[string][]int, error) {
	var sums strings.Builder
	var args []any
	for i := range weeks {
		fmt.Fprintf(&sums, ", SUM(CASE WHEN created_at > $%d AND created_at <= $%d THEN 1 ELSE 0 END)", i+2, i+1)
		args = append(args, store.Time(now.Add(-time.Duration(i)*7*24*time.Hour)))
	}
	args = append(args, store.Time(now.Add(-time.Duration(weeks)*7*24*time.Hour)))
	out := map[string][]int{}
	_, err := store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var id string
		counts := make([]int, weeks)
		dest := []any{&id}
		for i := range counts {
			dest = append(dest, &counts[i])
		}
		err := r.Scan(dest...)
		out[id] = counts
		return struct{}{}, err
	}, `SELECT source_id`+sums.String()+` FROM entries WHERE created_at > $`+strconv.Itoa(weeks+1)+` GROUP BY source_id`, args...)
	return out, err
}
