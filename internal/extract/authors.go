package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// author keeps a declared author; addresses are none.
func (p *page) author(s string) {
	if s != "" && !strings.Contains(s, "://") && len(p.authors) < 40 {
		p.authors = append(p.authors, s)
	}
}

// bylineClasses are the words of classes, roles and properties that mark the
// element with an author's name.
var bylineClasses = []string{"author-name", "author__name", "author_name", "authorname", "byline", "by-line", "post-author", "entry-author", "article-author", "article__author", "post__author", "author-link", "author vcard", "fn n"}

// bylineText is how many letters the element with an author's name has at most.
const bylineText = 120

// byline reads an element that is marked as an author's name.
func (p *page) byline(n *html.Node) {
	p.signedBy(n)
	if (n.DataAtom == atom.I || n.DataAtom == atom.Span || n.DataAtom == atom.Svg) && n.FirstChild == nil && hasClass(attr(n, "class"), []string{"person", "user", "author"}) {
		p.lastText = "author" // an icon
	}
	if attr(n, "rel") != "author" && attr(n, "itemprop") != "author" && !hasClass(attr(n, "class"), bylineClasses) {
		return
	}
	if name := named(n); name != "" {
		p.author(name)
		return
	}
	if s := oneLine(linkedName(n)); utf8.RuneCountInString(s) <= bylineText {
		p.author(s)
	}
}

// linkedName gives the text of the only link in an element, of the whole
// element where there is none or are several.
func linkedName(n *html.Node) string {
	var links []*html.Node
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && inner(d) != "" {
			links = append(links, d)
		}
	}
	if len(links) == 1 {
		n = links[0]
	}
	return spaced(n)
}

// bylineCues are texts that stand alone before an author's name.
const bylineCues = "|by|by:|written by|written by:|author|author:|words by|text by|reported by|par|auteur|auteur :|автор|автор:|автор статьи|текст:|von|por|بقلم|بقلم:|作者|作者：|记者|기자|글|"

// bylineIn reads a text that follows a cue, or has one. In an aside it is less
// sure.
func (p *page) bylineIn(s string, aside bool) {
	if s = oneLine(s); s == "" {
		return
	}
	cue := strings.Contains(bylineCues, "|"+strings.ToLower(p.lastText)+"|")
	p.lastText = s
	if utf8.RuneCountInString(s) > bylineText/2 || len(p.nearby)+len(p.signed) > 8 {
		return
	}
	name, yes := bylineName(s)
	if cue && !yes {
		name = s
	}
	if (cue || yes) && personLike(strings.Split(name, ", ")[0]) {
		if aside {
			p.signed = append(p.signed, name)
		} else {
			p.nearby = append(p.nearby, name)
		}
	}
}

// named gives the text of the element inside of which an item's name stands.
func named(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && attr(d, "itemprop") == "name" {
			return keep(attr(d, "content"), inner(d))
		}
	}
	return ""
}

func hasClass(class string, names []string) bool {
	class = strings.ToLower(class)
	return class != "" && slices.ContainsFunc(names, func(n string) bool { return strings.Contains(class, n) })
}

// bylinePeople gives the people of the first declaration that names any: what
// JSON-LD, meta tags and marked elements say, then what stands behind a cue or
// where authors' names stand, then what was found.
func (p page) bylinePeople() []string {
	var declared []string
	for _, s := range p.authors {
		for _, name := range peopleIn(s) {
			declared = appendNew(declared, name)
		}
		if len(declared) > 0 && len(p.authors) > 8 {
			break // a list of articles, not of authors
		}
	}
	found := slices.DeleteFunc(strings.Split(p.found, ";"), func(s string) bool { return !personLike(s) }) // it often takes a single word
	for _, list := range [][]string{p.nearby, p.signed, found} {
		for i := 0; i < len(list) && len(declared) == 0; i++ {
			declared = peopleIn(list[i])
		}
	}
	return declared
}

// signs are pieces of classes, and of addresses, where authors' names stand.
var (
	authorClasses   = []string{"author", "byline", "writer", "contributor"}
	authorAddresses = []string{"/author/", "/authors/", "/contributor/", "/contributors/", "/writer/", "/writers/", "/people/", "/by/", "/profile/", "/auteur/", "/autor/", "/avtor/", "/staff/", "/team/", "/journalist/"}
)

// signedBy reads a name that is nothing but a name, in an element or a link for
// authors.
func (p *page) signedBy(n *html.Node) {
	if len(p.signed) > 3 {
		return
	}
	if !hasClass(attr(n, "class"), authorClasses) && (n.DataAtom != atom.A || !hasClass(attr(n, "href"), authorAddresses)) {
		return
	}
	s := oneLine(inner(n))
	if name, yes := bylineName(s); yes {
		s = name
	}
	if utf8.RuneCountInString(s) <= bylineText/2 && personLike(s) && isPersonName(s) {
		p.signed = append(p.signed, s)
	}
}

// peopleIn gives the people in a declaration, which may have a cue and a date
// around them.
func peopleIn(s string) []string {
	s = oneLine(html.UnescapeString(s))
	if name, yes := bylineName(s); yes {
		s = name
	}
	var out []string
	for _, name := range people(s) {
		if isPersonName(name) {
			out = append(out, name)
		}
	}
	return out
}

// nobody are words that no person's name has.
const nobody = " author authors admin administrator editor guest unknown anonymous author: by contributor contributors published updated posted read min minutes more about view all posts newsroom company home search menu share login log-in member sign strategy lead reviewer reviewed "

// isPersonName: at most five words, no digits, nothing that is a role, an
// organisation or a label.
func isPersonName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || isOrganisation(s) || hasRole(s) || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	for _, w := range words {
		if strings.Contains(nobody, " "+strings.ToLower(w)+" ") || isDayName(strings.ToLower(w)) || months[strings.ToLower(w)] > 0 && len(words) == 1 {
			return false
		}
	}
	return upperStart(s)
}

// appendNew appends a name unless one in the list contains it or is contained
// in it; the longer one stays.
func appendNew(list []string, name string) []string {
	for i, have := range list {
		a, b := lettersOnly(have), lettersOnly(name)
		if strings.Contains(a, b) {
			return list
		}
		if strings.Contains(b, a) {
			list[i] = name
			return list
		}
	}
	return append(list, name)
}
