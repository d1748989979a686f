package source

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// WebPage is a page that lists articles, read as a source.
type WebPage struct {
	Title    string
	Language string // as the page declares it; may be empty
	Entries  []desk.Entry
	Warnings []string
}

// maxPage is how many bytes of a page that lists articles are read.
const maxPage = 8 << 20

// ReadPage reads a web page as a source: each element that sel.Item finds is an
// entry, with its link, title and date. Without a selector for the link it is
// the item's first one, without one for the title the words of the link.
// Errors: Invalid for a selector that is none, for what is no page, and for a
// page on which nothing is found.
func ReadPage(data []byte, opt FeedOptions, sel desk.Selectors) (WebPage, error) {
	find, err := compile(sel)
	if err != nil {
		return WebPage{}, err
	}
	doc, notes, err := parsePage(data, opt.ContentType)
	if err != nil {
		return WebPage{}, err
	}
	r := &reader{notes: notes}
	p := WebPage{Title: oneLine(textIn(cascadia.Query(doc, titleTag))), Language: pageLanguage(doc)}
	base := resolve(parseURL(opt.URL), opt.ContentLocation)
	if b := cascadia.Query(doc, baseTag); b != nil {
		base = resolve(base, get(b, "href"))
	}
	items := cascadia.QueryAll(doc, find.item)
	if len(items) == 0 {
		return WebPage{}, fault.New(fault.Invalid, "Nothing on the page fits the selector for items, %q. The page may have been rebuilt; look at it in a browser and change the selectors.", sel.Item)
	}
	seen := map[string]bool{}
	for _, item := range items {
		if !r.room(len(p.Entries)) {
			break
		}
		link := find.in(item, find.link)
		e := desk.Entry{Link: address(base, get(link, "href"))}
		if e.Link == "" {
			r.warn("an item has no link and was passed over")
			continue
		}
		if e.Identity = Normal(e.Link); seen[e.Identity] {
			continue
		}
		seen[e.Identity] = true
		if e.Title = oneLine(textIn(find.in(item, find.title))); e.Title == "" {
			e.Title = linkWords(item, base, e.Identity)
		}
		if find.date != nil {
			at := cascadia.Query(item, find.date)
			e.Published = r.date(first(get(at, "datetime"), get(at, "content"), oneLine(textIn(at)))).day
		}
		p.Entries = append(p.Entries, e)
	}
	if len(p.Entries) == 0 {
		return WebPage{}, fault.New(fault.Invalid, "The selector for items, %q, finds something, but nothing with a link in it. Choose the element that holds both headline and link.", sel.Item)
	}
	p.Warnings = r.warnings
	return p, nil
}

// linkWords gives the longest words of an item's links to an address: the first
// is often a picture.
func linkWords(item *html.Node, base *url.URL, identity string) string {
	longest := ""
	list := cascadia.QueryAll(item, linkTag)
	if linkTag.Match(item) {
		list = append(list, item)
	}
	for _, a := range list {
		if Normal(address(base, get(a, "href"))) != identity {
			continue
		}
		if w := oneLine(textIn(a)); len(w) > len(longest) {
			longest = w
		}
	}
	return longest
}

var (
	titleTag = cascadia.MustCompile("title")
	baseTag  = cascadia.MustCompile("base[href]")
	rootTag  = cascadia.MustCompile("html")
	linkTag  = cascadia.MustCompile("a[href]")
)

// selectors are compiled; date may be nil.
type selectors struct{ item, title, link, date cascadia.Selector }

// in finds an element in an item; the item itself may be it.
func (selectors) in(item *html.Node, s cascadia.Selector) *html.Node {
	if s == nil {
		return nil
	}
	if s.Match(item) {
		return item
	}
	return cascadia.Query(item, s)
}

func compile(sel desk.Selectors) (selectors, error) {
	out := selectors{link: linkTag}
	if strings.TrimSpace(sel.Item) == "" {
		return out, fault.New(fault.Invalid, "Please give the CSS selector of an item: what on the page is one article, such as %q.", "article")
	}
	for _, one := range []struct {
		text string
		into *cascadia.Selector
	}{{sel.Item, &out.item}, {sel.Title, &out.title}, {sel.Link, &out.link}, {sel.Date, &out.date}} {
		if strings.TrimSpace(one.text) == "" {
			continue
		}
		s, err := cascadia.Compile(one.text)
		if err != nil {
			return out, fault.Wrap(fault.Invalid, err, "%.100q is no CSS selector. Write it as in a style sheet, such as %q", one.text, "h2 a")
		}
		*one.into = s
	}
	return out, nil
}

// parsePage reads a page into its tree.
func parsePage(data []byte, contentType string) (*html.Node, *notes, error) {
	if len(data) > maxPage {
		return nil, nil, fault.New(fault.Invalid, "The page has more than %s. That is no list of articles; choose another page of the site.", megabytes(maxPage))
	}
	text, _, warnings := decoded(data, contentType)
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, nil, fault.Wrap(fault.Invalid, err, "The page is too deeply nested to be read. Choose another page of the site")
	}
	return doc, &notes{warnings: warnings}, nil
}

func get(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// textIn gives the text in an element, without scripts and styles, at most a
// few thousand bytes of it.
func textIn(n *html.Node) string {
	const most = 4000
	var b strings.Builder
	if n == nil {
		return ""
	}
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.Data != "script" && c.Parent.Data != "style" && b.Len() < most {
			b.WriteString(c.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func pageLanguage(doc *html.Node) string {
	return languageHeader(get(cascadia.Query(doc, rootTag), "lang"))
}
