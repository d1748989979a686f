package testweb

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/extract"
	"rightsdesk/internal/source"
)

var newsNow = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func get(t *testing.T, url string) (int, []byte) {
	t.Helper()
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, b
}

// TestNewsCanBeRead reads every announced story as the desk would.
func TestNewsCanBeRead(t *testing.T) {
	n := NewNews(newsNow)
	s := httptest.NewServer(n.Handler())
	defer s.Close()
	links := 0
	for outlet, path := range Feeds {
		_, b := get(t, s.URL+path)
		var found []string
		if outlet == OutletSitemap {
			m, err := source.ReadSitemap(b, s.URL+path)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range m.Announced() {
				found = append(found, e.Link)
			}
		} else {
			f, err := source.ReadFeed(b, source.FeedOptions{URL: s.URL + path})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range f.Announced() {
				found = append(found, e.Link)
			}
		}
		for i, link := range found {
			links++
			status, page := get(t, link)
			story := n.Stories(outlet)[i]
			doc, err := extract.Read(page, extract.Options{URL: link}, newsNow)
			if err != nil || status != http.StatusOK {
				t.Fatal(link, status, err)
			}
			if doc.Title != story.Title || doc.Language != story.Language || doc.Published != story.Published.Format("2006-01-02") ||
				len(doc.Byline) != 1 || doc.Byline[0] != story.Author || doc.SiteName != OutletNames[outlet] {
				t.Errorf("%s: %q %q %q %q %q", story.Slug, doc.Title, doc.Language, doc.Published, doc.Byline, doc.SiteName)
			}
			if !strings.Contains(string(page), invented[story.Language]) {
				t.Errorf("%s is not marked as invented", link)
			}
			if want := strings.Join(story.Paragraphs, "\n\n"); doc.Text != want {
				t.Errorf("%s: text is\n%s\nwant\n%s", story.Slug, doc.Text, want)
			}
		}
	}
	if links != 18 {
		t.Errorf("%d stories are announced", links)
	}
}

func TestNewsFaults(t *testing.T) {
	n := NewNews(newsNow)
	s := httptest.NewServer(n.Handler())
	defer s.Close()
	whole := map[string]int{}
	for outlet, path := range Feeds {
		_, b := get(t, s.URL+path)
		whole[outlet] = len(b)
	}
	for fault, want := range map[Fault]struct {
		status int
		part   string
	}{
		Page: {200, "<html>"}, Broken: {500, "broken"}, Frozen: {304, ""}, Busy: {429, ""}, Gone: {410, ""}, Empty: {200, "xml"}, Truncated: {200, "xml"}, Sound: {200, "xml"},
	} {
		for outlet, path := range Feeds {
			n.Break(outlet, fault)
			status, b := get(t, s.URL+path)
			isShort := len(b) < whole[outlet]
			if status != want.status || !strings.Contains(string(b), want.part) || isShort == (fault == Sound) {
				t.Errorf("%s with fault %d: %d, %d bytes", outlet, fault, status, len(b))
			}
		}
	}
}

// TestNewsArrive: what is published while the web answers is announced first,
// and who has the feed already is told when nothing has changed.
func TestNewsArrive(t *testing.T) {
	n := NewNews(newsNow)
	h := n.Handler()
	ask := func(tag string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", Feeds[OutletRSS], nil)
		r.Header.Set("If-None-Match", tag)
		h.ServeHTTP(w, r)
		return w
	}
	tag := ask("").Header().Get("ETag")
	if w := ask(tag); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Error(w.Code, w.Body)
	}
	n.Publish(OutletRSS, Story{Slug: "new", Title: "New", Language: "en", Published: newsNow})
	w := ask(tag)
	f, err := source.ReadFeed(w.Body.Bytes(), source.FeedOptions{URL: "http://news.example/"})
	if err != nil || w.Code != http.StatusOK || len(f.Entries) != 7 || f.Entries[0].Title != "New" {
		t.Errorf("%d, %d entries, %v", w.Code, len(f.Entries), err)
	}
}

func TestNewsPages(t *testing.T) {
	n := NewNews(newsNow)
	s := httptest.NewServer(n.Handler())
	defer s.Close()
	if status, b := get(t, s.URL+"/"); status != 200 || strings.Count(string(b), "<li>") != 18 || !strings.Contains(string(b), "invented for this demonstration") {
		t.Errorf("index: %d\n%s", status, b)
	}
	for _, path := range []string{"/harbour-times/nothing", "/nobody/astana-appeal"} {
		if status, _ := get(t, s.URL+path); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
	n.Publish(OutletAtom, Story{Slug: "x", Title: "<script>x</script>", Language: "de", Published: newsNow})
	if status, b := get(t, s.URL+"/steppe-courier/x"); status != 200 || strings.Contains(string(b), "<script>x") {
		t.Errorf("a title is not escaped, or its language not known: %d\n%s", status, b)
	}
}

// TestStoriesCanBeTold: six for each outlet, in six languages, newest first, in
// the past, each with its own address.
func TestStoriesCanBeTold(t *testing.T) {
	n := NewNews(newsNow)
	languages, slugs := map[string]bool{}, map[string]bool{}
	for outlet := range Feeds {
		list := n.Stories(outlet)
		for i, s := range list {
			languages[s.Language], slugs[s.Slug] = true, true
			if !s.Published.Before(newsNow) || i > 0 && s.Published.After(list[i-1].Published) || len(s.Paragraphs) < 3 || s.Author == "" {
				t.Errorf("%s: %+v", outlet, s)
			}
		}
	}
	if len(languages) != len(invented) || len(slugs) != 18 {
		t.Errorf("%d languages, %d addresses", len(languages), len(slugs))
	}
}

func TestPostsHaveTheForm(t *testing.T) {
	for _, p := range Posts() {
		doc, err := extract.Read([]byte(p), extract.Options{}, newsNow)
		if err != nil || len(doc.Byline) != 1 || doc.Outlet == "" || doc.Published == "" || len(doc.Removed) < 3 || doc.Confidence < 0.8 ||
			strings.Contains(doc.Text, "demonstration") || strings.Contains(doc.Text, "démonstration") || !strings.Contains(p, "demonstration") && !strings.Contains(p, "démonstration") {
			t.Errorf("%+v, %v", doc, err)
		}
	}
}
