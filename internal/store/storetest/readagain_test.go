package storetest

import (
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// TestReadAgain has one article of two read again whose reasons differ, and
// keeps what an editor is to know of one that was read all the same.
func TestReadAgain(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		stored := add(t, s, "A first text.", "A second text.")
		for i, why := range []string{"A program is missing.", "It is damaged."} {
			if err := s.FailReading(t.Context(), stored[i].ArticleID, why, time.Time{}, now); err != nil {
				t.Fatal(err)
			}
		}
		n, err := s.ReadAgain(t.Context(), "A program is missing.", now)
		if err != nil || n != 1 {
			t.Fatalf("%d, %v", n, err)
		}
		list, err := s.LeaseUnread(t.Context(), now, now.Add(time.Minute), 5)
		if err != nil || len(list) != 1 || list[0].ArticleID != stored[0].ArticleID || list[0].Attempts != 0 {
			t.Fatalf("%+v, %v", list, err)
		}
		r := reading(stored[0], "")
		r.Article.LastError = "It is a scan."
		if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
			t.Fatal(err)
		}
		if a, err := s.Article(t.Context(), stored[0].ArticleID); err != nil || a.Stage != desk.StageWaiting || a.LastError != "It is a scan." {
			t.Errorf("%+v, %v", a, err)
		}
	})
}
