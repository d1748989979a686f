package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rightsdesk/internal/store"
)

// browser starts a headless Chromium. Without one the test is skipped, or
// fails when CI=true.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("Chromium is missing; scripts/setup.sh installs it")
		}
		t.Skip("Chromium is missing (Debian: apt-get install chromium)")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-background-networking", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func do[T any](t *testing.T, ctx context.Context, a chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestBrowser walks from the queue to the public and to a subscription in
// Chromium, wide and at 390 px, light and dark: nothing stands out of the page,
// nothing is asked of anybody else, the console stays silent.
func TestBrowser(t *testing.T) {
	ctx := browser(t)
	d := install(t, store.SQLite)
	d.start("run")
	d.enter()
	file := filepath.Join(d.dir, "post.txt")
	d.write(file, stand)
	d.run("import", "text", file)
	waiting := d.waiting()
	if _, err := chromedp.Run(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	console := make(chan string, 100)
	go func() {
		for m, err := range chromedp.Console(ctx) {
			if err != nil {
				return
			}
			console <- fmt.Sprint(m)
		}
	}()
	d.publishInBrowser(t, ctx, waiting.url.String())
	address := d.site + "/a/" + waiting.url.Path[strings.LastIndexByte(waiting.url.Path, '/')+1:]
	d.up(address)
	for _, width := range []int64{1280, 390, 320} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		for _, page := range []string{
			d.site + "/", address, d.site + "/territories", d.site + "/territories/KP", d.site + "/search?q=accord", d.site + "/subscribe",
			d.site + "/newsletter", d.site + "/about", d.site + "/nothing-here", d.office + "/", waiting.url.String(), d.office + "/sources", d.office + "/issues",
		} {
			do(t, ctx, chromedp.Navigate(page))
			d.look(t, ctx, page, width)
		}
	}
	d.subscribeInBrowser(t, ctx)
	select {
	case m := <-console:
		if !strings.Contains(m, "404") { // the page that is not there
			t.Errorf("the console says: %s", m)
		}
	default:
	}
}

// look holds that nothing is wider than the window and nothing came from
// elsewhere.
func (d *installation) look(t *testing.T, ctx context.Context, page string, width int64) {
	t.Helper()
	if wide := do(t, ctx, chromedp.Evaluate[float64]("document.documentElement.scrollWidth")); wide > float64(width) {
		t.Errorf("%s is %v px wide in a window of %d", page, wide, width)
	}
	if h := do(t, ctx, chromedp.Evaluate[float64]("document.querySelectorAll('h1').length")); h != 1 {
		t.Errorf("%s has %v main headings", page, h)
	}
	for _, r := range do(t, ctx, chromedp.Evaluate[[]string]("performance.getEntriesByType('resource').map(e => e.name)")) {
		if !strings.HasPrefix(r, d.site+"/") && !strings.HasPrefix(r, d.office+"/") {
			t.Errorf("%s asks for %s", page, r)
		}
	}
}

// publishInBrowser logs in, writes a headline and publishes.
func (d *installation) publishInBrowser(t *testing.T, ctx context.Context, article string) {
	t.Helper()
	d.logInBrowser(t, ctx)
	do(t, ctx, chromedp.Navigate(article))
	do(t, ctx, chromedp.SendKeys(`input[name="title"]`, "An accord on labour, by the desk"))
	do(t, ctx, chromedp.Click(`input[name="release"]`))
	do(t, ctx, chromedp.Click(`button[value="publish"]`))
	do(t, ctx, chromedp.WaitVisible(`button[value="withdraw"]`))
}

// subscribeInBrowser subscribes on the home page and confirms by the link.
func (d *installation) subscribeInBrowser(t *testing.T, ctx context.Context) {
	t.Helper()
	do(t, ctx, chromedp.EmulateViewport(1280, 900))
	do(t, ctx, chromedp.Navigate(d.site+"/"))
	do(t, ctx, chromedp.SendKeys(`input[name="address"]`, "browser@example.org\r"))
	confirm := linkIn(d.mail("browser@example.org", "/confirm/"), "/confirm/")
	d.until("the link for confirming is known", func() bool { return d.get(confirm).status == 200 })
	do(t, ctx, chromedp.Navigate(confirm))
	do(t, ctx, chromedp.Click(`main form button`))
	d.until("the reader is confirmed", func() bool { return d.confirmed() == 1 })
}
