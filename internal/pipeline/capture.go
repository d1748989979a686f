package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
)

// MaxCapture is how many bytes one capture may have.
const MaxCapture = 25 << 20

// errKeep marks what hinders keeping evidence: a full disk, a store that is
// down. It is no fault of what was to be kept, which is fetched again later.
var errKeep = errors.New("keep evidence")

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
	Import    *desk.Import

	Asked, Head, Packed []byte // the exchange in which it was fetched; see fetch.Response
}

// Capture keeps bytes as evidence, all of them before the first is looked
// into: a WARC file for each, then capture, leaf of the log and an unread
// article in one transaction. It gives what became of each, in order; what was
// in the desk already is not kept twice.
// Errors: Unavailable when the disk is full; nothing half-written is left.
func (d *Desk) Capture(ctx context.Context, list []Bytes) ([]desk.Stored, error) {
	for _, b := range list {
		if len(b.Data) > MaxCapture {
			return nil, fault.New(fault.Invalid, "%s has %d MB; a capture has %d MB at most.", b.name(), len(b.Data)>>20, MaxCapture>>20)
		}
	}
	inward, err := d.keep(list)
	if err != nil {
		return nil, err
	}
	stored, err := d.Store.AddCaptures(ctx, inward)
	if err != nil {
		return nil, fmt.Errorf("store captures: %w", err)
	}
	var double []string
	for i, s := range stored {
		if !s.Fresh {
			double = append(double, inward[i].Capture.File)
		}
	}
	if err := d.Evidence.Remove(double); err != nil {
		return nil, fmt.Errorf("remove what was there already: %w", err)
	}
	return stored, nil
}

// keep writes a WARC file for each and gives what is to be stored of them.
func (d *Desk) keep(list []Bytes) ([]desk.Inward, error) {
	files, inward := make([][]byte, len(list)), make([]desk.Inward, len(list))
	for i, b := range list {
		inward[i] = desk.Inward{Capture: d.capture(b), ArticleID: d.id(desk.KindArticle), Licence: b.Source.Licence, Import: b.Import}
		inward[i].Image = d.PageImages && inward[i].Capture.ShowsPage()
		r := evidence.Record{Capture: inward[i].Capture, Request: b.Asked, Response: b.Head, Body: b.Data}
		if len(b.Head) > 0 {
			r.Body = b.Packed
		}
		if _, err := io.ReadFull(d.Random, r.Nonce[:]); err != nil {
			panic(fmt.Sprintf("read randomness: %v", err)) // a nonce that can be guessed gives the content away
		}
		var err error
		if files[i], err = evidence.Encode(r); err != nil {
			return nil, fmt.Errorf("write a capture file: %w", err)
		}
	}
	digests, err := d.Evidence.PutMany(files)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errKeep, err)
	}
	for i, sha := range digests {
		inward[i].Capture.File, inward[i].Leaf = sha, evidence.FileLeaf(inward[i].Capture.ID, sha)
	}
	return inward, nil
}

func (b Bytes) name() string {
	if b.FileName != "" {
		return b.FileName
	}
	return b.Address
}

func (d *Desk) capture(b Bytes) desk.Capture {
	sum := sha256.Sum256(b.Data)
	return desk.Capture{
		ID: d.id(desk.KindCapture), SHA256: hex.EncodeToString(sum[:]), Size: int64(len(b.Data)), MediaType: b.MediaType, How: b.How,
		Address: b.Address, FinalURL: b.FinalURL, Status: b.Status, FileName: b.FileName, SourceID: b.Source.ID,
		EntryID: b.EntryID, By: b.By, Agent: d.Agent, At: d.Now(),
	}
}

// Inward gives the source that what is handed in in this way belongs to.
func (d *Desk) Inward(ctx context.Context, kind desk.SourceKind) (desk.Source, error) {
	return d.Store.EnsureInward(ctx, desk.Source{
		ID: d.id(desk.KindSource), Kind: kind, Licence: desk.LicenceExcerpt, CreatedAt: d.Now(),
	})
}

// Paste captures a text or a page that an editor handed in, with its address
// where that is known, and gives the article that will be read out of it. The
// same text of the same address again gives the same article.
func (d *Desk) Paste(ctx context.Context, text []byte, address, account string) (articleID string, err error) {
	source, err := d.Inward(ctx, desk.SourcePaste)
	if err != nil {
		return "", err
	}
	mediaType, err := Recognise(text)
	if err != nil || mediaType == PDFType {
		mediaType = "text/plain" // what is wrong with it is said when it is read
	}
	if strings.HasPrefix(mediaType, "text/") {
		mediaType += "; charset=utf-8"
	}
	stored, err := d.Capture(ctx, []Bytes{{Data: text, MediaType: mediaType, How: desk.HowHandedIn, Address: address, Source: source, By: account}})
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
	kept, err := d.keep([]Bytes{{Data: text, MediaType: "text/markdown; charset=utf-8", How: desk.HowWritten, Source: source, By: by.Account}})
	if err != nil {
		return desk.Article{}, err
	}
	post.SourceID = source.ID
	return d.Store.SavePost(ctx, kept[0], post, by)
}
