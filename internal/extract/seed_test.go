package extract

import (
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
