package storetest

import (
	"slices"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	deskstore "rightsdesk/internal/store/desk"
)

// rereadable gives the one article of that id that can be read again.
func rereadable(t *testing.T, s *deskstore.Store, articleID string) desk.Rereadable {
	t.Helper()
	list, err := s.Rereadable(t.Context(), "", "", 100)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(r desk.Rereadable) bool { return r.Article.ID == articleID })
	if at < 0 {
		t.Fatalf("%s is not among %d", articleID, len(list))
	}
	return list[at]
}

func shortened(r desk.Rereadable, text string) desk.Reread {
	to := desk.Reread{Article: r.Article, Findings: []desk.Finding{{ID: id(desk.KindFinding), ArticleID: r.Article.ID, Kind: desk.FindingAbout, Value: "RU", Score: 1, Rule: "r2"}}}
	to.Article.Text, to.Article.TextHash = text, desk.TextHash(text)
	to.Article.Credit, to.Article.Image.Alt = "Read again", "read again"
	return to
}

// TestRereadIsSavedOnce has several save what they read again, and editors
// correct the article at the same time: nobody's work is overwritten.
func TestRereadIsSavedOnce(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "An invented text. Read more")
		accepted := inventedClaim(a.ID, 1)
		if err := s.AddClaim(t.Context(), accepted, decision(desk.VerbAccept, accepted.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		r := rereadable(t, s, a.ID)
		if len(r.Held) != 0 || len(r.Findings) != 1 || len(r.Claims) != 1 || r.Unread.Capture.ID != a.CaptureID {
			t.Fatalf("%+v", r)
		}
		const callers = 6
		errs := atOnce(callers, func(i int) error {
			if i%2 == 0 {
				to := shortened(r, "An invented text.")
				to.Moved = []desk.Claim{r.Claims[0]}
				to.Moved[0].Begin, to.Moved[0].End = 3, 8
				return s.SaveReread(t.Context(), to, decision(desk.VerbReread, a.ID, "", now))
			}
			b := r.Article
			b.Title = "By an editor"
			d := decision(desk.VerbCorrect, a.ID, "", now)
			d.Changes = []desk.Change{{Field: "title", Before: a.Title, After: b.Title}}
			_, err := s.DecideArticle(t.Context(), b, d)
			return err
		})
		won := slices.Index(errs, nil)
		for i, err := range errs {
			if i != won && !fault.Is(err, fault.Conflict) {
				t.Errorf("%d: %v, and %d was first", i, err, won)
			}
		}
		got := rereadable(t, s, a.ID)
		decided, err := s.Decisions(t.Context(), a.ID)
		if err != nil || len(decided) != 1 || got.Article.Version != r.Article.Version+1 {
			t.Fatalf("%+v, %v", decided, err)
		}
		claim := got.Claims[0]
		if byReader := won%2 == 0; byReader != (got.Article.Text == "An invented text.") || byReader != (got.Findings[0].Value == "RU") ||
			byReader != (claim.Begin == 3) || byReader != (len(got.Held) == 0) || claim.State != desk.ClaimAccepted || got.Article.Stage != desk.StageWaiting {
			t.Errorf("%d was first: %+v", won, got)
		}
	})
}

// TestRereadOfPublic: the edition hears of a new text of a public article; what
// is left alone is not among those that are read again.
func TestRereadOfPublic(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := published(t, s)
		if err := s.ArticlesCarried(t.Context(), []desk.Article{a}); err != nil {
			t.Fatal(err)
		}
		other := read(t, s, "A text of its own.")
		if err := s.SaveReread(t.Context(), shortened(rereadable(t, s, a.ID), "Shorter."), decision(desk.VerbReread, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		got, err := s.Article(t.Context(), a.ID)
		if err != nil || got.Stage != desk.StagePublished || got.EditionVersion >= got.Version || got.Text != "Shorter." || got.Credit != "Read again" || got.Image.Alt != "read again" || got.Image.Caption != a.Image.Caption || !slices.Equal(got.Territories, a.Territories) {
			t.Errorf("%+v, %v", got, err)
		}
		err = s.SaveReread(t.Context(), shortened(rereadable(t, s, other.ID), "Shorter."), decision(desk.VerbReread, other.ID, "", now))
		if !fault.Is(err, fault.Conflict) {
			t.Errorf("two articles have one text: %v", err)
		}
		if n, err := s.CountRereadable(t.Context(), a.SourceID, ""); err != nil || n == 0 {
			t.Errorf("%d, %v", n, err)
		}
		if list, err := s.Rereadable(t.Context(), "rdk_s_other", "", 5); err != nil || len(list) != 0 {
			t.Errorf("%v, %v", list, err)
		}
		if list, err := s.Rereadable(t.Context(), "", max(a.ID, other.ID), 5); err != nil || len(list) != 0 {
			t.Errorf("%v, %v", list, err)
		}
	})
}

// TestRereadLeavesCorrections: an editor corrected title, date, text, territories
// and byline, each of another article; a reader that reads all of it otherwise
// changes the rest.
func TestRereadLeavesCorrections(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for field, change := range map[string]func(c *desk.Correction){
			"title": func(c *desk.Correction) { c.Title = "By an editor" }, "published": func(c *desk.Correction) { c.Published = "2016" },
			"text": func(c *desk.Correction) { c.Text = "Corrected text of one article." }, "territories": func(c *desk.Correction) { c.Territories = []string{"RU"} },
			"byline": func(c *desk.Correction) { c.Byline = []string{"Cyd Invented"} }, "language": func(c *desk.Correction) { c.Language = "fr" },
		} {
			a := read(t, s, "A text about "+field+".")
			c := desk.Correction{Title: a.Title, Standfirst: a.Standfirst, Byline: a.Byline, Outlet: a.Outlet, Published: a.Published, Address: a.Address, Language: a.Language, Text: a.Text, Territories: []string{"BY"}}
			change(&c)
			corrected, changes := desk.Correct(a, c)
			d := decision(desk.VerbCorrect, a.ID, "", now)
			d.Changes = changes
			if _, err := s.DecideArticle(t.Context(), corrected, d); err != nil {
				t.Fatal(err)
			}
			r := rereadable(t, s, a.ID)
			other := desk.Article{Title: "Read anew", Outlet: "Another Outlet", Byline: []string{"Dan Invented"}, Published: "2001-01-01", Language: "de", Text: "Read anew " + field + ".", Reader: "r2", TextHash: desk.TextHash("Read anew " + field)}
			var to desk.Reread
			to.Article, to.Changes = r.Merge(other)
			by := decision(desk.VerbReread, a.ID, "", now)
			by.Changes = to.Changes
			if err := s.SaveReread(t.Context(), to, by); err != nil {
				t.Fatal(err)
			}
			got, err := s.Article(t.Context(), a.ID)
			if err != nil {
				t.Fatal(err)
			}
			for name, pair := range map[string][2]string{
				"title": {got.Title, "Read anew"}, "published": {got.Published, "2001-01-01"}, "language": {got.Language, "de"}, "text": {got.Text, "Read anew " + field + "."}, "byline": {got.Byline[0], "Dan Invented"},
			} {
				if isNew := pair[0] == pair[1]; isNew == (name == field) {
					t.Errorf("%s was corrected, and %s is %q", field, name, pair[0])
				}
			}
			if !slices.Equal(got.Territories, c.Territories) {
				t.Errorf("%s: territories %v", field, got.Territories)
			}
			if _, again := rereadable(t, s, a.ID).Merge(other); len(again) > 0 {
				t.Errorf("%s: a second time: %v", field, again)
			}
		}
	})
}

// TestReadAnew: what could not be read is among what is read again; of several
// who have it read anew one does, and edges from before there were any are kept.
func TestReadAnew(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		stored := add(t, s, "A text.")[0]
		if err := s.FailReading(t.Context(), stored.ArticleID, "It is damaged.", now, now); err != nil {
			t.Fatal(err)
		}
		if err := s.FailReading(t.Context(), stored.ArticleID, "It is damaged.", time.Time{}, now); err != nil {
			t.Fatal(err)
		}
		r := rereadable(t, s, stored.ArticleID)
		done := 0
		for _, err := range atOnce(5, func(int) error {
			return s.ReadAnew(t.Context(), r.Article, decision(desk.VerbReread, r.Article.ID, "", now))
		}) {
			if err == nil {
				done++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		list, err := s.LeaseUnread(t.Context(), now, now.Add(time.Minute), 5)
		if err != nil || done != 1 || len(list) != 1 || list[0].ArticleID != stored.ArticleID || list[0].Attempts != 0 {
			t.Fatalf("%d had it read, %+v, %v", done, list, err)
		}
		a := read(t, s, "Another text.")
		edges := []desk.Edges{{ArticleID: a.ID, Top: []string{"Another text."}, Count: 1}, {ArticleID: "rdk_a_none", Top: []string{"x"}}}
		for _, count := range []int{1, 2} {
			edges[0].Count = count
			noErrors(t, atOnce(4, func(int) error { return s.FillEdges(t.Context(), edges) }))
			got, err := s.LastEdges(t.Context(), a.SourceID, 9)
			if err != nil || len(got) != 1 || got[0].ArticleID != a.ID || got[0].Count != count || got[0].Top[0] != "Another text." {
				t.Errorf("%+v, %v", got, err)
			}
		}
	})
}
