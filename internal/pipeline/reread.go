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
		one, err := d.rereadOne(ctx, r, q, opt)
		if err != nil {
			return out, last, fmt.Errorf("read %s again: %w", last, err)
		}
		out = append(out, one)
	}
	return out, last, nil
}

// rereadOne reads one article again. What hinders only this one is said in the result.
func (d *Desk) rereadOne(ctx context.Context, r desk.Rereadable, q Reread, opt extract.Options) (Rereading, error) {
	out := Rereading{Article: r.Article.ID, Title: r.Article.Title}
	data, err := d.Evidence.Content(r.Unread.Capture)
	if unreachable(err) {
		return out, err
	}
	var to desk.Reread
	if err == nil {
		to, err = within(readLimit, func() (desk.Reread, error) { return d.reread(ctx, r, data, opt) })
	}
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	if err != nil {
		out.Skipped = fault.Words(err)
		return out, nil
	}
	out.Changes = to.Changes
	if !q.Apply || len(to.Changes) == 0 {
		return out, nil
	}
	err = d.Store.SaveReread(ctx, to, desk.Decision{
		ID: d.id(desk.KindDecision), At: d.Now(), Account: q.Account, Verb: desk.VerbReread, RecordID: r.Article.ID, Reason: q.Reason, Changes: to.Changes,
	})
	if fault.Is(err, fault.Conflict) {
		out.Skipped = fault.Words(err)
		return out, nil
	}
	out.Applied = err == nil
	return out, err
}

// reread is the stage itself: evidence and article → what would change.
func (d *Desk) reread(ctx context.Context, r desk.Rereadable, data []byte, opt extract.Options) (desk.Reread, error) {
	read, about, err := readOne(ctx, r.Unread, data, opt)
	if err != nil {
		return desk.Reread{}, err
	}
	if read.Text == "" && r.Article.Text != "" {
		return desk.Reread{}, fault.New(fault.Invalid, "Read again, it has no text any more.")
	}
	var to desk.Reread
	to.Article, to.Changes = r.Merge(cleaned(read))
	found := d.analysed(to.Article, about, r.Unread.Lessons)
	to.Quotations = found.Quotations
	return r.Propose(to, found.Findings, found.Claims)
}

// readOne reads the article that an article is: of a capture with several, the
// one that it was. Errors: Invalid where that is not there, or where there are
// several now.
func readOne(ctx context.Context, u desk.Unread, data []byte, opt extract.Options) (desk.Article, []string, error) {
	if u.Capture.MediaType == exchange.WXRType {
		return readWordPress(u, data, opt)
	}
	doc, _, err := document(ctx, u, data, opt)
	switch {
	case err != nil:
		return desk.Article{}, nil, err
	case u.Part > len(doc.Entries):
		return desk.Article{}, nil, gonePart(u, doc)
	case u.Part > 0:
		return partOf(u, doc), nil, nil
	case len(doc.Entries) > 0:
		return desk.Article{}, nil, fault.New(fault.Invalid, "Read again, it is %d articles. Take the text in again to have them one by one.", len(doc.Entries))
	}
	return article(u, doc), nil, nil
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
	return a
}
