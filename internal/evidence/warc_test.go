package evidence

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

var seventh = [nonceSize]byte(bytes.Repeat([]byte{7}, nonceSize))

func handedIn(text string) Record {
	return Record{Nonce: seventh, Body: []byte(text), Capture: desk.Capture{
		ID: "rdk_k_exampleexample22", SHA256: digest([]byte(text)), Size: int64(len(text)), MediaType: "text/plain; charset=utf-8", How: desk.HowHandedIn,
		Agent: "rightsdesk test", At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
	}}
}

func overTheWeb(t testing.TB, text string, packed bool) Record {
	r := handedIn(text)
	r.Capture.How, r.Capture.Address, r.Capture.FinalURL, r.Capture.Status = desk.HowFetched, "http://example.org/a", "https://example.org/a?b=1", 200
	r.Request = []byte("GET /a?b=1 HTTP/1.1\r\nHost: example.org\r\n\r\n")
	coding := ""
	if packed {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if _, err := io.WriteString(z, text); err != nil || z.Close() != nil {
			t.Fatal(err)
		}
		r.Body, coding = b.Bytes(), "Content-Encoding: gzip\r\n"
	}
	r.Response = []byte("HTTP/1.1 200 OK\r\n" + coding + "Content-Type: text/plain; charset=utf-8\r\n\r\n")
	return r
}

func encode(t testing.TB, r Record) []byte {
	t.Helper()
	file, err := Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCaptureFileIsReadAsWritten(t *testing.T) {
	for name, r := range map[string]Record{
		"handed in": handedIn("An invented text.\n"), "empty": handedIn(""), "fetched": overTheWeb(t, "An invented page.", false), "packed": overTheWeb(t, strings.Repeat("An invented page. ", 1000), true),
		"lines and ends in it": handedIn("WARC/1.1\r\n\r\n\r\n\r\n\x1f\x8b"),
	} {
		file := encode(t, r)
		got, err := Decode(file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d := cmp.Diff(r, got); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
		if again := encode(t, got); !bytes.Equal(again, file) {
			t.Errorf("%s: written again it is another file", name)
		}
	}
}

// What a server says of itself may hold anything; the file can be read all the same.
func TestHostileHeads(t *testing.T) {
	r := handedIn("x")
	r.Capture.MediaType, r.Capture.FileName = "text/html; charset=\xff\r\nWARC-Type: response", "a\x00b\u2028\n"
	got, err := Decode(encode(t, r))
	if err != nil || got.Capture.MediaType != "text/html; charset=\uFFFD  WARC-Type: response" {
		t.Errorf("%q, %v", got.Capture.MediaType, err)
	}
	r.Capture.MediaType = ""
	if _, err := Decode(encode(t, r)); err != nil {
		t.Error(err)
	}
}

// TestEveryChangedByteIsFound changes each byte of a file in turn. All that
// gzip lets pass is in its own head and says nothing; the commitment finds it.
func TestEveryChangedByteIsFound(t *testing.T) {
	file := encode(t, overTheWeb(t, "An invented page.", true))
	want := Commitment(file)
	passed := 0
	for i := range file {
		changed := bytes.Clone(file)
		changed[i] ^= 0x20
		if Commitment(changed) == want {
			t.Fatalf("byte %d: the commitment is the same", i)
		}
		if got, err := Decode(changed); err == nil {
			if d := cmp.Diff(overTheWeb(t, "An invented page.", true), got); d != "" {
				t.Errorf("byte %d: read as another capture:\n%s", i, d)
			}
			passed++
		} else if !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "damaged") {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	for n := range file {
		if _, err := Decode(file[:n]); err == nil {
			t.Errorf("cut after %d bytes it is read all the same", n)
		}
	}
	t.Logf("%d of %d changed bytes say nothing", passed, len(file))
}

func TestFilesThatAreNoCapture(t *testing.T) {
	sound := encode(t, handedIn("one"))
	for name, c := range map[string]struct {
		file  []byte
		words string
	}{
		"nothing":           {nil, "are not those of a capture"},
		"not packed":        {[]byte("WARC/1.1\r\n"), "cannot be unpacked"},
		"twice":             {append(bytes.Clone(sound), sound...), "more records"},
		"another one's end": {mixed(t, handedIn("one"), handedIn("two")), "another digest or size"},
		"something behind":  {append(bytes.Clone(sound), 'x'), "cannot be unpacked"},
	} {
		if _, err := Decode(c.file); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), c.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// mixed gives the first records of one file and the metadata of another.
func mixed(t *testing.T, a, b Record) []byte {
	in, out := encode(t, a), encode(t, b)
	at := func(file []byte) int { return bytes.LastIndex(file, []byte{0x1f, 0x8b, 8}) }
	return append(bytes.Clone(in[:at(in)]), out[at(out):]...)
}

// TestEvidenceVectors holds the vectors of docs/evidence.md.
func TestEvidenceVectors(t *testing.T) {
	doc, err := os.ReadFile("../../docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	r := handedIn("An invented text.\n")
	got, err := Decode(encode(t, r))
	if err != nil {
		t.Fatal(err)
	}
	meta := metadataOf(t, r)
	commitment := Commitment([]byte("test"))
	for name, value := range map[string]string{
		"content sha256": got.Capture.SHA256, "record id": recordID(r.Nonce, kindResource), "metadata sha256": digest(meta), "commitment of test": hex.EncodeToString(commitment[:]),
	} {
		if !bytes.Contains(doc, []byte(value)) {
			t.Errorf("%s is %s, which is not in docs/evidence.md", name, value)
		}
	}
	if bytes.Equal(commitment[:], sha256.New().Sum(nil)) {
		t.Error("the commitment says nothing")
	}
}

func metadataOf(t *testing.T, r Record) []byte {
	file := encode(t, r)
	z, err := gzip.NewReader(bytes.NewReader(file[bytes.LastIndex(file, []byte{0x1f, 0x8b, 8}):]))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := bytes.Cut(all, []byte("\r\n\r\n"))
	if !found {
		t.Fatalf("no block in %q", all)
	}
	return bytes.TrimSuffix(block, []byte("\r\n\r\n"))
}

// FuzzDecode holds that any input is a damaged file or a capture, and that a
// capture written again is read as the same.
func FuzzDecode(f *testing.F) {
	f.Add(encode(f, handedIn("An invented text.\n")))
	f.Add(encode(f, overTheWeb(f, "An invented page.", true)))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := Decode(file)
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Error(err)
			}
			return
		}
		again, err := Decode(encode(t, r))
		if d := cmp.Diff(r, again); err != nil || d != "" {
			t.Errorf("%v\n%s", err, d)
		}
	})
}

// TestContentOfACapture reads captures out of a folder: in their WARC file, and
// bare as they were kept before there were such files.
func TestContentOfACapture(t *testing.T) {
	f, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r := overTheWeb(t, "An invented page.", true)
	shas, err := f.PutMany([][]byte{encode(t, r), []byte("bare")})
	if err != nil {
		t.Fatal(err)
	}
	c := r.Capture
	c.File = shas[0]
	if got, err := f.Content(c); err != nil || string(got) != "An invented page." {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := f.Content(desk.Capture{SHA256: shas[1]}); err != nil || string(got) != "bare" {
		t.Errorf("%q, %v", got, err)
	}
	other := c
	other.ID = "rdk_k_another222222222"
	if _, err := f.Content(other); !fault.Is(err, fault.Internal) || !strings.Contains(err.Error(), "another capture") {
		t.Errorf("another capture's file: %v", err)
	}
	if _, err := f.Content(desk.Capture{ID: c.ID, SHA256: c.SHA256, File: shas[1]}); !fault.Is(err, fault.Internal) {
		t.Errorf("a file that is none: %v", err)
	}
	leaf := FileLeaf(c.ID, c.File)
	if commitment := Commitment(encode(t, r)); !CheckLeaf(leaf, c.File) || CheckLeaf(leaf, shas[1]) || !bytes.Equal(leaf.Commitment, commitment[:]) {
		t.Error("the leaf does not fit its file")
	}
	if err := f.Remove([]string{shas[0]}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Content(c); !fault.Is(err, fault.NotFound) {
		t.Errorf("after it was removed: %v", err)
	}
	if err := f.Remove([]string{shas[0]}); err != nil {
		t.Errorf("removed again: %v", err)
	}
	if err := f.Remove([]string{"../../etc/passwd"}); err == nil {
		t.Error("something that is no digest was removed")
	}
}
