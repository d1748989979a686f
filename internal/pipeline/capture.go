package pipeline

import (
	"context"
	"fmt"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
)

// MaxCapture is how many bytes one capture may have.
const MaxCapture = 25 << 20

// Bytes is what was fetched or handed in, before anything looks into it.
type Bytes struct {
	Data      []byte
	MediaType string
	How       desk.How
	Address   string
	FinalURL  string
	Status    int
	FileName  string
	Source    desk.Source
	EntryID   string
	By        string // account id
}

// Capture keeps bytes as evidence, all of them before the first is looked
// into: the bytes under their digest, then capture, leaf of the log and an
// unread article in one transaction. It gives what became of each, in order.
// Errors: Unavailable when the disk is full; nothing half-written is left.
func (d *Desk) Capture(ctx context.Context, list []Bytes) ([]desk.Stored, error) {
	data := make([][]byte, len(list))
	for i, b := range list {
		if len(b.Data) > MaxCapture {
			return nil, fault.New(fault.Invalid, "%s has %d MB; a capture has %d MB at most.", b.name(), len(b.Data)>>20, MaxCapture>>20)
		}
		data[i] = b.Data
	}
	digests, err := d.Evidence.PutMany(data)
	if err != nil {
		return nil, fmt.Errorf("keep evidence: %w", err)
	}
	inward := make([]desk.Inward, len(list))
	for i, b := range list {
		inward[i] = d.inward(b, digests[i])
	}
	stored, err := d.Store.AddCaptures(ctx, inward)
	if err != nil {
		return nil, fmt.Errorf("store captures: %w", err)
	}
	return stored, nil
}

func (b Bytes) name() string {
	if b.FileName != "" {
		return b.FileName
	}
	return b.Address
}

func (d *Desk) inward(b Bytes, digest string) desk.Inward {
	c := desk.Capture{
		ID: d.id(desk.KindCapture), SHA256: digest, Size: int64(len(b.Data)), MediaType: b.MediaType, How: b.How,
		Address: b.Address, FinalURL: b.FinalURL, Status: b.Status, FileName: b.FileName, SourceID: b.Source.ID,
		EntryID: b.EntryID, By: b.By, Agent: d.Agent, At: d.Now(),
	}
	return desk.Inward{
		Capture: c, Leaf: evidence.NewLeaf(d.Random, c.ID, digest), ArticleID: d.id(desk.KindArticle), Licence: b.Source.Licence,
	}
}

// Inward gives the source that what is handed in in this way belongs to.
func (d *Desk) Inward(ctx context.Context, kind desk.SourceKind) (desk.Source, error) {
	return d.Store.EnsureInward(ctx, desk.Source{
		ID: d.id(desk.KindSource), Kind: kind, Licence: desk.LicenceExcerpt, CreatedAt: d.Now(),
	})
}

// Paste captures a text that an editor handed in and gives the article that
// will be read out of it. The same text again gives the same article.
func (d *Desk) Paste(ctx context.Context, text []byte, account string) (articleID string, err error) {
	source, err := d.Inward(ctx, desk.SourcePaste)
	if err != nil {
		return "", err
	}
	stored, err := d.Capture(ctx, []Bytes{{Data: text, MediaType: "text/plain; charset=utf-8", How: desk.HowHandedIn, Source: source, By: account}})
	if err != nil {
		return "", err
	}
	return stored[0].ArticleID, nil
}

// Write keeps a post's Markdown as a capture, what the organisation wrote
// itself, and stores the post with the decision. It gives the stored post.
// Errors: Conflict when somebody was faster.
func (d *Desk) Write(ctx context.Context, post desk.Article, by desk.Decision) (desk.Article, error) {
	source, err := d.Inward(ctx, desk.SourceDesk)
	if err != nil {
		return desk.Article{}, err
	}
	text := []byte("# " + post.Title + "\n\n" + post.Markdown + "\n")
	digests, err := d.Evidence.PutMany([][]byte{text})
	if err != nil {
		return desk.Article{}, fmt.Errorf("keep evidence: %w", err)
	}
	b := Bytes{Data: text, MediaType: "text/markdown; charset=utf-8", How: desk.HowWritten, Source: source, By: by.Account}
	post.SourceID = source.ID
	return d.Store.SavePost(ctx, d.inward(b, digests[0]), post, by)
}
