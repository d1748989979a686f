package extract

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads the article out of a page. What go-trafilatura finds is taken
// as the body; title, byline, date and language are held against what else the
// page says of itself.
func readHTML(text string, opt Options, now time.Time) Document {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil { // nested deeper than the parser goes
		return flatPage(text, opt, now)
	}
	page := look(root)
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL: address(opt.URL), EnableFallback: true, ExcludeComments: true, IncludeLinks: true,
		HtmlDateMode: trafilatura.Extensive, MaxTreeSize: maxNodes,
	})
	if err != nil {
		return emptyPage(page, now)
	}
	var doc Document
	parts := doc.cutPage(rendered(result.ContentNode, address(opt.URL), spaced(root)))
	blocks := texts(parts)
	doc.Text, doc.HTML = strings.Join(blocks, "\n\n"), markupOf(parts)
	doc.SiteName = first([]string{page.siteName, result.Metadata.Sitename})
	doc.Title = page.title(result.Metadata.Title, doc.SiteName)
	doc.Standfirst = ""
	doc.Byline = pageByline(page.author, result.Metadata.Author)
	doc.Published = pageDate(page.published, result.Metadata.Date, now)
	doc.Image, doc.CanonicalURL = result.Metadata.Image, page.canonical
	doc.Language = Language(doc.Text, page.language)
	doc.Confidence = pageConfidence(page, doc, len(blocks))
	doc.Outlet = doc.SiteName
	doc.dateInText(blocks, opt, now)
	return doc
}

// maxNodes is how many elements a page may have; the time that finding the
// article takes grows faster than their number.
const maxNodes = 200_000

// dateInText reads a dateline that the body begins with, as reposts have it.
func (d *Document) dateInText(blocks []string, opt Options, now time.Time) {
	if len(blocks) == 0 {
		return
	}
	f, yes := findDateline(blocks[0], opt, now)
	if !yes || f.date == "" || f.body == "" {
		return
	}
	d.Dateline = Dateline{Raw: f.raw, Outlet: f.outlet, Date: f.date, Place: f.place, Link: f.link}
	d.Rule = f.rule
	if f.byline != "" && len(d.Byline) == 0 {
		d.addByline(f.byline)
	}
}

// emptyPage is what is left of a page without an article: what its head says.
func emptyPage(p page, now time.Time) Document {
	return Document{
		Title: p.title("", p.siteName), SiteName: p.siteName, Outlet: p.siteName, CanonicalURL: p.canonical,
		Language: primary(p.language), Published: pageDate(p.published, time.Time{}, now), Confidence: 0,
	}
}

// flatPage reads a page whose nesting no parser follows: its text without
// markup, as plain text, with little confidence.
func flatPage(text string, opt Options, now time.Time) Document {
	var b strings.Builder
	skip := ""
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		switch z.Next() {
		case html.ErrorToken:
			doc := readPlain(b.String(), opt, now)
			doc.Confidence = min(doc.Confidence, 0.3)
			return doc
		case html.StartTagToken:
			name, _ := z.TagName()
			if n := string(name); n == "script" || n == "style" {
				skip = n
			} else if isBlock(atom.Lookup(name)) {
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == skip {
				skip = ""
			}
		case html.TextToken:
			if skip == "" {
				b.Write(z.Text())
			}
		}
	}
}

// cutPage takes out of a page's body what is not the article.
func (d *Document) cutPage(parts []part) []part {
	var kept []part
	for _, p := range parts {
		if kind := loneKind(p.text); kind != "" {
			d.remove(kind, p.text)
			continue
		}
		kept = append(kept, p)
	}
	var blocks []block
	for _, p := range kept {
		blocks = append(blocks, block{p.text, 1})
	}
	return kept[:len(d.cutEnd(blocks))]
}

func pageByline(declared, found string) []string {
	var out []string
	for _, s := range []string{declared, found} {
		for _, part := range strings.Split(s, ";") {
			name, yes := bylineName(strings.TrimSpace(part))
			if !yes {
				name = strings.TrimSpace(part)
			}
			for _, p := range people(name) {
				if !slices.Contains(out, p) && !strings.ContainsAny(p, "@/<>") {
					out = append(out, p)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}

// pageDate prefers what the page declares and never gives a date after now.
func pageDate(declared string, found, now time.Time) string {
	if len(declared) >= 10 {
		if date, ok := wholeDate(declared[:10], now); ok {
			return date
		}
	}
	if found.IsZero() || found.After(now.AddDate(0, 0, 1)) {
		return ""
	}
	return found.Format("2006-01-02")
}

func pageConfidence(p page, doc Document, blocks int) float64 {
	c := 0.2
	if p.article {
		c += 0.3
	}
	if doc.Published != "" {
		c += 0.1
	}
	if len(doc.Text) > 600 {
		c += 0.2
	}
	if blocks > 2 {
		c += 0.2
	}
	if len(doc.Text) < 200 {
		c = min(c, 0.2)
	}
	return c
}

func address(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return nil
	}
	return u
}
