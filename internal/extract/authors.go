package extract

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Where an author is named, the surest first.
const (
	linkedAuthor  = iota // JSON-LD of the article
	metaAuthor           // a meta element
	markedAuthor         // an element that is marked as the author's name
	classedAuthor        // an element with a class for it
	cuedAuthor           // a text behind a cue
	signedAuthor         // a name where authors' names stand
	datedAuthor          // a name beside a date, or with one
	asideAuthor          // a text behind a cue beside the article
	foundAuthor          // what go-trafilatura found
	authorPlaces
)

// naming is an author as a page names one.
type naming struct {
	text  string // as it stood
	place int
	body  bool // JSON-LD says that it is no person
	at    int  // letters of the page's text before it
}

// mostNamings is how many namings of one place are kept: more are a list of
// articles with their authors.
const mostNamings = 40

// name keeps an author; an address is none, nor is who reviewed.
func (p *page) name(s string, place int) {
	if s = oneLine(s); s == "" || strings.Contains(s, "://") || p.namings[place] >= mostNamings || place > metaAuthor && isHelper(p.lastText) {
		return
	}
	p.namings[place]++
	p.named = append(p.named, naming{text: s, place: place, at: p.letters})
}

// helpers are words before the name of somebody who helped.
var helpers = []string{"review", "fact check", "fact-check", "factcheck", "edited", "editor:", "translat", "photo", "image", "illustrat", "approved", "verified", "updated by", "video by", "foto", "übersetz", "geprüft", "traduit", "перевод", "редактор"}

// isHelper reports whether a label is that of somebody who did not write.
func isHelper(label string) bool {
	label = strings.ToLower(label)
	return utf8.RuneCountInString(label) < 40 && slices.ContainsFunc(helpers, func(w string) bool { return strings.Contains(label, w) })
}

// bylineClasses are the words of classes, roles and properties that mark the
// element with an author's name.
var bylineClasses = []string{"author-name", "author__name", "author_name", "authorname", "byline", "by-line", "post-author", "entry-author", "article-author", "article__author", "post__author", "author-link", "author vcard", "fn n", "author-box__name", "username"}

// bylineText is how many letters the element with an author's name has at most.
const bylineText = 120

// byline reads an element that is marked as an author's name.
func (p *page) byline(n *html.Node) {
	p.signedBy(n)
	if (n.DataAtom == atom.I || n.DataAtom == atom.Span || n.DataAtom == atom.Svg) && n.FirstChild == nil && hasClass(attr(n, "class"), []string{"person", "user", "author"}) {
		p.lastText = "author" // an icon
	}
	place := classedAuthor
	switch {
	case attr(n, "rel") == "author", attr(n, "itemprop") == "author":
		place = markedAuthor
	case !hasClass(attr(n, "class"), bylineClasses):
		return
	}
	if name := named(n); name != "" {
		p.name(name, place)
		return
	}
	if s := oneLine(linkedName(n)); utf8.RuneCountInString(s) <= bylineText {
		p.name(s, place)
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

// bylineCues are texts that stand alone before an author's name.
const bylineCues = "|by|by:|written by|written by:|author|author:|authors:|words by|text by|reported by|posted by|par|auteur|auteur :|автор|автор:|автор статьи|текст:|von|autor:|autorin:|ein beitrag von|geschrieben von|verfasst von|gespeichert von|por|escrito por|scritto da|di|door|yazan:|بقلم|بقلم:|作者|作者：|记者|기자|글|"

// linkers stand alone between two names of one byline.
const linkers = "|,|and|, and|&|und|et|y|e|en|и|、|و|;|"

// bylineIn reads a text that follows a cue, or has one, or is a name beside a
// date. In an aside it is less sure.
func (p *page) bylineIn(s string, aside bool) {
	if s = oneLine(s); s == "" {
		return
	}
	if strings.Trim(s, "|•·–—-/") == "" && p.lastText != "" { // between a name and a date
		return
	}
	last := strings.Trim(strings.ToLower(p.lastText), " |•·–—-")
	cue := strings.Contains(bylineCues, "|"+last+"|") || p.joined && strings.Contains(linkers, "|"+last+"|")
	p.joined = p.joined && strings.Contains(linkers, "|"+strings.ToLower(s)+"|")
	defer func() { p.lastText = s }()
	if utf8.RuneCountInString(s) > bylineText {
		return
	}
	name, yes := bylineName(s)
	place := cuedAuthor
	switch {
	case yes && onlyPeople(name):
	case yes && hasDigit(name):
		if head := beforeDay(name, p.now); head != "" {
			name = head
		} else if behind, dated := p.besideDate(s); dated {
			name = behind
		}
	case yes:
	case cue:
		name = s
	default:
		if name, yes = p.besideDate(s); !yes {
			return
		}
		place = datedAuthor
	}
	if aside {
		place = asideAuthor
	}
	if head := strings.Split(name, ", ")[0]; personal(head) || place == cuedAuthor && onlyPeople(head) || place == cuedAuthor && isCredited(head) || place == datedAuthor {
		p.name(name, place)
		p.joined = true
	}
}

// beforeDay gives what stands before a day and the word between: "A. B. on May 5, 2008".
func beforeDay(s string, now time.Time) string {
	for _, sep := range []string{" on ", " am ", " le ", " el ", " em ", " | ", ", "} {
		if head, tail, yes := strings.Cut(s, sep); yes {
			if _, n := scanDate(tail, now); n > 0 {
				return strings.TrimSpace(head)
			}
		}
	}
	return ""
}

// onlyPeople reports whether a text is two names or more, and nothing else.
func onlyPeople(s string) bool {
	names := people(s)
	return len(names) > 1 && !slices.ContainsFunc(names, func(name string) bool { return !personLike(name) || !isPersonName(name) })
}

// besideDate gives the name in a text that is a date and a name, or a name next
// to a text that is a date: "04.02.2022 | 13:10 | A. B.", "12 May 2019 by A. B.".
func (p *page) besideDate(s string) (name string, yes bool) {
	if !hasDigit(s) && !hasDigit(p.lastText) {
		return "", false
	}
	if _, isDate := dateLine(p.lastText, p.now); isDate && personLike(s) && isPersonName(s) && !hasAcronym(s) {
		return s, true
	}
	if _, isDate := dateLine(s, p.now); isDate {
		return p.lastText, personLike(p.lastText) && isPersonName(p.lastText) && !hasAcronym(p.lastText)
	}
	var dated bool
	for piece := range strings.FieldsFuncSeq(strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", " • ", "|", " · ", "|").Replace(s), func(r rune) bool { return r == '|' }) {
		piece = strings.TrimSpace(piece)
		_, isDate := dateLine(piece, p.now)
		switch by, isBy := bylineName(piece); {
		case isDate:
			dated = true
		case isBy && (personal(by) || isPersonName(by)):
			name = by
		case name == "" && personLike(piece) && isPersonName(piece) && !hasAcronym(piece):
			name = piece
		}
	}
	if dated && name != "" {
		return name, true
	}
	if at := bylineBehindDate(s, p.now); at > 0 {
		return bylineName(s[at:])
	}
	return "", false
}

// hasAcronym reports whether a word of two letters or more is all capitals.
func hasAcronym(s string) bool {
	return slices.ContainsFunc(strings.Fields(s), func(w string) bool {
		return utf8.RuneCountInString(w) > 1 && isCapitals(w) && !strings.Contains(w, ".")
	})
}

// signs are pieces of classes, and of addresses, where authors' names stand.
var (
	authorClasses   = []string{"author", "byline", "writer", "contributor", "username"}
	authorAddresses = []string{"/author/", "/authors/", "/contributor/", "/contributors/", "/writer/", "/writers/", "/people/", "/by/", "/profile/", "/auteur/", "/autor/", "/autoren/", "/autores/", "/avtor/", "/staff/", "/team/", "/journalist/"}
)

// signedBy reads a name that is nothing but a name, in an element or a link for
// authors.
func (p *page) signedBy(n *html.Node) {
	if !hasClass(attr(n, "class"), authorClasses) && (n.DataAtom != atom.A || !hasClass(attr(n, "href"), authorAddresses)) {
		return
	}
	s := oneLine(inner(n))
	if name, yes := bylineName(s); yes {
		s = name
	}
	if utf8.RuneCountInString(s) <= bylineText/2 && personLike(s) && isPersonName(s) {
		p.name(s, signedAuthor)
	}
}
