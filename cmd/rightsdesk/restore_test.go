package main

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rightsdesk/internal/store"
	"rightsdesk/internal/store/storetest"
)

// TestRestoreUndoesNoStop takes a backup, withdraws an article and lets a
// reader leave, restores the backup and holds that neither comes back, and that
// nothing is published or sent before a person says so.
func TestRestoreUndoesNoStop(t *testing.T) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		t.Run(string(engine), func(t *testing.T) { restored(t, engine) })
	}
}

func restored(t *testing.T, engine store.Engine) {
	d := install(t, engine)
	backup := filepath.Join(d.dir, "backup")
	back := []string{"restore", backup}
	if engine == store.Postgres {
		back = []string{"restore", "-settle"}
	}
	all := d.start("run")
	d.enter()
	for _, name := range []string{"Zabriskie", "Quennell"} {
		file := filepath.Join(d.dir, name+".txt")
		d.write(file, "By Anna Invented\n\nHarbour News (29.03.2017) – "+name+" was held in Minsk, Belarus, for a week, said nobody.\n\nBelarus was silent on "+name+".\n")
		d.run("import", "text", file)
		d.publish(d.waiting(), name+" held", "full")
	}
	d.subscribe("reader@example.org")
	d.sendIssue("Before the backup")
	m := d.mail("reader@example.org", "Zabriskie")
	if engine == store.Postgres {
		storetest.Dump(t, d.database, backup)
	} else {
		d.run("backup", backup)
	}
	published := d.get(d.office + "/?stage=published").links("/articles/rdk_a_")
	if len(published) < 2 {
		t.Fatalf("%d published articles in the office", len(published))
	}
	gone := published[0]
	address := d.site + "/a/" + gone[strings.LastIndexByte(gone, '/')+1:]
	p := d.submit(d.get(gone), "verb=withdraw", url.Values{"reason": {"asked for"}})
	if p.status != http.StatusOK {
		t.Fatal(p.status)
	}
	d.until("the article is gone", func() bool { return d.get(address).status == http.StatusGone })
	d.leave(m)
	if _, err := d.try(back...); err == nil {
		t.Error("a restore while the desk runs must be refused")
	}
	if code := d.stop(all); code != 0 {
		t.Fatalf("run ended with %d", code)
	}
	if engine == store.Postgres {
		storetest.Undump(t, d.database, backup)
	}
	if out := d.run(back...); !strings.Contains(out, "paused") {
		t.Error(out)
	}
	mails := len(d.relay.Mails())
	d.start("run")
	d.up(d.site + "/healthz")
	d.up(d.office + "/login")
	if home := d.get(d.site + "/"); strings.Contains(home.text, "/a/rdk_a_") {
		t.Error("something is public before a person says so")
	}
	d.until("the withdrawn article answers gone", func() bool { return d.get(address).status == http.StatusGone })
	office := d.get(d.office + "/")
	if !strings.Contains(office.text, "/resume") {
		t.Fatalf("the office does not say that it is paused:\n%s", office.text)
	}
	if q := d.submit(office, "sure", url.Values{"sure": {"yes"}}); q.status != http.StatusOK {
		t.Fatalf("going on: %d\n%s", q.status, q.text)
	}
	d.until("the other article is public again", func() bool { return len(unique(d.get(d.site+"/territories/BY/news").links("/a/rdk_a_"))) == 1 })
	if d.get(address).status != http.StatusGone {
		t.Error("the withdrawn article came back")
	}
	if d.confirmed() != 0 {
		t.Error("the reader who left is back")
	}
	if n := len(d.relay.Mails()); n != mails {
		t.Errorf("%d mails were sent by the restored desk", n-mails)
	}
}

// TestSecondProcess starts a second work and a second office on one folder.
func TestSecondProcess(t *testing.T) {
	d := install(t, store.SQLite)
	d.start("run")
	d.up(d.office + "/login")
	d.up(d.site + "/healthz")
	for _, role := range []string{"work", "office"} {
		out, err := d.try(role)
		if err == nil || !strings.Contains(out, "Another \"rightsdesk "+role+"\" (process ") || !strings.Contains(out, filepath.Join(d.dir, "data")) {
			t.Errorf("a second %s: %v\n%s", role, err, out)
		}
	}
}

// unpackable is a text of 260 kB that evidence cannot pack much smaller.
func unpackable(seed int) string {
	var b strings.Builder
	b.WriteString("An invented text on a full disk. ")
	for n := range 4000 {
		fmt.Fprintf(&b, "%x ", sha256.Sum256([]byte{byte(seed), byte(n), byte(n >> 8)}))
	}
	return b.String()
}

// TestFullDisk takes posts in on a disk that is full: each command says so, and
// what was stored before is whole.
func TestFullDisk(t *testing.T) {
	small := smallDisk(t)
	d := install(t, store.SQLite)
	text, err := os.ReadFile(d.config)
	if err != nil {
		t.Fatal(err)
	}
	d.write(d.config, strings.Replace(string(text), filepath.Join(d.dir, "data"), filepath.Join(small, "data"), 1))
	dir := filepath.Join(d.dir, "posts")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		d.write(filepath.Join(dir, string(rune('a'+i%26))+string(rune('a'+i/26))+".txt"), unpackable(i))
	}
	out, err := d.try("import", "text", dir)
	if err == nil || !strings.Contains(out, "full") {
		t.Fatalf("a full disk is not named: %v\n%s", err, out)
	}
	// Make room, and everything can be taken in: nothing half-written is in the way.
	if err := os.RemoveAll(filepath.Join(small, "ballast")); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"aa.txt", "ba.txt"} {
		if out, err := d.try("import", "text", filepath.Join(dir, f)); err != nil {
			t.Errorf("after making room: %v\n%s", err, out)
		}
	}
	if out, err := d.try("doctor"); strings.Contains(out, "damaged") {
		t.Errorf("%v\n%s", err, out)
	}
	if found, sum := d.verified(filepath.Join(small, "data", "private", "evidence")); sum.Faults != 0 || sum.Unlogged < 3 {
		t.Errorf("after a full disk: %+v %+v", found, sum)
	}
}
