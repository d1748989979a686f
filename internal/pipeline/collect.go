package pipeline

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/source"
)

// Poll asks one source that is due for its entries; several may run at once. A
// source whose host was asked a moment ago is put off. What goes wrong with the
// source is its health, in words, and no error of the loop.
func (d *Desk) Poll(ctx context.Context) (more bool, err error) {
	now := d.Now()
	list, err := d.Store.LeaseSources(ctx, now, now.Add(lease), 1)
	if err != nil || len(list) == 0 {
		return false, err
	}
	if later := d.later(list[0].Kind, list[0].Address); !later.IsZero() {
		return true, d.Store.PutOffSource(ctx, list[0].ID, later)
	}
	poll := d.poll(ctx, list[0])
	if ctx.Err() != nil {
		return false, nil // broken off by the stop; it is polled again
	}
	after, fresh, err := d.Store.FinishPoll(ctx, poll)
	if err != nil {
		return false, fmt.Errorf("store poll of %s: %w", list[0].ID, err)
	}
	d.Log.Info("polled", "source", list[0].ID, "health", after.Health, "entries", len(poll.Entries), "new", fresh, "next", after.NextTry)
	return true, nil
}

// later says when the host of an address may be asked again, the zero time for
// now. A folder may be asked at any time.
func (d *Desk) later(kind desk.SourceKind, address string) time.Time {
	if kind == desk.SourceMail || address == "" {
		return time.Time{}
	}
	return d.Fetch.Later(address)
}

func (d *Desk) poll(ctx context.Context, s desk.Source) desk.Poll {
	if s.Kind == desk.SourceMail {
		return d.pollMail(ctx, s)
	}
	begin := d.Now()
	entries, r, err := d.announced(ctx, s)
	p := desk.Poll{ID: d.id(desk.KindPoll), SourceID: s.ID, At: d.Now()}
	p.Took = p.At.Sub(begin)
	if r != nil {
		p.Status, p.Size, p.MovedTo, p.RetryAfter = r.Status, int64(len(r.Body)), r.MovedTo, r.RetryAfter
		p.ETag, p.LastModified, p.Unchanged = r.ETag, r.LastModified, r.Status == http.StatusNotModified
	}
	if err != nil {
		p.Failure, p.Error = trouble(s, p.Status, err), fault.Words(err)
		d.Log.Warn("a source cannot be read", "source", s.ID, "health", p.Failure, "error", err)
		return p
	}
	p.Entries = entries
	for i := range p.Entries {
		p.Entries[i].ID = d.id(desk.KindEntry)
	}
	return p
}

// trouble puts what went wrong with a source into a word.
func trouble(s desk.Source, status int, err error) desk.Health {
	switch {
	case fault.Is(err, fault.Gone):
		return desk.HealthEnded
	case fault.Is(err, fault.Forbidden), status == http.StatusTooManyRequests:
		return desk.HealthBlocked
	case status == http.StatusOK && fault.Is(err, fault.Invalid) && !s.LastFull.IsZero():
		return desk.HealthShape // it could be read before
	}
	return desk.HealthFailing
}

// announced fetches a source and reads its entries. The answer is given with
// an error too, where there is one.
func (d *Desk) announced(ctx context.Context, s desk.Source) ([]desk.Entry, *fetch.Response, error) {
	ask := fetch.Request{URL: s.Address, Proxy: s.Proxy}
	if s.Conditional(d.Now()) {
		ask.ETag, ask.LastModified = s.ETag, s.LastModified
	}
	r, err := d.Fetch.Get(ctx, ask)
	if err != nil || r.Status == http.StatusNotModified {
		return nil, r, err
	}
	a, err := d.readSource(ctx, s, r)
	return a.entries, r, err
}

// announcement is what a source says.
type announcement struct {
	entries  []desk.Entry
	title    string
	language string
	warnings []string
}

// readSource reads an answer as the source's kind says.
func (d *Desk) readSource(ctx context.Context, s desk.Source, r *fetch.Response) (announcement, error) {
	opt := source.FeedOptions{URL: r.FinalURL, ContentType: r.MediaType}
	switch s.Kind {
	case desk.SourceSitemap:
		entries, err := d.sitemap(ctx, r.Body, r.FinalURL, s.Proxy)
		return announcement{entries: entries}, err
	case desk.SourcePage:
		p, err := source.ReadPage(r.Body, opt, s.Selectors)
		return announcement{p.Entries, p.Title, p.Language, p.Warnings}, err
	}
	feed, err := source.ReadFeed(r.Body, opt)
	if err != nil {
		return announcement{}, err
	}
	return announcement{feed.Announced(), feed.Title, feed.Language, feed.Warnings}, nil
}

// maxSitemaps is how many sitemaps of an index are followed at one poll.
const maxSitemaps = 20

// sitemap reads a sitemap, and those that an index names.
func (d *Desk) sitemap(ctx context.Context, body []byte, address, proxy string) ([]desk.Entry, error) {
	m, err := source.ReadSitemap(body, address)
	if err != nil {
		return nil, err
	}
	entries := m.Announced()
	for i, next := range m.Indexes {
		if i == maxSitemaps {
			d.Log.Warn("an index names more sitemaps than are followed", "address", address, "sitemaps", len(m.Indexes), "followed", maxSitemaps)
			break
		}
		r, err := d.Fetch.Get(ctx, fetch.Request{URL: next, Proxy: proxy})
		if err != nil {
			return nil, err
		}
		part, err := source.ReadSitemap(r.Body, r.FinalURL)
		if err != nil {
			return nil, err
		}
		entries = append(entries, part.Announced()...)
	}
	return entries, nil
}

// keepAgain is when an entry that could not be kept is fetched again.
const keepAgain = time.Minute

// Collect fetches one announced entry and keeps it as evidence; several may run
// at once. An entry whose host was asked a moment ago is put off, so that a
// host with much to fetch keeps no other waiting.
func (d *Desk) Collect(ctx context.Context) (more bool, err error) {
	now := d.Now()
	list, err := d.Store.LeaseEntries(ctx, now, now.Add(lease), 1)
	if err != nil || len(list) == 0 {
		return false, err
	}
	e := list[0]
	if later := d.later("", e.Link); !later.IsZero() {
		return true, d.Store.PutOffEntry(ctx, e.ID, later)
	}
	later, err := d.collect(ctx, e)
	if err == nil || ctx.Err() != nil {
		return err == nil, nil
	}
	if errors.Is(err, errKeep) {
		d.Log.Error("evidence cannot be kept", "entry", e.ID, "error", err)
		return false, d.Store.PutOffEntry(ctx, e.ID, d.Now().Add(keepAgain))
	}
	if fault.Of(err) == fault.Internal {
		return false, err
	}
	d.Log.Warn("an entry cannot be fetched", "entry", e.ID, "error", err)
	return true, d.Store.FailEntry(ctx, e.ID, fault.Words(err), nextEntry(d.Now(), later, e.Attempts+1, err))
}

// nextEntry says when to fetch an entry again; the zero time gives it up. A
// host that says when it wants to be asked again is asked then, however often
// it has put us off.
func nextEntry(now, later time.Time, failures int, err error) time.Time {
	if later.After(now) {
		return later
	}
	if failures >= desk.MaxAttempts || fault.Is(err, fault.Gone) || fault.Is(err, fault.NotFound) || fault.Is(err, fault.Invalid) {
		return time.Time{}
	}
	return now.Add(desk.Backoff(failures))
}

// collect fetches and keeps one entry. later is when its host wants to be asked
// again, where it said so.
func (d *Desk) collect(ctx context.Context, e desk.Entry) (later time.Time, err error) {
	src, err := d.Store.Source(ctx, e.SourceID)
	if err != nil {
		return later, err
	}
	if src.Kind == desk.SourceMail {
		return later, d.collectMail(ctx, src, e)
	}
	r, err := d.Fetch.Get(ctx, fetch.Request{URL: e.Link, Proxy: src.Proxy})
	if r != nil {
		later = r.RetryAfter
	}
	if err != nil {
		return later, err
	}
	_, err = d.Capture(ctx, []Bytes{{
		Data: r.Body, MediaType: r.MediaType, How: desk.HowFetched, Address: e.Link, FinalURL: r.FinalURL,
		Status: r.Status, Source: src, EntryID: e.ID, Asked: r.Asked, Head: r.Head, Packed: r.Packed,
	}})
	if err == nil && source.IsShort(e.Link) && source.NamesOne(r.FinalURL) {
		err = d.Store.NameEntry(ctx, e.ID, source.Normal(r.FinalURL))
	}
	return time.Time{}, err
}
