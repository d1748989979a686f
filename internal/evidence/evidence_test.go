package evidence

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

const (
	emptySHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" // FIPS 180 example values
	abcSHA   = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
)

func folder(t testing.TB) *Folder {
	t.Helper()
	f, err := Open(filepath.Join(t.TempDir(), "private", "evidence"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// files lists the files of a folder of evidence, by path below it.
func files(t testing.TB, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			all = append(all, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPutAndGet(t *testing.T) {
	f := folder(t)
	for text, want := range map[string]string{"": emptySHA, "abc": abcSHA} {
		for range 2 {
			if sha, err := f.Put([]byte(text)); err != nil || sha != want {
				t.Fatalf("%q: %s, %v", text, sha, err)
			}
		}
		if got, err := f.Get(want); err != nil || string(got) != text {
			t.Fatalf("%q, %v", got, err)
		}
	}
	want := []string{"ba/" + abcSHA[2:], "e3/" + emptySHA[2:]}
	if got := files(t, f.dir); !slices.Equal(got, want) {
		t.Errorf("files %v", got)
	}
	for path, want := range map[string]fs.FileMode{f.path(abcSHA): 0o600, filepath.Join(f.dir, "ba"): 0o700, f.dir: 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestGetRefusesWhatIsNoDigest(t *testing.T) {
	f := folder(t)
	if _, err := f.Put([]byte("abc")); err != nil {
		t.Fatal(err)
	}
	for _, sha := range []string{"", "ba", emptySHA, strings.ToUpper(abcSHA), abcSHA + "00", "../" + abcSHA[3:], strings.Repeat("z", 64)} {
		if _, err := f.Get(sha); !fault.Is(err, fault.NotFound) {
			t.Errorf("%q: %v", sha, err)
		}
	}
}

func TestDamageIsFoundAndMended(t *testing.T) {
	f := folder(t)
	if _, err := f.Put([]byte("abc")); err != nil {
		t.Fatal(err)
	}
	for _, damaged := range []string{"abd", "", "abcd"} {
		if err := os.WriteFile(f.path(abcSHA), []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := f.Get(abcSHA); err == nil || fault.Of(err) != fault.Internal || got != nil || !strings.Contains(err.Error(), f.path(abcSHA)) {
			t.Errorf("%q, %v", got, err)
		}
		if _, err := f.Put([]byte("abc")); err != nil {
			t.Fatal(err)
		}
		if got, err := f.Get(abcSHA); err != nil || string(got) != "abc" {
			t.Errorf("not mended: %q, %v", got, err)
		}
	}
}

func TestManyWritersOfTheSameAndOfOtherBytes(t *testing.T) {
	f := folder(t)
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			texts := append(batch(20, 100, 0), batch(5, 100, 100+worker)...)
			texts = append(texts, texts[0])
			shas, err := f.PutMany(texts)
			if err != nil {
				t.Error(err)
				return
			}
			for i, sha := range shas {
				if got, err := f.Get(sha); err != nil || !bytes.Equal(got, texts[i]) {
					t.Errorf("%d: %v", i, err)
				}
			}
		})
	}
	group.Wait()
	if got := len(files(t, f.dir)); got != 20+8*5 {
		t.Errorf("%d files", got)
	}
	if shas, err := f.PutMany(nil); err != nil || len(shas) != 0 {
		t.Errorf("%v, %v", shas, err)
	}
}

func TestOpenRemovesOnlyOldLeftovers(t *testing.T) {
	f := folder(t)
	if _, err := f.Put([]byte("abc")); err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	ages := map[string]time.Duration{".new-old": time.Hour + time.Second, ".new-young": time.Hour, "ba/" + abcSHA[2:]: 1000 * time.Hour}
	for name, age := range ages {
		path := filepath.Join(f.dir, name)
		if strings.HasPrefix(name, tempPrefix) {
			if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.sweep(now); err != nil {
		t.Fatal(err)
	}
	if got := files(t, f.dir); !slices.Equal(got, []string{".new-young", "ba/" + abcSHA[2:]}) {
		t.Errorf("left: %v", got)
	}
	old := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(f.dir, ".new-young"), old, old); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(f.dir); err != nil {
		t.Fatal(err)
	}
	if got := files(t, f.dir); len(got) != 1 {
		t.Errorf("Open left %v", got)
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !fault.Is(err, fault.Unavailable) || !strings.Contains(fault.Words(err), path) {
		t.Error(err)
	}
	f := folder(t)
	if err := os.RemoveAll(f.dir); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Put([]byte("abc")); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
	if err := diskFault(fs.ErrPermission, f.dir); !fault.Is(err, fault.Forbidden) || !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
}

func FuzzPut(f *testing.F) {
	kept := folder(f)
	f.Add([]byte("abc"), []byte{})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		shas, err := kept.PutMany([][]byte{a, b})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range [][]byte{a, b} {
			if got, err := kept.Get(shas[i]); err != nil || !bytes.Equal(got, want) {
				t.Fatalf("%q, %v", got, err)
			}
		}
		if (shas[0] == shas[1]) != bytes.Equal(a, b) {
			t.Fatal("digests and bytes disagree")
		}
	})
}
