package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// setPost is a line of a set of posts; its README says what each member means
// and how it is compared. A member of Want that is nil is not judged.
type setPost struct {
	ID      string
	Row     string
	Text    string
	Outlets []string `json:"known_outlets"`
	Want    struct {
		Title, Outlet, Place, Published, Link, Begins *string
		Byline                                        *[]string
		NotInText                                     []string `json:"not_in_text"`
		InText                                        []string `json:"in_text"`
	}
}

// TestDatelineSets reads posts that were written by people who had not seen the
// reader (datelines.jsonl), and others in the same forms that were written
// before the reader was tried on them (datelines2.jsonl).
func TestDatelineSets(t *testing.T) {
	for _, name := range []string{"datelines.jsonl", "datelines2.jsonl"} {
		for _, p := range setOf(t, name) {
			t.Run(p.ID, func(t *testing.T) { p.check(t) })
		}
	}
}

func setOf(t *testing.T, name string) []setPost {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []setPost
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var p setPost
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return out
}

func (p setPost) check(t *testing.T) {
	doc, err := Read([]byte(p.Text), Options{Outlets: p.Outlets}, now)
	if err != nil {
		t.Fatal(err)
	}
	equal := func(member string, got string, want *string) {
		if want != nil && like(got) != like(*want) {
			t.Errorf("%s %s (%s): %q, want %q (rule %q)", p.ID, member, p.Row, got, *want, doc.Dateline.Rule)
		}
	}
	equal("title", doc.Title, p.Want.Title)
	equal("published", doc.Published, p.Want.Published)
	equal("link", doc.Dateline.Link, p.Want.Link)
	equal("outlet", strings.ToLower(doc.Outlet), lower(p.Want.Outlet))
	equal("place", strings.ToLower(doc.Dateline.Place), lower(p.Want.Place))
	if p.Want.Byline != nil && !slices.Equal(doc.Byline, *p.Want.Byline) {
		t.Errorf("%s byline (%s): %q, want %q", p.ID, p.Row, doc.Byline, *p.Want.Byline)
	}
	if p.Want.Begins != nil && !strings.HasPrefix(like(doc.Text), like(*p.Want.Begins)) {
		t.Errorf("%s begins (%s): %.80q, want %q (rule %q)", p.ID, p.Row, doc.Text, *p.Want.Begins, doc.Dateline.Rule)
	}
	for _, s := range p.Want.NotInText {
		if strings.Contains(like(doc.Text), like(s)) {
			t.Errorf("%s (%s): %q stands in the text", p.ID, p.Row, s)
		}
	}
	for _, s := range p.Want.InText {
		if !strings.Contains(like(doc.Text), like(s)) {
			t.Errorf("%s (%s): %q is not in the text", p.ID, p.Row, s)
		}
	}
	nothingLost(t, p.Text, doc)
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// like writes a text as the README of the set compares it.
func like(s string) string {
	return strings.Join(strings.Fields(straight.Replace(norm.NFC.String(s))), " ")
}

func lower(s *string) *string {
	if s == nil {
		return nil
	}
	l := strings.ToLower(*s)
	return &l
}
