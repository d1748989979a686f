package extract

import (
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rightsdesk/internal/fault"
)

// sheetOf parses a page, asks both libraries where its article is, and lays out
// what is known of its parts. from may be nil. Errors: Invalid for a page that
// is nested too deep or too large.
func sheetOf(text string, from *url.URL, now time.Time) (*sheet, page, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil || tooMany(root) { // an error: nested deeper than the parser goes
		return nil, page{}, fault.New(fault.Invalid, "The page is nested too deep or has too many elements.")
	}
	p := look(root, from, now)
	p.findDate(root, now)
	prune(root)
	parts := rendered(root, from)
	s := newSheet(parts, p.known(), now)
	t, author := trafilaturaRuns(root, from)
	p.name(author, foundAuthor)
	s.ask(t, readabilityRuns(root, from))
	return s, p, nil
}

// choose gives the parts that are likely the article's. Parts that a library
// takes for the article and that are likely not are kept in removed.
func (d *Document) choose(s *sheet) []part {
	var kept []part
	contents, likely := s.contents(), s.likely()
	copies, lead := s.copies(likely), s.standfirst(likely)
	letters := 0
	for i := range s.facts {
		letters += count(likely[i]) * s.facts[i].letters
	}
	for i := range s.facts {
		f := &s.facts[i]
		switch {
		case i == lead:
			d.Standfirst = f.text
		case likely[i] && f.letters < footerLetters && s.all < wallWords && matching(walls, f.text) != "":
			d.remove(Paywall, f.text)
		case likely[i] && f.offers(letters):
			d.remove(Footer, f.text)
		case copies[i]:
			d.remove(Repeated, f.text)
		case likely[i] && contents[i]:
			d.remove(Navigation, f.text)
		case f.at.DataAtom == atom.H1 && sharedWords(f.text, d.Title) > 0.5:
			kept = d.belowHeadline(kept)
			if likely[i] || max(f.t, f.r) > 0.5 {
				d.remove(Repeated, f.text)
			}
		case likely[i]:
			kept = append(kept, f.part)
		case max(f.t, f.r) > 0.5:
			d.remove(f.kind(), f.text)
		}
	}
	return kept
}

// belowHeadline takes out the short lines that stand above the headline.
func (d *Document) belowHeadline(above []part) []part {
	long := func(p part) bool { return utf8.RuneCountInString(p.text) > footerLetters }
	if len(above) >= topParts || slices.ContainsFunc(above, long) {
		return above
	}
	for _, p := range above {
		d.remove(Navigation, p.text)
	}
	return nil
}

// nearlyLikely are the odds from which a heading stays where it stands between
// two parts that stay.
const nearlyLikely = -2

// likely asks the forest about each part. The rest of a list of which most stays
// stays too, and a heading between two parts that stay.
func (s *sheet) likely() []bool {
	out, odds := make([]bool, len(s.facts)), make([]float64, len(s.facts))
	items, kept := map[*html.Node]int{}, map[*html.Node]int{}
	for i := range s.facts {
		f := &s.facts[i]
		odds[i] = grown().odds(s.row(i))
		out[i] = odds[i] > 0
		if f.tag == "li" && f.at != nil {
			items[f.at.Parent]++
			kept[f.at.Parent] += count(out[i])
		}
	}
	for i := range s.facts {
		f := &s.facts[i]
		if f.tag == "li" && f.at != nil && !f.cue && !f.repeated && f.linkShare() < 0.5 && kept[f.at.Parent]*5 >= items[f.at.Parent]*3 {
			out[i] = true
		}
	}
	for i := 1; i+1 < len(s.facts); i++ {
		if f := &s.facts[i]; f.heading && odds[i] > nearlyLikely && out[i-1] && out[i+1] && !f.leadsOff() {
			out[i] = true
		}
	}
	return out
}

// leadsOff reports whether a heading is the page's or that of something else
// than the article.
func (f *fact) leadsOff() bool {
	return f.bottom || f.related || f.cue || f.title || f.repeated || f.linkShare() >= 0.5
}

// contentsParts is how many lines a table of contents has at least.
const contentsParts = 3

// contents tells which parts are a table of contents, whose lines lead to places
// on the page, and the heading above it.
func (s *sheet) contents() []bool {
	out := make([]bool, len(s.facts))
	for i := 0; i < len(s.facts); i++ {
		end := i
		for end < len(s.facts) && s.facts[end].anchored*5 >= s.facts[end].letters*4 && s.facts[end].letters > 0 {
			end++
		}
		if end-i < contentsParts {
			i = max(i, end-1)
			continue
		}
		for j := i; j < end; j++ {
			out[j] = true
		}
		if i > 0 && s.facts[i-1].letters < 40 && startsWith(strings.ToLower(s.facts[i-1].text), contentsHeadings...) {
			out[i-1] = true
		}
		i = end
	}
	return out
}

// kind gives what a part is that is not the article's.
func (f *fact) kind() string {
	switch {
	case f.title:
		return Repeated
	case f.caption(), f.credit:
		return Caption
	case f.byline:
		return Byline
	case f.date:
		return Date
	case f.bottom, f.related, f.under > 0, f.linkShare() > 0.5:
		return Related
	}
	return first([]string{loneKind(f.text), footerKind(f.text), Navigation})
}

func (f *fact) caption() bool { return f.around.caption || f.around.figure && !f.heading }

// prune takes out what no reader sees and the libraries would copy: scripts and
// styles are most of many pages.
func prune(root *html.Node) {
	var out []*html.Node
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Svg, atom.Template, atom.Noscript, atom.Link, atom.Iframe, atom.Input, atom.Select, atom.Textarea, atom.Object, atom.Canvas:
			out = append(out, n)
		case atom.Span, atom.Sup, atom.Table, atom.Div:
			if isWikiAside(n) {
				out = append(out, n)
			}
		case 0:
			if n.Type == html.CommentNode {
				out = append(out, n)
			}
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// offerClasses are pieces of classes that hold an offer to readers and nothing else.
var offerClasses = []string{"newsletter", "signup", "sign-up", "subscribe", "paywall", "donation-form", "donate-box"}

// The share of the article's letters, and the number of letters, that an element
// for offers holds at most: a site that sells its articles calls their bodies so too.
const (
	offerShare   = 0.25
	offerElement = 800
)

// offers reports whether a short part stands in an element for offers to readers,
// at most two steps up, of an article with so many letters.
func (f *fact) offers(letters int) bool {
	if f.letters > 200 || f.quoted {
		return false
	}
	for n, steps := f.at, 0; n != nil && steps < 3; n, steps = n.Parent, steps+1 {
		if n.DataAtom != atom.Body && n.DataAtom != atom.Article && n.DataAtom != atom.Main && hasClass(attr(n, "class")+" "+attr(n, "id"), offerClasses) {
			held := utf8.RuneCountInString(lettersOnly(inner(n)))
			return held <= offerElement && float64(held) <= offerShare*float64(letters)
		}
	}
	return false
}

// wikiAsides are classes of what stands in a wiki's article and is none of its
// text.
var wikiAsides = []string{"mw-editsection", "editsection", "navbox", "reference", "ambox"}

func isWikiAside(n *html.Node) bool {
	class := attr(n, "class")
	return class != "" && hasClass(class, wikiAsides) && slices.ContainsFunc(strings.Fields(class), func(w string) bool {
		return slices.Contains(wikiAsides, w) && (w != "reference" || n.DataAtom == atom.Sup)
	})
}

// trafilaturaRuns gives what go-trafilatura takes for the article, and for its
// author. It leaves the page as it is.
func trafilaturaRuns(root *html.Node, from *url.URL) (article runs, author string) {
	r, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL: from, ExcludeComments: true, IncludeLinks: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil { // it found no article
		return nil, ""
	}
	return runsUnder(r.ContentNode), r.Metadata.Author
}

// readabilityRuns gives what readability takes for the article. It changes the page.
func readabilityRuns(root *html.Node, from *url.URL) runs {
	if from == nil {
		from = &url.URL{}
	}
	p := readability.NewParser()
	p.DisableJSONLD = true
	a, err := p.ParseAndMutate(root, from)
	if err != nil || a.Node == nil { // it found no article
		return nil
	}
	return runsUnder(a.Node)
}

// runsUnder gives the runs of the text under a node. The libraries trim the
// texts around elements, so a blank stands at each.
func runsUnder(n *html.Node) runs {
	if n == nil {
		return nil
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		} else {
			b.WriteByte(' ')
		}
	}
	return hashes(b.String()).runs()
}
