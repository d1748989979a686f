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

// surroundings keeps what was found for each element.
type surroundings map[*html.Node]around

// of reads an element and those above it.
func (s surroundings) of(n *html.Node) around {
	if n == nil || n.Type != html.ElementNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return around{}
	}
	if a, ok := s[n]; ok {
		return a
	}
	a := s.of(n.Parent)
	a.element(n)
	a.class(strings.ToLower(attr(n, "class") + " " + attr(n, "id")))
	a.path = lastSteps(a.path) + "/" + n.Data + "." + attr(n, "class")
	s[n] = a
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

func (a *around) class(class string) {
	a.bad *= fading
	for k := range a.kinds {
		a.kinds[k] *= fading
	}
	if len(class) < 3 {
		return
	}
	for _, w := range badClasses {
		a.bad += float64(count(strings.Contains(class, w)))
	}
	for k, kind := range classKinds {
		if slices.ContainsFunc(kind.words, func(w string) bool { return strings.Contains(class, w) }) {
			a.kinds[k] = 1
		}
	}
	for w := range strings.FieldsFuncSeq(class, notLetter) {
		a.caption = a.caption || slices.Contains(captionClasses, w)
	}
	for _, w := range goodClasses {
		a.good = a.good || strings.Contains(class, w)
	}
}

// lastSteps keeps the last three steps of a path.
func lastSteps(path string) string {
	if strings.Count(path, "/") >= 3 {
		return path[1+strings.Index(path[1:], "/"):]
	}
	return path
}
