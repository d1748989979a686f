package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCaptions parts what stands under pictures.
func TestCaptions(t *testing.T) {
	for _, f := range txtarFiles(t, "testdata/captions.txtar") {
		in, want, _ := strings.Cut(string(f.Data), "\n")
		caption, credit := splitCredit(in)
		if got := trimLines(fmt.Sprintf("caption: %s\ncredit: %s\n", caption, credit)); got != trimLines(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, want)
		}
	}
}

// TestPageHeads reads title, author, date and lead image of invented pages, each
// of which showed a fault. Of the lines below a page, only those that are there
// are compared.
func TestPageHeads(t *testing.T) {
	for _, f := range txtarFiles(t, "testdata/pageheads.txtar") {
		page, want, _ := strings.Cut(string(f.Data), "\n===\n")
		page = strings.ReplaceAll(page, "{text}", strings.Repeat("<p>The court in Oldport heard the case of the four believers for a third day, and their lawyers asked for another hearing.</p>\n", 4))
		doc, err := Read([]byte("<!doctype html><html>"+page), Options{URL: "https://www.sample.example/news/1"}, now)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		got := map[string]string{
			"title": doc.Title, "standfirst": doc.Standfirst, "byline": strings.Join(doc.Byline, "; "), "credit": doc.Credit, "published": doc.Published + " " + doc.Dateline.Rule,
			"image": doc.Image, "caption": doc.ImageCaption, "image credit": doc.ImageCredit, "alt": doc.ImageAlt,
		}
		for line := range strings.Lines(want) {
			key, value, ok := strings.Cut(strings.TrimSpace(line), ":")
			if has, known := got[key]; !ok || !known || strings.TrimSpace(has) != strings.TrimSpace(value) {
				t.Errorf("%s: %s: got %q, want %q", f.Name, key, has, strings.TrimSpace(value))
			}
		}
	}
}

func txtarFiles(t *testing.T, path string) []txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil || len(a.Files) == 0 {
		t.Fatal(path, err)
	}
	return a.Files
}

// trimLines takes the blanks off the ends of lines.
func trimLines(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		out = append(out, strings.TrimSpace(line))
	}
	return strings.Join(out, "\n")
}
