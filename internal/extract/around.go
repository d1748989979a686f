package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// around is what the elements around a part say of it.
type around struct {
	aside, footer, header, form, article, main, nav, figure, caption, hidden, code bool

	bad  float64 // words in classes that name what is no article, the nearer the more
	good bool    // a class that names an article's body

	kinds [len(classKinds)]float64 // which of classKinds the classes name: 1, the less the further above
	path  string                   // names and classes of the nearest elements
}

// surroundings keeps what was found for each element, and for its classes, which
// many elements of a page share.
type surroundings struct {
	elements map[*html.Node]around
	classes  map[string]classed
}

// of reads an element and those above it.
func (s surroundings) of(n *html.Node) around {
	if n == nil || n.Type != html.ElementNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return around{}
	}
	if a, ok := s.elements[n]; ok {
		return a
	}
	a := s.of(n.Parent)
	a.element(n)
	names := attr(n, "class") + " " + attr(n, "id")
	c, known := s.classes[names]
	if !known {
		c = classedBy(strings.ToLower(names))
		s.classes[names] = c
	}
	a.class(c)
	a.path = lastSteps(a.path) + "/" + n.Data + "." + attr(n, "class")
	s.elements[n] = a
	return a
}

func (a *around) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Aside:
		a.aside = true
	case atom.Footer:
		a.footer = true
	case atom.Header:
		a.header = true
	case atom.Form:
		a.form = true
	case atom.Article:
		a.article = true
	case atom.Main:
		a.main = true
	case atom.Nav:
		a.nav = true
	case atom.Figure:
		a.figure = true
	case atom.Figcaption:
		a.caption = true
	case atom.Pre:
		a.code = true
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "dialog":
		a.aside = true
	case "main":
		a.main = true
	}
	style := strings.ReplaceAll(attr(n, "style"), " ", "")
	a.hidden = a.hidden || strings.Contains(style, "display:none") || has(n, "hidden") || attr(n, "aria-hidden") == "true"
	a.good = a.good || attr(n, "itemprop") == "articleBody"
}

// fading is how much less a class says of what stands a step below.
const fading = 0.8

// class adds what the classes and the id of an element say.
func (a *around) class(c classed) {
	a.bad = a.bad*fading + c.bad
	a.good, a.caption = a.good || c.good, a.caption || c.caption
	for k := range a.kinds {
		if a.kinds[k] *= fading; c.kinds[k] {
			a.kinds[k] = 1
		}
	}
}

// classed is what classes and an id say.
type classed struct {
	bad           float64
	good, caption bool
	kinds         [len(classKinds)]bool
}

// classedBy reads classes and an id, in lower case.
func classedBy(class string) (c classed) {
	if len(class) < 3 {
		return c
	}
	contains := func(w string) bool { return strings.Contains(class, w) }
	for _, w := range badClasses {
		c.bad += float64(count(contains(w)))
	}
	for k, kind := range classKinds {
		c.kinds[k] = slices.ContainsFunc(kind.words, contains)
	}
	for w := range strings.FieldsFuncSeq(class, notLetter) {
		c.caption = c.caption || slices.Contains(captionClasses, w)
	}
	c.good = slices.ContainsFunc(goodClasses, contains)
	return c
}

// lastSteps keeps the last three steps of a path.
func lastSteps(path string) string {
	if strings.Count(path, "/") >= 3 {
		return path[1+strings.Index(path[1:], "/"):]
	}
	return path
}
