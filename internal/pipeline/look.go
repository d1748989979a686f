package pipeline

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/source"
)

// maxTried is how many addresses are tried to find a source behind one, and
// lookFor how long all of it may take.
const (
	maxTried = 8
	lookFor  = 50 * time.Second
)

// Look asks an address that an editor gave: a feed, a sitemap, or any page of a
// site, behind which its feed is looked for, then its sitemap, then whether the
// page itself lists articles. Nothing is stored. Where src has a kind and
// selectors, as a source that is there already has, it is read as that.
// Errors: Invalid when there is nothing to be had, and those of fetching.
func (d *Desk) Look(ctx context.Context, src desk.Source) (desk.Look, error) {
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	if src.Kind == desk.SourceMail || filepath.IsAbs(strings.TrimSpace(src.Address)) {
		return d.lookAtMail(src)
	}
	src.Address = whole(src.Address)
	r, err := d.Fetch.Get(ctx, fetch.Request{URL: src.Address, Proxy: src.Proxy})
	if err != nil {
		return desk.Look{}, err
	}
	if src.Kind != "" {
		return d.lookAt(ctx, src, r)
	}
	for _, kind := range []desk.SourceKind{desk.SourceFeed, desk.SourceSitemap} {
		src.Kind = kind
		if l, err := d.lookAt(ctx, src, r); err == nil {
			return l, nil
		}
	}
	return d.lookBehind(ctx, src, r)
}

// whole gives an address that was typed without https:// one.
func whole(address string) string {
	address = strings.TrimSpace(address)
	if address != "" && !strings.Contains(address, "://") {
		return "https://" + address
	}
	return address
}

// lookAt reads an answer as a source's kind says.
func (d *Desk) lookAt(ctx context.Context, src desk.Source, r *fetch.Response) (desk.Look, error) {
	l := desk.Look{Source: src}
	l.Source.Address = first(r.MovedTo, src.Address)
	a, err := d.readSource(ctx, src, r)
	if err != nil {
		return l, err
	}
	l.Source.Outlet, l.Source.Language = first(src.Outlet, a.title), first(src.Language, a.language)
	l.Entries, l.Warnings = a.entries, a.warnings
	poll := desk.Poll{At: d.Now(), Entries: a.entries}
	l.Every = desk.Source{Health: desk.HealthNew}.After(poll, len(a.entries)).NextTry.Sub(poll.At)
	return l, nil
}

// lookBehind looks for a source behind a web page.
func (d *Desk) lookBehind(ctx context.Context, src desk.Source, page *fetch.Response) (desk.Look, error) {
	named := source.Discover(page.Body, page.FinalURL)
	tried := 0
	try := func(list []source.Found) (desk.Look, bool) {
		for _, f := range list {
			if tried++; tried > maxTried || ctx.Err() != nil {
				return desk.Look{}, false
			}
			r, err := d.Fetch.Get(ctx, fetch.Request{URL: f.Address, Proxy: src.Proxy})
			if err != nil {
				continue
			}
			s := src
			s.Kind, s.Address = f.Kind, f.Address
			if l, err := d.lookAt(ctx, s, r); err == nil && len(l.Entries) > 0 {
				for _, o := range named {
					if o.Address != f.Address {
						l.Others = append(l.Others, desk.Source{Kind: o.Kind, Address: o.Address, Outlet: o.Title})
					}
				}
				return l, true
			}
		}
		return desk.Look{}, false
	}
	if l, found := try(named); found {
		return l, nil
	}
	if l, found := d.lookAtList(ctx, src, page); found {
		return l, nil
	}
	if l, found := try(append(d.sitemapsOf(ctx, page.FinalURL, src.Proxy), source.Usual(page.FinalURL)...)); found {
		return l, nil
	}
	return desk.Look{}, fault.New(fault.Invalid, "Nothing at this address can be read as a source: it is no feed and no sitemap, it names none, and no list of articles was recognised on it. Open the page of the site that lists its news, and use its address.")
}

// lookAtList reads a page by the selectors that are proposed for it.
func (d *Desk) lookAtList(ctx context.Context, src desk.Source, page *fetch.Response) (desk.Look, bool) {
	sel, found := source.GuessSelectors(page.Body, page.MediaType)
	if !found {
		return desk.Look{}, false
	}
	src.Kind, src.Selectors = desk.SourcePage, sel
	l, err := d.lookAt(ctx, src, page)
	return l, err == nil && len(l.Entries) > 0
}

// sitemapsOf gives the sitemaps that a site's robots.txt names.
func (d *Desk) sitemapsOf(ctx context.Context, address, proxy string) []source.Found {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	u.Path, u.RawQuery = "/robots.txt", ""
	r, err := d.Fetch.Get(ctx, fetch.Request{URL: u.String(), Proxy: proxy})
	if err != nil {
		return nil
	}
	return source.SitemapsOf(r.Body, r.FinalURL)
}
