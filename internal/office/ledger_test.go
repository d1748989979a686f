package office

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// ledgerBench is an office with two invented claims of an article.
func ledgerBench(t *testing.T) *bench {
	b := editor(t)
	b.article("a1")
	claim := func(id, words, who, hedge string) desk.Claim {
		return desk.Claim{ID: id, ArticleID: "a1", State: desk.ClaimProposed, Begin: 0, End: 6, Words: words, Claimant: who, Hedge: hedge, Bound: "at_most", Max: 50, Unit: "people",
			Measure: "stock", Polarity: desk.Asserts, Places: []string{"RU"}, Rule: "claims/1", Via: []string{"Invented Courier", "an agency"}, Mode: "paraphrased", Basis: "testimony", Kind: "office"}
	}
	b.store.claims["a1"] = []desk.Claim{claim("q1", "Russia", "some experts", "believed"), claim("q2", "two of them", "Ada Invented", "none")}
	return b
}

// TestWorkbenchHoldsItsFilterInItsAddress: what is asked for reaches the store,
// and every link of the page keeps it.
func TestWorkbenchHoldsItsFilterInItsAddress(t *testing.T) {
	b := ledgerBench(t)
	p := b.get("/claims")
	b.want(p, 200, "", `unreviewed <span class="n">2</span>`, "contested", `accepted <span class="n">0</span>`, "some experts", "two of them", `id="i-q1" data-row`, `name="next" value="q2"`, "/claims/q1?back=%2fclaims")
	p = b.get("/claims?show=all&claimant=Some+Experts&territory=Russia&hedged=yes&question=w1&q=russ")
	b.want(p, 200, "", "some experts", `value="Some Experts"`, `<option value="yes" selected`, `all <span class="n">2</span>`, "/claims?claimant=Some+Experts&hedged=yes&q=russ&question=w1&show=accepted&territory=Russia")
	b.lacks(p, "two of them")
	q := b.store.listed[len(b.store.listed)-1]
	if q.Territory != "RU" || q.Hedged == nil || !*q.Hedged || q.Question != "w1" || q.State != "" || q.Contested || q.Text != "russ" || q.Limit != ledgerPageSize+1 {
		t.Errorf("%+v", q)
	}
	b.want(b.get("/claims?show=contested"), 200, "", "No claim disagrees with another.")
	if q := b.store.listed[len(b.store.listed)-1]; !q.Contested || q.State != "" {
		t.Errorf("%+v", q)
	}
	b.want(b.get("/claims?show=refused"), 200, "", "There is none yet.")
	b.want(b.get("/claims?q=nowhere"), 200, "", "No claim is like that.", "Show all of them again")
	b.want(b.get("/claims?show=nonsense"), 404, "", "no such list of claims")
	b.want(b.get("/claims?territory=Mordor"), 422, "", "There is no such territory", `value="Mordor"`)
	for n := range ledgerPageSize {
		c := b.store.claims["a1"][0]
		c.ID = "r" + strings.Repeat("x", n)
		b.store.claims["a1"] = append(b.store.claims["a1"], c)
	}
	p = b.get("/claims?hedged=yes")
	b.want(p, 200, "", "/claims?before=r"+strings.Repeat("x", ledgerPageSize-2)+"&hedged=yes&show=unreviewed", "Older")
	b.want(b.get("/claims?before="+b.store.claims["a1"][ledgerPageSize+1].ID), 200, "", "You have seen all of it.", "Newest")
}

// undoLast presses the button of the page that undoes the last decision.
func undoLast(b *bench, p page, back string) page {
	id := regexp.MustCompile(`name="decision" value="([^"]+)"`).FindStringSubmatch(p.raw)
	if id == nil {
		b.Fatalf("nothing can be undone on %s", p.path)
	}
	b.now = b.now.Add(time.Second)
	return b.post("/undo", url.Values{"decision": {id[1]}, "back": {back}})
}

// TestWorkbenchDecidesAndUndoes: a decision goes back to the same list at the
// line after, and can be undone there.
func TestWorkbenchDecidesAndUndoes(t *testing.T) {
	b := ledgerBench(t)
	const list = "/claims?show=all"
	p := b.post("/claims/q1", url.Values{"do": {"accept"}, "back": {list}, "next": {"q2"}})
	b.want(p, 200, list, "The claim is accepted.", "Undo")
	if c := b.store.claims["a1"][0]; c.State != desk.ClaimAccepted {
		t.Fatalf("%+v", c)
	}
	checkDecision(t, b, desk.VerbAccept, "claim")
	b.want(undoLast(b, p, list), 200, list, "Undone for the claim “Russia”.")
	if c := b.store.claims["a1"][0]; c.State != desk.ClaimProposed {
		t.Fatalf("%+v", c)
	}
	checkDecision(t, b, desk.VerbUndo, "claim")
	p = b.post("/claims/q1", url.Values{"do": {"refuse"}, "back": {"https://evil.example/"}, "next": {"q2"}})
	b.want(p, 200, "/claims", "The claim is refused.")
	for back, want := range map[string]string{"/claims": "/claims#i-q2", "/claims?show=all": "/claims?show=all#i-q2", "//evil.example/claims?": "/claims#i-q2", "/figures": "/claims#i-q2"} {
		r := httptest.NewRequest(http.MethodPost, "/claims/q1", strings.NewReader(url.Values{"back": {back}, "next": {"q2"}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if got := ledgerAfter(r); got != want {
			t.Errorf("from %s it goes on at %s", back, got)
		}
	}
	b.store.claims["a1"][0].State = desk.ClaimAccepted // by somebody else
	b.want(undoLast(b, p, list), 200, "/articles/a1", "Somebody decided about this claim after you")
	b.want(b.post("/claims/q1", url.Values{"do": {"burn"}}), 422, "", "not known here")
	b.want(b.post("/claims/q9", url.Values{"do": {"accept"}}), 404, "", "read anew")
	b.want(b.get("/claims/q9"), 404, "")

	// A claim is none of the article's own decisions: its territories are still
	// proposals, and its publication can be undone.
	p = b.post("/claims/q2", url.Values{"do": {"accept"}, "back": {list}})
	b.want(b.get("/articles/a1"), 200, "", `value="KP" checked`)
	undoLast(b, p, list)
	if c := b.store.claims["a1"][1]; c.State != desk.ClaimProposed {
		t.Errorf("%+v", c)
	}
}

// said is the form of a claim as an editor sends it.
func said(p page, more url.Values) url.Values {
	_, after, _ := strings.Cut(p.raw, `name="seen" value="`)
	seen, _, _ := strings.Cut(after, `"`)
	out := url.Values{"do": {"correct"}, "seen": {seen}, "claimant": {"some experts"}, "polarity": {"asserts"}, "hedge": {"believed"}, "bound": {"at_most"}, "least": {""}, "most": {"50"},
		"unit": {"people"}, "measure": {"stock"}, "scope": {""}, "as_of": {""}, "places": {"Russia"}}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// TestEditorCorrectsAClaim: what was read stands beside what she says, the words
// stay, nobody is overwritten, and it can be undone.
func TestEditorCorrectsAClaim(t *testing.T) {
	b := ledgerBench(t)
	p := b.get("/claims/q1")
	b.want(p, 200, "", "some experts: at most 50 · believed", "Invented Courier", "an agency", "in the text’s own words", "testimony", "an office or officials", `value="Russia"`)
	b.want(b.post("/claims/q1", said(p, nil)), 200, "/claims/q1", "Nothing is different")
	b.want(b.post("/claims/q1", said(p, url.Values{"most": {""}})), 422, "", "the most number alone")
	b.want(b.post("/claims/q1", said(p, url.Values{"places": {"Mordor"}})), 422, "", "No territory is called Mordor", `value="Mordor"`)
	late := said(p, url.Values{"claimant": {"Late"}})
	p = b.post("/claims/q1", said(p, url.Values{"claimant": {"Bo Invented"}, "polarity": {"denies"}, "most": {"70"}, "places": {"China"}}))
	b.want(p, 200, "/claims/q1", "Corrected. What the machine had read stands beside it", "Corrected by Erin", "<del dir=\"auto\">some experts</del> <ins dir=\"auto\">Bo Invented</ins>",
		"<del dir=\"auto\">50</del> <ins dir=\"auto\">70</ins>", "denies: that it is not so", "<del dir=\"auto\">Russia</del> <ins dir=\"auto\">China</ins>")
	c := b.store.claims["a1"][0]
	if c.Claimant != "Bo Invented" || c.Max != 70 || c.Words != "Russia" || c.Corrected == nil || c.Corrected.Read.Claimant != "some experts" || c.State != desk.ClaimProposed {
		t.Errorf("%+v", c)
	}
	checkDecision(t, b, desk.VerbCorrect, "claim_claimant", "claim_polarity", "claim_most", "claim_places")
	b.want(b.post("/claims/q1", late), 409, "", "Somebody else corrected this claim", "Bo Invented")
	b.want(b.get("/articles/a1"), 200, "", "Corrected by Erin", "Bo Invented – denied: at most 70", "Erin</strong> corrected", `value="KP" checked`)
	b.want(undoLast(b, p, "/claims/q1"), 200, "/claims/q1", "Undone for the claim")
	if c := b.store.claims["a1"][0]; c.Claimant != "some experts" || c.Corrected != nil || c.Places[0] != "RU" {
		t.Errorf("%+v", c)
	}
}

// TestDecidingAClaimKeepsWhatIsTyped: what an editor typed about the article
// comes back, is not stored, and can be saved afterwards; a change of somebody
// else is not passed over by that.
func TestDecidingAClaimKeepsWhatIsTyped(t *testing.T) {
	b := ledgerBench(t)
	a := b.store.articles["a1"]
	typed := form(a, "", url.Values{"do": {"accept q1"}, "title": {"Half a title"}, "territory": {"KP"}, "words": {"half marked"}})
	p := b.post("/articles/a1/claims", typed)
	b.want(p, 200, "/articles/a1/claims", "The claim is accepted.", `value="Half a title"`, `value="KP" checked`, "half marked", `name="version" value="1"`)
	if b.store.articles["a1"].Title == "Half a title" || b.store.claims["a1"][0].State != desk.ClaimAccepted {
		t.Error("what was typed is stored, or the claim is not accepted")
	}
	b.store.onDecide = func() { // as the store does it: the edition must hear of the claim
		a := b.store.articles["a1"]
		a.Version++
		b.store.articles["a1"] = a
	}
	typed.Set("do", "refuse q2")
	b.want(b.post("/articles/a1/claims", typed), 200, "", "The claim is refused.", `name="version" value="2"`)
	b.store.onDecide()
	typed.Set("do", "accept q2")
	b.want(b.post("/articles/a1/claims", typed), 200, "", "The claim is accepted.", `name="version" value="1"`) // somebody else was there
	typed.Set("do", "accept q9")
	b.want(b.post("/articles/a1/claims", typed), 409, "", "read anew", `value="Half a title"`)
}

// TestEditorMarksAStatement: a claim without a number is marked too.
func TestEditorMarksAStatement(t *testing.T) {
	b := editor(t)
	b.article("a1")
	b.want(b.post("/articles/a1/claims", claimValues(url.Values{"polarity": {"calls_for"}, "bound": {"exact"}, "most": {""}})), 200, "/articles/a1", "Invented officials – called for · believed")
	if c := b.store.claims["a1"][0]; c.Unit != "" || c.Polarity != desk.CallsFor || c.Numbered() {
		t.Errorf("%+v", c)
	}
}

// TestHeadlineIsNoted: a headline that says more than its text has a note in the
// queue and on its page, and is published all the same.
func TestHeadlineIsNoted(t *testing.T) {
	b := ledgerBench(t)
	a := b.store.articles["a1"]
	a.Title, a.Language, a.Sensitivity, a.Territories = "50 workers in Russia", "en", desk.Open, []string{"RU"}
	b.store.articles["a1"] = a
	b.want(b.get("/"), 200, "", "The headline says more than its text", "The headline says 50 without its bound")
	b.want(b.get("/articles/a1"), 200, "", "The headline says 50 without its bound; the text says “Russia”.", "It keeps you from nothing.")
	b.want(b.post("/articles/a1", form(a, desk.VerbPublish, nil)), 200, "", "Published.")
	b.store.claims["a1"][0].State, b.store.claims["a1"][1].State = desk.ClaimRefused, desk.ClaimRefused
	a = b.store.articles["a1"]
	a.Title = "Workers in Russia"
	b.store.articles["a1"] = a
	b.lacks(b.get("/articles/a1"), "The headline says more")
	typed := form(a, "", url.Values{"do": {"accept q1"}, "title": {"900 workers in Russia"}})
	b.want(b.post("/articles/a1/claims", typed), 200, "", "The headline has the number 900; the text does not.") // of what is typed
}
