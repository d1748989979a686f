package pipeline

import (
	"context"
	"net/http"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/mailbox"
	"rightsdesk/internal/pdf"
)

// The media types of captures that are not read as text or pages. MailType is
// only believed of what was handed in: the web has texts that begin like mails.
const (
	MailType = "message/rfc822"
	PDFType  = "application/pdf"
)

// Recognise tells by its bytes what a file is that was handed in, as media
// type: a PDF, an e-mail, a page or a text. Errors: Invalid, with what to do,
// for what cannot be read.
func Recognise(data []byte) (mediaType string, err error) {
	switch {
	case pdf.Is(data):
		return PDFType, nil
	case mailbox.IsMbox(data):
		return "", fault.New(fault.Invalid, "It is an mbox file, which holds several messages. Take it in with \"rightsdesk import mail\".")
	case mailbox.Is(data):
		return MailType, nil
	}
	if err := extract.Check(data); err != nil {
		return "", err
	}
	if strings.HasPrefix(http.DetectContentType(data), "text/html") {
		return "text/html", nil
	}
	return "text/plain", nil
}

// document reads the article out of a capture in the way of its kind. why says
// what an editor is to know of one that was read all the same.
func document(ctx context.Context, u desk.Unread, data []byte, opt extract.Options) (doc extract.Document, why string, err error) {
	c := u.Capture
	opt.URL, opt.MediaType = first(c.FinalURL, c.Address), c.MediaType
	switch {
	case pdf.Is(data):
		text, err := pdf.Text(ctx, data)
		if err != nil {
			return doc, "", err
		}
		if doc, err = extract.Pages(text, opt, c.At); err == nil && doc.Text == "" {
			why = noTextInPDF
		}
		return doc, why, err
	case c.MediaType == MailType:
		doc, _, err = extract.Mail(data, opt, c.At)
		if err == nil && doc.Text == "" {
			why = noTextInMail
		}
		return doc, why, err
	}
	doc, err = extract.Read(data, opt, c.At)
	return doc, "", err
}

const (
	noTextInPDF  = "The PDF has no text in it: it is a scan or made of pictures. Look at the evidence and write down here what it says, or ask for a PDF with text."
	noTextInMail = "The message has no text in it. Look at the evidence and at what came with it."
)
