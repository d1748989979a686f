package testweb

import (
	"net/http"
	"slices"
	"sync"
	"time"
)

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
	Empty           // a feed without entries
	Frozen          // status 304, whatever was asked
	Busy            // status 429, with a Retry-After of two minutes
	Gone            // status 410
)

// News is a web of three outlets. It listens nowhere by itself, and may be
// changed while it answers.
type News struct {
	mu      sync.Mutex
	stories map[string][]Story // by outlet, newest first
	faults  map[string]Fault
}

// NewNews makes the news web with its first stories, of the days before now.
func NewNews(now time.Time) *News {
	n := &News{stories: map[string][]Story{}, faults: map[string]Fault{}}
	for outlet, list := range firstStories(now) {
		slices.SortStableFunc(list, func(a, b Story) int { return b.Published.Compare(a.Published) })
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

func (n *News) fault(outlet string) Fault {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.faults[outlet]
}

// Handler answers for all outlets.
func (n *News) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", n.index)
	mux.HandleFunc("GET "+Feeds[OutletRSS], n.announce(OutletRSS, rss))
	mux.HandleFunc("GET "+Feeds[OutletAtom], n.announce(OutletAtom, atom))
	mux.HandleFunc("GET "+Feeds[OutletSitemap], n.announce(OutletSitemap, sitemap))
	mux.HandleFunc("GET /{outlet}/{slug}", n.story)
	return mux
}
