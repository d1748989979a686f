package analyse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestClaimRewrites reads five texts that tell another story after the manner of
// the seed, and the claims in them, one a line: values and words.
func TestClaimRewrites(t *testing.T) {
	files, err := filepath.Glob("testdata/claimrewrites/*.txtar")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d rewrites, %v", len(files), err)
	}
	for _, name := range files {
		language := strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(language, func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil || len(archive.Files) != 4 {
				t.Fatalf("%d parts, %v", len(archive.Files), err)
			}
			part := map[string]string{}
			for _, f := range archive.Files {
				part[f.Name] = strings.TrimSpace(string(f.Data))
			}
			var got []string
			for _, c := range Analyse(Input{Text: part["text"], Date: part["date"], Language: language, Outlet: part["outlet"]}).Claims {
				if len(c.Via) == 0 || c.Via[0] != part["outlet"] {
					t.Errorf("relays %v", c.Via)
				}
				who := ""
				if c.Claimant != nil {
					who = c.Claimant.Surface
				}
				got = append(got, strings.Join([]string{c.values(), who, c.Text}, " | "))
			}
			if *update {
				archive.Files[3].Data = []byte(strings.Join(got, "\n") + "\n")
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(part["claims"], "\n"), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
