package site

import (
	"strings"
	"testing"

	"rightsdesk/internal/chart"
	"rightsdesk/internal/public"
)

// TestPopulationsStocksAndFlowsAreNeverInOneChart gives a figure claims of every
// kind, some counted by mistake: only those that count the same are drawn, the
// others stand beside it with the reason.
func TestPopulationsStocksAndFlowsAreNeverInOneChart(t *testing.T) {
	f := newFake()
	f.figures = sampleFigures()
	x := &f.figures[0]
	like := x.Claims[0]
	claim := func(id, who string, change func(c *public.Claim)) public.Claim {
		c := like
		c.ID, c.Claimant = id, who
		change(&c)
		return c
	}
	flow := claim("rdk_m_flow", "a register", func(c *public.Claim) { c.Measure, c.AsOf = public.Flow, "2016" })
	x.Claims = append(x.Claims, claim("rdk_m_old", "an older expert", func(c *public.Claim) { c.AsOf = "2015-10" }), flow)
	x.Beside = []public.Claim{
		claim("rdk_m_money", "a bank", func(c *public.Claim) { c.Unit = "dollars" }),
		claim("rdk_m_china", "another country", func(c *public.Claim) { c.Scope = "in China" }),
		claim("rdk_m_rate", "a survey", func(c *public.Claim) { c.Measure = public.Rate }),
	}
	page := f.get(t, "/territories/RU").body
	_, svg, _ := strings.Cut(page, `<svg class="chart"`)
	svg, rest, _ := strings.Cut(svg, "</desc>")
	svg += strings.ReplaceAll(rest[:strings.Index(rest, "This figure")], "</svg></svg>", "")
	if strings.Index(svg, "an older expert") > strings.Index(svg, "some experts") || !strings.Contains(svg, "an older expert") {
		t.Errorf("the oldest is not the first: %s", svg)
	}
	for _, who := range []string{"a register", "a bank", "another country", "a survey"} {
		if strings.Contains(svg, who) {
			t.Errorf("%s is drawn", who)
		}
	}
	f.get(t, "/territories/RU").wants(t, 200, "Beside it, not counted", "4 claims of another scope", "They count what happened in a time", "They count something else",
		"They count others, elsewhere", "They give a rate")
	x.Measure, x.Claims, x.Beside = public.Flow, []public.Claim{flow}, []public.Claim{like}
	f.get(t, "/territories/RU").wants(t, 200, "They count how many there were at a time, not")
}

// TestPageOfAFigure holds that the question, its definition and scope, the rule,
// the date and every claim stand on it, and that a withdrawn one says no more.
func TestPageOfAFigure(t *testing.T) {
	f := newFake()
	f.figures = sampleFigures()
	x := &f.figures[0]
	x.QuestionID, x.Origin, x.Definition, x.Scope, x.By = "rdk_w_1", "KP", "One who works there on one day.", "Students.", public.ByRange
	other := *x
	other.ID, other.Territory, other.Question = "rdk_f_2", "CN", "Invented workers in China"
	third := *x
	third.ID, third.Question = "rdk_f_3", "Invented others in Russia"
	f.figures = append(f.figures, third, other)
	f.get(t, "/figures/rdk_f_1").wants(t, 200, "<h1><bdi>Invented workers in Russia</bdi></h1>", "One who works there on one day.", "<dd>North Korea</dd>", "Students.", "how many there were at a time · people",
		"The range of all that counts.", "As of 2017.", `<bdi>20,000 – 50,000</bdi>`, "at most 50,000", "believed", "some experts", `href="/claims/rdk_m_1"`, `class="chart"`,
		`href="/figures/rdk_f_1/figure.json"`, `<a href="/figures/rdk_f_3"><bdi>Invented others in Russia</bdi></a>`)
	f.get(t, "/figures/rdk_f_1").lacks(t, "Invented workers in China")
	list := f.get(t, "/figures")
	list.wants(t, 200, `<a href="/territories/RU">Russia</a>`, `<a href="/territories/CN">China</a>`, `<a href="/figures/rdk_f_2"><bdi>Invented workers in China</bdi></a>`, "as of 2017", "/figures.json")
	if n := strings.Count(list.body, "<h2 "); n != 2 {
		t.Errorf("%d territories", n)
	}
	f.get(t, "/figures.json").wants(t, 200, `"definition": "One who works there on one day."`, `"origin": "KP"`, `"by": "range"`, `"question_id": "rdk_w_1"`, "rdk_f_2", `"hedge": "believed"`)
	one := f.get(t, "/figures/rdk_f_1/figure.json")
	one.wants(t, 200, `"bound": "at_most"`, `"territory": "RU"`)
	one.lacks(t, "rdk_f_2")
	f.get(t, "/territories/RU").wants(t, 200, `<a href="/figures/rdk_f_1">The question, its definition and all claims</a>`)
	f.get(t, "/figures/rdk_f_never").wants(t, 404, "There is no such figure.")
	f.withdrawn = map[string]bool{"rdk_f_1": true}
	for _, path := range []string{"/figures/rdk_f_1", "/figures/rdk_f_1/figure.json"} {
		f.get(t, path).wants(t, 410)
		f.get(t, path).lacks(t, "SECRET", "Invented workers")
	}
	f.figures = nil
	f.get(t, "/figures").wants(t, 200, "No figure has been published yet.", "noindex")
}

func TestKindOfABound(t *testing.T) {
	for _, c := range []struct {
		bound     public.Bound
		low, high float64
		want      chart.Kind
	}{
		{public.Exact, 5, 5, chart.Exact}, {public.About, 5, 5, chart.About}, {public.AtMost, 0, 5, chart.AtMost}, {public.LessThan, 0, 5, chart.AtMost},
		{public.AtLeast, 5, 0, chart.AtLeast}, {public.MoreThan, 5, 0, chart.AtLeast}, {public.Range, 2, 5, chart.Range}, {public.Range, 5, 0, chart.AtLeast}, {public.Range, 0, 5, chart.AtMost},
		{public.Range, 5, 5, chart.Exact},
	} {
		if got := kindOf(c.bound, c.low, c.high); got != c.want {
			t.Errorf("%+v is drawn as %d", c, got)
		}
	}
}
