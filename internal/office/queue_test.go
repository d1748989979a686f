package office

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// lineForm is what the buttons of a line of the queue send.
func lineForm(a desk.Article, do, next string) url.Values {
	return url.Values{"id": {a.ID}, "version": {"1"}, "stage": {"waiting"}, "next": {next}, "do": {do}}
}

func TestLinesAreDecidedInTheQueue(t *testing.T) {
	b := editor(t)
	first, second := b.article("rdk_a_aaaaaaaaaaaaaaaa"), b.article("rdk_a_bbbbbbbbbbbbbbbb")
	p := b.get("/")
	b.want(p, 200, "", "Invented Courier", "18 November 2026", "English", `id="i-`+first.ID, `name="next" value="`+second.ID, "Proposed territories:")

	b.want(b.post("/queue", lineForm(first, "accept", second.ID)), 200, "/?stage=waiting", "Accepted: “(no title)”", "Undo")
	if got := b.store.articles[first.ID]; !slices.Equal(got.Territories, []string{"KP", "RU"}) || got.Stage != desk.StageWaiting {
		t.Fatalf("accepted %+v", got)
	}
	checkDecision(t, b, desk.VerbCorrect, "territories")

	// What cannot be published yet is shown with what is missing, and what the
	// line showed is ticked.
	p = b.post("/queue", lineForm(second, "publish", ""))
	b.want(p, 422, "", "a title", "may be public", `value="KP" checked`, `value="RU" checked`)
	if b.store.articles[second.ID].Stage != desk.StageWaiting {
		t.Fatal("published without a title")
	}
	second.Title, second.Sensitivity = "A pact", desk.Open
	b.store.articles[second.ID] = second
	b.want(b.post("/queue", lineForm(second, "publish", "")), 200, "/?stage=waiting", "Published: “A pact”")
	if got := b.store.articles[second.ID]; got.Stage != desk.StagePublished || !slices.Equal(got.Territories, []string{"KP", "RU"}) {
		t.Fatalf("published %+v", got)
	}

	refuse := lineForm(first, "refuse", "")
	b.want(b.post("/queue", refuse), 409, "", "Somebody else changed this article")
	refuse.Set("version", "2")
	b.want(b.post("/queue", refuse), 422, "", "Please give a reason")
	refuse.Set("reason", "not news")
	b.want(b.post("/queue", refuse), 200, "", "Refused:", "Nothing is waiting.")
	b.want(b.post("/queue", lineForm(first, "erase", "")), 422, "", "button is not known")
}

func TestUndoGoesBackStepByStep(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Title, a.Sensitivity = "A pact", desk.Open
	b.store.articles[a.ID] = a
	undo := func() page {
		p := b.get("/")
		_, after, _ := strings.Cut(p.raw, `name="decision" value="`)
		id, _, _ := strings.Cut(after, `"`)
		b.now = b.now.Add(time.Second)
		return b.post("/undo", url.Values{"decision": {id}, "back": {"/"}})
	}
	b.want(undo(), 200, "/", "There is nothing to undo.")
	b.want(b.post("/queue", lineForm(a, "accept", "")), 200, "")
	b.now = b.now.Add(time.Second)
	b.want(b.post("/articles/"+a.ID, form(b.store.articles[a.ID], desk.VerbPublish, url.Values{"title": {"Another title"}})), 200, "", "Published.")
	if b.store.articles[a.ID].Stage != desk.StagePublished {
		t.Fatal("not published")
	}
	b.want(undo(), 200, "/?stage=waiting", "Undone: “A pact” is waiting again.")
	checkDecision(t, b, desk.VerbUndo, "stage", "title")
	got := b.store.articles[a.ID]
	if got.Stage != desk.StageWaiting || got.Title != "A pact" || len(got.Territories) != 2 || got.PublishedAt.IsZero() {
		t.Fatalf("undone %+v", got)
	}
	b.want(undo(), 200, "", "Undone:")
	if got := b.store.articles[a.ID]; len(got.Territories) != 0 || len(b.store.decisions) != 4 {
		t.Fatalf("undone twice %+v", got)
	}
	b.want(undo(), 200, "", "There is nothing to undo.")
}

func TestUndoStopsWhenSomebodyElseDecided(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	b.want(b.post("/articles/"+a.ID, url.Values{"verb": {"refuse"}, "version": {"1"}, "reason": {"not news"}}), 200, "", "Refused.", "Undo")
	mine := b.store.decisions[0]
	other := b.store.articles[a.ID]
	other.Stage = desk.StageWaiting
	if _, err := b.store.DecideArticle(t.Context(), other, desk.Decision{ID: "d2", RecordID: a.ID, Verb: desk.VerbReopen, Changes: []desk.Change{{Field: "stage", Before: "refused", After: "waiting"}}}); err != nil {
		t.Fatal(err)
	}
	b.want(b.post("/undo", url.Values{"decision": {mine.ID}, "back": {"/"}}), 200, "/articles/"+a.ID, "cannot be undone any more")
	if b.store.articles[a.ID].Stage != desk.StageWaiting || len(b.store.decisions) != 2 {
		t.Error("a decision of somebody else was undone")
	}
}

func TestStretches(t *testing.T) {
	a := desk.Article{
		Title: "A pact", Text: "Russia and «North Korea» signed.\n\nWorkers follow.",
		Removed: []desk.Removed{{Kind: "byline", Text: "By Ana Invented"}, {Kind: "footer", Text: "Subscribe to our letters!"}},
	}
	capture := "By Ana Invented\n\nInvented Courier (18.11.2026) – Russia and\n«North  Korea» signed.\n\nWorkers follow.\n\n***\nSubscribe to our letters!\n"
	var out, all string
	for _, s := range stretches(capture, a) {
		all += s.Text
		if s.Cut {
			out += "[" + s.Kind + "|" + strings.TrimSpace(s.Text) + "]"
		} else {
			out += "(" + strings.Join(strings.Fields(s.Text), " ") + ")"
		}
	}
	want := "[byline|By Ana Invented][|Invented Courier (18.11.2026) –](Russia and «North Korea» signed. Workers follow. ***)[footer|Subscribe to our letters!]"
	if out != want {
		t.Errorf("%s, want %s", out, want)
	}
	if all != capture {
		t.Errorf("the stretches are not the capture: %q", all)
	}
	for _, c := range []string{"", "…", "\x00\xff", strings.Repeat("word ", 50_000)} {
		all = ""
		for _, s := range stretches(c, a) {
			all += s.Text
		}
		if all != c {
			t.Errorf("%.20q loses something", c)
		}
	}
}

func TestArticlePageShowsWhatCame(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	b.want(b.get("/articles/"+a.ID), 200, "", "As it came", `class="cut"`, "What was left out is grey.", "kept aside")
	b.bytes[captureSHA] = []byte("<!doctype html><html><head><title>x</title><link rel=preconnect href=https://evil.example><script>bad()</script></head><body><p onclick=x>Words</p><img src=https://evil.example/p.png></body></html>")
	b.want(b.get("/articles/"+a.ID), 200, "", "evidence/page", "sandbox")
	p := b.get("/articles/" + a.ID + "/evidence/page")
	b.want(p, 200, "", "<p>Words</p>")
	b.lacks(p, "evil.example", "bad()", "onclick")
	if csp := p.header.Get("Content-Security-Policy"); !strings.Contains(csp, "sandbox") || !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("CSP %q", csp)
	}
	delete(b.bytes, captureSHA)
	b.want(b.get("/articles/"+a.ID), 200, "", "There is no such record.", "As it was read")
}

func TestLongAndForeignTitlesInTheQueue(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Title, a.Language = strings.Repeat("Donaudampfschifffahrtsgesellschaft", 9), "de"
	b.store.articles[a.ID] = a
	c := b.article("rdk_a_bbbbbbbbbbbbbbbb")
	c.Title, c.Language, c.Outlet = "الإفراج عن صحفية", "ar", "صحيفة مخترعة"
	b.store.articles[c.ID] = c
	p := b.get("/")
	b.want(p, 200, "", a.Title, `lang="ar">الإفراج`, `<b dir="auto">صحيفة`)
	b.want(b.post("/queue", lineForm(a, "accept", "")), 200, "", "Gesellschaft"[1:4], "…”")
}

func TestOfficeInFrench(t *testing.T) {
	b := editor(t)
	b.article("rdk_a_aaaaaaaaaaaaaaaa")
	b.want(b.get("/"), 200, "", `<html lang="en">`, "Français", "North Korea")
	b.want(b.post("/preferences", url.Values{"language": {"fr"}, "back": {"/?stage=waiting"}}), 200, "/?stage=waiting", `<html lang="fr">`)
	b.want(b.post("/preferences", url.Values{"keys": {"off"}, "back": {"//evil.example"}}), 200, "/", `data-keys="off"`, `<html lang="fr">`)
	b.want(b.post("/preferences", url.Values{"keys": {"on"}, "language": {"xx"}}), 200, "/", `<html lang="fr">`)
	b.lacks(b.get("/"), `data-keys="off"`)
}
