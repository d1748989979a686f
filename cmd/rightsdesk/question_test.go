package main

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The question of the design's section 6, and what the sample's claims say for
// it: stocks in Russia count, all else stands beside them under its reason.
const workersQuestion = "North Korean workers in Russia"

var (
	workersCounted = []string{"at most 50,000", "about 40,000", "at most 37,000", "about 11,000", "11,490", "about 30,000", "511", "about 4,000", "about 15,000"}
	workersBeside  = map[string]string{
		"more than 50,000": "They count others, elsewhere", "50,000 to 80,000": "They count others, elsewhere", "about 100,000": "They count others, elsewhere",
		"more than 10,000, newly in the time": "They count what happened in a time", "13,221, newly in the time": "They count what happened in a time",
	}
)

// TestDemoQuestion: in the demo, the question "North Korean workers in Russia"
// shows the differing claims without mixing populations, stocks and flows, in
// public and in the office; what arrives is proposed to its editor, and one key
// accepts it.
func TestDemoQuestion(t *testing.T) {
	ctx := browser(t)
	r := runDemo(t)
	r.press("/arrive")
	checkWorkersFigure(t, r)

	do(t, ctx, chromedp.Navigate(r.story+"/"))
	do(t, ctx, chromedp.Click(`header form[action="/office"] button`))
	do(t, ctx, chromedp.WaitVisible(`a[href="/sources"]`))
	do(t, ctx, chromedp.Navigate(r.office+"/questions"))
	question := ask(ctx, `[...document.querySelectorAll('main a.title')].find(a => a.textContent === '`+workersQuestion+`').href`, "")
	if !strings.HasPrefix(question, r.office+"/questions/rdk_w_") {
		t.Fatalf("the question is not in the office's list: %q", question)
	}
	r.until("the claim that arrived is proposed", func() bool {
		do(t, ctx, chromedp.Navigate(question))
		return strings.Contains(ask(ctx, `document.querySelector('#waiting')?.closest('section').textContent || ''`, ""), "As many as 20,000 North Koreans")
	})
	proposal := ask(ctx, `[...document.querySelectorAll('[data-row]')].find(e => e.textContent.includes('20,000')).textContent`, "")
	for _, words := range []string{"at most 20,000", "believed", "counts “working”; whose: North Korea; where: Russia; says how many there are at one time"} {
		if !strings.Contains(proposal, words) {
			t.Errorf("the proposal does not say %q: %s", words, proposal)
		}
	}
	rows := func(heading string) string {
		return ask(ctx, `[...document.querySelectorAll('[aria-labelledby="`+heading+`"] tbody tr')].map(e => e.textContent).join('\n')`, "")
	}
	answering, beside := rows("answering"), rows("beside")
	for _, n := range []string{"50,000", "40,000", "37,000", "11,000", "11,490", "30,000", "511", "4,000", "15,000"} {
		if !strings.Contains(answering, n) {
			t.Errorf("%s is not among the claims that answer:\n%s", n, answering)
		}
	}
	for _, n := range []string{"13,221", "100,000", "50,000 – 80,000", "10,000"} {
		if strings.Contains(answering, n) || !strings.Contains(beside, n) {
			t.Errorf("%s is not beside: %s", n, beside)
		}
	}
	if n := ask(ctx, `document.querySelectorAll('.agreements .stage-refused').length`, 0.0); n < 1 {
		t.Error("no conflict is shown between 40,000 and 30,000 of 2017")
	}

	count := func() float64 {
		return ask(ctx, `document.querySelectorAll('[aria-labelledby="answering"] tbody tr').length`, 0.0)
	}
	before := count()
	do(t, ctx, chromedp.Evaluate[bool](`[...document.querySelectorAll('[data-row]')].find(e => e.textContent.includes('20,000')).querySelector('a').focus(); true`))
	do(t, ctx, chromedp.KeyEvent("a"))
	r.until("one key accepted it", func() bool { return count() == before+1 })
	if s := ask(ctx, `document.querySelector('[role=status]').textContent`, ""); !strings.Contains(s, "answers the question") {
		t.Errorf("after accepting, the page says %q", s)
	}
}

// checkWorkersFigure looks at the public page of the figure.
func checkWorkersFigure(t *testing.T, r *running) {
	t.Helper()
	var page page
	for _, link := range r.get(r.site + "/figures").links("/figures/rdk_g_") {
		if p := r.get(link); strings.Contains(p.text, "<h1><bdi>"+workersQuestion+"</bdi></h1>") {
			page = p
		}
	}
	text := html.UnescapeString(page.text)
	for _, words := range []string{"A citizen of North Korea who works in Russia on one day", "<dd>North Korea</dd>", "how many there were at a time", "The range of all that counts.", "As of May 2025."} {
		if !strings.Contains(text, words) {
			t.Errorf("the figure's page does not say %q", words)
		}
	}
	svg := regexp.MustCompile(`(?s)<svg class="chart".*</desc>(.*?)<p class="note">`).FindStringSubmatch(text)
	if svg == nil {
		t.Fatal("no chart")
	}
	_, apart, _ := strings.Cut(text, `class="apart"`)
	for _, n := range workersCounted {
		if !strings.Contains(svg[1], "\u2068"+n+"\u2069") || strings.Contains(apart, "<b>"+n+"</b>") {
			t.Errorf("%s is not drawn, or stands beside too", n)
		}
	}
	for n, reason := range workersBeside {
		group := ""
		for part := range strings.SplitSeq(apart, "<h3>") {
			if strings.HasPrefix(part, reason) {
				group = part
			}
		}
		if !strings.Contains(group, "<b>"+n+"</b>") || strings.Contains(svg[1], "\u2068"+n+"\u2069") {
			t.Errorf("%s does not stand beside under %q", n, reason)
		}
	}
}
