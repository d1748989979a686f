package extract

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/fault"
)

func TestPost(t *testing.T) {
	at := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, markup string
		given, want  Document
	}{
		{"a post", "<p>A pastor was <b>fined</b> in Minsk.</p><p>He paid.</p>",
			Document{Title: "Fined", Byline: []string{"Anna Invented"}, Outlet: "Invented Rights", Published: "2017-03-29", Language: "en-US"},
			Document{Title: "Fined", Byline: []string{"Anna Invented"}, Outlet: "Invented Rights", Published: "2017-03-29", Language: "en",
				Text: "A pastor was fined in Minsk.\n\nHe paid.", HTML: "<p>A pastor was <strong>fined</strong> in Minsk.</p>\n<p>He paid.</p>", Confidence: 0.9}},
		{"taken over from another outlet", "<p>By Boris Invented</p><p>Harbour News (28.03.2017) – A pastor was fined in Minsk, the court said.</p><p>He paid.</p>",
			Document{Title: "Fined", Byline: []string{"Anna Invented"}, Outlet: "Invented Rights", Published: "2017-03-29"},
			Document{Title: "Fined", Byline: []string{"Boris Invented"}, Outlet: "Harbour News", Published: "2017-03-28", Language: "en",
				Dateline: Dateline{Raw: "Harbour News (28.03.2017) –", Outlet: "Harbour News", Date: "2017-03-28", Rule: "outlet-date", Confidence: sureness["outlet-date"]},
				Text:     "A pastor was fined in Minsk, the court said.\n\nHe paid.", HTML: "<p>A pastor was fined in Minsk, the court said.</p>\n<p>He paid.</p>", Confidence: 0.9}},
		{"nothing, dated tomorrow", "", Document{Title: "Empty", Published: "2026-11-24"}, Document{Title: "Empty"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Post(c.markup, c.given, Options{}, at)
			if err != nil {
				t.Fatal(err)
			}
			got.Removed, got.Entries, got.Edges = nil, nil, Edges{}
			if len(got.Byline) == 0 {
				got.Byline = nil
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	if _, err := Post(string(make([]byte, MaxSize+1)), Document{}, Options{}, at); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}
