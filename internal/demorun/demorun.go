// Package demorun starts the demo as its user does, and a browser to look at
// it, for the bench and for the screenshots.
package demorun

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"sync"
	"syscall"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Demo is a demo that runs, with where its parts are.
type Demo struct {
	Story, Site, Office, News, Inbox string
	Password                         string        // of the editor
	Ready                            time.Duration // from the start until it says that it runs

	cmd *exec.Cmd
	out *output
}

var (
	says     = regexp.MustCompile(`(Start here|Public site|Office|News web|Mail box) +(http://\S+)`)
	password = regexp.MustCompile(`demo-[0-9a-f]{12}`)
)

// output keeps what the demo prints.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write adds to the output.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// Start starts a program's demo and waits until it says where it is.
func Start(program string) (*Demo, error) {
	d := &Demo{cmd: exec.Command(program, "demo"), out: &output{}}
	d.cmd.Stdout, d.cmd.Stderr = d.out, d.out
	d.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	began := time.Now()
	if err := d.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the demo: %w", err)
	}
	for time.Since(began) < time.Minute {
		if found := says.FindAllStringSubmatch(d.out.String(), -1); len(found) == 5 {
			d.Ready = time.Since(began)
			for i, to := range []*string{&d.Story, &d.Site, &d.Office, &d.News, &d.Inbox} {
				*to = found[i][2]
			}
			d.Password = password.FindString(d.out.String())
			return d, nil
		}
		time.Sleep(5 * time.Millisecond)
	}
	return nil, errors.Join(fmt.Errorf("the demo does not say where it is; it said:\n%s", d.out), d.Stop())
}

// Stop ends the demo as Ctrl-C does.
func (d *Demo) Stop() error {
	if err := d.cmd.Process.Signal(syscall.SIGINT); err != nil {
		return err
	}
	if err := d.cmd.Wait(); err != nil {
		return fmt.Errorf("the demo ended with %w; it said:\n%s", err, d.out)
	}
	return nil
}

// Browser starts a headless Chromium; stop ends it. Errors: when there is none.
func Browser(ctx context.Context) (browser context.Context, stop func(), err error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, nil, fmt.Errorf("Chromium is missing (Debian: apt-get install chromium): %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-background-networking", true))
	ctx, end := chromedp.NewExecAllocator(ctx, options...)
	browser, cancel := chromedp.NewContext(ctx)
	stop = func() { cancel(); end() }
	if _, err := chromedp.Run(browser, chromedp.Navigate("about:blank")); err != nil {
		stop()
		return nil, nil, fmt.Errorf("start Chromium: %w", err)
	}
	return browser, stop, nil
}

// Scheme makes the browser prefer "light" or "dark" pages.
func Scheme(ctx context.Context, scheme string) error {
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	return err
}
