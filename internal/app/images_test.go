package app

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/pipeline"
)

// brush is a browser that paints the same picture, or fails.
type brush struct {
	err   error
	asked []string
}

func (b *brush) Name() string { return "Brush 1" }

func (b *brush) Image(_ context.Context, page []byte, mediaType string) ([]byte, error) {
	b.asked = append(b.asked, mediaType+" "+string(page))
	return []byte("\x89PNG\r\n\x1a\n invented"), b.err
}

// TestPageImageIsEvidence captures a page and a text, of which only the page
// gets an image: a capture of its own with its leaf, related to the page's.
func TestPageImageIsEvidence(t *testing.T) {
	e := testEnv(t, "")
	now := time.Now()
	e.Now = func() time.Time { return now }
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	painter := &brush{err: fault.New(fault.Unavailable, "There is no browser.")}
	d.PageImages, d.Browser = true, painter
	d.Fetch = fetch.New(fetch.Options{UserAgent: "rightsdesk test", AllowLoopback: true, Now: e.Now})
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			io.WriteString(w, "<rss><channel><item><link>/page</link></item><item><link>/text</link></item></channel></rss>")
		case "/page":
			w.Header().Set("Content-Type", "text/html; charset=koi8-r")
			io.WriteString(w, "<p>Invented")
		default:
			w.Header().Set("Content-Type", "text/plain")
			io.WriteString(w, "Invented text")
		}
	}))
	t.Cleanup(web.Close)
	id := desk.NewID(e.Random, "rdk", desk.KindSource)
	src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: web.URL + "/feed", Outlet: "Invented", Licence: desk.LicenceExcerpt, NextTry: now, CreatedAt: now}
	if err := rooms.Desk.AddSource(t.Context(), src, desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: now}); err != nil {
		t.Fatal(err)
	}
	for _, do := range []func(context.Context) (bool, error){d.Poll, d.Collect, d.Collect} {
		if _, err := do(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	paint := func() {
		t.Helper()
		if _, err := d.Images(t.Context()); err != nil {
			t.Fatal(err)
		}
		now = now.Add(3 * time.Hour)
	}
	for range desk.MaxImageAttempts + 1 { // without a browser it is not given up
		paint()
	}
	painter.err = nil
	paint()
	paint()
	want := "text/html; charset=koi8-r <p>Invented"
	if n := len(painter.asked); n != desk.MaxImageAttempts+2 || painter.asked[n-1] != want {
		t.Fatalf("the browser was asked %d times: %q", n, painter.asked)
	}
	leaves, err := rooms.Desk.Leaves(t.Context(), 0, 10)
	if err != nil || len(leaves) != 3 {
		t.Fatal(len(leaves), err)
	}
	c, err := rooms.Desk.Capture(t.Context(), leaves[2].CaptureID)
	if err != nil || c.How != desk.HowFetched || c.MediaType != "image/png" || c.FinalURL != web.URL+"/page" || !strings.HasSuffix(c.Agent, "; Brush 1") {
		t.Fatalf("%+v, %v", c, err)
	}
	image, err := rooms.Desk.PageImage(t.Context(), strings.TrimPrefix(c.Address, "urn:rightsdesk:capture:"))
	if err != nil || image.ImageID != c.ID || image.State != desk.ImageKept {
		t.Errorf("%+v, %v", image, err)
	}
	if data, err := rooms.Captures.Content(c); err != nil || string(data) != "\x89PNG\r\n\x1a\n invented" {
		t.Errorf("%q, %v", data, err)
	}
}

// TestPageWithoutAnImageIsGivenUp is of a page of which the browser makes none.
func TestPageWithoutAnImageIsGivenUp(t *testing.T) {
	e := testEnv(t, "")
	now := time.Now()
	e.Now = func() time.Time { return now }
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	painter := &brush{err: fault.New(fault.Invalid, "The browser made none.")}
	d.PageImages, d.Browser = true, painter
	page := "<p>Invented"
	for range 2 { // the same page again wants no second image
		stored, err := d.Capture(t.Context(), []pipeline.Bytes{{Data: []byte(page), MediaType: "text/html", How: desk.HowFetched, Address: "https://news.example.org/1"}})
		if err != nil {
			t.Fatal(err)
		}
		for range desk.MaxImageAttempts + 2 {
			if _, err := d.Images(t.Context()); err != nil {
				t.Fatal(err)
			}
			now = now.Add(3 * time.Hour)
		}
		if i, err := rooms.Desk.PageImage(t.Context(), stored[0].CaptureID); err != nil || i.State != desk.ImageFailed || i.LastError != "The browser made none." {
			t.Errorf("%+v, %v", i, err)
		}
	}
	if len(painter.asked) != desk.MaxImageAttempts {
		t.Errorf("asked %d times", len(painter.asked))
	}
}
