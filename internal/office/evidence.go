package office

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html/charset"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/mailbox"
	"rightsdesk/internal/pdf"
)

// maxShown is how many bytes of a capture are shown as text in the page.
const maxShown = 512 << 10

// evidencePage shows the captured bytes as they came.
type evidencePage struct {
	Frame
	Article desk.Article
	Capture desk.Capture
	Text    string // escaped in the page; empty for what is not text
	Charset string // by which the bytes were shown
	Bytes   int    // how many
	Cut     bool   // longer than what is shown
	Proof   proof
	Erasure *erasureLine // nil: none was proposed
	Reason  string       // as typed, of a proposal
}

func (o *office) getEvidence(w http.ResponseWriter, r *http.Request) error {
	return o.showEvidence(w, r, http.StatusOK, "")
}

// showEvidence shows the evidence, with what stands in the way of what somebody
// wants to do with it.
func (o *office) showEvidence(w http.ResponseWriter, r *http.Request, status int, words string) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := &evidencePage{Frame: Frame{Title: locale.T(o.lang(r), "Evidence: {title}", "title", o.tongue(r).titleOr(a.Title)), Nav: "/", Problem: words}, Article: a, Reason: r.PostFormValue("reason")}
	if p.Capture, err = o.articles.Capture(r.Context(), a.CaptureID); err != nil {
		return err
	}
	if p.Erasure, err = o.erasureOf(r, a.CaptureID); err != nil {
		return err
	}
	if p.Proof, err = o.proofOf(r, a.CaptureID); err != nil {
		return err
	}
	if p.Gone() {
		return o.show(w, r, status, "evidence.html", p)
	}
	bytes, err := o.Evidence.Content(p.Capture)
	if err != nil {
		return err
	}
	p.Bytes = int(p.Capture.Size)
	if len(bytes) > maxShown {
		bytes, p.Cut = bytes[:maxShown], true
	}
	p.Text, p.Charset = asText(bytes, p.Capture.MediaType)
	return o.show(w, r, status, "evidence.html", p)
}

// Gone reports whether the capture was erased.
func (p *evidencePage) Gone() bool {
	return p.Erasure != nil && (p.Erasure.State == desk.ErasureWiped || p.Erasure.State == desk.ErasureDone)
}

// getEvidenceRaw gives the bytes themselves, as a download that no browser
// will show or run.
func (o *office) getEvidenceRaw(w http.ResponseWriter, r *http.Request) error {
	_, c, bytes, err := o.captured(r)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", `attachment; filename="`+c.SHA256+`.bin"`)
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	h.Set("Content-Length", strconv.Itoa(len(bytes)))
	_, err = w.Write(bytes)
	return err
}

// getEvidencePage shows a captured page of HTML for a sandboxed frame: its
// words, headings, lists and tables, without pictures, styles, scripts and
// addresses, so that nothing is asked of anybody.
func (o *office) getEvidencePage(w http.ResponseWriter, r *http.Request) error {
	_, c, bytes, err := o.captured(r)
	if err != nil {
		return err
	}
	text, _ := asText(bytes[:min(len(bytes), maxShown)], c.MediaType)
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
	h.Set("Content-Type", "text/html; charset=utf-8")
	_, err = io.WriteString(w, `<!doctype html><meta name="color-scheme" content="light"><title>.</title>`+
		`<style>body{font:16px/1.5 Georgia,serif;margin:1rem;max-width:42rem;overflow-wrap:anywhere}*{unicode-bidi:plaintext;text-align:start}</style><body dir="auto">`+inert.Sanitize(text))
	return err
}

// getPageImage gives the image of a captured page, made by a browser here: PNG
// and nothing else.
func (o *office) getPageImage(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	i, err := o.images.PageImage(r.Context(), a.CaptureID)
	if err != nil {
		return err
	}
	if i.State != desk.ImageKept {
		return fault.New(fault.NotFound, "There is no image of this page yet.")
	}
	c, err := o.articles.Capture(r.Context(), i.ImageID)
	if err != nil {
		return err
	}
	bytes, err := o.Evidence.Content(c)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "image/png")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	_, err = w.Write(bytes)
	return err
}

// inert keeps the words of a page and their order, and nothing that acts.
var inert = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "div", "section", "article", "header", "footer", "aside", "main", "nav", "h1", "h2", "h3", "h4", "h5", "h6",
		"em", "strong", "b", "i", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "hr", "pre",
		"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
	p.AllowAttrs("dir").Matching(bluemonday.Direction).Globally()
	return p
}()

// isPage says whether a capture is a page of HTML.
func isPage(c desk.Capture, bytes []byte) bool {
	return strings.Contains(c.MediaType, "html") || strings.HasPrefix(http.DetectContentType(bytes), "text/html")
}

// captured gives an article, its capture and the bytes.
func (o *office) captured(r *http.Request) (desk.Article, desk.Capture, []byte, error) {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return desk.Article{}, desk.Capture{}, nil, err
	}
	c, err := o.articles.Capture(r.Context(), a.CaptureID)
	if err != nil {
		return desk.Article{}, desk.Capture{}, nil, err
	}
	bytes, err := o.Evidence.Content(c)
	return a, c, bytes, err
}

// shownText gives what of a capture is shown as text beside what was read of
// it: of a mail its texts without their transfer encoding, of a PDF nothing.
func shownText(c desk.Capture, bytes []byte) (text, name string) {
	if c.MediaType != "message/rfc822" {
		return asText(bytes[:min(len(bytes), maxShown)], c.MediaType)
	}
	m, err := mailbox.Read(bytes)
	if err != nil {
		return asText(bytes[:min(len(bytes), maxShown)], "")
	}
	text = mailWords(m)
	return text[:min(len(text), maxShown)], "utf-8"
}

// mailWords gives the words of a message, and of those in it.
func mailWords(m *mailbox.Message) string {
	var b strings.Builder
	fmt.Fprintf(&b, "From: %s <%s>\nSubject: %s\n\n", m.From.Name, m.From.Address, m.Subject)
	for _, block := range m.Blocks {
		for _, t := range []*mailbox.Text{block.Plain, block.HTML} {
			if t == nil {
				continue
			}
			words, _ := asText(t.Data, t.Type)
			if t == block.HTML {
				words = html.UnescapeString(noMarkup.Sanitize(words))
			}
			b.WriteString(words + "\n\n")
		}
	}
	for _, c := range m.Carried {
		b.WriteString(mailWords(c))
	}
	return strings.ToValidUTF8(b.String(), "")
}

// noMarkup keeps the words of a page alone.
var noMarkup = bluemonday.StrictPolicy()

// asText decodes bytes by their byte order mark, the declared charset or what
// a page says of itself. Bytes with NULs that are not UTF-16 are no text.
func asText(b []byte, mediaType string) (text, name string) {
	if pdf.Is(b) {
		return "", ""
	}
	encoding, name, _ := charset.DetermineEncoding(b[:min(len(b), 1024)], mediaType)
	if utf8.Valid(b) {
		text, name = string(b), "utf-8"
	} else if decoded, err := encoding.NewDecoder().Bytes(b); err == nil {
		text = strings.ToValidUTF8(string(decoded), "�")
	}
	if strings.Contains(text, "\x00") {
		return "", ""
	}
	return strings.TrimPrefix(text, "\ufeff"), name
}
