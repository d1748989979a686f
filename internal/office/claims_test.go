package office

import (
	"net/url"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

func claimValues(more url.Values) url.Values {
	out := url.Values{
		"do": {"add"}, "words": {"North Korean workers follow"}, "claimant": {"Invented officials"}, "hedge": {"believed"}, "cue": {""}, "bound": {"at_most"},
		"least": {""}, "most": {"50,000"}, "unit": {"people"}, "measure": {"stock"}, "scope": {"in Russia"}, "as_of": {"2017"},
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func TestClaimsAreAcceptedAndRefused(t *testing.T) {
	b := editor(t)
	b.article("a1")
	b.store.claims["a1"] = []desk.Claim{{
		ID: "q1", ArticleID: "a1", State: desk.ClaimProposed, Begin: 0, End: 6, Words: "Russia", Claimant: "some <experts>", Hedge: "alleged", Bound: "at_least", Min: 7, Unit: "people", Rule: "claims/1",
	}}
	b.want(b.get("/articles/a1"), 200, "", "Who claims what", "some <experts>: at least 7 · alleged · people", "proposed", `class="pin"`)
	b.want(b.post("/articles/a1/claims", url.Values{"do": {"accept q1"}}), 200, "/articles/a1", "The claim is accepted.", "Erin</strong> accepted")
	checkDecision(t, b, desk.VerbAccept, "claim")
	stored := len(b.store.decisions)
	b.want(b.post("/articles/a1/claims", url.Values{"do": {"accept q1"}}), 200, "/articles/a1", "Nothing is different")
	if len(b.store.decisions) != stored {
		t.Error("nothing was stored as a decision")
	}
	b.want(b.post("/articles/a1/claims", url.Values{"do": {"refuse q1"}}), 200, "/articles/a1", "The claim is refused.")
	checkDecision(t, b, desk.VerbRefuse, "claim")
	b.want(b.post("/articles/a1/claims", url.Values{"do": {"accept q9"}}), 409, "", "read anew")
	b.want(b.post("/articles/a1/claims", url.Values{"do": {"burn"}}), 422, "", "not known here")
	b.want(b.post("/articles/a9/claims", url.Values{"do": {"accept"}}), 404, "")
}

func TestAnEditorMarksAClaim(t *testing.T) {
	b := editor(t)
	b.article("a1")
	b.want(b.post("/articles/a1/claims", claimValues(url.Values{"words": {"words of nobody"}})), 422, "", "words that stand in the text", "words of nobody", "<details class=\"more\" open>")
	b.want(b.post("/articles/a1/claims", claimValues(url.Values{"most": {"many"}})), 422, "", "the most number alone", `value="many"`)
	b.want(b.post("/articles/a1/claims", claimValues(nil)), 200, "/articles/a1", "Invented officials: at most 50,000 · believed · people · in Russia · as of 2017", "marked by an editor")
	c := b.store.claims["a1"][0]
	if c.Max != 50000 || c.Begin != 32 || c.State != desk.ClaimAccepted || desk.KindOf(c.ID) != desk.KindClaim || c.ArticleID != "a1" {
		t.Errorf("%+v", c)
	}
	b.want(b.post("/articles/a1/claims", claimValues(url.Values{"bound": {"about"}, "least": {""}, "most": {"1.500"}})), 200, "/articles/a1", "about 1,500")
}

func TestAmount(t *testing.T) {
	for in, want := range map[string]float64{
		"": 0, "50,000": 50000, "50 000": 50000, "50.000": 50000, "1.250.000": 1250000, "2.5": 2.5, "0.125": .125, "-3": -1, "NaN": -1, "1e99": -1, "many": -1, "10'000": 10000,
	} {
		if got := amount(in); got != want {
			t.Errorf("amount(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestAFigureFromClaimsToWithdrawn(t *testing.T) {
	b := editor(t)
	a := b.article("a1")
	a.Stage, a.Territories = desk.StagePublished, []string{"RU"}
	b.store.articles["a1"] = a
	b.want(b.get("/figures"), 200, "", "No figure yet.")
	b.want(b.get("/figures/new"), 200, "", "About which territory?")
	b.want(b.get("/figures/new?territory=Mordor"), 200, "", "no such territory")
	b.want(b.get("/figures/new?territory=Russia"), 200, "", "No claim of an article about this territory was accepted yet")
	b.store.claims["a1"] = []desk.Claim{
		{ID: "q1", ArticleID: "a1", State: desk.ClaimAccepted, Words: "as many as 50", Claimant: "experts", Hedge: "believed", Bound: "at_most", Max: 50, Unit: "people"},
		{ID: "q2", ArticleID: "a1", State: desk.ClaimAccepted, Words: "some 30", Bound: "about", Hedge: "none", Min: 30, Max: 30, Unit: "people"},
		{ID: "q3", ArticleID: "a1", State: desk.ClaimProposed, Words: "only proposed", Bound: "exact", Unit: "people"},
	}
	p := b.get("/figures/new?territory=Russia")
	b.want(p, 200, "", "experts: at most 50 · believed", "Invented Courier", `name="use_q2"`)
	b.lacks(p, "only proposed")
	values := url.Values{
		"do": {"publish"}, "version": {"0"}, "territory": {"Russia"}, "question": {"Invented workers in Russia"}, "least": {"30"}, "most": {"50"}, "unit": {"people"},
		"measure": {"stock"}, "as_of": {"2017"}, "rule": {"The least and the most claimed."}, "note": {""}, "claim": {"q1", "q2"}, "use_q1": {"count"}, "use_q2": {"beside"},
	}
	without := func(key string) url.Values {
		out := url.Values{}
		for k, v := range values {
			if k != key {
				out[k] = v
			}
		}
		return out
	}
	b.want(b.post("/figures", without("rule")), 422, "", "how it was decided", `value="Invented workers in Russia"`, `name="use_q1" value="count" checked`)
	b.want(b.post("/figures", without("use_q1")), 422, "", "at least one accepted claim")
	p = b.post("/figures", values)
	b.want(p, 200, "", "Published.", `value="30"`, "Erin</strong> published", "https://news.example.org/territories/RU")
	id := strings.TrimPrefix(p.path, "/figures/")
	if f := b.store.figures[id]; desk.KindOf(id) != desk.KindFigure || len(f.Claims) != 1 || f.Claims[0] != "q1" || len(f.Beside) != 1 || f.Min != 30 || f.Max != 50 || f.Territory != "RU" {
		t.Fatalf("%+v", f)
	}
	checkDecision(t, b, desk.VerbPublish, "question", "least", "claims", "beside")
	b.want(b.get("/figures"), 200, "", "Invented workers in Russia", "30 – 50", "from 1 claim")
	b.want(b.post("/articles/a1/claims", url.Values{"do": {"refuse q1"}}), 409, "", "“Invented workers in Russia” stands on this claim")

	b.want(b.post(p.path, values), 409, "", "Somebody else changed this figure")
	values.Set("version", "1")
	b.want(b.post(p.path, values), 200, p.path, "Nothing is different")
	values.Set("most", "60")
	b.want(b.post(p.path, values), 200, p.path, "Published.", `value="60"`)
	b.want(b.post(p.path, url.Values{"do": {"withdraw"}, "version": {"2"}}), 422, p.path, "give a reason")
	b.want(b.post(p.path, url.Values{"do": {"withdraw"}, "version": {"2"}, "reason": {"a claim was retracted"}}), 200, p.path, "Withdrawn.", "a claim was retracted")
	if f := b.store.figures[id]; !f.Withdrawn || f.Max != 60 || len(f.Claims) != 1 {
		t.Errorf("%+v", f)
	}
	checkDecision(t, b, desk.VerbWithdraw, "withdrawn")
	b.want(b.post(p.path, url.Values{"do": {"burn"}, "version": {"3"}}), 422, "", "not known here")
	b.want(b.get("/figures/nothing"), 404, "")
}
