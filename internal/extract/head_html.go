package extract

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a page says of itself, outside of its body's text.
type page struct {
	titleTag, h1, ogTitle, ldTitle string
	siteName, author, published    string
	canonical, language            string
	article                        bool // it declares itself an article
	headings                       int
}

// look reads what a page says of itself.
func look(root *html.Node) page {
	var p page
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.language = attr(n, "lang")
		case atom.Title:
			p.titleTag = keep(p.titleTag, inner(n))
		case atom.H1:
			p.headings++
			p.h1 = keep(p.h1, inner(n))
		case atom.Meta:
			p.meta(n)
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				p.canonical = keep(p.canonical, attr(n, "href"))
			}
		case atom.Article:
			p.article = true
		case atom.Script:
			if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
				p.linkedData(n.FirstChild.Data)
			}
		}
	}
	if !strings.HasPrefix(p.canonical, "http") {
		p.canonical = ""
	}
	return p
}

func keep(old, new string) string {
	if old != "" {
		return old
	}
	return strings.TrimSpace(new)
}

func (p *page) meta(n *html.Node) {
	content := attr(n, "content")
	switch strings.ToLower(attr(n, "property") + attr(n, "name")) {
	case "og:title":
		p.ogTitle = keep(p.ogTitle, content)
	case "og:site_name":
		p.siteName = keep(p.siteName, content)
	case "og:type":
		p.article = p.article || content == "article"
	case "author", "article:author", "dc.creator":
		if !strings.HasPrefix(content, "http") {
			p.author = keep(p.author, content)
		}
	case "article:published_time", "date", "dc.date", "datepublished":
		p.published = keep(p.published, content)
	}
}

// linkedData reads the parts of JSON-LD that name an article's headline, date
// and authors.
func (p *page) linkedData(text string) {
	var v any
	if json.Unmarshal([]byte(text), &v) == nil {
		p.ldNode(v, 0)
	}
}

func (p *page) ldNode(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			p.ldNode(x, depth+1)
		}
	case map[string]any:
		if kind, _ := v["@type"].(string); strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "Report" {
			p.article = true
			headline, _ := v["headline"].(string)
			published, _ := v["datePublished"].(string)
			p.ldTitle, p.published = keep(p.ldTitle, headline), keep(p.published, published)
			p.author = keep(p.author, strings.Join(ldNames(v["author"]), "; "))
		}
		p.ldNode(v["@graph"], depth+1)
	}
}

func ldNames(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, ldNames(x)...)
		}
		return out
	case map[string]any:
		if name, ok := v["name"].(string); ok && v["@type"] != "Organization" {
			return []string{name}
		}
	}
	return nil
}

// title holds what the page calls itself in different places against each
// other: a heading that the title tag begins with or contains is the surest,
// then what the page declares for sharing; the site's name is taken off.
func (p page) title(found, site string) string {
	plain := withoutSite(p.titleTag, site)
	if p.h1 != "" && p.headings == 1 && !strings.EqualFold(p.h1, site) &&
		(p.titleTag == "" || overlap(p.h1, plain) || overlap(p.h1, p.ogTitle)) {
		return p.h1
	}
	for _, t := range []string{withoutSite(p.ogTitle, site), p.ldTitle, found, plain, p.h1} {
		if t = strings.TrimSpace(t); t != "" && !strings.EqualFold(t, site) {
			return t
		}
	}
	return ""
}

// overlap reports whether one of two titles contains the other.
func overlap(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// separators stand between a title and the site's name in title tags.
var separators = []string{" | ", " – ", " — ", " - ", " » ", " :: ", " • "}

func withoutSite(title, site string) string {
	for _, sep := range separators {
		at := strings.LastIndex(title, sep)
		if at < 0 {
			continue
		}
		tail := title[at+len(sep):]
		if site != "" && strings.EqualFold(tail, site) || site == "" && utf8.RuneCountInString(tail)*3 < utf8.RuneCountInString(title[:at]) {
			return strings.TrimSpace(title[:at])
		}
	}
	return strings.TrimSpace(title)
}

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
		case d.Type == html.TextNode:
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
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if d.DataAtom == atom.Br {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
