package source

import (
	"net/url"
	"regexp"
	"strings"
)

// rss reads what an RSS, RDF or CDF feed says about itself.
func (r *reader) rss(root *node) {
	f := &r.feed
	f.Type, f.Version = "rss", root.attr("version")
	if root.name == "rdf:rdf" {
		f.Type, f.Version = "rdf", rdfVersion(root)
	}
	c := root.child("channel")
	if c == nil {
		c = root
	}
	f.Title, f.Description = text(c.filled("title", "dc:title")), text(c.filled("description", "abstract", "tagline", "subtitle", "itunes:summary", "itunes:subtitle"))
	f.Link, f.ID = r.link(c), first(c.of("guid", "id"), c.attr("rdf:about"))
	f.Language = first(c.of("language", "dc:language"), c.lang, f.Language)
	f.Author, f.AuthorEmail = people(c)
	if owner := c.child("itunes:owner"); owner != nil {
		f.AuthorEmail = first(f.AuthorEmail, owner.of("itunes:email"))
	}
	f.Copyright = text(c.filled("copyright", "dc:rights", "rights"))
	f.Generator = generator(c.filled("generator"))
	f.Image = r.image(c, root)
	f.Published = r.date(c.of("pubdate", "dc:date", "published", "dcterms:issued")).rfc3339()
	f.Updated = r.date(first(c.of("lastbuilddate", "updated", "modified", "dcterms:modified"), c.attr("lastmod"))).rfc3339()
	f.Categories = categories(c)
}

func rdfVersion(root *node) string {
	for name, uri := range root.attrs {
		if name == "xmlns" && strings.Contains(uri, "netscape.com") {
			return "0.9"
		}
	}
	return "1.0"
}

func (r *reader) image(channels ...*node) string {
	for _, c := range channels {
		for _, i := range c.all("image", "itunes:image", "logo", "icon", "media:thumbnail") {
			if a := address(i.base, first(i.of("url"), i.attr("href"), i.attr("url"), i.value())); a != "" {
				return a
			}
		}
	}
	return ""
}

// item reads one item of RSS, RDF or CDF.
func (r *reader) item(n *node) Entry {
	e := Entry{
		Title:   text(n.filled("title", "dc:title", "media:title", "itunes:title")),
		Link:    r.link(n),
		ID:      first(identifier(n.filled("guid", "id", "dc:identifier")), n.attr("rdf:about")),
		Summary: r.body(n.filled("description", "summary", "abstract", "media:description", "itunes:summary", "dc:description")),
		Content: r.body(n.filled("content:encoded", "xhtml:body", "body", "fullitem", "content")),
	}
	e.Language = first(n.of("dc:language", "language"), n.lang)
	e.Author, e.AuthorEmail = people(n)
	r.dates(&e, n.filled("pubdate", "dc:date", "published", "dcterms:issued", "dcterms:created"), n.filled("updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date"), n.attr("lastmod"))
	e.Categories, e.Enclosures = categories(n), enclosures(n)
	return e
}

func (r *reader) dates(e *Entry, published, updated *node, attr string) {
	p, u := r.date(uncut(published)), r.date(first(uncut(updated), attr))
	e.Published, e.Updated, e.day = p.rfc3339(), u.rfc3339(), first(p.day, u.day)
}

// uncut is an element's value unless the document ended in it.
func uncut(n *node) string {
	if n == nil || n.cut {
		return ""
	}
	return n.value()
}

// identifier is an entry's id; a path is made whole, so that it is an id in
// other feeds too.
func identifier(n *node) string {
	id := uncut(n)
	if strings.HasPrefix(id, "/") {
		return first(address(n.base, id), id)
	}
	return id
}

// link gives the address of the page that a feed or an entry stands for.
func (r *reader) link(n *node) string {
	for _, l := range n.all("link") {
		if a := address(l.base, uncut(l)); a != "" {
			return a
		}
	}
	for _, l := range n.all("link") {
		if a := address(l.base, l.attr("href")); a != "" && alternate(l) {
			return a
		}
	}
	if guid := n.child("guid", "id"); guid != nil && strings.ToLower(guid.attr("ispermalink")) != "false" && strings.HasPrefix(strings.ToLower(guid.value()), "http") {
		return address(guid.base, uncut(guid))
	}
	return first(address(n.base, n.attr("href")), address(n.base, n.attr("rdf:about")), address(n.base, n.of("url")))
}

// alternate reports whether a link leads to the page itself.
func alternate(l *node) bool {
	rel := strings.ToLower(l.attr("rel"))
	return rel == "" || rel == "alternate" || strings.HasSuffix(rel, "/alternate")
}

// How many categories and files of one entry are read.
const (
	maxCategories = 200
	maxEnclosures = 20
)

func categories(n *node) []string {
	out := []string{}
	for _, c := range n.all("category", "dc:subject", "media:category", "itunes:category") {
		if s := first(c.attr("term"), c.attr("label"), text(c), c.attr("text")); s != "" {
			out = append(out, s)
		}
		out = append(out, categories(c)...)
	}
	return out[:min(len(out), maxCategories)]
}

func enclosures(n *node) []Enclosure {
	out := []Enclosure{}
	for _, c := range n.all("enclosure", "media:content", "link", "media:group") {
		switch {
		case c.name == "media:group":
			out = append(out, enclosures(c)...)
		case c.name != "link" || strings.ToLower(c.attr("rel")) == "enclosure":
			if a := address(c.base, first(c.attr("url"), c.attr("href"))); a != "" {
				out = append(out, Enclosure{a, c.attr("type"), first(c.attr("length"), c.attr("filesize"))})
			}
		}
		if len(out) >= maxEnclosures {
			return out[:maxEnclosures]
		}
	}
	return out
}

func generator(n *node) string {
	if n == nil {
		return ""
	}
	return text(n)
}

var mailAddress = regexp.MustCompile(`[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[\p{L}\d-]+`)

// people gives the names of those who wrote it, joined by commas, and the first
// mail address among them.
func people(n *node) (name, email string) {
	list := n.all("author", "managingeditor")
	for _, other := range []string{"dc:creator", "itunes:author", "dc:author"} {
		if len(list) == 0 {
			list = n.all(other)
		}
	}
	var names []string
	for _, a := range list {
		one, mail := person(a.value())
		if len(a.children) > 0 {
			one, mail = text(a.filled("name")), a.of("email")
		}
		if one != "" {
			names = append(names, one)
		}
		email = first(email, mail)
	}
	return strings.Join(names, ", "), email
}

// person splits "desk@example.org (Name)", "Name <desk@example.org>" and the
// like into name and address.
func person(s string) (name, email string) {
	email = strings.TrimPrefix(mailAddress.FindString(s), "mailto:")
	if email == "" {
		return plain(s), ""
	}
	name = strings.Replace(s, email, "", 1)
	return strings.Trim(strings.Join(strings.Fields(name), " "), ` ()<>,;:"'`), email
}

// maxAddress is how many bytes an address may have. It also keeps a long base
// from being written out again for every short address.
const maxAddress = 2000

// parseURL gives a web address, nil for anything else.
func parseURL(s string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || len(s) > maxAddress || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// resolve gives the address that ref means at base, base itself where it means none.
func resolve(base *url.URL, ref string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" || len(ref) > maxAddress/2 || base != nil && len(base.Path) > maxAddress/2 {
		return base
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return base
	}
	return u
}

// address gives the absolute web address that ref means at base; empty for
// anything else.
func address(base *url.URL, ref string) string {
	ref = strings.Join(strings.Fields(ref), "%20")
	u, err := url.Parse(ref)
	if err != nil || ref == "" || len(ref) > maxAddress {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
