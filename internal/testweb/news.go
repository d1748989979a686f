package testweb

import (
	"embed"
	"encoding/xml"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

//go:embed news.html
var newsPages embed.FS

var newsTemplates = template.Must(template.ParseFS(newsPages, "news.html"))

// The outlets of the news web, by the way in which they announce what they
// publish. All of them are invented.
const (
	OutletRSS     = "harbour-times"  // by RSS
	OutletAtom    = "steppe-courier" // by Atom
	OutletSitemap = "delta-observer" // by a sitemap
)

// OutletNames are the outlets as readers know them.
var OutletNames = map[string]string{OutletRSS: "The Harbour Times", OutletAtom: "Steppe Courier", OutletSitemap: "Delta Observer"}

// Feeds are the paths at which the outlets announce.
var Feeds = map[string]string{OutletRSS: "/harbour-times/rss.xml", OutletAtom: "/steppe-courier/atom.xml", OutletSitemap: "/delta-observer/sitemap.xml"}

// Story is an article of the news web. Its people and events are invented.
type Story struct {
	Slug       string
	Title      string
	Author     string
	Language   string
	Published  time.Time
	Paragraphs []string
}

// Fault is what is wrong with an outlet's announcements.
type Fault int

// The faults that a test can cause.
const (
	Sound     Fault = iota
	Page            // a web page instead of the feed
	Broken          // status 500
	Truncated       // the feed ends in the middle
)

// News is a web of three outlets.
type News struct {
	mu      sync.Mutex
	stories map[string][]Story // by outlet, newest first
	faults  map[string]Fault
}

// NewNews makes the news web with its first stories, of the days before now.
func NewNews(now time.Time) *News {
	n := &News{stories: map[string][]Story{}, faults: map[string]Fault{}}
	for outlet, list := range firstStories(now) {
		n.stories[outlet] = list
	}
	return n
}

// Publish adds a story in front of an outlet's others.
func (n *News) Publish(outlet string, s Story) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.stories[outlet] = slices.Insert(n.stories[outlet], 0, s)
}

// Break gives an outlet's announcements a fault, or takes it away with Sound.
func (n *News) Break(outlet string, f Fault) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.faults[outlet] = f
}

// Stories gives an outlet's stories, newest first.
func (n *News) Stories(outlet string) []Story {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.stories[outlet])
}

// Handler answers for all outlets.
func (n *News) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", n.index)
	mux.HandleFunc("GET "+Feeds[OutletRSS], n.announce(OutletRSS, n.rss))
	mux.HandleFunc("GET "+Feeds[OutletAtom], n.announce(OutletAtom, n.atom))
	mux.HandleFunc("GET "+Feeds[OutletSitemap], n.announce(OutletSitemap, n.sitemap))
	mux.HandleFunc("GET /{outlet}/{slug}", n.story)
	return mux
}

func (n *News) index(w http.ResponseWriter, _ *http.Request) {
	page := map[string][]Story{}
	for outlet, name := range OutletNames {
		page[name] = n.Stories(outlet)
	}
	n.render(w, "index", struct {
		Outlets map[string][]Story
		Slugs   map[string]string
	}{page, slugs()})
}

func slugs() map[string]string {
	out := map[string]string{}
	for slug, name := range OutletNames {
		out[name] = slug
	}
	return out
}

func (n *News) story(w http.ResponseWriter, r *http.Request) {
	outlet := r.PathValue("outlet")
	list := n.Stories(outlet)
	i := slices.IndexFunc(list, func(s Story) bool { return s.Slug == r.PathValue("slug") })
	if i < 0 {
		http.NotFound(w, r)
		return
	}
	dir := "ltr"
	if list[i].Language == "ar" {
		dir = "rtl"
	}
	n.render(w, "story", struct {
		Story
		Outlet, Slug, Dir string
		Others            []Story
	}{list[i], OutletNames[outlet], outlet, dir, slices.Delete(slices.Clone(list), i, i+1)})
}

func (n *News) render(w http.ResponseWriter, name string, page any) {
	var b strings.Builder
	if err := newsTemplates.ExecuteTemplate(&b, name, page); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, b.String())
}

// announce serves what outlet announces, with its fault.
func (n *News) announce(outlet string, document func(base string, list []Story) any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n.mu.Lock()
		f := n.faults[outlet]
		n.mu.Unlock()
		switch f {
		case Page:
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<!DOCTYPE html><html><body>The feed has moved.</body></html>")
			return
		case Broken:
			http.Error(w, "broken", http.StatusInternalServerError)
			return
		}
		b, err := xml.MarshalIndent(document("http://"+r.Host+"/"+outlet+"/", n.Stories(outlet)), "", " ")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if f == Truncated {
			b = b[:len(b)*2/3]
		}
		w.Header().Set("Content-Type", "application/xml; charset=utf-8")
		fmt.Fprint(w, xml.Header, string(b))
	}
}

type rssItem struct {
	Title string `xml:"title"`
	Link  string `xml:"link"`
	GUID  string `xml:"guid"`
	Date  string `xml:"pubDate"`
}

func (n *News) rss(base string, list []Story) any {
	type channel struct {
		Title string    `xml:"title"`
		Link  string    `xml:"link"`
		Items []rssItem `xml:"item"`
	}
	c := channel{Title: OutletNames[OutletRSS], Link: base}
	for _, s := range list {
		c.Items = append(c.Items, rssItem{s.Title, base + s.Slug, base + s.Slug, s.Published.Format(time.RFC1123Z)})
	}
	return struct {
		XMLName xml.Name `xml:"rss"`
		Version string   `xml:"version,attr"`
		Channel channel  `xml:"channel"`
	}{Version: "2.0", Channel: c}
}

type atomLink struct {
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Link    atomLink `xml:"link"`
	Updated string   `xml:"updated"`
}

func (n *News) atom(base string, list []Story) any {
	var entries []atomEntry
	for _, s := range list {
		entries = append(entries, atomEntry{s.Title, base + s.Slug, atomLink{base + s.Slug}, s.Published.Format(time.RFC3339)})
	}
	return struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Title   string      `xml:"title"`
		ID      string      `xml:"id"`
		Entries []atomEntry `xml:"entry"`
	}{Title: OutletNames[OutletAtom], ID: base, Entries: entries}
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	Lastmod string `xml:"lastmod"`
}

func (n *News) sitemap(base string, list []Story) any {
	var urls []sitemapURL
	for _, s := range list {
		urls = append(urls, sitemapURL{base + s.Slug, s.Published.Format("2006-01-02")})
	}
	return struct {
		XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []sitemapURL `xml:"url"`
	}{URLs: urls}
}
