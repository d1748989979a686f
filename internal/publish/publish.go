// Package publish makes public records from the desk's, by allow-list: only a
// field that is named here reaches the world. It is pure; the edition is a
// function of the decided records and this package.
package publish

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// ExcerptWords is how many words of a text an excerpt shows at most.
const ExcerptWords = 60

// Article makes the public record of a published article. Errors: Forbidden
// when the record may not be public: it is in another stage, restricted, or
// something that publication needs is missing. Callers cannot publish past this.
func Article(a desk.Article, c desk.Capture) (public.Article, error) {
	if a.Stage != desk.StagePublished {
		return public.Article{}, fault.New(fault.Forbidden, "Article %s is %s and may not be public.", a.ID, a.Stage)
	}
	if err := desk.CheckPublish(a); err != nil {
		return public.Article{}, fault.Wrap(fault.Forbidden, err, "Article %s may not be public", a.ID)
	}
	out := public.Article{
		ID:          a.ID,
		Version:     a.Version,
		Title:       a.Title,
		TitleByDesk: a.TitleByDesk,
		Standfirst:  a.Standfirst,
		Byline:      slices.Clone(a.Byline),
		Credit:      a.Credit,
		Outlet:      a.Outlet,
		Published:   a.Published,
		Address:     a.Address,
		Language:    a.Language,
		Licence:     public.Licence(a.Licence),
		Territories: slices.Clone(a.Territories),
		Terms:       slices.Clone(a.Terms),
		Post:        public.PostKind(a.Post),
		Evidence:    evidenceOf(c),
		FirstPublic: a.PublishedAt,
		Updated:     a.UpdatedAt,
	}
	switch a.Licence {
	case desk.LicenceFull:
		out.Text, out.HTML = a.Text, a.HTML
	case desk.LicenceExcerpt:
		out.Text = Excerpt(a.Text, ExcerptWords)
		out.Standfirst = ""
	case desk.LicenceLink:
		out.Standfirst = ""
	}
	return out, nil
}

// evidenceOf says of an open capture what makes it verifiable, and of others
// only when it was taken.
func evidenceOf(c desk.Capture) public.Evidence {
	if c.How.Sensitivity() != desk.Open {
		return public.Evidence{At: c.At}
	}
	return public.Evidence{SHA256: c.SHA256, Size: c.Size, At: c.At, Capture: c.ID, File: c.File}
}

// Leaf adds to the evidence of an open capture where it stands in the log.
func Leaf(e public.Evidence, l desk.Leaf) public.Evidence {
	if e.Capture != "" && e.Capture == l.CaptureID {
		e.Line, e.Commitment = l.Seq, hex.EncodeToString(l.Commitment)
	}
	return e
}

// Excerpt is the beginning of a text: at most so many words, ended with an
// ellipsis where it was cut. Scripts without blanks between words are counted
// as two letters a word.
func Excerpt(text string, words int) string {
	count, inWord := 0, false
	for i, r := range text {
		switch {
		case wide(r):
			count, inWord = count+1, false
			if count > 2*words {
				return strings.TrimSpace(text[:i]) + "…"
			}
		case unicode.IsSpace(r):
			inWord = false
		case !inWord:
			count, inWord = count+2, true
			if count > 2*words {
				return strings.TrimSpace(text[:i]) + "…"
			}
		}
	}
	return strings.TrimSpace(text)
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Snippet makes the public form of a snippet: its Markdown as sanitised HTML.
func Snippet(s desk.Snippet) (public.Snippet, error) {
	html, err := Markdown(s.Markdown)
	if err != nil {
		return public.Snippet{}, err
	}
	return public.Snippet{ID: s.ID, HTML: html, Placements: slices.Clone(s.Placements), Position: s.Position, Version: s.Version}, nil
}

var policy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h3", "h4", "hr")
	p.AllowStandardURLs()
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowAttrs("href").OnElements("a")
	return p
}()

// Markdown renders an editor's Markdown as sanitised HTML without images,
// frames or scripts.
func Markdown(source string) (string, error) {
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(source), &b); err != nil {
		return "", fault.Wrap(fault.Invalid, err, "This text cannot be rendered as Markdown")
	}
	return strings.TrimSpace(policy.Sanitize(b.String())), nil
}
