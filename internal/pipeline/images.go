package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
)

// Browser makes images of pages; see [evidence.Browser].
type Browser interface {
	// Image gives a PNG of a page. Errors: Unavailable, Invalid for this page.
	Image(ctx context.Context, page []byte, mediaType string) ([]byte, error)
	// Name is its name and version.
	Name() string
}

// Images makes the image of one captured page that waits for it, and keeps it
// as a capture of its own.
func (d *Desk) Images(ctx context.Context) (more bool, err error) {
	now := d.Now()
	list, err := d.Store.LeasePageImages(ctx, now, now.Add(lease), 1)
	if err != nil || len(list) == 0 {
		return false, err
	}
	i := list[0]
	err = d.image(ctx, i.Page)
	if err == nil || ctx.Err() != nil {
		return err == nil, nil // broken off by the stop, it is made again
	}
	d.Log.Warn("no image of a page was made", "capture", i.Page.ID, "error", err)
	return true, d.Store.FailPageImage(ctx, i.Page.ID, fault.Words(err), nextImage(d.Now(), i.Attempts+1, err))
}

// nextImage says when to try again; the zero time gives it up. Where the
// browser or the evidence cannot be reached the page is not at fault.
func nextImage(now time.Time, failures int, err error) time.Time {
	if !unreachable(err) && failures >= desk.MaxImageAttempts {
		return time.Time{}
	}
	return now.Add(desk.Backoff(min(failures, desk.MaxAttempts)))
}

func (d *Desk) image(ctx context.Context, page desk.Capture) error {
	data, err := d.Evidence.Content(page)
	if err != nil {
		return fmt.Errorf("open evidence: %w", err)
	}
	picture, err := d.Browser.Image(ctx, data, page.MediaType)
	if err != nil {
		return err
	}
	in, err := d.keepImage(page, picture)
	if err != nil {
		return err
	}
	fresh, err := d.Store.AddPageImage(ctx, page.ID, in)
	if err == nil && fresh {
		return nil
	}
	if e := d.Evidence.Remove([]string{in.Capture.File}); err == nil {
		err = e // somebody else was faster, or the page was erased meanwhile
	}
	return err
}

// keepImage writes a picture to the evidence: it was fetched, by a browser, out
// of the capture that its address names.
func (d *Desk) keepImage(page desk.Capture, picture []byte) (desk.Inward, error) {
	sum := sha256.Sum256(picture)
	r := evidence.Record{Body: picture, Capture: desk.Capture{
		ID: d.id(desk.KindCapture), SHA256: hex.EncodeToString(sum[:]), Size: int64(len(picture)), MediaType: "image/png", How: desk.HowFetched,
		Address: desk.ImageAddress(page.ID), FinalURL: page.FinalURL, SourceID: page.SourceID, Agent: d.Agent + "; " + d.Browser.Name(), At: d.Now(),
	}}
	if _, err := io.ReadFull(d.Random, r.Nonce[:]); err != nil {
		panic(fmt.Sprintf("read randomness: %v", err)) // a nonce that can be guessed gives the content away
	}
	file, err := evidence.Encode(r)
	if err != nil {
		return desk.Inward{}, fmt.Errorf("write a capture file: %w", err)
	}
	shas, err := d.Evidence.PutMany([][]byte{file})
	if err != nil {
		return desk.Inward{}, fmt.Errorf("%w: %w", errKeep, err)
	}
	r.Capture.File = shas[0]
	return desk.Inward{Capture: r.Capture, Leaf: evidence.FileLeaf(r.Capture.ID, shas[0])}, nil
}
