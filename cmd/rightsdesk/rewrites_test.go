package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rewrite is what a post in the seed's form must give.
type rewrite struct {
	Byline                      []string
	Outlet, Published, Language string
	Paragraphs                  int
	Begins, Ends                string
	Removed                     []string
	About, Mentioned            []string
}

// TestRewrites runs extract and analyse on posts in the seed's form.
func TestRewrites(t *testing.T) {
	files, err := filepath.Glob("testdata/rewrites/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d rewrites, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var want rewrite
			b, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b, &want); err != nil {
				t.Fatal(err)
			}
			extractAs(t, file, want)
			analyseAs(t, file, want)
		})
	}
}

// printed runs a command and reads the one line that it prints.
func printed(t *testing.T, into any, args ...string) {
	t.Helper()
	out, err := exec.Command(binary(t), args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatal(err)
	}
}

func extractAs(t *testing.T, file string, want rewrite) {
	t.Helper()
	var doc struct {
		Byline                            []string
		Outlet, Published, Language, Text string
		Removed                           []struct{ Kind, Text string }
	}
	printed(t, &doc, "extract", file)
	if !slices.Equal(doc.Byline, want.Byline) || doc.Outlet != want.Outlet || doc.Published != want.Published || doc.Language != want.Language {
		t.Errorf("%q %q %q %q", doc.Byline, doc.Outlet, doc.Published, doc.Language)
	}
	if n := len(strings.Split(doc.Text, "\n\n")); n != want.Paragraphs || !strings.HasPrefix(doc.Text, want.Begins) || !strings.HasSuffix(doc.Text, want.Ends) {
		t.Errorf("%d paragraphs, %.40q … %q", n, doc.Text, doc.Text[max(0, len(doc.Text)-60):])
	}
	removed := ""
	for _, r := range doc.Removed {
		removed += r.Text + "\n"
	}
	for _, w := range want.Removed {
		if !strings.Contains(removed, w) || strings.Contains(doc.Text, w) {
			t.Errorf("%q is not cut away:\n%s", w, removed)
		}
	}
}

func analyseAs(t *testing.T, file string, want rewrite) {
	t.Helper()
	var found struct {
		Territories struct{ About, Mentioned []struct{ ID string } }
	}
	printed(t, &found, "analyse", file)
	var about []string
	for _, a := range found.Territories.About {
		about = append(about, a.ID)
	}
	slices.Sort(about)
	if !slices.Equal(about, want.About) {
		t.Errorf("about %q, want exactly %q", about, want.About)
	}
	for _, id := range want.Mentioned {
		if !slices.ContainsFunc(found.Territories.Mentioned, func(m struct{ ID string }) bool { return m.ID == id }) {
			t.Errorf("%s is not mentioned in %v", id, found.Territories.Mentioned)
		}
	}
}
