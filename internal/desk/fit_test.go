package desk

import (
	"reflect"
	"testing"
)

func workers() Question {
	return Question{ID: "w1", Title: "North Korean workers in Russia", Territory: "RU", Origin: "KP", Measure: "stock", Unit: "people", Since: "2015", Until: "2020",
		Terms: ParseTerms("en: workers\nru: рабочие\nko: 노동자\nar: عامل, عمال"), Version: 1}
}

func TestFitClaim(t *testing.T) {
	good := Claim{Min: 30000, Max: 30000, Unit: "people", AsOf: "2017", Polarity: Asserts}
	traits := Traits{Words: "30,000 at work, each a worker", Origins: []string{"KP"}, Places: []string{"RU"}, Measure: "stock"}
	for name, tc := range map[string]struct {
		change  func(c *Claim, t *Traits)
		verdict Verdict
		score   float64
		against []Reason
	}{
		"the same":                        {func(*Claim, *Traits) {}, Answers, 1, nil},
		"another form, in Russian":        {func(_ *Claim, t *Traits) { t.Words = "37 тысяч северокорейских рабочих" }, Answers, 1, nil},
		"another form, in Arabic":         {func(_ *Claim, t *Traits) { t.Words = "من العمال" }, Answers, 1, nil},
		"without blanks, with particles":  {func(_ *Claim, t *Traits) { t.Words = "북한노동자가" }, Answers, 1, nil},
		"its sentence names the place":    {func(_ *Claim, t *Traits) { t.Places, t.Around = nil, []string{"RU", "KP"} }, Answers, .8, nil},
		"its article is about the place":  {func(_ *Claim, t *Traits) { t.Places, t.About = nil, []string{"KP", "RU"} }, Answers, .6, nil},
		"its article is about two places": {func(_ *Claim, t *Traits) { t.Places, t.About = nil, []string{"CN", "RU"} }, Near, .5, []Reason{{NoPlace, "RU"}}},
		"a flow":                          {func(_ *Claim, t *Traits) { t.Measure = "flow" }, Near, .5, []Reason{{OtherMeasure, "flow"}}},
		"not told which":                  {func(_ *Claim, t *Traits) { t.Measure = "" }, Near, .5, []Reason{{OtherMeasure, ""}}},
		"elsewhere":                       {func(_ *Claim, t *Traits) { t.Places = []string{"CN"} }, Near, .5, []Reason{{OtherPlace, "CN"}}},
		"there and elsewhere":             {func(_ *Claim, t *Traits) { t.Places = []string{"CN", "RU"} }, Near, .5, []Reason{{AlsoPlace, "CN"}}},
		"nowhere":                         {func(_ *Claim, t *Traits) { t.Places = nil }, Near, .5, []Reason{{NoPlace, "RU"}}},
		"of nobody that is named":         {func(_ *Claim, t *Traits) { t.Origins = nil }, Near, .5, []Reason{{NoOrigin, "KP"}}},
		"a share":                         {func(c *Claim, _ *Traits) { c.Unit = "percent" }, Near, .5, []Reason{{OtherUnit, "percent"}}},
		"before":                          {func(c *Claim, _ *Traits) { c.AsOf = "2014-12" }, Near, .5, []Reason{{Before, "2014-12"}}},
		"after":                           {func(c *Claim, _ *Traits) { c.AsOf = "2021" }, Near, .5, []Reason{{After, "2021"}}},
		"denied":                          {func(c *Claim, _ *Traits) { c.Polarity = Denies }, Near, .5, []Reason{{NotAsserted, Denies}}},
		"others":                          {func(_ *Claim, t *Traits) { t.Origins = []string{"VN"} }, "", 0, nil},
		"of another thing":                {func(_ *Claim, t *Traits) { t.Words = "30,000 students" }, "", 0, nil},
		"a flow elsewhere":                {func(_ *Claim, t *Traits) { t.Measure, t.Places = "flow", []string{"CN"} }, "", 0, nil},
		"a statement":                     {func(c *Claim, _ *Traits) { c.Min, c.Max = 0, 0 }, "", 0, nil},
		"a term of years":                 {func(c *Claim, _ *Traits) { c.Unit = "years" }, "", 0, nil},
		"an order":                        {func(c *Claim, _ *Traits) { c.Rank = 2 }, "", 0, nil},
	} {
		c, x := good, traits
		tc.change(&c, &x)
		f, touches := FitClaim(workers(), c, x)
		if touches != (tc.verdict != "") || f.Verdict != tc.verdict || f.Score != tc.score || !reflect.DeepEqual(f.Against, tc.against) {
			t.Errorf("%s: %+v", name, f)
		}
		by, asked := NewAsker([]Question{workers()}).Fits(c, x)["w1"]
		if known := len(x.Origins) > 0; known && (asked != touches || !reflect.DeepEqual(by, f)) {
			t.Errorf("%s: asked with others: %+v", name, by)
		}
	}
}

// TestActsAreAsked: who was released is not proposed for who was arrested.
func TestActsAreAsked(t *testing.T) {
	q := Question{ID: "w2", Territory: "RU", Measure: "flow", Unit: "people", Terms: ParseTerms("protesters"), Acts: ParseTerms("arrested, detained")}
	c := Claim{Min: 7, Unit: "people"}
	for words, want := range map[string]bool{"7 protesters were detained": true, "7 protesters were released": false} {
		if f, touches := FitClaim(q, c, Traits{Words: words, Places: []string{"RU"}, Measure: "flow"}); touches != want {
			t.Errorf("%s: %+v", words, f)
		}
	}
	f, _ := FitClaim(q, c, Traits{Words: "7 protesters were detained", Origins: []string{"RU"}, Measure: "flow"})
	want := []Reason{{SaysThing, "protesters"}, {SaysAct, "detained"}, {NearPlace, "RU"}, {SaysMeasure, "flow"}}
	if !reflect.DeepEqual(f.For, want) || !reflect.DeepEqual(ParseReasons(ReasonsText(f.For)), want) || ParseReasons("") != nil {
		t.Errorf("%+v", f)
	}
	closed := q
	closed.Closed = true
	if fits := NewAsker([]Question{closed}).Fits(c, Traits{Words: "protesters detained", Places: []string{"RU"}, Measure: "flow"}); len(fits) != 0 {
		t.Errorf("a closed question asks: %v", fits)
	}
}

func TestSameWord(t *testing.T) {
	for _, w := range []struct {
		a, b string
		same bool
	}{
		{"workers", "worker", true}, {"worker", "working", true}, {"work", "world", false}, {"work", "worked", true}, {"prison", "principal", false}, {"camp", "campaigners", false},
		{"рабочих", "рабочие", true}, {"рабочих", "робкий", false}, {"عاملا", "عامل", true}, {"العمال", "عمال", true}, {"عالم", "عامل", false}, {"be", "been", false}, {"a", "a", true},
	} {
		if got := sameWord(w.a, w.b); got != w.same || got != sameWord(w.b, w.a) {
			t.Errorf("%s, %s: %v", w.a, w.b, got)
		}
	}
}

func TestTermsAsTyped(t *testing.T) {
	terms := ParseTerms("en: workers,  construction   workers , workers\r\n\nru: рабочие\nمسجون، سجين\nsaid: in prison, held")
	want := []Term{{"en", "workers"}, {"en", "construction workers"}, {"ru", "рабочие"}, {"", "مسجون"}, {"", "سجين"}, {"said", "in prison"}, {"said", "held"}}
	if !reflect.DeepEqual(terms, want) {
		t.Errorf("%q", terms)
	}
	if again := ParseTerms(TermsText(terms)); !reflect.DeepEqual(again, terms) {
		t.Errorf("%q", again)
	}
	if (spoken{}).says(newWanted("")) || !newSpoken("held by construction worker groups").says(newWanted("construction workers")) || newSpoken("construction of a worker").says(newWanted("construction workers")) {
		t.Error("phrases are not looked for as they stand")
	}
}

func TestCheckQuestion(t *testing.T) {
	if err := CheckQuestion(workers()); err != nil {
		t.Error(err)
	}
	for name, change := range map[string]func(q *Question){
		"title": func(q *Question) { q.Title = " " }, "territory": func(q *Question) { q.Territory = "XX" }, "origin": func(q *Question) { q.Origin = "Mordor" }, "unit": func(q *Question) { q.Unit = "" },
		"measure": func(q *Question) { q.Measure = "" }, "since": func(q *Question) { q.Since = "long ago" }, "a letter": func(q *Question) { q.Terms = ParseTerms("a") },
		"many": func(q *Question) { q.Terms = make([]Term, maxTerms+1) },
	} {
		q := workers()
		change(&q)
		if CheckQuestion(q) == nil {
			t.Errorf("%s: nothing is missing", name)
		}
		if len(QuestionChanges(workers(), q)) != 1 {
			t.Errorf("%s: %v", name, QuestionChanges(workers(), q))
		}
	}
}
