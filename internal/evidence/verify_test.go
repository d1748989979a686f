package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// made is a folder of evidence that a test may harm.
type made struct {
	dir   string
	files []string // digests of the capture files, in the order of the log
	ids   []string
}

// makeFolder makes a folder with some captures, the third of them erased, two
// checkpoints, the second stamped.
func makeFolder(t *testing.T) made {
	t.Helper()
	m := made{dir: t.TempDir()}
	f, err := Open(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	l, s := openLog(t, m.dir), testSigner(t)
	defer l.Close()
	var leaves []desk.Leaf
	for i := range 5 {
		r := handedIn(fmt.Sprint("An invented text ", i))
		r.Capture.ID = fmt.Sprintf("rdk_k_exampleexample2%d", i)
		sha, err := f.Put(encode(t, r))
		if err != nil {
			t.Fatal(err)
		}
		leaf := FileLeaf(r.Capture.ID, sha)
		leaf.Seq = int64(i)
		leaves, m.files, m.ids = append(leaves, leaf), append(m.files, sha), append(m.ids, r.Capture.ID)
		if err := l.Append([]Line{LineOf(leaf)}); err != nil {
			t.Fatal(err)
		}
		if i == 2 {
			sign(t, l, s, noon)
		}
	}
	erased := ErasureLeaf(leaves[2], "rdk_d_exampleexample22")
	erased.Seq = 5
	if err := errors.Join(f.Remove(m.files[2:3]), l.Append([]Line{LineOf(erased)})); err != nil {
		t.Fatal(err)
	}
	c := sign(t, l, s, noon.Add(time.Hour))
	a := newAuthority(t)
	answer, err := a.Ask(t.Context(), c, bytes.NewReader(bytes.Repeat([]byte{5}, 16)))
	if err != nil {
		t.Fatal(err)
	}
	if err := l.KeepStamp(c, answer, a.Trust); err != nil {
		t.Fatal(err)
	}
	return m
}

func sign(t *testing.T, l *Log, s *Signer, at time.Time) Checkpoint {
	t.Helper()
	c, err := l.Sign(s, at)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (m made) path(sha string) string { return filepath.Join(m.dir, sha[:2], sha[2:]) }

// change rewrites a file of the folder.
func (m made) change(t *testing.T, name string, how func([]byte) []byte) {
	t.Helper()
	path := filepath.Join(m.dir, filepath.FromSlash(name))
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, how(b), 0o600); err != nil {
		t.Fatal(err)
	}
}

// verify runs Verify over a folder and gives what it found as "kind name".
func verify(t *testing.T, dir string, asked Asked) (Report, []string) {
	t.Helper()
	f := Reading(dir)
	var found []string
	r, err := Verify(t.Context(), dir, f, asked, func(x Found) { found = append(found, string(x.Kind)+" "+x.Name) })
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	return r, found
}

func TestVerifySoundFolder(t *testing.T) {
	m := makeFolder(t)
	r, found := verify(t, m.dir, Asked{})
	if want := []string{"erased " + m.ids[2]}; !slices.Equal(found, want) {
		t.Errorf("found %q", found)
	}
	if r.Lines != 6 || r.Captures != 4 || r.Erased != 1 || r.Checkpoints != 2 || r.Signed != 6 || r.Stamps != 1 || r.Stamped == "" || r.Faults != 0 || r.Key != testSigner(t).VerifierKey() {
		t.Errorf("%+v", r)
	}
}

// TestVerifyCatches harms a folder in every way that docs/evidence.md names.
func TestVerifyCatches(t *testing.T) {
	lines := func(how func([]string) []string) func(t *testing.T, m made) {
		return func(t *testing.T, m made) {
			m.change(t, "log/000000.jsonl", func(b []byte) []byte {
				all := strings.SplitAfter(string(b), "\n")
				return []byte(strings.Join(how(all[:len(all)-1]), ""))
			})
		}
	}
	swap := func(l []string, i, j int, old, new string) []string {
		l[i], l[j] = strings.ReplaceAll(l[i], old, new), strings.ReplaceAll(l[j], old, new)
		return l
	}
	for name, c := range map[string]struct {
		harm func(t *testing.T, m made)
		want []string // kinds, "kind name" where the name is told; %N is the id of capture N, %fN its file
	}{
		"a changed byte": {func(t *testing.T, m made) {
			m.change(t, m.files[1][:2]+"/"+m.files[1][2:], func(b []byte) []byte { b[len(b)/2] ^= 1; return b })
		}, []string{"changed-file %f1"}},
		"a cut file": {func(t *testing.T, m made) {
			m.change(t, m.files[1][:2]+"/"+m.files[1][2:], func(b []byte) []byte { return b[:len(b)-1] })
		}, []string{"changed-file %f1"}},
		"a missing file": {func(t *testing.T, m made) { remove(t, m.path(m.files[3])) }, []string{"missing-file %3"}},
		"a capture written anew under its own digest": {func(t *testing.T, m made) {
			r := handedIn("Another text")
			r.Capture.ID = m.ids[1]
			remove(t, m.path(m.files[1]))
			put(t, m, encode(t, r))
		}, []string{"missing-file %1", "not-in-log"}},
		"a file put beside":         {func(t *testing.T, m made) { put(t, m, encode(t, handedIn("Another text"))) }, []string{"not-in-log"}},
		"a file that is no capture": {func(t *testing.T, m made) { put(t, m, []byte("planted")) }, []string{"changed-file"}},
		"an erased capture that came back": {func(t *testing.T, m made) {
			r := handedIn("An invented text 2")
			r.Capture.ID = m.ids[2]
			put(t, m, encode(t, r))
		}, []string{"erased-but-there %f2"}},
		"the last line removed":   {lines(func(l []string) []string { return l[:5] }), []string{"tree checkpoints:2", "missing-file %2", "time-stamp stamps/6.tsr"}},
		"a middle line removed":   {lines(func(l []string) []string { return append(l[:1:1], l[2:]...) }), []string{"log-line", "not-in-log %f1", "tree checkpoints:2"}},
		"a line doubled":          {lines(func(l []string) []string { return append(l[:2:2], l[1:]...) }), []string{"log-line"}},
		"two lines put elsewhere": {lines(func(l []string) []string { l[0], l[1] = l[1], l[0]; return l }), []string{"log-line"}},
		"lines renumbered": {lines(func(l []string) []string {
			l[0], l[1] = strings.Replace(l[1], `"seq":1`, `"seq":0`, 1), strings.Replace(l[0], `"seq":0`, `"seq":1`, 1)
			return l
		}), []string{"tree checkpoints:1", "tree checkpoints:2", "time-stamp stamps/6.tsr"}},
		"another capture's id in a line":    {lines(func(l []string) []string { return swap(l, 1, 1, "rdk_k_exampleexample21", "rdk_k_exampleexample29") }), []string{"other-capture %f1"}},
		"an id changed in line and erasure": {lines(func(l []string) []string { return swap(l, 2, 5, "rdk_k_exampleexample22", "rdk_k_exampleexample29") }), []string{"log-line", "missing-file"}},
		"an erasure by another decision":    {lines(func(l []string) []string { return swap(l, 5, 5, "rdk_d_", "rdk_e_") }), []string{"log-line", "missing-file %2"}},
		"an erasure of another line":        {lines(func(l []string) []string { return swap(l, 5, 5, `"erases":2`, `"erases":1`) }), []string{"log-line", "missing-file %2"}},
		"a commitment changed": {lines(func(l []string) []string {
			return swap(l, 4, 4, `"commitment":"`+l[4][len(l[4])-67:len(l[4])-65], `"commitment":"zz`)
		}), []string{"log-line"}},
		"a blank in a line": {lines(func(l []string) []string { return swap(l, 4, 4, `,"v"`, `, "v"`) }), []string{"log-line log/000000.jsonl:5"}},
		"all lines removed": {lines(func([]string) []string { return nil }), []string{"tree checkpoints:1", "tree checkpoints:2", "not-in-log %f0"}},
		"a changed signature": {func(t *testing.T, m made) {
			m.change(t, "checkpoints", func(b []byte) []byte { return bytes.Replace(b, []byte("12:00:00"), []byte("11:00:00"), 1) })
		}, []string{"signature checkpoints:1"}},
		"a checkpoint removed": {func(t *testing.T, m made) {
			m.change(t, "checkpoints", func(b []byte) []byte { notes, _ := splitNotes(b); return append(notes[0], '\n') })
		}, []string{"time-stamp stamps/6.tsr"}},
		"checkpoints put elsewhere": {func(t *testing.T, m made) {
			m.change(t, "checkpoints", func(b []byte) []byte {
				notes, _ := splitNotes(b)
				return append(append(append(notes[1], '\n'), notes[0]...), '\n')
			})
		}, []string{"tree checkpoints:2"}},
		"no checkpoints": {func(t *testing.T, m made) { remove(t, filepath.Join(m.dir, "checkpoints")) }, []string{"signature checkpoints", "time-stamp"}},
		"another key": {func(t *testing.T, m made) {
			m.change(t, "key.pub", func([]byte) []byte { return []byte("rightsdesk.evidence/rdk+00000000+AAAA\n") })
		}, []string{"signature checkpoints:1", "signature checkpoints:2"}},
		"a stamp over something else": {func(t *testing.T, m made) {
			if err := os.Rename(filepath.Join(m.dir, "stamps/6.tsr"), filepath.Join(m.dir, "stamps/3.tsr")); err != nil {
				t.Fatal(err)
			}
		}, []string{"time-stamp stamps/3.tsr"}},
		"a changed stamp": {func(t *testing.T, m made) {
			m.change(t, "stamps/6.tsr", func(b []byte) []byte { b[len(b)-9] ^= 1; return b })
		}, []string{"time-stamp stamps/6.tsr"}},
		"a stamp of an authority that is not trusted": {func(t *testing.T, m made) {
			m.change(t, "stamps/authority.pem", func([]byte) []byte { return newAuthority(t).Trust })
		}, []string{"time-stamp stamps/6.tsr"}},
		"something else among the stamps": {func(t *testing.T, m made) {
			if err := os.WriteFile(filepath.Join(m.dir, "stamps/x.txt"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}, []string{"strange-file stamps/x.txt"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := makeFolder(t)
			c.harm(t, m)
			r, found := verify(t, m.dir, Asked{})
			for _, want := range c.want {
				for i := range m.ids {
					want = strings.ReplaceAll(want, fmt.Sprintf("%%f%d", i), m.files[i][:2]+"/"+m.files[i][2:])
					want = strings.ReplaceAll(want, fmt.Sprintf("%%%d", i), m.ids[i])
				}
				if !slices.ContainsFunc(found, func(f string) bool { return f == want || strings.HasPrefix(f, want+" ") }) {
					t.Errorf("%q was not found, but %q", want, found)
				}
			}
			if harmless := name == "a file put beside"; (r.Faults == 0) != harmless {
				t.Errorf("%d faults, %q", r.Faults, found)
			}
		})
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, m made, data []byte) {
	t.Helper()
	f, err := Open(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Put(data); err != nil {
		t.Fatal(err)
	}
}

// A forger who has the folder can write the whole log again and sign it with a
// key of his own. The key and the checkpoint that others kept give him away.
func TestVerifyForgedFolder(t *testing.T) {
	m, forged := makeFolder(t), t.TempDir()
	notes, err := readNotes(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	l := openLog(t, forged)
	defer l.Close()
	if err := l.Append(someLines(0, 9)); err != nil {
		t.Fatal(err)
	}
	sign(t, l, testSigner(t), noon)
	if r, found := verify(t, forged, Asked{Checkpoint: notes[0]}); !slices.Contains(found, "tree "+givenCheckpoint) {
		t.Errorf("%+v %q", r, found)
	}
	if _, found := verify(t, m.dir, Asked{Checkpoint: notes[1]}); len(found) != 1 {
		t.Errorf("a checkpoint of its own: %q", found)
	}
	if _, found := verify(t, m.dir, Asked{Key: "rightsdesk.evidence/rdk+00000000+AAAA"}); !slices.Contains(found, "signature key.pub") {
		t.Errorf("another key was asked for: %q", found)
	}
}

// Captures from before there were capture files verify too.
func TestVerifyBareBytes(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	sha, err := f.Put([]byte("bare"))
	if err != nil {
		t.Fatal(err)
	}
	leaf := NewLeaf(bytes.NewReader(seventh[:]), "rdk_k_exampleexample22", sha)
	l := openLog(t, dir)
	defer l.Close()
	if err := errors.Join(l.Append([]Line{LineOf(leaf)}), l.KeepNonce(leaf, sha)); err != nil {
		t.Fatal(err)
	}
	sign(t, l, testSigner(t), noon)
	if r, found := verify(t, dir, Asked{}); len(found) > 0 || r.Captures != 1 {
		t.Errorf("%+v %q", r, found)
	}
	if err := f.RemoveNonce(leaf.CaptureID); err != nil {
		t.Fatal(err)
	}
	if _, found := verify(t, dir, Asked{}); !slices.Contains(found, "missing-file "+leaf.CaptureID) {
		t.Errorf("without its nonce: %q", found)
	}
}
