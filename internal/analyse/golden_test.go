package analyse

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestGolden reads the cases of testdata: a text, the territories that it is
// about and those that it mentions. Their order does not matter.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range archive.Files {
				part[f.Name] = strings.TrimSpace(string(f.Data))
			}
			r := Analyse(Input{Title: part["title"], Text: part["text"], Language: part["language"]})
			if got := sorted(aboutIDs(r)); got != sorted(part["about"]) {
				t.Errorf("about %v, want %s", r.Territories.About, part["about"])
			}
			if got := sorted(mentionedIDs(r)); got != sorted(part["mentioned"]) {
				t.Errorf("mentioned %v, want %s", r.Territories.Mentioned, part["mentioned"])
			}
		})
	}
}

func sorted(list string) string {
	words := strings.Fields(list)
	slices.Sort(words)
	return strings.Join(words, " ")
}
