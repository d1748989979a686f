package pipeline

import (
	"context"
	"fmt"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/exchange"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

// RereadBatch is how many articles are read again between two looks at the database.
const RereadBatch = 32

// Reread says which articles are read again, and what becomes of it.
type Reread struct {
	Source  string // id; empty: all
	After   string // id of the article behind which to begin; empty: the first
	Account string // that the decisions are of
	Reason  string
	Apply   bool
	Learn   bool // what sources repeat is learned anew of what was read

	// Wanted, where it is set, leaves out articles that it is false for.
	Wanted func(desk.Article) bool
}

// Rereading is what became of one article that was read again.
type Rereading struct {
	Article string
	Title   string
	Changes []desk.Change // none: it reads as before
	Applied bool
	Skipped string // why it was left as it is, in words
}

// RereadNext reads the next articles again from their evidence, and nothing
// else. It gives what became of each, and the id to go on behind; empty when
// there were none. Changes are applied one article at a time: an article that
// somebody changes at that moment is skipped.
func (d *Desk) RereadNext(ctx context.Context, q Reread) (out []Rereading, last string, err error) {
	list, err := d.Store.Rereadable(ctx, q.Source, q.After, RereadBatch)
	if err != nil || len(list) == 0 {
		return nil, "", err
	}
	outlets, err := d.Store.Outlets(ctx)
	if err != nil {
		return nil, "", err
	}
	known, taught := d.sourceBlocks(), d.sourceLessons()
	learned := &relearned{sources: map[string]int{}}
	for _, r := range list {
		last = r.Article.ID
		if q.Wanted != nil && !q.Wanted(r.Article) {
			continue
		}
		opt := extract.Options{Outlets: outlets}
		if opt.Blocks, err = known(ctx, r.Article.SourceID); err != nil {
			return out, last, err
		}
		if r.Unread.Lessons, err = taught(ctx, r.Article.SourceID); err != nil {
			return out, last, err
		}
		one, err := d.rereadOne(ctx, r, q, opt, learned)
		if err != nil {
			return out, last, fmt.Errorf("read %s again: %w", last, err)
		}
		out = append(out, one)
	}
	if q.Learn && q.Apply {
		err = d.relearn(ctx, learned)
	}
	return out, last, err
}

// relearned is what of a batch the blocks of its sources are learned from.
type relearned struct {
	edges   []desk.Edges
	sources map[string]int // how many of each
}

func (l *relearned) add(r desk.Rereadable, e extract.Edges) {
	if len(e.Top)+len(e.Bottom) > 0 {
		of := edgesOf(e)
		of.ArticleID = r.Article.ID
		l.edges = append(l.edges, of)
		l.sources[r.Article.SourceID]++
	}
}

// relearn learns from the edges of articles that were read before there were any.
// What is new is applied by the work that goes on anyway.
func (d *Desk) relearn(ctx context.Context, l *relearned) error {
	if err := d.Store.FillEdges(ctx, l.edges); err != nil {
		return err
	}
	for source, n := range l.sources {
		if err := d.learnSource(ctx, source, n); err != nil {
			return fmt.Errorf("learn the blocks of %s: %w", source, err)
		}
	}
	return nil
}

// rereadOne reads one article again. What hinders only this one is said in the result.
func (d *Desk) rereadOne(ctx context.Context, r desk.Rereadable, q Reread, opt extract.Options, learned *relearned) (Rereading, error) {
	out := Rereading{Article: r.Article.ID, Title: r.Article.Title}
	data, err := d.Evidence.Content(r.Unread.Capture)
	if unreachable(err) {
		return out, err
	}
	var to reread
	if err == nil {
		to, err = within(readLimit, func() (reread, error) { return d.reread(ctx, r, data, opt) })
	}
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	if err == nil && r.Article.SameAs == "" {
		learned.add(r, to.edges)
	}
	if r.Article.Stage == desk.StageUnreadable {
		return d.rereadUnreadable(ctx, r, q, out, err)
	}
	if err != nil {
		out.Skipped = fault.Words(err)
		return out, nil
	}
	out.Changes = to.Changes
	if !q.Apply || len(to.Changes) == 0 {
		return out, nil
	}
	err = d.Store.SaveReread(ctx, to.Reread, d.rereadDecision(q, out))
	return out.saved(err)
}

// rereadUnreadable has an article that could not be read and now can be read like
// one that has just come, unless an editor wrote something down.
func (d *Desk) rereadUnreadable(ctx context.Context, r desk.Rereadable, q Reread, out Rereading, unread error) (Rereading, error) {
	if unread != nil && !fault.Is(unread, fault.Conflict) || len(r.Held) > 0 {
		return out, nil // it is as it was
	}
	out.Changes = []desk.Change{{Field: "stage", Before: string(desk.StageUnreadable), After: string(desk.StageUnread)}}
	if !q.Apply {
		return out, nil
	}
	return out.saved(d.Store.ReadAnew(ctx, r.Article, d.rereadDecision(q, out)))
}

func (d *Desk) rereadDecision(q Reread, one Rereading) desk.Decision {
	return desk.Decision{
		ID: d.id(desk.KindDecision), At: d.Now(), Account: q.Account, Verb: desk.VerbReread, RecordID: one.Article, Reason: q.Reason, Changes: one.Changes,
	}
}

// saved gives what became of an article when it was saved: what somebody changed at that
// moment is skipped.
func (one Rereading) saved(err error) (Rereading, error) {
	if fault.Is(err, fault.Conflict) {
		one.Skipped = fault.Words(err)
		return one, nil
	}
	one.Applied = err == nil
	return one, err
}

// reread is what an article would become, and the edges of what was read.
type reread struct {
	desk.Reread
	edges extract.Edges
}

// reread is the stage itself: evidence and article → what would change.
func (d *Desk) reread(ctx context.Context, r desk.Rereadable, data []byte, opt extract.Options) (to reread, err error) {
	read, about, edges, err := readOne(ctx, r.Unread, data, opt)
	to.edges = edges
	if err != nil {
		return to, err
	}
	if read.Text == "" && r.Article.Text != "" {
		return to, fault.New(fault.Invalid, "Read again, it has no text any more.")
	}
	to.Article, to.Changes = r.Merge(cleaned(read))
	found := d.analysed(to.Article, about, r.Unread.Lessons)
	to.Quotations = found.Quotations
	to.Reread, err = r.Propose(to.Reread, found.Findings, found.Claims)
	return to, err
}

// readOne reads the article that an article is, of a capture with several the one
// that it was, and gives what it is filed under and its edges. Those of several
// are the first one's. Errors: Invalid where that is not there, Conflict where
// there are several now.
func readOne(ctx context.Context, u desk.Unread, data []byte, opt extract.Options) (a desk.Article, about []string, edges extract.Edges, err error) {
	if u.Capture.MediaType == exchange.WXRType {
		return readWordPress(u, data, opt)
	}
	doc, _, err := document(ctx, u, data, opt)
	switch {
	case err != nil:
		return a, nil, edges, err
	case u.Part > len(doc.Entries):
		return a, nil, edges, gonePart(u, doc)
	case u.Part == 1:
		return partOf(u, doc), nil, doc.Edges, nil
	case u.Part > 1:
		return partOf(u, doc), nil, edges, nil
	case len(doc.Entries) > 0:
		return a, nil, edges, fault.New(fault.Conflict, "Read again, it is %d articles. Take the text in again to have them one by one.", len(doc.Entries))
	}
	return article(u, doc), nil, doc.Edges, nil
}

// cleaned gives what was read as the database will have it, so that it is
// compared with what the database has.
func cleaned(a desk.Article) desk.Article {
	for _, s := range []*string{&a.Title, &a.Standfirst, &a.Outlet, &a.Address, &a.Text, &a.HTML, &a.Dateline, &a.Credit, &a.Image.Address, &a.Image.Caption, &a.Image.Credit, &a.Image.Alt} {
		*s = store.Clean(*s)
	}
	for i := range a.Byline {
		a.Byline[i] = store.Clean(a.Byline[i])
	}
	for i := range a.Removed {
		a.Removed[i].Text = store.Clean(a.Removed[i].Text)
	}
	for i := range a.Doubts {
		a.Doubts[i].Text = store.Clean(a.Doubts[i].Text)
	}
	return a
}
