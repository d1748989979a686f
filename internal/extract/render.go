package extract

import (
	"html"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// part is one paragraph, heading, list item or table of an article.
type part struct {
	text   string // with single blanks
	markup string // what stands between the tags
	tag    string // p, h2, h3, h4, li, table
	list   string // ul or ol, for li
	quoted bool   // it stands in a blockquote
}

// renderer turns a page's nodes into parts.
type renderer struct {
	base   *url.URL // addresses are relative to it; may be nil
	page   string   // the whole page's text, which tells words that belong together
	looks  int      // how often page was searched
	parts  []part
	open   part // the part that is being gathered
	text   strings.Builder
	markup strings.Builder
}

// tag gives an element's kind. The library below renames elements without
// changing their atom, so it must be looked up.
func tag(n *xhtml.Node) atom.Atom {
	if n.Type != xhtml.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// rendered gives the parts of a body. base may be nil; page is the text of the
// whole page.
func rendered(body *xhtml.Node, base *url.URL, page string) []part {
	if body == nil {
		return nil
	}
	r := renderer{base: base, page: page, open: part{tag: "p"}}
	r.children(body)
	r.end()
	return r.parts
}

func (r *renderer) children(n *xhtml.Node) {
	for c := range n.ChildNodes() {
		r.node(c)
	}
}

func (r *renderer) node(n *xhtml.Node) {
	switch {
	case n.Type == xhtml.TextNode:
		if r.gap(n.Data) {
			r.text.WriteByte(' ')
			r.markup.WriteByte(' ')
		}
		r.text.WriteString(n.Data)
		r.markup.WriteString(html.EscapeString(n.Data))
	case n.Type != xhtml.ElementNode:
	case tag(n) == atom.Br:
		r.text.WriteByte('\n')
		r.markup.WriteString("<br>")
	case tag(n) == atom.Table && !nested(n):
		r.end()
		r.table(n)
	case hidden(tag(n)):
	case isBlock(tag(n)):
		r.block(n)
	default:
		r.inline(n)
	}
}

// maxLooks bounds the searches in a page's text.
const maxLooks = 2000

// gap reports whether a blank is missing between what was gathered and what
// follows: the library below trims the texts around inline elements. It is
// missing unless the page itself has the two without one.
func (r *renderer) gap(next string) bool {
	before := r.text.String()
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	if before == "" || next == "" || unicode.IsSpace(last) || unicode.IsSpace(first) {
		return false
	}
	if strings.ContainsRune(".,;:!?)]}’”»%…", first) || strings.ContainsRune("([{‘“«", last) {
		return false
	}
	r.looks++
	if r.looks > maxLooks {
		return unicode.IsLetter(last) && unicode.IsLetter(first)
	}
	return !strings.Contains(r.page, tail(before)+head(next))
}

// fragment is how many bytes on either side tell whether two texts touch.
const fragment = 24

// tail gives the end of a text back to the last blank.
func tail(s string) string {
	if len(s) > fragment {
		s = strings.ToValidUTF8(s[len(s)-fragment:], "")
	}
	if at := strings.LastIndexFunc(s, unicode.IsSpace); at >= 0 {
		_, n := utf8.DecodeRuneInString(s[at:])
		s = s[at+n:]
	}
	return s
}

// head gives the beginning of a text up to the first blank.
func head(s string) string {
	if len(s) > fragment {
		s = strings.ToValidUTF8(s[:fragment], "")
	}
	if at := strings.IndexFunc(s, unicode.IsSpace); at >= 0 {
		s = s[:at]
	}
	return s
}

// block gathers an element that stands on lines of its own.
func (r *renderer) block(n *xhtml.Node) {
	r.end()
	outer := r.open
	switch tag(n) {
	case atom.H1, atom.H2:
		r.open.tag = "h2"
	case atom.H3:
		r.open.tag = "h3"
	case atom.H4, atom.H5, atom.H6:
		r.open.tag = "h4"
	case atom.Ul, atom.Ol:
		r.open.list = n.Data
	case atom.Li, atom.Dd, atom.Dt:
		r.open.tag = "li"
		if r.open.list == "" {
			r.open.list = "ul"
		}
	case atom.Blockquote:
		r.open.quoted = true
	}
	r.children(n)
	r.end()
	r.open = outer
}

// inline gathers an element that stands within a line.
func (r *renderer) inline(n *xhtml.Node) {
	begin, finish := r.inlineTags(n)
	r.markup.WriteString(begin)
	r.children(n)
	r.markup.WriteString(finish)
}

func (r *renderer) inlineTags(n *xhtml.Node) (begin, finish string) {
	switch tag(n) {
	case atom.B, atom.Strong:
		return "<strong>", "</strong>"
	case atom.I, atom.Em, atom.Cite:
		return "<em>", "</em>"
	case atom.A:
		if to := absolute(r.base, attr(n, "href")); to != "" {
			return `<a href="` + html.EscapeString(to) + `">`, "</a>"
		}
	case atom.Td, atom.Th:
		return " ", " "
	}
	return "", ""
}

// end closes the part that is being gathered.
func (r *renderer) end() {
	p := r.open
	p.text = strings.Join(strings.Fields(r.text.String()), " ")
	p.markup = strings.TrimSpace(r.markup.String())
	r.text.Reset()
	r.markup.Reset()
	if p.text != "" {
		r.parts = append(r.parts, p)
	}
}

// table gathers a table: a row a line in the text.
func (r *renderer) table(n *xhtml.Node) {
	var text, markup strings.Builder
	for tr := range n.Descendants() {
		if tag(tr) != atom.Tr {
			continue
		}
		var cells []string
		markup.WriteString("<tr>")
		for c := range tr.ChildNodes() {
			if tag(c) != atom.Td && tag(c) != atom.Th {
				continue
			}
			cell := inner(c)
			cells = append(cells, cell)
			markup.WriteString("<" + c.Data + ">" + html.EscapeString(cell) + "</" + c.Data + ">")
		}
		markup.WriteString("</tr>")
		text.WriteString(strings.TrimSpace(strings.Join(cells, " | ")) + "\n")
	}
	p := part{text: strings.TrimSpace(text.String()), markup: markup.String(), tag: "table", quoted: r.open.quoted}
	if strings.Trim(p.text, " |\n") != "" {
		r.parts = append(r.parts, p)
	}
}

// nested reports whether a table is used to lay out a page: it holds blocks or
// another table. It is then no table for the reader.
func nested(n *xhtml.Node) bool {
	for d := range n.Descendants() {
		switch tag(d) {
		case atom.Table, atom.P, atom.H1, atom.H2, atom.H3, atom.Ul, atom.Ol, atom.Blockquote:
			return true
		}
	}
	return false
}

func hidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Select, atom.Textarea:
		return true
	}
	return false
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Blockquote,
		atom.Table, atom.Tr, atom.Tbody, atom.Thead, atom.Caption, atom.Section, atom.Article, atom.Aside, atom.Pre, atom.Figure,
		atom.Figcaption, atom.Body, atom.Header, atom.Footer, atom.Nav, atom.Main, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Form,
		atom.Title, atom.Option, atom.Address, atom.Details, atom.Summary:
		return true
	}
	return false
}
