package site

import (
	"bytes"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/public"
)

func checkFor(words string) string { return "/check?" + url.Values{"q": {words}}.Encode() }

func TestCheckAnswersFromWhatIsPublic(t *testing.T) {
	f := claimed()
	f.get(t, "/check").wants(t, 200, "Did we publish this?", `<form class="search" role="search" action="/check">`)
	const nothing = "it may have been withdrawn or changed, or never been ours."
	v := f.get(t, checkFor("As many as 50 thousand workers ARE believed, to be abroad"))
	v.wants(t, 200, "Yes: 1 claim with these words", "at most 50,000", "believed", "as of 2017", `href="/claims/rdk_m_1"`, `href="/a/rdk_a_wire"`)
	v.lacks(t, nothing)
	f.get(t, checkFor("As many as 90 thousand penguins are at the pole already today")).wants(t, 200, "Not in these words, but near: 1 claim")
	f.get(t, checkFor("50,000 workers")).wants(t, 200, "Yes: 1 claim with this number", "believed", "as of 2017")
	if want := (public.ClaimQuery{Text: "workers", Number: 50000}); !slices.Contains(f.claimsAsked, want) {
		t.Errorf("asked for %+v", f.claimsAsked)
	}
	f.get(t, checkFor("50,000 penguins")).wants(t, 200, "This number, but not with this word: 1 claim")
	f.get(t, checkFor("50,000")).wants(t, 200, "Yes: 1 claim with this number")
	f.total = 9
	f.get(t, checkFor("accord")).wants(t, 200, "There are more than are shown here.")
	f.total = 0
	v = f.get(t, checkFor("61,000 workers"))
	v.wants(t, 200, "We find no such number in what is public here now; "+nothing)
	v.lacks(t, "Yes:", "near", "rdk_a")
	v = f.get(t, checkFor("“Never said by anybody”"))
	v.wants(t, 200, "We find no such sentence in what is public here now; "+nothing)
	if last := f.asked[len(f.asked)-1].Text; f.asked[len(f.asked)-2].Text != `"`+last+`"` || strings.ContainsAny(last, quotes) {
		t.Errorf("the texts were asked for %+v", f.asked)
	}
	f.get(t, checkFor(strings.Repeat("word ", 70))).wants(t, 422, "This is too long.")
	f.get(t, checkFor("…!")).wants(t, 422, "There is no word or number in this.")
}

func TestHalvesOfAChangedSentence(t *testing.T) {
	if got := halves("one two three four five six seven"); got != nil {
		t.Errorf("%q", got)
	}
	if got := halves("1 2 3 4 5 6 7 8 9"); !slices.Equal(got, []string{"1 2 3 4", "5 6 7 8 9"}) {
		t.Errorf("%q", got)
	}
	a, b := public.Hit{Teaser: public.Teaser{ID: "a"}}, public.Hit{Teaser: public.Teaser{ID: "b"}}
	if got := addHits([]public.Hit{a}, []public.Hit{a, b}); len(got) != 2 || got[1].ID != "b" {
		t.Errorf("%+v", got)
	}
}

func TestSentenceWithinWords(t *testing.T) {
	for _, c := range []struct {
		text, sentence string
		want           bool
	}{
		{"As many as 50,000 North Koreans", "as many as 50,000 north koreans!", true},
		{"As many as 50,000 North Koreans", "many as 50", true},
		{"a prisoner", "prison", false},
		{"工人在俄罗斯工作", "俄罗斯工作", true},
		{"工人在俄罗斯工作", "美国工作", false},
		{"до 37 тысяч рабочих", "37 тысяч", true},
	} {
		if got := within(c.text, c.sentence); got != c.want {
			t.Errorf("%q within %q: %v", c.sentence, c.text, got)
		}
	}
}

// What is asked for stands in no log and in nobody's cache.
func TestCheckIsNotKept(t *testing.T) {
	f := claimed()
	var log bytes.Buffer
	parts := f.parts()
	parts.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	v := do(New(parts), httptest.NewRequest("GET", checkFor("Quarvellian was arrested"), nil))
	v.wants(t, 200, `content="noindex"`)
	if strings.Contains(log.String(), "Quarvellian") || !strings.Contains(log.String(), "/check") || !strings.Contains(v.header.Get("Cache-Control"), "no-store") {
		t.Errorf("%q, %v", log.String(), v.header)
	}
}
