package office

import (
	"slices"
	"sync"
	"testing"
	"time"

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
