package app

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/source"
	"rightsdesk/internal/story"
	"rightsdesk/internal/testweb"
)

// windowLines is how many lines a window of the demo's page has.
const windowLines = 3

// look fills the windows from where the world looks: the public page, the feed
// and the mail box, each asked for as anybody would. What does not answer has
// no lines.
func (t *teller) look(ctx context.Context, territory string, post arrival, s *story.State) {
	page := s.Links.Site + "/territories/" + territory
	s.Country = story.Window{Link: page}
	if b, err := t.fetch(ctx, page); err == nil {
		s.Country.Lines = headlines(b, s.Links.Site)
	}
	s.Feed = story.Window{Link: page + "/feed.xml"}
	if b, err := t.fetch(ctx, s.Feed.Link); err == nil {
		s.Feed.Lines = entries(b, s.Feed.Link)
	}
	s.Inbox = story.Window{Link: t.demo.inboxURL + "/"}
	s.Inbox.Lines = mails(t.demo.relay.Mails(), t.demo.inboxURL, post.id)
	if post.id == "" {
		return
	}
	lit(&s.Country, "/a/"+post.id)
	lit(&s.Feed, "/a/"+post.id)
	for _, m := range t.demo.relay.Mails() {
		if m.To == demoReader && strings.Contains(m.Text, "/a/"+post.id) {
			s.Inbox.Lit = true
			if !post.decided.IsZero() {
				s.MailAfter = max(m.At.Sub(post.decided), 0)
			}
			break
		}
	}
}

// lit marks the line whose link ends with a path.
func lit(w *story.Window, path string) {
	for i := range w.Lines {
		if strings.HasSuffix(w.Lines[i].Link, path) {
			w.Lines[i].New, w.Lit = true, true
		}
	}
}

func (t *teller) fetch(ctx context.Context, address string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	answer, err := t.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fault.New(fault.Unavailable, "%s answers %s.", address, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, 1<<20))
}

// headlines gives the first articles that a public page lists: headings that
// are links to one, with the outlet and the day that stand beside them.
func headlines(page []byte, site string) []story.Line {
	root, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		return nil
	}
	var out []story.Line
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "article" || len(out) == windowLines {
			continue
		}
		line := story.Line{}
		for m := range n.Descendants() {
			switch href := attribute(m, "href"); {
			case m.Data == "a" && strings.HasPrefix(href, "/a/") && line.Link == "":
				line.Text, line.Link = words(m), site+href
				line.Lang, line.Dir = inherited(m, "lang"), inherited(m, "dir")
			case m.Data == "b" || m.Data == "time":
				line.Note = strings.TrimPrefix(line.Note+" · "+words(m), " · ")
			}
		}
		if line.Link != "" {
			out = append(out, line)
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// inherited gives an attribute of an element or of the nearest one around it.
func inherited(n *html.Node, name string) string {
	for ; n != nil; n = n.Parent {
		if v := attribute(n, name); v != "" {
			return v
		}
	}
	return ""
}

// words gives the text of an element.
func words(n *html.Node) string {
	var b strings.Builder
	for m := range n.Descendants() {
		if m.Type == html.TextNode {
			b.WriteString(m.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// entries gives the first entries of a feed.
func entries(feed []byte, address string) []story.Line {
	f, err := source.ReadFeed(feed, source.FeedOptions{URL: address})
	if err != nil {
		return nil
	}
	var out []story.Line
	for _, e := range f.Entries[:min(len(f.Entries), windowLines)] {
		note := "RSS"
		if at, err := time.Parse(time.RFC3339, e.Published); err == nil {
			note += " · " + locale.Day("en", at)
		}
		out = append(out, story.Line{Text: e.Title, Note: note, Link: e.Link, Dir: "auto"})
	}
	return out
}

// mails gives the newest mails of the demo's reader.
func mails(list []testweb.Mail, inbox, article string) []story.Line {
	var out []story.Line
	for _, m := range slices.Backward(list) {
		if m.To != demoReader || len(out) == windowLines {
			continue
		}
		out = append(out, story.Line{
			Text: m.Subject, Note: "to " + m.To + " · " + m.At.UTC().Format("15:04:05"), Link: inbox + m.Path(),
			New: article != "" && strings.Contains(m.Text, "/a/"+article),
		})
	}
	return out
}
