package source

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	tokens "golang.org/x/net/html"
)

var (
	policy   = newPolicy()
	isTag    = regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--`)
	isEntity = regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);`)
)

func newPolicy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.RequireParseableURLs(true)
	p.RequireNoFollowOnLinks(false) // what the outlet wrote, safe, and no more
	return p
}

// body gives an element's text as sanitised HTML with absolute addresses.
func (r *reader) body(n *node) string {
	if n == nil {
		return ""
	}
	markup, isXML := construct(n)
	base := n.base
	if isXML && len(n.children) == 1 {
		base = n.children[0].base
	}
	return r.sanitise(markup, base, isXML)
}

// sanitise takes everything out of HTML that could act, and makes its addresses
// absolute.
func (r *reader) sanitise(markup string, base *url.URL, isXML bool) string {
	if len(markup) > maxField {
		r.warn("a text of more than %s was cut", megabytes(maxField))
		markup = strings.ToValidUTF8(markup[:maxField], "")
	}
	if r.bodies > maxBodies {
		r.warn("the texts of the feed have more than %s together; the others were passed over", megabytes(maxBodies))
		return ""
	}
	out := strings.TrimSpace(markup)
	if strings.ContainsAny(out, "<&>\"'") {
		out = sanitised(markup, base, isXML)
	}
	r.bodies += len(out)
	return out
}

func sanitised(markup string, base *url.URL, isXML bool) string {
	if !isXML {
		if out, ok := plainMarkup(markup, base); ok {
			return out
		}
	}
	return settle(rewrite(markup, base, isXML))
}

// settle sanitises until nothing changes: what one pass puts together from
// pieces the next one takes apart.
func settle(markup string) string {
	for range 4 {
		out := strings.TrimSpace(policy.Sanitize(markup))
		if out == markup {
			return out
		}
		markup = out
	}
	return html.EscapeString(plain(markup))
}

// rewrite writes markup as HTML with absolute addresses. Of XML it takes the
// prefixes and CDATA sections away and closes elements that close themselves.
func rewrite(markup string, base *url.URL, isXML bool) string {
	z := tokens.NewTokenizer(strings.NewReader(markup))
	z.AllowCDATA(isXML)
	var b strings.Builder
	bases := []*url.URL{base}
	for {
		kind := z.Next()
		if b.Len() > 2*maxField {
			return b.String() // it grew by its addresses; no more of it is wanted
		}
		switch kind {
		case tokens.ErrorToken:
			return b.String()
		case tokens.StartTagToken, tokens.SelfClosingTagToken:
			t := z.Token()
			if isXML {
				z.NextIsNotRawText()
				t.Data = t.Data[strings.LastIndexByte(t.Data, ':')+1:]
			}
			if frames[t.Data] {
				z.NextIsNotRawText()
				continue
			}
			inner := rebase(&t, bases[len(bases)-1])
			closes := isXML && kind == tokens.SelfClosingTagToken
			if isXML && !closes && len(bases) < maxDepth {
				bases = append(bases, inner)
			}
			t.Type = tokens.StartTagToken
			b.WriteString(t.String())
			if closes && !void[t.Data] {
				b.WriteString("</" + t.Data + ">")
			}
		case tokens.EndTagToken:
			t := z.Token()
			if isXML {
				t.Data = t.Data[strings.LastIndexByte(t.Data, ':')+1:]
				if len(bases) > 1 {
					bases = bases[:len(bases)-1]
				}
			}
			if !void[t.Data] && !frames[t.Data] {
				b.WriteString(t.String())
			}
		case tokens.TextToken:
			if cdata, is := strings.CutPrefix(string(z.Raw()), "<![CDATA["); is && isXML {
				b.WriteString(html.EscapeString(strings.TrimSuffix(cdata, "]]>")))
			} else {
				b.Write(z.Raw())
			}
		}
	}
}

var void = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

// frames are elements that are taken away and whose text stays: the tokenizer
// would take all that stands behind one that nobody closed for its text.
var frames = set("iframe", "frame", "frameset", "noframes", "noembed", "noscript", "object", "embed", "applet", "plaintext", "xmp", "textarea", "title")

// addresses are the attributes that hold one.
var addresses = set("href", "src", "cite", "longdesc", "background", "action", "data", "poster")

// rebase makes an element's addresses absolute and gives the base that is in
// force in it.
func rebase(t *tokens.Token, base *url.URL) *url.URL {
	for _, a := range t.Attr {
		if a.Key == "xml:base" {
			base = resolve(base, a.Val)
		}
	}
	for i, a := range t.Attr {
		if !addresses[a.Key] || base == nil {
			continue
		}
		if u, err := url.Parse(strings.TrimSpace(a.Val)); err == nil && u.Scheme == "" {
			t.Attr[i].Val = base.ResolveReference(u).String()
		}
	}
	return base
}

// text gives an element as text in one line; "" for nil.
func text(n *node) string {
	if n == nil {
		return ""
	}
	markup, isXML := construct(n)
	if len(markup) > maxField {
		markup = strings.ToValidUTF8(markup[:maxField], "")
	}
	if isXML {
		markup = rewrite(markup, nil, true)
	}
	return plain(markup)
}

// plain gives HTML, or text, as text in one line.
func plain(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = withoutTags(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// withoutTags takes tags away, and what stands in elements whose text is not
// for readers.
func withoutTags(s string) string {
	z := tokens.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	hidden := ""
	for {
		switch z.Next() {
		case tokens.ErrorToken:
			return strings.ToValidUTF8(b.String(), string(utf8.RuneError))
		case tokens.TextToken:
			if hidden == "" {
				b.WriteString(string(z.Text()))
			}
		case tokens.StartTagToken:
			name, _ := z.TagName()
			switch n := string(name); {
			case n == "script" || n == "style":
				hidden = n
			case breaks[n]:
				b.WriteByte(' ')
			default:
				z.NextIsNotRawText()
			}
		case tokens.SelfClosingTagToken:
			if name, _ := z.TagName(); breaks[string(name)] {
				b.WriteByte(' ')
			}
		case tokens.EndTagToken:
			name, _ := z.TagName()
			if string(name) == hidden {
				hidden = ""
			}
			if breaks[string(name)] {
				b.WriteByte(' ')
			}
		}
	}
}

// breaks are elements between whose texts a reader sees a gap.
var breaks = set("br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr")
