package source

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"rightsdesk/internal/desk"
)

// How a list of articles is told from a menu.
const (
	leastItems = 3  // of one form
	leastTitle = 12 // characters; an ideograph counts for three
	mostLinks  = 5000
	mostUp     = 6 // elements above a link that may be its item
)

var (
	plainName = regexp.MustCompile(`^[A-Za-z][\w-]*$`)
	datesTag  = cascadia.MustCompile(`time, [datetime], [class*=date], [class*=Date], [class*=time]`)
	noItems   = set("html", "body", "nav", "header", "footer", "form", "head", "main")
)

// GuessSelectors proposes selectors for a page that lists articles: the form
// of element that is there most often with one link and a headline's length of
// words in it. found is false when nothing on the page looks like a list.
func GuessSelectors(data []byte, contentType string) (sel desk.Selectors, found bool) {
	doc, _, err := parsePage(data, contentType)
	if err != nil {
		return sel, false
	}
	best := 0
	forms := map[string]*form{}
	var order []string
	links := cascadia.QueryAll(doc, linkTag)
	for _, a := range links[:min(len(links), mostLinks)] {
		length := titleLength(textIn(a))
		if length < leastTitle || within(a, "nav", "footer") {
			continue
		}
		n := a
		for range mostUp {
			if n == nil || n.Type != html.ElementNode || noItems[n.Data] {
				break
			}
			s := selectorOf(n)
			f := forms[s]
			if f == nil {
				f = &form{links: map[*html.Node]map[string]bool{}}
				forms[s] = f
				order = append(order, s)
			}
			if f.links[n] == nil {
				f.links[n] = map[string]bool{}
			}
			f.links[n][Normal(get(a, "href"))] = true
			f.length += min(length, 120)
			n = n.Parent
		}
	}
	for _, s := range order {
		f := forms[s]
		// Of two forms with the same items the outer one also holds the date.
		if score := f.score(); score > 0 && score >= best {
			best, sel.Item = score, s
		}
	}
	if best == 0 {
		return desk.Selectors{}, false
	}
	for n := range forms[sel.Item].links {
		if at := cascadia.Query(n, datesTag); at != nil {
			sel.Date = selectorOf(at)
			break
		}
	}
	sel.Title = headline(forms[sel.Item])
	return sel, true
}

// form is one form of element with those of the page that have it.
type form struct {
	links  map[*html.Node]map[string]bool // addresses with a headline's length in each
	length int                            // characters of all headlines
}

// score is the characters of headlines, 0 for what is no list: items hold one
// address each, and there are several.
func (f *form) score() int {
	if len(f.links) < leastItems {
		return 0
	}
	all := map[string]bool{}
	for _, in := range f.links {
		if len(in) != 1 {
			return 0
		}
		for a := range in {
			all[a] = true
		}
	}
	if len(all) < leastItems {
		return 0
	}
	return f.length
}

// headline gives the heading that all items have, empty where there is none.
func headline(f *form) string {
	for _, tag := range []string{"h2", "h3", "h4", "h1"} {
		s, all := cascadia.MustCompile(tag), true
		for n := range f.links {
			all = all && cascadia.Query(n, s) != nil
		}
		if all {
			return tag
		}
	}
	return ""
}

// selectorOf names an element by its tag and classes, by its parent too where
// it has no class. Classes that hold numbers change from page to page.
func selectorOf(n *html.Node) string {
	s := n.Data
	for _, class := range strings.Fields(get(n, "class")) {
		if plainName.MatchString(class) && !strings.ContainsAny(class, "0123456789") {
			return s + "." + class
		}
	}
	if p := n.Parent; p != nil && p.Type == html.ElementNode && p.Data != "body" {
		for _, class := range strings.Fields(get(p, "class")) {
			if plainName.MatchString(class) {
				return p.Data + "." + class + " > " + s
			}
		}
		if id := get(p, "id"); plainName.MatchString(id) {
			return "#" + id + " > " + s
		}
		return p.Data + " > " + s
	}
	return s
}

func within(n *html.Node, tags ...string) bool {
	for a := range n.Ancestors() {
		for _, tag := range tags {
			if a.Data == tag {
				return true
			}
		}
	}
	return false
}

// titleLength is the characters of a text; one of more than two bytes, mostly
// an ideograph or a syllable, says as much as three letters.
func titleLength(s string) int {
	n := 0
	for _, c := range oneLine(s) {
		n++
		if utf8.RuneLen(c) > 2 {
			n += 2
		}
	}
	return n
}
