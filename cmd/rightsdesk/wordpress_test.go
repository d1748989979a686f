package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/store"
)

const exportedPosts = 10_000

// writeExport writes an export of invented posts, every tenth a draft.
func (d *installation) writeExport(path string) {
	d.t.Helper()
	f, err := os.Create(path)
	if err != nil {
		d.t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprint(w, `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Invented Rights</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example.org</wp:base_blog_url>
`)
	for i := range exportedPosts {
		status := "publish"
		if i%10 == 9 {
			status = "draft"
		}
		fmt.Fprintf(w, `<item><title>Invented post %d</title><link>https://old.example.org/2017/post-%d/</link><content:encoded><![CDATA[Post number %d says that nobody was fined in Minsk.

Belarus said nothing about number %d. [xyz-ihs snippet="Appeal"]]]></content:encoded><wp:post_id>%d</wp:post_id><wp:post_date>2017-03-29 10:00:00</wp:post_date><wp:status>%s</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="belarus"><![CDATA[Belarus]]></category></item>
`, i, i, i, i, i+1, status)
	}
	fmt.Fprint(w, "</channel></rss>\n")
	if w.Flush() != nil || f.Close() != nil {
		d.t.Fatal("the export cannot be written")
	}
}

// importKilled runs an import and kills it after a time. It reports whether it
// had ended before.
func (d *installation) importKilled(export string, after time.Duration) (ended bool) {
	d.t.Helper()
	c := exec.Command(binary(d.t), "import", "-config", d.config, "wordpress", "-publish-by", "anna", export)
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	kill := time.AfterFunc(after, func() { c.Process.Kill() })
	defer kill.Stop()
	return c.Wait() == nil
}

// TestTenThousandPosts takes an export of 10,000 posts in, is killed in the
// middle several times and begins again: none is lost, none is there twice, and
// the old addresses lead to the articles.
func TestTenThousandPosts(t *testing.T) {
	d := install(t, store.SQLite)
	d.start("run")
	d.enter()
	export := filepath.Join(d.dir, "export.xml")
	d.writeExport(export)
	killed := 0
	for _, after := range []time.Duration{400 * time.Millisecond, 900 * time.Millisecond, 1500 * time.Millisecond} {
		if !d.importKilled(export, after) {
			killed++
		}
	}
	if killed == 0 {
		t.Fatal("it was never killed: this test proves nothing")
	}
	var sum struct{ Posts, New, Known, Refused int }
	out, err := exec.Command(binary(t), "import", "-config", d.config, "-json", "wordpress", "-publish-by", "anna", export).Output()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if e := json.Unmarshal([]byte(lines[len(lines)-1]), &sum); e != nil || err != nil {
		t.Fatalf("%v, %v\n%s", e, err, out)
	}
	t.Logf("killed %d times; then %d new, %d known", killed, sum.New, sum.Known)
	if sum.Posts != exportedPosts || sum.New+sum.Known != exportedPosts || sum.Known == 0 || sum.Refused != 0 {
		t.Errorf("%+v", sum)
	}
	d.importedOnce()
	d.oldAddressesLead(999, 1198)
}

// importedOnce counts captures, articles and posts in the desk's database.
func (d *installation) importedOnce() {
	d.t.Helper()
	db, err := store.OpenSQLite(d.t.Context(), "desk", filepath.Join(d.dir, "data", "private", "desk.db"), store.ReadOnly)
	if err != nil {
		d.t.Fatal(err)
	}
	defer db.Close()
	for _, count := range []string{"COUNT(*) FROM imports", "COUNT(DISTINCT post_id) FROM imports", "COUNT(*) FROM articles", "COUNT(*) FROM captures", "COUNT(*) FROM leaves", "COUNT(*) FROM redirects"} {
		var n int
		if err := db.Read().QueryRowContext(d.t.Context(), "SELECT "+count).Scan(&n); err != nil {
			d.t.Fatal(err)
		}
		if want := exportedPosts; n < want || n > 2*want || count != "COUNT(*) FROM redirects" && n != want {
			d.t.Errorf("%s is %d", count, n)
		}
	}
}

// oldAddressesLead follows old addresses to the articles, once the last post is
// public. Posts become public in the order of their numbers as words, so that
// those from 1000 to 1199 are among the first; the old address of every one is in the database by now.
func (d *installation) oldAddressesLead(begin, last int) {
	d.t.Helper()
	client := &http.Client{Timeout: 20 * time.Second}
	old := func(n int) string { return fmt.Sprintf("%s/2017/post-%d/", d.site, n) }
	look := func(n int) page {
		res, err := client.Get(old(n))
		if err != nil {
			d.t.Fatal(err)
		}
		p, err := read(res)
		if err != nil {
			d.t.Fatal(err)
		}
		return p
	}
	for begin := time.Now(); look(last).status != http.StatusOK; time.Sleep(time.Second) {
		if time.Since(begin) > 8*time.Minute {
			d.t.Fatalf("post %d never became public", last)
		}
	}
	for n := begin; n <= last; n += 7 {
		p := look(n)
		if draft := n%10 == 9; draft && p.status != http.StatusNotFound {
			d.t.Errorf("a draft answers at %s: %d", old(n), p.status)
		} else if !draft && (!strings.Contains(p.text, fmt.Sprintf("<h1>Invented post %d</h1>", n)) || !strings.Contains(p.url.Path, "/a/rdk_a_")) {
			d.t.Errorf("%s leads to %s (%d)", old(n), p.url, p.status)
		}
	}
}
