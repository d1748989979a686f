package app

import (
	"cmp"
	"context"
	"net/url"
	"os"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/exchange"
	"rightsdesk/internal/fault"
)

// ImportOPML adds the feeds of a list of subscriptions as sources, with the
// licence policy "excerpt". Those that are there already are left as they are.
// It reports each feed in order.
func ImportOPML(ctx context.Context, e Env, r *Rooms, file string, report func(Imported)) error {
	f, err := os.Open(file)
	if err != nil {
		return fileFault(err)
	}
	defer f.Close()
	list, err := exchange.ReadOPML(f)
	if err != nil {
		return err
	}
	for _, o := range list {
		i := Imported{File: o.Feed}
		err := addFeed(ctx, e, r, o)
		switch {
		case fault.Is(err, fault.Conflict):
			i.Known = true
		case fault.Of(err) == fault.Internal && err != nil:
			return err
		case err != nil:
			i.Error = fault.Words(err)
		}
		report(i)
	}
	return nil
}

func addFeed(ctx context.Context, e Env, r *Rooms, o exchange.Outline) error {
	u, err := url.Parse(o.Feed)
	if err != nil {
		return fault.Wrap(fault.Invalid, err, "%.100q is no web address", o.Feed)
	}
	now := e.Now().UTC()
	s := desk.Source{
		ID: desk.NewID(e.Random, e.Config.Organisation.Key, desk.KindSource), Kind: desk.SourceFeed, Address: o.Feed, Outlet: cmp.Or(o.Title, u.Hostname()), Licence: desk.LicenceExcerpt, NextTry: now, CreatedAt: now,
	}
	return r.Desk.AddSource(ctx, s, e.decision(desk.VerbAdd, s.ID, desk.Change{Field: "address", After: s.Address}, desk.Change{Field: "outlet", After: s.Outlet}))
}
