package office

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

func postValues(more url.Values) url.Values {
	out := url.Values{
		"kind": {"profile"}, "title": {"An invented profile"}, "standfirst": {"What it says."}, "markdown": {"## Law\r\n\r\nWords *stressed*.<script>x</script>"},
		"places": {"North Korea"}, "language": {"en"}, "byline": {"Ana Invented\r\nBert Invented"}, "version": {"0"}, "do": {"save"},
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func TestPostFromDraftToVersions(t *testing.T) {
	b := editor(t)
	b.want(b.get("/posts"), 200, "", "No post yet.")
	b.want(b.get("/posts/new"), 200, "", "What you write appears here.", `value="statement" checked`)
	for field, value := range map[string]string{"kind": "novel", "title": " ", "markdown": "", "places": "Atlantis", "language": "!", "published": "29.03.2017"} {
		b.want(b.post("/posts", postValues(url.Values{field: {value}})), 422, "", "fields that are marked", `class="error"`)
	}
	b.want(b.post("/posts", postValues(url.Values{"do": {"preview"}})), 200, "", "Nothing is stored yet", "<em>stressed</em>", `value="An invented profile"`)
	if len(b.store.decisions) != 0 {
		t.Fatal("a preview stored something")
	}
	p := b.post("/posts", postValues(nil))
	b.want(p, 200, "", "The draft is saved", "An invented profile", "draft", "<em>stressed</em>", "Set aside")
	if strings.Contains(p.raw, "<script>x") {
		t.Error("a script of the Markdown stays alive")
	}
	path := p.path
	id := strings.TrimPrefix(path, "/posts/")
	a := b.store.articles[id]
	if a.Stage != desk.StageWaiting || a.Post != desk.PostProfile || a.Licence != desk.LicenceFull || a.Sensitivity != desk.Open ||
		a.Outlet != "Invented Desk" || !strings.HasPrefix(a.Text, "Law\n\nWords stressed.") || len(a.Byline) != 2 || desk.KindOf(id) != desk.KindArticle {
		t.Fatalf("draft %+v", a)
	}
	checkDecision(t, b, desk.VerbAdd, "title", "post", "markdown")
	b.want(b.get("/posts"), 200, "", "An invented profile", "profile of a territory", "draft")
	b.want(b.get("/articles/"+id), 200, path)

	b.now = b.now.Add(time.Hour)
	b.want(b.post(path, postValues(url.Values{"version": {"7"}})), 409, "", "Somebody else changed")
	b.want(b.post(path, postValues(url.Values{"version": {"1"}, "do": {"publish"}, "places": {""}})), 422, "", "at least one territory")
	b.want(b.post(path, postValues(url.Values{"version": {"1"}, "do": {"publish"}})), 200, path, "Published.", "https://news.example.org/a/"+id, "Withdraw from public")
	a = b.store.articles[id]
	if a.Stage != desk.StagePublished || a.Published != "2026-11-20" || a.PublishedAt.IsZero() && a.Version != 2 {
		t.Fatalf("published %+v", a)
	}
	before := a.CaptureID
	b.now = b.now.Add(time.Hour)
	b.want(b.post(path, postValues(url.Values{"version": {"2"}, "do": {"publish"}, "markdown": {"Other words."}, "published": {"2026-11-20"}})), 200, path, "Published.", "version 3", "Undo")
	a = b.store.articles[id]
	if a.Version != 3 || a.CaptureID == before || a.Text != "Other words." {
		t.Fatalf("changed %+v", a)
	}
	last := b.store.decisions[len(b.store.decisions)-1]
	b.want(b.post("/undo", url.Values{"decision": {last.ID}, "back": {path}}), 200, path, "Undone:")
	if a = b.store.articles[id]; a.CaptureID != before || !strings.HasPrefix(a.Text, "Law") || a.Stage != desk.StagePublished {
		t.Fatalf("undone %+v", a)
	}
	b.want(b.post("/articles/"+id, url.Values{"verb": {"publish"}, "version": {"4"}, "text": {"x"}}), 409, "", "on its own page")
	b.want(b.post("/articles/"+id, url.Values{"verb": {"withdraw"}, "version": {"4"}, "reason": {""}}), 422, "", "give a reason")
	b.want(b.post("/articles/"+id, url.Values{"verb": {"withdraw"}, "version": {"4"}, "reason": {"wrong"}}), 200, path, "Withdrawn.", "Open again")
	b.want(b.get("/posts/rdk_a_cccccccccccccccc"), 404, "")
}

func TestPreviewsForTheScript(t *testing.T) {
	b := editor(t)
	p := b.post("/posts/preview", postValues(nil))
	b.want(p, 200, "", "<em>stressed</em>", "An invented profile")
	b.lacks(p, "<html", "<script")
	p = b.post("/snippets/preview", url.Values{"markdown": {"{cases} cases in {countries} countries.\n\n{subscribe}\n\n<script>x</script>"}})
	b.want(p, 200, "", "1,234 cases in 15 countries.", `class="mock"`)
	b.lacks(p, "<html", "<script", "{subscribe}")
}

func TestSnippetSaysWhereItIsUsed(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Stage, a.Territories = desk.StagePublished, []string{"KP"}
	b.store.articles[a.ID] = a
	b.store.snippets = map[string]desk.Snippet{"rdk_n_aaaaaaaaaaaaaaaa": {ID: "rdk_n_aaaaaaaaaaaaaaaa", Name: "Call", Markdown: "Join", Placements: []string{"KP"}, Version: 1}}
	b.want(b.get("/snippets"), 200, "", "under 1 published article")
	b.want(b.get("/snippets/rdk_n_aaaaaaaaaaaaaaaa"), 200, "", "under articles about North Korea", "under 1 published article")
}

func TestSourceWeeks(t *testing.T) {
	p := polled{desk.Source{Kind: desk.SourceFeed, Health: desk.HealthFailing}, []int{10, 0, 5}}
	bars := p.Bars()
	if len(bars) != 3 || bars[2].Height != 20 || bars[2].X != 16 || bars[1].Height != 1 || p.ThisWeek() != 10 || len(p.Before()) != 2 || p.State() != desk.HealthFailing {
		t.Errorf("%+v", bars)
	}
	p = polled{Source: desk.Source{Kind: desk.SourcePaste, Health: desk.HealthGood}}
	if len(p.Bars()) != 0 || p.ThisWeek() != 0 || p.State() != "" {
		t.Errorf("%+v", p)
	}
}
