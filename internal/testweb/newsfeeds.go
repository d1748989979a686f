package testweb

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"net/http"
	"time"
)

// announce serves what an outlet announces, with its fault. document makes it
// from the address of the outlet's folder and its stories.
func (n *News) announce(outlet string, document func(base string, list []Story) any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		list, fault := n.Stories(outlet), n.fault(outlet)
		if fault == Empty {
			list = nil
		}
		b, err := xml.MarshalIndent(document("http://"+r.Host+"/"+outlet+"/", list), "", " ")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		switch fault {
		case Page:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, "<!DOCTYPE html><html><body>The feed has moved.</body></html>")
		case Broken:
			http.Error(w, "broken", http.StatusInternalServerError)
		case Frozen:
			w.WriteHeader(http.StatusNotModified)
		case Busy:
			w.Header().Set("Retry-After", "120")
			http.Error(w, "too often", http.StatusTooManyRequests)
		case Gone:
			http.Error(w, "gone", http.StatusGone)
		case Truncated:
			answer(w, r, b[:len(b)*2/3])
		default:
			answer(w, r, b)
		}
	}
}

// answer sends XML, or with 304 to who has it already.
func answer(w http.ResponseWriter, r *http.Request, b []byte) {
	tag := fmt.Sprintf(`"%x"`, sha256.Sum256(b))
	w.Header().Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	fmt.Fprint(w, xml.Header, string(b))
}

// beginning is what a feed shows of a story.
func (s Story) beginning() string {
	if len(s.Paragraphs) == 0 {
		return ""
	}
	return s.Paragraphs[0]
}

func rss(base string, list []Story) any {
	type guid struct {
		Permanent bool   `xml:"isPermaLink,attr"`
		Text      string `xml:",chardata"`
	}
	type item struct {
		Title       string `xml:"title"`
		Link        string `xml:"link"`
		GUID        guid   `xml:"guid"`
		Date        string `xml:"pubDate"`
		Author      string `xml:"dc:creator"`
		Language    string `xml:"dc:language"`
		Description string `xml:"description"`
	}
	type channel struct {
		Title       string `xml:"title"`
		Link        string `xml:"link"`
		Description string `xml:"description"`
		Items       []item `xml:"item"`
	}
	c := channel{Title: OutletNames[OutletRSS], Link: base, Description: invented["en"]}
	for _, s := range list {
		c.Items = append(c.Items, item{
			Title: s.Title, Link: base + s.Slug + "?utm_source=rss", GUID: guid{false, "harbour-times:" + s.Slug}, Date: s.Published.Format(time.RFC1123Z),
			Author: s.Author, Language: s.Language, Description: s.beginning(),
		})
	}
	return struct {
		XMLName xml.Name `xml:"rss"`
		Version string   `xml:"version,attr"`
		DC      string   `xml:"xmlns:dc,attr"`
		Channel channel  `xml:"channel"`
	}{Version: "2.0", DC: "http://purl.org/dc/elements/1.1/", Channel: c}
}

func atom(base string, list []Story) any {
	type link struct {
		Href string `xml:"href,attr"`
	}
	type author struct {
		Name string `xml:"name"`
	}
	type entry struct {
		Language  string `xml:"xml:lang,attr"`
		Title     string `xml:"title"`
		ID        string `xml:"id"`
		Link      link   `xml:"link"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Author    author `xml:"author"`
		Summary   string `xml:"summary"`
	}
	entries, updated := []entry{}, time.Unix(0, 0)
	for _, s := range list {
		at := s.Published.Format(time.RFC3339)
		entries = append(entries, entry{s.Language, s.Title, base + s.Slug, link{s.Slug}, at, at, author{s.Author}, s.beginning()})
		if s.Published.After(updated) {
			updated = s.Published
		}
	}
	return struct {
		XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Base     string   `xml:"xml:base,attr"`
		Title    string   `xml:"title"`
		Subtitle string   `xml:"subtitle"`
		ID       string   `xml:"id"`
		Updated  string   `xml:"updated"`
		Entries  []entry  `xml:"entry"`
	}{Base: base, Title: OutletNames[OutletAtom], Subtitle: invented["en"], ID: base, Updated: updated.Format(time.RFC3339), Entries: entries}
}

func sitemap(base string, list []Story) any {
	type news struct {
		Name     string `xml:"news:publication>news:name"`
		Language string `xml:"news:publication>news:language"`
		Date     string `xml:"news:publication_date"`
		Title    string `xml:"news:title"`
	}
	type page struct {
		Loc     string `xml:"loc"`
		Lastmod string `xml:"lastmod"`
		News    news   `xml:"news:news"`
	}
	var pages []page
	for _, s := range list {
		at := s.Published.Format(time.RFC3339)
		pages = append(pages, page{base + s.Slug, at, news{OutletNames[OutletSitemap], s.Language, at, s.Title}})
	}
	return struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		News    string   `xml:"xmlns:news,attr"`
		Pages   []page   `xml:"url"`
	}{News: "http://www.google.com/schemas/sitemap-news/0.9", Pages: pages}
}
