package config

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rightsdesk/internal/fault"
)

var update = flag.Bool("update", false, "write what comes out into the text cases")

// TestCases reads each configuration in testdata and compares what Show prints
// or what the error says. No word that begins with "hunter" may come out.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			last := &archive.Files[len(archive.Files)-1]
			got := runCase(t, archive, last.Name == "error")
			if *update {
				last.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(last.Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// runCase gives what a case prints.
func runCase(t *testing.T, archive *txtar.Archive, wantError bool) string {
	var env, set []string
	dir := t.TempDir()
	for _, file := range archive.Files {
		switch file.Name {
		case "env":
			env = strings.Split(strings.TrimSpace(string(file.Data)), "\n")
		case "set":
			set = strings.Split(strings.TrimSpace(string(file.Data)), "\n")
		case "show", "error":
		default:
			if err := os.WriteFile(filepath.Join(dir, file.Name), file.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	work, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		t.Fatal(err)
	}
	defer os.Chdir(work)
	var out bytes.Buffer
	c, err := Read("", env, set)
	if err != nil {
		if !fault.Is(err, fault.Invalid) || c != nil {
			t.Errorf("%v: %v", fault.Of(err), err)
		}
		out.WriteString(err.Error() + "\n")
	} else if err := c.Show(&out); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"hunter", "correct horse", "battery staple"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("a secret was printed:\n%s", &out)
		}
	}
	if (err != nil) != wantError {
		t.Errorf("error: %v", err)
	}
	return out.String()
}

func read(t *testing.T, settings ...string) *Config {
	t.Helper()
	t.Chdir(t.TempDir())
	c, err := Read("", nil, settings)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestValuesArriveInTheirFields(t *testing.T) {
	path := filepath.Join(t.TempDir(), "own.conf")
	secret := filepath.Join(t.TempDir(), "secret")
	text := "\ufeffdata = /srv/desk\r\nmail.password_file = " + secret + "\r\nsite.url = https://desk.example.org/\nfetch.loopback = true\nlog.level = debug"
	for name, content := range map[string]string{path: text, secret: "  battery staple \n"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Read(path, []string{"RIGHTSDESK_DATABASE_URL=postgres://a"}, []string{"mail.connections=3", "fetch.spacing=2s"})
	if err != nil {
		t.Fatal(err)
	}
	if c.Mail.Password != "battery staple" || c.Site.URL != "https://desk.example.org" || !c.Fetch.Loopback || c.Log.Level >= 0 ||
		!c.Postgres() || c.Mail.Connections != 3 || c.Fetch.Spacing.String() != "2s" || c.Mail.TLS != TLSStart {
		t.Errorf("%+v", c)
	}
	for want, got := range map[string]string{
		"/srv/desk/private": c.Private(), "/srv/desk/private/evidence": c.Evidence(), "/srv/desk/private/keys": c.Keys(),
		"/srv/desk/edition": c.Edition(), "/srv/desk/readers": c.Readers(), "/srv/desk/intake": c.Intake(),
	} {
		if got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}

func TestDefaultsAreWhole(t *testing.T) {
	c := read(t)
	if err := c.Check(); err != nil || c.Postgres() || c.Organisation.Key != "rdk" || c.Mail.Connections != 2 {
		t.Errorf("%v: %+v", err, c)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	big, binary := filepath.Join(dir, "big"), filepath.Join(dir, "binary")
	if err := os.WriteFile(big, bytes.Repeat([]byte("#\n"), maxFile), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(binary, []byte("data = \x00\xff"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, kind := range map[string]fault.Kind{filepath.Join(dir, "missing"): fault.NotFound, dir: fault.Invalid, big: fault.Invalid, binary: fault.Invalid} {
		if _, err := Read(path, nil, nil); fault.Of(err) != kind || !strings.Contains(fault.Words(err), path) {
			t.Errorf("%s: %v: %v", path, fault.Of(err), err)
		}
	}
}

func TestCheck(t *testing.T) {
	const relay, from, url = "mail.relay=mail.example.org:25", "mail.from=desk@example.org", "site.url=https://desk.example.org"
	tests := map[string][]string{
		"":                                  {relay, from, url},
		"site.address and office.address":   {"site.address=localhost:8081"},
		"site.url and office.url":           {"office.url=http://localhost:8080/"},
		"but database.url is not":           {"database.serve_url=postgres://serve@db/x"},
		"but database.serve_url is not":     {"database.url=postgres://desk@db/x"},
		"are the same, so that the public":  {"database.url=postgres://desk@db/x", "database.serve_url=postgres://desk@db/x"},
		"but mail.from is not":              {relay, url},
		"mail.tls is none":                  {relay, from, url, "mail.tls=none"},
		"is set without a password":         {"mail.username=desk"},
		"leads to this one only":            {relay, from},
		"leads to this one only: the links": {relay, from, "site.url=http://127.0.0.2:8080"},
	}
	for want, settings := range tests {
		t.Run(want, func(t *testing.T) {
			err := read(t, settings...).Check()
			if want == "" {
				if err != nil {
					t.Error(err)
				}
			} else if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
				t.Error(err)
			}
		})
	}
	c := read(t)
	c.Mail.Password = "x"
	if err := c.Check(); err == nil || strings.Contains(err.Error(), `"x"`) {
		t.Error(err)
	}
	for _, relay := range []string{"localhost:25", "127.0.0.1:25", "[::1]:25", "relay.localhost:25"} {
		if err := read(t, "mail.relay="+relay, from, "mail.tls=none", "site.address=:0", "office.address=:0").Check(); err != nil {
			t.Errorf("%s: %v", relay, err)
		}
	}
}

func TestCheckBucket(t *testing.T) {
	for want, change := range map[string]func(c *Config){
		"":                                    func(*Config) {},
		"but evidence.s3_bucket is not":       func(c *Config) { c.Captures.Bucket = "" },
		"but evidence.s3_endpoint is not":     func(c *Config) { c.Captures.Endpoint = "" },
		"but evidence.s3_access_key is not":   func(c *Config) { c.Captures.AccessKey, c.Captures.SecretKey = "", "" },
		"is set without its secret":           func(c *Config) { c.Captures.SecretKey = "" },
		"is another machine without https":    func(c *Config) { c.Captures.Endpoint = "http://s3.example.org" },
		"set without evidence.s3_access_key.": func(c *Config) { c.Captures.AccessKey, c.Captures.Endpoint, c.Captures.Bucket = "", "", "" },
	} {
		t.Run(want, func(t *testing.T) {
			c := read(t, "evidence.s3_endpoint=https://s3.example.org", "evidence.s3_bucket=desk-evidence", "evidence.s3_access_key=desk", "evidence.s3_prefix=a/desk")
			c.Captures.SecretKey = "hunter2"
			change(c)
			err := c.Check()
			if want == "" && (err != nil || c.Captures.Prefix != "a/desk/" || c.Captures.Region != "us-east-1") {
				t.Errorf("%v: %+v", err, c.Captures)
			}
			if want != "" && (err == nil || !strings.Contains(err.Error(), want) || strings.ContainsAny(err.Error(), "\n") || strings.Contains(err.Error(), "hunter2")) {
				t.Error(err)
			}
		})
	}
}

func TestBucketOptionsAreReadStrictly(t *testing.T) {
	for _, setting := range []string{
		"evidence.s3_endpoint=s3.example.org", "evidence.s3_endpoint=https://s3.example.org/path", "evidence.s3_bucket=A", "evidence.s3_bucket=a/b",
		"evidence.s3_prefix=../up", "evidence.s3_prefix=/", "evidence.s3_region=", "evidence.s3_secret_key=hunter2",
	} {
		if c, err := Read(os.DevNull, nil, []string{setting}); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v, %v", setting, c, err)
		}
	}
}

func TestTerritories(t *testing.T) {
	c := read(t, "site.territories=x-crimea=UA, x-tibet=CN+")
	if diff := cmp.Diff(map[string]TerritoryPlace{"x-crimea": {Under: "UA"}, "x-tibet": {Under: "CN", Own: true}}, c.Site.Territories); diff != "" {
		t.Error(diff)
	}
	for value, want := range map[string]string{
		"": "not the id", "x-crimea": "not the id", "x-nowhere=UA": "not the id", "UA=UA": "not the id", "x-crimea=UA, x-crimea=RU": "twice", "x-crimea=UA,UA=RU": "stands under another",
	} {
		if _, err := Read(os.DevNull, nil, []string{"site.territories=" + value}); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", value, err)
		}
	}
}

func TestProxies(t *testing.T) {
	c := read(t, "fetch.proxies=tor=socks5h://127.0.0.1:9050, second=socks5://[::1]:1080,office=http://proxy.example.org:3128")
	got := map[string]string{}
	for name, u := range c.Fetch.Proxies {
		got[name] = u.String()
	}
	if diff := cmp.Diff(map[string]string{"tor": "socks5://127.0.0.1:9050", "second": "socks5://[::1]:1080", "office": "http://proxy.example.org:3128"}, got); diff != "" {
		t.Error(diff)
	}
	for value, want := range map[string]string{
		"": "no proxy with a name", "socks5://127.0.0.1:9050": "no proxy with a name", "Tor=socks5://a:1": "no proxy with a name", "a=socks5://a:1, a=http://b:1": "twice",
		"a=socks5://x:hunter2@a:1": "would be shown", "a=https://a:1": "no address of a proxy", "a=socks4://a:1": "no address", "a=http://a": "no address", "a=http://a:1/x": "no address",
	} {
		if _, err := Read(os.DevNull, nil, []string{"fetch.proxies=" + value}); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", value, err)
		}
	}
}

func TestOptionsTable(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range Options() {
		if seen[o.Key] || seen[o.Environment()] {
			t.Errorf("%s is there twice", o.Key)
		}
		seen[o.Key], seen[o.Environment()] = true, true
		if len(o.Help) < 20 || !strings.HasSuffix(o.Help, ".") {
			t.Errorf("%s has no help: %q", o.Key, o.Help)
		}
		if target, ok := find(o.fileOf); (o.set == nil) != ok || o.fileOf != "" && (!target.Secret || o.Key != o.fileOf+"_file") {
			t.Errorf("%s has no setter or brings no secret", o.Key)
		}
		if (strings.Contains(o.Key, "password") || strings.Contains(o.Key, "secret")) && !o.Secret && o.fileOf == "" {
			t.Errorf("%s would be shown", o.Key)
		}
	}
	if o, _ := find("mail.from_name"); o.Environment() != "RIGHTSDESK_MAIL_FROM_NAME" {
		t.Error(o.Environment())
	}
}

func TestDistance(t *testing.T) {
	for pair, want := range map[[2]string]int{
		{"", ""}: 0, {"abc", "abc"}: 0, {"abc", "abd"}: 1, {"abc", "ab"}: 1, {"abc", "xabc"}: 1, {"abc", "acb"}: 1,
		{"site.adress", "site.address"}: 1, {"kitten", "sitting"}: 3, {"a", "zzzzzzzzzzzz"}: 9, {"abcdefghijk", "zzzzzzzzzzz"}: 9,
	} {
		if got := distance(pair[0], pair[1], 9); got != want || distance(pair[1], pair[0], 9) != want {
			t.Errorf("%v: %d", pair, got)
		}
	}
}

// FuzzRead reads any text as file, variable and flag: it never panics, and of what is taken Show shows no secret.
func FuzzRead(f *testing.F) {
	f.Add("site.url = http://x.org\n", "SITE_URL=http://y.org", "site.url=http://z.org")
	f.Add("mail.password = a", "MAIL_PASSWORD=hunter2hunter2", "database.url=postgres://hunter2hunter2")
	f.Fuzz(func(t *testing.T, text, variable, flag string) {
		if strings.Contains(text+variable+flag, "_file") || strings.Contains(variable, "_FILE") {
			return // it would read the files of this machine
		}
		settings := parse("f", []byte(text))
		for _, s := range settings {
			if s.wrong == "" && s.key == "" || s.value != strings.TrimSpace(s.value) || strings.ContainsAny(s.key, " \t\n=") {
				t.Errorf("%+v", s)
			}
		}
		c := &Config{given: map[string]setting{}}
		for _, problem := range c.apply(settings) {
			if !strings.HasPrefix(problem, "f") || strings.Contains(problem, "\n") {
				t.Errorf("%q", problem)
			}
		}
		c, err := Read(os.DevNull, []string{prefix + variable}, []string{flag})
		if err != nil && !fault.Is(err, fault.Invalid) {
			t.Error(err)
		}
		if err == nil {
			checkShown(t, c)
		}
	})
}

// checkShown looks whether every option has its line and no secret its value.
func checkShown(t *testing.T, c *Config) {
	t.Helper()
	var out bytes.Buffer
	if err := c.Show(&out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(options) {
		t.Fatalf("%d lines for %d options:\n%s", len(lines), len(options), &out)
	}
	for i, o := range options {
		words := strings.Fields(lines[i])
		if words[0] != o.Key || o.Secret && words[1] != "(set)" && words[1] != "(none)" {
			t.Errorf("%q", lines[i])
		}
	}
}

// TestInboxes takes whole paths only, so that no folder depends on where a
// process was started.
func TestInboxes(t *testing.T) {
	c, err := Read("", nil, []string{"mail.inboxes=/var/mail/one/, /var/mail/../mail/two,"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"/var/mail/one", "/var/mail/two"}, c.Mail.Inboxes); diff != "" {
		t.Error(diff)
	}
	if _, err := Read("", nil, []string{"mail.inboxes=/var/mail/one,mail/two"}); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "whole path") {
		t.Error(err)
	}
}
