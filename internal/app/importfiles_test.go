package app

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/pdf"
	"rightsdesk/internal/pipeline"
)

// printed makes a PDF of pages of lines, as little as a reader needs.
func printed(pages ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n")
	kids := ""
	for i, page := range pages {
		text := "BT /F1 11 Tf 72 740 Td 14 TL\n"
		for line := range strings.SplitSeq(page, "\n") {
			text += "(" + line + ") Tj T*\n"
		}
		text += "ET"
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
		fmt.Fprintf(&b, "%d 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>\nendobj\n", 4+2*i, 5+2*i)
		fmt.Fprintf(&b, "%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", 5+2*i, len(text), text)
	}
	fmt.Fprintf(&b, "2 0 obj\n<< /Type /Pages /Kids [%s] /Count %d >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%%%EOF\n", kids, len(pages))
	return b.String()
}

// newDesk opens the rooms of a new desk.
func newDesk(t *testing.T) (*Rooms, *pipeline.Desk) {
	t.Helper()
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
	return rooms, NewPipeline(e, rooms)
}

// folderOf writes files into a new folder.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	aMail = "From: Invented Wire <wire@example.org>\nDate: Wed, 29 Mar 2017 10:00:00 +0000\nSubject: A mail of the wire\n\nOne invented accord was signed in Minsk, the wire says.\n"
	aPage = "<!doctype html><html><head><title>A page of the wire</title></head><body><article><h1>A page of the wire</h1><p>" +
		"Another invented accord was signed in Grodno on Monday, and the page says so at some length, for it is a page.</p><p>" +
		"Nobody of those who live there had heard of it before, said a teacher who has lived in the town for thirty years.</p><p>" +
		"The accord is said to have eleven articles, of which nobody has seen more than the first three, and these twice.</p></article></body></html>"
)

// take imports a folder of files, has them read, and gives the articles by the
// name of their file.
func take(t *testing.T, r *Rooms, d *pipeline.Desk, dir string) map[string]desk.Article {
	t.Helper()
	out := map[string]desk.Article{}
	ids := map[string]string{}
	err := ImportFiles(t.Context(), d, []string{dir}, func(i Imported) {
		if i.Error != "" {
			t.Errorf("%s: %s", i.File, i.Error)
		}
		ids[filepath.Base(i.File)] = i.Article
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	for name, id := range ids {
		if out[name], err = r.Desk.Article(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func pdfReader(t *testing.T) {
	t.Helper()
	if pdf.Installed() {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("pdftotext is missing; scripts/setup.sh installs it")
	}
	t.Skip("pdftotext is missing (Debian: apt-get install poppler-utils)")
}

// TestFilesByTheirContent takes in files whose names tell nothing.
func TestFilesByTheirContent(t *testing.T) {
	pdfReader(t)
	r, d := newDesk(t)
	const line = "said that nobody had asked them about the accord before it was signed, and that"
	got := take(t, r, d, folderOf(t, map[string]string{
		"text": "By Anna Invented\n\nHarbour News (29.03.2017) - A text of the harbour about Belarus.", "page": aPage, "mail": aMail,
		"print": printed("Invented Report 1\nThe people of the village "+line, "Invented Report 2\nall of them had read of it in a paper.", "Invented Report 3\nSo it ended."),
		"scan":  printed(""),
	}))
	for name, want := range map[string]struct{ kind, title, text, outlet, published string }{
		"text":  {"text/plain", "", "A text of the harbour about Belarus.", "Harbour News", "2017-03-29"},
		"page":  {"text/html", "A page of the wire", "Another invented accord", "", ""},
		"mail":  {pipeline.MailType, "A mail of the wire", "One invented accord was signed in Minsk, the wire says.", "Invented Wire", "2017-03-29"},
		"print": {pipeline.PDFType, "", "The people of the village " + line + " all of them had read of it in a paper.", "", ""},
		"scan":  {pipeline.PDFType, "", "", "", ""},
	} {
		a := got[name]
		c, err := r.Desk.Capture(t.Context(), a.CaptureID)
		if err != nil {
			t.Fatal(err)
		}
		if a.Stage != desk.StageWaiting || a.Title != want.title || !strings.HasPrefix(a.Text, want.text) || a.Outlet != want.outlet || a.Published != want.published ||
			a.Sensitivity != desk.Restricted || c.MediaType != want.kind {
			t.Errorf("%s: %s, %+v", name, c.MediaType, a)
		}
	}
	if a := got["print"]; len(a.Removed) != 1 || a.Removed[0].Text != "Invented Report 1\nInvented Report 2\nInvented Report 3" {
		t.Errorf("left out: %+v", a.Removed)
	}
	if a := got["scan"]; a.Confidence > 0.1 || !strings.Contains(a.LastError, "it is a scan") {
		t.Errorf("the scan: %+v", a)
	}
}

// TestPDFWithoutReader keeps a PDF where pdftotext is missing and says so; once
// it is installed, the PDF is read.
func TestPDFWithoutReader(t *testing.T) {
	pdfReader(t)
	e := testEnv(t, "")
	r, err := OpenRooms(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	d := NewPipeline(e, r)
	dir := folderOf(t, map[string]string{"report.pdf": printed("One invented accord was signed in Minsk.")})
	with := os.Getenv("PATH")
	t.Setenv("PATH", t.TempDir())
	a := take(t, r, d, dir)["report.pdf"]
	if a.Stage != desk.StageUnreadable || !strings.Contains(a.LastError, "pdftotext, which reads its text, is missing") || !strings.Contains(a.LastError, "kept as evidence") {
		t.Fatalf("%+v", a)
	}
	if kept := files(t, e); len(kept) != 1 || !pdf.Is(kept[0].Body) {
		t.Errorf("%d files are kept", len(kept))
	}
	for _, step := range []struct {
		path string
		want desk.Stage
	}{{os.Getenv("PATH"), desk.StageUnreadable}, {with, desk.StageWaiting}} {
		t.Setenv("PATH", step.path)
		if err := readAgain(t.Context(), e, r); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Read(t.Context()); err != nil {
			t.Fatal(err)
		}
		if a, err = r.Desk.Article(t.Context(), a.ID); err != nil || a.Stage != step.want {
			t.Errorf("%+v, %v", a, err)
		}
	}
	if a.Text != "One invented accord was signed in Minsk." {
		t.Errorf("%+v", a)
	}
}

// TestPDFFromTheWeb reads a PDF that a feed announces.
func TestPDFFromTheWeb(t *testing.T) {
	pdfReader(t)
	e := testEnv(t, "")
	r, err := OpenRooms(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			io.WriteString(w, "<rss><channel><item><title>A report</title><link>/report</link><pubDate>29 Mar 2017 10:00 GMT</pubDate></item></channel></rss>")
			return
		}
		w.Header().Set("Content-Type", "text/html") // as some servers say of everything
		io.WriteString(w, printed("One invented accord was signed in Minsk."))
	}))
	t.Cleanup(web.Close)
	d := NewPipeline(e, r)
	d.Fetch = fetch.New(fetch.Options{UserAgent: "rightsdesk test", AllowLoopback: true, Now: e.Now})
	id := desk.NewID(e.Random, "rdk", desk.KindSource)
	src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: web.URL + "/feed", Outlet: "Invented", Licence: desk.LicenceExcerpt, NextTry: e.Now().Add(-time.Minute), CreatedAt: e.Now()}
	if err := r.Desk.AddSource(t.Context(), src, e.decision(desk.VerbAdd, id)); err != nil {
		t.Fatal(err)
	}
	for _, step := range []func(context.Context) (bool, error){d.Poll, d.Collect, d.Read} {
		if _, err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	list, err := r.Desk.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 5})
	if err != nil || len(list) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	a, err := r.Desk.Article(t.Context(), list[0].ID)
	if err != nil || a.Title != "A report" || a.Text != "One invented accord was signed in Minsk." || a.Published != "2017-03-29" || a.Address != web.URL+"/report" || a.Sensitivity != desk.Open {
		t.Errorf("%+v, %v", a, err)
	}
}
