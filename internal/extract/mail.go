package extract

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"rightsdesk/internal/mailbox"
)

// Mail reads the article out of an e-mail: its text, its subject as headline,
// who it is from as outlet, the day on which it was sent. A dateline and a
// byline in the text are stronger. Of a message that was only forwarded the one
// in it is read. notes say why somebody should look at it: what it carries, what
// could not be read. Errors: Invalid for what is no message.
func Mail(data []byte, opt Options, now time.Time) (doc Document, notes []string, err error) {
	m, err := mailbox.Read(data)
	if err != nil {
		return Document{}, nil, err
	}
	doc = readMail(m, opt, now)
	doc.URL = opt.URL
	doc.fill()
	return doc, append(allWarnings(m), doc.mailNotes()...), nil
}

// forwardedBelow is how many letters a message has at most that only hands
// another one on.
const forwardedBelow = 600

func readMail(m *mailbox.Message, opt Options, now time.Time) Document {
	b := bodyOf(m.Blocks)
	if len(m.Carried) == 1 && letters(b.text()) < forwardedBelow {
		doc := readMail(m.Carried[0], opt, now)
		doc.remove(Forwarding, strings.TrimSpace(b.text()))
		doc.attachments(m.Files)
		return doc
	}
	given := fromHeader(m)
	doc := b.article(&given, opt, now)
	doc.Title = headline(given.Subject, &doc)
	doc.Outlet = first([]string{doc.Outlet, given.Organisation, given.From.Name, host(given.From.Address)})
	if len(doc.Byline) == 0 && given.Organisation != "" {
		doc.Byline = people(given.From.Name)
	}
	if doc.Published == "" && given.Day <= now.UTC().Format(time.DateOnly) {
		doc.Published = given.Day
	}
	doc.attachments(m.Files)
	for _, c := range m.Carried {
		doc.carry(readMail(c, opt, now))
	}
	return doc
}

// given is what a head says of a message.
type given struct {
	Subject      string
	From         mailbox.Sender
	Organisation string
	Day          string
}

func fromHeader(m *mailbox.Message) given {
	return given{m.Subject, m.From, m.Organisation, m.Day}
}

// replyMarks are what mailers set in front of a subject.
var replyMarks = regexp.MustCompile(`(?i)^\s*((re|fw|fwd|tr|wg|aw|rv|i|ha|ответ|пересл|отв)(\[\d+\])?\s*:\s*)+`)

// headline gives the subject; a headline that the text begins with and that says
// something else stays in the text.
func headline(subject string, doc *Document) string {
	subject = strings.TrimSpace(replyMarks.ReplaceAllString(subject, ""))
	switch {
	case subject == "":
		return doc.Title
	case doc.Title != "" && lettersOnly(doc.Title) != lettersOnly(subject):
		doc.Text = strings.TrimSpace(doc.Title + "\n\n" + doc.Text)
		doc.HTML = strings.TrimSpace(paragraphHTML([]string{doc.Title}) + "\n" + doc.HTML)
	}
	return subject
}

// host gives the host of a mail address.
func host(address string) string {
	_, name, _ := strings.Cut(address, "@")
	return name
}

// carry puts the article of a message that another one carries below its own.
func (d *Document) carry(c Document) {
	d.Text = strings.TrimSpace(d.Text + "\n\n" + strings.TrimSpace(c.Title+"\n\n"+c.Text))
	d.HTML = strings.TrimSpace(d.HTML + "\n" + paragraphHTML([]string{c.Title}) + "\n" + c.HTML)
	d.Removed = append(d.Removed, c.Removed...)
	d.Confidence = min(max(d.Confidence, c.Confidence), severalConfidence)
	d.Language = first([]string{d.Language, c.Language})
}

// severalConfidence is how sure it is at most that several messages in one are
// one article.
const severalConfidence = 0.4

// attachments notes what came with a message and is not read.
func (d *Document) attachments(files []mailbox.File) {
	for _, f := range files {
		if f.Name == "" && !isDocument(f) {
			continue // pictures of a layout
		}
		name := first([]string{f.Name, "without a name"})
		d.remove(Attachment, fmt.Sprintf("%s (%s, %d kB)", name, f.Type, (f.Size+1023)>>10))
	}
}

var documentName = regexp.MustCompile(`(?i)\.(pdf|txt|html?|docx?|odt|rtf|xlsx?|ods|csv|eml)$`)

// isDocument reports whether an attachment may hold what the message is about.
func isDocument(f mailbox.File) bool {
	return strings.HasPrefix(f.Type, "text/") && f.Type != "text/calendar" || f.Type == "application/pdf" || f.Type == "application/msword" ||
		strings.HasPrefix(f.Type, "application/vnd.o") || documentName.MatchString(f.Name)
}

// mailNotes says what of a message somebody should look at.
func (d *Document) mailNotes() (notes []string) {
	if d.Text == "" {
		notes = append(notes, "It has no text.")
	}
	for _, r := range d.Removed {
		name, about, _ := strings.Cut(r.Text, " (")
		kind, _, _ := strings.Cut(about, ",")
		if r.Kind == Attachment && isDocument(mailbox.File{Name: name, Type: kind}) {
			notes = append(notes, "An attachment was not read: "+r.Text+".")
		}
	}
	return notes
}

// allWarnings gives the warnings of a message and of those in it, as sentences.
func allWarnings(m *mailbox.Message) (out []string) {
	for _, w := range m.Warnings {
		r := []rune(w)
		out = append(out, string(unicode.ToUpper(r[0]))+string(r[1:])+".")
	}
	if n := len(m.Carried); n > 1 {
		out = append(out, fmt.Sprintf("It holds %d messages; they were read as one text.", n))
	}
	for _, c := range m.Carried {
		out = append(out, allWarnings(c)...)
	}
	return out
}
