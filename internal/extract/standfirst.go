package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// leadClasses are the words in classes that name a standfirst.
var leadClasses = strings.Fields("lead lede intro chapo chapeau bajada entradilla copete standfirst dek deck subtitle subheadline subhead subheading abstract vorspann ingress excerpt summary sapo anons strapline desc description spot ozet preview teaser sub fina")

// The bounds of a standfirst, in words, and how many parts below the headline it
// may stand.
const (
	leadLeast, leadMost = 5, 90
	leadParts           = 12
	bodyWords           = 12 // of a paragraph of the body at least
)

// standfirst gives the part that stands apart between the headline and the body:
// one that a class calls so, or that is the page's description and in another
// element than the body; -1 for none. What is only the first paragraph stays
// with the others.
func (s *sheet) standfirst(likely []bool) int {
	begin := 0
	for i := range s.facts {
		if s.facts[i].title && i < len(s.facts)/2 {
			begin = i + 1
			break
		}
	}
	for i := begin; i < min(len(s.facts), begin+leadParts); i++ {
		f, body := &s.facts[i], s.bodyBelow(i, likely)
		if body == nil {
			return -1
		}
		if f.at == nil {
			continue
		}
		apart := f.at.Parent != body.at.Parent
		if f.mayLead() && (f.inLead(body) || (f.described || f.opens) && (apart || isBold(f.at))) {
			return i
		}
		if likely[i] && f.tag == "p" && f.words >= bodyWords && !apart {
			return -1
		}
	}
	return -1
}

// bodyBelow gives the first long paragraph of the article below a part.
func (s *sheet) bodyBelow(i int, likely []bool) *fact {
	for j := i + 1; j < len(s.facts); j++ {
		if f := &s.facts[j]; likely[j] && f.tag == "p" && f.words >= bodyWords && f.at != nil {
			return f
		}
	}
	return nil
}

func (f *fact) mayLead() bool {
	return f.at != nil && f.words >= leadLeast && f.words <= leadMost && f.linkShare() < 0.3 && f.tag != "table" && f.tag != "li" &&
		!f.title && !f.byline && !f.date && !f.credit && !f.caption() && !f.cue && !f.related && !f.around.nav && !f.around.aside
}

// inLead reports whether the element of a part, or one of the two around it with
// nothing else in them, has a class for standfirsts. One that holds the body too
// is none.
func (f *fact) inLead(body *fact) bool {
	for n, steps := f.at, 0; n != nil && steps < leadSteps; n, steps = n.Parent, steps+1 {
		if isLead(n) && !isUnder(body.at, n) {
			return steps < 2 || lettersOnly(inner(n)) == lettersOnly(f.text)
		}
	}
	return false
}

const leadSteps = 4

// isLead reports whether an element's class or id has a word for standfirsts.
func isLead(n *html.Node) bool {
	if n == nil {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(attr(n, "class")+" "+attr(n, "id")), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.ContainsFunc(leadClasses, func(lead string) bool { return w == lead || len(lead) > 4 && strings.HasSuffix(w, lead) })
	})
}
