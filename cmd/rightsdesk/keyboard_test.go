package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// keyboard walks pages by keys alone.
type keyboard struct {
	t   *testing.T
	ctx context.Context
}

// to presses Tab until the element with the focus is the one that is meant,
// and holds that on the way each shows that it has the focus.
func (k keyboard) to(what, is string) {
	k.t.Helper()
	const seen = "(e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && s.outlineWidth !== '0px' })(document.activeElement)"
	for range 120 {
		do(k.t, k.ctx, chromedp.KeyEvent("\t"))
		if ask(k.ctx, "document.activeElement === document.body", false) {
			continue // past the end, in the browser's own parts
		}
		if !ask(k.ctx, seen, false) {
			k.t.Errorf("on the way to %s the focus cannot be seen: %s", what, ask(k.ctx, "document.activeElement.outerHTML.slice(0, 200)", ""))
		}
		if ask(k.ctx, "(e => "+is+")(document.activeElement)", false) {
			return
		}
	}
	k.t.Fatalf("no Tab leads to %s on %s", what, ask(k.ctx, "location.href", "?"))
}

func (k keyboard) press(keys string) { do(k.t, k.ctx, chromedp.KeyEvent(keys)) }

// open goes to a page by its address, as one that is typed.
func (k keyboard) open(address string) { do(k.t, k.ctx, chromedp.Navigate(address)) }

// TestKeyboardWalk goes by keys alone from home to a confirmed subscription,
// along the chain to a published post, and into the office's queue.
func TestKeyboardWalk(t *testing.T) {
	ctx := browser(t)
	r := runDemo(t)
	w := watch(t, ctx)
	k := keyboard{t, ctx}
	at := func() string { return ask(ctx, "location.href", "") }

	k.open(r.site + "/")
	k.press("\t")
	if !ask(ctx, "document.activeElement.getAttribute('href') === '#main'", false) {
		t.Error("the first Tab does not lead to the skip link")
	}
	k.press("\r")
	k.to("the address box", "e.name === 'address'")
	do(t, ctx, chromedp.KeyEvent("keys@example.org"))
	k.to("the button beside it", "e.localName === 'button'")
	k.press("\r")
	r.until("the mail for confirming is in the box", func() bool { return strings.Contains(r.get(r.inbox+"/").text, "keys@example.org") })
	k.open(r.inbox + "/")
	k.to("the mail", "e.matches('a[href^=\"/mail/\"]')")
	k.press("\r")
	var confirm []string
	r.until("the mail is open", func() bool {
		confirm = r.get(at()).links("/confirm/")
		return len(confirm) > 0
	})
	r.until("the link for confirming is known", func() bool { return r.get(confirm[0]).status == 200 })
	k.open(confirm[0])
	k.to("the button that confirms", "e.matches('main form button')")
	k.press("\r")
	r.until("the subscription is confirmed", func() bool {
		return ask(ctx, "document.querySelector('main form button') === null && document.querySelector('h1') !== null", false)
	})
	w.silent(t, "the way to the subscription")

	k.open(r.story + "/")
	r.until("a post arrived by itself and waits", func() bool { return ask(ctx, "document.querySelector('form[action=\"/publish\"]') !== null", false) })
	k.to("the button that publishes", "e.textContent === 'Publish'")
	k.press("\r")
	r.until("page, feed and mail box are lit", func() bool { return ask(ctx, "document.querySelectorAll('.window.lit').length", 0.0) == 3 })
	r.until("the new reader has the mail too", func() bool { return strings.Count(r.get(r.inbox+"/").text, "New today") == 2 })
	if !ask(ctx, "document.getElementById('act').contains(document.activeElement)", false) {
		t.Errorf("after Publish the focus is on %s", ask(ctx, "document.activeElement.outerHTML.slice(0, 100)", "?"))
	}
	k.open(r.story + "/")
	k.to("the way into the office", "e.textContent === 'Office, logged in'")
	k.press("\r")
	r.until("the queue is open", func() bool {
		return ask(ctx, "document.querySelectorAll('[data-row]').length > 3 && document.readyState === 'complete'", false)
	})
	k.press("j")
	k.press("j")
	r.until("j j leads to the second line", func() bool {
		return ask(ctx, "document.activeElement.closest('[data-row]') === document.querySelectorAll('[data-row]')[1]", false)
	})
	k.press("\r")
	r.until("the article is open", func() bool { return strings.HasPrefix(at(), r.office+"/articles/rdk_a_") })
	w.silent(t, "the way into the office")

	k.open(r.office + "/questions")
	k.press("j")
	k.press("\r")
	r.until("the question is open", func() bool { return strings.HasPrefix(at(), r.office+"/questions/rdk_w_") })
	k.to("what changes it", "e.matches('a[href$=\"/edit\"]')")
	k.press("\r")
	r.until("its form is open", func() bool { return strings.HasSuffix(at(), "/edit") })
	k.to("the words that are looked for", "e.name === 'terms'")
	k.to("what saves them", "e.matches('main form button')")
	w.silent(t, "the way through a question")
}
