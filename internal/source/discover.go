package source

import (
	"bytes"
	"cmp"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"rightsdesk/internal/desk"
)

// Found is a feed or a sitemap that a site names.
type Found struct {
	Kind    desk.SourceKind // feed or sitemap
	Address string
	Title   string // as the page gives it; may be empty

	rank int // lower is better
}

// The bounds of a search on one page.
const (
	maxDiscover = 2 << 20 // bytes of the page
	maxFound    = 50
)

var (
	feedTypes  = set("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml+rss", "text/rss+xml")
	feedPath   = regexp.MustCompile(`(?i)(^|[/._-])(rss2?|atom|feeds?|rdf)([/._-]|$)|\.(rss|atom|rdf)$`)
	sidePath   = regexp.MustCompile(`(?i)comment|kommentar|oembed`)
	isMapPath  = regexp.MustCompile(`(?i)sitemap[^/]*\.xml(\.gz)?$`)
	sitemapRow = regexp.MustCompile(`(?im)^\s*sitemap\s*:\s*(\S+)`)
)

// Discover gives the feeds and sitemaps that a web page names, in its head and
// in links, likeliest first: those of its head before links, an outlet's main
// feed before that of its comments.
func Discover(page []byte, address string) []Found {
	text, _, _ := decoded(page[:min(len(page), maxDiscover)], "")
	base := parseURL(address)
	var out []Found
	add := func(f Found) {
		known := func(have Found) bool { return Normal(have.Address) == Normal(f.Address) }
		if f.Address != "" && len(out) < maxFound && !slices.ContainsFunc(out, known) {
			out = append(out, f)
		}
	}
	z := html.NewTokenizer(bytes.NewReader(text))
	for tag := z.Next(); tag != html.ErrorToken; tag = z.Next() {
		if tag != html.StartTagToken && tag != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		switch href := attribute(t, "href"); t.Data {
		case "base":
			base = resolve(base, href)
		case "link":
			rel, mime := strings.ToLower(attribute(t, "rel")), strings.ToLower(attribute(t, "type"))
			if feedTypes[mime] && strings.Contains(rel, "alternate") {
				add(found(desk.SourceFeed, base, href, attribute(t, "title"), 0))
			} else if strings.Contains(rel, "sitemap") {
				add(found(desk.SourceSitemap, base, href, attribute(t, "title"), 20))
			}
		case "a":
			u := base
			if u = resolve(base, href); u == nil {
				continue
			}
			if isMapPath.MatchString(u.Path) {
				add(found(desk.SourceSitemap, base, href, attribute(t, "title"), 30))
			} else if feedPath.MatchString(u.Path) {
				add(found(desk.SourceFeed, base, href, attribute(t, "title"), 10))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Found) int { return cmp.Compare(a.rank, b.rank) })
	return out
}

// found makes a Found; comments and the like come behind all others of their sort.
func found(kind desk.SourceKind, base *url.URL, href, title string, rank int) Found {
	f := Found{Kind: kind, Address: address(base, href), Title: oneLine(title), rank: rank}
	if sidePath.MatchString(f.Address) || sidePath.MatchString(title) {
		f.rank += 5
	}
	return f
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// SitemapsOf gives the sitemaps that a robots.txt names (sitemaps.org, "Specifying
// the Sitemap location in your robots.txt file").
func SitemapsOf(robots []byte, at string) []Found {
	base := parseURL(at)
	var out []Found
	for _, m := range sitemapRow.FindAllSubmatch(robots[:min(len(robots), maxDiscover)], maxFound) {
		if a := address(base, string(m[1])); a != "" {
			out = append(out, Found{Kind: desk.SourceSitemap, Address: a})
		}
	}
	return out
}

// Usual gives addresses at which sites often keep a feed or a sitemap without
// naming it, likeliest first.
func Usual(at string) []Found {
	base := parseURL(at)
	if base == nil {
		return nil
	}
	var out []Found
	for _, p := range []string{"/feed/", "/rss.xml", "/feed.xml", "/sitemap.xml"} {
		kind := desk.SourceFeed
		if path.Base(p) == "sitemap.xml" {
			kind = desk.SourceSitemap
		}
		out = append(out, Found{Kind: kind, Address: address(base, p)})
	}
	return out
}
