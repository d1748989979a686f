package sample

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"rightsdesk/internal/alike"
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

// TestNoOrphans: every file of posts/ has one line in posts.json.
func TestNoOrphans(t *testing.T) {
	entries, err := files.ReadDir("posts")
	if err != nil {
		t.Fatal(err)
	}
	var have, want []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	for _, p := range load(t).Posts {
		want = append(want, p.File)
	}
	if slices.Sort(want); !slices.Equal(have, want) {
		t.Errorf("posts/ and posts.json differ: %q, %q", have, want)
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
	a := load(t).Arriving
	doc, err := extract.Read([]byte(a.Text), extract.Options{}, now)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Title != "" || doc.Outlet != "Sample Wire" || doc.Published != "2026-11-23" || len(doc.Byline) != 1 || doc.Language != "en" {
		t.Errorf("read as %q, %q, %q, by %q", doc.Title, doc.Outlet, doc.Published, doc.Byline)
	}
	checkTerritories(t, a.Territories)
	for _, c := range a.Claims {
		checkClaim(t, c, doc.Text)
	}
	if len(a.Claims) < 2 || !strings.Contains(doc.Text, marks["en"]) || a.Title == "" {
		t.Errorf("%d claims, title %q", len(a.Claims), a.Title)
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

// TestFigures: every claim's words stand once in its post, as its claimant does,
// and its terms are those of public.Claim.
func TestFigures(t *testing.T) {
	d := load(t)
	texts := map[string]string{}
	for _, p := range d.Posts {
		doc, err := extract.Read([]byte(p.Text), extract.Options{}, now)
		if err != nil {
			t.Fatal(err)
		}
		texts[p.File] = doc.Text
	}
	for _, f := range d.Figures {
		checkFigure(t, f)
		for _, c := range f.Claims {
			checkClaim(t, c, texts[c.Post])
		}
	}
	if n := len(d.Figures); n < 2 {
		t.Errorf("%d figures", n)
	}
}

func checkFigure(t *testing.T, f Figure) {
	t.Helper()
	checkTerritories(t, []string{f.Territory})
	if !edtf.Valid(f.AsOf) || !edtf.Valid(f.Decided) || f.Rule == "" || f.Note == "" || f.Max < f.Min {
		t.Errorf("figure %q: as of %q, decided %q, %v to %v", f.Question, f.AsOf, f.Decided, f.Min, f.Max)
	}
	least, most := false, false
	for _, c := range f.Claims {
		least = least || c.Answers && c.Min == f.Min
		most = most || c.Answers && c.Max == f.Max
		if c.Answers && c.Measure != f.Measure {
			t.Errorf("a %s is taken as an answer to %q: %q", c.Measure, f.Question, c.Words)
		}
	}
	if !least || !most {
		t.Errorf("figure %q is not made of its claims", f.Question)
	}
}

func checkClaim(t *testing.T, c Claim, text string) {
	t.Helper()
	begin, end, once := c.Find(text)
	if !once || string([]rune(text)[begin:end]) != c.Words {
		t.Errorf("the words do not stand just once in %s: %q", c.Post, c.Words)
	}
	if !strings.Contains(text, c.Claimant) {
		t.Errorf("the claimant %q is not in %s", c.Claimant, c.Post)
	}
	known := map[string][]string{
		c.Hedge:   {"none", "reported", "alleged", "believed", "estimated", "possible"},
		c.Bound:   {"exact", "about", "at_least", "at_most", "more_than", "less_than", "range"},
		c.Measure: {"stock", "flow", "rate"},
	}
	for term, terms := range known {
		if !slices.Contains(terms, term) {
			t.Errorf("%q is none of %q: %q", term, terms, c.Words)
		}
	}
	if !edtf.Valid(c.AsOf) || c.Scope == "" || c.Unit == "" || c.Min == 0 && c.Max == 0 || c.Max != 0 && c.Max < c.Min {
		t.Errorf("as of %q, scope %q, %v to %v %s: %q", c.AsOf, c.Scope, c.Min, c.Max, c.Unit, c.Words)
	}
	for part := range strings.SplitSeq(c.Cue, " … ") {
		if !strings.Contains(text, part) {
			t.Errorf("the cue %q is not in %s", part, c.Post)
		}
	}
}

// TestCopies: each copy is of a post, in another outlet, and says that what it
// tells is invented.
func TestCopies(t *testing.T) {
	d := load(t)
	if len(d.Copies) != 2 {
		t.Fatalf("%d copies", len(d.Copies))
	}
	for _, c := range d.Copies {
		at := slices.IndexFunc(d.Posts, func(p Post) bool { return p.File == c.Of })
		doc, err := extract.Read([]byte(c.Text), extract.Options{}, now)
		if err != nil || at < 0 {
			t.Fatalf("%s is of %q: %v", c.File, c.Of, err)
		}
		p := d.Posts[at]
		if doc.Outlet != c.Outlet || doc.Outlet == p.Outlet || doc.Title == p.Title || doc.Title == "" || doc.Published != c.Date || !strings.Contains(doc.Text, marks["en"]) {
			t.Errorf("%s: %q, %q, %q", c.File, doc.Outlet, doc.Title, doc.Published)
		}
		if alike.Compare(alike.New(doc.Text), alike.New(p.Text)).Tie(0) == alike.Apart {
			t.Errorf("%s is no copy of %s", c.File, c.Of)
		}
	}
}
