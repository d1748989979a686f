package office

import (
	"net/url"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

// caseValues are what the browser sends of an invented case, with one empty
// line after each repeated part.
func caseValues(more url.Values) url.Values {
	out := url.Values{
		"version": {"0"}, "do": {"save"}, "kind": {"person"}, "title": {"Ivan  Quarvellian"}, "invented": {"yes"}, "summary": {"Held for praying.\r\n\r\nInvented."},
		"name": {"Ivan Quarvellian", "Иван Кварвеллиан", ""}, "name_language": {"en", "ru", ""}, "name_kind": {"main", "main", "main"},
		"people_min": {"1"}, "people_max": {"1"}, "community": {"bahai"}, "territory": {"Russia"}, "place": {"Moscow"}, "place_by": {"his lawyer (invented)"},
		"act":          {"arrest", "imprisonment"},
		"episode_date": {"2025-03", "2025-09-01", ""}, "episode_act": {"arrest", "imprisonment", ""}, "episode_text": {"Taken.", "", ""}, "episode_by": {"neighbours", "", ""},
		"status": {""}, "law": {""}, "law_by": {""}, "sentence": {""}, "sentence_by": {""},
		"source_title": {"Held", ""}, "source_outlet": {"Example Wire", ""}, "source_date": {"2025-03-04", ""}, "source_address": {"https://example.org/1", ""},
		"source_article": {"", ""}, "source_from": {"official", ""},
		"consent": {"given"}, "consent_note": {"by letter"}, "risk": {"family"}, "note": {"call again"},
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func TestCaseFromDraftToWithdrawn(t *testing.T) {
	b := editor(t)
	b.want(b.get("/cases"), 200, "", "No case yet.")
	b.want(b.get("/cases/new"), 200, "", `value="person" checked`, "not asked yet")
	p := b.post("/cases", caseValues(nil))
	b.want(p, 200, "", "Saved.", "Ivan Quarvellian", "imprisoned, since 1 September 2025", "Erin</strong> added")
	b.lacks(p, "In public:", "Withdraw from public")
	id := strings.TrimPrefix(p.path, "/cases/")
	c := b.store.cases[id]
	if desk.KindOf(id) != desk.KindCase || c.State != desk.CaseDraft || len(c.Names) != 2 || c.Names[1] != (desk.Name{Text: "Иван Кварвеллиан", Language: "ru", Kind: "main"}) ||
		c.Territory != "RU" || len(c.Episodes) != 2 || c.Status != "imprisoned" || c.Since != "2025-09-01" || len(c.Sources) != 1 || !c.Sources[0].Official ||
		c.Place != (desk.Stated{Value: "Moscow", By: "his lawyer (invented)"}) || !c.Invented || c.Title != "Ivan Quarvellian" || c.Summary != "Held for praying.\n\nInvented." ||
		c.Consent != desk.ConsentGiven || c.Risk != "family" || c.PeopleMax != 1 {
		t.Fatalf("draft %+v", c)
	}
	checkDecision(t, b, desk.VerbAdd, "title", "names", "status", "consent")

	b.want(b.post(p.path, caseValues(url.Values{"version": {"1"}, "do": {"publish"}})), 200, p.path, "Published.", "https://news.example.org/cases/"+id, "on its way there", "Withdraw from public")
	checkDecision(t, b, desk.VerbPublish, "state")
	stored := len(b.store.decisions)
	b.want(b.post(p.path, caseValues(url.Values{"version": {"2"}, "do": {"publish"}, "since": {"2025-09-01"}, "status": {"imprisoned"}})), 200, p.path, "Nothing is different")
	if len(b.store.decisions) != stored {
		t.Error("nothing was stored as a decision")
	}
	b.want(b.post(p.path, caseValues(url.Values{"version": {"2"}})), 409, "", "This case stands elsewhere now") // a public case is not saved aside
	b.want(b.post(p.path, caseValues(url.Values{"version": {"2"}, "do": {"publish"}, "status": {"imprisoned"}, "correction": {"The release."}, "episode_act": {"arrest", "release", ""}})),
		200, p.path, "The episodes lead to another: released", "The release.")

	b.want(b.post(p.path, url.Values{"do": {"withdraw"}, "version": {"3"}, "reason": {" "}}), 422, p.path, "give a reason", `value="Ivan Quarvellian"`)
	b.want(b.post(p.path, url.Values{"do": {"withdraw"}, "version": {"2"}, "reason": {"wrong"}}), 409, "", "Somebody else changed this case")
	b.want(b.post(p.path, url.Values{"do": {"withdraw"}, "version": {"3"}, "reason": {"wrong man"}}), 200, p.path, "Withdrawn.", "wrong man", "Open again")
	if c = b.store.cases[id]; c.State != desk.CaseWithdrawn || c.Title != "Ivan Quarvellian" || len(c.Names) != 2 {
		t.Fatalf("withdrawn %+v", c)
	}
	b.want(b.post(p.path, caseValues(url.Values{"version": {"4"}, "do": {"publish"}})), 409, "", "stands elsewhere now")
	b.want(b.post(p.path, url.Values{"do": {"reopen"}, "version": {"4"}}), 200, p.path, "Open again as a draft.")
	b.want(b.post(p.path, url.Values{"do": {"burn"}, "version": {"5"}}), 422, "", "not known here")
	b.want(b.get("/cases/rdk_c_cccccccccccccccc"), 404, "")
}

func TestConsentWithdrawnTakesEffectAtOnce(t *testing.T) {
	b := editor(t)
	p := b.post("/cases", caseValues(url.Values{"do": {"publish"}}))
	b.want(p, 200, "", "Published.")
	b.want(b.post(p.path, caseValues(url.Values{"version": {"1"}, "do": {"publish"}, "consent": {"withdrawn"}})), 200, p.path, "Withdrawn, since the person", "does not want to be published")
	c := b.store.cases[strings.TrimPrefix(p.path, "/cases/")]
	if c.State != desk.CaseWithdrawn || c.Consent != desk.ConsentWithdrawn {
		t.Fatalf("%+v", c)
	}
	checkDecision(t, b, desk.VerbWithdraw, "state", "consent")
	b.want(b.post("/cases", caseValues(url.Values{"do": {"publish"}, "consent": {"refused"}})), 422, "", "stays private")
	b.want(b.post("/cases", caseValues(url.Values{"do": {"publish"}, "consent": {"unasked"}})), 422, "", "say under consent")
}

func TestWhatIsWrongInACaseIsSaidAndKept(t *testing.T) {
	b := editor(t)
	for _, c := range []struct {
		field, value, words string
	}{
		{"kind", "animal", "what the case is about"}, {"title", " ", "Please write a title"}, {"territory", "Atlantis", "no such territory"},
		{"people_min", "many", "whole numbers"}, {"people_min", "-1", "whole numbers"}, {"people_min", "9", "whole numbers"}, {"place_by", "", "who says so"},
		{"since", "soon", "2017-03-29"}, {"verified", "29.03.2017", "2017-03-29"}, {"consent", "perhaps", "about being published"},
		{"name", "", "write the name"}, {"name_language", "!", "language code"}, {"episode_date", "soon", "2017-03-29"}, {"episode_act", "", "what happened in each"},
		{"source_date", "soon", "2017-03-29"}, {"source_address", "javascript:alert(1)", "whole address"}, {"source_title", "", "each source a title"},
		{"source_article", "rdk_c_aaaaaaaaaaaaaaaa", "id or the address of an article"}, {"source_article", "rdk_a_cccccccccccccccc", "has no article"},
		{"community", "readers", "no community"}, {"act", "praying", "no act"}, {"status", "gone", "no status"}, {"name_kind", "nick", "no kind of name"},
	} {
		p := b.post("/cases", caseValues(url.Values{c.field: {c.value}}))
		b.want(p, 422, "/cases", c.words, "Held for praying.", "by letter")
	}
	if len(b.store.cases) != 0 || len(b.store.decisions) != 0 {
		t.Errorf("stored %v", b.store.cases)
	}
	p := b.post("/cases", caseValues(url.Values{"do": {"publish"}, "act": nil, "source_title": {""}, "source_outlet": {""}, "source_date": {""}, "source_address": {""}}))
	b.want(p, 422, "", "needs", "a source", "what was done")
	p = b.post("/cases", caseValues(url.Values{"do": {"more"}, "title": {""}}))
	b.want(p, 200, "/cases", "Кварвеллиан", `id="name-3"`, `id="episode-date-3"`)
	b.lacks(p, `id="name-4"`)
}

func TestTwoEditorsOfACase(t *testing.T) {
	b := editor(t)
	p := b.post("/cases", caseValues(nil))
	b.want(b.post(p.path, caseValues(url.Values{"version": {"1"}, "title": {"Theirs"}})), 200, p.path, "Saved.")
	q := b.post(p.path, caseValues(url.Values{"version": {"1"}, "title": {"Mine"}}))
	b.want(q, 409, p.path, "Somebody else changed this case", "Stored now, where it differs", "title:</strong> Theirs", `value="Mine"`, `name="version" value="2"`)
	b.want(b.post(p.path, caseValues(url.Values{"version": {"2"}, "title": {"Mine"}})), 200, p.path, "Saved.", "Mine")
}

func TestCaseFromAnArticle(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Title, a.Territories = "Secret pact", []string{"RU"}
	b.store.articles[a.ID] = a
	b.want(b.get("/articles/"+a.ID), 200, "", "/cases/new?article="+a.ID)
	b.want(b.get("/cases/new?article="+a.ID), 200, "", `value="Secret pact"`, `value="Invented Courier"`, `value="Russia"`, `value="`+a.ID+`"`)
	b.want(b.get("/cases/new?article=rdk_a_cccccccccccccccc"), 404, "")
	only := url.Values{"source_title": {""}, "source_outlet": {""}, "source_date": {""}, "source_address": {""}, "source_article": {"https://news.example.org/a/" + a.ID + "/"}, "source_from": {""}}
	p := b.post("/cases", caseValues(only)) // what waits is not quoted without being asked
	b.want(p, 422, "", "is not public")
	b.lacks(p, "Secret pact")
	a.Stage = desk.StagePublished
	b.store.articles[a.ID] = a
	p = b.post("/cases", caseValues(only))
	b.want(p, 200, "", "Saved.")
	c := b.store.cases[strings.TrimPrefix(p.path, "/cases/")]
	if len(c.Sources) != 1 || c.Sources[0] != (desk.CaseSource{Title: "Secret pact", Outlet: "Invented Courier", Date: "2026-11-18", ArticleID: a.ID}) {
		t.Errorf("%+v", c.Sources)
	}
}

func TestCasesList(t *testing.T) {
	b := editor(t)
	for i := range casesShown + 1 {
		id := "rdk_c_aaaaaaaaaaaaaa" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		b.store.cases[id] = desk.Case{ID: id, State: desk.CaseDraft, Title: "Case " + id, Status: "detained", Territory: "RU", Community: "bahai", Invented: true}
	}
	b.store.cases["rdk_c_zzzzzzzzzzzzzzzz"] = desk.Case{ID: "rdk_c_zzzzzzzzzzzzzzzz", State: desk.CasePublished, Title: "Иван"}
	p := b.get("/cases")
	b.want(p, 200, "", "Иван", "no status yet", "detained", "Russia", "Baha’is", "invented", "Older")
	b.want(b.get("/cases?state=published"), 200, "", "Иван")
	b.lacks(b.get("/cases?state=published"), "detained", "Older")
	b.lacks(b.get("/cases?q=%D0%98%D0%B2"), "detained")
	b.want(b.get("/cases?state=withdrawn"), 200, "", "No case here.")
	b.want(b.get("/cases?state=burnt"), 404, "", "no such list of cases")
	_, older, _ := strings.Cut(p.raw, "before=")
	older, _, _ = strings.Cut(older, `"`)
	q := b.get("/cases?before=" + older)
	if n := strings.Count(q.raw, "data-row"); n != 2 {
		t.Errorf("%d lines on the second page", n)
	}
}

func TestCasePageInFrench(t *testing.T) {
	b := editor(t)
	p := b.post("/cases", caseValues(nil))
	r := b.post("/preferences", url.Values{"language": {"fr"}, "back": {p.path}})
	b.want(r, 200, p.path, "Situation", "emprisonné", "bahaïs", "arrestation", "donné", "oui")
	b.lacks(r, "Who says so", "Consent to")
}
