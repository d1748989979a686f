package extract

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a page says of itself, outside of its body's text.
type page struct {
	titleTag, ogTitle, ldTitle string
	headings, lower            []string // the h1 and the h2 outside of navigation, in order
	toplines                   []topline
	chosen                     string // the title
	siteName, host, address    string
	publisher                  string            // as JSON-LD names it
	named                      []naming          // who is named as author
	namings                    [authorPlaces]int // how many of each place
	dated                      []dating          // the days that it names
	canonical, language        string
	image, imageAlt            string // for sharing
	description                string
	article                    bool // it declares itself an article
	paid                       bool // it says that the article is not free

	linked   []ldArticle
	ldImage  picture
	picture  picture // the article's
	pictures []picture
	now      time.Time
	letters  int                 // of the text that was walked
	joined   bool                // the last text is a name of a byline, or a word behind one
	top      int                 // letters before the headline, -1 for none
	tops     []int               // letters before each of the headings
	above    map[*html.Node]bool // elements that hold an h1
	lastText string              // the text before the one that is looked at
	label    string              // of the value that the next twitter:data holds
}

// look reads what a page says of itself. address may be nil.
func look(root *html.Node, address *url.URL, now time.Time) page {
	p := page{now: now}
	if address != nil {
		p.host, p.address = strings.TrimPrefix(address.Hostname(), "www."), address.String()
	}
	p.above = aboveHeadings(root)
	if m := addressDay.FindStringSubmatch(p.address); m != nil {
		p.date(m[1]+"-"+m[2]+"-"+m[3], addressDate)
	}
	p.walk(root, false)
	for n := range root.Descendants() { // JSON-LD stands anywhere, and is the surest
		if n.DataAtom == atom.Script && attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			p.linkedData(n.FirstChild.Data)
		}
	}
	p.chooseLinked()
	p.siteName = keep(p.siteName, p.publisher)
	p.chosen = p.title()
	p.top = p.topOf(p.chosen)
	p.canonical = absolute(address, p.canonical)
	p.picture = p.lead(address)
	return p
}

// topOf gives how many letters stand before the heading that is the title, or
// is most like it; -1 where there is no heading.
func (p page) topOf(title string) int {
	best, most := -1, -1.0
	for i, h := range p.headings {
		if s := sharedWords(h, title); s > most {
			best, most = p.tops[i], s
		}
	}
	for _, h := range p.toplines {
		if lettersOnly(h.text) == lettersOnly(title) && most < 1 {
			return h.at
		}
	}
	return best
}

// ldArticle is what JSON-LD says of an article.
type ldArticle struct {
	headline, published, changed string
	image                        picture
	authors                      []naming
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
	p.date(a.changed, changedDate)
	p.ldImage = a.image
	p.named = append(p.named, a.authors...)
}

// walk reads elements. Headings and authors in navigation, footers and asides
// are those of other articles.
func (p *page) walk(n *html.Node, aside bool) {
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			p.dateIn(c.Data, aside)
			p.bylineIn(c.Data, aside)
			p.letters += len(strings.TrimSpace(c.Data))
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
			p.walk(c, aside || p.besides(c))
		}
	}
}

// aboveHeadings gives the elements that hold an h1.
func aboveHeadings(root *html.Node) map[*html.Node]bool {
	above := map[*html.Node]bool{}
	for n := range root.Descendants() {
		for at := n; n.DataAtom == atom.H1 && at != nil; at = at.Parent {
			above[at] = true
		}
	}
	return above
}

// beside are how classes and ids begin of what stands beside an article.
var besideClasses = []string{"comment", "respond", "disqus", "related", "recommend", "sidebar", "side-bar", "trending", "popular", "most-read", "mostread", "more-stories", "read-next", "readnext", "up-next", "infobox", "navbox"}

// besides reports whether an element holds comments or leads to other articles
// by its class; one with an h1 does not.
func (p *page) besides(n *html.Node) bool {
	if p.above[n] || n.DataAtom == atom.Body {
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
		if startsWith(class, besideClasses...) {
			return true
		}
	}
	return false
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
	p.toplineIn(n, aside)
	switch n.DataAtom {
	case atom.Html:
		p.language = attr(n, "lang")
	case atom.Title:
		p.titleTag = keep(p.titleTag, heading(n))
	case atom.H1:
		if h := heading(n); h != "" && !aside && len(p.headings) < 20 {
			p.headings, p.tops = append(p.headings, h), append(p.tops, p.letters)
		}
	case atom.H2:
		if h := heading(n); h != "" && !aside && len(p.lower) < 20 {
			p.lower = append(p.lower, h)
		}
	case atom.Meta:
		p.meta(n)
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			p.canonical = keep(p.canonical, attr(n, "href"))
		}
	case atom.Article:
		p.article = true
	}
	if isTimeElement(n) {
		p.timeElement(n, aside)
	}
	if !aside {
		p.byline(n)
		if isFigure(n) {
			p.figure(n)
		}
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
		p.ogTitle = keep(p.ogTitle, html.UnescapeString(content))
	case "og:site_name":
		p.siteName = keep(p.siteName, content)
	case "og:description", "description":
		p.description = keep(p.description, content)
	case "og:image":
		p.image = keep(p.image, content)
	case "og:image:alt", "twitter:image:alt":
		p.imageAlt = keep(p.imageAlt, content)
	case "og:type":
		p.article = p.article || content == "article"
	case "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl":
		p.name(content, metaAuthor)
	case "twitter:label1", "twitter:label2":
		p.label = strings.ToLower(content)
	case "twitter:data1", "twitter:data2":
		if p.label == "written by" || p.label == "by" || p.label == "author" || p.label == "écrit par" || p.label == "автор" {
			p.name(content, metaAuthor)
		}
	case "article:published_time", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate", "datepublished", "dcterms.created", "dc.date.issued", "citation_publication_date":
		p.date(content, metaDate)
	case "date", "dc.date", "dcterms.date":
		p.date(content, weakDate)
	case "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised":
		p.date(content, changedDate)
	}
}

// known gives what a page says of itself to hold its parts against.
func (p page) known() known {
	k := known{title: lettersOnly(p.chosen), description: lettersOnly(p.description)}
	people, _ := p.credits()
	for _, name := range people {
		k.authors = append(k.authors, lettersOnly(name))
	}
	return k
}

// heading gives the text of a title or heading. Many are encoded twice ("A &amp;amp; B").
func heading(n *html.Node) string { return html.UnescapeString(inner(n)) }
