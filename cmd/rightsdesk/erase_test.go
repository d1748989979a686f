package main

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rightsdesk/internal/evidence"
	"rightsdesk/internal/store"
)

// verified runs verify over a folder, or the desk's own where it is empty, and
// gives what was found and the sum.
func (d *installation) verified(args ...string) (found []evidence.Found, sum evidence.Report) {
	d.t.Helper()
	out, err := exec.Command(binary(d.t), append([]string{"verify", "-json"}, args...)...).Output()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if e := json.Unmarshal([]byte(lines[len(lines)-1]), &sum); e != nil {
		d.t.Fatalf("%v, %v\n%s", e, err, out)
	}
	if (err != nil) != (sum.Faults > 0) {
		d.t.Errorf("verify ended with %v, faults: %d", err, sum.Faults)
	}
	for _, line := range lines[:len(lines)-1] {
		var f evidence.Found
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			d.t.Fatal(err)
		}
		found = append(found, f)
	}
	return found, sum
}

// join makes a second account by its set-up link.
func (d *installation) join(name string) {
	d.t.Helper()
	link := regexp.MustCompile(`http://\S+/setup/\S+`).FindString(d.run("user", "add", name))
	p := d.submit(d.get(link), "password", url.Values{"password": {password}, "again": {password}})
	if p.status != http.StatusOK {
		d.t.Fatalf("%d\n%s", p.status, p.text)
	}
}

// typed runs a command with a password on its standard input.
func (d *installation) typed(word string, args ...string) (string, error) {
	args = append([]string{args[0], "-config", d.config}, args[1:]...)
	c := exec.Command(binary(d.t), args...)
	c.Stdin = strings.NewReader(word + "\n")
	out, err := c.CombinedOutput()
	return string(out), err
}

// grepData gives the files of the whole data folder that hold a word.
func (d *installation) grepData(word string) (found []string) {
	d.t.Helper()
	err := filepath.WalkDir(filepath.Join(d.dir, "data"), func(path string, e fs.DirEntry, err error) error {
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

// TestErase takes a capture in, publishes it, verifies it, has two people erase
// it, and brings a backup from before back: it stays erased, and the evidence
// verifies all the while.
func TestErase(t *testing.T) {
	d := install(t, store.SQLite, "evidence.checkpoint_every = 1s")
	all := d.start("run")
	d.enter()
	d.join("ben")
	const name = "Zabriskie"
	for _, who := range []string{name, "Quennell"} {
		file := filepath.Join(d.dir, who+".txt")
		d.write(file, "By Anna Invented\n\nHarbour News (29.03.2017) – "+who+" was held in Minsk, Belarus, for a week, said nobody.\n\nBelarus was silent on "+who+".\n")
		d.run("import", "text", file)
		d.publish(d.waiting(), who+" held", "full")
	}
	folder := filepath.Join(d.dir, "data", "private", "evidence")
	d.until("the log is signed", func() bool { _, sum := d.verified(folder); return sum.Signed == 2 })
	found, sum := d.verified(folder)
	if len(found) > 0 || sum.Captures != 2 || sum.Key == "" {
		t.Fatalf("%+v %+v", found, sum)
	}
	backup := filepath.Join(d.dir, "backup")
	d.run("backup", backup)

	var gone string
	for _, link := range d.get(d.office + "/?stage=published").links("/articles/rdk_a_") {
		if strings.Contains(d.get(link).text, name) {
			gone = link
		}
	}
	article := gone[strings.LastIndexByte(gone, '/')+1:]
	if out, err := d.typed("wrong", "erase", "-by", "anna", "-reason", "the family asked", "propose", article); err == nil || !strings.Contains(out, "do not go together") {
		t.Fatalf("a wrong password: %v\n%s", err, out)
	}
	if out, err := d.typed(password, "erase", "-by", "anna", "-reason", "the family asked", "propose", article); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := d.typed(password, "erase", "-by", "anna", "agree", article); err == nil || !strings.Contains(out, "second person") {
		t.Fatalf("one person erased: %v\n%s", err, out)
	}
	out, err := d.typed(password, "erase", "-by", "ben", "agree", article)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	address := d.site + "/a/" + article
	d.until("the article answers gone", func() bool { return d.get(address).status == http.StatusGone })
	d.until("the log says so, signed", func() bool { _, sum := d.verified(folder); return sum.Signed == 3 })
	d.until("the name is in no byte of the data", func() bool { return len(d.grepData(name)) == 0 })
	erased := func(when string) {
		t.Helper()
		found, sum := d.verified(folder)
		if len(found) != 1 || found[0].Kind != evidence.FoundErased || !strings.Contains(found[0].Words, "rdk_d_") || sum.Captures != 1 || sum.Erased != 1 {
			t.Errorf("%s: %+v %+v", when, found, sum)
		}
	}
	erased("after it was erased")
	if list := d.run("erase", "list"); !strings.Contains(list, "done") || !strings.Contains(list, "the family asked") {
		t.Error(list)
	}
	if d.stop(all) != 0 {
		t.Fatal("not stopped")
	}
	d.run("restore", backup)
	d.start("run")
	d.up(d.site + "/healthz")
	d.until("the name is in no byte again", func() bool { return len(d.grepData(name)) == 0 })
	d.until("the article answers gone again", func() bool { return d.get(address).status == http.StatusGone })
	erased("after a restore")
	file := filepath.Join(d.dir, "third.txt")
	d.write(file, "By Anna Invented\n\nHarbour News (30.03.2017) – A third text about Belarus.\n")
	d.run("import", "text", file)
	d.until("the log goes on", func() bool { _, sum := d.verified(folder); return sum.Signed == 4 && sum.Faults == 0 })
}
