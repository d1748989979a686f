package extract

import (
	"slices"
	"testing"
)

// TestPostsPutTogether puts each two neighbours among the posts of the sets
// that begin with a dated dateline into one text, with a rule, empty lines or a
// single one between them: nineteen in twenty are two articles, read as they
// are alone.
func TestPostsPutTogether(t *testing.T) {
	var list []setPost
	for _, name := range []string{"datelines.jsonl", "datelines2.jsonl"} {
		for _, p := range setOf(t, name) {
			doc := p.read(t, "", p.Outlets)
			if doc.Dateline.Date != "" && doc.Outlet != "" && doc.Dateline.Rule != "trailing-date" {
				list = append(list, p)
			}
		}
	}
	for name, between := range map[string]string{"rule": "\n\n____________________\n\n", "empty lines": "\n\n\n\n", "one empty line": "\n\n"} {
		right := 0
		for i := 1; i < len(list); i++ {
			a, b := list[i-1], list[i]
			outlets := slices.Concat(a.Outlets, b.Outlets)
			got := a.read(t, between+b.Text, outlets).Entries
			if len(got) == 2 && sameArticle(got[0], a.read(t, "", outlets)) && sameArticle(got[1], b.read(t, "", outlets)) {
				right++
			} else {
				t.Logf("%s: %s and %s are %d articles", name, a.ID, b.ID, len(got))
			}
		}
		if pairs := len(list) - 1; pairs < 50 || right*20 < pairs*19 {
			t.Errorf("%s between: %d of %d pairs are right", name, right, pairs)
		} else {
			t.Logf("%s between: %d of %d pairs are right", name, right, pairs)
		}
	}
}

// read reads a post with something behind it.
func (p setPost) read(t *testing.T, behind string, outlets []string) Document {
	t.Helper()
	doc, err := Read([]byte(p.Text+behind), Options{Outlets: outlets}, now)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func sameArticle(a, b Document) bool {
	return a.Title == b.Title && a.Outlet == b.Outlet && a.Published == b.Published && a.Text == b.Text && slices.Equal(a.Byline, b.Byline)
}
