package extract

import (
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// policy is what survives of a page's markup.
var policy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "br",
		"table", "caption", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("http", "https")
	p.RequireParseableURLs(true)
	p.RequireNoFollowOnLinks(true)
	return p
}()

// Sanitise gives HTML of which only harmless markup is left: paragraphs,
// headings, lists, quotations, tables, emphasis and links to the web.
func Sanitise(markup string) string { return strings.TrimSpace(policy.Sanitize(markup)) }

// block reports whether an element stands on lines of its own.
func block(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Blockquote, atom.Table, atom.Tr,
		atom.Section, atom.Article, atom.Pre, atom.Figure, atom.Figcaption, atom.Body, atom.Header, atom.Footer, atom.Main, atom.Dl, atom.Dt, atom.Dd, atom.Hr:
		return true
	}
	return false
}

// rendered gives the paragraphs of a body, each as text and as sanitised HTML.
func rendered(n *html.Node) (text, markup []string) {
	if n == nil {
		return nil, nil
	}
	r := renderer{}
	r.walk(n)
	r.end()
	return r.text, r.markup
}

// renderer gathers runs of inline nodes into paragraphs.
type renderer struct {
	text, markup []string
	inline       []*html.Node
}

func (r *renderer) walk(n *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.ElementNode && whole(c.DataAtom):
			r.end()
			r.add(wholeText(c), wholeMarkup(c))
		case c.Type == html.ElementNode && (block(c.DataAtom) || hasBlock(c)):
			r.end()
			r.walk(c)
			r.end()
		default:
			r.inline = append(r.inline, c)
		}
	}
}

// whole reports whether an element is one paragraph of its own kind.
func whole(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Table:
		return true
	}
	return false
}

// wholeMarkup gives an element's HTML; a list's item brings a list with it.
func wholeMarkup(n *html.Node) string {
	if n.DataAtom == atom.Li {
		return "<ul>" + outer(n) + "</ul>"
	}
	return outer(n)
}

// wholeText gives an element's text; a table's cells are set apart.
func wholeText(n *html.Node) string {
	if n.DataAtom != atom.Table {
		return inner(n)
	}
	var rows []string
	for tr := range n.Descendants() {
		if tr.DataAtom != atom.Tr {
			continue
		}
		var cells []string
		for c := range tr.ChildNodes() {
			if t := inner(c); t != "" {
				cells = append(cells, t)
			}
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return strings.Join(rows, "; ")
}

func hasBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && block(d.DataAtom) {
			return true
		}
	}
	return false
}

// end makes a paragraph of the inline nodes that were gathered.
func (r *renderer) end() {
	if len(r.inline) == 0 {
		return
	}
	var text, markup strings.Builder
	for _, n := range r.inline {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		} else {
			text.WriteString(" " + inner(n) + " ")
		}
		markup.WriteString(outer(n))
	}
	r.inline = nil
	r.add(strings.Join(strings.Fields(text.String()), " "), "<p>"+markup.String()+"</p>")
}

func (r *renderer) add(text, markup string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	r.text = append(r.text, text)
	r.markup = append(r.markup, Sanitise(strings.NewReplacer("<h1", "<h2", "</h1>", "</h2>", "<h5", "<h4", "</h5>", "</h4>", "<h6", "<h4", "</h6>", "</h4>").Replace(markup)))
}

// outer gives an element's HTML.
func outer(n *html.Node) string {
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		return html.EscapeString(inner(n))
	}
	return b.String()
}
