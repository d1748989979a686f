package extract

import (
	"strings"
	"time"

	"golang.org/x/net/html"
)

// Post reads a post whose markup is all of it, without a page around it. What
// is known of it from elsewhere is given; a dateline and a byline in the text
// are stronger, for a post that was taken over from another outlet names that.
// Errors: Invalid for what is too large. A post without a text is none.
func Post(markup string, given Document, opt Options, now time.Time) (Document, error) {
	if len(markup) > MaxSize {
		return Document{}, tooLarge(len(markup))
	}
	doc := given
	doc.URL, doc.Byline = opt.URL, nil
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil || tooMany(root) { // an error: nested deeper than the parser goes
		flat := flatPage(markup, opt, now)
		doc.Text, doc.HTML, doc.Confidence, doc.Removed = flat.Text, flat.HTML, flat.Confidence, flat.Removed
		doc.Byline = given.Byline
	} else {
		doc.readPost(rendered(root, address(opt.URL)), given.Byline, opt, now)
	}
	doc.Language = Language(doc.Text, primary(given.Language))
	if doc.Published > now.UTC().Format(time.DateOnly) {
		doc.Published = ""
	}
	doc.doubt(opt.Blocks)
	doc.fill()
	return doc, nil
}

// postConfidence is how sure it is that what a site kept as a post is one.
const postConfidence = 0.9

func (d *Document) readPost(parts []part, byline []string, opt Options, now time.Time) {
	parts = d.cutPage(d.cutRepeated(parts, opt, now), now)
	for _, r := range d.Removed {
		if name, yes := bylineName(r.Text); r.Kind == Byline && yes {
			d.Byline = append(d.Byline, people(name)...)
		}
	}
	parts = d.datelineIn(parts, opt, now)
	if len(d.Byline) == 0 && d.Dateline.Raw == "" {
		d.Byline = byline
	}
	d.Text, d.HTML = strings.Join(texts(parts), "\n\n"), markupOf(parts)
	if d.Text != "" {
		d.Confidence = postConfidence
	}
}
