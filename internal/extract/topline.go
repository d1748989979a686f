package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// How sure a headline is that stands in no h1: by its size of type, by an h2, by
// its class, by what it is declared to be.
const (
	bigType = iota
	secondRank
	headlineClass
	headlineMark
)

// topline is a text that looks like the headline of an article.
type topline struct {
	text     string
	rank, at int // letters of the page's text before it
}

// mostToplines is how many headlines of a page are kept.
const mostToplines = 12

// headlineClasses are the words at which classes of headlines end.
var headlineClasses = strings.Fields("headline headlines entrytitle posttitle articletitle newstitle storytitle itemtitle bigtitle pagetitle contenttitle title titulo titular titre titolo titel subject baslik başlık tytul judul zagolovok")

// toplineIn keeps a headline that is no h1.
func (p *page) toplineIn(n *html.Node, aside bool) {
	if aside || len(p.toplines) >= mostToplines {
		return
	}
	rank := -1
	switch {
	case n.DataAtom == atom.H1, n.DataAtom == atom.Title, n.DataAtom == atom.Meta, n.DataAtom == atom.A, n.DataAtom == atom.Img, n.DataAtom == atom.Body:
		return
	case attr(n, "role") == "heading" && attr(n, "aria-level") == "1", attr(n, "itemprop") == "headline":
		rank = headlineMark
	case isHeadlineClass(attr(n, "class")) || isHeadlineClass(attr(n, "id")):
		rank = headlineClass
	case n.DataAtom == atom.H2:
		rank = secondRank
	case n.DataAtom == atom.Font && (isBig(attr(n, "size")) || attr(n, "size") == "3" && isBold(n)):
		rank = bigType
	default:
		return
	}
	if s := heading(n); utf8.RuneCountInString(s) >= headlineLeast && utf8.RuneCountInString(s) <= titleLetters && !p.isSite(s) {
		p.toplines = append(p.toplines, topline{s, rank, p.letters})
	}
}

// headlineLeast is how many letters such a headline has at least.
const headlineLeast = 8

var mayHeadline = regexp.MustCompile(`(?i)tit|headline|subject|ba[sş]l[iı]k|tytul|judul|zagol`)

// isHeadlineClass reports whether the last word of a class, or the first of one
// that a style sheet made, is one for headlines: "NewsTitle", "Post_title__cc3".
func isHeadlineClass(classes string) bool {
	if !mayHeadline.MatchString(classes) {
		return false
	}
	for class := range strings.FieldsSeq(classes) {
		class, _, _ = strings.Cut(class, "__")
		words := strings.FieldsFunc(class, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) == 0 {
			continue
		}
		last := strings.ToLower(words[len(words)-1])
		if slices.ContainsFunc(headlineClasses, func(w string) bool { return last == w || len(w) > 4 && strings.HasSuffix(last, w) && last != "sub"+w }) {
			return true
		}
	}
	return false
}

// isBig reports whether a size of old type is larger than that of texts.
func isBig(size string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(size, "+"))
	return err == nil && (n >= 4 || strings.HasPrefix(size, "+") && n > 0)
}

// isBold reports whether all of an element's text is bold.
func isBold(n *html.Node) bool {
	all, bold := inner(n), ""
	for d := range n.Descendants() {
		if d.DataAtom == atom.B || d.DataAtom == atom.Strong {
			bold += inner(d)
		}
	}
	return all != "" && lettersOnly(all) == lettersOnly(bold)
}

// nameWords is how many words a title has at most that may be the name of a site
// or a section.
const nameWords = 4

// siteTitles are words of titles that are those of a whole site.
var siteTitles = []string{"official site", "official website", "resmi internet sitesi", "resmî internet sitesi", "официальный сайт", "sitio oficial", "site officiel", "site oficial", "offizielle website", "الموقع الرسمي", "官方网站", "공식 홈페이지"}

// topline gives the headline of a page whose h1 is none: the first of the surest
// that shares its words with a declared title, or, where nothing but a name is
// declared, that stands first.
func (p page) topline(declared []string) (topline, bool) {
	for rank := headlineMark; rank >= bigType; rank-- {
		for _, h := range p.toplines {
			if h.rank == rank && slices.ContainsFunc(declared, func(t string) bool { return t != "" && sharedWords(h.text, t) >= 0.6 }) {
				return h, true
			}
		}
	}
	if slices.ContainsFunc(p.headings, func(h string) bool { return !p.isSite(h) }) {
		return topline{}, false
	}
	for _, t := range declared {
		if t != "" && !p.isSite(t) && len(strings.Fields(t)) > nameWords && !hasClass(t, siteTitles) {
			return topline{}, false
		}
	}
	for rank := headlineMark; rank >= bigType; rank-- {
		if p.toplinesOf(rank) > listedToplines {
			continue
		}
		for _, h := range p.toplines {
			if h.rank == rank && (rank != secondRank || p.isNameless(declared)) && longer(h.text, declared) && !bottomHeading(h.text) {
				return h, true
			}
		}
	}
	return topline{}, false
}

// listedToplines is how many of one rank a page may have, before they are those of a list.
const listedToplines = 6

func (p page) toplinesOf(rank int) (n int) {
	for _, h := range p.toplines {
		n += count(h.rank == rank)
	}
	return n
}

// isNameless reports whether nothing is declared but the site's name.
func (p page) isNameless(declared []string) bool {
	return !slices.ContainsFunc(declared, func(t string) bool { return t != "" && !p.isSite(t) && !p.siteWords(t) })
}

// siteWords reports whether a title is what stands in the title element behind
// the site's name, as the name of a part of the site.
func (p page) siteWords(t string) bool {
	return !strings.HasPrefix(lettersOnly(p.titleTag), lettersOnly(t))
}

// longer reports whether a text has four words, or more letters than others.
func longer(s string, than []string) bool {
	if len(strings.Fields(s)) >= nameWords {
		return true
	}
	return !slices.ContainsFunc(than, func(t string) bool { return utf8.RuneCountInString(t)*5 > utf8.RuneCountInString(s)*4 })
}
