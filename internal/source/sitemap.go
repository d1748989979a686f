package source

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"io"
	"slices"

	"rightsdesk/internal/fault"
)

// Sitemap is what a sitemap announces: pages, or further sitemaps.
type Sitemap struct {
	Indexes  []string // addresses of further sitemaps, the latest changed first
	Pages    []Page   // MaxEntries at most, then the latest
	Warnings []string
}

// Page is one page of a sitemap.
type Page struct {
	Address      string
	LastModified string // RFC 3339; empty when unknown
	Published    string // RFC 3339; of the news extension
	Title        string // of the news extension
	Language     string // of the news extension

	day string // when it was published, at its own offset: EDTF
}

// The bounds of a sitemap, as the protocol (sitemaps.org) sets them.
const (
	maxSitemap = 50 << 20 // bytes, unpacked
	maxPages   = 50_000
)

// ReadSitemap reads a sitemap or an index of sitemaps, packed by gzip or not,
// that came from an address. Errors: Invalid when it is none.
func ReadSitemap(data []byte, address string) (Sitemap, error) {
	data, err := unpacked(data)
	if err != nil {
		return Sitemap{}, err
	}
	text, _, warnings := decoded(data, "")
	r := &reader{notes: &notes{warnings: warnings}}
	m := &mapReader{reader: r}
	s := &scanner{notes: r.notes, doc: text, roots: []string{"urlset", "sitemapindex"}, base: parseURL(address), taken: m.take}
	s.scan()
	if s.root == nil {
		return Sitemap{}, noSitemap(s, text)
	}
	return m.done(), nil
}

// unpacked takes gzip away where the first bytes show it.
func unpacked(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		return data, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The sitemap is packed, but it cannot be unpacked. Open the address in a browser to see whether it is whole")
	}
	out, err := io.ReadAll(io.LimitReader(z, maxSitemap+1))
	if len(out) > maxSitemap {
		return nil, fault.New(fault.Invalid, "The sitemap has more than %s when it is unpacked, which no sitemap may have. Look for an index of smaller sitemaps.", megabytes(maxSitemap))
	}
	if err != nil && len(out) == 0 {
		return nil, fault.Wrap(fault.Invalid, err, "The sitemap is packed, but it cannot be unpacked. Open the address in a browser to see whether it is whole")
	}
	return out, nil // what was unpacked before a fault is read as far as it goes
}

func noSitemap(s *scanner, text []byte) error {
	switch {
	case htmlNames[s.first] || doctype.Match(text):
		return fault.New(fault.Invalid, "The address answers with a web page, not a sitemap. A site's /robots.txt often names its sitemap: use that address.")
	case slices.Contains(feedRoots, s.first):
		return fault.New(fault.Invalid, "The address answers with a feed, not a sitemap. Add it as a source of the kind \"feed\".")
	case s.first == "":
		return fault.New(fault.Invalid, "It is no sitemap: there is no XML in it. Open the address in a browser to see what it is.")
	}
	return fault.New(fault.Invalid, "The address answers with XML, but with no sitemap (it begins with <%.40s>). A site's /robots.txt often names its sitemap.", s.first)
}

// mapReader takes pages and sitemaps as they end.
type mapReader struct {
	*reader
	pages   []Page
	indexes []Page
}

func (m *mapReader) take(n, parent *node) bool {
	list, name, root := &m.pages, "url", "urlset"
	if parent.name == "sitemapindex" {
		list, name, root = &m.indexes, "sitemap", "sitemapindex"
	}
	if n.name != name || parent.name != root {
		return false
	}
	if len(*list) == maxPages {
		m.warn("there are more than %d addresses; the others were passed over", maxPages)
		return true
	}
	if p := m.page(n); p.Address != "" {
		*list = append(*list, p)
	}
	return true
}

func (m *mapReader) page(n *node) Page {
	p := Page{LastModified: m.date(uncut(n.filled("lastmod"))).rfc3339()}
	if loc := n.filled("loc"); loc != nil {
		p.Address = address(loc.base, uncut(loc))
	}
	if news := n.child("news:news"); news != nil {
		at := m.date(uncut(news.filled("news:publication_date")))
		p.Published, p.day, p.Title = at.rfc3339(), at.day, text(news.filled("news:title"))
		if publication := news.child("news:publication"); publication != nil {
			p.Language = publication.of("news:language")
		}
	}
	return p
}

// done gives the latest pages, where there are too many, in the order of the
// document otherwise.
func (m *mapReader) done() Sitemap {
	latest := func(a, b Page) int {
		return -cmp.Compare(first(a.Published, a.LastModified), first(b.Published, b.LastModified))
	}
	if len(m.pages) > MaxEntries {
		m.warn("there are more than %d pages; the latest of them were taken", MaxEntries)
		slices.SortStableFunc(m.pages, latest)
		m.pages = m.pages[:MaxEntries]
	}
	slices.SortStableFunc(m.indexes, latest)
	out := Sitemap{Pages: m.pages, Warnings: m.warnings}
	for _, i := range m.indexes {
		out.Indexes = append(out.Indexes, i.Address)
	}
	return out
}
