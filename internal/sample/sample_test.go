package sample

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/geo"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func load(t *testing.T) Desk {
	t.Helper()
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return d.At(now)
}

// marks say in each language of the posts that something is invented.
var marks = map[string]string{"en": "(invented)", "fr": "(inventé", "ru": "(вымыш", "ko": "(가상", "ar": "(متخيل", "zh": "（虚构"}

func TestPosts(t *testing.T) {
	d := load(t)
	languages, territories := map[string]int{}, map[string]bool{}
	waiting, recent, leads := 0, 0, 0
	for _, p := range d.Posts {
		t.Run(p.File, func(t *testing.T) { checkPost(t, p) })
		languages[p.Language]++
		for _, id := range p.Territories {
			territories[id] = true
		}
		waiting += count(!p.Published)
		recent += count(p.DaysAgo > 0)
		leads += count(p.Lead)
	}
	if len(d.Posts) < 60 || len(territories) < 15 || len(languages) != 6 {
		t.Errorf("%d posts over %d territories in %d languages", len(d.Posts), len(territories), len(languages))
	}
	for language, n := range languages {
		if n < 5 {
			t.Errorf("%d posts in %s", n, language)
		}
	}
	if waiting != 7 || recent < 12 || leads != 1 {
		t.Errorf("%d posts wait, %d are of this week, %d lead", waiting, recent, leads)
	}
}

// checkPost reads a post as the desk will and holds what it finds against what
// posts.json says.
func checkPost(t *testing.T, p Post) {
	doc, err := extract.Read([]byte(p.Text), extract.Options{}, now)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Title != p.Title || doc.Outlet != p.Outlet || doc.Published != p.Date || doc.Language != p.Language || len(doc.Byline) != 1 {
		t.Errorf("read as %q, %q, %q, %q, by %q", doc.Title, doc.Outlet, doc.Published, doc.Language, doc.Byline)
	}
	for _, r := range doc.Removed {
		if r.Kind != extract.Byline {
			t.Errorf("%s is cut away: %q", r.Kind, r.Text)
		}
	}
	if n := length(doc.Text); n < 120 || n > 350 {
		t.Errorf("the text has the length of %d words", n)
	}
	if got := strings.Contains(doc.Text, marks[p.Language]); got != p.Invented {
		t.Errorf("marked as invented: %v in the text, %v in posts.json", got, p.Invented)
	}
	if p.Licence != "full" || !edtf.Valid(p.Date) || p.Date > now.Format(time.DateOnly) {
		t.Errorf("licence %q, date %q", p.Licence, p.Date)
	}
	checkTerritories(t, p.Territories)
}

// length counts words; two Chinese characters and two thirds of a Korean or
// Arabic or Russian word say about as much as an English one.
func length(text string) int {
	han, words := 0, 0
	for _, r := range text {
		han += count(unicode.Is(unicode.Han, r))
	}
	if words = len(strings.Fields(text)); han > words {
		return han / 2
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Hangul, unicode.Arabic, unicode.Cyrillic) }) {
		return words * 3 / 2
	}
	return words
}

func checkTerritories(t *testing.T, ids []string) {
	t.Helper()
	if len(ids) == 0 {
		t.Error("no territory")
	}
	for _, id := range ids {
		if _, known := geo.Find(id); !known {
			t.Errorf("geo does not know %q", id)
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
		t.Errorf("twice the same territory: %q", ids)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestArriving: the post that arrives has all that the demo shows on it.
func TestArriving(t *testing.T) {
	doc, err := extract.Read(load(t).Arriving, extract.Options{}, now)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Title != "" || doc.Outlet != "Sample Wire" || doc.Published != "2026-11-23" || len(doc.Byline) != 1 || doc.Language != "en" {
		t.Errorf("read as %q, %q, %q, by %q", doc.Title, doc.Outlet, doc.Published, doc.Byline)
	}
	for _, words := range []string{"As many as 20,000", "believed to be", "(invented)"} {
		if !strings.Contains(doc.Text, words) {
			t.Errorf("%q is not in the text", words)
		}
	}
	footer := ""
	for _, r := range doc.Removed {
		footer += r.Kind + ": " + r.Text + "\n"
	}
	for _, words := range []string{"free subscription", "over 70 countries", "documented cases", "snippet: HTML Snippets"} {
		if !strings.Contains(footer, words) || strings.Contains(doc.Text, words) {
			t.Errorf("%q is not cut away as footer: %s", words, footer)
		}
	}
}
