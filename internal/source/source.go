// Package source reads what sources announce: feeds (RSS, RDF, Atom) and
// sitemaps, from bytes to entries. It is pure and forgiving: what is broken is
// read as far as it goes, with a warning each.
package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"

	"golang.org/x/net/html/charset"

	"rightsdesk/internal/fault"
)

// MaxEntries is how many entries of one feed or sitemap are read.
const MaxEntries = 10_000

// maxDepth is how deeply elements may stand in each other.
const maxDepth = 200

// node is an element with its text and children. Names are in lower case
// behind the prefix that usually stands for their namespace.
type node struct {
	name     string
	attrs    map[string]string
	text     strings.Builder
	children []*node
}

// prefixes are the usual prefixes of namespaces that matter here.
var prefixes = map[string]string{
	"http://purl.org/dc/elements/1.1/":                "dc:",
	"http://purl.org/rss/1.0/modules/content/":        "content:",
	"http://www.google.com/schemas/sitemap-news/0.9":  "news:",
	"http://www.google.com/schemas/sitemap-image/1.1": "image:",
	"http://search.yahoo.com/mrss/":                   "media:",
	"http://www.itunes.com/dtds/podcast-1.0.dtd":      "itunes:",
	"http://www.w3.org/1999/xhtml":                    "xhtml:",
	"http://purl.org/rss/1.0/modules/syndication/":    "sy:",
	"http://purl.org/rss/1.0/modules/slash/":          "slash:",
	"http://wellformedweb.org/CommentAPI/":            "wfw:",
	"dc":                                              "dc:",
	"content":                                         "content:",
	"news":                                            "news:",
	"media":                                           "media:",
	"itunes":                                          "itunes:",
	"image":                                           "image:",
	"georss":                                          "georss:",
	"slash":                                           "slash:",
	"wfw":                                             "wfw:",
	"sy":                                              "sy:",
	"http://www.georss.org/georss":                    "georss:",
	"http://www.w3.org/2005/Atom":                     "",
	"http://purl.org/rss/1.0/":                        "",
	"http://my.netscape.com/rdf/simple/0.9/":          "",
	"http://www.sitemaps.org/schemas/sitemap/0.9": "",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
	"rdf":                                   "rdf:",
	"atom":                                  "atom:",
	"http://www.w3.org/XML/1998/namespace":  "xml:",
	"xml":                                   "xml:",
	"http://purl.org/atom/ns#":              "",
	"http://backend.userland.com/rss2":      "",
	"http://blogs.law.harvard.edu/tech/rss": "",
	"http://www.google.com/schemas/sitemap/0.84":   "",
	"https://www.sitemaps.org/schemas/sitemap/0.9": "",
}

func nameOf(n xml.Name) string {
	local := strings.ToLower(n.Local)
	if n.Space == "" {
		return local
	}
	if p, known := prefixes[n.Space]; known {
		return p + local
	}
	return "other:" + local
}

// parse reads a document into a tree. A fault in it ends the reading; what was
// read is given with the warning. Only a document without a root is an error.
func parse(data []byte, contentType string) (root *node, encoding string, warnings []string, err error) {
	text, encoding := decoded(data, contentType)
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	var open []*node
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			warnings = append(warnings, fmt.Sprintf("the document is broken and was read up to there: %v", err))
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			n := &node{name: nameOf(t.Name), attrs: attributes(t.Attr)}
			if len(open) > maxDepth {
				return nil, encoding, warnings, fault.New(fault.Invalid, "Its elements stand in each other more than %d deep; it is no feed.", maxDepth)
			}
			if root == nil {
				root = n
			} else if len(open) > 0 {
				open[len(open)-1].children = append(open[len(open)-1].children, n)
			}
			open = append(open, n)
		case xml.EndElement:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text.Write(t)
			}
		}
	}
	if root == nil {
		return nil, encoding, warnings, fault.New(fault.Invalid, "It is no feed and no sitemap: there is no XML in it.")
	}
	return root, encoding, warnings, nil
}

func attributes(list []xml.Attr) map[string]string {
	out := make(map[string]string, len(list))
	for _, a := range list {
		out[nameOf(a.Name)] = strings.TrimSpace(a.Value)
	}
	return out
}

// decoded gives the document in UTF-8: by its byte order mark, the charset that
// came with it, the XML declaration, or as it is.
func decoded(data []byte, contentType string) ([]byte, string) {
	head := data[:min(len(data), 1024)]
	label := ""
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		label = params["charset"]
	}
	if label == "" {
		label = declaredEncoding(head)
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) {
		label = "utf-16le"
	} else if bytes.HasPrefix(head, []byte("\xfe\xff")) {
		label = "utf-16be"
	} else if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		label = "utf-8"
	}
	if enc, name := charset.Lookup(label); enc != nil && name != "utf-8" {
		if out, err := enc.NewDecoder().Bytes(data); err == nil {
			return bytes.TrimPrefix(out, []byte("\ufeff")), name
		}
	}
	return bytes.ToValidUTF8(bytes.TrimPrefix(bytes.TrimSpace(data), []byte("\ufeff")), []byte("\ufffd")), "utf-8"
}

func declaredEncoding(head []byte) string {
	_, rest, found := strings.Cut(string(head), "encoding=")
	if !found || len(rest) < 3 || !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
		return ""
	}
	label, _, _ := strings.Cut(rest[1:], rest[:1])
	return label
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

// value gives the trimmed text of the first child with one of the names that
// has any.
func (n *node) value(names ...string) string {
	for _, name := range names {
		for _, c := range n.children {
			if c.name == name {
				if s := strings.TrimSpace(c.text.String()); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// all gives the children with a name.
func (n *node) all(name string) []*node {
	var out []*node
	for _, c := range n.children {
		if c.name == name {
			out = append(out, c)
		}
	}
	return out
}
