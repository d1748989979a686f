package source

import (
	"bytes"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"

	tokens "golang.org/x/net/html"
)

// The bounds of what is kept of one document at a time.
const (
	maxDepth    = 100    // elements in each other; deeper ones are passed over
	maxNodes    = 20_000 // elements of one entry, and of the feed around its entries
	maxWarnings = 50
)

// notes are the warnings about one document, each once.
type notes struct {
	warnings []string
	tries    int
}

// maxTries is after how many warnings nobody counts them any more.
const maxTries = 10_000

func (n *notes) warn(format string, args ...any) {
	if n.tries++; n.tries > maxTries {
		return
	}
	w := fmt.Sprintf(format, args...)
	if len(n.warnings) < maxWarnings && !slices.Contains(n.warnings, w) {
		n.warnings = append(n.warnings, w)
	}
}

// scanner reads a document into elements with a tokenizer that takes any
// input. It knows when an element was not closed and gives each entry away as
// soon as it is read, so that only one is in memory as a tree.
type scanner struct {
	*notes
	doc    []byte
	at     int // where the current token begins
	roots  []string
	open   []*node // from the root to the innermost
	root   *node
	first  string // the name of the first element, whatever it is
	spaces spaces
	nodes  int // elements that are kept
	base   *url.URL
	lang   string
	own    *strings.Replacer // the entities that the document declares
	grown  int               // bytes that they have added

	// taken gets each element when it ends, with its parent; what it takes is
	// not kept in the tree.
	taken func(n, parent *node) bool
}

// scan reads the document. The root is nil where none of the roots is in it.
func (s *scanner) scan() {
	s.own = entities(s.doc)
	z := tokens.NewTokenizer(bytes.NewReader(s.doc))
	z.AllowCDATA(true)
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case tokens.ErrorToken:
			s.end()
			return
		case tokens.TextToken:
			s.text(raw)
		case tokens.StartTagToken, tokens.SelfClosingTagToken:
			size := len(raw)
			tag, attrs := tagOf(z)
			z.NextIsNotRawText()
			s.start(tag, attrs, s.at+size)
			if kind == tokens.SelfClosingTagToken && len(s.open) > 0 && s.open[len(s.open)-1].from == s.at+size {
				s.close(len(s.open)-1, s.at+size)
			}
			s.at += size
			continue
		case tokens.EndTagToken:
			size := len(raw)
			tag, _ := z.TagName()
			s.finish(string(tag))
			s.at += size
			continue
		}
		s.at += len(raw)
	}
}

func tagOf(z *tokens.Tokenizer) (tag string, attrs map[string]string) {
	name, more := z.TagName()
	tag = string(name)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if attrs == nil {
			attrs = map[string]string{}
		}
		if _, twice := attrs[string(key)]; !twice {
			attrs[string(key)] = string(value)
		}
	}
	return tag, attrs
}

// text adds a piece of text, or a CDATA section, to the innermost element.
func (s *scanner) text(raw []byte) {
	if len(s.open) == 0 {
		return
	}
	in := &s.open[len(s.open)-1].text
	if cdata, is := bytes.CutPrefix(raw, []byte("<![CDATA[")); is {
		in.Write(bytes.TrimSuffix(cdata, []byte("]]>")))
		return
	}
	if piece := string(raw); len(piece) > maxPiece || s.grown > maxGrown {
		in.WriteString(unescape(piece))
	} else {
		piece = s.own.Replace(piece)
		s.grown += len(piece) - len(raw)
		in.WriteString(unescape(piece))
	}
}

// A text of more than maxPiece bytes keeps its own entities, and so do all
// when they have made the document maxGrown bytes longer.
const (
	maxPiece = 64 << 10
	maxGrown = 1 << 20
)

var entity = regexp.MustCompile(`<!ENTITY\s+([A-Za-z][\w.-]{0,30})\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>`)

// entities gives the entities that a document declares for plain pieces of
// text. Those that are made of others are not taken: they can grow without end.
func entities(doc []byte) *strings.Replacer {
	var pairs []string
	for _, m := range entity.FindAllSubmatch(doc[:min(len(doc), 4096)], 20) {
		pairs = append(pairs, "&"+string(m[1])+";", string(m[2])+string(m[3]))
	}
	return strings.NewReplacer(pairs...)
}

// start opens an element; inner is where its content begins.
func (s *scanner) start(tag string, attrs map[string]string, inner int) {
	s.spaces.declare(attrs, len(s.open))
	name, declared := s.spaces.name(tag, true)
	if s.first == "" {
		s.first = name
	}
	if s.root == nil && !slices.Contains(s.roots, name) || s.root != nil && len(s.open) == 0 {
		s.spaces.leave(len(s.open))
		return // before the root, or behind it
	}
	if before := len(s.open); s.heal(name) {
		s.spaces.leave(before) // its own declarations, noted too deep
		s.spaces.declare(attrs, len(s.open))
	}
	if len(s.open) >= maxDepth || s.nodes >= maxNodes {
		s.warn("the document has more elements than are read, or they stand too deep in each other; some were passed over")
		s.spaces.leave(len(s.open))
		return
	}
	if !declared {
		s.warn("the prefix of <%.40s> is not declared; its usual meaning was taken", tag)
	}
	s.nodes++
	n := &node{tag: tag, name: name, from: inner, base: s.base, lang: s.lang, attrs: s.attributes(attrs)}
	if len(s.open) > 0 {
		parent := s.open[len(s.open)-1]
		n.base, n.lang = parent.base, parent.lang
	} else {
		s.root = n
	}
	if b := n.attr("xml:base"); b != "" {
		n.base = resolve(n.base, b)
	}
	if l, said := n.attrs["xml:lang"]; said {
		n.lang = strings.TrimSpace(l)
	}
	s.open = append(s.open, n)
}

func (s *scanner) attributes(in map[string]string) map[string]string {
	if len(in) == 0 {
		return nil
	}
	out := make(map[string]string, len(in))
	for key, value := range in {
		name, _ := s.spaces.name(key, false)
		out[name] = value
	}
	return out
}

// finish ends the innermost element that is written so, and those in it that
// nobody closed.
func (s *scanner) finish(tag string) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].tag != tag {
			continue
		}
		if i < len(s.open)-1 {
			s.warn("<%.40s> is not closed; it was taken to end with <%.40s>", s.open[len(s.open)-1].tag, tag)
		}
		s.close(i, s.at)
		return
	}
	if len(s.open) > 0 {
		s.warn("</%.40s> closes nothing", tag)
	}
}

// close ends the open elements from index i on; their content ends at.
func (s *scanner) close(i, at int) {
	for len(s.open) > i {
		last := len(s.open) - 1
		n := s.open[last]
		s.open = s.open[:last]
		s.spaces.leave(last)
		n.inner = s.doc[n.from:max(at, n.from)]
		if last == 0 {
			return
		}
		n.unclosed = last > i
		s.give(n, s.open[last-1])
	}
}

// give gives an element that has ended to its parent. What stands in one that
// nobody closed, and that is no field, was meant to stand behind it.
func (s *scanner) give(n, parent *node) {
	if s.taken(n, parent) {
		s.nodes -= n.count()
		return
	}
	parent.children = append(parent.children, n)
	if !n.unclosed || short[n.name] || long[n.name] || !slices.Contains(containers, parent.name) {
		return
	}
	inner := n.children
	n.children = nil
	for _, c := range inner {
		s.give(c, parent)
	}
}

func (n *node) count() int {
	sum := 1
	for _, c := range n.children {
		sum += c.count()
	}
	return sum
}

// end closes what is open when the document ends.
func (s *scanner) end() {
	if len(s.open) == 0 {
		return
	}
	s.warn("the document ends in the middle, in <%.40s>; it was read up to there", s.open[len(s.open)-1].tag)
	for _, n := range s.open {
		n.cut = true
	}
	s.close(0, len(s.doc))
}

// unescape replaces entities that end with a semicolon, once. Unlike HTML's
// rule it leaves "&copy=1" in an address alone.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		end := entityEnd(s)
		b.WriteString(html.UnescapeString(s[:end]))
		s = s[end:]
	}
}

// entityEnd gives the length of the entity at the beginning of s, with its
// semicolon; 1 when it is only an ampersand.
func entityEnd(s string) int {
	for i := 1; i < min(len(s), 34); i++ {
		switch c := s[i]; {
		case c == ';' && i > 1:
			return i + 1
		case c == '#' && i == 1, c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z':
		default:
			return 1
		}
	}
	return 1
}
