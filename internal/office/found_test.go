package office

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

const foundArticle = "rdk_a_aaaaaaaaaaaaaaaa"

// talkative is a desk with an article in which everything was found.
func talkative(t *testing.T) (*bench, desk.Article) {
	b := editor(t)
	a := b.article(foundArticle)
	a.Text, a.SourceID = "Ivan Vymyslov of Georgia spoke.\n\nThe Example Rights Committee said: “No.” It denied it on Monday.", "rdk_s_aaaaaaaaaaaaaaaa"
	b.store.articles[a.ID] = a
	b.store.findings[a.ID] = []desk.Finding{
		{Kind: desk.FindingAbout, Value: "GE", Score: .9, Spans: []desk.Span{spanOf(a.Text, "Georgia")}},
		{Kind: desk.FindingMentioned, Value: "GE", Count: 1, Spans: []desk.Span{spanOf(a.Text, "Georgia")}},
		{Kind: desk.FindingTheme, Value: "children", Score: .6, Spans: []desk.Span{spanOf(a.Text, "Committee"), spanOf(a.Text, "spoke")}},
		{Kind: desk.FindingPerson, Value: "Ivan Vymyslov", Count: 1, Spans: []desk.Span{spanOf(a.Text, "Ivan Vymyslov")}},
		{Kind: desk.FindingOrganisation, Value: "Example Rights Committee", Count: 1, Spans: []desk.Span{spanOf(a.Text, "Example Rights Committee")}},
		{Kind: desk.FindingDate, Value: "2026-11-30", Count: 1, Spans: []desk.Span{spanOf(a.Text, "Monday")}},
	}
	q := spanOf(a.Text, "No.")
	b.store.found.quotes = []desk.Quotation{{ID: "rdk_y_aaaaaaaaaaaaaaaa", ArticleID: a.ID, State: desk.QuotationProposed, Begin: q.Begin, End: q.End, Words: "No.", Speaker: "committee", Found: "committee", Cue: "said", Stance: "asserts", Context: "Before."}}
	c := desk.Case{ID: "rdk_c_aaaaaaaaaaaaaaaa", State: desk.CaseDraft, Kind: "person", Title: "Ivan Vymyslov", Territory: "RU", Version: 1}
	b.store.cases[c.ID] = c
	n := spanOf(a.Text, "Ivan Vymyslov")
	b.store.found.links = []desk.MentionLine{{Mention: desk.Mention{ArticleID: a.ID, CaseID: c.ID, State: desk.MentionProposed, Reasons: []string{"whole", "transliterated", "other-territory"}, Begin: n.Begin, End: n.End, Words: n.Words, Count: 1},
		CaseTitle: c.Title, CaseTerritory: "RU", CaseState: c.State, ArticleTitle: "A talk", Outlet: a.Outlet, Stage: a.Stage}}
	return b, a
}

func decideFound(of, found, do string, more ...string) url.Values {
	v := url.Values{"of": {of}, "found": {found}, "do": {do}, "at": {"3"}}
	for i := 0; i+1 < len(more); i += 2 {
		v.Set(more[i], more[i+1])
	}
	return v
}

func TestWhatWasFoundIsShownAndDecided(t *testing.T) {
	b, a := talkative(t)
	page := "/articles/" + a.ID
	p := b.get(page)
	b.want(p, 200, "", "not certain · the whole name · in another spelling · nothing about its country: Russia", "by committee · says so · in the words “said” · before it: “Before.”",
		"Themes · sure: 60 %", "the article is about it", "30 November 2026")
	for _, raw := range []string{`class="k-case k-person"`, `class="k-organisation"`, `class="k-date"`, `k-territory`, `data-first`, `class="pin"`, `aria-describedby="reason-territory-1"`, `id="reason-territory-1"`} {
		if !strings.Contains(p.raw, raw) {
			t.Errorf("the page has no %s", raw)
		}
	}
	b.want(b.post(page+"/found", decideFound("finding", "territory-mentioned:GE", "correct", "meaning", "Atlantis")), 422, "", "choose one territory")
	p = b.post(page+"/found", decideFound("finding", "territory-mentioned:GE", "correct", "meaning", "United States"))
	b.want(p, 200, page, "Refused: Georgia. The desk’s own lists have a proposal: “Georgia” means United States, not Georgia")
	if p := b.get(page); strings.Contains(p.raw, `name="territory" value="GE" checked`) {
		t.Error("a refused territory is still offered as chosen")
	}
	checkDecision(t, b, desk.VerbChange, "finding", "lesson")
	b.want(b.post(page+"/found", decideFound("finding", "theme:children", "refuse", "words", "spoke")), 200, page, "“spoke” does not speak for children")
	b.want(b.post(page+"/found", decideFound("finding", "person:Ivan Vymyslov", "accept")), 200, page, "Accepted: Ivan Vymyslov.")
	b.want(b.post(page+"/found", decideFound("finding", "organisation:Example Rights Committee", "correct")), 200, page, "is a person, no organisation")
	b.want(b.post(page+"/found", decideFound("finding", "date:2026-11-30", "refuse")), 200, page, "Refused: 30 November 2026.")
	b.want(b.post(page+"/found", decideFound("finding", "person:Nobody", "accept")), 409, "", "no longer among")
	b.want(b.post(page+"/found", decideFound("nothing", "x", "accept")), 422, "", "button is not known")
	if n := len(b.store.found.lessons); n != 3 || b.store.found.lessons[0].SourceID != a.SourceID || b.store.found.lessons[1].Words != "spoke" {
		t.Errorf("%+v", b.store.found.lessons)
	}

	q := "rdk_y_aaaaaaaaaaaaaaaa"
	b.want(b.post(page+"/found", decideFound("quotation", q, "correct", "speaker", " ")), 422, "", "write who says it")
	b.want(b.post(page+"/found", decideFound("quotation", q, "correct", "speaker", "The Committee")), 200, page, "accepted, by The Committee", "corrected by an editor")
	checkDecision(t, b, desk.VerbChange, "quotation", "speaker")
	b.want(b.post(page+"/found", decideFound("quotation", q, "accept")), 200, page, "Nothing is different")
	b.want(b.post(page+"/found", decideFound("quotation", q, "refuse")), 200, page, "The quotation is refused.")
	if decided(a, b.store.decisions) {
		t.Error("a decision about a part of the article counts as one about its territories")
	}
}

func TestCasesThatAnArticleMayMention(t *testing.T) {
	b, a := talkative(t)
	c := "/cases/rdk_c_aaaaaaaaaaaaaaaa"
	b.want(b.get(c), 200, "", "1 article may mention it and waits for a look", "Articles that may mention it", "A talk", "nothing about its country: Russia", "Somebody else")
	b.want(b.post(c+"/articles", url.Values{"article": {a.ID}, "do": {"accept"}}), 200, c, "Nothing of it is public.")
	checkDecision(t, b, desk.VerbAccept, "case")
	b.want(b.post(c+"/articles", url.Values{"article": {a.ID}, "do": {"accept"}}), 409, "", "Somebody decided the same before you")
	b.want(b.post(c+"/articles", url.Values{"article": {"none"}, "do": {"accept"}}), 200, c, "no such record")
	b.want(b.post("/articles/"+a.ID+"/found", decideFound("case", "rdk_c_aaaaaaaaaaaaaaaa", "refuse")), 200, "", "It is not proposed again.")
	b.want(b.get(c), 200, "", "None is known.")
	if p := b.get("/articles/" + a.ID); strings.Contains(p.raw, "k-case k-person") {
		t.Error("a refused link is still lit")
	}
}

func TestLessonsAreConfirmed(t *testing.T) {
	b, a := talkative(t)
	b.want(b.get("/lists"), 200, "", "Nothing is proposed.")
	b.post("/articles/"+a.ID+"/found", decideFound("finding", "person:Ivan Vymyslov", "refuse"))
	p := b.get("/lists")
	b.want(p, 200, "", "“Ivan Vymyslov” is no person", "Use it for Invented Courier", "1 correction")
	id := b.store.found.lessons[0].ID
	b.want(b.post("/lists/"+id, url.Values{"do": {"everywhere"}, "state": {"used"}}), 409, "", "Somebody decided the same before you")
	b.want(b.post("/lists/"+id, url.Values{"do": {"source"}, "state": {"proposed"}}), 200, "/lists", "of this source from now on", "in texts of Invented Courier")
	checkDecision(t, b, desk.VerbAccept, "lesson")
	b.want(b.post("/lists/"+id, url.Values{"do": {"undo"}, "state": {"used"}}), 200, "/lists", "Taken back")
	b.want(b.post("/lists/"+id, url.Values{"do": {"everywhere"}, "state": {"proposed"}}), 200, "/lists", "analysed so, everywhere")
	b.want(b.post("/lists/"+id, url.Values{"do": {"undo"}, "state": {"used"}}), 200, "/lists", "Taken back")
	b.want(b.post("/lists/"+id, url.Values{"do": {"drop"}, "state": {"proposed"}}), 200, "/lists", "Dropped")
	if l := b.store.found.lessons[0]; l.State != desk.LessonDropped {
		t.Errorf("%+v", l)
	}
}

// TestQueueAcceptsClassification: the line shows what is proposed with some
// certainty, and its button takes all of it.
func TestQueueAcceptsClassification(t *testing.T) {
	b, a := talkative(t)
	b.want(b.get("/"), 200, "", "Proposed classification:", "children")
	v := url.Values{"id": {a.ID}, "version": {"1"}, "stage": {"waiting"}, "do": {"accept"}}
	b.want(b.post("/queue", v), 200, "", "Accepted:")
	got := b.store.articles[a.ID]
	if !slices.Equal(got.Territories, []string{"GE"}) || !slices.Equal(got.Terms, []string{"theme:children"}) {
		t.Errorf("%q, %q", got.Territories, got.Terms)
	}
	checkDecision(t, b, desk.VerbCorrect, "territories", "terms")
}
