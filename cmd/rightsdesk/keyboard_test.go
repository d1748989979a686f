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

	k.claims(r)
	w.silent(t, "the way through the claims")
}

// claims goes through the workbench by single keys: down, accept, undo, open and
// back; then decides a claim on the page of its article while something is typed.
func (k keyboard) claims(r *running) {
	k.t.Helper()
	text := func() string { return ask(k.ctx, "document.body.innerText", "") }
	line := func() float64 {
		return ask(k.ctx, "[...document.querySelectorAll('[data-row]')].indexOf(document.activeElement.closest('[data-row]'))", -2.0)
	}
	first := func() string { return ask(k.ctx, "document.querySelector('[data-row]').id", "") }
	k.open(r.office + "/claims")
	k.to("the first claim", "e.matches('[data-row] a.title')")
	k.press("j")
	before := first()
	k.press("k")
	r.until("k leads back to the first claim", func() bool { return line() == 0 })
	k.press("a")
	r.until("the claim is accepted and the next one has the focus", func() bool {
		return strings.Contains(text(), "The claim is accepted.") && first() != before && line() == 0
	})
	k.press("u")
	r.until("it waits again and has the focus", func() bool {
		return strings.Contains(text(), "Undone for the claim") && first() == before && line() == 0
	})
	k.press("o")
	r.until("the claim is open", func() bool {
		return ask(k.ctx, "document.getElementById('said') !== null && document.readyState === 'complete'", false)
	})
	article := ask(k.ctx, "document.querySelector('.meta a').href", "")
	k.press("q")
	r.until("q leads back to the list", func() bool { return ask(k.ctx, "document.querySelectorAll('[data-row]').length > 3", false) })

	k.open(article)
	r.until("the claim of the article has the focus", func() bool { return line() >= 0 })
	row := ask(k.ctx, "document.activeElement.closest('[data-row]').id", "")
	do(k.t, k.ctx, chromedp.SetValue("#title", "Half a headline"))
	do(k.t, k.ctx, chromedp.Focus("#"+row+" a"))
	version := ask(k.ctx, "document.querySelector('input[name=version]').value", "")
	k.press("a")
	r.until("the claim is accepted on the page", func() bool {
		return strings.Contains(ask(k.ctx, "document.getElementById('claims-said').textContent", ""), "The claim is accepted.") &&
			ask(k.ctx, "document.activeElement.closest('[data-row]').id", "") == row
	})
	if got := ask(k.ctx, "document.getElementById('title').value", ""); got != "Half a headline" {
		k.t.Errorf("what was typed is %q after a claim was decided", got)
	}
	if got := ask(k.ctx, "document.querySelector('input[name=version]').value", ""); got == version {
		k.t.Error("saving what was typed would meet the version that the claim made")
	}
}

// TestKeysOnFindings goes by keys alone through what was found in an article's
// text: each has its reason on focus, is accepted and corrected, and after that
// the focus is where it was.
func TestKeysOnFindings(t *testing.T) {
	ctx := browser(t)
	r := runDemo(t)
	w := watch(t, ctx)
	k := keyboard{t, ctx}
	k.open(r.story + "/")
	k.to("the way into the office", "e.textContent === 'Office, logged in'")
	k.press("\r")
	r.until("the queue is open", func() bool {
		return ask(ctx, "document.querySelectorAll('[data-row]').length > 3 && document.readyState === 'complete'", false)
	})
	k.open(r.office + "/paste")
	do(t, ctx, chromedp.Evaluate[bool](`(e => { e.value = "Harbour News (01.03.2021) – Ms Ada Example of Portugal said: “We stay.”\n\nMr Ulrik Example came to Lisbon on Monday.\n"; e.form.requestSubmit(); return true })(document.querySelector('main textarea'))`))
	r.until("the article is read", func() bool {
		return ask(ctx, "document.querySelectorAll('#lights .k-person[data-first]').length > 1 && document.querySelectorAll('#lights .pin').length > 0", false)
	})
	if n := ask(ctx, "document.querySelectorAll('#lights a:not([tabindex=\"-1\"])').length", 0.0); n != 1 {
		t.Errorf("the lights are %v stops of the Tab key", n)
	}
	const of = "(document.activeElement.dataset.of || '')"
	next := func(kind string) {
		t.Helper()
		for range 200 {
			k.press("j")
			if strings.HasPrefix(ask(ctx, of, ""), kind) {
				return
			}
		}
		t.Fatalf("no j leads to a %s", kind)
	}
	next("person-")
	if !ask(ctx, "getComputedStyle(document.activeElement, '::after').content.length > 12 && document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent !== ''", false) {
		t.Error("the reason is not told on focus")
	}
	at := ask(ctx, "document.activeElement.dataset.at", "")
	k.press("a")
	r.until("the person is accepted", func() bool {
		return strings.Contains(ask(ctx, "document.getElementById('found-said')?.textContent || ''", ""), "Accepted:")
	})
	r.until("the focus is where it was", func() bool { return ask(ctx, "document.activeElement.dataset.at || ''", "") == at })
	next("quotation-")
	k.press("c")
	r.until("the field for the speaker has the focus", func() bool { return ask(ctx, "document.activeElement.name === 'speaker'", false) })
	do(t, ctx, chromedp.Evaluate[bool]("document.activeElement.select(); true"))
	k.press("Somebody Invented")
	k.press("\r")
	r.until("the speaker is corrected", func() bool {
		return strings.Contains(ask(ctx, "document.getElementById('found-said')?.textContent || ''", ""), "by Somebody Invented")
	})
	next("person-")
	k.press("r")
	r.until("the person is refused, and the lists have a proposal", func() bool {
		return strings.Contains(ask(ctx, "document.getElementById('found-said')?.textContent || ''", ""), "is no person")
	})
	do(t, ctx, chromedp.Evaluate[bool]("document.querySelector('#switches input[data-kind=territory]').click(); true"))
	if ask(ctx, "getComputedStyle(document.querySelector('#lights .k-territory')).borderTopWidth !== '0px'", true) {
		t.Error("territories stay lit when they are switched off")
	}
	w.silent(t, "the findings")
}
