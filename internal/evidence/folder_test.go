package evidence

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// testSigner signs as the organisation "rdk" with a key that tests know.
func testSigner(t testing.TB) *Signer {
	t.Helper()
	s, err := NewSigner("rdk", ed25519.NewKeyFromSeed(bytes.Repeat([]byte{9}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func openLog(t testing.TB, dir string) *Log {
	t.Helper()
	l, err := OpenLog(dir)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// someLines gives lines from a number on, with made-up commitments.
func someLines(from, n int64) (out []Line) {
	for seq := from; seq < from+n; seq++ {
		commitment := Commitment([]byte(fmt.Sprint("test", seq)))
		out = append(out, LineOf(desk.Leaf{Seq: seq, CaptureID: fmt.Sprintf("rdk_k_%022d", seq), Commitment: commitment[:]}))
	}
	return out
}

func TestLogOverManyFiles(t *testing.T) {
	dir := t.TempDir()
	l := openLog(t, dir)
	lines := someLines(0, 2*linesPerFile+7)
	for _, part := range [][]Line{lines[:1], lines[1:linesPerFile], lines[linesPerFile:]} {
		if err := l.Append(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Append(someLines(1, 1)); err == nil {
		t.Error("a line was put where another stands")
	}
	var commitments [][]byte
	if err := ReadLog(dir, func(line Line) error {
		leaf, err := line.Leaf()
		commitments = append(commitments, leaf.Commitment)
		return err
	}); err != nil || len(commitments) != len(lines) {
		t.Fatalf("%d lines, %v", len(commitments), err)
	}
	for _, size := range []int64{0, 1, linesPerFile - 1, linesPerFile, l.Size()} {
		root, err := l.Root(size)
		if want := TreeHead(commitments[:size]); err != nil || size > 0 && root != want {
			t.Errorf("root of %d lines: %v, %v", size, root, err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for name, harm := range map[string]func(path string) error{
		"nothing":     func(string) error { return nil },
		"hashes gone": func(string) error { return os.Remove(filepath.Join(dir, "log/hashes")) },
		"hashes zeroed": func(string) error {
			return os.WriteFile(filepath.Join(dir, "log/hashes"), make([]byte, 200_000), 0o600)
		},
		"a torn line": func(path string) error { return appendFile(path, []byte(`{"seq":2007,"capt`), false) },
	} {
		if err := harm(filepath.Join(dir, "log/000002.jsonl")); err != nil {
			t.Fatal(err)
		}
		l := openLog(t, dir)
		root, err := l.Root(l.Size())
		if err != nil || root != TreeHead(commitments) || l.Last() != lines[len(lines)-1] {
			t.Errorf("%s: size %d, %v", name, l.Size(), err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFullFileThenTornLine(t *testing.T) {
	dir := t.TempDir()
	l := openLog(t, dir)
	if err := l.Append(someLines(0, linesPerFile)); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := appendFile(filepath.Join(dir, "log/000001.jsonl"), []byte(`{"seq`), true); err != nil {
		t.Fatal(err)
	}
	l = openLog(t, dir)
	defer l.Close()
	if l.Size() != linesPerFile || l.Last().Seq != linesPerFile-1 {
		t.Errorf("size %d, last %d", l.Size(), l.Last().Seq)
	}
	if err := l.Append(someLines(linesPerFile, 2)); err != nil {
		t.Error(err)
	}
}

func TestCheckpoints(t *testing.T) {
	dir := t.TempDir()
	l, s := openLog(t, dir), testSigner(t)
	defer l.Close()
	if c, err := l.LastCheckpoint(s); err != nil || c.Size != 0 {
		t.Errorf("%+v, %v", c, err)
	}
	var last Checkpoint
	for i := range int64(3) {
		if err := l.Append(someLines(i, 1)); err != nil {
			t.Fatal(err)
		}
		var err error
		if last, err = l.Sign(s, noon.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if err := appendFile(filepath.Join(dir, checkpointsFile), []byte("rightsdesk.evidence/rdk\n4\nabc"), false); err != nil {
		t.Fatal(err)
	}
	c, err := l.LastCheckpoint(s)
	if err != nil || c.Size != 3 || !c.At.Equal(noon.Add(2*time.Hour)) || !bytes.Equal(c.Note, last.Note) {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := l.Sign(s, noon); err != nil { // takes the torn one away
		t.Fatal(err)
	}
	if notes, err := readNotes(dir); err != nil || len(notes) != 4 {
		t.Errorf("%d notes, %v", len(notes), err)
	}
	other, err := NewSigner("rdk", ed25519.NewKeyFromSeed(bytes.Repeat([]byte{8}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Sign(other, noon); !fault.Is(err, fault.Conflict) || !strings.Contains(fault.Words(err), "another desk") {
		t.Errorf("signed with another key: %v", err)
	}
	for _, message := range []string{"", "\n\n", string(last.Note[1:]), strings.Replace(string(last.Note), "\n3\n", "\n03\n", 1)} {
		if _, err := OpenCheckpoint([]byte(message), s.VerifierKey()); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", message, err)
		}
	}
}

// TestLogVectors holds the vectors of docs/evidence.md for log and erasure.
func TestLogVectors(t *testing.T) {
	doc, err := os.ReadFile("../../docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	var commitments [][]byte
	for _, file := range []string{"test", "test1", "test2"} {
		c := Commitment([]byte(file))
		commitments = append(commitments, c[:])
	}
	root := TreeHead(commitments)
	erased := ErasureLeaf(desk.Leaf{Seq: 7, CaptureID: "rdk_k_exampleexample22"}, "rdk_d_exampleexample22")
	for _, value := range []string{base64.StdEncoding.EncodeToString(root[:]), hex.EncodeToString(erased.Commitment)} {
		if !bytes.Contains(doc, []byte(value)) {
			t.Errorf("%s is not in docs/evidence.md", value)
		}
	}
}

// FuzzLine holds that a line is refused or written again byte for byte.
func FuzzLine(f *testing.F) {
	for _, line := range someLines(0, 2) {
		f.Add(line.text())
	}
	f.Add([]byte(`{"seq":3,"erases":1,"capture":"c","decision":"d","v":2,"commitment":"00"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		b = bytes.TrimSuffix(b, []byte{'\n'})
		line, err := parseLine(b)
		if err == nil && string(line.text()) != string(b)+"\n" {
			t.Errorf("%q was written as %q", b, line.text())
		}
		if err != nil && !fault.Is(err, fault.Invalid) {
			t.Error(err)
		}
	})
}

// FuzzCheckpoint holds that what is read as a checkpoint is written again the same.
func FuzzCheckpoint(f *testing.F) {
	f.Add("rightsdesk.evidence/rdk\n3\ndV1IHUZb6xMvhEW57FF2iXZO3AXWBtIpcH9ZxoPryTM=\ntime 2026-01-02T12:00:00Z\n")
	f.Fuzz(func(t *testing.T, text string) {
		if c, err := parseCheckpoint(text); err == nil && c.text() != text {
			t.Errorf("%q was written as %q", text, c.text())
		}
		notes, torn := splitNotes([]byte(text))
		if all := append(bytes.Join(append(notes, nil), []byte("\n")), torn...); string(all) != text {
			t.Errorf("%q was divided into %q and %q", text, notes, torn)
		}
	})
}
