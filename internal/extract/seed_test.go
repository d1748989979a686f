package extract

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// seed is the real post that the project starts from; it is not part of it.
const seed = "../../../shared/seed/000_829cb840ef8056bc.txt"

func TestSeed(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skipf("the seed is not here: %v", err)
	}
	doc, err := Read(data, Options{}, now)
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(doc.Text, "\n\n")
	if len(doc.Byline) != 1 || doc.Byline[0] != "Connie Kim" || doc.Outlet != "Arirang News" || doc.Published != "2017-03-29" ||
		doc.Language != "en" || doc.Title != "" {
		t.Errorf("%q %q %q %q %q", doc.Byline, doc.Outlet, doc.Published, doc.Language, doc.Title)
	}
	if len(blocks) != 11 || !strings.HasPrefix(doc.Text, "North Korea and Russia") || !strings.HasSuffix(doc.Text, "friendly to the regime.") {
		t.Errorf("%d paragraphs: %.60q … %q", len(blocks), doc.Text, blocks[len(blocks)-1])
	}
	nothingLost(t, string(data), doc)
	removed := ""
	for _, r := range doc.Removed {
		removed += r.Kind + ": " + r.Text + "\n"
	}
	for _, want := range []string{"free subscription to our newsletters", "over 70 countries", "documented cases of believers", "snippet: HTML Snippets Powered By"} {
		if !strings.Contains(removed, want) {
			t.Errorf("%q is not in removed:\n%s", want, removed)
		}
	}
}

// TestContract holds the keys of the JSON, which other programs read.
func TestContract(t *testing.T) {
	doc, err := Read(post, Options{URL: "https://example.org/a"}, now)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	d := json.NewDecoder(bytes.NewReader(b))
	for depth := 0; ; {
		tok, err := d.Token()
		if err != nil {
			break
		}
		switch tok := tok.(type) {
		case json.Delim:
			depth += map[json.Delim]int{'{': 1, '[': 1, '}': -1, ']': -1}[tok]
		case string:
			if depth == 1 {
				keys = append(keys, tok)
				if err := d.Decode(new(any)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	const want = "id url title standfirst byline outlet sitename published dateline language text html image canonical_url removed confidence entries credit image_caption image_credit image_alt"
	if got := strings.Join(keys, " "); got != want {
		t.Errorf("keys %s", got)
	}
	if doc.URL != "https://example.org/a" || !strings.Contains(string(b), `"dateline":{"raw":"Harbour News (29.03.2017) – –","outlet":"Harbour News","date":"2017-03-29","place":"","link":"","rule":"outlet-date","confidence":0.95}`) {
		t.Errorf("%s", b)
	}
}
