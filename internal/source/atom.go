package source

import (
	"encoding/base64"
	"html"
	"strings"
)

// atom reads what an Atom feed says about itself.
func (r *reader) atom(root *node) {
	f := &r.feed
	f.Type, f.Version = "atom", "1.0"
	if v := root.attr("version"); v != "" {
		f.Version = v
	} else if strings.Contains(root.attr("xmlns"), "purl.org/atom") {
		f.Version = "0.3"
	}
	f.Title, f.Description = text(root.filled("title", "dc:title")), text(root.filled("subtitle", "tagline", "info", "description"))
	f.Link, f.ID = r.link(root), root.of("id")
	f.Language = first(root.lang, root.of("dc:language", "language"), f.Language)
	f.Author, f.AuthorEmail = people(root)
	f.Copyright, f.Generator = text(root.filled("rights", "copyright", "dc:rights")), generator(root.filled("generator"))
	f.Image = r.image(root)
	f.Published = r.date(root.of("published", "issued", "created")).rfc3339()
	f.Updated = r.date(root.of("updated", "modified", "dc:date")).rfc3339()
	f.Categories = categories(root)
}

// entry reads one entry of Atom.
func (r *reader) entry(n *node) Entry {
	e := Entry{
		Title: text(n.filled("title", "dc:title", "media:title")), Link: r.link(n), ID: identifier(n.filled("id", "guid")), Language: first(n.lang, n.of("dc:language")),
		Summary: r.body(n.filled("summary", "description", "media:description")),
	}
	if c := n.child("content", "content:encoded"); c != nil && (c.attr("src") == "" || c.value() != "") {
		e.Content = r.body(c)
	}
	if g := n.child("media:group"); g != nil && e.Summary == "" {
		e.Summary = r.body(g.filled("media:description"))
	}
	e.Author, e.AuthorEmail = people(n)
	if s := n.child("source"); s != nil && e.Author == "" && e.AuthorEmail == "" {
		e.Author, e.AuthorEmail = people(s)
	}
	r.dates(&e, n.filled("published", "issued", "pubdate", "created", "dc:date"), n.filled("updated", "modified"), "")
	e.Categories, e.Enclosures = categories(n), enclosures(n)
	return e
}

// construct gives a text element as markup: HTML that was escaped in it, the
// child elements in it, or plain text, escaped. isXML says that the markup is
// XML, in which an element may close itself. See RFC 4287, section 3.1; Atom
// 0.3 says "mode" instead and leaves much to guess.
func construct(n *node) (markup string, isXML bool) {
	kind := strings.ToLower(n.attr("type"))
	switch {
	case n.attr("mode") == "base64" || kind == "application/octet-stream":
		if b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(n.text.String()), "")); err == nil {
			return string(clean(b)), false
		}
	case len(n.children) > 0:
		return string(inside(n)), true
	case kind == "text" || kind == "text/plain" && !looksLikeHTML(n.text.String()):
		return html.EscapeString(n.text.String()), false
	}
	return n.text.String(), false
}

// inside gives the markup in an element, without the <div> that Atom wants
// around what it calls "xhtml".
func inside(n *node) []byte {
	if n.attr("type") == "xhtml" && len(n.children) == 1 && n.value() == "" {
		return n.children[0].inner
	}
	return n.inner
}

// looksLikeHTML reports whether a text that is said to be plain has an element
// or an entity in it.
func looksLikeHTML(s string) bool { return isTag.MatchString(s) || isEntity.MatchString(s) }
