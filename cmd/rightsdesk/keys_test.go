package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rightsdesk/internal/store"
)

// TestKeysOfTheQueue works through the queue with single keys: down, accept,
// undo, refuse with a reason; and with keys switched off nothing happens.
func TestKeysOfTheQueue(t *testing.T) {
	ctx := browser(t)
	d := install(t, store.SQLite)
	d.start("run")
	d.enter()
	for i := range 3 {
		file := filepath.Join(d.dir, fmt.Sprintf("post-%d.txt", i))
		d.write(file, strings.Replace(stand, "accord", fmt.Sprintf("accord number %d", i), 1))
		d.run("import", "text", file)
	}
	d.until("three texts wait", func() bool { return strings.Count(d.get(d.office+"/").text, "data-row") == 3 })
	do(t, ctx, chromedp.Navigate(d.office+"/login"))
	do(t, ctx, chromedp.SendKeys(`input[name="name"]`, "anna"))
	do(t, ctx, chromedp.SendKeys(`input[name="password"]`, password+"\r"))
	do(t, ctx, chromedp.WaitVisible(`[data-row]`))

	// While a page goes and the next one comes there is nothing to ask.
	text := func() string { return ask(ctx, "document.body.innerText", "") }
	lines := func() float64 { return ask(ctx, "document.querySelectorAll('[data-row]').length", -1.0) }
	at := func() float64 { // the line that has the focus
		return ask(ctx, "[...document.querySelectorAll('[data-row]')].indexOf(document.activeElement.closest('[data-row]'))", -2.0)
	}
	key := func(k string) { do(t, ctx, chromedp.KeyEvent(k)) }

	key("j")
	key("j")
	if at() != 1 {
		t.Fatalf("after j j the focus is in line %v", at())
	}
	key("k")
	key("a")
	d.until("the territories are accepted and the focus is back", func() bool {
		return strings.Contains(text(), "Accepted:") && at() == 0
	})
	key("u")
	d.until("that is undone", func() bool { return strings.Contains(text(), "Undone") })
	d.until("the focus is in the line", func() bool { return at() == 0 })
	key("r")
	d.until("the reason has the focus", func() bool {
		return strings.HasPrefix(ask(ctx, "document.activeElement.id", ""), "reason-")
	})
	key("jup") // letters, not commands
	key("\r")
	d.until("it is refused", func() bool { return strings.Contains(text(), "Refused:") && lines() == 2 })
	d.until("the focus is in the next line", func() bool { return at() == 0 })
	key("u")
	d.until("it waits again", func() bool { return strings.Contains(text(), "Undone") && lines() == 3 })
	d.until("the focus is in a line", func() bool { return at() >= 0 })
	key("?")
	d.until("the keys are shown", func() bool { return ask(ctx, "document.getElementById('keys').open", false) })
	key("\r") // closes it

	do(t, ctx, chromedp.Click(`button[name="keys"]`))
	do(t, ctx, chromedp.WaitVisible(`button[value="on"]`))
	d.until("the page is whole", func() bool { return ask(ctx, "document.readyState", "") == "complete" })
	key("j")
	if at() != -1 {
		t.Error("a key that is switched off moved the focus")
	}
	if strings.Contains(text(), "jup") || !strings.Contains(d.get(d.office+"/?stage=waiting").text, "data-row") {
		t.Error("the queue is not as it was")
	}
}

// ask gives what a page says to an expression, or instead when it cannot answer.
func ask[T any](ctx context.Context, expression string, instead T) T {
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		return instead
	}
	return v
}
