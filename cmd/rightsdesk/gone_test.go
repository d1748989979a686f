package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rightsdesk/internal/store"
)

// TestWithdrawnNameIsGone publishes a name, withdraws it and looks for it in
// every byte of the edition's folder, while serve holds the database open.
func TestWithdrawnNameIsGone(t *testing.T) {
	d := install(t, store.SQLite)
	d.start("run")
	d.enter()
	const name = "Zabriskie"
	file := filepath.Join(d.dir, "post.txt")
	d.write(file, "By Anna Invented\n\nHarbour News (29.03.2017) – Mrs. "+name+" was held in Minsk, Belarus, for a week.\n\n"+
		strings.Repeat("Belarus did not comment on "+name+" and her friends in Minsk.\n\n", 30))
	d.run("import", "text", file)
	p := d.waiting()
	address := d.publish(p, name+" held in Minsk", "full")
	if found := d.grep(name); len(found) == 0 {
		t.Fatal("the published name is not in the edition: this test would see nothing")
	}
	if q := d.get(d.site + "/search?q=" + name); !strings.Contains(q.text, "/a/rdk_a_") {
		t.Fatal("the published name is not found")
	}
	d.withdraw(p.url.String(), address)
	d.until("the name is in no byte of edition/", func() bool { return len(d.grep(name)) == 0 })
	if q := d.get(d.site + "/search?q=" + name); strings.Contains(q.text, "/a/rdk_a_") {
		t.Error("the withdrawn article is found")
	}
	for _, stem := range []string{"zabriski"} {
		if found := d.grep(stem); len(found) > 0 {
			t.Errorf("%q is still in %q", stem, found)
		}
	}
}

// grep gives the files of the edition's folder that hold a word, in any case.
func (d *installation) grep(word string) []string {
	d.t.Helper()
	var found []string
	err := filepath.WalkDir(filepath.Join(d.dir, "data", "edition"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if strings.Contains(strings.ToLower(string(b)), strings.ToLower(word)) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return found
}
