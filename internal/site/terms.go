package site

import (
	"strings"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/taxonomy"
)

// termLine are the terms of one axis that an editor decided for an article.
type termLine struct {
	Axis  string // with a colon
	Names string
}

// termAxes are the axes in the order in which they are shown.
var termAxes = []string{"theme", "act", "group", "community", "right"}

// Terms gives the article's terms axis by axis.
func (p *articlePage) Terms() []termLine {
	var out []termLine
	for _, axis := range termAxes {
		var names []string
		for _, term := range p.Article.Terms {
			if id, of := strings.CutPrefix(term, axis+":"); of {
				names = append(names, taxonomy.Find(axis, id).Label(p.Language))
			}
		}
		if len(names) > 0 {
			out = append(out, termLine{axisName(p.Language, axis), strings.Join(names, locale.T(p.Language, ", "))})
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
