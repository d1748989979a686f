package extract

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestPrintedPages reads the invented pages of testdata/pdf: what is left as
// paragraphs, and the running lines.
func TestPrintedPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pdf/*.txtar")
	if err != nil || len(paths) < 4 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var pages []string
			want := map[string]string{}
			for _, f := range a.Files {
				if f.Name == "page" {
					pages = append(pages, string(f.Data))
				} else {
					want[f.Name] = strings.TrimSpace(string(f.Data))
				}
			}
			rest, running := withoutRunning(printedPages(strings.Join(pages, "\f") + "\f"))
			if d := cmp.Diff(want["paragraphs"], flowing(rest)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(want["removed"], strings.Join(running, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestPagesBecomeAnArticle: the forms of posts are found in a PDF too, and its
// running lines are kept aside.
func TestPagesBecomeAnArticle(t *testing.T) {
	doc, err := Pages("Invented Wire 1\nBy Anna Invented\n\nHarbour News (29.03.2017) – One invented accord was signed in Minsk, and nobody asked\n\f"+
		"Invented Wire 2\nwho had written it.\n\f", Options{}, now)
	if err != nil || doc.Text != "One invented accord was signed in Minsk, and nobody asked who had written it." || doc.Published != "2017-03-29" ||
		len(doc.Removed) == 0 || doc.Removed[len(doc.Removed)-1].Kind != Running {
		t.Errorf("%+v, %v", doc, err)
	}
	doc, err = Pages(" \n\f\n\f12\f", Options{}, now)
	if err != nil || doc.Text != "" || doc.Confidence > 0.1 || doc.Removed == nil {
		t.Errorf("a scan: %+v, %v", doc, err)
	}
	if _, err = Pages(strings.Repeat("x", MaxSize+1), Options{}, now); err == nil {
		t.Error("a text of any size is read")
	}
}

// FuzzPages: of every letter that is printed it is known where it went: into
// the text or among what runs, and nothing is added but blanks.
func FuzzPages(f *testing.F) {
	f.Add("head 1\nsome words go-\ning on\n\fhead 2\nand on\n\f")
	f.Add("\u00ad\n\f\f-\na\n")
	f.Fuzz(func(t *testing.T, text string) {
		pages := printedPages(text)
		rest, running := withoutRunning(pages)
		lines := map[string]bool{}
		for _, kind := range running {
			for line := range strings.SplitSeq(kind, "\n") {
				lines[line] = true
			}
		}
		var kept []string
		for i, page := range pages {
			for j, line := range page {
				switch {
				case rest[i][j] == line:
					kept = append(kept, line)
				case rest[i][j] != "" || !lines[line]:
					t.Errorf("line %q of page %d became %q and is not among the running lines %q", line, i, rest[i][j], running)
				}
			}
		}
		if want, got := lettersOnly(strings.Join(kept, " ")), lettersOnly(flowing(rest)); want != got {
			t.Errorf("the letters %q became %q", want, got)
		}
	})
}
