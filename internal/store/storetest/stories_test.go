package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

// wire is an invented wire story; the people in it are invented.
const wire = `Two members of the prayer group were fined by the harbour court on Monday for meeting in a private home without telling the council.

The judge said that the law had been in force since spring and that nobody had asked for leave. Their lawyer will appeal within ten days.

The council's clerk told reporters that eleven other meetings were being looked into, and that letters would be sent to all of them before winter.`

// brief is the beginning of it.
var brief, _, _ = strings.Cut(wire, "\n\n")

const unlike = `Another story altogether: the lighthouse keepers' choir sang on the quay for an hour, the mayor gave a speech about boats, and nobody
was fined for anything by anybody, which the harbour paper found worth a line on its last page this week.`

// arrive has articles of outlets arrive with these texts, one a minute, and
// places them.
func arrive(t *testing.T, s *deskstore.Store, texts ...string) (list []desk.Article) {
	t.Helper()
	for i, a := range unplaced(t, s, texts...) {
		if err := s.SaveReadings(t.Context(), []desk.Reading{{Article: a}}, now.Add(time.Duration(i)*time.Minute)); err != nil {
			t.Fatal(err)
		}
		place(t, s)
		list = append(list, article(t, s, a.ID))
	}
	return list
}

// arrivals counts what arrived, so that each comes at a minute of its own.
var arrivals int

// unplaced stores captures of texts and gives what is read of them.
func unplaced(t *testing.T, s *deskstore.Store, texts ...string) (list []desk.Article) {
	t.Helper()
	for i, text := range texts {
		arrivals++
		in := inward(t, importSource(t, s), fmt.Sprintf("%s\n%d", text, arrivals))
		in.Capture.At = now.Add(time.Duration(arrivals) * time.Minute)
		stored, err := s.AddCaptures(t.Context(), []desk.Inward{in})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, desk.Article{ID: stored[0].ArticleID, Stage: desk.StageWaiting, Title: fmt.Sprintf("Headline %d", i), Outlet: fmt.Sprintf("Example Outlet %d", arrivals),
			Published: "2026-11-20", Language: "en", Text: text, TextHash: desk.TextHash(text)})
	}
	return list
}

func place(t *testing.T, s *deskstore.Store) {
	t.Helper()
	for {
		n, err := s.PlaceArticles(t.Context(), now, 10)
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return
		}
	}
}

func article(t *testing.T, s *deskstore.Store, id string) desk.Article {
	t.Helper()
	a, err := s.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func story(t *testing.T, s *deskstore.Store, leader string) []desk.Part {
	t.Helper()
	parts, err := s.Story(t.Context(), leader)
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func TestCopiesAreOneStory(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		// A brief first; the whole text stands for the story once it is there.
		list := arrive(t, s, brief, unlike, wire, strings.ToUpper(wire), wire+"\n\nMore is to follow, says the paper.")
		var leaders []string
		for _, a := range list {
			leaders = append(leaders, article(t, s, a.ID).Story)
		}
		if want := []string{list[2].ID, "", "", list[2].ID, list[2].ID}; !slices.Equal(leaders, want) {
			t.Fatalf("stories %q, want %q", leaders, want)
		}
		if a := article(t, s, list[3].ID); a.Stage != desk.StageDuplicate || a.Similarity != 1 {
			t.Errorf("the same words: %s, %v alike", a.Stage, a.Similarity)
		}
		if a := article(t, s, list[4].ID); a.Stage != desk.StageWaiting || a.Similarity < .9 {
			t.Errorf("a copy: %s, %v alike", a.Stage, a.Similarity)
		}
		queue, err := s.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 10})
		if err != nil || len(queue) != 2 {
			t.Fatalf("%+v, %v", queue, err)
		}
		for _, item := range queue {
			if want := map[string]int{list[2].ID: 3}[item.ID]; item.Copies != want {
				t.Errorf("%s has %d copies, want %d", item.ID, item.Copies, want)
			}
		}
		counts, err := s.StageCounts(t.Context())
		if err != nil || counts[desk.StageWaiting] != 2 {
			t.Errorf("%v, %v", counts, err)
		}
		if parts := story(t, s, list[2].ID); len(parts) != 4 || !parts[0].Leads || parts[1].Leads || parts[1].Words == 0 {
			t.Errorf("%+v", parts)
		}
	})
}

// TestCopiesAtTheSameMoment lets several workers place copies at once: they end
// in one story.
func TestCopiesAtTheSameMoment(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		const copies = 8
		var texts []string
		for i := range copies {
			texts = append(texts, wire+fmt.Sprintf("\n\nRead more in number %d of this paper.", i))
		}
		list := unplaced(t, s, texts...)
		noErrors(t, atOnce(copies, func(i int) error {
			if err := s.SaveReadings(t.Context(), []desk.Reading{{Article: list[i]}}, now); err != nil {
				return err
			}
			for {
				n, err := s.PlaceArticles(t.Context(), now, 3)
				if err != nil || n == 0 {
					return err
				}
			}
		}))
		queue, err := s.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 20})
		if err != nil || len(queue) != 1 || queue[0].Copies != copies-1 {
			t.Errorf("%+v, %v", queue, err)
		}
	})
}

// decideStory stores a decision about a story and gives it.
func decideStory(t *testing.T, s *deskstore.Store, verb desk.Verb, a desk.Article, changes []desk.Change, err error) desk.Decision {
	t.Helper()
	d := decision(verb, a.ID, "", now)
	d.Changes = changes
	if err == nil {
		_, err = s.DecideArticle(t.Context(), a, d)
	}
	if err != nil {
		t.Fatalf("%s: %v", verb, err)
	}
	return d
}

// undo puts back what a decision changed.
func undo(t *testing.T, s *deskstore.Store, d desk.Decision) {
	t.Helper()
	a, changes, err := desk.Undo(article(t, s, d.RecordID), d)
	decideStory(t, s, desk.VerbUndo, a, changes, err)
}

func TestStoriesByDecision(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		list := arrive(t, s, wire, wire+"\n\nMore to follow.", wire+"\n\nAnd more.", unlike)
		ids := func() (out []string) {
			for _, a := range list {
				out = append(out, article(t, s, a.ID).Story)
			}
			return out
		}
		a, b, c, d := list[0].ID, list[1].ID, list[2].ID, list[3].ID
		check := func(what string, want ...string) {
			t.Helper()
			if got := ids(); !slices.Equal(got, want) {
				t.Fatalf("%s: %q, want %q", what, got, want)
			}
		}
		check("as they came", "", a, a, "")

		copied, changes, err := desk.Lead(article(t, s, b), story(t, s, a))
		led := decideStory(t, s, desk.VerbLead, copied, changes, err)
		check("another stands for it", b, "", b, "")
		undo(t, s, led)
		check("undone", "", a, a, "")

		joined, changes, err := desk.Join(article(t, s, a), story(t, s, a), article(t, s, d))
		both := decideStory(t, s, desk.VerbJoin, joined, changes, err)
		check("joined with its copies", d, d, d, "")
		undo(t, s, both)
		check("undone", "", a, a, "")

		alone, changes, err := desk.Split(article(t, s, c))
		apart := decideStory(t, s, desk.VerbSplit, alone, changes, err)
		check("split off", "", a, "", "")
		// Nobody is there to move it back but a person; a new copy finds the others.
		late := arrive(t, s, wire+"\n\nMore to follow, and an end.")[0]
		if got := article(t, s, late.ID).Story; got != a {
			t.Errorf("a new copy joined %q", got)
		}
		check("after another copy", "", a, "", "")
		undo(t, s, apart)
		check("undone", "", a, a, "")

		// What changed meanwhile is not decided over.
		stale, changes, err := desk.Lead(article(t, s, b), story(t, s, a))
		if err != nil {
			t.Fatal(err)
		}
		one, ch, err := desk.Split(article(t, s, c))
		decideStory(t, s, desk.VerbSplit, one, ch, err)
		dec := decision(desk.VerbLead, b, "", now)
		dec.Changes = changes
		if _, err := s.DecideArticle(t.Context(), stale, dec); !fault.Is(err, fault.Conflict) {
			t.Errorf("a story that changed: %v", err)
		}
	})
}

// publishStory publishes an article with its copies.
func publishStory(t *testing.T, s *deskstore.Store, id string) {
	t.Helper()
	a := article(t, s, id)
	changes := desk.Show(story(t, s, id))
	a.Stage, a.Sensitivity = desk.StagePublished, desk.Open
	decideStory(t, s, desk.VerbPublish, a, changes, nil)
}

// openAll decides that the copies may be public.
func openAll(t *testing.T, s *deskstore.Store, ids ...string) {
	t.Helper()
	for _, id := range ids {
		a := article(t, s, id)
		a.Sensitivity = desk.Open
		decideStory(t, s, desk.VerbCorrect, a, nil, nil)
	}
}

// due gives the copies that the edition is to show of an article, by outlet.
func due(t *testing.T, s *deskstore.Store, leader string) (outlets []string, is bool) {
	t.Helper()
	list, err := s.DueStories(t.Context(), 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Leader == leader {
			is = true
			for _, a := range publish.Appearances(d.Parts) {
				outlets = append(outlets, a.Outlet)
			}
		}
		if err := s.StoryCarried(t.Context(), d.Leader, d.Version); err != nil {
			t.Fatal(err)
		}
	}
	return outlets, is
}

func TestCopiesArePublishedWithTheirStory(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		list := arrive(t, s, wire, wire+"\n\nMore to follow.", strings.ToUpper(wire), wire+"\n\nAnd more.")
		openAll(t, s, list[1].ID, list[2].ID)
		if got, _ := due(t, s, list[0].ID); len(got) != 0 {
			t.Errorf("before it is public: %q", got)
		}
		publishStory(t, s, list[0].ID)
		open := []string{list[2].Outlet}
		if got, is := due(t, s, list[0].ID); !is || !slices.Equal(got, []string{list[1].Outlet, list[2].Outlet}) {
			t.Errorf("published: %q; the one that was handed in is not open", got)
		}
		// What comes later waits for a person.
		late := arrive(t, s, wire+"\n\nA late one.")[0]
		openAll(t, s, late.ID)
		if got, _ := due(t, s, list[0].ID); len(got) != 2 {
			t.Errorf("after a late copy: %q", got)
		}
		copied := article(t, s, list[1].ID)
		copied.Stage = desk.StagePublished
		if _, err := s.DecideArticle(t.Context(), copied, decision(desk.VerbPublish, copied.ID, "", now)); !fault.Is(err, fault.Conflict) {
			t.Errorf("a copy was published by itself: %v", err)
		}
		refused := article(t, s, list[1].ID)
		refused.Stage = desk.StageRefused
		d := decideStory(t, s, desk.VerbRefuse, refused, []desk.Change{{Field: "stage", Before: "waiting", After: "refused"}}, nil)
		if got, is := due(t, s, list[0].ID); !is || !slices.Equal(got, open) {
			t.Errorf("after one was refused: %q", got)
		}
		undo(t, s, d)
		if got, is := due(t, s, list[0].ID); !is || len(got) != 2 {
			t.Errorf("after that was undone: %q", got)
		}
		// A backup from before the refusal does not bring it back.
		if err := s.Replay(t.Context(), []store.Stop{{At: now.Add(time.Hour), Kind: store.StopWithdrawn, ID: list[1].ID}}, now); err != nil {
			t.Fatal(err)
		}
		if got, is := due(t, s, list[0].ID); !is || !slices.Equal(got, open) {
			t.Errorf("after a restore: %q", got)
		}
	})
}

// TestOneOutletRepeatsItself holds that notices which one outlet writes in the
// same words are news each.
func TestOneOutletRepeatsItself(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		list := unplaced(t, s, wire, strings.Replace(wire, "Two members", "Nine members", 1))
		for _, a := range list {
			a.Outlet = "Example Court Notices"
			if err := s.SaveReadings(t.Context(), []desk.Reading{{Article: a}}, now); err != nil {
				t.Fatal(err)
			}
			place(t, s)
		}
		if a, b := article(t, s, list[0].ID), article(t, s, list[1].ID); a.Story != "" || b.Story != "" {
			t.Errorf("stories %q and %q", a.Story, b.Story)
		}
	})
}

func TestLaterVersionsOfAnArticle(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		list := unplaced(t, s, wire, strings.Replace(wire, "ten days", "twelve days", 1), unlike)
		for i := range list {
			list[i].Address = "https://news.example/fines"
			if err := s.SaveReadings(t.Context(), []desk.Reading{{Article: list[i]}}, now); err != nil {
				t.Fatal(err)
			}
			place(t, s)
		}
		versions, err := s.Versions(t.Context(), list[1].ID)
		if err != nil || len(versions) != 3 || versions[0].ID != list[0].ID || versions[2].ID != list[2].ID {
			t.Fatalf("%+v, %v", versions, err)
		}
		queue, err := s.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 10})
		if err != nil || len(queue) != 1 || queue[0].ID != list[0].ID || queue[0].Versions != 2 || queue[0].Copies != 0 {
			t.Errorf("%+v, %v", queue, err)
		}
		if one := arrive(t, s, brief+" A text of its own address.")[0]; len(mustVersions(t, s, one.ID)) != 0 {
			t.Error("a copy is a version")
		}
	})
}

func mustVersions(t *testing.T, s *deskstore.Store, id string) []desk.Article {
	t.Helper()
	list, err := s.Versions(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestErasedArticleLeavesItsStory erases what stands for a story: its copies
// find each other again, and none of its keys is left.
func TestErasedArticleLeavesItsStory(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		list := arrive(t, s, wire, wire+"\n\nMore to follow.", wire+"\n\nAnd more.")
		e := propose(t, s, article(t, s, list[0].ID).CaptureID, "rdk_u_aaaaaaaaaaaaaaaa")
		if err := s.AgreeErasure(t.Context(), e.ID, decisionBy("rdk_u_bbbbbbbbbbbbbbbb", desk.VerbErase, e.ID)); err != nil {
			t.Fatal(err)
		}
		place(t, s)
		if b, c := article(t, s, list[1].ID), article(t, s, list[2].ID); b.Story != "" || c.Story != b.ID {
			t.Errorf("stories %q and %q", b.Story, c.Story)
		}
		db := rooms.Open(t, "desk", store.ReadOnly)
		left, err := store.Strings(t.Context(), db.Read(), `SELECT t.article_id FROM story_texts t JOIN articles a ON a.id = t.article_id ORDER BY a.created_at`)
		if err != nil || !slices.Equal(left, []string{list[1].ID, list[2].ID}) {
			t.Errorf("%q, %v", left, err)
		}
		orphans, err := store.Strings(t.Context(), db.Read(), `SELECT CAST(gram AS TEXT) FROM story_keys WHERE number NOT IN (SELECT number FROM story_texts)`)
		if err != nil || len(orphans) != 0 {
			t.Errorf("keys of nothing: %q, %v", orphans, err)
		}
	})
}

func TestAppearancesInTheEdition(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, report(1, 1, "A text."))
		list := []public.Appearance{
			{Copy: "rdk_a_x", Outlet: "Example Evening", Published: "2026-11-20", Title: "Fined", Language: "en", Address: "https://evening.example/1"},
			{Copy: "rdk_a_y", Outlet: "Example Post"},
		}
		shown := func() []public.Appearance {
			t.Helper()
			sweep(t, p)
			a, err := e.Article(t.Context(), report(1, 1, "").ID)
			if err != nil {
				t.Fatal(err)
			}
			return a.Appearances
		}
		id := report(1, 1, "").ID
		if err := p.PutAppearances(t.Context(), id, list); err != nil || !slices.Equal(shown(), list) {
			t.Errorf("%+v, %v", shown(), err)
		}
		put(t, p, report(1, 2, "Another text."))
		if got := shown(); !slices.Equal(got, list) {
			t.Errorf("after a new version: %+v", got)
		}
		// While publishing is paused nothing is added.
		if err := p.KeepAppearances(t.Context(), id, []public.Appearance{list[1], {Copy: "rdk_a_z", Outlet: "New"}}); err != nil || !slices.Equal(shown(), list[1:]) {
			t.Errorf("%+v, %v", shown(), err)
		}
		withdraw(t, p, id, 3)
		put(t, p, report(1, 4, "Public again."))
		if got := shown(); got != nil {
			t.Errorf("after a withdrawal: %+v", got)
		}
	})
}
