// Package edition is the reading handle on the edition room: what the public
// may see. It has no way to write; store/publisher does that.
//
// Every method asks the database once for each thing that it gives, so that an
// article is seen whole, as it was before a change or after it.
package edition

import (
	"context"
	"embed"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Migrations makes the room; store/publisher runs it.
//
//go:embed migrations
var Migrations embed.FS

// Separator stands between the names of a list that a query gives in one
// column. The publisher keeps it out of names.
const Separator = "\x1f"

// Store is the edition, to read.
type Store struct{ db *store.DB }

// New makes the handle on an open database.
func New(db *store.DB) *Store { return &Store{db} }

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// Settings gives what the edition says about the organisation. Errors:
// Unavailable before the publisher has put it there.
func (s *Store) Settings(ctx context.Context) (public.Settings, error) {
	var out public.Settings
	err := s.db.Read().QueryRowContext(ctx, `SELECT organisation, site_url, intake_key, contact, notice, colour, logo, logo_type FROM settings WHERE id = 1`).
		Scan(&out.Organisation, &out.SiteURL, &out.IntakeKey, &out.Contact, &out.Notice, &out.Colour, &out.Logo, &out.LogoType)
	if len(out.Logo) == 0 {
		out.Logo = nil
	}
	if err = store.Found(err, ""); fault.Is(err, fault.NotFound) {
		return out, fault.New(fault.Unavailable, "The edition has no settings yet. Start \"rightsdesk work\", which puts them there.")
	}
	return out, err
}

// Counts gives how many public articles are about each territory, for those
// that there are any about, by the territory's id.
func (s *Store) Counts(ctx context.Context) ([]public.Count, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (c public.Count, err error) {
		return c, r.Scan(&c.Territory, &c.Articles)
	}, `SELECT territory, articles FROM counts WHERE articles > 0 ORDER BY territory`)
}

// Snippets gives the blocks that are placed for any of the territories or for
// everywhere, each once, by their position.
func (s *Store) Snippets(ctx context.Context, territories []string) ([]public.Snippet, error) {
	in, args := list(1, append(slices.Clone(territories), public.Everything))
	n := strconv.Itoa(len(args) + 1)
	return store.All(ctx, s.db.Read(), func(r store.Row) (x public.Snippet, err error) {
		var placements string
		err = r.Scan(&x.ID, &x.HTML, &x.Position, &x.Version, &placements)
		x.Placements = split(placements)
		return x, err
	}, `SELECT s.id, s.html, s.position, s.version,
		(SELECT string_agg(p.territory, CAST($`+n+` AS TEXT) ORDER BY p.territory) FROM placements p WHERE p.snippet_id = s.id)
		FROM snippets s WHERE s.id IN (SELECT snippet_id FROM placements WHERE territory IN (`+in+`)) ORDER BY s.position, s.id`,
		append(args, Separator)...)
}

// before gives how many records stand before a page; pages count from 1.
func before(page int) int {
	const last = 1 << 30 // so that no page is too high for a product
	return (min(max(page, 1), last) - 1) * public.PageSize
}

// list gives placeholders from a number on, and their arguments.
func list(from int, values []string) (placeholders string, args []any) {
	var b strings.Builder
	for i, v := range values {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("$" + strconv.Itoa(from+i))
		args = append(args, v)
	}
	return b.String(), args
}

// split reads a list that stands in one column.
func split(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, Separator)
}
