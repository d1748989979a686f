package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attr gives an attribute of an element, empty where it has none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// spaced gives a page's text as it is shown, with blanks between blocks.
func spaced(root *html.Node) string {
	var b strings.Builder
	for d := range root.Descendants() {
		switch {
		case d.Type == html.TextNode && !unseen(d):
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && (isBlock(d.DataAtom) || d.DataAtom == atom.Br || d.DataAtom == atom.Td):
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// inner gives the text of an element with single blanks.
func inner(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !unseen(d) {
			b.WriteString(d.Data)
		}
		if d.DataAtom == atom.Br {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// unseen reports whether a text is a script or a style.
func unseen(text *html.Node) bool { return text.Parent != nil && hidden(text.Parent.DataAtom) }

// has reports whether an element has an attribute, with or without a value.
func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
