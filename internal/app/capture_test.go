package app

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fetch"
)

// files gives the capture files of a desk.
func files(t *testing.T, e Env) (out []evidence.Record) {
	t.Helper()
	err := filepath.WalkDir(e.Config.Evidence(), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		r, err := evidence.Decode(b)
		out = append(out, r)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestCaptureFiles hands a text in twice and fetches a packed page: there is
// one file for each capture and none for what was there already, with the
// exchange as it went over the wire, and each leaf of the log fits its file.
func TestCaptureFiles(t *testing.T) {
	e := testEnv(t, "")
	rooms, err := OpenRooms(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := rooms.Close(); err != nil {
			t.Error(err)
		}
	})
	d := NewPipeline(e, rooms)
	d.Fetch = fetch.New(fetch.Options{UserAgent: "rightsdesk test", AllowLoopback: true, Now: e.Now})
	for range 2 {
		if _, err := d.Paste(t.Context(), []byte("An invented text."), "", "rdk_u_aaaaaaaaaaaaaaaa"); err != nil {
			t.Fatal(err)
		}
	}
	page := "<p>" + strings.Repeat("An invented page. ", 100)
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			io.WriteString(w, "<rss><channel><item><link>/page</link></item></channel></rss>")
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		io.WriteString(z, page)
		z.Close()
	}))
	t.Cleanup(web.Close)
	id := desk.NewID(e.Random, "rdk", desk.KindSource)
	src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: web.URL + "/feed", Outlet: "Invented", Licence: desk.LicenceExcerpt, NextTry: e.Now().Add(-time.Minute), CreatedAt: e.Now()}
	if err := rooms.Desk.AddSource(t.Context(), src, desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: e.Now()}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Poll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Collect(t.Context()); err != nil {
		t.Fatal(err)
	}
	leaves, err := rooms.Desk.Leaves(t.Context(), 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	kept := files(t, e)
	if len(kept) != 2 || len(leaves) != 2 {
		t.Fatalf("%d files and %d leaves of two captures", len(kept), len(leaves))
	}
	for _, leaf := range leaves {
		c, err := rooms.Desk.Capture(t.Context(), leaf.CaptureID)
		if err != nil || !evidence.CheckLeaf(leaf, c.File) {
			t.Errorf("the leaf of %+v does not fit its file: %v", c, err)
		}
	}
	for _, r := range kept {
		if r.Capture.How == desk.HowHandedIn {
			continue
		}
		content, err := r.Content()
		if err != nil || string(content) != page || len(r.Body) >= len(page) {
			t.Errorf("%d bytes sent, %d of content, %v", len(r.Body), len(content), err)
		}
		if asked, head := string(r.Request), string(r.Response); !strings.HasPrefix(asked, "GET /page HTTP/1.1\r\nHost: 127.0.0.1:") || !strings.Contains(asked, "User-Agent: rightsdesk test\r\n") ||
			!strings.HasPrefix(head, "HTTP/1.1 200 OK\r\n") || !strings.Contains(head, "\r\nContent-Encoding: gzip\r\n") {
			t.Errorf("asked %q, answered %q", asked, head)
		}
	}
}
