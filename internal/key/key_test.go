package key

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"rightsdesk/internal/fault"
)

func open(t testing.TB, dir string) *Keys {
	t.Helper()
	k, err := Open(dir, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// same reports whether two sets of keys do the same.
func same(a, b *Keys) bool {
	return bytes.Equal(a.IntakePublic(), b.IntakePublic()) && a.Capability("k", "i") == b.Capability("k", "i") &&
		a.AddressHash("x@y.org") == b.AddressHash("x@y.org") && bytes.Equal(a.fields, b.fields)
}

func TestOpenMakesKeysOnceWithNarrowRights(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "private", "keys")
	first := open(t, dir)
	if !same(first, open(t, dir)) {
		t.Error("the second Open gave other keys")
	}
	if same(first, open(t, filepath.Join(t.TempDir(), "keys"))) {
		t.Error("two folders have the same keys")
	}
	for path, want := range map[string]os.FileMode{dir: 0o700 | os.ModeDir, filepath.Join(dir, FileName): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left over beside the key file: %v", entries)
	}
}

func TestConcurrentOpensGiveEqualKeys(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	all := make([]*Keys, 16)
	var group sync.WaitGroup
	for i := range all {
		group.Go(func() {
			k, err := Open(dir, rand.Reader)
			if err != nil {
				t.Error(err)
			}
			all[i] = k
		})
	}
	group.Wait()
	for _, k := range all[1:] {
		if t.Failed() || !same(all[0], k) {
			t.Fatal("two starts ended with different keys")
		}
	}
}

func TestProcessesThatStartAtOnceGetEqualKeys(t *testing.T) {
	const variable = "KEY_TEST_DIR"
	if dir := os.Getenv(variable); dir != "" {
		fmt.Println("hash", open(t, dir).AddressHash("a@example.org"))
		return
	}
	dir := filepath.Join(t.TempDir(), "keys")
	outputs := make([]bytes.Buffer, 4)
	var children []*exec.Cmd
	for i := range outputs {
		child := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
		child.Env = append(os.Environ(), variable+"="+dir)
		child.Stdout = &outputs[i]
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		children = append(children, child)
	}
	want := ""
	for i, child := range children {
		if err := child.Wait(); err != nil {
			t.Fatalf("%v\n%s", err, &outputs[i])
		}
		hash, _, _ := strings.Cut(outputs[i].String(), "\n")
		if want == "" {
			want = hash
		}
		if len(hash) != 69 || hash != want {
			t.Errorf("%q and %q", hash, want)
		}
	}
}

func TestFaultsNameTheFileAndWhatToDo(t *testing.T) {
	tests := map[string]struct {
		spoil func(dir, file string) error
		kind  fault.Kind
		words string
	}{
		"folder open to others": {func(dir, _ string) error { return os.Chmod(dir, 0o755) }, fault.Forbidden, "chmod 700"},
		"file open to others":   {func(_, file string) error { return os.Chmod(file, 0o640) }, fault.Forbidden, "chmod 600"},
		"empty file":            {func(_, file string) error { return os.Truncate(file, 0) }, fault.Invalid, "desk.key is damaged"},
		"short file":            {func(_, file string) error { return os.Truncate(file, 250) }, fault.Invalid, "recovery copy"},
		"file is a folder": {func(_, file string) error {
			return errors.Join(os.Remove(file), os.Mkdir(file, 0o700))
		}, fault.Invalid, "desk.key is not what it should be"},
		"folder is a file": {func(dir, _ string) error {
			return errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o600))
		}, fault.Invalid, "keys is not what it should be"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "keys")
			open(t, dir)
			if err := test.spoil(dir, filepath.Join(dir, FileName)); err != nil {
				t.Fatal(err)
			}
			k, err := Open(dir, rand.Reader)
			if k != nil || fault.Of(err) != test.kind || !strings.Contains(fault.Words(err), test.words) || !strings.Contains(fault.Words(err), dir) {
				t.Errorf("%v: %v", fault.Of(err), err)
			}
		})
	}
}

func TestUnreadableAndUnwritableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("rights do not bind root; only the unwritable path is tried")
	} else {
		dir := filepath.Join(t.TempDir(), "keys")
		open(t, dir)
		os.Chmod(filepath.Join(dir, FileName), 0)
		if _, err := Open(dir, rand.Reader); fault.Of(err) != fault.Forbidden {
			t.Error(err)
		}
	}
	if _, err := Open("/proc/no-such-folder/keys", rand.Reader); fault.Of(err) != fault.Unavailable && fault.Of(err) != fault.Forbidden {
		t.Error(err)
	}
	dir := filepath.Join(t.TempDir(), "keys")
	if _, err := Open(dir, iotest.ErrReader(errors.New("no randomness"))); err == nil {
		t.Error("keys were made without randomness")
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a folder was left without keys")
	}
}

// TestEveryDamageIsFound changes each byte of a key file in turn.
func TestEveryDamageIsFound(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	open(t, dir)
	path := filepath.Join(dir, FileName)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := parse(text)
	if err != nil {
		t.Fatal(err)
	}
	for i := range text {
		damaged := bytes.Clone(text)
		damaged[i] ^= 1
		if _, err := parse(damaged); err == nil {
			t.Errorf("byte %d changed and not found", i)
		}
		if _, err := parse(text[:i]); err == nil {
			t.Errorf("cut at byte %d and not found", i)
		}
		if i%16 > 0 {
			continue // files are slower than bytes
		}
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Open(dir, rand.Reader)
		noSecrets(t, whole, fmt.Sprintf("%v %+v", err, err))
	}
}

func TestKeysArePrintedAsAWord(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	k := open(t, dir)
	s, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	printed := fmt.Sprintf("%v %+v %#v %s %x %v %+v", k, k, k, k, k, *k, struct{ K *Keys }{k})
	noSecrets(t, s, printed)
	if strings.Count(printed, "(keys)") != 7 {
		t.Error(printed)
	}
	_, invalid := k.Decrypt("address", "r1", []byte("nonsense of thirty bytes and more"))
	_, sealed := k.Unseal([]byte("nonsense"))
	_, missing := k.Encrypt("address", "", nil)
	noSecrets(t, s, fmt.Sprint(invalid, sealed, missing))
}

// noSecrets fails when eight bytes in a row of a secret stand in text, in any usual writing.
func noSecrets(t *testing.T, s secrets, text string) {
	t.Helper()
	for _, secret := range [][]byte{s.root[:], s.intake[:]} {
		for i := 0; i+9 <= len(secret); i += 3 {
			part := secret[i : i+9]
			for _, written := range []string{string(part), hex.EncodeToString(part), base64.StdEncoding.EncodeToString(part),
				strings.Trim(fmt.Sprint(part), "[]")} {
				if strings.Contains(text, written) {
					t.Fatalf("key bytes in %q", text)
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(format(secrets{root: [32]byte{1}, intake: [32]byte{2}}))
	f.Add([]byte(header + "root \nintake \ncheck \n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := parse(text)
		if (err == nil) != bytes.Equal(format(s), text) {
			t.Errorf("parse and format disagree: %v", err)
		}
	})
}
