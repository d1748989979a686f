package exchange

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraphs makes paragraphs from blank lines and line breaks from single line
// ends, as WordPress does when it shows a post. Where an element that stands on
// lines of its own has its own form, its text is left as it is.
func paragraphs(text string) string {
	w := paragraphWriter{}
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken:
			w.end()
			return strings.TrimSpace(w.b.String())
		case html.TextToken:
			w.text(raw)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			w.tag(atom.Lookup(name), kind, raw)
		default:
			w.b.WriteString(raw)
		}
	}
}

// paragraphWriter writes paragraphs.
type paragraphWriter struct {
	b    bytes.Buffer
	open bool        // a paragraph of ours
	in   []atom.Atom // elements that stand on lines of their own
}

// outOfLine are the elements that end a paragraph: true for those whose text
// has paragraphs of its own.
var outOfLine = map[atom.Atom]bool{
	atom.Div: true, atom.Section: true, atom.Article: true, atom.Blockquote: true, atom.Center: true, atom.Aside: true, atom.Main: true,
	atom.Header: true, atom.Footer: true, atom.Details: true,
	atom.P: false, atom.H1: false, atom.H2: false, atom.H3: false, atom.H4: false, atom.H5: false, atom.H6: false,
	atom.Ul: false, atom.Ol: false, atom.Li: false, atom.Dl: false, atom.Dt: false, atom.Dd: false, atom.Pre: false, atom.Hr: false,
	atom.Table: false, atom.Thead: false, atom.Tbody: false, atom.Tfoot: false, atom.Tr: false, atom.Td: false, atom.Th: false, atom.Caption: false,
	atom.Figure: false, atom.Figcaption: false, atom.Form: false, atom.Address: false, atom.Script: false, atom.Style: false, atom.Iframe: false,
	atom.Summary: false, atom.Nav: false, atom.Fieldset: false, atom.Textarea: false, atom.Noscript: false,
}

// elementsDeep is how many elements within each other are remembered.
const elementsDeep = 200

func (w *paragraphWriter) tag(a atom.Atom, kind html.TokenType, raw string) {
	if _, block := outOfLine[a]; !block {
		if w.flows() && kind == html.StartTagToken && a != atom.Br {
			w.begin()
		}
		w.b.WriteString(raw)
		return
	}
	w.end()
	w.b.WriteString(raw)
	switch {
	case kind == html.EndTagToken:
		for i := len(w.in) - 1; i >= 0; i-- {
			if w.in[i] == a {
				w.in = w.in[:i]
				break
			}
		}
	case kind == html.StartTagToken && a != atom.Hr && len(w.in) < elementsDeep:
		w.in = append(w.in, a)
	}
	if w.flows() || a == atom.Li || a == atom.Tr {
		w.b.WriteByte('\n')
	}
}

// flows reports whether text here has paragraphs.
func (w *paragraphWriter) flows() bool {
	return len(w.in) == 0 || outOfLine[w.in[len(w.in)-1]]
}

func (w *paragraphWriter) begin() {
	if !w.open {
		w.b.WriteString("<p>")
		w.open = true
	}
}

func (w *paragraphWriter) end() {
	if !w.open {
		return
	}
	for rest, cut := w.b.Bytes(), true; cut; {
		if rest, cut = bytes.CutSuffix(bytes.TrimRight(rest, " \t\n"), []byte("<br>")); cut || len(rest) < w.b.Len() {
			w.b.Truncate(len(rest))
		}
	}
	w.b.WriteString("</p>\n")
	w.open = false
}

var blankLines = regexp.MustCompile(`\n[ \t\x{a0}]*(?:\n[ \t\x{a0}]*)+`)

func (w *paragraphWriter) text(raw string) {
	if !w.flows() {
		w.b.WriteString(raw)
		return
	}
	for i, piece := range blankLines.Split(raw, -1) {
		if i > 0 {
			w.end()
		}
		if strings.TrimSpace(piece) == "" {
			if w.open && !strings.Contains(piece, "\n") {
				w.b.WriteString(piece)
			} else if w.open {
				w.b.WriteString("<br>\n")
			}
			continue
		}
		if !w.open {
			w.begin()
			piece = strings.TrimLeft(piece, " \t\n")
		}
		w.b.WriteString(strings.ReplaceAll(piece, "\n", "<br>\n"))
	}
}
