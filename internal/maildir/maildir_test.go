package maildir

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/mailbox"
)

// folder makes a maildir with files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, part := range []string{"new", "cur", "tmp"} {
		if err := os.Mkdir(filepath.Join(dir, part), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func keys(list []Message) string {
	var out []string
	for _, m := range list {
		out = append(out, m.Key)
	}
	return strings.Join(out, " ")
}

func TestMessages(t *testing.T) {
	dir := folder(t, map[string]string{
		"new/3.host": "three", "cur/1.host:2,S": "one", "cur/2.host:2,RS": "two", "cur/3.host:2,S": "three once more",
		"cur/4.host:2,ST": "in the bin", "cur/5.host:2,D": "a draft", "new/.hidden": "x", "tmp/6.host": "not finished",
	})
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := f.Messages()
	if err != nil || keys(list) != "1.host 2.host 3.host" {
		t.Fatalf("%s, %v", keys(list), err)
	}
	// Read meanwhile by somebody: the file has another name, the message the same key.
	if err := os.Rename(filepath.Join(dir, "cur/1.host:2,S"), filepath.Join(dir, "cur/1.host:2,RS")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read(list[0]); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
	m, err := f.Find("1.host")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := f.Read(m); err != nil || string(data) != "one" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := f.Find("9.host"); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
}

// TestNothingOutside: links lead nowhere, pipes keep nobody waiting, what is
// too large is not read.
func TestNothingOutside(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := folder(t, nil)
	large := filepath.Join(dir, "new", "3.large")
	for _, err := range []error{
		os.Symlink(secret, filepath.Join(dir, "new", "1.link")), syscall.Mkfifo(filepath.Join(dir, "new", "2.pipe"), 0o600),
		os.WriteFile(large, nil, 0o600), os.Truncate(large, mailbox.MaxMessage+1), os.Mkdir(filepath.Join(dir, "new", "4.dir"), 0o700),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := f.Messages()
	if err != nil || len(list) != 4 {
		t.Fatal(list, err)
	}
	for _, m := range list {
		if data, err := f.Read(m); err == nil || len(data) > 0 {
			t.Errorf("%s gives %d bytes, %v", m.Key, len(data), err)
		}
	}
	if b, err := f.Peek(list[2]); err != nil || len(b) != peekBytes {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

func TestOpen(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "nowhere")); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
	if _, err := Open(t.TempDir()); !fault.Is(err, fault.Invalid) || Is(t.TempDir()) {
		t.Error(err)
	}
}
