package storetest

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	deskstore "rightsdesk/internal/store/desk"
)

func inventedQuotation(articleID, words, speaker string, begin int) desk.Quotation {
	return desk.Quotation{ID: id(desk.KindQuotation), ArticleID: articleID, State: desk.QuotationProposed, Begin: begin, End: begin + len(words), Words: words,
		Speaker: speaker, Found: speaker, Cue: "said", Stance: "asserts", Context: "Before it.", Rule: "test/1"}
}

// TestQuotationsSurvive: what people decided of a quotation stays through new
// analyses, at the place where its words stand then.
func TestQuotationsSurvive(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		text := "Ann Example said: “We left.” Later: “We came.”"
		r := reading(add(t, s, text)[0], text)
		r.Quotations = []desk.Quotation{inventedQuotation(r.Article.ID, "We left.", "Ann Example", 19), inventedQuotation(r.Article.ID, "We came.", "", 37)}
		if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
			t.Fatal(err)
		}
		list, err := s.Quotations(t.Context(), r.Article.ID)
		if err != nil || !slices.Equal(list, r.Quotations) {
			t.Fatalf("%+v, %v", list, err)
		}
		q, changes, err := desk.DecideQuotation(list[0], desk.VerbCorrect, "Anna Example")
		if err != nil || len(changes) != 2 {
			t.Fatal(changes, err)
		}
		noErrors(t, atOnce(4, func(int) error { return s.DecideQuotation(t.Context(), q, decisionOf(q.ArticleID, desk.VerbCorrect)) }))

		again := rereadable(t, s, q.ArticleID)
		to := shortened(again, "So: “We left.” And “We came.”")
		to.Quotations = []desk.Quotation{inventedQuotation(q.ArticleID, "We left.", "she", 5), inventedQuotation(q.ArticleID, "We came.", "", 20)}
		if err := s.SaveReread(t.Context(), to, decision(desk.VerbReread, q.ArticleID, "", now)); err != nil {
			t.Fatal(err)
		}
		q.Begin, q.End = 5, 13
		if list, err = s.Quotations(t.Context(), q.ArticleID); err != nil || len(list) != 2 || list[0] != q || list[1] != to.Quotations[1] {
			t.Errorf("%+v, %v", list, err)
		}
		if err := s.DecideQuotation(t.Context(), r.Quotations[1], decisionOf(q.ArticleID, desk.VerbRefuse)); !fault.Is(err, fault.NotFound) {
			t.Errorf("one that is gone: %v", err)
		}
	})
}

func lesson(a desk.Article, words string) *desk.Lesson {
	return &desk.Lesson{ID: id(desk.KindLesson), Kind: desk.FindingMentioned, Value: "GE", Words: words, State: desk.LessonProposed, SourceID: a.SourceID, ArticleID: a.ID, Times: 1}
}

// TestCorrectionsTeach: corrections of one kind are one lesson, which is used
// only after somebody confirmed it, for its source or for all.
func TestCorrectionsTeach(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		const n = 5
		articles := make([]desk.Article, n)
		for i := range articles {
			articles[i] = read(t, s, "Georgia, an invented text "+string(rune('a'+i)))
			articles[i].SourceID = articles[0].SourceID
		}
		words := []string{"Georgia", "georgia", "GEORGIA", "Georgia", "Géorgia"}
		noErrors(t, atOnce(n, func(i int) error {
			m := desk.FindingMark{ArticleID: articles[i].ID, Kind: desk.FindingMentioned, Value: "GE", State: desk.MarkRefused}
			return s.MarkFinding(t.Context(), m, lesson(articles[i], words[i]), decisionOf(articles[i].ID, desk.VerbRefuse))
		}))
		m := desk.FindingMark{ArticleID: articles[0].ID, Kind: desk.FindingMentioned, Value: "GE", State: desk.MarkRefused}
		if err := s.MarkFinding(t.Context(), m, lesson(articles[0], "Georgia"), decisionOf(m.ArticleID, desk.VerbRefuse)); !fault.Is(err, fault.Conflict) {
			t.Errorf("the same decision twice: %v", err)
		}
		m.State = desk.MarkAccepted
		if err := s.MarkFinding(t.Context(), m, nil, decisionOf(m.ArticleID, desk.VerbAccept)); err != nil {
			t.Fatal(err)
		}
		if marks, err := s.Marks(t.Context(), m.ArticleID); err != nil || !slices.Equal(marks, []desk.FindingMark{m}) {
			t.Errorf("%+v, %v", marks, err)
		}
		list, err := s.Lessons(t.Context(), desk.LessonProposed, 9)
		if err != nil || len(list) != 1 || list[0].Times != n {
			t.Fatalf("%+v, %v", list, err)
		}
		wantUsed(t, s, articles[0].SourceID, 0)
		taught := list[0].Lesson
		errs := atOnce(4, func(int) error {
			return s.DecideLesson(t.Context(), taught, desk.LessonUsed, false, decisionOf(taught.ID, desk.VerbAccept))
		})
		won := slices.Index(errs, nil)
		for i, err := range errs {
			if i != won && !fault.Is(err, fault.Conflict) {
				t.Errorf("%d: %v", i, err)
			}
		}
		wantUsed(t, s, articles[0].SourceID, 1)
		wantUsed(t, s, "another", 0)
		if taught, err = s.Lesson(t.Context(), taught.ID); err != nil || taught.State != desk.LessonUsed {
			t.Fatalf("%+v, %v", taught, err)
		}
		if err := s.DecideLesson(t.Context(), taught, desk.LessonUsed, true, decisionOf(taught.ID, desk.VerbChange)); err != nil {
			t.Fatal(err)
		}
		wantUsed(t, s, "another", 1)
		if err := s.DecideLesson(t.Context(), taught, desk.LessonDropped, false, decisionOf(taught.ID, desk.VerbUndo)); !fault.Is(err, fault.Conflict) {
			t.Errorf("decided from an old page: %v", err)
		}
		if _, err := s.Lesson(t.Context(), "none"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func wantUsed(t *testing.T, s *deskstore.Store, sourceID string, want int) {
	t.Helper()
	used, err := s.UsedLessons(t.Context(), sourceID)
	if err != nil || len(used) != want {
		t.Errorf("for %s: %+v, %v, want %d", sourceID, used, err, want)
	}
}
