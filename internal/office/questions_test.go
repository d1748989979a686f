package office

import (
	"net/url"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

func questionValues(more url.Values) url.Values {
	out := url.Values{
		"version": {"0"}, "title": {"Invented workers in Russia"}, "terms": {"en: workers, labourers\r\nru: рабочие"}, "acts": {"en: sent, working"}, "territory": {"Russia"}, "origin": {"North Korea"},
		"measure": {"stock"}, "unit": {"people"}, "since": {"2015"}, "until": {""}, "definition": {"One who works there."}, "scope": {"Not students."}, "editor": {""},
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func TestAQuestionIsAskedChangedAndClosed(t *testing.T) {
	b := editor(t)
	b.want(b.get("/questions"), 200, "", "No question yet.", `aria-current="page">Questions`)
	b.want(b.get("/questions/new"), 200, "", "What is counted, in the words of texts", "Erin")
	b.want(b.post("/questions", questionValues(url.Values{"title": {""}, "origin": {"Mordor"}})), 422, "", "a title that says what is asked", "an origin of the list", `value="Mordor"`, "labourers")
	p := b.post("/questions", questionValues(nil))
	b.want(p, 200, "", "Saved. Claims that touch it", "Invented workers in Russia", "workers", "рабочие", "from 2015 on", "and one of: <bdi lang=\"en\">sent</bdi>", "One who works there.", "all editors", "Erin</strong> added")
	id := strings.TrimPrefix(p.path, "/questions/")
	q := b.store.questions[id]
	if desk.KindOf(id) != desk.KindQuestion || q.Territory != "RU" || q.Origin != "KP" || len(q.Terms) != 3 || len(q.Acts) != 2 || q.Terms[2].Language != "ru" || q.Version != 1 {
		t.Fatalf("%+v", q)
	}
	checkDecision(t, b, desk.VerbAdd, "title", "wanted", "territory", "origin", "unit", "measure")
	b.want(b.get("/questions/"+id+"/edit"), 200, "", "en: workers, labourers\nru: рабочие", `value="Russia"`, `value="North Korea"`)
	b.want(b.post("/questions/"+id+"/edit", questionValues(nil)), 409, "", "Somebody else changed this question")
	stored := len(b.store.decisions)
	b.want(b.post("/questions/"+id+"/edit", questionValues(url.Values{"version": {"1"}})), 200, "", "Saved.")
	if len(b.store.decisions) != stored {
		t.Error("nothing was stored as a decision")
	}
	b.want(b.post("/questions/"+id+"/edit", questionValues(url.Values{"version": {"1"}, "closed": {"yes"}})), 200, "", "nobody: the question is closed")
	checkDecision(t, b, desk.VerbChange, "closed")
	b.want(b.get("/questions"), 200, "", "closed")
	b.want(b.get("/questions/nothing"), 404, "")
	b.want(b.get("/questions/nothing/edit"), 404, "")
}

// asked gives an office with a question that three claims touch.
func asked(t *testing.T) *bench {
	b := editor(t)
	b.article("a1")
	b.store.questions["w1"] = desk.Question{ID: "w1", Title: "Invented workers in Russia", Territory: "RU", Origin: "KP", Measure: "stock", Unit: "people", Scope: "Not students.",
		Terms: []desk.Term{{Text: "workers"}}, Version: 1}
	link := func(id string, number float64, asOf string, f desk.Fit) desk.Link {
		return desk.Link{ClaimLine: desk.ClaimLine{Claim: desk.Claim{ID: id, ArticleID: "a1", State: desk.ClaimProposed, Words: "the words of " + id, Claimant: "Invented " + id, Via: []string{"Relay of " + id},
			Hedge: "believed", Bound: "about", Min: number, Max: number, Unit: "people", Measure: "stock", AsOf: asOf}, Outlet: "Invented Courier", Published: "2017-04"},
			Fit: f, State: desk.LinkProposed, Places: []string{"RU"}}
	}
	fits := desk.Fit{Verdict: desk.Answers, Score: 1, For: []desk.Reason{{Code: desk.SaysThing, About: "workers"}, {Code: desk.SaysOrigin, About: "KP"}, {Code: desk.SaysPlace, About: "RU"}, {Code: desk.SaysMeasure, About: "stock"}}}
	near := desk.Fit{Verdict: desk.Near, Score: .5, For: fits.For[:3], Against: []desk.Reason{{Code: desk.OtherMeasure, About: "flow"}}}
	b.store.links["w1"] = []desk.Link{link("q1", 50000, "2017", fits), link("q2", 30000, "2017", fits), link("q3", 10000, "2018", near)}
	return b
}

func TestProposalsAreDecided(t *testing.T) {
	b := asked(t)
	b.want(b.get("/"), 200, "", `title="2 claims are proposed">2</b>`)
	p := b.get("/questions/w1")
	b.want(p, 200, "", "2 claims are proposed", "counts “workers”; whose: North Korea; where: Russia; says how many there are at one time", "Near, and not the same",
		"But: it says what happens in a time, not how many there are", "Invented q1", `data-key="a"`, `<input type="hidden" name="next" value="q2">`, "None yet.", "None was decided yet.")
	post := func(claim, do string) page {
		return b.post("/questions/w1", url.Values{"claim": {claim}, "do": {do}, "next": {"q2"}})
	}
	b.want(post("q1", "count"), 200, "/questions/w1", "answers the question. It is public where its article is.", "via <bdi>Relay of q1</bdi>", "about 50,000")
	checkDecision(t, b, desk.VerbAccept, "claim")
	if d := b.store.decisions; len(d) != 2 || d[0].RecordID != "a1" || d[1].RecordID != "w1" || strings.Contains(d[1].Changes[0].After, "words") {
		t.Errorf("%+v", d)
	}
	b.want(post("q1", "count"), 200, "/questions/w1", "Nothing is different")
	p = post("q2", "count")
	b.want(p, 200, "/questions/w1", "Agreement and conflict", "In 1 year the claims cannot all be right.", "conflict", "the range of all that counts", "30,000 – 50,000", "/figures/new?question=w1&by=range")
	b.want(post("q3", "beside"), 200, "/questions/w1", "stands beside the question", "Beside it: other people")
	p = post("q3", "refuse")
	b.want(p, 200, "/questions/w1", "It is not proposed for it again.")
	b.lacks(p, "the words of q3")
	b.want(post("q3", "count"), 409, "/questions/w1", "not among those of the question any more")
	b.want(post("q1", "burn"), 422, "/questions/w1", "not known here")
	b.want(b.post("/questions/nothing", url.Values{"claim": {"q1"}, "do": {"count"}}), 404, "")
}

func TestAFigureIsDecidedFromAQuestion(t *testing.T) {
	b := asked(t)
	for _, claim := range []string{"q1", "q2"} {
		b.post("/questions/w1", url.Values{"claim": {claim}, "do": {"count"}})
	}
	b.post("/questions/w1", url.Values{"claim": {"q3"}, "do": {"beside"}})
	b.want(b.get("/figures/new?question=w1&by=range"), 200, "", `value="Invented workers in Russia"`, `name="question_id" value="w1"`, `value="30000"`, `value="50000"`, `value="2017"`,
		`<option value="range" selected>the range of all that counts</option>`, `name="use_q1" value="count" checked`, `name="use_q3" value="beside" checked`, "Not students.")
	b.want(b.get("/figures/new?question=nothing"), 404, "")
	values := url.Values{
		"do": {"publish"}, "version": {"0"}, "question_id": {"w1"}, "territory": {"Russia"}, "question": {"Invented workers in Russia"}, "least": {"30000"}, "most": {"50000"}, "unit": {"people"},
		"measure": {"stock"}, "as_of": {"2017"}, "by": {"range"}, "rule": {"The least and the most claimed."}, "claim": {"q1", "q2", "q3"}, "use_q1": {"count"}, "use_q2": {"count"}, "use_q3": {"beside"},
	}
	p := b.post("/figures", values)
	b.want(p, 200, "", "Published.", "Its question")
	checkDecision(t, b, desk.VerbPublish, "by", "claims", "beside")
	if f := b.store.figures[strings.TrimPrefix(p.path, "/figures/")]; f.QuestionID != "w1" || f.By != "range" {
		t.Errorf("%+v", f)
	}
	b.want(b.get("/questions/w1"), 200, "", p.path, "30,000 – 50,000", "published")
	values.Set("by", "dice")
	b.want(b.post("/figures", values), 422, "", "one of the named rules")
}
