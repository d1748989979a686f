package publish

import (
	"bytes"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"rightsdesk/internal/fault"
)

// postMarkdown knows tables as well, which reports need.
var postMarkdown = goldmark.New(goldmark.WithExtensions(extension.Table))

var postPolicy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "hr", "code", "pre",
		"table", "thead", "tbody", "tr", "th", "td")
	p.AllowStandardURLs()
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowAttrs("href").OnElements("a")
	return p
}()

// Post renders one of the organisation's own texts: its Markdown as sanitised
// HTML, and the same as plain text with a blank line between paragraphs, which
// is searched and quoted. Headings of the first order become second ones: the
// page's title is the first. Errors: Invalid.
func Post(markdown string) (page, text string, err error) {
	var b bytes.Buffer
	if err := postMarkdown.Convert([]byte(markdown), &b); err != nil {
		return "", "", fault.Wrap(fault.Invalid, err, "This text cannot be rendered as Markdown")
	}
	raw := strings.NewReplacer("<h1>", "<h2>", "</h1>", "</h2>").Replace(b.String())
	page = strings.TrimSpace(postPolicy.Sanitize(raw))
	return page, plain(page), nil
}

// ends are the elements after which a new paragraph begins, lines those after
// which a new line does.
var (
	ends  = map[string]bool{"p": true, "h2": true, "h3": true, "h4": true, "ul": true, "ol": true, "blockquote": true, "pre": true, "table": true, "hr": true}
	lines = map[string]bool{"li": true, "tr": true, "br": true}
)

// plain gives the text of sanitised HTML.
func plain(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return tidy(b.String())
		case html.TextToken:
			b.WriteString(strings.ReplaceAll(string(z.Text()), "\n", " "))
		case html.EndTagToken, html.SelfClosingTagToken, html.StartTagToken:
			t := z.Token()
			switch {
			case t.Type == html.StartTagToken && t.Data != "br" && t.Data != "hr":
			case ends[t.Data]:
				b.WriteString("\n\n")
			case lines[t.Data]:
				b.WriteString("\n")
			case t.Data == "td" || t.Data == "th":
				b.WriteByte(' ')
			}
		}
	}
}

// tidy takes needless blanks away and leaves one empty line at most.
func tidy(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
