package source

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is read now into testdata, to be looked at before it is committed")

// TestCases reads each testdata/*.txtar: "feed" is the document (without its
// last line end), "want" the feed as JSON and a line for each announced entry.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(t, bytes.TrimSuffix(a.Files[0].Data, []byte("\n")), address(nil, option(a.Comment, "url")))
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(string(a.Files[1].Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

func option(comment []byte, name string) string {
	for line := range strings.Lines(string(comment)) {
		if v, found := strings.CutPrefix(line, name+": "); found {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

func describe(t *testing.T, doc []byte, url string) string {
	t.Helper()
	f, err := ReadFeed(doc, FeedOptions{URL: url})
	if err != nil {
		return err.Error() + "\n"
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(f); err != nil {
		t.Fatal(err)
	}
	for _, a := range f.Announced() {
		fmt.Fprintf(&b, "announced %s %s %q %s\n", a.Identity, a.Link, a.Title, a.Published)
	}
	return b.String()
}
