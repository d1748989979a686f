package extract

import (
	"net/url"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
)

// policy is what survives of a page's markup. It is made when the first page is read.
var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "br",
		"table", "caption", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("http", "https")
	p.RequireParseableURLs(true)
	p.RequireNoFollowOnLinks(true)
	return p
})

// markupOf joins parts to harmless HTML, a part a line.
func markupOf(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		before, after := part{}, part{}
		if i > 0 {
			before = parts[i-1]
		}
		if i+1 < len(parts) {
			after = parts[i+1]
		}
		b.WriteString(p.wrapped(before, after))
	}
	return strings.TrimSpace(policy().Sanitize(b.String()))
}

// wrapped gives a part with its tags, and those of the list and quotation that
// it shares with its neighbours.
func (p part) wrapped(before, after part) string {
	s := "<" + p.tag + ">" + p.markup + "</" + p.tag + ">\n"
	if p.tag == "li" {
		if before.tag != "li" || before.list != p.list || before.quoted != p.quoted {
			s = "<" + p.list + ">\n" + s
		}
		if after.tag != "li" || after.list != p.list || after.quoted != p.quoted {
			s += "</" + p.list + ">\n"
		}
	}
	if p.quoted && !before.quoted {
		s = "<blockquote>\n" + s
	}
	if p.quoted && !after.quoted {
		s += "</blockquote>\n"
	}
	return s
}

// texts gives the texts of parts.
func texts(parts []part) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = p.text
	}
	return out
}

// absolute gives an address of the web in full; empty for any other.
func absolute(base *url.URL, ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
