package main

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rightsdesk/internal/evidence"
	"rightsdesk/internal/store"
)

const (
	kills       = 20
	killPosts   = 12
	killReaders = 5
)

// TestKilledTwentyTimes kills every process of the desk with SIGKILL at twenty
// random points of the chain and starts them again. Nothing is lost, nothing is
// shown twice, and a mail that came twice was on the wire: it has the same
// Message-ID.
func TestKilledTwentyTimes(t *testing.T) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		t.Run(string(engine), func(t *testing.T) { killed(t, engine) })
	}
}

func killed(t *testing.T, engine store.Engine) {
	d := install(t, engine, "evidence.checkpoint_every = 1s")
	d.start("run")
	d.enter()
	dir := filepath.Join(d.dir, "posts")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range killPosts {
		d.write(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), fmt.Sprintf("By Anna Invented\n\nHarbour News (%02d.03.2017) – – "+
			"Belarus and Poland signed the invented accord number %d in Minsk.\n\nPolish officials said nothing about accord number %d.\n", i+1, i, i))
	}
	stopped := d.killer(kills)
	d.keep("import", func() bool { _, err := d.try("import", "text", dir); return err == nil })
	d.publishAll(killPosts)
	d.subscribeAll(killReaders)
	d.keep("all readers are confirmed", func() bool { return d.confirmed() == killReaders })
	d.sendOnce("Accords after all")
	d.keep("the killer is done", stopped.Load)
	d.up(d.site + "/")
	d.nothingTwice()
	d.keep("every reader has the issue", func() bool { return len(d.issueMails()) == killReaders })
	for reader, ids := range d.issueMails() {
		for _, id := range ids {
			if id != ids[0] {
				t.Errorf("%s got the issue under two Message-IDs: %q", reader, ids)
			}
		}
		if len(ids) > 1 {
			t.Logf("%s got a mail that was on the wire %d times, under one Message-ID", reader, len(ids))
		}
	}
	d.evidenceWhole()
}

// evidenceWhole holds that the evidence of a killed desk verifies: a killed
// process may leave a file that no line names, and nothing else.
func (d *installation) evidenceWhole() {
	d.t.Helper()
	var sum evidence.Report
	d.until("the log is signed to its end", func() bool {
		_, sum = d.verified(filepath.Join(d.dir, "data", "private", "evidence"))
		return sum.Signed == killPosts
	})
	if sum.Faults != 0 || sum.Captures != killPosts || sum.Lines != killPosts {
		d.t.Errorf("%+v", sum)
	}
	d.t.Logf("%d capture files are in no line", sum.Unlogged)
}

// killer kills and starts again in the background.
func (d *installation) killer(n int) *atomic.Bool {
	seed := uint64(time.Now().UnixNano())
	d.t.Logf("random points from seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	done := &atomic.Bool{}
	finished := make(chan struct{})
	d.t.Cleanup(func() { <-finished })
	go func() {
		defer close(finished)
		for range n {
			time.Sleep(time.Duration(200+random.IntN(1200)) * time.Millisecond)
			d.killAll()
			if !d.t.Failed() {
				d.start("run")
			}
		}
		done.Store(true)
	}()
	return done
}

// killAll kills every process that was started with this configuration.
func (d *installation) killAll() {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		d.t.Error(err)
		return
	}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil || pid == os.Getpid() {
			continue
		}
		if line, err := os.ReadFile(filepath.Join("/proc", e.Name(), "cmdline")); err == nil && strings.Contains(string(line), d.config) {
			syscall.Kill(pid, syscall.SIGKILL)
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.processes {
		if p.ProcessState == nil {
			p.Wait()
		}
	}
}

// keep tries, two minutes at most, until something has happened.
func (d *installation) keep(what string, is func() bool) {
	d.t.Helper()
	for begin := time.Now(); time.Since(begin) < 2*time.Minute; time.Sleep(100 * time.Millisecond) {
		if is() {
			return
		}
	}
	d.t.Fatalf("tried in vain: %s", what)
}

// publishAll publishes articles from the queue until n are public.
func (d *installation) publishAll(n int) {
	d.t.Helper()
	d.keep(fmt.Sprintf("%d articles are public", n), func() bool {
		queue, err := d.tryGet(d.office + "/")
		if err != nil {
			return false
		}
		if found := queue.links("/articles/rdk_a_"); len(found) > 0 {
			if p, err := d.tryGet(found[0]); err == nil {
				// What became of this if the answer is lost, the queue will tell.
				_, err := d.trySubmit(p, "verb=publish", url.Values{"title": {"Accord " + found[0][len(found[0])-6:]}, "release": {"yes"}, "licence": {"full"}})
				if err != nil {
					return false
				}
			}
		}
		p, err := d.tryGet(d.site + "/territories/BY/news")
		return err == nil && len(unique(p.links("/a/rdk_a_"))) == n
	})
}

func unique(list []string) map[string]int {
	out := map[string]int{}
	for _, s := range list {
		out[s]++
	}
	return out
}

func (d *installation) subscribeAll(n int) {
	d.t.Helper()
	for i := range n {
		address := fmt.Sprintf("reader%d@example.org", i)
		d.keep("subscribing "+address, func() bool {
			p, err := d.tryGet(d.site + "/subscribe")
			if err != nil || p.status != http.StatusOK {
				return false
			}
			q, err := d.trySubmit(p, "address", url.Values{"address": {address}, "scope": {"all"}})
			return err == nil && q.status == http.StatusOK
		})
		link := ""
		d.keep("the confirmation to "+address, func() bool {
			for _, m := range d.relay.Mails() {
				if m.To == address && strings.Contains(m.Text, "/confirm/") {
					link = linkIn(m, "/confirm/")
				}
			}
			return link != ""
		})
		d.keep("confirming "+address, func() bool {
			if p, err := d.tryGet(link); err != nil || p.status != http.StatusOK {
				return false
			}
			res, err := d.client.PostForm(link, url.Values{})
			if err != nil {
				return false
			}
			p, err := read(res)
			return err == nil && p.status == http.StatusOK
		})
	}
}

// confirmed gives the number of confirmed readers by the ledger of the issue
// page, 0 when the office does not answer.
func (d *installation) confirmed() int {
	p, err := d.tryGet(d.office + "/issues")
	if err != nil {
		return 0
	}
	m := tallyPattern.FindStringSubmatch(p.text)
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return n
}

// sendOnce makes an issue and sends it, however often it must try.
func (d *installation) sendOnce(title string) {
	d.t.Helper()
	issue := ""
	d.keep("an issue is drafted", func() bool {
		p, err := d.tryGet(d.office + "/issues")
		if err != nil {
			return false
		}
		if found := p.links("/issues/rdk_i_"); len(found) > 0 {
			issue = found[0]
			return true
		}
		if q, err := d.trySubmit(p, "article", url.Values{"title": {title}}); err == nil && strings.Contains(q.url.Path, "/issues/rdk_i_") {
			issue = q.url.String()
		}
		return issue != ""
	})
	d.keep("the issue is being sent", func() bool {
		p, err := d.tryGet(issue)
		if err != nil || p.status != http.StatusOK {
			return false
		}
		if !strings.Contains(p.text, `value="send"`) {
			return true // it is on the ledger already
		}
		if _, err = d.trySubmit(p, "do=send", url.Values{"sure": {"yes"}}); err != nil {
			d.t.Logf("sending was cut off: %v", err)
		}
		return false // the next look at the page tells what became of it
	})
}

// nothingTwice looks at what the public sees.
func (d *installation) nothingTwice() {
	d.t.Helper()
	for path, part := range map[string]string{"/territories/BY/news": "/a/rdk_a_", "/territories/PL/news": "/a/rdk_a_", "/search?q=accord": "/a/rdk_a_"} {
		links := unique(d.get(d.site + path).links(part))
		if len(links) != killPosts {
			d.t.Errorf("%s shows %d articles, want %d", path, len(links), killPosts)
		}
	}
	feed := d.get(d.site + "/territories/BY/feed.xml")
	if n := strings.Count(feed.text, "<item>"); n != killPosts {
		d.t.Errorf("the feed has %d items, want %d", n, killPosts)
	}
	if again, err := d.try("import", "text", filepath.Join(d.dir, "posts")); err != nil || !strings.Contains(again, "0 new, 12 known") {
		d.t.Errorf("the posts again: %s, %v", again, err)
	}
}

// issueMails gives the Message-IDs of the issue's copies, by reader.
func (d *installation) issueMails() map[string][]string {
	out := map[string][]string{}
	for _, m := range d.relay.Mails() {
		if m.Subject == "Accords after all" {
			out[m.To] = append(out[m.To], m.MessageID)
		}
	}
	return out
}
