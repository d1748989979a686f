package exchange

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// WXRBody is a post's content as plain HTML.
type WXRBody struct {
	HTML     string
	Snippets []string // names of the snippets that were placed in it, each once
	Unknown  []string // names of shortcodes that nothing is known of, each once
	Removed  []string // those shortcodes as they stood, without what they enclosed
}

// Body turns the content into plain HTML: paragraphs from blank lines as
// WordPress makes them, captions, galleries and embedded addresses as what they
// show, snippets taken out by their names. A shortcode that is not known is
// taken out and named; what it encloses stays.
func (p WXRPost) Body() WXRBody {
	r := resolver{}
	text := r.resolve(strings.ReplaceAll(p.Content, "\r\n", "\n"), 0)
	for _, m := range blockRef.FindAllString(text, -1) {
		r.unknown("wp:block", m)
	}
	// What was written with blocks has its paragraphs already.
	if !strings.Contains(text, "<!-- wp:") {
		text = paragraphs(text)
	}
	r.body.HTML = linked(text)
	return r.body
}

// blockRef is a block that stands elsewhere in the site and is not in the post.
var blockRef = regexp.MustCompile(`<!-- wp:block \{[^>]{0,200}\} /-->`)

// shortcode is the opening form of a shortcode, [name a="b" c=d], with a
// bracket more on either side where it is only shown, and closing forms.
var shortcode = regexp.MustCompile(`\[(\[?)(/?)([A-Za-z][A-Za-z0-9_-]{0,60})((?:\s+(?:"[^"]*"|'[^']*'|[^\[\]"'])*)?)(/?)\](\]?)`)

// shortcodeDepth is how deep shortcodes may stand within each other.
const shortcodeDepth = 8

type resolver struct{ body WXRBody }

// resolve replaces the shortcodes of a text.
func (r *resolver) resolve(text string, depth int) string {
	var b strings.Builder
	closing := closings(text)
	for at := 0; ; {
		m := shortcode.FindStringSubmatchIndex(text[at:])
		if m == nil {
			b.WriteString(text[at:])
			return b.String()
		}
		for i := range m {
			m[i] += at
		}
		b.WriteString(text[at:m[0]])
		tag := tagAt(text, m)
		at = m[1]
		if tag.shown {
			b.WriteString(text[m[0]+1 : m[1]-1])
			continue
		}
		inner, end := "", -1
		if !tag.closes && !tag.single && depth < shortcodeDepth {
			if end = closing.after(tag.name, at); end >= 0 {
				inner = text[at:end]
			}
		}
		out, encloses, known := r.replace(tag, inner, end >= 0, depth)
		if !known {
			b.WriteString(tag.raw)
			continue
		}
		b.WriteString(out)
		if encloses {
			at = end + len("[/]") + len(tag.name)
		}
	}
}

// tag is one shortcode as it stands.
type tag struct {
	raw, name     string
	attributes    map[string]string
	shown         bool // [[name]]: only shown, not meant
	closes        bool // [/name]
	single        bool // [name /]
	marked        bool // nobody writes this who does not mean a shortcode
	attributeText string
}

func tagAt(text string, m []int) tag {
	part := func(i int) string { return text[m[2*i]:m[2*i+1]] }
	t := tag{raw: part(0), name: strings.ToLower(part(3)), closes: part(2) != "", attributeText: strings.TrimSpace(part(4))}
	t.shown = part(1) != "" && part(6) != ""
	if rest, cut := strings.CutSuffix(t.attributeText, "/"); cut || part(5) != "" {
		t.single, t.attributeText = true, rest
	}
	t.attributes = attributes(t.attributeText)
	t.marked = t.closes || t.single || len(t.attributes) > 0 || strings.ContainsAny(t.name, "_-")
	return t
}

var attribute = regexp.MustCompile(`([A-Za-z][A-Za-z0-9_-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)

func attributes(s string) map[string]string {
	// Editors' typographic quotes are what they typed as straight ones.
	s = strings.NewReplacer("“", `"`, "”", `"`, "″", `"`, "&quot;", `"`, "&#8220;", `"`, "&#8221;", `"`, "&#8243;", `"`).Replace(s)
	out := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(s, -1) {
		out[strings.ToLower(m[1])] = html.UnescapeString(m[2] + m[3] + m[4])
	}
	return out
}

// ends says where the closing forms of each name stand.
type ends map[string][]int

var closingForm = regexp.MustCompile(`\[/([A-Za-z][A-Za-z0-9_-]{0,60})\]`)

func closings(text string) ends {
	out := ends{}
	for _, m := range closingForm.FindAllStringSubmatchIndex(text, -1) {
		n := strings.ToLower(text[m[2]:m[3]])
		out[n] = append(out[n], m[0])
	}
	return out
}

// after gives the first closing form of a name from a place on, -1 for none.
func (e ends) after(name string, at int) int {
	list := e[name]
	if i, _ := slices.BinarySearch(list, at); i < len(list) {
		return list[i]
	}
	return -1
}

// replace gives what a shortcode becomes, and whether that has eaten the inner
// text and the closing form. What is no shortcode is not known.
func (r *resolver) replace(t tag, inner string, closed bool, depth int) (out string, encloses, known bool) {
	switch t.name {
	case "xyz-ihs", "xyz-ips":
		if name := oneLine(t.attributes["snippet"]); name != "" {
			add(&r.body.Snippets, name)
		}
		return "", false, true
	case "caption", "wp_caption":
		if !closed {
			return "", false, true
		}
		return caption(t, r.resolve(inner, depth+1)), true, true
	case "embed":
		if !closed {
			return link(t.attributes["src"]), false, true
		}
		return link(inner), true, true
	case "audio", "video":
		return link(media(t, inner)), closed, true
	case "gallery", "playlist":
		return gallery(t), false, true
	}
	// "[sic]" is a word of the text.
	if !t.marked && !closed {
		return "", false, false
	}
	r.unknown(t.name, t.raw)
	return "", false, true
}

func (r *resolver) unknown(name, raw string) {
	add(&r.body.Unknown, name)
	if len(r.body.Removed) < 200 {
		r.body.Removed = append(r.body.Removed, raw)
	}
}

func add(list *[]string, s string) {
	if !slices.Contains(*list, s) && len(*list) < 100 {
		*list = append(*list, s)
	}
}

func oneLine(name string) string { return strings.Join(strings.Fields(name), " ") }

var picture = regexp.MustCompile(`(?is)^\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)`)

// caption is a picture with its words, which stand behind it or, in old posts,
// in an attribute.
func caption(t tag, inner string) string {
	shown, words := "", strings.TrimSpace(inner)
	if m := picture.FindString(inner); m != "" {
		shown, words = strings.TrimSpace(m), strings.TrimSpace(inner[len(m):])
	}
	if words == "" {
		words = html.EscapeString(t.attributes["caption"])
	}
	return "\n\n<figure>" + shown + "<figcaption>" + words + "</figcaption></figure>\n\n"
}

// media gives the address of a sound or film.
func media(t tag, inner string) string {
	for _, name := range []string{"src", "mp4", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "m4v"} {
		if t.attributes[name] != "" {
			return t.attributes[name]
		}
	}
	return inner
}

// gallery links to the pages of the pictures, by their numbers: the pictures
// themselves are not in the post.
func gallery(t tag) string {
	var out []string
	for _, id := range strings.FieldsFunc(t.attributes["ids"]+","+t.attributes["include"], func(r rune) bool { return r < '0' || r > '9' }) {
		out = append(out, `<a href="/?attachment_id=`+id+`">[`+id+`]</a>`)
	}
	if len(out) == 0 {
		return ""
	}
	return "\n\n<p>" + strings.Join(out, " ") + "</p>\n\n"
}

// link shows an address of the web as itself, and nothing for any other.
func link(address string) string {
	address = strings.TrimSpace(html.UnescapeString(plainText(address)))
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	shown := html.EscapeString(address)
	return "\n\n<p><a href=\"" + shown + "\">" + shown + "</a></p>\n\n"
}

// alone is an address that is a whole paragraph: WordPress shows what is there.
var alone = regexp.MustCompile(`(?m)<p>\s*(https?://[^\s<>"]+)\s*</p>`)

func linked(text string) string {
	return alone.ReplaceAllString(text, `<p><a href="$1">$1</a></p>`)
}
