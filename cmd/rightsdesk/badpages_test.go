package main

import (
	"encoding/json"
	"net/url"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rightsdesk/internal/store"
)

// scanned is a PDF of one page without a word on it.
const scanned = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

// badPages are pages with which something is wrong, by the name of their file.
func badPages() map[string]string {
	body := func(place string) string {
		return strings.Repeat("<p>The court in the "+place+" town heard the case behind closed doors, a lawyer said on Monday, and nobody was let in.</p>\n", 8)
	}
	head := func(title string) string {
		return `<html lang="en"><head><meta charset="utf-8"><title>` + title + `</title><meta property="article:published_time" content="2024-05-07">`
	}
	return map[string]string{
		"no-article.html": head("A list") + `</head><body><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul></body></html>`,
		"frames.html":     `<html><head><title>In frames</title></head><frameset><frame src="a.html"></frameset></html>`,
		"nested.html":     head("Nested") + "</head><body>" + strings.Repeat("<div>", 600) + body("harbour") + strings.Repeat("</div>", 600),
		"large.html":      head("Twenty megabytes") + "</head><body>" + strings.Repeat(body("orchard"), 19<<20/len(body("orchard"))) + "</body></html>",
		"letters.html":    head("Broken letters") + "</head><article><p>" + strings.Repeat("Верующих задержали. \xc2\xe5\xf0\xf3\xfe\xf9\xe8\xf5 \xe7\xe0\xe4\xe5\xf0\xe6\xe0\xeb\xe8. ", 20) + "</p></article></html>",
		"paywall.html":    head("Behind a wall") + "</head><article><h1>Behind a wall</h1>" + body("lantern") + "<p>Subscribe to continue reading.</p></article></html>",
		"language.html":   strings.Replace(head("Another language"), `"en"`, `"ru"`, 1) + "</head><article><h1>Another language</h1>" + body("quarry") + "</article></html>",
		"scan.pdf":        scanned,
	}
}

// TestBadPagesWaitForALook hands in pages with which something is wrong, each of
// its kind: "rightsdesk extract" says how unsure it is, the office says so in the
// queue and on the article's page, one press in the queue does not publish it,
// and nothing of it is public.
func TestBadPagesWaitForALook(t *testing.T) {
	d := install(t, store.SQLite)
	d.start("run")
	d.enter()
	pages := badPages()
	for name, text := range pages {
		file := filepath.Join(d.dir, name)
		d.write(file, text)
		checkUnsure(d, file)
		d.run("import", "file", file)
	}
	var rows map[string]string
	d.until("all pages are read", func() bool {
		rows = queueRows(d)
		return len(rows) == len(pages)
	})
	for name := range pages {
		t.Run(name, func(t *testing.T) { looksDoubtful(t, d, name, rows) })
	}
	if p := d.get(d.site + "/feed.xml"); strings.Contains(p.text, "/a/rdk_a_") {
		t.Error("something is public")
	}
}

// checkUnsure runs the command over a file: its confidence is below a half, or it
// says what the file is.
func checkUnsure(d *installation, file string) {
	d.t.Helper()
	out, err := exec.Command(binary(d.t), "extract", file).Output()
	var doc struct {
		Confidence float64 `json:"confidence"`
		Error      string  `json:"error"`
	}
	if err := json.Unmarshal(out, &doc); err != nil {
		d.t.Fatalf("%s: %v: %.200s", file, err, out)
	}
	if doc.Confidence >= .5 || doc.Error != "" && (err == nil || !strings.Contains(doc.Error, "PDF")) {
		d.t.Errorf("%s: confidence %v, %q, %v", filepath.Base(file), doc.Confidence, doc.Error, err)
	}
}

// queueRows gives the lines of the queue by the file that the article came in.
func queueRows(d *installation) map[string]string {
	d.t.Helper()
	out := map[string]string{}
	rows := append(strings.Split(d.get(d.office+"/").text, "<li id=")[1:], strings.Split(d.get(d.office+"/?stage=unreadable").text, "<li id=")[1:]...)
	for _, row := range rows {
		id := regexp.MustCompile(`rdk_a_\w+`).FindString(row)
		file := regexp.MustCompile(`(?:[a-z-]+)\.(?:html|pdf)`).FindString(d.get(d.office + "/articles/" + id + "/evidence").text)
		out[file] = row
	}
	return out
}

// looksDoubtful looks at one page in the office.
func looksDoubtful(t *testing.T, d *installation, name string, rows map[string]string) {
	row := rows[name]
	if name == "large.html" && strings.Contains(row, "took longer than it may") {
		return // on a machine with much else to do it is given up, which the queue says
	}
	if !strings.Contains(row, "perhaps no article") {
		t.Errorf("the queue does not say that it may be no article:\n%.2000s", row)
	}
	id := regexp.MustCompile(`rdk_a_\w+`).FindString(row)
	p := d.get(d.office + "/articles/" + id)
	if !strings.Contains(p.text, "not sure that this is an article") || !strings.Contains(p.text, "stage-waiting") {
		t.Error("its page does not say so")
	}
	res, err := d.client.PostForm(d.office+"/queue", url.Values{"id": {id}, "do": {"publish"}, "version": {"1"}, "stage": {"waiting"}})
	if err != nil {
		t.Fatal(err)
	}
	if p, err := read(res); err != nil || !strings.Contains(p.text, "Not published yet") {
		t.Errorf("one press in the queue: %d, %v", p.status, err)
	}
	if p := d.get(d.site + "/a/" + id); p.status != 404 {
		t.Errorf("it is public: %d", p.status)
	}
}
