package main

import (
	"encoding/json"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/testweb"
)

// TestCollectFromTheNewsWeb adds a source of each kind in the office; what they
// announce comes to the queue once, and a feed that turns into a web page is
// said in words.
func TestCollectFromTheNewsWeb(t *testing.T) {
	bothEngines(t, func(t *testing.T, d *installation) {
		news := testweb.NewNews(time.Now())
		web := httptest.NewServer(news.Handler())
		t.Cleanup(web.Close)
		d.start("run")
		d.enter()
		for outlet, path := range testweb.Feeds {
			kind := "feed"
			if outlet == testweb.OutletSitemap {
				kind = "sitemap"
			}
			p := d.submit(d.get(d.office+"/sources"), "kind", url.Values{"kind": {kind}, "address": {web.URL + path}, "outlet": {testweb.OutletNames[outlet]}, "licence": {"excerpt"}})
			if p.status != http.StatusOK {
				t.Fatalf("adding a source: %d\n%s", p.status, p.text)
			}
		}
		announced := 0
		for outlet := range testweb.Feeds {
			announced += len(news.Stories(outlet))
		}
		d.until("what is announced waits", func() bool { return len(unique(d.get(d.office+"/").links("/articles/rdk_a_"))) == announced })
		queue := d.get(d.office + "/")
		for outlet := range testweb.Feeds {
			if s := news.Stories(outlet)[0]; !strings.Contains(queue.text, html.EscapeString(s.Title)) || !strings.Contains(queue.text, testweb.OutletNames[outlet]) {
				t.Errorf("the queue does not show %q", s.Title)
			}
		}
		news.Break(testweb.OutletRSS, testweb.Page)
		news.Publish(testweb.OutletAtom, testweb.Story{Slug: "late", Title: "A late story", Author: "Late Exemplar", Language: "en", Published: time.Now(),
			Paragraphs: []string{"A court in Minsk heard a late case on Monday, and the judge went home before the evening, people in Belarus said.", "Nobody else came, said the only witness in the room, who had waited since the morning."}})
		for _, source := range d.get(d.office + "/sources").links("/sources/rdk_s_") {
			if p := d.get(source); strings.Contains(p.text, `value="poll"`) {
				d.submit(p, "do=poll", nil)
			}
		}
		d.until("the late article waits", func() bool { return len(unique(d.get(d.office+"/").links("/articles/rdk_a_"))) == announced+1 })
		d.until("the office says what is wrong with the feed", func() bool { return strings.Contains(d.get(d.office+"/sources").text, "web page, not a feed") })
		d.provable()
	}, "evidence.checkpoint_every = 1s")
}

// provable publishes an article that was fetched and verifies its capture file
// with the proof that its public page gives.
func (d *installation) provable() {
	d.t.Helper()
	address := d.publish(d.waiting(), "A provable article", "excerpt")
	d.until("the page behind the article shows a checkpoint", func() bool { return strings.Contains(d.get(address+"/evidence").text, "rightsdesk.evidence/rdk") })
	proof := filepath.Join(d.dir, "proof.json")
	d.write(proof, d.get(address+"/proof.json").text)
	var p public.Proof
	if err := json.Unmarshal([]byte(d.get(address+"/proof.json").text), &p); err != nil {
		d.t.Fatal(err)
	}
	folder := filepath.Join(d.dir, "data", "private", "evidence")
	out, err := exec.Command(binary(d.t), "verify", "-proof", proof, filepath.Join(folder, p.File[:2], p.File[2:])).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "It was in the log of rightsdesk.evidence/rdk when that was signed over") {
		d.t.Errorf("%v\n%s", err, out)
	}
	if out, err := exec.Command(binary(d.t), "verify", "-proof", proof, proof).CombinedOutput(); err == nil || !strings.Contains(string(out), "another than the one that was taken") {
		d.t.Errorf("another file: %v\n%s", err, out)
	}
	if found, sum := d.verified(folder); sum.Faults > 0 {
		d.t.Errorf("%+v", found)
	}
}

// TestStopFinishesWhatIsOnTheWire stops the desk while a slow relay takes a
// mail: the mail is finished and written down, and not sent again.
func TestStopFinishesWhatIsOnTheWire(t *testing.T) {
	d := install(t, store.SQLite, "mail.connections = 1")
	all := d.start("run")
	d.enter()
	d.relay.SetRules(testweb.Rules{Slow: 2 * time.Second})
	d.submit(d.get(d.site+"/subscribe"), "address", url.Values{"address": {"slow@example.org"}, "scope": {"all"}})
	time.Sleep(1200 * time.Millisecond) // the mail is with the relay, which has not answered yet
	if code := d.stop(all); code != 0 {
		t.Errorf("run ended with %d", code)
	}
	if n := len(d.relay.Mails()); n != 1 {
		t.Fatalf("%d mails after the stop, want the one on the wire", n)
	}
	d.relay.SetRules(testweb.Rules{})
	d.start("run")
	d.up(d.office + "/login")
	time.Sleep(time.Second)
	if n := len(d.relay.Mails()); n != 1 {
		t.Errorf("%d mails after the restart: it was sent again", n)
	}
}

// TestLargeFile takes in a file of 50 MB: it is named and not taken.
func TestLargeFile(t *testing.T) {
	d := install(t, store.SQLite)
	file := filepath.Join(d.dir, "large.txt")
	d.write(file, strings.Repeat("An invented word. ", 50<<20/18))
	out, err := d.try("import", "text", file)
	if err == nil || !strings.Contains(out, "large.txt") || !strings.Contains(out, "20 MB at most") {
		t.Errorf("%v\n%s", err, out)
	}
}
