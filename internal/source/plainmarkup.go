package source

import (
	"html"
	"net/url"
	"strings"

	"github.com/microcosm-cc/bluemonday"
)

// simple are the elements of most articles. plainMarkup writes no others.
var simple = set("p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "hr", "figure", "figcaption", "small", "sub", "sup", "u", "s", "code", "a", "img")

// silent are attributes that sanitising takes away from every element.
var silent = set("class", "style", "target", "rel", "srcset", "sizes", "loading", "decoding", "data-id", "fetchpriority", "aria-hidden", "border", "color", "face")

// plainMarkup sanitises the HTML that most feeds have: simple elements, links,
// pictures, text. It gives up, with ok false, at the first thing that is
// anything else, so that every doubt is the library's to decide. The law, held
// by FuzzPlainMarkup: where it does not give up it gives what the library gives.
func plainMarkup(s string, base *url.URL) (out string, ok bool) {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for len(s) > 0 {
		switch i := strings.IndexAny(s, "<&\"'>\r\x00"); {
		case i < 0:
			b.WriteString(s)
			s = ""
		case i > 0:
			b.WriteString(s[:i])
			s = s[i:]
		case s[0] == '<':
			if s, ok = plainTag(&b, s, base); !ok {
				return "", false
			}
		case s[0] == '&':
			if s, ok = plainEntity(&b, s, html.EscapeString); !ok {
				return "", false
			}
		case s[0] == '\r' || s[0] == 0:
			return "", false
		default:
			b.WriteString(html.EscapeString(s[:1]))
			s = s[1:]
		}
	}
	return strings.TrimSpace(b.String()), true
}

// plainEntities are those that a reader of XML knows, and the blank that does
// not break.
var plainEntities = []struct{ name, means string }{
	{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", `"`}, {"&#39;", "'"}, {"&#34;", `"`}, {"&nbsp;", "\u00a0"}, {"&#8217;", "’"}, {"&#8216;", "‘"}, {"&#8220;", "“"}, {"&#8221;", "”"}, {"&#8211;", "–"}, {"&#160;", "\u00a0"}, {"&#8230;", "…"},
}

func plainEntity(b *strings.Builder, s string, write func(string) string) (rest string, ok bool) {
	for _, e := range plainEntities {
		if strings.HasPrefix(s, e.name) {
			b.WriteString(write(e.means))
			return s[len(e.name):], true
		}
	}
	return "", false
}

// plainTag writes the tag that s begins with.
func plainTag(b *strings.Builder, s string, base *url.URL) (rest string, ok bool) {
	end := strings.HasPrefix(s, "</")
	at := 1
	if end {
		at = 2
	}
	n := at
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= '0' && s[n] <= '9') {
		n++
	}
	name := s[at:n]
	if n >= len(s) || !simple[name] || end && (s[n] != '>' || void[name]) {
		return "", false
	}
	if end {
		b.WriteString(s[:n+1])
		return s[n+1:], true
	}
	a := plainAttributes{base: base, element: name}
	if rest, ok = a.read(s[n:]); !ok || a.written.Len() == 0 && (name == "a" || name == "img") {
		return "", false
	}
	b.WriteString("<" + name + a.written.String() + ">")
	return rest, true
}

// plainAttributes reads the attributes of one tag and writes those that stay.
type plainAttributes struct {
	base    *url.URL
	element string
	written strings.Builder
	seen    string // names, each between blanks
}

// read reads up to the tag's end and gives what stands behind it.
func (a *plainAttributes) read(s string) (rest string, ok bool) {
	for {
		t := strings.TrimLeft(s, " \n\t")
		if strings.HasPrefix(t, ">") {
			return t[1:], true
		}
		if strings.HasPrefix(t, "/>") && void[a.element] {
			return t[2:], true
		}
		name, behind, found := strings.Cut(t, `="`)
		if !found || len(t) == len(s) || !plainAttribute(name) || strings.Contains(a.seen, " "+name+" ") {
			return "", false
		}
		a.seen += " " + name + " "
		raw, behind, found := strings.Cut(behind, `"`)
		if !found {
			return "", false
		}
		if !a.write(name, raw) {
			return "", false
		}
		s = behind
	}
}

func plainAttribute(name string) bool {
	for i := range len(name) {
		if c := name[i]; c != '-' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return name != ""
}

func (a *plainAttributes) write(name, raw string) (ok bool) {
	if silent[name] {
		return true
	}
	value, ok := plainValue(raw)
	if !ok {
		return false
	}
	switch a.element + " " + name {
	case "a href", "img src":
		if value, ok = a.address(value); !ok {
			return false
		}
	case "img alt":
		if !bluemonday.Paragraph.MatchString(value) {
			return true // taken away
		}
	case "img width", "img height":
		if !bluemonday.NumberOrPercent.MatchString(value) {
			return true
		}
	default:
		return false
	}
	a.written.WriteString(" " + name + `="` + html.EscapeString(value) + `"`)
	return true
}

func plainValue(raw string) (string, bool) {
	if strings.ContainsAny(raw, "\r\n\t\x00") {
		return "", false
	}
	if !strings.Contains(raw, "&") {
		return raw, true
	}
	var b strings.Builder
	for raw != "" {
		i := strings.IndexByte(raw, '&')
		if i < 0 {
			i = len(raw)
		}
		b.WriteString(raw[:i])
		if raw = raw[i:]; raw == "" {
			break
		}
		var ok bool
		if raw, ok = plainEntity(&b, raw, func(s string) string { return s }); !ok {
			return "", false
		}
	}
	return b.String(), true
}

// address makes an address absolute, where it is one of the web that reads the
// same however often it is written.
func (a *plainAttributes) address(value string) (string, bool) {
	u, err := url.Parse(value)
	if err != nil || value == "" || strings.ContainsAny(value, " ") {
		return "", false
	}
	if u.Scheme == "" {
		if a.base == nil {
			return "", false
		}
		u = a.base.ResolveReference(u)
	}
	out := u.String()
	again, err := url.Parse(out)
	if err != nil || again.String() != out || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", false
	}
	return out, true
}
