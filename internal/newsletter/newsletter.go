// Package newsletter writes the mails that readers get: the issues of the
// newsletter, each for one reader and their territories, and the letters that
// answer a form. It makes them from what is public and from nothing else.
//
// A mail loads nothing and tells nobody that it was read: no images, no remote
// styles, and every link goes to the organisation's own site. Its own words, and
// the pages that it leads to, are in the reader's language where that is one of
// the interface, else in English. Subjects of letters name no country; the
// subject of an issue is its title, which an editor chose.
package newsletter

import (
	"bytes"
	"embed"
	htmltemplate "html/template"
	"io"
	"sync"
	texttemplate "text/template"
	"time"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/mail"
)

//go:embed templates
var files embed.FS

// Sender is whom mails come from.
type Sender struct {
	Address string
	Name    string
	Domain  string // right part of the Message-IDs and name of the list
}

// message begins a mail; the leaving link goes with every one.
func message(id, to, subject, leaveWord string, l Links, from Sender, now time.Time) mail.Message {
	return mail.Message{
		ID: id, Domain: from.Domain, From: from.Address, FromName: from.Name, To: to, Subject: subject,
		Leave: l.Leave(leaveWord), ListID: "newsletter." + from.Domain, Date: now, Auto: true,
	}
}

// templates write the mails of a language.
type templates struct {
	issue, letter *htmltemplate.Template
	text          *texttemplate.Template
}

// inLanguage has the templates of each language, read when it is first spoken.
var inLanguage = func() map[string]func() templates {
	all := map[string]func() templates{}
	for _, l := range locale.Interface() {
		all[l] = sync.OnceValue(func() templates {
			page := func(name string) *htmltemplate.Template {
				return htmltemplate.Must(htmltemplate.New(name).Funcs(locale.Funcs(l)).ParseFS(files, "templates/layout.html", "templates/"+name))
			}
			return templates{
				issue: page("issue.html"), letter: page("letter.html"),
				text: texttemplate.Must(texttemplate.New("text").Funcs(locale.PlainFuncs(l)).ParseFS(files, "templates/*.txt")),
			}
		})
	}
	return all
}()

func templatesIn(language string) templates { return inLanguage[language]() }

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
