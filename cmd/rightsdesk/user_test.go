package main

import (
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rightsdesk/internal/store"
)

// other is the user and group that serve runs as in this test: Debian's
// "nobody" and "nogroup".
const other = 65534

// asOther runs a process as another user.
func asOther(cmd *exec.Cmd) {
	cmd.SysProcAttr.Credential = &syscall.Credential{Uid: other, Gid: other}
}

// TestServeByAnotherUser runs serve without any right to private/, started
// before and after the others, and sees what is published, withdrawn and sent
// in.
func TestServeByAnotherUser(t *testing.T) {
	if os.Getuid() != 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("this test must run as root, to start serve as another user")
		}
		t.Skip("only root can start serve as another user")
	}
	for _, first := range []string{"serve", "work"} {
		t.Run(first+" first", func(t *testing.T) {
			d := install(t, store.SQLite, "serve.group = 65534")
			d.reachable()
			if first == "serve" {
				d.start("serve", asOther)
			}
			work := d.start("work")
			d.start("office")
			d.up(d.office + "/login")
			if first == "work" {
				d.start("serve", asOther)
			}
			d.up(d.site + "/healthz")
			d.noRightToPrivate()
			d.publicWorks(t)
			// The writer ends, serve goes on; and a serve that starts while
			// nobody writes can open the databases too.
			if code := d.stop(work); code != 0 {
				t.Errorf("work ended with %d", code)
			}
			if p := d.get(d.site + "/"); p.status != http.StatusOK {
				t.Errorf("without work the site answers %d", p.status)
			}
		})
	}
}

// reachable lets another user reach the folder and read the configuration.
func (d *installation) reachable() {
	d.t.Helper()
	for dir := d.dir; strings.HasPrefix(dir, os.TempDir()) && dir != os.TempDir(); dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := os.Chmod(d.config, 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// noRightToPrivate holds that the other user cannot look into private/.
func (d *installation) noRightToPrivate() {
	d.t.Helper()
	cmd := exec.Command("ls", filepath.Join(d.dir, "data", "private"))
	cmd.SysProcAttr = &syscall.SysProcAttr{}
	asOther(cmd)
	if out, err := cmd.CombinedOutput(); err == nil {
		d.t.Errorf("another user can look into private/:\n%s", out)
	}
}

func (d *installation) publicWorks(t *testing.T) {
	d.enter()
	file := filepath.Join(d.dir, "post.txt")
	d.write(file, stand)
	d.run("import", "text", file)
	p := d.waiting()
	address := d.publish(p, "An accord on labour, by the desk", "full")
	d.subscribe("other@example.org")
	changed := d.submit(d.get(p.url.String()), "verb=publish", url.Values{"title": {"Another title"}})
	if changed.status != http.StatusOK {
		t.Fatalf("changing: %d", changed.status)
	}
	d.until("the public sees the change", func() bool { return strings.Contains(d.get(address).text, "Another title") })
	d.withdraw(p.url.String(), address)
}
