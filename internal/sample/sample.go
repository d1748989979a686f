// Package sample holds the content of the sample desk: news posts, the
// organisation's own posts, claims and figures, cases, a newsletter issue, a
// snippet. The outlets are invented. A text tells what public documents say, with
// who says it, or something invented, and then says so itself; every person of a
// case is invented.
package sample

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

//go:embed *.json *.txt *.md posts/*.txt copies/*.txt
var files embed.FS

// Desk is the whole content. Load gives it with relative dates; At settles them.
type Desk struct {
	Posts       []Post
	Copies      []Copy
	Own         []Own
	Communities []Community
	Cases       []Case
	Figures     []Figure
	Issue       Issue
	Snippet     string // Markdown with {countries}, {cases}, {communities} and {case_countries}
	Arriving    Arriving
	Stress      Stress
}

// Post is a news post. Its text is in the seed's form: title, byline, dateline,
// paragraphs.
type Post struct {
	File        string   `json:"file"` // in posts/
	Title       string   `json:"title"`
	Outlet      string   `json:"outlet"`
	Language    string   `json:"language"`    // BCP 47
	Territories []string `json:"territories"` // what the desk decided
	Licence     string   `json:"licence"`
	Published   bool     `json:"published"` // false: it waits in the queue
	Lead        bool     `json:"lead,omitempty"`
	Invented    bool     `json:"invented,omitempty"` // what it tells did not happen, as its text says
	Date        string   `json:"date,omitempty"`     // EDTF; empty with DaysAgo until At
	DaysAgo     int      `json:"days_ago,omitempty"`
	Text        string   `json:"-"` // as it is handed in; {date} stands for the date until At
}

// Copy is a news post as another outlet printed it: shortened, under another
// headline, in another order, with a paragraph of its own.
type Copy struct {
	File    string `json:"file"` // in copies/
	Of      string `json:"of"`   // the file of the post
	Outlet  string `json:"outlet"`
	Date    string `json:"date,omitempty"`
	DaysAgo int    `json:"days_ago,omitempty"`
	Text    string `json:"-"` // as it is handed in; {date} stands for the date until At
}

// Own is a post of the organisation itself, in Markdown.
type Own struct {
	File        string   `json:"file"`
	Kind        string   `json:"kind"` // as public.PostKind
	Title       string   `json:"title"`
	Language    string   `json:"language"`
	Territories []string `json:"territories"`
	Date        string   `json:"date,omitempty"`
	DaysAgo     int      `json:"days_ago,omitempty"`
	Markdown    string   `json:"-"` // without the title
}

// Arriving is the post that arrives during the demo: byline, dateline and
// footer, but no title. All of it is invented.
type Arriving struct {
	Title       string   `json:"title"`       // for an editor to write
	Territories []string `json:"territories"` // for an editor to decide
	Claims      []Claim  `json:"claims"`      // what stands in it
	Text        string   `json:"-"`           // as it is handed in; {date} stands for the date until At
}

// Issue is one number of the newsletter, already sent.
type Issue struct {
	Title   string   `json:"title"`
	Opening string   `json:"opening"`
	DaysAgo int      `json:"days_ago"`
	Date    string   `json:"date,omitempty"`
	Posts   []string `json:"posts"` // files of posts and own posts, in order
}

// Load reads the content. An error is a fault of this package's files.
func Load() (Desk, error) {
	var d Desk
	for name, into := range map[string]any{
		"posts.json": &d.Posts, "copies.json": &d.Copies, "own.json": &d.Own, "communities.json": &d.Communities, "cases.json": &d.Cases,
		"figures.json": &d.Figures, "issue.json": &d.Issue, "stress.json": &d.Stress, "arriving.json": &d.Arriving,
	} {
		if err := decode(name, into); err != nil {
			return Desk{}, err
		}
	}
	texts := map[string]*string{"snippet.md": &d.Snippet, "arriving.txt": &d.Arriving.Text}
	for i := range d.Posts {
		texts["posts/"+d.Posts[i].File] = &d.Posts[i].Text
	}
	for i := range d.Copies {
		texts["copies/"+d.Copies[i].File] = &d.Copies[i].Text
	}
	for i := range d.Own {
		texts[d.Own[i].File] = &d.Own[i].Markdown
	}
	for name, into := range texts {
		data, err := files.ReadFile(name)
		if err != nil {
			return Desk{}, err
		}
		*into = string(data)
	}
	return d, nil
}

// decode reads a JSON file and refuses fields that nothing reads.
func decode(name string, into any) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// At gives the content with every date settled that is relative to now.
func (d Desk) At(now time.Time) Desk {
	d.Posts = settled(d.Posts, func(p *Post) {
		settle(&p.Date, p.DaysAgo, now)
		p.Text = strings.ReplaceAll(p.Text, "{date}", dotted(p.Date))
	})
	d.Copies = settled(d.Copies, func(c *Copy) {
		settle(&c.Date, c.DaysAgo, now)
		c.Text = strings.ReplaceAll(c.Text, "{date}", dotted(c.Date))
	})
	d.Own = settled(d.Own, func(o *Own) { settle(&o.Date, o.DaysAgo, now) })
	d.Cases = settled(d.Cases, func(c *Case) { c.settle(now) })
	d.Figures = settled(d.Figures, func(f *Figure) { settle(&f.Decided, f.DecidedDaysAgo, now) })
	settle(&d.Issue.Date, d.Issue.DaysAgo, now)
	d.Arriving.Text = strings.ReplaceAll(d.Arriving.Text, "{date}", dotted(daysBefore(now, 0)))
	d.Arriving.Claims = settled(d.Arriving.Claims, func(c *Claim) { c.AsOf = daysBefore(now, 0) })
	return d
}

// settled gives a copy of a list with each of its members changed.
func settled[T any](list []T, change func(*T)) []T {
	out := make([]T, len(list))
	copy(out, list)
	for i := range out {
		change(&out[i])
	}
	return out
}

// settle fills a date that is some days before now.
func settle(date *string, daysAgo int, now time.Time) {
	if *date == "" && daysAgo > 0 {
		*date = daysBefore(now, daysAgo)
	}
}

func daysBefore(now time.Time, days int) string {
	return now.UTC().AddDate(0, 0, -days).Format(time.DateOnly)
}

// dotted writes a day as datelines do: 29.03.2017.
func dotted(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.Format("02.01.2006")
}
