package extract

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var updateGolden = flag.Bool("update-golden", false, "write what is read into testdata/outlets; look at the difference")

// TestGoldenPages reads invented pages in the style of thirty outlets, and holds
// everything that comes out against what was looked at before.
func TestGoldenPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/outlets/*.txtar")
	if err != nil || len(paths) < 30 {
		t.Fatal(len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) != 3 {
				t.Fatal(len(archive.Files), err)
			}
			doc, err := Read(archive.Files[1].Data, Options{URL: strings.TrimSpace(string(archive.Files[0].Data))}, now)
			if err != nil {
				t.Fatal(err)
			}
			harmless(t, doc.HTML)
			validUTF8(t, doc)
			got := []byte(goldenText(doc))
			switch {
			case *updateGolden:
				archive.Files[2].Data = got
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			case !bytes.Equal(got, archive.Files[2].Data):
				t.Errorf("got:\n%s\nwant:\n%s", got, archive.Files[2].Data)
			}
		})
	}
}

// goldenText lays out a document for people to look at.
func goldenText(d Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nstandfirst: %s\nbyline: %s\ncredit: %s\noutlet: %s\npublished: %s (%s)\nlanguage: %s\nwaits for a look: %v\nimage: %s\ncaption: %s\nimage credit: %s\n\n%s\n",
		d.Title, d.Standfirst, strings.Join(d.Byline, "; "), d.Credit, d.Outlet, d.Published, d.Dateline.Rule, d.Language, d.Confidence < 0.5, d.Image, d.ImageCaption, d.ImageCredit, d.Text)
	for _, r := range d.Removed {
		fmt.Fprintf(&b, "\nremoved, %s: %s", r.Kind, r.Text)
	}
	return strings.TrimSpace(b.String()) + "\n"
}
