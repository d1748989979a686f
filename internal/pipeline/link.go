package pipeline

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/names"
	deskstore "rightsdesk/internal/store/desk"
)

const (
	linkBatch = 32  // articles in which all names are looked for, before others have their turn
	lookBatch = 128 // articles in which one case's names are looked for
	maxLinks  = 30  // cases that one article may mention; the surest are kept
)

// linker knows the names of all cases. Nothing of it leaves the desk: it logs
// ids, never names.
type linker struct {
	mu      sync.Mutex
	index   *names.Index
	version int64
	cases   map[string]desk.Named
}

// known gives the names of all cases as of now.
func (l *linker) known(ctx context.Context, s *deskstore.Store) (*names.Index, map[string]desk.Named, int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	version, err := s.NamesVersion(ctx)
	if err != nil || l.index != nil && version == l.version {
		return l.index, l.cases, l.version, err
	}
	list, err := s.Names(ctx)
	if err != nil {
		return nil, nil, 0, err
	}
	var entries []names.Entry
	cases := make(map[string]desk.Named, len(list.Cases))
	for _, c := range list.Cases {
		cases[c.CaseID] = c
		entries = append(entries, c.Entries()...)
	}
	l.index, l.cases, l.version = names.NewIndex(entries), cases, list.Version
	return l.index, l.cases, l.version, nil
}

// Link finds which cases each article may mention that was read, and then in
// which articles a case may be mentioned whose names are new. It proposes;
// people decide.
func (d *Desk) Link(ctx context.Context) (more bool, err error) {
	n, err := d.linkArticles(ctx)
	if err != nil || n == linkBatch {
		return n == linkBatch, err
	}
	looked, err := d.lookForCase(ctx)
	return n > 0 || looked, err
}

func (d *Desk) linkArticles(ctx context.Context) (int, error) {
	list, err := d.Store.Unlinked(ctx, linkBatch)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	// The names come after the articles: a case that is saved later looks at
	// these articles by itself.
	index, cases, version, err := d.links.known(ctx, d.Store)
	if err != nil {
		return 0, fmt.Errorf("names of cases: %w", err)
	}
	for _, a := range list {
		links, err := d.linksOf(ctx, a, index, cases)
		if err == nil {
			err = d.Store.SaveMentions(ctx, a, version, links)
		}
		if err != nil {
			return 0, fmt.Errorf("look for names in %s: %w", a.ID, err)
		}
	}
	return len(list), nil
}

// linksOf gives the cases that an article may mention.
func (d *Desk) linksOf(ctx context.Context, a desk.Article, index *names.Index, cases map[string]desk.Named) ([]desk.Mention, error) {
	hits := index.Find(a.Text)
	if len(hits) == 0 {
		return nil, nil
	}
	around, err := d.Store.Around(ctx, a)
	if err != nil {
		return nil, err
	}
	var out []desk.Mention
	for _, h := range hits {
		if l, ok := desk.LinkOf(h, cases[h.Owner], around); ok {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b desk.Mention) int {
		switch {
		case a.Certain == b.Certain:
			return 0
		case a.Certain:
			return -1
		}
		return 1
	})
	return out[:min(len(out), maxLinks)], nil
}

// lookForCase looks for the names of one case that changed in the next articles.
func (d *Desk) lookForCase(ctx context.Context) (more bool, err error) {
	now := d.Now()
	due, err := d.Store.LeaseLook(ctx, now, now.Add(lease))
	if err != nil || len(due) == 0 {
		return false, err
	}
	index, cases, _, err := d.links.known(ctx, d.Store)
	if err != nil {
		return false, fmt.Errorf("names of cases: %w", err)
	}
	list, err := d.Store.After(ctx, due[0].Last, lookBatch)
	if err != nil {
		return false, err
	}
	// Those of another case may be meant as well, so all are looked for; what is
	// stored is of this one.
	own := cases[due[0].CaseID]
	alone := names.NewIndex(own.Entries())
	var found []desk.Mention
	for _, a := range list {
		if len(alone.Find(a.Text)) == 0 {
			continue
		}
		links, err := d.linksOf(ctx, a, index, cases)
		if err != nil {
			return false, fmt.Errorf("look for case %s in %s: %w", own.CaseID, a.ID, err)
		}
		if at := slices.IndexFunc(links, func(l desk.Mention) bool { return l.CaseID == own.CaseID }); at >= 0 {
			found = append(found, links[at])
		}
	}
	last := ""
	if len(list) > 0 {
		last = list[len(list)-1].ID
	}
	return true, d.Store.SaveLook(ctx, due[0], last, found)
}
