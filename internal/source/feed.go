package source

import (
	"bytes"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// FeedOptions is what came with a feed's bytes.
type FeedOptions struct {
	URL             string // where it came from; relative addresses are resolved against it
	ContentType     string
	ContentLocation string
	ContentLanguage string
}

// Feed is a feed. Its JSON is the contract of "rightsdesk feed"; dates are RFC
// 3339, and one that cannot be read is empty.
type Feed struct {
	Type        string   `json:"type"` // rss, rdf or atom
	Version     string   `json:"version"`
	Encoding    string   `json:"encoding"`
	Title       string   `json:"title"`
	Link        string   `json:"link"`
	ID          string   `json:"id"`
	Description string   `json:"description"`
	Language    string   `json:"language"`
	Author      string   `json:"author"`
	AuthorEmail string   `json:"author_email"`
	Copyright   string   `json:"copyright"`
	Generator   string   `json:"generator"`
	Image       string   `json:"image"`
	Published   string   `json:"published"`
	Updated     string   `json:"updated"`
	Categories  []string `json:"categories"`
	Entries     []Entry  `json:"entries"`
	Warnings    []string `json:"warnings"`
}

// Entry is one item of a feed. HTML in Summary and Content is sanitised.
type Entry struct {
	Title       string      `json:"title"`
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
}

// Enclosure is a file that an entry brings along.
type Enclosure struct {
	URL    string `json:"url"`
	Type   string `json:"type"`
	Length string `json:"length"`
}

var webPage = regexp.MustCompile(`(?i)^\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body)[\s>]`)

// ReadFeed reads a feed. Errors: Invalid when it is none, with what it is
// instead and what to do.
func ReadFeed(data []byte, opt FeedOptions) (Feed, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return Feed{}, fault.New(fault.Invalid, "The address answers with nothing at all. Open it in a browser to see whether the feed still exists.")
	}
	if webPage.Match(data[:min(len(data), 2048)]) {
		return Feed{}, fault.New(fault.Invalid, "The address answers with a web page, not a feed. Look on the site for its feed (often /feed or /rss) and change the source's address.")
	}
	root, encoding, warnings, err := parse(data, opt.ContentType)
	if err != nil {
		return Feed{}, err
	}
	r := reader{base: parseURL(first(opt.ContentLocation, opt.URL)), warnings: warnings}
	f := Feed{Encoding: encoding, Language: opt.ContentLanguage}
	switch root.name {
	case "rss":
		f.Type, f.Version = "rss", root.attrs["version"]
		r.rss(&f, root, root.child("channel"))
	case "rdf:rdf":
		f.Type, f.Version = "rdf", "1.0"
		r.rss(&f, root, root.child("channel"))
	case "feed":
		f.Type, f.Version = "atom", first(root.attrs["version"], "1.0")
		r.atom(&f, root)
	default:
		return Feed{}, fault.New(fault.Invalid, "The address answers with XML, but with no feed (its root is <%s>). A sitemap is added as a source of the kind \"sitemap\".", root.name)
	}
	f.Warnings = append([]string{}, r.warnings...)
	f.Categories, f.Entries = append([]string{}, f.Categories...), append([]Entry{}, f.Entries...)
	return f, nil
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// reader reads the elements of one feed.
type reader struct {
	base     *url.URL
	warnings []string
}

func (r *reader) rss(f *Feed, root, channel *node) {
	if channel == nil {
		channel = root
	}
	f.Title, f.Link = plain(channel.value("title")), r.address(channel.value("link"))
	f.Description = plain(channel.value("description"))
	f.Language = first(channel.value("language", "dc:language"), f.Language)
	f.Author, f.AuthorEmail = person(channel.value("managingeditor", "dc:creator", "itunes:author"))
	f.Copyright, f.Generator = plain(channel.value("copyright", "dc:rights")), channel.value("generator")
	f.Published, f.Updated = r.date(channel.value("pubdate", "dc:date")), r.date(channel.value("lastbuilddate"))
	if image := channel.child("image"); image != nil {
		f.Image = r.address(image.value("url"))
	}
	f.Categories = values(channel.all("category"))
	for _, item := range append(channel.all("item"), root.all("item")...) {
		if !r.room(f) {
			return
		}
		f.Entries = append(f.Entries, r.item(item))
	}
}

func (r *reader) room(f *Feed) bool {
	if len(f.Entries) < MaxEntries {
		return true
	}
	r.warnings = append(r.warnings, fmt.Sprintf("the feed has more than %d entries; the others were passed over", MaxEntries))
	return false
}

func (r *reader) item(n *node) Entry {
	e := Entry{
		Title: plain(n.value("title", "dc:title")), ID: n.value("guid"), Language: n.value("dc:language"),
		Summary: r.markup(n.value("description")), Content: r.markup(n.value("content:encoded")),
		Published: r.date(n.value("pubdate", "dc:date")), Updated: r.date(n.value("updated")),
		Categories: append([]string{}, values(n.all("category"))...), Enclosures: []Enclosure{},
	}
	e.Link = r.address(n.value("link"))
	if guid := n.child("guid"); e.Link == "" && guid != nil && guid.attrs["ispermalink"] != "false" && strings.HasPrefix(e.ID, "http") {
		e.Link = r.address(e.ID)
	}
	if e.Link == "" {
		e.Link = r.address(n.attrs["rdf:about"])
	}
	e.Author, e.AuthorEmail = person(n.value("author", "dc:creator", "itunes:author"))
	for _, c := range n.all("enclosure") {
		e.Enclosures = append(e.Enclosures, Enclosure{r.address(c.attrs["url"]), c.attrs["type"], c.attrs["length"]})
	}
	return e
}

func (r *reader) atom(f *Feed, root *node) {
	f.Title, f.ID, f.Description = atomText(root.child("title")), root.value("id"), atomText(root.child("subtitle", "tagline"))
	f.Link = r.link(root, "alternate")
	f.Language = first(root.attrs["xml:lang"], f.Language)
	f.Copyright, f.Generator = atomText(root.child("rights", "copyright")), root.value("generator")
	f.Image = r.address(root.value("logo", "icon"))
	f.Updated = r.date(root.value("updated", "modified"))
	if a := root.child("author"); a != nil {
		f.Author, f.AuthorEmail = a.value("name"), a.value("email")
	}
	for _, n := range root.all("entry") {
		if !r.room(f) {
			return
		}
		f.Entries = append(f.Entries, r.entry(n))
	}
}

func (r *reader) entry(n *node) Entry {
	e := Entry{
		Title: atomText(n.child("title")), ID: n.value("id"), Link: r.link(n, "alternate"), Language: n.attrs["xml:lang"],
		Summary: r.markup(atomMarkup(n.child("summary"))), Content: r.markup(atomMarkup(n.child("content"))),
		Published: r.date(n.value("published", "issued", "created")), Updated: r.date(n.value("updated", "modified")),
		Categories: []string{}, Enclosures: []Enclosure{},
	}
	if a := n.child("author"); a != nil {
		e.Author, e.AuthorEmail = a.value("name"), a.value("email")
	}
	for _, c := range n.all("category") {
		if term := first(c.attrs["label"], c.attrs["term"]); term != "" {
			e.Categories = append(e.Categories, term)
		}
	}
	for _, l := range n.all("link") {
		if l.attrs["rel"] == "enclosure" {
			e.Enclosures = append(e.Enclosures, Enclosure{r.address(l.attrs["href"]), l.attrs["type"], l.attrs["length"]})
		}
	}
	return e
}

// link gives the address of an Atom link with a relation, which "alternate" is
// where none is said.
func (r *reader) link(n *node, rel string) string {
	for _, l := range n.all("link") {
		if first(l.attrs["rel"], "alternate") == rel {
			return r.address(l.attrs["href"])
		}
	}
	return ""
}

// atomText gives an Atom text as plain text.
func atomText(n *node) string {
	if n == nil {
		return ""
	}
	return plain(atomMarkup(n))
}

// atomMarkup gives an Atom text as HTML: escaped in it, or as child elements.
func atomMarkup(n *node) string {
	if n == nil {
		return ""
	}
	text := n.text.String()
	if n.attrs["type"] == "text" {
		return html.EscapeString(text)
	}
	if len(n.children) == 0 {
		return text
	}
	var b strings.Builder
	b.WriteString(html.EscapeString(text))
	for _, c := range n.children {
		c.markup(&b)
	}
	return b.String()
}

func (n *node) markup(b *strings.Builder) {
	name := strings.TrimPrefix(n.name, "xhtml:")
	b.WriteString("<" + name)
	if href := n.attrs["href"]; href != "" {
		b.WriteString(` href="` + html.EscapeString(href) + `"`)
	}
	b.WriteString(">" + html.EscapeString(n.text.String()))
	for _, c := range n.children {
		c.markup(b)
	}
	b.WriteString("</" + name + ">")
}

var (
	policy   = bluemonday.UGCPolicy().RequireParseableURLs(true)
	textOnly = bluemonday.StrictPolicy()
)

// markup sanitises HTML and makes its addresses absolute.
func (r *reader) markup(s string) string {
	if s == "" {
		return ""
	}
	return strings.TrimSpace(policy.Sanitize(relative.ReplaceAllStringFunc(s, func(m string) string {
		p := relative.FindStringSubmatch(m)
		return p[1] + html.EscapeString(r.address(html.UnescapeString(p[2]))) + `"`
	})))
}

var relative = regexp.MustCompile(`((?:href|src)=")([^"]*)"`)

// plain gives HTML or text as text in one line.
func plain(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = html.UnescapeString(textOnly.Sanitize(s))
	}
	return strings.Join(strings.Fields(s), " ")
}

func values(list []*node) []string {
	var out []string
	for _, n := range list {
		if s := plain(n.text.String()); s != "" {
			out = append(out, s)
		}
	}
	return out
}

var mailName = regexp.MustCompile(`^\s*([^\s@()<>]+@[^\s@()<>]+)\s*(?:\(([^)]*)\))?\s*$`)

// person splits "desk@example.org (Name)" into name and address.
func person(s string) (name, email string) {
	if m := mailName.FindStringSubmatch(s); m != nil {
		return strings.TrimSpace(m[2]), m[1]
	}
	return plain(s), ""
}

// address gives an absolute web address; empty for anything else.
func (r *reader) address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || s == "" {
		return ""
	}
	if r.base != nil {
		u = r.base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func parseURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return nil
	}
	return u
}

// Announced gives the entries that a feed announces and that can be fetched.
func (f Feed) Announced() []desk.Entry {
	var out []desk.Entry
	for _, e := range f.Entries {
		if e.Link == "" {
			continue
		}
		identity := e.ID
		if identity == "" || strings.HasPrefix(identity, "http") {
			identity = Normal(first(e.ID, e.Link))
		}
		out = append(out, desk.Entry{Identity: identity, Link: e.Link, Title: e.Title, Published: dayOf(first(e.Published, e.Updated))})
	}
	return out
}

func dayOf(date string) string { return date[:min(10, len(date))] }
