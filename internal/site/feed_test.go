package site

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// readFeed is the feed as a reader sees it.
type readFeed struct {
	Channel struct {
		Title string `xml:"title"`
		Links []struct {
			XMLName xml.Name
			Text    string `xml:",chardata"`
			Href    string `xml:"href,attr"`
			Rel     string `xml:"rel,attr"`
		} `xml:"link"` // the channel's and the Atom one
		Built string `xml:"lastBuildDate"`
		Items []struct {
			Title       string   `xml:"title"`
			Link        string   `xml:"link"`
			GUID        rssGUID  `xml:"guid"`
			Published   string   `xml:"pubDate"`
			Description string   `xml:"description"`
			Language    string   `xml:"http://purl.org/dc/elements/1.1/ language"`
			Publisher   string   `xml:"http://purl.org/dc/elements/1.1/ publisher"`
			Categories  []string `xml:"category"`
		} `xml:"item"`
	} `xml:"channel"`
}

func parseFeed(t *testing.T, v visit) readFeed {
	t.Helper()
	if v.status != 200 || v.header.Get("Content-Type") != "application/rss+xml; charset=utf-8" {
		t.Fatalf("%d %v", v.status, v.header)
	}
	for d := xml.NewDecoder(strings.NewReader(v.body)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("not XML: %v\n%s", err, v.body)
		}
	}
	var f readFeed
	if err := xml.Unmarshal([]byte(v.body), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFeed(t *testing.T) {
	f := newFake()
	c := parseFeed(t, f.get(t, "/feed.xml")).Channel
	if c.Title != f.settings.Organisation || c.Links[0].Text != "https://monitor.example/" || len(c.Items) != 20 {
		t.Fatalf("%q, %+v, %d items", c.Title, c.Links, len(c.Items))
	}
	if self := c.Links[1]; self.XMLName.Space != "http://www.w3.org/2005/Atom" || self.Href != "https://monitor.example/feed.xml" || self.Rel != "self" {
		t.Errorf("%+v", self)
	}
	if c.Built != testNow.Format(time.RFC1123Z) {
		t.Errorf("built %q, the newest change is of %v", c.Built, testNow)
	}
	i := c.Items[0]
	if i.GUID != (rssGUID{true, "https://monitor.example/a/rdk_a_wire"}) || i.Link != i.GUID.Value || i.Publisher != "Invented Wire" || len(i.Categories) != 2 || i.Categories[1] != "Russia" {
		t.Errorf("%+v", i)
	}
	if at, err := time.Parse(time.RFC1123Z, i.Published); err != nil || !at.Equal(f.articles[0].FirstPublic) {
		t.Errorf("%q, %v", i.Published, err)
	}
	if !strings.HasPrefix(i.Description, "<p>Invented Wire (21 November 2026) · headline by the desk</p><p dir=\"ltr\">Two neighbouring") {
		t.Error(i.Description)
	}
	if a := c.Items[1]; a.Language != "ar" || !strings.Contains(a.Description, `<p dir="rtl">`) {
		t.Errorf("%+v", a)
	}
	if l := c.Items[3]; l.Description != "<p>虚构新闻社</p>" {
		t.Errorf("a reference shows %q", l.Description)
	}
}

func TestFeedOfATerritory(t *testing.T) {
	f := newFake()
	c := parseFeed(t, f.get(t, "/territories/RU/feed.xml")).Channel
	if len(c.Items) != 8 || !strings.HasSuffix(c.Title, ": Russia") || c.Links[1].Href != "https://monitor.example/territories/RU/feed.xml" || c.Links[0].Text != "https://monitor.example/territories/RU" {
		t.Errorf("%q, %+v, %d items", c.Title, c.Links, len(c.Items))
	}
	if c := parseFeed(t, f.get(t, "/territories/BI/feed.xml")).Channel; len(c.Items) != 0 || c.Built != "" {
		t.Errorf("%+v", c)
	}
	f.get(t, "/territories/XX/feed.xml").wants(t, 404)
}

func TestFeedStaysXMLWhateverStandsInIt(t *testing.T) {
	f := newFake()
	f.articles[0].Title = "A & B <b>]]></title>\x00\x0b\xff"
	f.articles[0].Text = attack + "\x01"
	f.articles[0].Outlet = "<i>&"
	i := parseFeed(t, f.get(t, "/feed.xml")).Channel.Items[0]
	if !strings.HasPrefix(i.Title, "A & B <b>]]></title>") {
		t.Errorf("%q", i.Title)
	}
	if strings.Contains(i.Description, "<script") || strings.Contains(i.Description, "<i>") || !strings.Contains(i.Description, "&lt;script&gt;") {
		t.Errorf("%q", i.Description)
	}
}
