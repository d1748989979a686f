package main

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"rightsdesk/internal/store"
)

// paywalled serves pages that only this browser can read, each with a link that
// runs the bookmark as its bookmarks bar would. They are of another site than
// the office: one by name, the other by number.
func paywalled(t *testing.T, bookmark string) string {
	mux := http.NewServeMux()
	page := func(path, head, more string) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=windows-1251")
			fmt.Fprintf(w, `<!doctype html><html lang="en"><head><title>An invented page</title>%s</head><body><article><h1>An invented page</h1>
<p id="first">A court in Minsk fined two invented preachers on Tuesday, their lawyer said, and both want to appeal to a higher court.</p>
<p>The fine is more than a month's wage, said the lawyer, who has worked for both of them for many years and knows the judge.</p>
<p>Nobody else of the community was asked to come, and the house in which they meet is to stay open until the summer.</p></article>
%s<a id="bookmark" href="%s">bookmark</a></body></html>`, head, more, html.EscapeString(bookmark))
		})
	}
	page("/article", "", `<script>document.querySelector("h1").append(" \u2013 \u0442\u0435\u0441\u0442")</script>`)
	page("/messages", "", `<ul id="contacts"><li>A secret contact</li></ul>`)
	page("/liar", `<script>history.replaceState(0,"","/liar");addEventListener("message",function(e){if(e.data==="rightsdesk-ready"){e.stopImmediatePropagation();
e.source.postMessage({rightsdesk:1,html:"<p>lies</p>",address:"https://other.example.org/",title:"lies"},"*")}})</script>`, "")
	page("/large", "", `<div id="much" hidden></div><script>document.getElementById("much").append("x".repeat(12<<20))</script>`)
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
}

// press opens a page, runs more there, presses the bookmark, and gives the tab
// that it opened.
func press(t *testing.T, ctx context.Context, address, more string) context.Context {
	t.Helper()
	do(t, ctx, chromedp.Navigate(address))
	if more != "" {
		do(t, ctx, chromedp.Evaluate[bool](more+";true"))
	}
	opened := chromedp.WaitNewTarget(ctx, func(i *target.Info) bool { return strings.Contains(i.URL, "/hand-in") })
	do(t, ctx, chromedp.Click(`#bookmark`))
	select {
	case id := <-opened:
		tab, cancel := chromedp.NewContext(ctx, chromedp.WithTargetID(id))
		t.Cleanup(cancel)
		return tab
	case <-time.After(30 * time.Second):
		t.Fatal("the bookmark opened no tab")
		return nil
	}
}

// TestBookmarkHandsInAPage presses the bookmark in Chromium on pages of another
// site, whose forms and cookies the office refuses: the page comes, the editor
// sees it and presses one button, and it is a capture handed in, restricted,
// with its address.
func TestBookmarkHandsInAPage(t *testing.T) {
	ctx := browser(t)
	d := install(t, store.SQLite)
	d.start("run")
	d.enter()
	do(t, ctx, chromedp.Navigate(d.office+"/hand-in"))
	do(t, ctx, chromedp.WaitVisible(`a[href="/login"]`)) // nobody is logged in
	d.logInBrowser(t, ctx)
	do(t, ctx, chromedp.Navigate(d.office+"/paste"))
	bookmark := do(t, ctx, chromedp.Evaluate[string](`document.getElementById("bookmarklet").href`))
	if !strings.HasPrefix(bookmark, "javascript:") {
		t.Fatalf("the bookmark is %q", bookmark)
	}
	pages := paywalled(t, bookmark)

	tab := press(t, ctx, pages+"/article", "")
	do(t, tab, chromedp.WaitVisible(`#hand-in`))
	if words := do(t, tab, chromedp.Text(`#page-words`)); !strings.Contains(words, "fined two invented preachers") {
		t.Errorf("the page shows %q", words)
	}
	if v := do(t, tab, chromedp.Value(`#address`)); v != pages+"/article" {
		t.Errorf("its address is %q", v)
	}
	if p := d.get(d.office + "/"); len(p.links("/articles/rdk_a_")) > 0 {
		t.Error("it was taken in before the button was pressed")
	}
	do(t, tab, chromedp.Click(`#hand-in button`))
	do(t, tab, chromedp.WaitVisible(`.notice`))
	p := d.waiting()
	for _, want := range []string{"An invented page – тест", "fined two invented preachers", pages + "/article", "handed in"} {
		if !strings.Contains(p.text, want) {
			t.Errorf("the article does not show %q:\n%s", want, p.text)
		}
	}
	if q := d.submit(p, "verb=publish", url.Values{"licence": {"full"}, "add": {"Belarus"}}); !strings.Contains(q.text, "handed-in text may be public") {
		t.Error("it is not restricted")
	}

	// Only what is selected is taken, and nothing of the others.
	tab = press(t, ctx, pages+"/messages", `getSelection().selectAllChildren(document.getElementById("first"))`)
	do(t, tab, chromedp.WaitVisible(`#page-part`))
	if v := do(t, tab, chromedp.Evaluate[string](`document.getElementById("hand-in").elements.text.value`)); strings.Contains(v, "secret contact") || !strings.Contains(v, "fined two") {
		t.Errorf("taken: %q", v)
	}
	// A page that names another site as its own, and one that is too large.
	tab = press(t, ctx, pages+"/liar", "")
	do(t, tab, chromedp.WaitVisible(`#state-wrong`))
	if do(t, tab, chromedp.Evaluate[bool](`!document.getElementById("hand-in").hidden || document.getElementById("hand-in").elements.text.value !== ""`)) {
		t.Error("a page that lies can be taken in")
	}
	tab = press(t, ctx, pages+"/large", "")
	do(t, tab, chromedp.WaitVisible(`#state-large`))
	// Without a page that opened it there is nothing to take.
	do(t, ctx, chromedp.Navigate(d.office+"/hand-in"))
	do(t, ctx, chromedp.WaitVisible(`#state-nothing`))
}

// logInBrowser logs in as the first administrator.
func (d *installation) logInBrowser(t *testing.T, ctx context.Context) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(d.office+"/login"))
	do(t, ctx, chromedp.SendKeys(`input[name="name"]`, "anna"))
	do(t, ctx, chromedp.SendKeys(`input[name="password"]`, password+"\r"))
	do(t, ctx, chromedp.WaitVisible(`a[href="/sources"]`))
}
