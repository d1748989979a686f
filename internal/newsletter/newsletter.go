// Package newsletter writes the mails that readers get: the issues of the
// newsletter, each for one reader and their territories, and the letters that
// answer a form. It makes them from what is public and from nothing else.
//
// A mail loads nothing and tells nobody that it was read: no images, no remote
// styles, and every link goes to the organisation's own site. Subjects of
// letters name no country; the subject of an issue is its title, which an
// editor chose.
package newsletter

import (
	"bytes"
	"embed"
	htmltemplate "html/template"
	"io"
	texttemplate "text/template"
	"time"

	"rightsdesk/internal/mail"
	"rightsdesk/internal/public"
)

//go:embed templates
var files embed.FS

// Sender is whom mails come from.
type Sender struct {
	Address string
	Name    string
	Domain  string // right part of the Message-IDs and name of the list
}

// DraftTitle proposes a title for an issue: it becomes the subject, so that it
// names the day and no country.
func DraftTitle(s public.Settings, now time.Time) string {
	day := now.UTC().Format("2 January 2006")
	if s.Organisation == "" {
		return "News of " + day
	}
	return s.Organisation + ": news of " + day
}

// message begins a mail; the leaving link goes with every one.
func message(id, to, subject, leaveWord string, l Links, from Sender, now time.Time) mail.Message {
	return mail.Message{
		ID: id, Domain: from.Domain, From: from.Address, FromName: from.Name, To: to, Subject: subject,
		Leave: l.Leave(leaveWord), ListID: "newsletter." + from.Domain, Date: now, Auto: true,
	}
}

var (
	issueHTML  = htmltemplate.Must(htmltemplate.ParseFS(files, "templates/layout.html", "templates/issue.html"))
	letterHTML = htmltemplate.Must(htmltemplate.ParseFS(files, "templates/layout.html", "templates/letter.html"))
	texts      = texttemplate.Must(texttemplate.ParseFS(files, "templates/*.txt"))
)

// render fills a template. It cannot fail: the templates are part of the
// program, the values are plain strings, and memory takes every byte.
func render(t interface {
	ExecuteTemplate(w io.Writer, name string, data any) error
}, name string, page any) string {
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, page); err != nil {
		panic(err)
	}
	return b.String()
}
