package source

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"rightsdesk/internal/fault"
)

// FeedOptions is what came with a feed's bytes.
type FeedOptions struct {
	URL             string // where it came from; relative addresses are resolved against it
	ContentType     string // the header, with its charset
	ContentLocation string // the header; goes before URL
	ContentLanguage string // the header; the language where the feed names none
}

// Feed is a feed. Its JSON is the contract of "rightsdesk feed"; dates are RFC
// 3339 in UTC, and one that cannot be read is empty.
type Feed struct {
	Type        string   `json:"type"`    // rss, rdf, atom or json
	Version     string   `json:"version"` // as the feed says it; may be empty
	Encoding    string   `json:"encoding"`
	Title       string   `json:"title"` // text
	Link        string   `json:"link"`
	ID          string   `json:"id"`
	Description string   `json:"description"` // text
	Language    string   `json:"language"`
	Author      string   `json:"author"`
	AuthorEmail string   `json:"author_email"`
	Copyright   string   `json:"copyright"`
	Generator   string   `json:"generator"`
	Image       string   `json:"image"`
	Published   string   `json:"published"`
	Updated     string   `json:"updated"`
	Categories  []string `json:"categories"`
	Entries     []Entry  `json:"entries"` // MaxEntries at most
	Warnings    []string `json:"warnings"`
}

// Entry is one item of a feed. HTML in Summary and Content is sanitised.
type Entry struct {
	Title       string      `json:"title"` // text
	Link        string      `json:"link"`
	ID          string      `json:"id"`
	Author      string      `json:"author"`
	AuthorEmail string      `json:"author_email"`
	Summary     string      `json:"summary"`
	Content     string      `json:"content"`
	Language    string      `json:"language"`
	Published   string      `json:"published"`
	Updated     string      `json:"updated"`
	Categories  []string    `json:"categories"`
	Enclosures  []Enclosure `json:"enclosures"`

	day string // when it was published, at the offset that the feed says: EDTF
	cut bool   // the feed ended in it
}

// Enclosure is a file that an entry brings along.
type Enclosure struct {
	URL    string `json:"url"`
	Type   string `json:"type"`
	Length string `json:"length"` // bytes, as the feed says it
}

// feedRoots are the elements that a feed begins with. A bare <channel> is an
// RSS feed that lost its outermost element, or one in Microsoft's CDF.
var feedRoots = []string{"rss", "rdf:rdf", "feed", "channel"}

// ReadFeed reads a feed. Errors: Invalid when it is none, with what it is
// instead and what to do.
func ReadFeed(data []byte, opt FeedOptions) (Feed, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return Feed{}, fault.New(fault.Invalid, "The address answers with nothing at all. Open it in a browser to see whether the feed still exists.")
	}
	text, encoding, warnings := decoded(data, opt.ContentType)
	r := &reader{notes: &notes{warnings: warnings}, feed: Feed{Encoding: encoding, Language: languageHeader(opt.ContentLanguage)}}
	base := resolve(parseURL(opt.URL), opt.ContentLocation)
	if b := bytes.TrimSpace(text); len(b) > 0 && b[0] == '{' {
		if err := r.jsonFeed(b, base); err != nil {
			return Feed{}, err
		}
		return r.done(), nil
	}
	s := &scanner{notes: r.notes, doc: text, roots: feedRoots, base: base, lang: r.feed.Language, taken: r.take}
	s.scan()
	switch {
	case s.root == nil:
		return Feed{}, noFeed(s, text)
	case s.root.name == "feed":
		r.atom(s.root)
	default:
		r.rss(s.root)
	}
	return r.done(), nil
}

// take gets each element as it ends and reads it if it is an entry.
func (r *reader) take(n, parent *node) bool {
	isItem := n.name == "item" && slices.Contains([]string{"rss", "rdf:rdf", "channel", "feed", "items"}, parent.name)
	isEntry := n.name == "entry" && (parent.name == "feed" || parent.name == "channel")
	if !isItem && !isEntry {
		return false
	}
	if !r.room(len(r.feed.Entries)) {
		return true
	}
	e := r.item
	if isEntry {
		e = r.entry
	}
	entry := e(n)
	entry.cut = n.cut
	r.feed.Entries = append(r.feed.Entries, entry)
	return true
}

// done gives the feed with lists that are empty and not missing.
func (r *reader) done() Feed {
	f := r.feed
	f.Categories, f.Entries = append([]string{}, f.Categories...), append([]Entry{}, f.Entries...)
	f.Warnings = append([]string{}, r.warnings...)
	return f
}

// languageHeader gives the first of the languages in a Content-Language header.
func languageHeader(s string) string {
	tag, _, _ := strings.Cut(s, ",")
	return strings.TrimSpace(tag)
}

var (
	htmlNames = set("html", "head", "body", "div", "p", "table", "script", "meta", "br", "center", "h1", "style", "xhtml:html", "title", "link")
	doctype   = regexp.MustCompile(`(?i)^\s*<!doctype\s+html`)
	announces = regexp.MustCompile(`(?i)<link\b[^>]*\btype\s*=\s*["']?application/(?:rss|atom)\+xml[^>]*>`)
	hrefOf    = regexp.MustCompile(`(?i)\bhref\s*=\s*["']?([^"'\s>]+)`)
)

// noFeed says what a document is that is no feed.
func noFeed(s *scanner, text []byte) error {
	switch {
	case htmlNames[s.first] || doctype.Match(text):
		if a := announced(text, s); a != "" {
			return fault.New(fault.Invalid, "The address answers with a web page, not a feed. The page names this feed: %s. Use it as the source's address.", a)
		}
		return fault.New(fault.Invalid, "The address answers with a web page, not a feed. Look on the site for its feed (often /feed or /rss) and change the source's address.")
	case s.first == "urlset" || s.first == "sitemapindex":
		return fault.New(fault.Invalid, "The address answers with a sitemap, not a feed. Add it as a source of the kind \"sitemap\".")
	case s.first == "":
		return fault.New(fault.Invalid, "It is no feed and no sitemap: there is no XML in it. Open the address in a browser to see what it is.")
	}
	return fault.New(fault.Invalid, "The address answers with XML, but with no feed (it begins with <%.40s>). Look on the site for its feed and change the source's address.", s.first)
}

// announced gives the address of the feed that a web page names in its head.
func announced(page []byte, s *scanner) string {
	m := hrefOf.FindSubmatch(announces.Find(page[:min(len(page), 64<<10)]))
	if m == nil {
		return ""
	}
	return address(s.base, unescape(string(m[1])))
}
