package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/source"
)

// crawler visits every page of a site that a link leads to.
type crawler struct {
	*installation
	t     *testing.T
	todo  []string            // addresses without fragment
	from  map[string]string   // where each was found first
	ids   map[string][]string // of each page that was seen
	inner map[string]string   // addresses with fragment, and where they were found
	kinds map[string]string   // one address for each kind of page
	pages map[string]int      // by language
	feeds int
	never []string                  // what no page may show
	skips func(address string) bool // pages that are not visited; nil: all are
}

// maxCrawl is twice what the demo has, every territory with its pages in four
// languages. It ends a crawl that finds ever more, which is a fault too.
const maxCrawl = 20_000

func newCrawler(t *testing.T, d *installation) *crawler {
	return &crawler{installation: d, t: t, from: map[string]string{}, ids: map[string][]string{}, inner: map[string]string{}, kinds: map[string]string{}, pages: map[string]int{}}
}

func (c *crawler) crawl(start string) {
	c.add(start, "the start")
	for i := 0; i < len(c.todo); i++ {
		if i == maxCrawl {
			c.t.Fatalf("more than %d pages; the newest: %s", maxCrawl, c.todo[len(c.todo)-1])
		}
		c.visit(c.todo[i])
	}
	for address, from := range c.inner {
		page, id, _ := strings.Cut(address, "#")
		if ids, seen := c.ids[page]; seen && !slices.Contains(ids, id) {
			c.t.Errorf("%s: %s leads to no place on that page", from, address)
		}
	}
}

func (c *crawler) add(address, from string) {
	page, fragment, inner := strings.Cut(address, "#")
	if inner && fragment != "" {
		c.inner[address] = from
	}
	if _, known := c.from[page]; !known && (c.skips == nil || !c.skips(page)) {
		c.from[page] = from
		c.todo = append(c.todo, page)
	}
}

func (c *crawler) visit(address string) {
	p, err := c.tryGet(address)
	if err != nil || p.status != 200 {
		c.t.Errorf("%s: the dead link %s (%d, %v)", c.from[address], address, p.status, err)
		return
	}
	if found := shows(p.text, c.never); len(found) > 0 {
		c.t.Errorf("%s shows %q", address, found)
	}
	kind, _, _ := strings.Cut(p.header.Get("Content-Type"), ";")
	if err := readable(kind, address, p.text); err != nil {
		c.t.Errorf("%s: %v", address, err)
	}
	switch kind {
	case "text/html":
		c.page(address, p)
	case "application/rss+xml":
		c.feeds++
	}
}

// readable holds that what is no page can be read as what it says it is.
func readable(kind, address, text string) error {
	switch kind {
	case "application/rss+xml", "application/atom+xml":
		f, err := source.ReadFeed([]byte(text), source.FeedOptions{URL: address})
		if err == nil && (f.Title == "" || len(f.Warnings) > 0) {
			err = fmt.Errorf("the feed %q has the warnings %q", f.Title, f.Warnings)
		}
		return err
	case "application/json", "application/geo+json":
		return json.Unmarshal([]byte(text), new(any))
	case "text/csv":
		_, err := csv.NewReader(bytes.NewReader([]byte(strings.TrimPrefix(text, "\ufeff")))).ReadAll()
		return err
	case "text/html", "text/css", "image/svg+xml", "image/png":
		if text != "" {
			return nil
		}
	}
	return fmt.Errorf("%d bytes of %q", len(text), kind)
}

// identity are the parts of an address that stand for one of many.
var identity = regexp.MustCompile(`(/territories/|rdk_[a-z]+_)[^/?]+`)

// page looks at a page and adds its links.
func (c *crawler) page(address string, p page) {
	root, err := html.Parse(strings.NewReader(p.text))
	if err != nil {
		c.t.Fatal(err)
	}
	lang := "en"
	for _, tongue := range locale.Interface()[1:] {
		if strings.HasPrefix(p.url.Path, "/"+tongue+"/") {
			lang = tongue
		}
	}
	c.pages[lang]++
	path, _, _ := strings.Cut(strings.TrimPrefix(address, c.site), "?")
	kind := identity.ReplaceAllString(path, "${1}x")
	if _, known := c.kinds[kind]; !known {
		c.kinds[kind] = address
	}
	for _, fault := range append(faults(root, lang), c.links(root, p.url)...) {
		c.t.Errorf("%s: %s", address, fault)
	}
	for n := range root.Descendants() {
		if id := attr(n, "id"); id != "" {
			c.ids[address] = append(c.ids[address], id)
		}
	}
}

// placeholder finds what a message or a template left unfilled.
var placeholder = regexp.MustCompile(`\{[a-z_]+\}|ZgotmplZ|%!`)

// faults lists what is wrong with a page in a language.
func faults(root *html.Node, lang string) (out []string) {
	mains := 0
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			out = append(out, untold(n, lang)...)
			continue
		case n.Type != html.ElementNode:
			continue
		case n.Data == "html" && (attr(n, "lang") != lang || attr(n, "dir") != locale.Dir(lang)):
			out = append(out, fmt.Sprintf("the page says lang=%q dir=%q", attr(n, "lang"), attr(n, "dir")))
		case n.Data == "h1":
			mains++
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' && textOf(n) == "" {
			out = append(out, fmt.Sprintf("an empty <%s>", n.Data))
		}
		for _, a := range n.Attr {
			if s := placeholder.FindString(a.Val); s != "" {
				out = append(out, fmt.Sprintf("%s=%q has the placeholder %s", a.Key, a.Val, s))
			}
		}
	}
	if mains != 1 {
		out = append(out, fmt.Sprintf("%d main headings", mains))
	}
	return out
}

// untold finds placeholders and, on a page in another language, English words
// that have a translation. What is in a language of its own says so.
func untold(n *html.Node, lang string) (out []string) {
	text := strings.Join(strings.Fields(n.Data), " ")
	if s := placeholder.FindString(text); s != "" {
		out = append(out, fmt.Sprintf("%q has the placeholder %s", text, s))
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if own := attr(p, "lang"); own != "" && own != lang || p.Data == "bdi" || p.Data == "style" {
			return out
		}
	}
	if told := locale.T(lang, text); told != text {
		out = append(out, fmt.Sprintf("%q is %q in this language", text, told))
	}
	return out
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for m := range n.Descendants() {
		if m.Type == html.TextNode {
			b.WriteString(m.Data)
		} else if m.Data == "img" {
			b.WriteString(attr(m, "alt"))
		}
	}
	return strings.TrimSpace(b.String())
}

// links adds a page's links and names those that lead out of this machine
// without saying so.
func (c *crawler) links(root *html.Node, base *url.URL) (out []string) {
	for n := range root.Descendants() {
		href := attr(n, "href")
		if href == "" {
			href = attr(n, "src")
		}
		if n.Data == "form" && !strings.EqualFold(attr(n, "method"), "post") {
			href = attr(n, "action")
		}
		if href == "" {
			continue
		}
		u, err := base.Parse(href)
		if err != nil {
			out = append(out, fmt.Sprintf("the address %q: %v", href, err))
			continue
		}
		ip := net.ParseIP(u.Hostname())
		switch {
		case u.Scheme == "mailto" && n.Data == "a":
		case u.Scheme == "http" && "http://"+u.Host == c.site:
			c.add(u.String(), base.String())
		case u.Scheme == "http" && ip != nil && ip.IsLoopback() && n.Data == "a": // another part of the demo
		case n.Data == "a" && slices.Contains(strings.Fields(attr(n, "rel")), "external"):
		default:
			out = append(out, fmt.Sprintf("<%s> leads to %s", n.Data, u))
		}
	}
	return out
}

// TestEveryLinkOfTheDemoSite visits every link of the demo's site in all four languages: no link
// is dead, no heading empty, no message unfilled or in the wrong language.
func TestEveryLinkOfTheDemoSite(t *testing.T) {
	r := runDemo(t)
	r.press("/arrive")
	r.press("/publish")
	c := newCrawler(t, r.installation)
	c.never = footerOf(t, arrivingText(t))
	c.crawl(r.site + "/")
	kinds := slices.Sorted(maps.Keys(c.kinds))
	t.Logf("%d addresses, %d pages a language, %d feeds; kinds of page: %s", len(c.todo), c.pages["en"], c.feeds, strings.Join(kinds, " "))
	for _, tongue := range []string{"", "/fr", "/ru", "/ar"} {
		for _, path := range []string{"/", "/territories", "/territories/x", "/territories/x/data", "/a/rdk_a_x", "/cases", "/cases/rdk_c_x", "/claims/rdk_q_x", "/check", "/search", "/newsletter", "/subscribe", "/about", "/corrections", "/preferences"} {
			if c.kinds[tongue+path] == "" {
				t.Errorf("no link led to %s%s", tongue, path)
			}
		}
	}
	for _, l := range locale.Interface() {
		if c.pages[l] < 500 || c.pages[l] != c.pages["en"] {
			t.Errorf("%d pages in %s, %d in English", c.pages[l], l, c.pages["en"])
		}
	}
	if c.feeds < 100 {
		t.Errorf("only %d feeds", c.feeds)
	}
}

// TestCrawlerSees holds that each of the crawler's looks can find something.
func TestCrawlerSees(t *testing.T) {
	const good = `<html lang="fr" dir="ltr"><body><h1>Titre</h1><a href="/a">x</a><p lang="en">Countries</p></body></html>`
	for name, c := range map[string]struct{ old, new, want string }{
		"nothing":           {"", "", ""},
		"language":          {`lang="fr"`, `lang="en"`, "lang="},
		"direction":         {`dir="ltr"`, `dir="rtl"`, "dir="},
		"two main headings": {"<h1>", "<h1>Un</h1><h1>", "2 main headings"},
		"empty heading":     {"<p ", "<h2> </h2><p ", "empty <h2>"},
		"placeholder":       {"Titre", "{n} titres", "placeholder {n}"},
		"in an attribute":   {`href="/a"`, `href="/a" title="{name}"`, "placeholder {name}"},
		"link to elsewhere": {`href="/a"`, `href="https://example.com/"`, "leads to https://example.com/"},
		"picture elsewhere": {`<a href="/a">x</a>`, `<img rel="external" src="https://example.com/p.png" alt="x">`, "<img> leads to"},
		"script address":    {`href="/a"`, `href="javascript:alert(1)"`, "leads to javascript:"},
	} {
		root, err := html.Parse(strings.NewReader(strings.Replace(good, c.old, c.new, 1)))
		if err != nil {
			t.Fatal(err)
		}
		crawler := newCrawler(t, &installation{site: "http://127.0.0.1:1"})
		got := strings.Join(append(faults(root, "fr"), crawler.links(root, &url.URL{Scheme: "http", Host: "127.0.0.1:1", Path: "/fr/"})...), "; ")
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
	for kind, text := range map[string]string{"application/rss+xml": "<html>", "application/json": "{", "text/csv": "a,b\n\"", "text/html": "", "application/x-unknown": "x"} {
		if readable(kind, "http://127.0.0.1/", text) == nil {
			t.Errorf("%q is taken as %s", text, kind)
		}
	}
}
