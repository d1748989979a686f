package office

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/subscription"
)

func TestWalkFromSetupToWithdrawal(t *testing.T) {
	b := newBench(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")

	b.want(b.get("/"), 200, "/login", "set-up link", "rightsdesk user")
	b.store.invitations[subscription.Hash("word-of-the-link")] = invitation{"", testNow.Add(time.Hour)}
	b.want(b.get("/setup/wrong"), 404, "", "has been used or is too old")
	b.want(b.get("/setup/word-of-the-link"), 200, "", "first administrator")
	b.want(b.post("/setup/word-of-the-link", url.Values{"name": {"Ada"}, "password": {"short"}, "again": {"short"}}), 422, "", "at least 12")
	b.want(b.post("/setup/word-of-the-link", url.Values{"name": {"Ada"}, "password": {testPassword}, "again": {"other"}}), 422, "", "not the same")
	p := b.post("/setup/word-of-the-link", url.Values{"name": {"Ada"}, "password": {testPassword}, "again": {testPassword}})
	b.want(p, 200, "/", "Welcome, Ada", "Invented Courier", "(no title)", "North Korea", "Russia", "handed in", "came 3 h ago")
	b.lacks(b.get("/"), "Welcome, Ada") // a notice is shown once
	b.want(b.get("/setup/word-of-the-link"), 404, "", "has been used")

	b.want(b.post("/logout", nil), 200, "/login", "You are logged out.")
	b.want(b.get("/articles/"+a.ID), 200, "/login?next="+url.QueryEscape("/articles/"+a.ID))
	b.want(b.post("/login", url.Values{"name": {"Ada"}, "password": {testPassword}, "next": {"/articles/" + a.ID}}), 200, "/articles/"+a.ID,
		"None was read", "North Korea", "91 %", "Subscribe to our letters")

	p = b.post("/articles/"+a.ID, form(a, desk.VerbPublish, url.Values{"territory": {"KP"}, "outlet": {"Courier"}}))
	b.want(p, 422, "", "a title", "may be public", `value="Courier"`)
	if got := b.store.articles[a.ID]; got.Stage != desk.StageWaiting || got.Outlet != a.Outlet {
		t.Fatalf("a refused publication stored %+v", got)
	}

	all := url.Values{"title": {"A pact"}, "territory": {"KP"}, "add": {"Казахстан; ru"}, "release": {"yes"}}
	b.want(b.post("/articles/"+a.ID, form(a, desk.VerbPublish, all)), 200, "/articles/"+a.ID,
		"Published.", "headline by the desk", "https://news.example.org/a/"+a.ID, "Ada</strong> published", "added by an editor")
	stored := b.store.articles[a.ID]
	if stored.Stage != desk.StagePublished || !stored.TitleByDesk || !slices.Equal(stored.Territories, []string{"KP", "KZ", "RU"}) ||
		stored.Text != a.Text || !stored.PublishedAt.Equal(testNow) || stored.Sensitivity != desk.Open {
		t.Fatalf("stored %+v", stored)
	}
	checkDecision(t, b, desk.VerbPublish, "title", "territories", "sensitivity", "stage")

	p = b.post("/articles/"+a.ID, url.Values{"verb": {"withdraw"}, "version": {"2"}})
	b.want(p, 422, "", "Please give a reason")
	p = b.post("/articles/"+a.ID, url.Values{"verb": {"withdraw"}, "version": {"2"}, "reason": {"the family asked"}})
	b.want(p, 200, "/articles/"+a.ID, "Withdrawn.", "the family asked", "Ada</strong> withdrew", "Open again")
	b.lacks(p, "https://news.example.org/a/"+a.ID)
	checkDecision(t, b, desk.VerbWithdraw, "stage")

	b.want(b.post("/articles/"+a.ID, url.Values{"verb": {"reopen"}, "version": {"3"}}), 200, "", "Open again: the article waits")
	b.want(b.post("/articles/"+a.ID, url.Values{"verb": {"refuse"}, "version": {"4"}, "reason": {"not news"}}), 200, "", "Refused.")
	b.want(b.get("/?stage=refused"), 200, "", "A pact")
}

// checkDecision looks at the last decision: by whom, when, and its audit entries.
func checkDecision(t *testing.T, b *bench, verb desk.Verb, fields ...string) {
	t.Helper()
	d := b.store.decisions[len(b.store.decisions)-1]
	if d.Verb != verb || b.store.accounts[d.Account].Name == "" || !d.At.Equal(b.now) || desk.KindOf(d.ID) != desk.KindDecision || d.RecordID == "" {
		t.Fatalf("decision %+v", d)
	}
	for _, f := range fields {
		if !slices.ContainsFunc(d.Changes, func(c desk.Change) bool { return c.Field == f && c.Before != c.After }) {
			t.Errorf("no audit entry for %s in %+v", f, d.Changes)
		}
	}
}

func TestConflictKeepsWhatWasTyped(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	changed := a
	changed.Version, changed.Outlet = 2, "Other Courier"
	b.store.articles[a.ID] = changed

	p := b.post("/articles/"+a.ID, form(a, desk.VerbCorrect, url.Values{"title": {"My title"}, "outlet": {"My outlet"}, "territory": {"KP"}}))
	b.want(p, 409, "", "Somebody else changed this article", `value="My title"`, `value="My outlet"`, "Stored now:</strong> Other Courier")
	if b.store.articles[a.ID].Title != "" || len(b.store.decisions) != 0 {
		t.Fatal("a conflict stored something")
	}
	b.want(b.post("/articles/"+a.ID, form(changed, desk.VerbCorrect, url.Values{"outlet": {"My outlet"}})), 200, "", "Saved.")
}

func TestCorrectionInPublicMustStayComplete(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Stage, a.Title, a.Sensitivity, a.Territories = desk.StagePublished, "A pact", desk.Open, []string{"KP"}
	b.store.articles[a.ID] = a
	for _, verb := range []desk.Verb{desk.VerbCorrect, desk.VerbPublish} {
		b.want(b.post("/articles/"+a.ID, form(a, verb, url.Values{"territory": nil})), 422, "", "at least one territory")
	}
	b.want(b.post("/articles/"+a.ID, form(a, desk.VerbRefuse, url.Values{"reason": {"x"}})), 409, "", "cannot be changed")
	b.want(b.post("/articles/"+a.ID, form(a, "erase", nil)), 422, "", "button is not known")
}

func TestFieldsAreChecked(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	for _, c := range []struct{ field, value, words string }{
		{"published", "29.03.2017", "2017-03-29, or 2017-03"},
		{"published", "2017-02-30", "2017-03-29, or 2017-03"},
		{"address", "javascript:alert(1)", "beginning with https://"},
		{"address", "https://", "beginning with https://"},
		{"address", "https://user:secret@example.org/", "beginning with https://"},
		{"language", "klingonese", "language code"},
		{"territory", "ZZ", "not known"},
		{"add", "Atlantis", "No territory is called Atlantis"},
		{"licence", "everything", "how much may be shown"},
	} {
		p := b.post("/articles/"+a.ID, form(a, desk.VerbCorrect, url.Values{c.field: {c.value}}))
		b.want(p, 422, "", "fields that are marked", c.words)
	}
	good := url.Values{"published": {"2017-03"}, "language": {"zh-Hant"}, "address": {"https://example.org/a?b=c"}, "byline": {" Ana \r\n\r\nBo  Two "}}
	b.want(b.post("/articles/"+a.ID, form(a, desk.VerbCorrect, good)), 200, "", "Saved.")
	if got := b.store.articles[a.ID].Byline; !slices.Equal(got, []string{"Ana", "Bo Two"}) {
		t.Errorf("byline %q", got)
	}
}

func TestProposalsAreTickedUntilSomebodyDecides(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	ticked := func(p page) (ids []string) {
		for _, part := range strings.Split(p.raw, `name="territory" value="`)[1:] {
			if tag, _, _ := strings.Cut(part, ">"); strings.Contains(tag, " checked") {
				ids = append(ids, tag[:2])
			}
		}
		return ids
	}
	if got := ticked(b.get("/articles/" + a.ID)); !slices.Equal(got, []string{"KP", "RU"}) {
		t.Errorf("proposed %q", got)
	}
	b.want(b.post("/articles/"+a.ID, form(a, desk.VerbCorrect, nil)), 200, "", "Saved.")
	if got := ticked(b.get("/articles/" + a.ID)); got != nil {
		t.Errorf("after deciding for none: %q", got)
	}
	b.want(b.get("/articles/"+a.ID), 200, "", `data-why="Territory: North Korea · the article is about it · sure: 91 % · 2 times" aria-describedby="reason-territory-1">North Korea</a>`)
}

func TestQueuePagesAndEmptyStates(t *testing.T) {
	b := editor(t)
	b.want(b.get("/"), 200, "", "Nothing is waiting.", "rightsdesk import file")
	for _, s := range tabs[1:] {
		b.want(b.get("/?stage="+string(s)), 200, "", `class="empty"`)
	}
	b.want(b.get("/?stage=nonsense"), 404, "", "no such stage")
	var last string
	for i := range queuePageSize + 1 {
		last = "rdk_a_" + strings.Repeat(string(rune('a'+i%26)), 15) + string(rune('a'+i/26))
		b.article(last)
	}
	first := b.get("/")
	if n := strings.Count(first.raw, `class="title none"`); n != queuePageSize {
		t.Errorf("%d lines", n)
	}
	before := b.store.order[queuePageSize-1]
	b.want(first, 200, "", "/?stage=waiting&before="+before)
	b.want(b.get("/?stage=waiting&before="+before), 200, "", last, "Newest")
	b.want(b.get("/next?after="+before), 200, "/articles/"+last)
	b.store.broken = errBroken
	p := b.get("/")
	b.want(p, http.StatusInternalServerError, "", "went wrong on our side")
	b.lacks(p, "secret")
	if !strings.Contains(b.log.String(), "disk on fire") {
		t.Error("the fault is not in the log")
	}
}
