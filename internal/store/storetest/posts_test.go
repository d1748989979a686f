package storetest

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	deskstore "rightsdesk/internal/store/desk"
)

// written makes the capture of a text that the organisation wrote.
func written(t *testing.T, s *deskstore.Store, text string) desk.Inward {
	t.Helper()
	source, err := s.EnsureInward(t.Context(), desk.Source{ID: id(desk.KindSource), Kind: desk.SourceDesk, Licence: desk.LicenceFull, CreatedAt: now})
	if err != nil {
		t.Fatal(err)
	}
	c := desk.Capture{ID: id(desk.KindCapture), SHA256: sha(text), Size: int64(len(text)), MediaType: "text/markdown", How: desk.HowWritten, SourceID: source.ID, Agent: "test", At: now}
	return desk.Inward{Capture: c, Leaf: evidence.NewLeaf(rand.Reader, c.ID, c.SHA256)}
}

func TestPostsHaveCapturesAndVersions(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := desk.Article{ID: id(desk.KindArticle), Stage: desk.StageWaiting, Title: "A profile", Outlet: "Invented Desk", Text: "One.", HTML: "<p>One.</p>",
			Markdown: "One.", Post: desk.PostProfile, Licence: desk.LicenceFull, Sensitivity: desk.Open, Territories: []string{"BY"}}
		first, err := s.SavePost(t.Context(), written(t, s, "One."), a, decision(desk.VerbAdd, a.ID, "", now))
		if err != nil || first.Version != 1 || first.Post != desk.PostProfile || first.Markdown != "One." || first.CaptureID == "" {
			t.Fatalf("%+v, %v", first, err)
		}
		if due, err := s.DueArticles(t.Context(), 9); err != nil || len(due) != 0 {
			t.Errorf("a draft is due: %+v, %v", due, err)
		}
		second := first
		second.Stage, second.Markdown, second.Text = desk.StagePublished, "Two.", "Two."
		won := 0
		for _, err := range atOnce(4, func(int) error {
			_, err := s.SavePost(t.Context(), written(t, s, "Two."), second, decision(desk.VerbPublish, a.ID, "", now))
			return err
		}) {
			if err == nil {
				won++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		got, err := s.Article(t.Context(), a.ID)
		if err != nil || won != 1 || got.Version != 2 || got.CaptureID == first.CaptureID || got.PublishedAt.IsZero() {
			t.Fatalf("%d won: %+v, %v", won, got, err)
		}
		got.Markdown, got.Text = "One.", "One."
		third, err := s.SavePost(t.Context(), written(t, s, "One."), got, decision(desk.VerbPublish, a.ID, "", now))
		if err != nil || third.CaptureID != first.CaptureID {
			t.Errorf("the same words have another capture: %+v, %v", third, err)
		}
		if due, err := s.DueArticles(t.Context(), 9); err != nil || len(due) != 1 {
			t.Errorf("a changed post is not due: %+v, %v", due, err)
		}
		list, err := s.Posts(t.Context(), 9)
		if err != nil || len(list) != 1 || list[0].Post != desk.PostProfile || !list[0].Decided || list[0].Version != 3 {
			t.Errorf("%+v, %v", list, err)
		}
		leaves, err := s.Leaves(t.Context(), 0, 9)
		if err != nil || len(leaves) != 2 {
			t.Errorf("%d leaves, %v", len(leaves), err)
		}
	})
}

// TestUndonePublicationIsDueAndStopped: what leaves the public by an undoing
// leaves the edition and stays away after a restore.
func TestUndonePublicationIsDueAndStopped(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "An article that was published by mistake.")
		a.Stage = desk.StagePublished
		a, err := s.DecideArticle(t.Context(), a, decision(desk.VerbPublish, a.ID, "", now))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.ArticlesCarried(t.Context(), []desk.Article{a}); err != nil {
			t.Fatal(err)
		}
		a.Stage = desk.StageWaiting
		if a, err = s.DecideArticle(t.Context(), a, decision(desk.VerbUndo, a.ID, "", now.Add(time.Second))); err != nil {
			t.Fatal(err)
		}
		due, err := s.DueWithdrawals(t.Context(), 9)
		if err != nil || len(due) != 1 || due[0].Stage != desk.StageWaiting {
			t.Errorf("%+v, %v", due, err)
		}
		b, err := os.ReadFile(filepath.Join(rooms.Folder, "stops.jsonl"))
		if err != nil || bytes.Count(b, []byte(a.ID)) != 1 {
			t.Errorf("stops %s, %v", b, err)
		}
	})
}

func TestQueueSaysWhatIsDecidedAndHowManyCopies(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "The wire story")
		read(t, s, "The wire story.")
		read(t, s, "The wire story!")
		place(t, s)
		line := func() desk.QueueItem {
			list, err := s.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 9})
			if err != nil || len(list) != 1 {
				t.Fatalf("%+v, %v", list, err)
			}
			return list[0]
		}
		if i := line(); i.Copies != 2 || i.Decided || len(i.About) != 1 || i.Version != 1 {
			t.Errorf("%+v", i)
		}
		a.Territories = []string{"PL", "UA"}
		if _, err := s.DecideArticle(t.Context(), a, decision(desk.VerbCorrect, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		a, err := s.Article(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		a.Title = ""
		if _, err := s.DecideArticle(t.Context(), a, decision(desk.VerbCorrect, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		if i := line(); i.Beginning != "The wire story" {
			t.Errorf("%+v", i)
		}
		if i := line(); !i.Decided || len(i.About) != 2 || i.About[0] != "PL" || i.Version != 3 {
			t.Errorf("%+v", i)
		}
	})
}

func TestEditionProfile(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		old, newest, other := report(1, 1, "Old."), report(2, 1, "New."), report(3, 1, "A briefing.")
		old.Post, newest.Post = public.Profile, public.Profile
		put(t, p, newest, old, other)
		if got, err := e.Profile(t.Context(), "KP"); err != nil || got.ID != newest.ID || got.Post != public.Profile {
			t.Errorf("%+v, %v", got, err)
		}
		withdraw(t, p, newest.ID, 2)
		if got, err := e.Profile(t.Context(), "KP"); err != nil || got.ID != old.ID {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := e.Profile(t.Context(), "FR"); !fault.Is(err, fault.NotFound) {
			t.Errorf("%v", err)
		}
		if list, err := e.Teasers(t.Context(), []string{other.ID}); err != nil || len(list) != 1 || list[0].Post != public.Briefing {
			t.Errorf("%+v, %v", list, err)
		}
	})
}

func TestPreferences(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := desk.Account{ID: id(desk.KindAccount), Name: "Anna", Role: desk.RoleEditor, CreatedAt: now}
		if err := s.AddAccount(t.Context(), a, "", decision(desk.VerbAdd, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		a.Language, a.KeysOff = "fr", true
		if err := s.SetPreferences(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Account(t.Context(), a.ID); err != nil || got.Language != "fr" || !got.KeysOff {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

func TestWeeksOfASource(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		for i, at := range []time.Time{now, now.Add(-6 * 24 * time.Hour), now.Add(-8 * 24 * time.Hour), now.Add(-60 * 24 * time.Hour)} {
			e := desk.Entry{ID: id(desk.KindEntry), Identity: fmt.Sprint("entry ", i)}
			if _, _, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: at, Entries: []desk.Entry{e}}); err != nil {
				t.Fatal(err)
			}
		}
		got, err := s.SourceWeeks(t.Context(), now, 3)
		if err != nil || len(got) != 1 || !slices.Equal(got[src.ID], []int{2, 1, 0}) {
			t.Errorf("%v, %v", got, err)
		}
	})
}

func TestPublishedAbout(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for i, about := range [][]string{{"BY", "PL"}, {"PL"}, {"UA"}} {
			a := read(t, s, fmt.Sprintf("Published number %d.", i))
			a.Stage, a.Territories = desk.StagePublished, about
			if _, err := s.DecideArticle(t.Context(), a, decision(desk.VerbPublish, a.ID, "", now)); err != nil {
				t.Fatal(err)
			}
		}
		read(t, s, "This one waits.")
		for want, about := range [][]string{{"FR"}, {"UA"}, {"BY", "PL"}, {desk.Everywhere}} {
			if n, err := s.PublishedAbout(t.Context(), about); err != nil || n != want {
				t.Errorf("%v: %d, %v", about, n, err)
			}
		}
		if n, err := s.PublishedAbout(t.Context(), nil); err != nil || n != 0 {
			t.Errorf("nowhere: %d, %v", n, err)
		}
	})
}
