package site

import (
	"encoding/xml"
	"html"
	"net/http"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// The elements of RSS 2.0 (RSS Advisory Board, 2009) with the Atom link to
// itself and the language of each item from Dublin Core.
type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	DC      string   `xml:"xmlns:dc,attr"`
	Channel channel  `xml:"channel"`
}

type channel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Self        atomLink  `xml:"atom:link"`
	Description string    `xml:"description"`
	Language    string    `xml:"language"`
	Built       string    `xml:"lastBuildDate,omitempty"`
	Minutes     int       `xml:"ttl"`
	Items       []rssItem `xml:"item"`
}

type atomLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

type rssItem struct {
	Title       string   `xml:"title"`
	Link        string   `xml:"link"`
	GUID        rssGUID  `xml:"guid"`
	Published   string   `xml:"pubDate"`
	Description string   `xml:"description"`
	Outlet      string   `xml:"dc:publisher,omitempty"`
	Date        string   `xml:"dc:date,omitempty"`
	Language    string   `xml:"dc:language,omitempty"`
	Categories  []string `xml:"category"`
}

type rssGUID struct {
	Permanent bool   `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

func (s *site) getFeed(w http.ResponseWriter, r *http.Request) error {
	return s.feed(w, r, public.Query{}, "/", "/feed.xml", "")
}

func (s *site) getTerritoryFeed(w http.ResponseWriter, r *http.Request) error {
	t, known := geo.Find(r.PathValue("id"))
	if !known {
		return problem(fault.NotFound, locale.T(tongue(r), "There is no such country or territory in the list, and so no feed."))
	}
	path := "/territories/" + t.ID
	return s.feed(w, r, public.Query{Territory: t.ID}, path, path+"/feed.xml", t.Name(tongue(r)))
}

// feed answers with the newest articles that a query finds.
func (s *site) feed(w http.ResponseWriter, r *http.Request, q public.Query, page, self, territory string) error {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	found, err := s.Articles.Search(r.Context(), q)
	if err != nil {
		return err
	}
	l := tongue(r)
	c := channel{
		Title: settings.Organisation, Link: settings.SiteURL + locale.Path(l, page), Language: l, Minutes: 60,
		Self:        atomLink{settings.SiteURL + locale.Path(l, self), "self", "application/rss+xml"},
		Description: locale.T(l, "News on human rights, reviewed by editors, with who published it and when."),
	}
	if territory != "" {
		c.Title += ": " + territory
	}
	c.Items, c.Built = feedItems(l, found.Hits, settings.SiteURL)
	body, err := xml.MarshalIndent(rss{Version: "2.0", Atom: "http://www.w3.org/2005/Atom", DC: "http://purl.org/dc/elements/1.1/", Channel: c}, "", " ")
	if err != nil {
		return err
	}
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "application/rss+xml; charset=utf-8", append([]byte(xml.Header), body...))
}

func feedItems(language string, hits []public.Hit, siteURL string) (items []rssItem, built string) {
	var newest time.Time
	for _, h := range hits {
		address := siteURL + locale.Path(language, "/a/"+h.ID)
		item := rssItem{
			Title: h.Title, Link: address, GUID: rssGUID{true, siteURL + "/a/" + h.ID}, Published: h.FirstPublic.UTC().Format(time.RFC1123Z),
			Description: describe(language, h.Teaser), Outlet: h.Outlet, Date: h.Published, Language: h.Language,
		}
		for _, t := range h.Territories {
			item.Categories = append(item.Categories, territoryName(language, t))
		}
		if h.Updated.After(newest) {
			newest = h.Updated
		}
		items = append(items, item)
	}
	if !newest.IsZero() {
		built = newest.UTC().Format(time.RFC1123Z)
	}
	return items, built
}

// describe says where an article comes from and how it begins, as far as its
// licence lets it; readers take a description for HTML, so it is written as such.
func describe(language string, t public.Teaser) string {
	from := html.EscapeString(t.Outlet)
	if t.Published != "" {
		from += " (" + html.EscapeString(locale.Date(language, t.Published)) + ")"
	}
	if t.TitleByDesk {
		from += html.EscapeString(" · " + locale.T(language, "headline by the desk"))
	}
	out := "<p>" + from + "</p>"
	if t.Lead != "" {
		out += `<p dir="` + locale.Dir(t.Language) + `">` + html.EscapeString(t.Lead) + "</p>"
	}
	return out
}
