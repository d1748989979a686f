package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rightsdesk/internal/store"
)

// axe gives axe-core, which scripts/setup.sh installs.
func axe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("..", "..", "build", "npm", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("axe-core is missing; scripts/setup.sh installs it")
		}
		t.Skip("axe-core is missing (scripts/setup.sh installs it)")
	}
	return string(script)
}

// TestAxe looks at every kind of page of the demo's site, and at the demo's own
// page, in light, dark and Arabic: axe finds no fault of WCAG 2.2 A and AA.
func TestAxe(t *testing.T) {
	script := axe(t)
	d := install(t, store.SQLite)
	d.start("demo")
	addresses := regexp.MustCompile(`(Start here|Public site) +(http://\S+)`)
	var found [][]string
	d.until("the demo says where it is", func() bool {
		found = addresses.FindAllStringSubmatch(d.output.String(), -1)
		return len(found) == 2
	})
	story, site := found[0][2], found[1][2]
	d.up(site + "/healthz")
	d.until("the sample is on the site", func() bool { return len(d.get(site+"/cases").links("/cases/rdk_c_")) > 0 })
	article := d.get(site + "/territories/RU/news").links("/a/rdk_a_")[0]
	paths := []string{"/", "/territories", "/territories/RU", "/territories/RU/news", "/territories/RU/cases", "/territories/KP/profile", "/territories/RU/data", "/cases",
		strings.TrimPrefix(d.get(site + "/cases").links("/cases/rdk_c_")[0], site), strings.TrimPrefix(article, site), "/search?q=workers", "/search?q=nothingofthekind",
		"/subscribe", "/preferences", "/newsletter", "/about", "/corrections", "/nothing-here"}
	for scheme, flags := range map[string][]chromedp.ExecAllocatorOption{"light": nil, "dark": {chromedp.Flag("blink-settings", "preferredColorScheme=0")}} {
		t.Run(scheme, func(t *testing.T) {
			ctx := browser(t, flags...)
			for _, prefix := range []string{"", "/ar"} {
				for _, path := range paths {
					page := site + prefix + path
					do(t, ctx, chromedp.Navigate(page))
					for _, fault := range do(t, ctx, chromedp.Evaluate[[]string](script+look, chromedp.EvalAwaitPromise)) {
						t.Errorf("%s: %s", page, fault)
					}
				}
			}
			do(t, ctx, chromedp.Navigate(story))
			for _, fault := range do(t, ctx, chromedp.Evaluate[[]string](script+look, chromedp.EvalAwaitPromise)) {
				t.Errorf("%s: %s", story, fault)
			}
			if len(do(t, ctx, chromedp.Evaluate[[]string]("document.documentElement.removeAttribute('lang');"+script+look, chromedp.EvalAwaitPromise))) == 0 {
				t.Error("axe finds nothing on a page without a language, so it proves nothing")
			}
			if dark := do(t, ctx, chromedp.Evaluate[bool](`matchMedia("(prefers-color-scheme: dark)").matches`)); dark != (scheme == "dark") {
				t.Error(fmt.Sprint("the scheme is not ", scheme))
			}
		})
	}
}

// look runs axe and gives a line for each fault.
const look = `; axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(r =>
	r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + " (" + v.help + "): " + n.html.slice(0, 160) + " " + n.failureSummary.slice(0, 200))))`
