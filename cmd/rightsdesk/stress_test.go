package main

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// widest gives what stands out over the edge of a page to the side, in words;
// what scrolls in a frame of its own does not.
const widest = `(() => {
	const page = document.documentElement;
	if (page.scrollWidth <= page.clientWidth) return "";
	const inside = e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return true; return false };
	const out = [...document.body.querySelectorAll("*")].filter(e => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.right > page.clientWidth + 1 || b.left < -1) && !inside(e) });
	return page.scrollWidth + " of " + page.clientWidth + ": " + out.slice(0, 3).map(e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 40)).join(" | ");
})()`

// TestPagesBearStress opens pages of every kind with titles of 300 characters,
// words without end, names from right to left and cases of which hardly
// anything is known: nothing stands out over the edge at 320 px and above, in
// both directions of writing, and axe finds nothing.
func TestPagesBearStress(t *testing.T) {
	script := axe(t)
	ctx := browser(t)
	r := runDemo(t, "-stress")
	r.submitOffice(r.press("/arrive"))
	paths := []string{"/", "/territories/KZ", "/territories/DE", "/cases", "/search?q=invented", "/corrections", "/subscribe"}
	add := func(list string, part string, n int) {
		for i, link := range r.get(r.site + list).links(part) {
			if i < n {
				paths = append(paths, strings.TrimPrefix(link, r.site))
			}
		}
	}
	for _, territory := range []string{"KZ", "DE", "IR"} {
		add("/territories/"+territory+"/news", "/a/rdk_a_", 4)
	}
	for _, territory := range []string{"KZ", "TJ", "IR", "RU", "DE", "CN"} {
		add("/territories/"+territory+"/cases", "/cases/rdk_c_", 2)
	}
	var pages []string
	for _, p := range paths {
		pages = append(pages, r.site+p, r.site+"/ar"+p)
	}
	pages = append(pages, r.office+"/", r.office+"/cases", r.office+"/figures")
	for i, link := range r.get(r.office + "/").links("/articles/rdk_a_") {
		if i < 6 && !strings.Contains(link, "evidence") {
			pages = append(pages, link)
		}
	}
	issue := r.get(r.office + "/issues").links("/issues/rdk_")[0]
	pages = append(pages, issue+"/mail?language=en", issue+"/mail?language=ar")
	do(t, ctx, chromedp.Navigate(r.story+"/"))
	do(t, ctx, chromedp.Click(`header form[action="/office"] button`))
	do(t, ctx, chromedp.WaitVisible(`a[href="/sources"]`))
	long := 0
	for _, width := range []int64{320, 390, 1280} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		for _, page := range pages {
			do(t, ctx, chromedp.Navigate(page))
			if out := do(t, ctx, chromedp.Evaluate[string](widest)); out != "" {
				t.Errorf("%s at %d px: %s", page, width, out)
			}
			if width != 320 || strings.Contains(page, "/mail?") { // a mail runs no script
				continue
			}
			for _, v := range examine(t, ctx, script, allRules) {
				t.Errorf("%s at %d px: %s", page, width, v)
			}
			n, err := strconv.Atoi(do(t, ctx, chromedp.Evaluate[string](`String(document.querySelector("h1").textContent.trim().length)`)))
			if err != nil {
				t.Fatal(err)
			}
			if n >= 300 {
				long++
			}
		}
	}
	if long == 0 || len(pages) < 30 {
		t.Errorf("%d pages with a headline of 300 characters among %d", long, len(pages))
	}
}
