package extract

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads the article out of a page. The forest says which parts are the
// article; title, byline, date and language are held against what else the page
// says of itself.
func readHTML(text string, opt Options, now time.Time) Document {
	s, page, err := sheetOf(text, address(opt.URL), now)
	if err != nil {
		return flatPage(text, opt, now)
	}
	doc := page.document(now)
	parts := doc.cutPage(doc.cutRepeated(doc.choose(s), opt, now), now)
	parts = doc.datelineIn(parts, opt, now)
	doc.Text, doc.HTML = strings.Join(texts(parts), "\n\n"), markupOf(parts)
	doc.Language = Language(doc.Text, page.language)
	doc.Confidence = page.confidence(doc, len(parts), s)
	return doc
}

// document gives what a page says of itself.
func (p page) document(now time.Time) Document {
	d := Document{
		Title: p.chosen, SiteName: p.siteName, Outlet: p.siteName, CanonicalURL: p.canonical,
		Language: primary(p.language),
	}
	d.Byline, d.Credit = p.credits()
	d.Image, d.ImageCaption, d.ImageCredit = p.picture.address, p.picture.caption, p.picture.credit
	d.ImageAlt = p.picture.alt
	d.Published, d.Dateline.Rule, d.Dateline.Confidence = p.published()
	return d
}

// datelineIn reads a dateline that the body begins with, as reposts have it:
// then the outlet is the one named there, not the site.
func (d *Document) datelineIn(parts []part, opt Options, now time.Time) []part {
	if len(parts) == 0 {
		return parts
	}
	f, yes := findDateline(parts[0].text, opt, now)
	if !yes || f.body == "" || !strings.HasSuffix(parts[0].text, f.body) {
		return parts
	}
	d.Dateline = f.public()
	d.Outlet = first([]string{f.outlet, d.Outlet})
	d.Published = first([]string{f.date, d.Published})
	if f.byline != "" && len(d.Byline) == 0 {
		d.addByline(f.byline)
	}
	at := parts[0]
	at.text, at.markup = f.body, html.EscapeString(f.body)
	return append([]part{at}, parts[1:]...)
}

// maxNodes is how many elements and texts a page may have whose article is
// looked for: the time for it grows with them, to two seconds here.
const maxNodes = 150_000

func tooMany(root *html.Node) bool {
	n := 0
	for range root.Descendants() {
		if n++; n > maxNodes {
			return true
		}
	}
	return false
}

// flatPage reads a page that is nested too deep or too large: its text without
// markup, as plain text, with little confidence.
func flatPage(text string, opt Options, now time.Time) Document {
	title, body := flatText(text)
	doc := readPlain(body, opt, now)
	doc.Title = first([]string{doc.Title, page{}.plainTitle(title)})
	doc.Confidence = min(doc.Confidence, 0.3)
	return doc
}

func flatText(text string) (title, body string) {
	var b strings.Builder
	within := ""
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return title, b.String()
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == atom.Script || a == atom.Style || a == atom.Title:
				within = string(name)
			case isBlock(a) || a == atom.Br:
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == within {
				within = ""
			} else if isBlock(atom.Lookup(name)) {
				b.WriteString("\n\n")
			}
		case html.TextToken:
			switch within {
			case "":
				b.Write(z.Text())
			case "title":
				title = oneLine(string(z.Text()))
			}
		}
	}
}

// address parses a page's address, nil for none.
func address(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return nil
	}
	return u
}
