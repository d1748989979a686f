package source

import (
	"bytes"
	"encoding/json"
	"html"
	"net/url"
	"strings"

	"rightsdesk/internal/fault"
)

// jsonPerson is an author in JSON Feed (jsonfeed.org/version/1.1).
type jsonPerson struct {
	Name string `json:"name"`
}

// jsonItem is an item in JSON Feed. Its id may be a number.
type jsonItem struct {
	ID          json.RawMessage `json:"id"`
	URL         string          `json:"url"`
	ExternalURL string          `json:"external_url"`
	Title       string          `json:"title"`
	Summary     string          `json:"summary"`
	HTML        string          `json:"content_html"`
	Text        string          `json:"content_text"`
	Published   string          `json:"date_published"`
	Modified    string          `json:"date_modified"`
	Language    string          `json:"language"`
	Tags        []string        `json:"tags"`
	Author      jsonPerson      `json:"author"`
	Authors     []jsonPerson    `json:"authors"`
	Attachments []attachment    `json:"attachments"`
}

type attachment struct {
	URL  string      `json:"url"`
	Type string      `json:"mime_type"`
	Size json.Number `json:"size_in_bytes"`
}

// jsonFeed reads JSON Feed, member by member and item by item, so that what
// stands before a fault is kept.
func (r *reader) jsonFeed(data []byte, base *url.URL) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	version, items := "", 0
	var broken error
	if _, broken = d.Token(); broken == nil {
		for broken == nil && d.More() {
			var key json.Token
			if key, broken = d.Token(); broken != nil {
				break
			}
			if key == "items" {
				broken = r.jsonItems(d, base)
				items++
				continue
			}
			var value any
			if broken = d.Decode(&value); broken == nil {
				r.jsonMember(key, value, base)
			}
			if key == "version" {
				version, _ = value.(string)
			}
		}
	}
	if !strings.Contains(version, "jsonfeed.org") && items == 0 {
		return fault.New(fault.Invalid, "The address answers with JSON, but with no feed. Look on the site for its feed (often /feed or /rss) and change the source's address.")
	}
	if broken != nil {
		r.warn("the document is broken and was read up to there: %v", broken)
	}
	r.feed.Type, r.feed.Version = "json", version[strings.LastIndexByte(version, '/')+1:]
	return nil
}

func (r *reader) jsonMember(key json.Token, value any, base *url.URL) {
	f := &r.feed
	s, _ := value.(string)
	switch key {
	case "title":
		f.Title = oneLine(s)
	case "home_page_url":
		f.Link = address(base, s)
	case "feed_url":
		f.ID = s
	case "description":
		f.Description = oneLine(s)
	case "language":
		f.Language = s
	case "icon":
		f.Image = address(base, s)
	case "author", "authors":
		if b, err := json.Marshal(value); err == nil {
			f.Author = first(f.Author, jsonNames(b))
		}
	}
}

// jsonNames reads one author or a list of them.
func jsonNames(b []byte) string {
	var one jsonPerson
	if json.Unmarshal(b, &one) == nil {
		return oneLine(one.Name)
	}
	var many []jsonPerson
	if json.Unmarshal(b, &many) != nil {
		return "" // neither: the feed says nothing that can be read
	}
	return joinNames(many)
}

func joinNames(list []jsonPerson) string {
	var names []string
	for _, p := range list {
		if n := oneLine(p.Name); n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

func (r *reader) jsonItems(d *json.Decoder, base *url.URL) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		var item jsonItem
		if err := json.Unmarshal(raw, &item); err != nil {
			r.warn("an item has a member of the wrong kind: %v", err) // the others of it are read
		}
		if r.room(len(r.feed.Entries)) {
			r.feed.Entries = append(r.feed.Entries, r.jsonEntry(item, base))
		}
	}
	_, err := d.Token()
	return err
}

func (r *reader) jsonEntry(i jsonItem, base *url.URL) Entry {
	e := Entry{
		Title: oneLine(i.Title), Link: first(address(base, i.URL), address(base, i.ExternalURL)), Language: i.Language,
		Author: first(joinNames(i.Authors), oneLine(i.Author.Name)), Summary: html.EscapeString(i.Summary), Categories: append([]string{}, i.Tags...), Enclosures: []Enclosure{},
	}
	if json.Unmarshal(i.ID, &e.ID) != nil {
		e.ID = string(i.ID) // a number, as it is written
	}
	e.Content = r.sanitise(first(i.HTML, html.EscapeString(i.Text)), base, false)
	p, m := r.date(i.Published), r.date(i.Modified)
	e.Published, e.Updated, e.day = p.rfc3339(), m.rfc3339(), first(p.day, m.day)
	for _, a := range i.Attachments {
		if u := address(base, a.URL); u != "" {
			e.Enclosures = append(e.Enclosures, Enclosure{u, a.Type, a.Size.String()})
		}
	}
	return e
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
