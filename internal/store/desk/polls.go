package desk

import (
	"context"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// LeaseSources takes up to n sources that are due, so that no other worker
// polls them before until.
func (s *Store) LeaseSources(ctx context.Context, now, until time.Time, n int) ([]desk.Source, error) {
	var out []desk.Source
	err := s.db.Write(ctx, func(tx store.Tx) error {
		var err error
		out, err = store.All(ctx, tx, scanSource, tx.LeaseQuery("sources", "paused = 0 AND address <> '' AND health <> 'ended'", sourceColumns),
			store.Time(until), store.Time(now), n)
		return err
	})
	return out, err
}

// PutOffSource gives a source back that was leased, to be polled at a time.
func (s *Store) PutOffSource(ctx context.Context, id string, at time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE sources SET next_try = $1, leased_until = '' WHERE id = $2`, store.Time(at), id)
	})
}

// FinishPoll stores what a poll met: entries not yet known, a line of the log
// and the source as [desk.Source.After] says. It gives the source and the
// number of new entries.
func (s *Store) FinishPoll(ctx context.Context, p desk.Poll) (after desk.Source, fresh int, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		before, err := scanSource(tx.QueryRowContext(ctx, `SELECT `+sourceColumns+` FROM sources WHERE id = $1`, p.SourceID))
		if err != nil {
			return store.Found(err, "There is no source %q.", p.SourceID)
		}
		if fresh, err = s.announce(ctx, tx, p); err != nil {
			return err
		}
		after = before.After(p, fresh)
		if err := logPoll(ctx, tx, p, after, fresh); err != nil {
			return err
		}
		return finishSource(ctx, tx, after)
	})
	return after, fresh, err
}

// announce stores the entries of a poll that none of its names is known of,
// and gives known entries the names that are new.
func (s *Store) announce(ctx context.Context, tx store.Tx, p desk.Poll) (fresh int, err error) {
	known, err := s.knownNames(ctx, tx, p)
	if err != nil {
		return 0, err
	}
	for _, e := range p.Entries {
		names := namesOf(e)
		id := ""
		for _, name := range names {
			if id == "" {
				id = known[name]
			}
		}
		if id == "" {
			n, err := store.Changed(ctx, tx, `INSERT INTO entries (id, source_id, identity, link, title, published, state, capture_id,
				next_try, attempts, last_error, leased_until, created_at)
				VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, 0, '', '', $8) ON CONFLICT (source_id, identity) DO NOTHING`,
				e.ID, p.SourceID, names[0], store.Clean(e.Link), store.Clean(e.Title), e.Published, string(desk.EntryNew), store.Time(p.At))
			if err != nil {
				return 0, err
			}
			if n == 0 {
				continue
			}
			id, fresh = e.ID, fresh+1
		} else if err := headlined(ctx, tx, id, e, p.At); err != nil {
			return 0, err
		}
		for _, name := range names {
			if known[name] != "" {
				continue
			}
			known[name] = id
			if err := store.Exec(ctx, tx, `INSERT INTO entry_names (source_id, name, entry_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, p.SourceID, name, id); err != nil {
				return 0, err
			}
		}
	}
	return fresh, nil
}

// correctedAfter is how long an entry is left alone after it was to be fetched:
// some outlets try headlines out.
const correctedAfter = time.Hour

// headlined has an entry that comes with another headline fetched again: its
// article may have been corrected. The same bytes are not kept twice.
func headlined(ctx context.Context, tx store.Tx, id string, e desk.Entry, now time.Time) error {
	return store.Exec(ctx, tx, `UPDATE entries SET title = $1, state = $2, next_try = $3, attempts = 0
		WHERE id = $4 AND state = $5 AND title <> '' AND title <> $1 AND CAST($1 AS TEXT) <> '' AND next_try <= $6`,
		store.Clean(e.Title), string(desk.EntryNew), store.Time(now), id, string(desk.EntryCaptured), store.Time(now.Add(-correctedAfter)))
}

func namesOf(e desk.Entry) []string {
	names := []string{store.Clean(e.Identity)}
	for _, name := range e.Also {
		names = append(names, store.Clean(name))
	}
	return names
}

// NewNames gives those of the names that no entry of a source is known by, in
// their order.
func (s *Store) NewNames(ctx context.Context, sourceID string, names []string) (out []string, err error) {
	p := desk.Poll{SourceID: sourceID}
	for _, name := range names {
		p.Entries = append(p.Entries, desk.Entry{Identity: name})
	}
	known, err := s.knownNames(ctx, s.db.Read(), p)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if known[store.Clean(name)] == "" {
			out = append(out, name)
		}
	}
	return out, nil
}

// namesAtOnce is how many names one question asks for; both engines allow many more.
const namesAtOnce = 500

// knownNames gives the ids of the entries that are known by a name of the poll,
// or were until they were erased.
func (s *Store) knownNames(ctx context.Context, q store.Querier, p desk.Poll) (map[string]string, error) {
	var names []string
	for _, e := range p.Entries {
		names = append(names, namesOf(e)...)
	}
	known, err := entriesNamed(ctx, q, p.SourceID, names)
	if err != nil {
		return nil, err
	}
	erased, err := store.Strings(ctx, q, `SELECT entry_id FROM entry_names WHERE source_id = $1 AND name >= $2 AND name < $3 LIMIT 1`, p.SourceID, erasedName, erasedName+"~")
	if err != nil || len(erased) == 0 {
		return known, err
	}
	hashes, nameOf := make([]string, len(names)), map[string]string{}
	for i, name := range names {
		hashes[i] = s.hashName(name)
		nameOf[hashes[i]] = name
	}
	byHash, err := entriesNamed(ctx, q, p.SourceID, hashes)
	for hash, id := range byHash {
		known[nameOf[hash]] = id
	}
	return known, err
}

// entriesNamed gives the ids of a source's entries by their names.
func entriesNamed(ctx context.Context, q store.Querier, sourceID string, names []string) (map[string]string, error) {
	known := map[string]string{}
	for len(names) > 0 {
		part := names[:min(len(names), namesAtOnce)]
		names = names[len(part):]
		args, marks := []any{sourceID}, make([]string, len(part))
		for i, name := range part {
			args, marks[i] = append(args, name), "$"+strconv.Itoa(i+2)
		}
		_, err := store.All(ctx, q, func(r store.Row) (struct{}, error) {
			var name, id string
			err := r.Scan(&name, &id)
			known[name] = id
			return struct{}{}, err
		}, `SELECT name, entry_id FROM entry_names WHERE source_id = $1 AND name IN (`+strings.Join(marks, ", ")+`)`, args...)
		if err != nil {
			return nil, err
		}
	}
	return known, nil
}

// logPoll adds a line to the source's log and ends its oldest ones.
func logPoll(ctx context.Context, tx store.Tx, p desk.Poll, after desk.Source, fresh int) error {
	err := store.Exec(ctx, tx, `INSERT INTO polls (id, source_id, at, took_ms, status, size, announced, fresh, health, error)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, p.ID, p.SourceID, store.Time(p.At), p.Took.Milliseconds(), p.Status, p.Size,
		len(p.Entries), fresh, string(after.Health), store.Clean(after.LastError))
	if err != nil {
		return err
	}
	return store.Exec(ctx, tx, `DELETE FROM polls WHERE source_id = $1 AND id NOT IN (
		SELECT id FROM polls WHERE source_id = $1 ORDER BY at DESC, id DESC LIMIT $2)`, p.SourceID, desk.PollsKept)
}

func finishSource(ctx context.Context, tx store.Tx, s desk.Source) error {
	return store.Exec(ctx, tx, `UPDATE sources SET health = $1, last_error = $2, last_polled = $3, next_try = $4, leased_until = '',
		attempts = $5, etag = $6, last_modified = $7, pace = $8, last_fresh = $9, last_full = $10, blind = $11, troubled = $12,
		acknowledged = $13, moved_to = $14, alerted = CASE WHEN $1 = 'good' THEN '' ELSE alerted END WHERE id = $15`,
		string(s.Health), store.Clean(s.LastError), store.Time(s.LastPolled), store.Time(s.NextTry), s.Attempts, store.Clean(s.ETag),
		store.Clean(s.LastModified), int64(s.Pace/time.Second), store.Time(s.LastFresh), store.Time(s.LastFull), store.Bool(s.Blind),
		s.Troubled, string(s.Acknowledged), store.Clean(s.MovedTo), s.ID)
}

// Polls gives the log of a source, newest line first.
func (s *Store) Polls(ctx context.Context, sourceID string, limit int) ([]desk.PollRecord, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (p desk.PollRecord, err error) {
		var at string
		var took int64
		err = r.Scan(&at, &took, &p.Status, &p.Size, &p.Announced, &p.Fresh, &p.Health, &p.Error)
		p.At, p.Took = store.ParseTime(at), time.Duration(took)*time.Millisecond
		return p, err
	}, `SELECT at, took_ms, status, size, announced, fresh, health, error FROM polls WHERE source_id = $1 ORDER BY at DESC, id DESC LIMIT $2`, sourceID, limit)
}

// Alarms counts the sources of which editors are to be told; see
// [desk.Source.Alarming].
func (s *Store) Alarms(ctx context.Context) (n int, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT COUNT(*) FROM sources WHERE `+alarming).Scan(&n)
	return n, err
}

// Acknowledge notes that an editor knows of a source's trouble.
func (s *Store) Acknowledge(ctx context.Context, id string, health desk.Health, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := store.Exec(ctx, tx, `UPDATE sources SET acknowledged = $1 WHERE id = $2 AND health = $1`, string(health), id); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}
