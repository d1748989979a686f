package office

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"rightsdesk/internal/desk"
)

func TestProposals(t *testing.T) {
	got := tongue("en").proposals([]desk.Finding{
		{Kind: desk.FindingMentioned, Value: "US", Count: 1, Spans: []desk.Span{{Words: "Washington"}}},
		{Kind: desk.FindingMentioned, Value: "CN", Count: 4, Spans: []desk.Span{{Words: "China"}, {Words: "Beijing"}, {Words: "China"}}},
		{Kind: desk.FindingAbout, Value: "RU", Score: .6, Spans: []desk.Span{{Words: "Russia"}}},
		{Kind: desk.FindingMentioned, Value: "RU", Count: 7},
		{Kind: desk.FindingAbout, Value: "KP", Score: .9, Count: 2},
	})
	var ids []string
	for _, p := range got {
		ids = append(ids, p.ID)
	}
	if !slices.Equal(ids, []string{"KP", "RU", "CN", "US"}) || !slices.Equal(proposed(got), []string{"KP", "RU"}) {
		t.Errorf("order %q, proposed %q", ids, proposed(got))
	}
	if got[1].Count != 7 || !got[1].About || !slices.Equal(got[2].Words, []string{"China", "Beijing"}) {
		t.Errorf("joined %+v", got)
	}
}

func TestLitCountsCodePoints(t *testing.T) {
	text := "Чжэн в Сеуле.\n\n汉城的消息"
	got := tongue("en").lit(text, []desk.Finding{
		{Value: "KR", Spans: []desk.Span{{Begin: 7, End: 12, Words: "Сеуле"}, {Begin: 15, End: 17, Words: "汉城"}}},
		{Value: "KP", Spans: []desk.Span{{Begin: 7, End: 12, Words: "Сеуле"}, {Begin: 0, End: 4, Words: "stale"}, {Begin: 9, End: 99, Words: "x"}, {Begin: 9, End: 11, Words: "ул"}}},
	}, nil)
	if len(got) != 2 || len(got[0]) != 3 || len(got[1]) != 2 {
		t.Fatalf("pieces %+v", got)
	}
	if p := got[0][1]; p.Text != "Сеуле" || !strings.Contains(p.Why, "North Korea") {
		t.Errorf("first lit piece %+v", p)
	}
	if p := got[1][0]; p.Text != "汉城" || p.Why == "" {
		t.Errorf("second lit piece %+v", p)
	}
}

func TestLitShowsClaimsBeforeTerritories(t *testing.T) {
	text := "As many as 50 in Russia, and Russia again."
	got := tongue("en").lit(text, []desk.Finding{{Value: "RU", Spans: []desk.Span{{Begin: 17, End: 23, Words: "Russia"}, {Begin: 29, End: 35, Words: "Russia"}}}}, []desk.Claim{
		{Words: "As many as 50 in Russia", End: 23, Claimant: "some experts", Hedge: "believed", Bound: "at_most", Max: 50, Unit: "people", AsOf: "2017-03"},
		{Words: "refused", Begin: 29, End: 35, State: desk.ClaimRefused},
		{Words: "that is not there", Begin: 3, End: 9},
	})
	if len(got) != 1 || len(got[0]) != 4 || !got[0][0].Claim || got[0][2].Claim || got[0][2].Text != "Russia" ||
		got[0][0].Why != "some experts: at most 50 · believed · people · as of March 2017" {
		t.Errorf("%+v", got)
	}
}

// FuzzLit: whatever the spans, the pieces together are the text, line by line.
func FuzzLit(f *testing.F) {
	f.Add("Russia and China.\n\nMore", 0, 6, 11, 16)
	f.Add("汉城\n汉城", 0, 5, -1, 2)
	f.Fuzz(func(t *testing.T, text string, b1, e1, b2, e2 int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		runes := []rune(text)
		var findings []desk.Finding
		for _, s := range [][2]int{{b1, e1}, {b2, e2}} {
			if s[0] >= 0 && s[0] < s[1] && s[1] <= len(runes) {
				findings = append(findings, desk.Finding{Value: "RU", Spans: []desk.Span{{Begin: s[0], End: s[1], Words: string(runes[s[0]:s[1]])}}})
			}
		}
		var got []string
		for _, line := range tongue("en").lit(text, findings, nil) {
			var all strings.Builder
			for _, p := range line {
				all.WriteString(p.Text)
			}
			got = append(got, all.String())
		}
		want := slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return s == "" })
		if !slices.Equal(got, want) {
			t.Errorf("lit(%q) = %q", text, got)
		}
	})
}

func TestManyDecideAtOnceOneWins(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	var wg sync.WaitGroup
	answers := make([]page, 6)
	for i := range answers {
		wg.Go(func() { answers[i] = b.post("/articles/"+a.ID, form(a, desk.VerbCorrect, nil)) })
	}
	wg.Wait()
	won := 0
	for _, p := range answers {
		switch p.status {
		case 200:
			won++
		case 409:
		default:
			t.Errorf("status %d", p.status)
		}
	}
	if won != 1 || len(b.store.decisions) != 1 || b.store.articles[a.ID].Version != 2 {
		t.Errorf("%d won, %d decisions", won, len(b.store.decisions))
	}
}

func TestWords(t *testing.T) {
	at := func(d time.Duration) string { return tongue("en").age(testNow, testNow.Add(-d)) }
	for want, got := range map[string]string{
		"just now": at(30 * time.Second), "5 min ago": at(5 * time.Minute), "47 h ago": at(47*time.Hour + time.Minute), "2 days ago": at(48 * time.Hour),
		"in 18 min": at(-18 * time.Minute), "never": tongue("en").age(testNow, time.Time{}), "1 byte": tongue("en").size(1), "1.5 kB": tongue("en").size(1536), "2 MB": tongue("en").size(2 << 20),
		"91 %": tongue("en").percent(.91), "North Korea, every article": tongue("en").value("placements", "KP *"), "KP": tongue("en").value("title", "KP"),
		"paused": tongue("en").health(desk.Source{Kind: desk.SourceFeed, Paused: true}), "readable, but nothing in it": tongue("en").health(desk.Source{Kind: desk.SourceFeed, Health: desk.HealthEmpty}),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
