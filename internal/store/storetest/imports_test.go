package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	deskstore "rightsdesk/internal/store/desk"
)

// imported makes the capture of a post of an invented site.
func imported(t *testing.T, src desk.Source, post, text string, paths ...string) desk.Inward {
	t.Helper()
	in := inward(t, src, text)
	in.Import = &desk.Import{Site: "old.example.org", PostID: post, Outlet: "Invented Rights", Author: "Anna Invented", Language: "en", Paths: paths}
	return in
}

// TestPostsAreImportedOnce: one post is one article, whatever its bytes are the
// next time and however many import it at once.
func TestPostsAreImportedOnce(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := importSource(t, s)
		const callers, posts = 6, 10
		fresh := make([]int, callers)
		noErrors(t, atOnce(callers, func(i int) error {
			for n := 0; n < posts; {
				post := fmt.Sprint(n)
				got, err := s.AddCaptures(t.Context(), []desk.Inward{imported(t, src, post, fmt.Sprintf("post %d as caller %d has it", n, i), "/"+post)})
				if fault.Is(err, fault.Conflict) {
					continue // the other caller has stored it
				}
				if err != nil {
					return err
				}
				if got[0].Fresh {
					fresh[i]++
				}
				n++
			}
			return nil
		}))
		total := 0
		for _, n := range fresh {
			total += n
		}
		if total != posts {
			t.Errorf("%d articles of %d posts", total, posts)
		}
		leaves, err := s.Leaves(t.Context(), 0, 1000)
		if err != nil || len(leaves) != posts {
			t.Errorf("%d captures of %d posts, %v", len(leaves), posts, err)
		}
		known, err := s.Imported(t.Context(), "old.example.org", []string{"0", "3", "77"})
		if err != nil || len(known) != 2 || known["3"].ArticleID == "" || len(known["3"].SHA256) != 64 {
			t.Errorf("%v, %v", known, err)
		}
		if none, err := s.Imported(t.Context(), "other.example.org", []string{"0"}); err != nil || len(none) != 0 {
			t.Errorf("another site's post is known: %v, %v", none, err)
		}
		list, err := s.LeaseUnread(t.Context(), now, now.Add(time.Minute), 100)
		if err != nil || len(list) != posts {
			t.Fatalf("%d to be read, %v", len(list), err)
		}
		if im := list[0].Import; im.Outlet != "Invented Rights" || im.Author != "Anna Invented" || im.Language != "en" || im.Site == "" {
			t.Errorf("the reader is not told: %+v", im)
		}
	})
}

// TestOldPaths: the first post keeps a path, and the paths of a copy lead to
// the article that carries the text.
func TestOldPaths(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := importSource(t, s)
		stored, err := s.AddCaptures(t.Context(), []desk.Inward{
			imported(t, src, "1", "one", "/2017/one", "/?p=1"), imported(t, src, "2", "two", "/2017/one", "/?p=2"), imported(t, src, "3", "three", "/three"),
		})
		if err != nil {
			t.Fatal(err)
		}
		if stored[0].Taken != nil || !slices.Equal(stored[1].Taken, []string{"/2017/one"}) {
			t.Errorf("taken: %q, %q", stored[0].Taken, stored[1].Taken)
		}
		one := readAs(t, s, stored[0].ArticleID, "same")
		one.Stage, one.Territories, one.Sensitivity = desk.StagePublished, []string{"BY"}, desk.Open
		one, err = s.DecideArticle(t.Context(), one, decision(desk.VerbPublish, one.ID, "", now))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.ArticlesCarried(t.Context(), []desk.Article{one}); err != nil {
			t.Fatal(err)
		}
		if copied := readAs(t, s, stored[2].ArticleID, "same"); copied.Stage != desk.StageDuplicate {
			t.Fatalf("the copy is %s", copied.Stage)
		}
		readAs(t, s, stored[1].ArticleID, "other")
		due, err := s.DueArticles(t.Context(), 10)
		if err != nil || len(due) != 1 || due[0].ID != one.ID {
			t.Errorf("the edition does not hear of the copy's path: %v, %v", due, err)
		}
		for article, want := range map[string][]string{one.ID: {"/2017/one", "/?p=1", "/three"}, stored[1].ArticleID: {"/?p=2"}, "none": nil} {
			for i, path := range want {
				want[i] = public.PathHash(path)
			}
			slices.Sort(want)
			got, err := s.OldPaths(t.Context(), article)
			if slices.Sort(got); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %q, %v", article, got, err)
			}
		}
		// A picture's address leads to the article of its post; one that leads elsewhere stays.
		if err := s.ArticlesCarried(t.Context(), due); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := s.AddOldPaths(t.Context(), map[string][]string{one.ID: {"/wp-content/a.jpg", "/?p=2"}}); err != nil {
				t.Fatal(err)
			}
		}
		got, err := s.OldPaths(t.Context(), one.ID)
		if err != nil || len(got) != 4 || !slices.Contains(got, public.PathHash("/wp-content/a.jpg")) || slices.Contains(got, public.PathHash("/?p=2")) {
			t.Errorf("%q, %v", got, err)
		}
		if due, err = s.DueArticles(t.Context(), 10); err != nil || len(due) != 1 || due[0].ID != one.ID {
			t.Errorf("the edition does not hear of the picture's path: %v, %v", due, err)
		}
	})
}

// readAs reads an article with a text, by its hash.
func readAs(t *testing.T, s *deskstore.Store, article, hash string) desk.Article {
	t.Helper()
	r := desk.Reading{Article: desk.Article{ID: article, Stage: desk.StageWaiting, Title: "Title", Outlet: "Invented Rights", Text: hash, TextHash: hash}}
	if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
		t.Fatal(err)
	}
	a, err := s.Article(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestImportsToPublish(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := importSource(t, s)
		waits, wanted := imported(t, src, "1", "one"), imported(t, src, "2", "two")
		wanted.Import.PublishBy = "rdk_u_anna"
		stored, err := s.AddCaptures(t.Context(), []desk.Inward{waits, wanted})
		if err != nil {
			t.Fatal(err)
		}
		expect := func(n int) []desk.ToPublish {
			t.Helper()
			list, err := s.ToPublish(t.Context(), 10)
			if err != nil || len(list) != n {
				t.Fatalf("%v, %v", list, err)
			}
			return list
		}
		expect(0)
		readAs(t, s, stored[0].ArticleID, "one")
		readAs(t, s, stored[1].ArticleID, "two")
		list := expect(1)
		if list[0] != (desk.ToPublish{Site: "old.example.org", PostID: "2", ArticleID: stored[1].ArticleID, Account: "rdk_u_anna"}) {
			t.Errorf("%+v", list[0])
		}
		if err := s.Settled(t.Context(), list); err != nil {
			t.Fatal(err)
		}
		expect(0)
	})
}
