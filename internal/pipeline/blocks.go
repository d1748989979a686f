package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
)

// sourceBlocks gives a function that gives what is known of the blocks of a
// source, looked up once.
func (d *Desk) sourceBlocks() func(ctx context.Context, sourceID string) (extract.Blocks, error) {
	known := map[string]extract.Blocks{}
	return func(ctx context.Context, sourceID string) (extract.Blocks, error) {
		if b, there := known[sourceID]; there {
			return b, nil
		}
		list, err := d.Store.Blocks(ctx, sourceID)
		if err != nil {
			return extract.Blocks{}, fmt.Errorf("blocks of %s: %w", sourceID, err)
		}
		known[sourceID] = blocksOf(list)
		return known[sourceID], nil
	}
}

func blocksOf(list []desk.RepeatedBlock) extract.Blocks {
	var learned []extract.Block
	var refused []string
	for _, b := range list {
		if b.State == desk.BlockRefused {
			refused = append(refused, b.Text)
		} else {
			learned = append(learned, extract.Block{Place: extract.Place(b.Place), Text: b.Text, Doubtful: b.State == desk.BlockDoubted})
		}
	}
	return extract.NewBlocks(learned, refused)
}

// learn learns the blocks of the sources of what was just read.
func (d *Desk) learn(ctx context.Context, read []desk.Unread) error {
	documents := map[string]int{}
	for _, u := range read {
		documents[u.Capture.SourceID]++
	}
	for _, u := range read {
		source := u.Capture.SourceID
		if documents[source] == 0 {
			continue // learned already
		}
		if err := d.learnSource(ctx, source, documents[source]); err != nil {
			return fmt.Errorf("learn the blocks of %s: %w", source, err)
		}
		documents[source] = 0
	}
	return nil
}

// learnAfter is after how many new documents the blocks of a source are learned
// again of which as many are known as are learned from: one more of them changes
// little, and learning takes as long as reading three.
const learnAfter = 5

// unlearned counts the documents of sources since their blocks were learned. It
// is not kept over a restart, after which each count begins anew.
type unlearned struct {
	sync.Mutex
	of map[string]int
}

// due counts n documents and reports whether enough have come.
func (u *unlearned) due(source string, n int, full bool) bool {
	u.Lock()
	defer u.Unlock()
	if u.of == nil {
		u.of = map[string]int{}
	}
	if u.of[source] += n; full && u.of[source] < learnAfter {
		return false
	}
	delete(u.of, source)
	return true
}

func (d *Desk) learnSource(ctx context.Context, sourceID string, documents int) error {
	edges, err := d.Store.LastEdges(ctx, sourceID, extract.LearnFrom)
	if err != nil || len(edges) == 0 || !d.unlearned.due(sourceID, documents, len(edges) == extract.LearnFrom) {
		return err
	}
	have, err := d.Store.Blocks(ctx, sourceID)
	if err != nil {
		return err
	}
	docs := make([]extract.Edges, len(edges))
	for i, e := range edges {
		docs[i] = extract.Edges{Top: e.Top, Bottom: e.Bottom, Count: e.Count, Headed: e.Headed}
	}
	var fresh, known []desk.RepeatedBlock
	for _, b := range extract.Learn(docs, d.Now()) {
		at := slices.IndexFunc(have, func(h desk.RepeatedBlock) bool { return h.Place == string(b.Place) && extract.Same(h.Text, b.Text) })
		if at >= 0 {
			have[at].Documents = b.Documents
			known = append(known, have[at])
			continue
		}
		state := desk.BlockLearned
		if b.Doubtful {
			state = desk.BlockDoubted
		}
		fresh = append(fresh, desk.RepeatedBlock{
			ID: d.id(desk.KindBlock), ArticleID: edges[b.Example].ArticleID, Place: string(b.Place), Text: b.Text, Documents: b.Documents, State: state,
		})
	}
	return d.Store.Learned(ctx, sourceID, fresh, known, extract.LearnFrom, d.Now())
}

// workAccount is the account of what work does by itself.
const workAccount = "work"

// Relearn reads the old articles of a source again whose blocks changed: those
// that hold one, or lost one that is to stay.
func (d *Desk) Relearn(ctx context.Context) (more bool, err error) {
	now := d.Now()
	due, err := d.Store.LeaseReread(ctx, now, now.Add(lease))
	if err != nil || len(due) == 0 {
		return false, err
	}
	blocks, err := d.sourceBlocks()(ctx, due[0].SourceID)
	if err != nil {
		return false, err
	}
	list, last, err := d.RereadNext(ctx, Reread{
		Source: due[0].SourceID, After: due[0].LastRead, Apply: true, Account: workAccount, Reason: "What its source repeats in all its articles changed.",
		Wanted: func(a desk.Article) bool { return holds(blocks, a) },
	})
	if ctx.Err() != nil {
		return false, nil // the lease ends, and it goes on from where it was
	}
	if err != nil { // evidence cannot be had: later
		return false, d.relearnLater(ctx, due[0], err)
	}
	for _, one := range list {
		if one.Skipped != "" {
			d.Log.Warn("an article keeps what its source repeats", "article", one.Article, "reason", one.Skipped)
		}
	}
	return true, d.Store.RereadTo(ctx, due[0], last)
}

// relearnLater has a source wait whose evidence cannot be had now.
func (d *Desk) relearnLater(ctx context.Context, due desk.RereadDue, err error) error {
	if !unreachable(err) {
		return err
	}
	d.Log.Warn("old articles wait to be read again", "source", due.SourceID, "error", err)
	return d.Store.RereadLater(ctx, due, d.Now().Add(desk.Backoff(1)))
}

// holds reports whether an article may read otherwise now. What stands at the
// top may have been taken for its headline.
func holds(b extract.Blocks, a desk.Article) bool {
	var paragraphs, cut []string
	for _, s := range []string{a.Title, a.Standfirst} {
		if s != "" {
			paragraphs = append(paragraphs, s)
		}
	}
	if a.Text != "" {
		paragraphs = append(paragraphs, strings.Split(a.Text, "\n\n")...)
	}
	for _, r := range a.Removed {
		if r.Kind == extract.Repeated {
			cut = append(cut, r.Text)
		}
	}
	return b.Holds(paragraphs, cut)
}
