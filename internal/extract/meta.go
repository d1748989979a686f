package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a page says of itself, outside of its body's text.
type page struct {
	titleTag, ogTitle, ldTitle string
	headings                   []string // the h1 outside of navigation, in order
	siteName, host, address    string
	publisher                  string                 // as JSON-LD names it
	authors                    []string               // in the order of trust, as they stood
	published                  [len(dateRules)]string // by dateRules, as they stood
	canonical, image, language string
	description                string
	article                    bool // it declares itself an article
	paid                       bool // it says that the article is not free

	linked   []ldArticle
	nearby   []string // texts with an author's name behind a cue
	signed   []string // names in elements and links that authors' names stand in
	found    string   // the author that go-trafilatura found
	lastText string   // the text before the one that is looked at
	label    string   // of the value that the next twitter:data holds
}

// look reads what a page says of itself. address may be nil.
func look(root *html.Node, address *url.URL) page {
	var p page
	if address != nil {
		p.host, p.address = strings.TrimPrefix(address.Hostname(), "www."), address.String()
	}
	p.walk(root, false)
	for n := range root.Descendants() { // JSON-LD stands anywhere, and is the surest
		if n.DataAtom == atom.Script && attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			p.linkedData(n.FirstChild.Data)
		}
	}
	p.chooseLinked()
	p.siteName = keep(p.siteName, p.publisher)
	p.canonical, p.image = absolute(address, p.canonical), absolute(address, p.image)
	return p
}

// ldArticle is what JSON-LD says of an article.
type ldArticle struct {
	headline, published string
	authors             []string
}

// chooseLinked takes, of the articles that JSON-LD names, the one whose headline
// shares most words with the page's title; others are linked from the page.
func (p *page) chooseLinked() {
	best, most := -1, -1.0
	for i, a := range p.linked {
		if s := max(sharedWords(a.headline, p.ogTitle), sharedWords(a.headline, p.titleTag)); s > most {
			best, most = i, s
		}
	}
	if best < 0 {
		return
	}
	a := p.linked[best]
	p.article, p.ldTitle = true, a.headline
	p.date(a.published, linkedDate)
	p.authors = append(a.authors, p.authors...)
}

// walk reads elements. Headings and authors in navigation, footers and asides
// are those of other articles.
func (p *page) walk(n *html.Node, aside bool) {
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			p.bylineIn(c.Data, aside)
		}
		if c.Type != html.ElementNode {
			continue
		}
		p.element(c, aside)
		switch c.DataAtom {
		case atom.Script, atom.Style, atom.Svg:
		case atom.Footer:
			p.walk(c, aside || !inArticle(c))
		case atom.Nav, atom.Aside:
			p.walk(c, true)
		default:
			p.walk(c, aside)
		}
	}
}

// inArticle reports whether an element stands in an article element.
func inArticle(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Article {
			return true
		}
	}
	return false
}

func (p *page) element(n *html.Node, aside bool) {
	switch n.DataAtom {
	case atom.Html:
		p.language = attr(n, "lang")
	case atom.Title:
		p.titleTag = keep(p.titleTag, inner(n))
	case atom.H1:
		if h := inner(n); h != "" && !aside && len(p.headings) < 20 {
			p.headings = append(p.headings, h)
		}
	case atom.Meta:
		p.meta(n)
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			p.canonical = keep(p.canonical, attr(n, "href"))
		}
	case atom.Article:
		p.article = true
	case atom.Time:
		if attr(n, "itemprop") == "datePublished" || n.Parent != nil && !aside && strings.Contains(attr(n, "class"), "publish") {
			p.date(attr(n, "datetime"), timeDate)
		}
	}
	if !aside {
		p.byline(n)
	}
}

func keep(old, new string) string {
	if old != "" {
		return old
	}
	return strings.TrimSpace(new)
}

func (p *page) meta(n *html.Node) {
	content := attr(n, "content")
	switch strings.ToLower(attr(n, "property") + attr(n, "name") + attr(n, "itemprop")) {
	case "og:title":
		p.ogTitle = keep(p.ogTitle, content)
	case "og:site_name":
		p.siteName = keep(p.siteName, content)
	case "og:description", "description":
		p.description = keep(p.description, content)
	case "og:image":
		p.image = keep(p.image, content)
	case "og:type":
		p.article = p.article || content == "article"
	case "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl":
		p.author(content)
	case "twitter:label1", "twitter:label2":
		p.label = strings.ToLower(content)
	case "twitter:data1", "twitter:data2":
		if p.label == "written by" || p.label == "by" || p.label == "author" || p.label == "écrit par" || p.label == "автор" {
			p.author(content)
		}
	case "article:published_time", "parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate", "datepublished", "dcterms.created", "dc.date.issued", "citation_publication_date":
		p.date(content, metaDate)
	case "date", "dc.date", "dcterms.date":
		p.date(content, weakDate)
	}
}

// known gives what a page says of itself to hold its parts against.
func (p page) known() known {
	k := known{title: lettersOnly(p.title()), description: lettersOnly(p.description)}
	for _, name := range p.bylinePeople() {
		k.authors = append(k.authors, lettersOnly(name))
	}
	return k
}
