package extract

import (
	"html"
	"strings"
	"time"
	"unicode"

	"rightsdesk/internal/mailbox"
)

// mailBody is what a message shows: one text, or one page.
type mailBody struct {
	plain  string // where markup is empty
	markup string
}

// bodyOf chooses for each block the form to read and joins them. A text is
// preferred to a page, unless it is only a hint to open the page.
func bodyOf(blocks []mailbox.Block) mailBody {
	var list []mailBody
	pages := false
	for _, b := range blocks {
		one := chosen(b)
		pages = pages || one.markup != ""
		list = append(list, one)
	}
	var all []string
	for _, one := range list {
		switch {
		case one.markup != "":
			all = append(all, one.markup)
		case pages:
			all = append(all, paragraphHTML(textsOf(joinLines(gappedLines(one.plain)))))
		default:
			all = append(all, one.plain)
		}
	}
	joined := strings.Join(all, "\n\n")
	if pages {
		return mailBody{markup: joined}
	}
	return mailBody{plain: joined}
}

func chosen(b mailbox.Block) mailBody {
	plain, markup := mailText(b.Plain), mailText(b.HTML)
	if markup == "" {
		return mailBody{plain: plain}
	}
	_, shown := flatText(markup)
	if 2*letters(plain) >= letters(shown) && letters(plain) > 0 {
		return mailBody{plain: plain}
	}
	return mailBody{markup: markup}
}

// mailText gives the letters of a text of a message; empty for none, and for
// what is no text.
func mailText(t *mailbox.Text) string {
	if t == nil {
		return ""
	}
	text, err := decode(t.Data, t.Type)
	if err != nil {
		return ""
	}
	if t.Flowed {
		text = unflowed(text, t.DelSp)
	}
	return text
}

// unflowed joins the lines of a text that flows (RFC 3676).
func unflowed(text string, delSp bool) string {
	var out strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimPrefix(line, " ") // it may be stuffed
		if strings.HasSuffix(line, " ") && line != "-- " {
			if delSp {
				line = strings.TrimSuffix(line, " ")
			}
			out.WriteString(line)
			continue
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}

// text gives the words of a body.
func (b mailBody) text() string {
	if b.markup == "" {
		return b.plain
	}
	_, text := flatText(b.markup)
	return html.UnescapeString(text)
}

// mailConfidence is how sure it is at most that a mail is an article.
const mailConfidence = 0.8

// article reads the article out of a body. Where the text says that it was
// forwarded, who it is from and when are those of the message that was.
func (b mailBody) article(g *given, opt Options, now time.Time) Document {
	if b.markup != "" {
		doc, err := Post(b.markup, Document{Title: g.Subject}, opt, now)
		if err == nil {
			doc.Title = ""
			doc.Confidence = min(doc.Confidence, mailConfidence)
			return doc
		}
	}
	text, before := g.forwarded(b.text())
	text, signature := cutSignature(text)
	doc := readPlain(text, opt, now)
	doc.remove(Forwarding, before)
	doc.remove(Contact, signature)
	doc.Confidence = min(doc.Confidence, mailConfidence)
	return doc
}

// signatureLines is how many lines stand at most below the mark of a signature.
const signatureLines = 20

// cutSignature cuts off what stands below the mark "-- " (RFC 3676, 4.3).
func cutSignature(text string) (body, signature string) {
	at := strings.LastIndex(text, "\n-- \n")
	if at < 0 || strings.Count(text[at:], "\n") > signatureLines {
		return text, ""
	}
	return text[:at], strings.TrimSpace(text[at+len("\n-- \n"):])
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
