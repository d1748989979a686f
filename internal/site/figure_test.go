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
