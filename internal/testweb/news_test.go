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
			if want := strings.Join(story.Paragraphs, "\n\n"); doc.Text != want {
				t.Errorf("%s: text is\n%s\nwant\n%s", story.Slug, doc.Text, want)
			}
		}
	}
	if links != 9 {
		t.Errorf("%d stories are announced", links)
	}
}

func TestNewsFaults(t *testing.T) {
	n := NewNews(newsNow)
	s := httptest.NewServer(n.Handler())
	defer s.Close()
	n.Break(OutletRSS, Page)
	if _, b := get(t, s.URL+Feeds[OutletRSS]); !strings.Contains(string(b), "<html>") {
		t.Errorf("%s", b)
	}
	n.Break(OutletRSS, Broken)
	if status, _ := get(t, s.URL+Feeds[OutletRSS]); status != http.StatusInternalServerError {
		t.Error(status)
	}
	n.Break(OutletRSS, Sound)
	n.Publish(OutletRSS, Story{Slug: "new", Title: "New", Language: "en", Published: newsNow})
	if _, b := get(t, s.URL+Feeds[OutletRSS]); !strings.Contains(string(b), "/harbour-times/new") {
		t.Errorf("%s", b)
	}
}

func TestPostsHaveTheForm(t *testing.T) {
	for _, p := range Posts() {
		doc, err := extract.Read([]byte(p), extract.Options{}, newsNow)
		if err != nil || len(doc.Byline) != 1 || doc.Outlet == "" || doc.Published == "" || len(doc.Removed) < 3 || doc.Confidence < 0.8 {
			t.Errorf("%+v, %v", doc, err)
		}
	}
}
