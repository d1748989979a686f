package main

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"rightsdesk/internal/store"
)

// running is a demo that runs.
type running struct {
	*installation
	demo                             *exec.Cmd
	story, site, office, news, inbox string
	password                         string
}

var demoSays = regexp.MustCompile(`(Start here|Public site|Office|News web|Mail box) +(http://\S+)`)

// runDemo starts the demo and waits until it says where it is.
func runDemo(t *testing.T, flags ...string) *running {
	t.Helper()
	r := &running{installation: install(t, store.SQLite)}
	r.demo = r.start("demo", func(c *exec.Cmd) { c.Args = append(c.Args, flags...) })
	r.until("the demo says where it is", func() bool {
		found := demoSays.FindAllStringSubmatch(r.output.String(), -1)
		if len(found) != 5 {
			return false
		}
		r.story, r.site, r.office, r.news, r.inbox = found[0][2], found[1][2], found[2][2], found[3][2], found[4][2]
		r.installation.site, r.installation.office = r.site, r.office
		return true
	})
	r.password = regexp.MustCompile(`demo-[0-9a-f]{12}`).FindString(r.output.String())
	return r
}

// press presses a button of the demo's page that leads to a path.
func (r *running) press(path string) page {
	r.t.Helper()
	res, err := r.client.PostForm(r.story+path, url.Values{})
	if err != nil {
		r.t.Fatal(err)
	}
	p, err := read(res)
	if err != nil || p.status != 200 {
		r.t.Fatalf("%s: %d, %v\n%s", path, p.status, err, p.text)
	}
	return p
}

// TestDemo walks through the demo as its page leads: it is up when it says so,
// a post arrives and waits, one button brings it to the public and into the
// mail box, the office opens without a password, another post comes and is
// published there, a reset begins anew, and nothing is left behind.
func TestDemo(t *testing.T) {
	r := runDemo(t)
	for _, address := range []string{r.story, r.site, r.office, r.news, r.inbox} {
		if p := r.get(address + "/"); p.status != 200 {
			t.Errorf("%s answers %d when the demo says that it runs", address, p.status)
		}
	}
	if n := len(r.get(r.inbox + "/").links("/mail/")); n != 0 {
		t.Errorf("%d mails before the first", n)
	}
	for number := 1; number <= 2; number++ {
		p := r.press("/arrive")
		for _, want := range []string{"waits for you", "Sample Wire", "Mara Exemplar", "Powered By", `<mark class="place" title="Russia">Vladivostok</mark>`,
			`<mark class="claim first cue">As many as</mark>`, `<mark class="claim cue">are believed</mark>`, "Han Exemplar"} {
			if !strings.Contains(p.text, want) {
				t.Errorf("post %d: the page does not say %q", number, want)
			}
		}
		hash := regexp.MustCompile(`[0-9a-f]{64}`).FindString(p.text)
		p = r.submitOffice(p)
		if number == 2 {
			r.publishOffice(p)
		}
		r.press("/publish")
		r.until("the post is on the page, in the feed and in the mail box", func() bool {
			return strings.Count(r.get(r.story+"/").text, `class="window lit"`) == 3
		})
		p = r.get(r.story + "/")
		mail := r.get(p.links("/mail/")[0])
		article := r.get(r.site + "/a/" + regexp.MustCompile(`/a/(rdk_a_\w+)`).FindStringSubmatch(mail.text)[1])
		if article.status != 200 || !strings.Contains(article.text, "confidential") || strings.Contains(article.text, hash) || strings.Contains(article.text, "Powered By") {
			t.Errorf("post %d: the article is not what arrived: %d", number, article.status)
		}
		if n := len(unique(r.get(r.inbox + "/").links("/mail/"))); n != number {
			t.Errorf("%d mails after post %d", n, number)
		}
	}
	r.reset()
	r.leaveNothing()
}

// submitOffice goes into the office from the demo's page, to the post.
func (r *running) submitOffice(p page) page {
	r.t.Helper()
	p = r.submit(p, "article", nil)
	if !strings.HasPrefix(p.url.String(), r.office+"/articles/") || !strings.Contains(p.text, `value="publish"`) {
		r.t.Errorf("the office is not open at the post: %d %s", p.status, p.url)
	}
	return p
}

// publishOffice decides the post as editors do; the page then offers to send it.
func (r *running) publishOffice(p page) {
	r.t.Helper()
	r.submit(p, "verb=publish", url.Values{"title": {"Decided in the office"}, "release": {"yes"}, "licence": {"full"}})
	if p := r.get(r.story + "/"); !strings.Contains(p.text, "No mail about it has gone out") || !strings.Contains(p.text, `action="/publish"`) {
		r.t.Error("the page does not offer to send what the office published")
	}
}

// reset empties the demo and fills it again; the page tells of it.
func (r *running) reset() {
	r.t.Helper()
	if p := r.press("/reset"); !strings.Contains(p.text, "desk is starting") {
		r.t.Error("the page does not say that the desk is starting")
	}
	r.until("the demo is filled again", func() bool { return strings.Contains(r.get(r.story+"/").text, `action="/arrive"`) })
	if n := len(r.get(r.inbox + "/").links("/mail/")); n != 0 {
		r.t.Errorf("%d mails after a reset", n)
	}
	if p := r.get(r.site + "/territories/KP"); p.status != 200 || strings.Contains(p.text, "Sample Wire") {
		r.t.Errorf("the post is still public after a reset: %d", p.status)
	}
	p := r.submit(r.get(r.office+"/login"), "password", url.Values{"name": {"editor"}, "password": {r.password}})
	r.until("the stories and posts wait", func() bool { return len(unique(r.get(r.office+"/").links("/articles/rdk_a_"))) >= 20 })
	if p.status != 200 {
		r.t.Errorf("the printed password is wrong after a reset: %d", p.status)
	}
}

// leaveNothing stops the demo as Ctrl-C does.
func (r *running) leaveNothing() {
	r.t.Helper()
	before := demoFolders(r.t)
	if err := r.demo.Process.Signal(syscall.SIGINT); err != nil {
		r.t.Fatal(err)
	}
	if err := r.demo.Wait(); err != nil {
		r.t.Errorf("the demo ended with %v", err)
	}
	if after := demoFolders(r.t); len(after) >= len(before) {
		r.t.Errorf("the demo left its folder: %q", after)
	}
}

func demoFolders(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(os.TempDir(), "rightsdesk-demo-*"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}
