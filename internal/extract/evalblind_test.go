package extract

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// blindPage is a page of testdata/blindpages, with what its author marked.
type blindPage struct {
	URL        string   `json:"url"`
	Kind       string   `json:"kind"`
	Title      string   `json:"title"`
	Byline     []string `json:"byline"`
	Published  string   `json:"published"`
	Standfirst string   `json:"standfirst"`
	Text       string   `json:"text"`
}

// TestEvalBlindPages reads invented pages that were written and marked by
// somebody who had not seen the reader. Those whose number can be divided by
// three are only measured; what is wrong with the others is named.
func TestEvalBlindPages(t *testing.T) {
	files, err := filepath.Glob("testdata/blindpages/*.json")
	if err != nil || len(files) < 60 {
		t.Fatal(len(files), err)
	}
	ours, theirs := map[string]*tally{}, map[string]*tally{}
	leads, led := map[string]int{}, map[string]int{}
	for i, file := range files {
		var p blindPage
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &p); err != nil {
			t.Fatal(file, err)
		}
		page, err := os.ReadFile(strings.TrimSuffix(file, "json") + "html")
		if err != nil {
			t.Fatal(err)
		}
		part := "read"
		if (i+1)%3 == 0 {
			part = "measured"
		}
		if ours[part] == nil {
			ours[part], theirs[part] = &tally{}, &tally{}
		}
		e := evalPage{id: strings.TrimSuffix(filepath.Base(file), ".json"), html: page,
			truth: marked{Title: p.Title, Author: strings.Join(p.Byline, "; "), Date: p.Published, Content: p.Text, URL: p.URL}}
		doc := oursAlone(t, e)
		line := ours[part].add(e, doc)
		theirs[part].add(e, trafilaturaAlone(e))
		if p.Standfirst != "" {
			led[part]++
			leads[part] += right(squeezed(p.Standfirst) == squeezed(doc.Standfirst))
			if squeezed(p.Standfirst) != squeezed(doc.Standfirst) {
				line += fmt.Sprintf("; standfirst %q for %q", doc.Standfirst, p.Standfirst)
			}
		}
		if p.Published == "" && doc.Published != "" || len(p.Byline) == 0 && len(doc.Byline) > 0 {
			line += fmt.Sprintf("; invented %v %q", doc.Byline, doc.Published)
		}
		if part == "read" && !strings.HasPrefix(line, "1.000") || part == "read" && !strings.HasSuffix(line, "wrong: ") {
			t.Log(line)
		}
	}
	for _, part := range slices.Sorted(maps.Keys(ours)) {
		ours[part].log(t, "blind, "+part+", ours")
		theirs[part].log(t, "blind, "+part+", trafilatura")
		t.Logf("blind, %s: %d of %d standfirsts", part, leads[part], led[part])
		if ours[part].f1 < theirs[part].f1 {
			t.Errorf("%s: our F1 is worse than that of a library we build on", part)
		}
	}
}
