package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rightsdesk/internal/demorun"
	"rightsdesk/internal/sample"
)

// first measures what a stranger meets first: how soon the demo is there, how
// much the first page weighs and when it is seen on a slow line.
func (b *bench) first(ctx context.Context) (err error) {
	binary, err := b.build()
	if err != nil {
		return err
	}
	empty, err := b.empty(binary)
	if err != nil {
		return err
	}
	d, err := demorun.Start(binary)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Stop()) }()
	content, err := sample.Load()
	if err != nil {
		return err
	}
	b.add(fmt.Sprintf("demo ready, %d posts and %d cases loaded", len(content.Posts)+len(content.Own), len(content.Cases)), fmt.Sprintf("%.1f s", d.Ready.Seconds()), "< 5 s", fmt.Sprintf("an empty desk: %.1f s", empty.Seconds()))
	if err := b.weigh(d.Site); err != nil {
		return err
	}
	return b.paint(ctx, d.Site)
}

// empty measures from the start of a desk without anything until it answers.
func (b *bench) empty(binary string) (time.Duration, error) {
	site, office := free(), free()
	_, file, err := b.environment("empty", "site.address = "+site, "site.url = http://"+site, "office.address = "+office, "office.url = http://"+office)
	if err != nil {
		return 0, err
	}
	cmd := exec.Command(binary, "run", "-config", file)
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	err = errors.Join(answers("http://"+site+"/", 10*time.Second), answers("http://"+office+"/login", 10*time.Second))
	took := time.Since(began)
	return took, errors.Join(err, cmd.Process.Signal(syscall.SIGTERM), cmd.Wait())
}

var sheet = regexp.MustCompile(`<link rel="stylesheet" href="([^"]+)"`)

// weigh adds up home and its style sheets, as they are and as they are sent.
func (b *bench) weigh(site string) error {
	plain, packed, text, err := sizes(site + "/")
	if err != nil {
		return err
	}
	for _, m := range sheet.FindAllStringSubmatch(text, -1) {
		p, z, _, err := sizes(site + m[1])
		if err != nil {
			return err
		}
		plain, packed = plain+p, packed+z
	}
	b.add("first view of home, HTML and CSS", fmt.Sprintf("%.1f kB", float64(plain)/1000), "< 60 kB", fmt.Sprintf("as sent with gzip: %.1f kB; scripts: %d", float64(packed)/1000, strings.Count(text, "<script")))
	return nil
}

// sizes fetches an address plain and packed.
func sizes(address string) (plain, packed int, text string, err error) {
	for _, encoding := range []string{"identity", "gzip"} {
		r, err := http.NewRequest(http.MethodGet, address, nil)
		if err != nil {
			return 0, 0, "", err
		}
		r.Header.Set("Accept-Encoding", encoding)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return 0, 0, "", err
		}
		body, err := io.ReadAll(answer.Body)
		if err = errors.Join(err, answer.Body.Close()); err != nil {
			return 0, 0, "", err
		}
		if encoding == "gzip" {
			packed = len(body)
		} else {
			plain, text = len(body), string(body)
		}
	}
	return plain, packed, text, nil
}

// lcp waits until the largest part of the page was painted, and says when.
const lcp = `new Promise(done => new PerformanceObserver(list => { const all = list.getEntries(); done(all[all.length - 1].startTime) }).observe({type: "largest-contentful-paint", buffered: true}))`

// paint measures when a reader with a slow line and a slow machine sees home:
// 1.6 Mbit/s, 150 ms, and the processor four times slower as the baseline.
func (b *bench) paint(ctx context.Context, site string) error {
	browser, stop, err := demorun.Browser(ctx)
	if err != nil {
		b.add("largest contentful paint of home", "not measured: "+err.Error(), "< 1.2 s", "")
		return nil
	}
	defer stop()
	browser, cancel := context.WithTimeout(browser, time.Minute)
	defer cancel()
	slow, err := painted(browser, site, true, 1)
	if err != nil {
		return err
	}
	fast, err := painted(browser, site, false, 1)
	if err != nil {
		return err
	}
	slower, err := painted(browser, site, true, 4)
	if err != nil {
		return err
	}
	b.add("largest contentful paint of home, 1.6 Mbit/s and 150 ms", fmt.Sprintf("%.2f s", slow/1000), "< 1.2 s",
		fmt.Sprintf("without the slow line %.2f s; with a processor 4 times slower %.2f s", fast/1000, slower/1000))
	return nil
}

// painted gives the middle of five first visits, in milliseconds.
func painted(ctx context.Context, site string, throttled bool, slower float64) (float64, error) {
	line := &network.Conditions{DownloadThroughput: -1, UploadThroughput: -1}
	if throttled {
		line = &network.Conditions{Latency: 150, DownloadThroughput: 1.6e6 / 8, UploadThroughput: 1.6e6 / 8}
	}
	var took []float64
	for range 5 {
		visit, end := chromedp.NewContext(ctx, chromedp.WithNewBrowserContext()) // with nothing in its cache
		ms, err := firstVisit(visit, site, line, slower)
		end()
		if err != nil {
			return 0, err
		}
		took = append(took, ms)
	}
	slices.Sort(took)
	return took[len(took)/2], nil
}

func firstVisit(ctx context.Context, site string, line *network.Conditions, slower float64) (float64, error) {
	_, err1 := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	_, err2 := chromedp.Call(ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{line}})
	_, err3 := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slower})
	if err := errors.Join(err1, err2, err3); err != nil {
		return 0, err
	}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(site+"/")); err != nil {
		return 0, err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[float64](lcp, chromedp.EvalAwaitPromise))
}
