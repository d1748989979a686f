package storetest

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
)

// TestTermsOfAnArticle holds that the decided terms are replaced as one list,
// that findings of terms are kept with their words, and that both come back.
func TestTermsOfAnArticle(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		text := "Police arrested children."
		r := reading(add(t, s, text)[0], text)
		r.Findings = append(r.Findings, desk.Finding{ID: "rdk_f_terms1", ArticleID: r.Article.ID, Kind: desk.FindingTheme, Value: "children", Score: .7,
			Rule: "test/1", Spans: []desk.Span{{Begin: 16, End: 24, Words: "children"}}})
		if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
			t.Fatal(err)
		}
		found, err := s.Findings(t.Context(), r.Article.ID)
		at := slices.IndexFunc(found, func(f desk.Finding) bool { return f.Kind == desk.FindingTheme })
		if err != nil || at < 0 || found[at].Value != "children" || found[at].Score != .7 || len(found[at].Spans) != 1 || found[at].Spans[0].Words != "children" {
			t.Fatalf("%+v, %v", found, err)
		}
		a, err := s.Article(t.Context(), r.Article.ID)
		if err != nil || len(a.Terms) != 0 {
			t.Fatalf("a proposal counts as decided: %v, %v", a.Terms, err)
		}
		for _, want := range [][]string{{"act:arrest", "theme:children"}, {"group:children"}, nil} {
			a.Terms = want
			if a, err = s.DecideArticle(t.Context(), a, decision(desk.VerbCorrect, a.ID, "", now)); err != nil || !slices.Equal(a.Terms, want) {
				t.Fatalf("%v, want %v, %v", a.Terms, want, err)
			}
		}
	})
}
