package main

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// The story of the demo that three outlets printed, and how they headed it. All
// of it is invented.
const (
	wireHeadline = "Eleven prisoners come home in Eritrea, one after eight years without a trial, relatives say"
	heraldSays   = "Eritrea lets eleven believers go, families say"
	eveningSays  = "“She knocked as if she were a neighbour”: home after eight years"
)

// TestStoryInThreeOutlets looks at a wire story that came from three outlets:
// it is one story with three appearances in the office, on the site, in search,
// list and feed, and in the newsletter; a copy that an editor refuses leaves
// the public page, and comes back when that is undone.
func TestStoryInThreeOutlets(t *testing.T) {
	r := runDemo(t)
	r.submit(r.get(r.office+"/login"), "password", url.Values{"name": {"editor"}, "password": {r.password}})
	once := func(where string, p page) {
		t.Helper()
		if !strings.Contains(p.text, wireHeadline) || strings.Contains(p.text, heraldSays) || strings.Contains(p.text, eveningSays) {
			t.Errorf("%s does not show the story once, under its own headline (%d)", where, p.status)
		}
	}
	once("search", r.get(r.site+"/search?q="+url.QueryEscape("Mehret Exemplar")))
	once("the country's news", r.get(r.site+"/territories/ER/news"))
	once("the feed", r.get(r.site+"/territories/ER/feed.xml"))
	once("the home page", r.get(r.site+"/"))
	article := r.get(firstLink(t, r.get(r.site+"/search?q="+url.QueryEscape("Mehret Exemplar")), "/a/"))
	also := func() string {
		_, after, _ := strings.Cut(r.get(article.url.String()).text, `id="also"`)
		before, _, _ := strings.Cut(after, "</section>")
		return before
	}
	for _, want := range []string{"Also in", "Specimen Herald", "Model Evening Post", heraldSays, eveningSays, "<time "} {
		if !strings.Contains(also(), want) {
			t.Errorf("the public page does not say %q", want)
		}
	}
	id := regexp.MustCompile(`rdk_a_\w+`).FindString(article.url.Path)
	queue := r.get(r.office + "/?stage=published")
	for _, row := range strings.Split(queue.text, "<li id=") {
		if strings.HasPrefix(row, `"i-`+id) && !strings.Contains(row, "2 copies") {
			t.Error("the office does not say that the story has two copies")
		}
	}
	once("the office's list", queue)
	desk := r.get(r.office + "/articles/" + id)
	for _, want := range []string{"3 articles carry this text.", heraldSays, eveningSays, "readers are told of it"} {
		if !strings.Contains(desk.text, want) {
			t.Errorf("the office does not say %q", want)
		}
	}
	once("the newsletter", r.get(firstLink(t, r.get(r.office+"/issues"), "/issues/rdk_")+"/mail"))

	herald := r.get(linkOf(t, desk, heraldSays))
	r.submit(herald, "verb=refuse", url.Values{"reason": {"taken back by its outlet"}})
	r.until("the refused copy left the page", func() bool { return !strings.Contains(also(), heraldSays) && strings.Contains(also(), eveningSays) })
	r.submit(r.get(herald.url.String()), "decision", nil)
	r.until("the copy is there again", func() bool { return strings.Contains(also(), heraldSays) })
}

func firstLink(t *testing.T, p page, part string) string {
	t.Helper()
	links := p.links(part)
	if len(links) == 0 {
		t.Fatalf("no link to %s on %s (%d)", part, p.url, p.status)
	}
	return links[0]
}

// linkOf gives where the link with these words leads.
func linkOf(t *testing.T, p page, words string) string {
	t.Helper()
	before, _, found := strings.Cut(p.text, words)
	at := strings.LastIndex(before, `href="`)
	if !found || at < 0 {
		t.Fatalf("no link %q", words)
	}
	href, _, _ := strings.Cut(before[at+len(`href="`):], `"`)
	u, err := p.url.Parse(href)
	if err != nil {
		t.Fatal(err)
	}
	return u.String()
}
