package source

import (
	"net/url"
	"strings"
)

// node is an element with its text and children. Names are in lower case,
// behind the prefix that usually stands for their namespace.
type node struct {
	tag      string // as written, in lower case
	name     string
	attrs    map[string]string
	base     *url.URL // what relative addresses in it are resolved against; may be nil
	lang     string   // in force in it; may be empty
	text     strings.Builder
	children []*node
	inner    []byte // its markup, as written
	from     int    // where inner begins in the document
	cut      bool   // the document ended in it
	unclosed bool   // it ended with one around it
}

// child gives the first child with one of the names, nil if there is none.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		for _, c := range n.children {
			if c.name == name {
				return c
			}
		}
	}
	return nil
}

// filled gives the first child with one of the names that says anything.
func (n *node) filled(names ...string) *node {
	for _, name := range names {
		for _, c := range n.children {
			if c.name == name && (len(c.children) > 0 || c.value() != "") {
				return c
			}
		}
	}
	return nil
}

// all gives the children with one of the names, in their order.
func (n *node) all(names ...string) []*node {
	var out []*node
	for _, c := range n.children {
		for _, name := range names {
			if c.name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// value is the trimmed text directly in an element; "" for nil.
func (n *node) value() string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.text.String())
}

// of is the value of the first filled child with one of the names.
func (n *node) of(names ...string) string { return n.filled(names...).value() }

// attr gives an attribute's trimmed value, "" for none and for nil.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.attrs[name])
}
