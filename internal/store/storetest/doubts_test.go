package storetest

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// TestDoubtsAreDecidedOnce: of several editors who cut and keep a doubtful
// paragraph at once one decides; it is counted in the queue until then, and
// put back as it was when that is undone.
func TestDoubtsAreDecidedOnce(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		const call, other = "Tell a friend about us.", "Ada was arrested in March."
		stored := add(t, s, "One.")[0]
		r := reading(stored, "One.\n\n"+call+"\n\n"+other)
		r.Article.Reader = "reader 1"
		r.Article.Doubts = []desk.Doubt{{Kind: "footer", Text: call}, {Kind: "repeated", Text: other}, {Kind: "footer", Text: "Not in the text."}}
		if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
			t.Fatal(err)
		}
		a, err := s.Article(t.Context(), stored.ArticleID)
		if err != nil || !slices.Equal(a.Doubts, r.Article.Doubts[:2]) {
			t.Fatalf("%+v, %v", a.Doubts, err)
		}
		waits := func(doubts int) {
			t.Helper()
			list, err := s.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 9})
			if err != nil || len(list) != 1 || list[0].Doubts != doubts || list[0].Unsure {
				t.Errorf("%+v, %v", list, err)
			}
		}
		waits(2)
		verbs := []desk.Verb{desk.VerbKeep, desk.VerbCut}
		var taken []desk.Decision
		for i := range 6 {
			b, changes, err := desk.DecideDoubt(a, call, verbs[i%2])
			if err != nil {
				t.Fatal(err)
			}
			d := decision(verbs[i%2], b.ID, "", now)
			d.Changes = changes
			taken = append(taken, d)
		}
		errs := atOnce(6, func(i int) error {
			b, _, err := desk.DecideDoubt(a, call, verbs[i%2])
			if err == nil {
				_, err = s.DecideArticle(t.Context(), b, taken[i])
			}
			return err
		})
		won := slices.Index(errs, nil)
		for i, err := range errs {
			if i != won && !fault.Is(err, fault.Conflict) {
				t.Errorf("%d: %v, and %d was first", i, err, won)
			}
		}
		waits(1)
		got, err := s.Article(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		back, changes, err := desk.Undo(got, taken[won])
		if err != nil {
			t.Fatal(err)
		}
		d := decision(desk.VerbUndo, a.ID, "", now)
		d.Changes = changes
		if got, err = s.DecideArticle(t.Context(), back, d); err != nil || got.Text != a.Text || len(got.Open()) != 2 || !slices.Equal(got.Removed, a.Removed) {
			t.Errorf("%+v, %v", got, err)
		}
		waits(2)
	})
}
