package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rightsdesk/internal/testweb"
)

// seed is the real post that the project starts from; it is not part of it.
const seed = "../../../shared/seed/000_829cb840ef8056bc.txt"

// stand is the invented post that stands in for the seed where it is absent. It
// has the same byline, outlet, territories and footer.
const stand = "By Connie Kim\n\nArirang News (29.03.2017) – – North Korea and Russia have signed an invented accord.\n\n" +
	"Russian officials and North Korean workers met in Moscow, while China and Washington looked on. North Korea said nothing, and Russia nothing more.\n\n" +
	"HTML Snippets Powered By :\n"

func post(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(seed)
	if err != nil {
		t.Logf("the seed is not here, an invented post stands in for it: %v", err)
		return stand
	}
	return string(b)
}

const password = "correct horse battery"

// enter makes the first administrator by the set-up link and logs in.
func (d *installation) enter() {
	d.t.Helper()
	link := regexp.MustCompile(`http://\S+/setup/\S+`).FindString(d.run("user", "invite"))
	d.up(d.office + "/login")
	p := d.submit(d.get(link), "password", url.Values{"name": {"anna"}, "password": {password}, "again": {password}})
	if strings.Contains(p.text, `action="/login"`) || p.url.Path == "/login" {
		p = d.submit(d.get(d.office+"/login"), "password", url.Values{"name": {"anna"}, "password": {password}})
	}
	if p.status != http.StatusOK || strings.Contains(p.text, `name="password"`) {
		d.t.Fatalf("not logged in: %d %s\n%s", p.status, p.url, p.text)
	}
}

// waiting gives the office's page of the newest article in the queue, once
// there is one.
func (d *installation) waiting() page {
	d.t.Helper()
	var found []string
	d.until("an article waits in the queue", func() bool {
		found = d.get(d.office + "/").links("/articles/rdk_a_")
		return len(found) > 0
	})
	return d.get(found[0])
}

// publish publishes an article with a title, and gives its public address.
func (d *installation) publish(p page, title, licence string) string {
	d.t.Helper()
	p = d.submit(p, "verb=publish", url.Values{"title": {title}, "release": {"yes"}, "licence": {licence}})
	if p.status != http.StatusOK || strings.Contains(p.text, "Not published yet") {
		d.t.Fatalf("not published: %d\n%s", p.status, p.text)
	}
	address := d.site + "/a/" + p.url.Path[strings.LastIndexByte(p.url.Path, '/')+1:]
	d.up(address)
	return address
}

// subscribe subscribes an address to everything and confirms it by the mail.
func (d *installation) subscribe(address string) {
	d.t.Helper()
	d.up(d.site + "/subscribe") // the site is there once the worker has put its settings into the edition
	d.submit(d.get(d.site+"/subscribe"), "address", url.Values{"address": {address}, "scope": {"all"}})
	confirm := linkIn(d.mail(address, "/confirm/"), "/confirm/")
	d.until("the link for confirming is known", func() bool { return d.get(confirm).status == http.StatusOK })
	if before := d.get(confirm); !strings.Contains(before.text, "<form") {
		d.t.Fatalf("the confirmation page has no button:\n%s", before.text)
	}
	res, err := d.client.PostForm(confirm, url.Values{})
	if err != nil {
		d.t.Fatal(err)
	}
	if p, err := read(res); err != nil || p.status != http.StatusOK {
		d.t.Fatalf("confirming: %d, %v", p.status, err)
	}
}

// mail waits for a mail to an address whose text contains a word.
func (d *installation) mail(to, word string) testweb.Mail {
	d.t.Helper()
	var found testweb.Mail
	d.until("a mail to "+to+" with "+word, func() bool {
		for _, m := range d.relay.Mails() {
			if m.To == to && strings.Contains(m.Text, word) {
				found = m
				return true
			}
		}
		return false
	})
	return found
}

func linkIn(m testweb.Mail, part string) string {
	return regexp.MustCompile(`http://\S*` + part + `\S+`).FindString(m.Text)
}

// TestChain takes a post through import, review, publication, site, feed and
// newsletter into a mailbox, and out of the public again.
func TestChain(t *testing.T) {
	bothEngines(t, func(t *testing.T, d *installation) {
		all := d.start("run")
		d.enter()
		file := filepath.Join(d.dir, "post.txt")
		d.write(file, post(t))
		if out := d.run("import", "text", file); !strings.Contains(out, "1 new") {
			t.Fatal(out)
		}
		if out := d.run("import", "text", file); !strings.Contains(out, "0 new, 1 known") {
			t.Errorf("the same post again: %s", out)
		}
		waiting := d.waiting()
		for _, want := range []string{"Connie Kim", "Arirang News", "2017-03-29", "North Korea", "Russia"} {
			if !strings.Contains(waiting.text, want) {
				t.Errorf("the office does not show %q", want)
			}
		}
		d.subscribe("reader@example.org")
		address := d.publish(waiting, "An accord on labour, by the desk", "full")
		d.lookAtSite(address)
		d.sendIssue("Accords and workers")
		m := d.mail("reader@example.org", address)
		if m.Subject != "Accords and workers" || !strings.Contains(m.Text, "Arirang News") || strings.Contains(m.Text, "Snippets Powered") {
			t.Errorf("the mail is %q:\n%s", m.Subject, m.Text)
		}
		d.leave(m)
		d.withdraw(waiting.url.String(), address)
		if code := d.stop(all); code != 0 {
			t.Errorf("run ended with %d", code)
		}
	})
}

func (d *installation) lookAtSite(address string) {
	d.t.Helper()
	a := d.get(address)
	for _, want := range []string{"An accord on labour, by the desk", "headline by the desk", "Arirang News", "Connie Kim", "29 March 2017", "original address not preserved", "North Korea and Russia"} {
		if !strings.Contains(strings.ToLower(a.text), strings.ToLower(want)) {
			d.t.Errorf("the article does not show %q", want)
		}
	}
	// The text was handed in: nothing of its file is public, its fingerprint neither.
	if strings.Contains(a.text, "Snippets Powered") || !strings.Contains(a.text, "confidential") || regexp.MustCompile(`[0-9a-f]{64}`).MatchString(a.text) {
		d.t.Error("the article shows its footer, or more of its evidence than that it is confidential")
	}
	if p := d.get(address + "/evidence"); p.status != http.StatusNotFound {
		d.t.Errorf("what was handed in has a page of evidence: %d", p.status)
	}
	for path, want := range map[string]string{
		"/": address, "/territories/KP": address, "/territories/RU": address, "/territories/KP/feed.xml": address, "/feed.xml": address,
		"/search?q=sanctions": "", "/search?q=%22north+korea%22": address, "/search?q=russian&territory=RU&year=2017": address,
	} {
		p := d.get(d.site + path)
		if want = strings.TrimPrefix(want, d.site); p.status != http.StatusOK || !strings.Contains(p.text, want) {
			d.t.Errorf("%s: %d, without %s", path, p.status, want)
		}
	}
	for _, path := range []string{"/territories/CN", "/search?q=%22korea+north%22", "/search?q=north&territory=CN", "/search?q=north&year=2016"} {
		if p := d.get(d.site + path); strings.Contains(p.text, strings.TrimPrefix(address, d.site)) {
			d.t.Errorf("%s shows the article", path)
		}
	}
}

// sendIssue makes an issue of what is new and sends it.
func (d *installation) sendIssue(title string) {
	d.t.Helper()
	p := d.get(d.office + "/issues")
	p = d.submit(p, "article", url.Values{"title": {title}})
	d.until("the subscription is confirmed", func() bool { return d.confirmed() == 1 })
	p = d.submit(d.get(p.url.String()), "do=send", url.Values{"sure": {"yes"}})
	if p.status != http.StatusOK {
		d.t.Fatalf("sending: %d\n%s", p.status, p.text)
	}
}

// tallyPattern finds the number of confirmed subscribers that the office shows.
var tallyPattern = regexp.MustCompile(`(\d+)\s+(?:confirmed\s+)?(?:subscriber|reader)`)

// leave leaves by one click, as a mail program does.
func (d *installation) leave(m testweb.Mail) {
	d.t.Helper()
	link := strings.Trim(m.Headers.Get("List-Unsubscribe"), "<>")
	if m.Headers.Get("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" || !strings.HasPrefix(link, d.site+"/leave/") {
		d.t.Fatalf("List-Unsubscribe: %q", link)
	}
	res, err := http.Post(link, "application/x-www-form-urlencoded", strings.NewReader("List-Unsubscribe=One-Click"))
	if err != nil {
		d.t.Fatal(err)
	}
	if p, err := read(res); err != nil || p.status != http.StatusOK {
		d.t.Fatalf("leaving: %d, %v", p.status, err)
	}
	d.until("nobody is subscribed", func() bool { return d.confirmed() == 0 })
}

// withdraw withdraws an article and waits until the public is told so.
func (d *installation) withdraw(officePage, address string) {
	d.t.Helper()
	p := d.submit(d.get(officePage), "verb=withdraw", url.Values{"reason": {"a test takes it back"}})
	if p.status != http.StatusOK {
		d.t.Fatalf("withdrawing: %d\n%s", p.status, p.text)
	}
	d.until("the article is gone", func() bool { return d.get(address).status == http.StatusGone })
	for _, path := range []string{"/", "/territories/KP", "/feed.xml", "/search?q=%22north+korea%22"} {
		if strings.Contains(d.get(d.site+path).text, "An accord on labour") {
			d.t.Errorf("%s still shows the title", path)
		}
	}
}
