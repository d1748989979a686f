package site

import (
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/taxonomy"
)

// termLine are the terms of one axis that an editor decided for an article.
type termLine struct {
	Axis  string // with a colon
	Terms []termLink
}

// termLink is a term with its name.
type termLink struct {
	ID    string // "theme:children"
	Label string
}

// Path is where all articles with the term are.
func (l termLink) Path() string { return "/search?" + url.Values{"term": {l.ID}}.Encode() }

// themesAnd gives the themes to choose from, and the term that
// was asked for where it is one of another axis.
func themesAnd(language, asked string) []termLink {
	var out []termLink
	for _, t := range taxonomy.Themes() {
		out = append(out, termLink{"theme:" + t.ID, t.Label(language)})
	}
	axis, id, _ := strings.Cut(asked, ":")
	if slices.Contains(termAxes[1:], axis) && slices.ContainsFunc(taxonomy.All(axis), func(t taxonomy.Term) bool { return t.ID == id }) {
		out = append(out, termLink{asked, taxonomy.Find(axis, id).Label(language)})
	}
	return out
}

// termAxes are the axes in the order in which they are shown.
var termAxes = []string{"theme", "act", "group", "community", "right"}

// Terms gives the article's terms axis by axis.
func (p *articlePage) Terms() []termLine {
	var out []termLine
	for _, axis := range termAxes {
		var terms []termLink
		for _, term := range p.Article.Terms {
			if id, of := strings.CutPrefix(term, axis+":"); of {
				terms = append(terms, termLink{term, taxonomy.Find(axis, id).Label(p.Language)})
			}
		}
		if len(terms) > 0 {
			out = append(out, termLine{axisName(p.Language, axis), terms})
		}
	}
	return out
}

func axisName(language, axis string) string {
	switch axis {
	case "theme":
		return locale.T(language, "Themes:")
	case "act":
		return locale.T(language, "What was done:")
	case "group":
		return locale.T(language, "To whom:")
	case "community":
		return locale.T(language, "Communities:")
	}
	return locale.T(language, "Rights:")
}
