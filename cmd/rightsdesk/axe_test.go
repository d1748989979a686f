package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rightsdesk/internal/demorun"
)

// axe gives the script of axe-core, where scripts/setup.sh put it. Without it
// the test is skipped, or fails when CI=true.
func axe(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "build", "npm", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("axe-core is missing; scripts/setup.sh installs it: %v", err)
		}
		t.Skip("axe-core is missing (scripts/setup.sh installs it)")
	}
	return string(b)
}

// violation is something that axe found.
type violation struct {
	ID    string
	Help  string
	Nodes []struct {
		Target         []any
		FailureSummary string
	}
}

func (v violation) String() string {
	s := v.ID + ": " + v.Help
	for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
		s += fmt.Sprintf("\n\t%v: %s", n.Target, strings.ReplaceAll(n.FailureSummary, "\n", " "))
	}
	return s
}

// Which of axe's rules are asked for: all of WCAG 2.2 AA and what axe holds for
// good practice; on the dark page only what depends on colours.
const (
	allRules    = `{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]}`
	colourRules = `{runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}, resultTypes: ["violations"]}`
)

// examine lets axe look at the page that is open, with all that can be unfolded.
func examine(t *testing.T, ctx context.Context, script, rules string) []violation {
	t.Helper()
	do(t, ctx, chromedp.Evaluate[bool](script+"; for (const d of document.querySelectorAll('details')) d.open = true; true"))
	text := do(t, ctx, chromedp.Evaluate[string]("axe.run("+rules+").then(r => JSON.stringify(r.violations))", chromedp.EvalAwaitPromise))
	var out []violation
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// witness notes what a browser says and asks for.
type witness struct {
	mu   sync.Mutex
	said []string // console messages
	asks []string // requests to elsewhere
}

func watch(t *testing.T, ctx context.Context) *witness {
	t.Helper()
	w := &witness{}
	do(t, ctx, chromedp.Navigate("about:blank"))
	console, requests := chromedp.Console(ctx), chromedp.Events(ctx, network.RequestWillBeSent)
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	note := func(list *[]string, what string) {
		w.mu.Lock()
		defer w.mu.Unlock()
		*list = append(*list, what)
	}
	go func() {
		for m, err := range console {
			if err != nil {
				return
			}
			note(&w.said, fmt.Sprint(m))
		}
	}()
	go func() {
		for r, err := range requests {
			if err != nil {
				return
			}
			if u := r.Request.URL; !strings.HasPrefix(u, "http://127.0.0.1:") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
				note(&w.asks, u)
			}
		}
	}()
	return w
}

// silent holds that nothing was said and nobody else asked since the last time.
func (w *witness) silent(t *testing.T, page string) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range w.said {
		if !strings.Contains(s, "404") || !strings.HasSuffix(page, "/nothing-here") {
			t.Errorf("%s: the console says: %s", page, s)
		}
	}
	for _, a := range w.asks {
		t.Errorf("%s asks for %s", page, a)
	}
	w.said, w.asks = nil, nil
}

// TestAxe lets axe look at every kind of page of site, office and
// demo, light, dark and the site's in Arabic. The console stays silent and
// nobody but this machine is asked for anything.
func TestAxe(t *testing.T) {
	script := axe(t)
	ctx := browser(t)
	r := runDemo(t)
	w := watch(t, ctx)
	at := func(page, rules string) {
		do(t, ctx, chromedp.Navigate(page))
		for _, v := range examine(t, ctx, script, rules) {
			t.Errorf("%s: %s", page, v)
		}
		w.silent(t, page)
	}
	at(r.office+"/login", allRules)
	at(r.story+"/", allRules)
	r.press("/arrive")
	at(r.story+"/", allRules)
	r.press("/publish")
	r.until("the mail is there", func() bool { return len(r.get(r.inbox+"/").links("/mail/")) > 0 })
	pages, own := r.kinds(t)
	do(t, ctx, chromedp.Navigate(r.story+"/"))
	do(t, ctx, chromedp.Click(`header form[action="/office"] button`))
	do(t, ctx, chromedp.WaitVisible(`a[href="/sources"]`))
	began := time.Now()
	for _, path := range pages {
		at(r.site+path, allRules)
		at(r.site+"/ar"+path, allRules)
	}
	for _, page := range own {
		at(page, allRules)
	}
	if len(own) < 18 {
		t.Errorf("only %d pages beside the site's: %q", len(own), own)
	}
	if err := demorun.Scheme(ctx, "dark"); err != nil {
		t.Fatal(err)
	}
	for _, path := range pages {
		at(r.site+path, colourRules)
	}
	for _, page := range own {
		at(page, colourRules)
	}
	t.Logf("%d pages of the site and %d others in %v", len(pages), len(own), time.Since(began).Round(time.Second))
}

// kinds gives the path of a page of every kind on the site, and the address of
// one of every kind elsewhere.
func (r *running) kinds(t *testing.T) (site, other []string) {
	t.Helper()
	first := func(page, part string) string {
		list := r.get(page).links(part)
		if len(list) == 0 {
			t.Fatalf("%s has no link with %s", page, part)
		}
		return list[0]
	}
	path := func(page, part string) string { return strings.TrimPrefix(first(r.site+page, part), r.site) }
	site = []string{
		"/", "/territories", "/territories/KP", "/territories/KP/news", "/territories/KP/cases", "/territories/KP/profile", "/territories/RU/data", "/territories/NR", "/territories/RU",
		"/cases", path("/cases", "/cases/rdk_c_"), path("/territories/KP", "/a/rdk_a_"), path("/territories/EG/news", "/a/rdk_a_"),
		path("/territories/RU", "/claims/rdk_q_"), "/figures", path("/figures", "/figures/rdk_g_"), "/check", "/check?q=50000+workers", "/check?q=nothinglikethis",
		"/search", "/search?q=workers", "/search?q=nothinglikethis", "/newsletter", path("/newsletter", "/newsletter/rdk_"),
		"/subscribe", "/preferences", "/about", "/corrections", "/nothing-here",
	}
	r.submitOffice(r.press("/arrive")) // logs in, and something waits
	article := first(r.office+"/", "/articles/rdk_a_")
	published := first(r.office+"/?stage=published", "/articles/rdk_a_")
	question := first(r.office+"/questions", "/questions/rdk_w_")
	other = []string{question + "/edit", r.office + "/figures", first(r.office+"/figures", "/figures/rdk_g_"), r.office + "/figures/new?question=" + question[strings.LastIndex(question, "/")+1:],
		r.story + "/", r.inbox + "/", first(r.inbox+"/", "/mail/"), article, article + "/evidence", published, published + "/preview"}
	return site, append(other, r.sections()...)
}

// sections gives the pages that the office's menu leads to, and of each section
// the first record and the form for a new one.
func (r *running) sections() (out []string) {
	for _, page := range r.get(r.office + "/").nav() {
		out = append(out, page)
		for _, part := range []string{"/rdk_", "/new"} {
			if list := r.get(page).links(strings.TrimPrefix(page, r.office) + part); len(list) > 0 && page != r.office+"/" {
				out = append(out, list[0])
			}
		}
	}
	return out
}

// TestAxeSees holds that axe finds what keeps people out, light and dark, and
// that the witness hears the console and sees requests.
func TestAxeSees(t *testing.T) {
	script := axe(t)
	ctx := browser(t)
	w := watch(t, ctx)
	do(t, ctx, chromedp.Navigate("data:text/html,<html><body style='background:white'><p style='color:silver'>pale</p><img src='http://127.0.0.1:9/x.png'><script>console.log('heard')</script><img src='http://192.0.2.1/x.png'>"))
	found := fmt.Sprint(examine(t, ctx, script, allRules))
	for _, want := range []string{"image-alt", "html-has-lang", "color-contrast", "landmark-one-main"} {
		if !strings.Contains(found, want) {
			t.Errorf("axe does not find %s", want)
		}
	}
	if found := examine(t, ctx, script, colourRules); len(found) != 1 || found[0].ID != "color-contrast" {
		t.Errorf("of colours axe finds %v", found)
	}
	for range 50 {
		w.mu.Lock()
		done := strings.Contains(strings.Join(w.said, " "), "heard") && strings.Join(w.asks, " ") == "http://192.0.2.1/x.png"
		w.mu.Unlock()
		if done {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("the witness heard %q and saw %q", w.said, w.asks)
}
