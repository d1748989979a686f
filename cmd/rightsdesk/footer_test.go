package main

import (
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rightsdesk/internal/sample"
)

// footerOf gives the lines below the last sentence of a post, the calls and
// labels of its publisher, without their last mark.
func footerOf(t *testing.T, text string) (lines []string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(line), " ")
		switch {
		case strings.HasSuffix(line, ".") || strings.HasSuffix(line, "”"):
			lines = nil
		case line != "":
			lines = append(lines, strings.TrimRight(line, " :!"))
		}
	}
	if len(lines) == 0 {
		t.Fatal("the post has no footer: this test proves nothing")
	}
	return lines
}

// markup is what a reader does not see; words may be lit in the middle of a line.
var markup = regexp.MustCompile(`<[^>]*>`)

// otherTerritory is an address of a territory that neither post is about.
var otherTerritory = regexp.MustCompile(`/territories/([A-JL-QS-Z].|K[A-OQ-Z]|R[A-TV-Z])`)

// arrivingText is the post with a footer that arrives during the demo.
func arrivingText(t *testing.T) string {
	t.Helper()
	d, err := sample.Load()
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(d.Arriving.Text, "{date}", "12.03.2026")
}

// shows gives the lines of a footer that a text shows.
func shows(text string, footer []string) (found []string) {
	text = strings.ToLower(strings.Join(strings.Fields(html.UnescapeString(markup.ReplaceAllString(text, ""))), " "))
	for _, line := range footer {
		if strings.Contains(text, strings.ToLower(line)) {
			found = append(found, line)
		}
	}
	return found
}

// TestFooterIsNowhere hands in the seed and another post with a footer,
// publishes both whole, and reads every page that the site's links lead to in
// all languages, the feeds, open data, searches for the footer's own words, the
// newsletter and its mails: the footers are in none. The office shows them as
// kept aside.
func TestFooterIsNowhere(t *testing.T) {
	seedPost, arriving := post(t), arrivingText(t)
	footer := append(footerOf(t, seedPost), footerOf(t, arriving)...)
	bothEngines(t, func(t *testing.T, d *installation) {
		d.start("run")
		d.enter()
		d.subscribe("reader@example.org")
		var addresses []string
		for name, text := range map[string]string{"seed.txt": seedPost, "arriving.txt": arriving} {
			d.write(filepath.Join(d.dir, name), text)
			d.run("import", "text", filepath.Join(d.dir, name))
			waiting := d.waiting()
			if len(shows(waiting.text, footer)) == 0 {
				t.Errorf("%s: the office does not show the footer that was kept aside", name)
			}
			addresses = append(addresses, d.publish(waiting, "Headline for "+name, "full"))
		}
		d.sendIssue("Two posts of the week")
		c := newCrawler(t, d)
		c.never, c.skips = footer, otherTerritory.MatchString
		c.crawl(d.site + "/")
		for _, address := range addresses {
			if c.from[address] == "" {
				t.Errorf("the links of the site do not lead to %s", address)
			}
		}
		searches := 0
		for _, line := range footer {
			p := d.get(d.site + "/search?q=" + url.QueryEscape(`"`+line+`"`))
			if len(p.links("/a/rdk_")) > 0 {
				t.Errorf("the search for %q finds an article", line)
			}
			if line = "/check?q=" + url.QueryEscape(line); len(d.get(d.site+line).links("/a/rdk_")) > 0 {
				t.Errorf("%s says that this was published", line)
			}
			searches++
		}
		for _, address := range addresses {
			m := d.mail("reader@example.org", address)
			if found := shows(m.Text+" "+m.HTML, footer); len(found) > 0 {
				t.Errorf("the mail %q shows %q", m.Subject, found)
			}
		}
		t.Logf("%d addresses and %d searches for %d lines", len(c.todo), searches, len(footer))
	})
}
