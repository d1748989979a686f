package extract

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// picture is a picture of a page with what stands under it.
type picture struct {
	address, caption, credit, alt string
	at                            int // letters of the page's text before it
}

// How far from the headline the lead image stands, in bytes of the page's text.
const (
	pictureAbove = 800
	pictureBelow = 2000
)

// mostPictures is how many pictures of a page are kept.
const mostPictures = 30

// figure reads a picture with its caption.
func (p *page) figure(n *html.Node) {
	img := firstElement(n, atom.Img)
	if img == nil || len(p.pictures) >= mostPictures {
		return
	}
	pic := picture{address: pictureSource(img), alt: oneLine(attr(img, "alt")), at: p.letters}
	if pic.address == "" {
		return
	}
	if c := captionOf(n); c != nil {
		text, credit := inner(c), creditElement(n)
		pic.caption, pic.credit = splitCredit(text)
		if credit != "" {
			pic.caption, _ = splitCredit(strings.TrimSpace(strings.Replace(text, credit, "", 1)))
			pic.credit = bareCredit(credit)
		}
	}
	p.pictures = append(p.pictures, pic)
}

// isFigure reports whether an element holds a picture and its caption.
func isFigure(n *html.Node) bool {
	return n.DataAtom == atom.Figure || hasClass(attr(n, "class"), []string{"wp-caption"}) && !hasClass(attr(n, "class"), []string{"wp-caption-text"})
}

// captionOf gives the element with a picture's caption, nil for none.
func captionOf(figure *html.Node) *html.Node {
	if c := firstElement(figure, atom.Figcaption); c != nil {
		return c
	}
	for d := range figure.Descendants() {
		if d.Type == html.ElementNode && hasClass(attr(d, "class"), []string{"caption"}) && inner(d) != "" {
			return d
		}
	}
	return nil
}

// creditElement gives the text of the element in a figure that is marked as the
// credit.
func creditElement(figure *html.Node) string {
	for d := range figure.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom != atom.Figcaption && hasClass(attr(d, "class")+" "+attr(d, "itemprop"), []string{"credit", "copyright", "photographer", "image-source", "img-source"}) {
			if s := inner(d); s != "" && len(s) <= 2*bylineText {
				return s
			}
		}
	}
	return ""
}

// firstElement gives the first element of a kind, nil for none.
func firstElement(n *html.Node, kind atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == kind {
			return d
		}
	}
	return nil
}

// pictureSource gives the address of a picture, which pages that load it late keep
// elsewhere; empty for one that stands in the page itself.
func pictureSource(img *html.Node) string {
	for _, name := range []string{"data-src", "data-lazy-src", "data-original", "src"} {
		if s := attr(img, name); s != "" && !strings.HasPrefix(s, "data:") {
			return s
		}
	}
	for _, name := range []string{"data-srcset", "srcset"} {
		if s, _, _ := strings.Cut(attr(img, name), " "); s != "" && !strings.HasPrefix(s, "data:") {
			return strings.TrimSuffix(s, ",")
		}
	}
	return ""
}

// lead gives the picture of the article: the one that the page declares for
// sharing, with what stands under it in the page; where it declares none, or
// the page shows another with a caption at the headline, that.
func (p page) lead(from *url.URL) picture {
	declared := picture{address: first([]string{p.image, p.ldImage.address}), caption: p.ldImage.caption, credit: p.ldImage.credit, alt: oneLine(p.imageAlt)}
	declared.address = absolute(from, declared.address)
	for _, pic := range p.pictures {
		pic.address = absolute(from, pic.address)
		same := declared.address != "" && stem(pic.address) == stem(declared.address)
		near := p.top < 0 && pic.at < pictureBelow || p.top >= 0 && pic.at >= p.top-pictureAbove && pic.at <= p.top+pictureBelow
		switch {
		case same:
			pic.address = declared.address
			pic.caption, pic.credit = first([]string{pic.caption, declared.caption}), first([]string{pic.credit, declared.credit})
			return pic
		case near && (declared.address == "" || pic.caption != "" || pic.credit != ""):
			return pic
		}
	}
	return declared
}

// stem gives the name of a picture's file without its size and ending.
func stem(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	name := strings.ToLower(path.Base(u.Path))
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.TrimRight(name, "0123456789x-_@.")
}
