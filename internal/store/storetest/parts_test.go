package storetest

import (
	"fmt"
	"testing"

	"rightsdesk/internal/desk"
)

// parts makes what was read of a capture that has several articles.
func parts(stored desk.Stored, texts ...string) desk.Reading {
	first := reading(stored, texts[0])
	first.Article.Part, first.Article.Form, first.Article.FormSure = 1, "date-first", 0.5
	for i, text := range texts[1:] {
		other := reading(desk.Stored{ArticleID: id(desk.KindArticle)}, text)
		other.Article.Part, other.Article.Title = i+2, fmt.Sprintf("Part %d", i+2)
		first.Others = append(first.Others, other)
	}
	return first
}

// TestPartsOfACapture lets several workers store the articles of one digest:
// each is there once, with what it inherits from the capture, and the same
// digest again is the same articles.
func TestPartsOfACapture(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		stored := add(t, s, "A digest.")[0]
		const callers = 6
		readings := make([]desk.Reading, callers)
		for i := range readings {
			readings[i] = parts(stored, "The first text.", "The second text.", "The third text.")
		}
		noErrors(t, atOnce(callers, func(i int) error { return s.SaveReadings(t.Context(), readings[i:i+1], now) }))
		counts, err := s.StageCounts(t.Context())
		if err != nil || counts[desk.StageWaiting] != 3 || len(counts) != 1 {
			t.Fatalf("%v, %v", counts, err)
		}
		whole, err := s.Article(t.Context(), stored.ArticleID)
		if err != nil || whole.Part != 1 || whole.Form != "date-first" || whole.FormSure != 0.5 {
			t.Errorf("%+v, %v", whole, err)
		}
		found := 0
		for _, r := range readings {
			a, err := s.Article(t.Context(), r.Others[0].Article.ID)
			if err != nil {
				continue // another worker's are there
			}
			found++
			if a.Part != 2 || a.Title != "Part 2" || a.Text != "The second text." || a.CaptureID != whole.CaptureID || a.SourceID != whole.SourceID ||
				a.Sensitivity != whole.Sensitivity || a.Licence != whole.Licence || !a.CreatedAt.Equal(whole.CreatedAt) || a.Version != 1 {
				t.Errorf("%+v", a)
			}
			if f, err := s.Findings(t.Context(), a.ID); err != nil || len(f) != 1 {
				t.Errorf("%+v, %v", f, err)
			}
		}
		if found != 1 {
			t.Errorf("the second article is there %d times", found)
		}
		if again := add(t, s, "A digest.")[0]; again.Fresh || again.ArticleID != stored.ArticleID {
			t.Errorf("%+v", again)
		}
	})
}

// TestPartWithAKnownText stores a digest one of whose texts is there already:
// that part is a duplicate, the others wait.
func TestPartWithAKnownText(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		known := read(t, s, "A text that is known.")
		r := parts(add(t, s, "A digest.")[0], "The first text.", "A text that is known.")
		if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
			t.Fatal(err)
		}
		a, err := s.Article(t.Context(), r.Others[0].Article.ID)
		if err != nil || a.Stage != desk.StageDuplicate || a.SameAs != known.ID {
			t.Errorf("%+v, %v", a, err)
		}
	})
}
