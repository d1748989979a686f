package source

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// Sitemap is what a sitemap announces: pages, or further sitemaps.
type Sitemap struct {
	Indexes  []string // addresses of further sitemaps
	Pages    []Page
	Warnings []string
}

// Page is one page of a sitemap.
type Page struct {
	Address   string
	Modified  string // RFC 3339; empty when unknown
	Published string // RFC 3339; of the news extension
	Title     string // of the news extension
	Language  string // of the news extension
}

// maxSitemap is how many bytes an unpacked sitemap may have: what the protocol
// (sitemaps.org) allows.
const maxSitemap = 50 << 20

// ReadSitemap reads a sitemap or an index of sitemaps, packed by gzip or not.
// Errors: Invalid when it is none.
func ReadSitemap(data []byte, address string) (Sitemap, error) {
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		var err error
		if data, err = unpack(data); err != nil {
			return Sitemap{}, err
		}
	}
	if webPage.Match(data[:min(len(data), 2048)]) {
		return Sitemap{}, fault.New(fault.Invalid, "The address answers with a web page, not a sitemap. A site's robots.txt often names its sitemap.")
	}
	root, _, warnings, err := parse(data, "")
	if err != nil {
		return Sitemap{}, err
	}
	r := reader{base: parseURL(address), warnings: warnings}
	var m Sitemap
	switch root.name {
	case "sitemapindex":
		for _, n := range root.all("sitemap") {
			if a := r.address(n.value("loc")); a != "" {
				m.Indexes = append(m.Indexes, a)
			}
		}
	case "urlset":
		m.Pages = r.pages(root)
	default:
		return Sitemap{}, fault.New(fault.Invalid, "The address answers with XML, but with no sitemap (its root is <%s>). A feed is added as a source of the kind \"feed\".", root.name)
	}
	m.Warnings = r.warnings
	return m, nil
}

func unpack(data []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The sitemap is packed, but it cannot be unpacked")
	}
	out, err := io.ReadAll(io.LimitReader(z, maxSitemap+1))
	if err != nil || len(out) > maxSitemap {
		return nil, fault.Wrap(fault.Invalid, fmt.Errorf("%d bytes read: %w", len(out), orTooLarge(err)), "The sitemap is packed, but it cannot be unpacked to %d MB", maxSitemap>>20)
	}
	return out, nil
}

func orTooLarge(err error) error {
	if err == nil {
		return io.ErrShortBuffer
	}
	return err
}

func (r *reader) pages(root *node) []Page {
	var out []Page
	for _, n := range root.all("url") {
		if len(out) == MaxEntries {
			r.warnings = append(r.warnings, fmt.Sprintf("the sitemap has more than %d pages; the others were passed over", MaxEntries))
			break
		}
		p := Page{Address: r.address(n.value("loc")), Modified: r.date(n.value("lastmod"))}
		if p.Address == "" {
			continue
		}
		if news := n.child("news:news"); news != nil {
			p.Published, p.Title = r.date(news.value("news:publication_date")), plain(news.value("news:title"))
			if publication := news.child("news:publication"); publication != nil {
				p.Language = publication.value("news:language")
			}
		}
		out = append(out, p)
	}
	return out
}

// Announced gives the pages as entries.
func (m Sitemap) Announced() []desk.Entry {
	var out []desk.Entry
	for _, p := range m.Pages {
		out = append(out, desk.Entry{Identity: Normal(p.Address), Link: p.Address, Title: p.Title, Published: dayOf(p.Published)})
	}
	return out
}

// tracking are parameters that say how somebody came to a page and not which.
var tracking = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref", "ref_src", "cmpid"}

// Normal gives an address without what does not name the page: the scheme, a
// usual port, "www.", a slash at the end, the fragment and tracking parameters.
// Two addresses with the same normal form announce the same entry.
func Normal(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		host += ":" + p
	}
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || slices.Contains(tracking, strings.ToLower(name)) {
			q.Del(name)
		}
	}
	out := host + strings.TrimSuffix(u.EscapedPath(), "/")
	if len(q) > 0 {
		out += "?" + q.Encode()
	}
	return out
}
