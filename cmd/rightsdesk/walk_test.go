package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rightsdesk/internal/store"
	"rightsdesk/internal/store/storetest"
	"rightsdesk/internal/testweb"
)

// installation is a whole installation in a temporary folder, walked by HTTP as people do.
type installation struct {
	t            *testing.T
	dir, config  string
	database     string // url of the PostgreSQL database, empty on SQLite
	site, office string // web addresses
	relay        *testweb.Relay
	client       *http.Client
	mu           sync.Mutex
	processes    []*exec.Cmd
	output       lockedBuffer
}

// lockedBuffer takes the output of several processes.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// bothEngines runs a test on an installation with SQLite and one with PostgreSQL.
func bothEngines(t *testing.T, test func(t *testing.T, d *installation), more ...string) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		t.Run(string(engine), func(t *testing.T) { test(t, install(t, engine, more...)) })
	}
}

func install(t *testing.T, engine store.Engine, more ...string) *installation {
	t.Helper()
	d := &installation{t: t, dir: t.TempDir()}
	relay, err := testweb.NewRelay("127.0.0.1:0", testweb.Rules{}, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	d.relay = relay
	t.Cleanup(func() {
		if err := relay.Close(); err != nil {
			t.Error(err)
		}
	})
	site, office := freeAddress(t), freeAddress(t)
	d.site, d.office = "http://"+site, "http://"+office
	lines := append([]string{
		"data = " + filepath.Join(d.dir, "data"), "organisation.name = Test Desk",
		"site.address = " + site, "site.url = " + d.site, "office.address = " + office, "office.url = " + d.office,
		"fetch.loopback = true", "fetch.spacing = 0s", "mail.relay = " + relay.Address(), "mail.tls = none", "mail.from = desk@example.org",
	}, more...)
	if engine == store.Postgres {
		d.database = storetest.Database(t)
		lines = append(lines, "database.url = "+d.database, "database.serve_url = "+storetest.ServeRole(t, d.database))
	}
	d.config = filepath.Join(d.dir, "rightsdesk.conf")
	d.write(d.config, strings.Join(lines, "\n")+"\n")
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d.client = &http.Client{Jar: jar, Timeout: 20 * time.Second}
	t.Cleanup(d.stopAll)
	return d
}

var (
	givenMu sync.Mutex
	given   = map[string]bool{} // the kernel may give a port that was just closed again
)

// freeAddress gives an address on loopback that nobody listens on and that it
// has not given before.
func freeAddress(t *testing.T) string {
	t.Helper()
	givenMu.Lock()
	defer givenMu.Unlock()
	for range 100 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		address := l.Addr().String()
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if !given[address] {
			given[address] = true
			return address
		}
	}
	t.Fatal("no free port in a hundred tries")
	return ""
}

func (d *installation) write(path, text string) {
	d.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// start starts a role in a process group of its own.
func (d *installation) start(role string, change ...func(*exec.Cmd)) *exec.Cmd {
	d.t.Helper()
	cmd := exec.Command(binary(d.t), role, "-config", d.config)
	cmd.Stdout, cmd.Stderr = &d.output, &d.output
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	for _, c := range change {
		c(cmd)
	}
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.mu.Lock()
	d.processes = append(d.processes, cmd)
	d.mu.Unlock()
	return cmd
}

// stop ends a process politely and gives its exit status.
func (d *installation) stop(cmd *exec.Cmd) int {
	d.t.Helper()
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		d.t.Error(err)
	}
	cmd.Wait()
	return cmd.ProcessState.ExitCode()
}

// stopAll ends what a test left running and shows what was said if it failed.
func (d *installation) stopAll() {
	for _, cmd := range d.processes {
		if cmd.ProcessState == nil {
			syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
			done := time.AfterFunc(30*time.Second, func() { syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
			cmd.Wait()
			done.Stop()
		}
	}
	if d.t.Failed() {
		d.t.Logf("the processes said:\n%s", d.output.String())
	}
}

// run runs a command to its end and gives what it printed.
func (d *installation) run(args ...string) string {
	d.t.Helper()
	out, err := d.try(args...)
	if err != nil {
		d.t.Fatalf("%q: %v\n%s", args, err, out)
	}
	return out
}

func (d *installation) try(args ...string) (string, error) {
	at := 1
	if args[0] == "user" || args[0] == "import" || args[0] == "config" {
		at = 2
	}
	args = append(append(append([]string{}, args[:at]...), "-config", d.config), args[at:]...)
	out, err := exec.Command(binary(d.t), args...).CombinedOutput()
	return string(out), err
}

// page is an answer.
type page struct {
	status int
	url    *url.URL
	header http.Header
	text   string
}

func (d *installation) get(address string) page {
	d.t.Helper()
	p, err := d.tryGet(address)
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}

func (d *installation) tryGet(address string) (page, error) {
	res, err := d.client.Get(address)
	if err != nil {
		return page{}, err
	}
	return read(res)
}

func read(res *http.Response) (page, error) {
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	return page{res.StatusCode, res.Request.URL, res.Header, string(b)}, err
}

// until waits, half a minute at most, for something to become true.
func (d *installation) until(what string, is func() bool) {
	d.t.Helper()
	for range 300 {
		if is() {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	d.t.Fatalf("waited in vain: %s", what)
}

// up waits until the address answers with status 200.
func (d *installation) up(address string) {
	d.t.Helper()
	d.until(address+" answers", func() bool {
		p, err := d.tryGet(address)
		return err == nil && p.status == http.StatusOK
	})
}

// submit sends the form of a page that has a field or button with the given
// value, as a browser would: with what the form holds, and the changes.
func (d *installation) submit(p page, button string, changes url.Values) page {
	d.t.Helper()
	q, err := d.trySubmit(p, button, changes)
	if err != nil {
		d.t.Fatal(err)
	}
	return q
}

func (d *installation) trySubmit(p page, button string, changes url.Values) (page, error) {
	root, err := html.Parse(strings.NewReader(p.text))
	if err != nil {
		return page{}, err
	}
	name, value, _ := strings.Cut(button, "=")
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "form" || !has(root, n, name, value) {
			continue
		}
		fields := fieldsOf(root, n)
		if value != "" {
			fields.Set(name, value)
		}
		for k, v := range changes {
			fields[k] = v
		}
		to, err := p.url.Parse(attr(n, "action"))
		if err != nil {
			return page{}, err
		}
		res, err := d.client.PostForm(to.String(), fields)
		if err != nil {
			return page{}, err
		}
		return read(res)
	}
	return page{}, fmt.Errorf("%s has no form with %s:\n%s", p.url, button, p.text)
}

// belongs reports whether a field or button belongs to a form: by standing in
// it, or by naming it.
func belongs(n, form *html.Node) bool {
	if id := attr(n, "form"); id != "" {
		return id == attr(form, "id")
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if p == form {
			return true
		}
	}
	return false
}

func has(root, form *html.Node, name, value string) bool {
	for n := range root.Descendants() {
		if !belongs(n, form) {
			continue
		}
		if attr(n, "name") == name && (value == "" || attr(n, "value") == value) {
			return true
		}
	}
	return false
}

func fieldsOf(root, form *html.Node) url.Values {
	v := url.Values{}
	for n := range root.Descendants() {
		name := attr(n, "name")
		if name == "" || !belongs(n, form) {
			continue
		}
		switch n.Data {
		case "input":
			kind := attr(n, "type")
			if (kind == "checkbox" || kind == "radio") && !is(n, "checked") {
				continue
			}
			v.Add(name, attr(n, "value"))
		case "textarea":
			if n.FirstChild != nil {
				v.Add(name, n.FirstChild.Data)
			} else {
				v.Add(name, "")
			}
		case "select":
			for o := range n.Descendants() {
				if o.Data == "option" && is(o, "selected") {
					v.Add(name, attr(o, "value"))
				}
			}
		}
	}
	return v
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func is(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// links gives the addresses of a page's links that contain a part.
func (p page) links(part string) []string {
	root, err := html.Parse(strings.NewReader(p.text))
	if err != nil {
		return nil
	}
	var out []string
	for n := range root.Descendants() {
		if href := attr(n, "href"); n.Data == "a" && strings.Contains(href, part) {
			if u, err := p.url.Parse(href); err == nil {
				out = append(out, u.String())
			}
		}
	}
	return out
}

// nav gives the addresses that a page's menus lead to.
func (p page) nav() (out []string) {
	root, err := html.Parse(strings.NewReader(p.text))
	if err != nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Data != "a" || attr(n, "href") == "" {
			continue
		}
		for up := n.Parent; up != nil; up = up.Parent {
			if u, err := p.url.Parse(attr(n, "href")); up.Data == "nav" && err == nil {
				out = append(out, u.String())
			}
		}
	}
	return out
}
