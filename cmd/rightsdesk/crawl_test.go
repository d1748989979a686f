package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/store"
)

// mostPages bounds the crawl; the demo's site has about six thousand pages.
const mostPages = 20_000

// crawl visits every link of a site, four at a time.
type crawl struct {
	t      *testing.T
	site   *url.URL
	client *http.Client
	mu     sync.Mutex
	seen   map[string]string // path with its query → the page that led there
	pages  map[string]int    // pages of HTML by language
	feeds  int
}

// TestEveryLinkOfTheDemoSite visits every link of the demo's site in all four
// languages: no dead link, no placeholder left over, the right language and
// direction, one heading of the first order and none that is empty, and nothing
// that leads elsewhere but what says so.
func TestEveryLinkOfTheDemoSite(t *testing.T) {
	d := install(t, store.SQLite)
	d.start("demo")
	address := regexp.MustCompile(`Public site +(http://\S+)`)
	var found []string
	d.until("the demo says where it is", func() bool {
		found = address.FindStringSubmatch(d.output.String())
		return found != nil
	})
	d.up(found[1] + "/healthz")
	d.until("the sample is on the site", func() bool { return strings.Contains(d.get(found[1]+"/").text, "/cases") })
	site, err := url.Parse(found[1])
	if err != nil {
		t.Fatal(err)
	}
	c := &crawl{t: t, site: site, client: d.client, seen: map[string]string{}, pages: map[string]int{}}
	var next []string
	for _, l := range locale.Interface() {
		home := locale.Path(l, "/")
		next, c.seen[home] = append(next, home), home
	}
	for len(next) > 0 && len(c.seen) < mostPages {
		next = c.round(next)
	}
	if len(next) > 0 {
		t.Errorf("the crawl does not end: %d pages", len(c.seen))
	}
	for _, l := range locale.Interface() {
		if c.pages[l] < 500 || c.pages[l] != c.pages["en"] {
			t.Errorf("%d pages in %s, %d in English", c.pages[l], l, c.pages["en"])
		}
	}
	if c.feeds < 100 {
		t.Errorf("only %d feeds", c.feeds)
	}
	t.Logf("%d addresses, %d pages a language, %d feeds", len(c.seen), c.pages["en"], c.feeds)
}

// round visits addresses and gives those that they lead to and nobody saw yet.
func (c *crawl) round(list []string) (next []string) {
	work := make(chan string)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for path := range work {
				links := c.visit(path)
				c.mu.Lock()
				for _, l := range links {
					if _, known := c.seen[l]; !known {
						c.seen[l] = path
						next = append(next, l)
					}
				}
				c.mu.Unlock()
			}
		})
	}
	for _, path := range list {
		work <- path
	}
	close(work)
	wg.Wait()
	return next
}

// visit looks at one address and gives the addresses of the site in it.
func (c *crawl) visit(path string) []string {
	res, err := c.client.Get(c.site.ResolveReference(mustURL(path)).String())
	if err != nil {
		c.t.Errorf("%s: %v", path, err)
		return nil
	}
	body, err := io.ReadAll(res.Body)
	if err == nil {
		err = res.Body.Close()
	}
	if err != nil || res.StatusCode != http.StatusOK {
		c.t.Errorf("%s, linked from %s: %d, %v", path, c.from(path), res.StatusCode, err)
		return nil
	}
	switch kind := res.Header.Get("Content-Type"); {
	case strings.HasPrefix(kind, "text/html"):
		return c.page(path, body)
	case strings.HasPrefix(kind, "application/rss+xml"):
		var feed struct {
			Title string `xml:"channel>title"`
		}
		if err := xml.Unmarshal(body, &feed); err != nil || feed.Title == "" {
			c.t.Errorf("%s is no feed: %v", path, err)
		}
		c.mu.Lock()
		c.feeds++
		c.mu.Unlock()
	}
	return nil
}

func (c *crawl) from(path string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.seen[path]
}

func mustURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

var leftOver = regexp.MustCompile(`\{[a-z_]+\}|ZgotmplZ|%!`)

func (c *crawl) page(path string, body []byte) (links []string) {
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		c.t.Errorf("%s: %v", path, err)
		return nil
	}
	language := "en"
	for _, l := range locale.Interface() {
		if path == "/"+l || strings.HasPrefix(path, "/"+l+"/") {
			language = l
		}
	}
	c.mu.Lock()
	c.pages[language]++
	c.mu.Unlock()
	first := 0
	for n := range root.Descendants() {
		if n.Type == html.TextNode && leftOver.MatchString(n.Data) {
			c.t.Errorf("%s: left over: %q", path, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		a := attributesOf(n)
		switch n.Data {
		case "html":
			if a["lang"] != language || a["dir"] != locale.Dir(language) {
				c.t.Errorf("%s is in %q, %q", path, a["lang"], a["dir"])
			}
		case "h1", "h2", "h3":
			if n.Data == "h1" {
				first++
			}
			if strings.TrimSpace(textOf(n)) == "" {
				c.t.Errorf("%s has an empty %s", path, n.Data)
			}
		case "a", "link", "script", "img", "form":
			for _, name := range []string{"href", "src", "action"} {
				if to, there := a[name]; there && !(n.Data == "link" && strings.Contains(a["rel"], "canonical")) {
					links = append(links, c.target(path, n.Data, to, a)...)
				}
			}
		}
	}
	if first != 1 {
		c.t.Errorf("%s has %d headings of the first order", path, first)
	}
	return links
}

// target checks where something leads and gives the address if it is the site's.
func (c *crawl) target(path, element, to string, a map[string]string) []string {
	u, err := c.site.Parse(path)
	if err == nil {
		u, err = u.Parse(to)
	}
	switch {
	case err != nil:
		c.t.Errorf("%s leads to %q: %v", path, to, err)
	case u.Scheme == "mailto":
	case u.Host != c.site.Host:
		if element != "a" || !strings.Contains(a["rel"], "external") {
			c.t.Errorf("%s asks somebody else: %s %s", path, element, to)
		}
	case element == "form" && a["method"] == "post":
	default:
		u.Fragment = ""
		return []string{u.RequestURI()}
	}
	return nil
}

func attributesOf(n *html.Node) map[string]string {
	out := map[string]string{}
	for _, a := range n.Attr {
		out[a.Key] = a.Val
	}
	return out
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			fmt.Fprint(&b, d.Data)
		}
	}
	return b.String()
}
