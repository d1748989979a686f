package storetest

import (
	"fmt"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// TestBlocksOfASource has several workers learn the same block at once: it is
// there once, the old articles are read again once, and only the last edges
// are kept.
func TestBlocksOfASource(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		var a desk.Article
		for i := range 4 {
			stored := add(t, s, fmt.Sprintf("Text %d", i))[0]
			r := reading(stored, fmt.Sprintf("Text %d", i))
			r.Edges = desk.Edges{Top: []string{fmt.Sprintf("Text %d", i)}, Bottom: []string{"Read more"}}
			if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now.Add(time.Duration(i)*time.Second)); err != nil {
				t.Fatal(err)
			}
			var err error
			if a, err = s.Article(t.Context(), stored.ArticleID); err != nil {
				t.Fatal(err)
			}
		}
		noErrors(t, atOnce(6, func(i int) error {
			b := desk.RepeatedBlock{ID: id(desk.KindBlock), ArticleID: a.ID, Place: "bottom", Text: "Read more", Documents: 3}
			return s.Learned(t.Context(), a.SourceID, []desk.RepeatedBlock{b}, nil, 3, now)
		}))
		edges, err := s.LastEdges(t.Context(), a.SourceID, 9)
		if err != nil || len(edges) != 3 || edges[0].ArticleID != a.ID || edges[0].Top[0] != "Text 3" || edges[0].Bottom[0] != "Read more" {
			t.Errorf("%+v, %v", edges, err)
		}
		blocks, err := s.Blocks(t.Context(), a.SourceID)
		if err != nil || len(blocks) != 1 || blocks[0].State != desk.BlockLearned || blocks[0].ArticleID != a.ID || blocks[0].Documents != 3 || !blocks[0].CreatedAt.Equal(now) {
			t.Fatalf("%+v, %v", blocks, err)
		}
		blocks[0].Documents = 7
		if err := s.Learned(t.Context(), a.SourceID, nil, blocks, 3, now); err != nil {
			t.Fatal(err)
		}
		if blocks, err = s.Blocks(t.Context(), a.SourceID); err != nil || blocks[0].Documents != 7 {
			t.Errorf("%+v, %v", blocks, err)
		}
		leased := 0
		for _, n := range atOnceCounted(t, 6, func() (int, error) {
			list, err := s.LeaseReread(t.Context(), now, now.Add(time.Minute))
			return len(list), err
		}) {
			leased += n
		}
		if leased != 1 {
			t.Errorf("leased by %d", leased)
		}
	})
}

func atOnceCounted(t *testing.T, n int, fn func() (int, error)) []int {
	t.Helper()
	out := make([]int, n)
	noErrors(t, atOnce(n, func(i int) (err error) { out[i], err = fn(); return err }))
	return out
}

// TestBlockIsDecided: one of several editors refuses a block; the old articles
// are read again from the first, even when that was going on.
func TestBlockIsDecided(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "A text.")
		b := desk.RepeatedBlock{ID: id(desk.KindBlock), ArticleID: a.ID, Place: "top", Text: "Read more", Documents: 3}
		if err := s.Learned(t.Context(), a.SourceID, []desk.RepeatedBlock{b}, nil, 3, now); err != nil {
			t.Fatal(err)
		}
		due, err := s.LeaseReread(t.Context(), now, now.Add(time.Minute))
		if err != nil || len(due) != 1 || due[0].SourceID != a.SourceID || due[0].LastRead != "" {
			t.Fatalf("%+v, %v", due, err)
		}
		decided := 0
		for _, err := range atOnce(5, func(int) error {
			return s.DecideBlock(t.Context(), b.ID, desk.BlockRefused, decision(desk.VerbRefuse, a.SourceID, "", now))
		}) {
			if err == nil {
				decided++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		list, err := s.Decisions(t.Context(), a.SourceID)
		if err != nil || decided != 1 || len(list) == 0 || list[0].Verb != desk.VerbRefuse {
			t.Errorf("%d decided: %+v, %v", decided, list, err)
		}
		// What was going on ends nothing and moves nothing.
		if err := s.RereadTo(t.Context(), due[0], ""); err != nil {
			t.Fatal(err)
		}
		if err := s.RereadTo(t.Context(), due[0], a.ID); err != nil {
			t.Fatal(err)
		}
		again, err := s.LeaseReread(t.Context(), now, now.Add(time.Minute))
		if err != nil || len(again) != 1 || again[0].LastRead != "" || again[0].Round <= due[0].Round {
			t.Fatalf("%+v, %v", again, err)
		}
		if err := s.RereadTo(t.Context(), again[0], a.ID); err != nil {
			t.Fatal(err)
		}
		if again, err = s.LeaseReread(t.Context(), now, now.Add(time.Minute)); err != nil || len(again) != 1 || again[0].LastRead != a.ID {
			t.Fatalf("%+v, %v", again, err)
		}
		if err := s.RereadLater(t.Context(), again[0], now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if rest, err := s.LeaseReread(t.Context(), now, now.Add(time.Minute)); err != nil || len(rest) != 0 {
			t.Errorf("%+v, %v", rest, err)
		}
		if err := s.RereadTo(t.Context(), again[0], ""); err != nil {
			t.Fatal(err)
		}
		if rest, err := s.LeaseReread(t.Context(), now.Add(2*time.Hour), now.Add(3*time.Hour)); err != nil || len(rest) != 0 {
			t.Errorf("%+v, %v", rest, err)
		}
		if err := s.DecideBlock(t.Context(), "rdk_b_none", desk.BlockRefused, decision(desk.VerbRefuse, a.SourceID, "", now)); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

// TestErasedBlocks: a block that stood in an erased article is gone, also where
// it was learned from another one; that of another source stays.
func TestErasedBlocks(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		in, a := secretCapture(t, s)
		other := read(t, s, "Another text.")
		for _, source := range []string{a.SourceID, other.SourceID} {
			b := desk.RepeatedBlock{ID: id(desk.KindBlock), ArticleID: other.ID, Place: "bottom", Text: a.Removed[0].Text}
			if err := s.Learned(t.Context(), source, []desk.RepeatedBlock{b}, nil, 9, now); err != nil {
				t.Fatal(err)
			}
		}
		e := propose(t, s, in.Capture.ID, "anna")
		if err := s.AgreeErasure(t.Context(), e.ID, decisionBy("ben", desk.VerbErase, in.Capture.ID)); err != nil {
			t.Fatal(err)
		}
		if list, err := s.Blocks(t.Context(), a.SourceID); err != nil || len(list) != 0 {
			t.Errorf("%+v, %v", list, err)
		}
		if list, err := s.Blocks(t.Context(), other.SourceID); err != nil || len(list) != 1 {
			t.Errorf("%+v, %v", list, err)
		}
	})
}
