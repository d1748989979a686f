package extract

import (
	"html"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// part is one paragraph, heading, list item or table of an article.
type part struct {
	text   string // with single blanks
	markup string // what stands between the tags
	tag    string // p, h2, h3, h4, li, table
	list   string // ul or ol, for li
	number int    // of the item, in ol; 0 for what follows in the same
	quoted bool   // it stands in a blockquote

	at       *xhtml.Node // the element it stands in
	letters  int         // of text, blanks left out
	linked   int         // of those, in links
	anchored int         // of those, in links to places on the page
}

// renderer turns a page's nodes into parts.
type renderer struct {
	base   *url.URL // addresses are relative to it; may be nil
	parts  []part
	text   strings.Builder
	markup strings.Builder
	open   part     // the part that is being gathered
	within []inline // the elements that are open inside of it
	links  int      // how many of those are links
	anchor bool     // the innermost of them leads to a place on the page
	broken bool     // what was gathered last is a line break
}

// rendered gives the parts of a page or of a piece of one. base may be nil.
func rendered(root *xhtml.Node, base *url.URL) []part {
	r := renderer{base: base, open: part{tag: "p", at: root}}
	r.children(root)
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
		r.words(n.Data)
	case n.Type != xhtml.ElementNode, hidden(n.DataAtom):
	case n.DataAtom == atom.Br:
		r.lineBreak()
	case n.DataAtom == atom.Table && !nested(n):
		r.end()
		r.table(n)
	case isBlock(n.DataAtom):
		r.block(n)
	default:
		r.inline(n)
	}
}

func (r *renderer) words(s string) {
	r.text.WriteString(s)
	r.markup.WriteString(html.EscapeString(s))
	letters := 0
	for _, c := range s {
		letters += weight(c)
	}
	r.open.letters += letters
	if r.links > 0 {
		r.open.linked += letters
	}
	if r.anchor {
		r.open.anchored += letters
	}
	r.broken = r.broken && letters == 0
}

// weight gives how many letters of an alphabet a character is worth: a text in
// Korean has half as many as its translation, one in Chinese a third.
func weight(c rune) int {
	switch {
	case unicode.IsSpace(c):
		return 0
	case c < 0x1100:
		return 1
	case unicode.Is(unicode.Hangul, c):
		return 2
	case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return 3
	}
	return 1
}

// lineBreak ends a line; two of them end a paragraph.
func (r *renderer) lineBreak() {
	if r.broken && r.open.tag == "p" {
		r.end()
		return
	}
	r.broken = true
	r.text.WriteByte('\n')
	r.markup.WriteString("<br>")
}

// block gathers an element that stands on lines of its own.
func (r *renderer) block(n *xhtml.Node) {
	r.end()
	outer := r.open
	r.open.at = n
	switch n.DataAtom {
	case atom.H1, atom.H2:
		r.open.tag = "h2"
	case atom.H3:
		r.open.tag = "h3"
	case atom.H4, atom.H5, atom.H6:
		r.open.tag = "h4"
	case atom.Ul, atom.Ol:
		r.open.list, r.open.number = n.Data, begins(n)
	case atom.Li, atom.Dd, atom.Dt:
		r.open.tag = "li"
		outer.number++
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

// begins gives the number of a list's first item.
func begins(list *xhtml.Node) int {
	if n, err := strconv.Atoi(attr(list, "start")); err == nil && n > 0 {
		return n
	}
	return 1
}

// inline is an element within a line: its tags, and what it is.
type inline struct {
	begin, finish string
	kind          atom.Atom
}

// inline gathers an element that stands within a line.
func (r *renderer) inline(n *xhtml.Node) {
	tags := r.inlineTags(n)
	r.markup.WriteString(tags.begin)
	r.within = append(r.within, tags)
	outer := r.anchor
	if tags.kind == atom.A {
		r.links++
		r.anchor = strings.HasPrefix(attr(n, "href"), "#")
	}
	r.children(n)
	r.anchor = outer
	r.links -= count(tags.kind == atom.A)
	r.within = r.within[:len(r.within)-1]
	r.markup.WriteString(tags.finish)
}

func (r *renderer) inlineTags(n *xhtml.Node) inline {
	switch n.DataAtom {
	case atom.B, atom.Strong:
		return inline{"<strong>", "</strong>", n.DataAtom}
	case atom.I, atom.Em, atom.Cite:
		return inline{"<em>", "</em>", n.DataAtom}
	case atom.A:
		if to := absolute(r.base, attr(n, "href")); to != "" {
			return inline{`<a href="` + html.EscapeString(to) + `">`, "</a>", atom.A}
		}
	}
	return inline{kind: n.DataAtom}
}

// end closes the part that is being gathered. Elements within a line that are
// open go on in the next part.
func (r *renderer) end() {
	for i := len(r.within) - 1; i >= 0; i-- {
		r.markup.WriteString(r.within[i].finish)
	}
	p := r.open
	p.text = strings.Join(strings.Fields(r.text.String()), " ")
	if p.text != "" && p.tag == "li" && p.list == "ol" && p.number > 0 {
		p.text = strconv.Itoa(p.number) + ". " + p.text
		r.open.number = 0 // what follows in the same item has none
	}
	p.markup = trimBreaks(r.markup.String())
	r.open.letters, r.open.linked, r.open.anchored, r.broken = 0, 0, 0, false
	r.text.Reset()
	r.markup.Reset()
	for _, tags := range r.within {
		r.markup.WriteString(tags.begin)
	}
	if p.text != "" {
		r.parts = append(r.parts, p)
	}
}

// trimBreaks takes blanks and line breaks off the ends of a part.
func trimBreaks(s string) string {
	for {
		cut := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "<br>"), "<br>"))
		if cut == s {
			return s
		}
		s = cut
	}
}

// table gathers a table: a row a line in the text.
func (r *renderer) table(n *xhtml.Node) {
	var text, markup strings.Builder
	for tr := range n.Descendants() {
		if tr.DataAtom != atom.Tr {
			continue
		}
		var cells []string
		markup.WriteString("<tr>")
		for c := range tr.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			cell := inner(c)
			cells = append(cells, cell)
			markup.WriteString("<" + c.Data + ">" + html.EscapeString(cell) + "</" + c.Data + ">")
		}
		markup.WriteString("</tr>")
		text.WriteString(strings.TrimSpace(strings.Join(cells, " | ")) + "\n")
	}
	p := part{text: strings.TrimSpace(text.String()), markup: markup.String(), tag: "table", quoted: r.open.quoted, at: n}
	for d := range n.Descendants() {
		if d.Type == xhtml.TextNode && d.Parent.DataAtom == atom.A {
			p.linked += len(strings.TrimSpace(d.Data))
		}
	}
	p.letters = len(p.text)
	if strings.Trim(p.text, " |\n") != "" {
		r.parts = append(r.parts, p)
	}
}

// cellLetters is how much a cell of a table of values holds at most, in bytes.
const cellLetters = 600

// nested reports whether a table is used to lay out a page: it holds blocks,
// another table, or a cell with a long text. It is then no table for the reader.
func nested(n *xhtml.Node) bool {
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Table, atom.P, atom.H1, atom.H2, atom.H3, atom.Ul, atom.Ol, atom.Blockquote:
			return true
		case atom.Td:
			if len(inner(d)) > cellLetters {
				return true
			}
		}
	}
	return false
}

func hidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Select, atom.Textarea, atom.Button, atom.Input,
		atom.Object, atom.Noframes, atom.Audio, atom.Video, atom.Canvas, atom.Dialog, atom.Head:
		return true
	}
	return false
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Blockquote,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Caption, atom.Section, atom.Article, atom.Aside, atom.Pre, atom.Figure,
		atom.Figcaption, atom.Body, atom.Header, atom.Footer, atom.Nav, atom.Main, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Form,
		atom.Title, atom.Option, atom.Address, atom.Details, atom.Summary:
		return true
	}
	return false
}
