package pipeline

import (
	"crypto/rand"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
)

// TestReadParts reads a capture of two articles for the first time, one of them
// again, and one that is not there.
func TestReadParts(t *testing.T) {
	d := &Desk{Organisation: "rdk", Random: rand.Reader}
	doc := extract.Document{Title: "The whole", Published: "2021-06-30", Entries: []extract.Document{
		{Title: "One", Published: "2021-06-28", Text: "A first text.", Dateline: extract.Dateline{Raw: "28.06.21 –", Rule: "date-first", Confidence: 0.8}},
		{Text: "A second text."},
	}}
	u := desk.Unread{ArticleID: "a", Announced: desk.Entry{Title: "Announced", Published: "2021-07-01"}}
	r, err := d.readParts(u, doc)
	if err != nil || len(r.Others) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	one, two := r.Article, r.Others[0].Article
	if one.ID != "a" || one.Part != 1 || one.Title != "One" || one.Published != "2021-06-28" || one.Form != "date-first" || one.FormSure != 0.8 {
		t.Errorf("%+v", one)
	}
	if two.ID == "a" || two.ID == "" || two.Part != 2 || two.Title != "" || two.Published != "2021-06-30" || two.Text != "A second text." {
		t.Errorf("%+v", two)
	}
	u.ArticleID, u.Part = "b", 2
	if r, err = d.readParts(u, doc); err != nil || len(r.Others) != 0 || r.Article.ID != "b" || r.Article.Text != "A second text." {
		t.Errorf("%+v, %v", r, err)
	}
	u.Part = 3
	if _, err = d.readParts(u, doc); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}
