package source

import "strings"

// namespaces are the addresses of namespaces that matter here with the prefix
// under which this package knows them; "" for those whose elements go by their
// bare names. Sources: the specifications that the addresses name.
var namespaces = map[string]string{
	"http://www.w3.org/2005/Atom":                     "",
	"http://purl.org/atom/ns#":                        "",
	"http://purl.org/rss/1.0/":                        "",
	"http://purl.org/net/rss1.1#":                     "",
	"http://my.netscape.com/rdf/simple/0.9/":          "",
	"http://channel.netscape.com/rdf/simple/0.9/":     "",
	"http://backend.userland.com/rss2":                "",
	"http://backend.userland.com/rss":                 "",
	"http://blogs.law.harvard.edu/tech/rss":           "",
	"http://www.sitemaps.org/schemas/sitemap/0.9":     "",
	"http://www.google.com/schemas/sitemap/0.84":      "",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#":     "rdf",
	"http://www.w3.org/1999/xhtml":                    "xhtml",
	"http://www.w3.org/XML/1998/namespace":            "xml",
	"http://purl.org/dc/elements/1.1/":                "dc",
	"http://purl.org/dc/elements/1.0/":                "dc",
	"http://purl.org/dc/terms/":                       "dcterms",
	"http://purl.org/rss/1.0/modules/content/":        "content",
	"http://www.google.com/schemas/sitemap-news/0.9":  "news",
	"http://www.google.com/schemas/sitemap-image/1.1": "other",
	"http://search.yahoo.com/mrss/":                   "media",
	"http://search.yahoo.com/mrss":                    "media",
	"http://www.itunes.com/dtds/podcast-1.0.dtd":      "itunes",
	"http://example.com/dtds/podcast-1.0.dtd":         "itunes",
}

// usual are the prefixes that mean a namespace even where nobody declared them.
var usual = map[string]string{
	"atom": "", "atom10": "", "rss": "", "rdf": "rdf", "xhtml": "xhtml", "xml": "xml", "dc": "dc", "dcterms": "dcterms",
	"content": "content", "news": "news", "media": "media", "itunes": "itunes",
}

// binding is one declaration of a namespace.
type binding struct {
	prefix, known string
	depth         int // of the element that declares it
}

// spaces are the declarations in force, innermost last.
type spaces []binding

// maxSpaces is how many declarations may be in force.
const maxSpaces = 200

// declare notes the declarations among an element's attributes.
func (s *spaces) declare(attrs map[string]string, depth int) {
	for name, uri := range attrs {
		prefix, found := strings.CutPrefix(name, "xmlns:")
		if !found && name != "xmlns" || len(*s) >= maxSpaces {
			continue
		}
		if !found {
			prefix = ""
		}
		*s = append(*s, binding{prefix, knownAs(prefix, uri), depth})
	}
}

// knownAs gives the prefix under which a declared namespace is known here. An
// unknown default namespace is taken for the feed's own.
func knownAs(prefix, uri string) string {
	uri = strings.TrimSpace(uri)
	for _, form := range []string{uri, strings.Replace(uri, "https://", "http://", 1)} {
		if known, found := namespaces[form]; found {
			return known
		}
	}
	switch lower := strings.ToLower(uri); {
	case prefix == "":
		return ""
	case strings.Contains(lower, "podcast-1.0.dtd"):
		return "itunes"
	case strings.Contains(lower, "/mrss"):
		return "media"
	}
	return "other"
}

// leave forgets what elements at a depth or deeper declared.
func (s *spaces) leave(depth int) {
	for len(*s) > 0 && (*s)[len(*s)-1].depth >= depth {
		*s = (*s)[:len(*s)-1]
	}
}

// name gives an element's or attribute's name behind its usual prefix. found
// is false when nobody declared its prefix.
func (s spaces) name(tag string, element bool) (name string, found bool) {
	prefix, local, prefixed := strings.Cut(tag, ":")
	if !prefixed {
		prefix, local = "", tag
		if !element {
			return local, true // attributes have no default namespace
		}
	}
	for i := len(s) - 1; i >= 0; i-- {
		if s[i].prefix == prefix {
			return behind(s[i].known, local), true
		}
	}
	if !prefixed {
		return local, true
	}
	known, isUsual := usual[prefix]
	if !isUsual {
		known = "other"
	}
	return behind(known, local), prefix == "xml"
}

func behind(prefix, local string) string {
	if prefix == "" {
		return local
	}
	return prefix + ":" + local
}
