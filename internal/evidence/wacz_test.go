package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// packages packs records and gives the files of the package by their names.
func packages(t *testing.T, list ...Record) map[string]string {
	t.Helper()
	files := map[string][]byte{}
	var captures []Packed
	for _, r := range list {
		data := encode(t, r)
		r.Capture.File = digest(data)
		files[r.Capture.File] = data
		captures = append(captures, Packed{r.Capture, "An invented headline"})
	}
	var out bytes.Buffer
	get := func(sha string) ([]byte, error) { return files[sha], nil }
	if err := WritePackage(&out, get, captures, "A package", "rightsdesk test", noon); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		found[f.Name] = string(b)
		if f.Name == waczArchive && f.Method != zip.Store {
			t.Error("readers cannot jump into a packed archive")
		}
	}
	return found
}

func TestPackage(t *testing.T) {
	page, text := overTheWeb(t, "An invented page.", true), handedIn("An invented text.\n")
	text.Capture.ID = "rdk_k_exampleexample33"
	files := packages(t, text, page)
	var about struct {
		Version   string `json:"wacz_version"`
		Resources []resource
	}
	if err := json.Unmarshal([]byte(files[waczData]), &about); err != nil || about.Version != "1.1.1" || len(about.Resources) != 3 {
		t.Fatalf("%+v, %v", about, err)
	}
	for _, r := range about.Resources {
		if r.Hash != "sha256:"+digest([]byte(files[r.Path])) || r.Bytes != int64(len(files[r.Path])) {
			t.Errorf("%+v is not so", r)
		}
	}
	if !strings.Contains(files[waczDigest], digest([]byte(files[waczData]))) {
		t.Error(files[waczDigest])
	}
	lines := strings.Split(strings.TrimSpace(files[waczIndex]), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], `org,example)/a?b=1 20260102030405 {"url":"https://example.org/a?b=1","mime":"text/plain","status":"200"`) {
		t.Fatalf("%q", lines)
	}
	for i, want := range []string{"response", "resource"} {
		if got := recordAt(t, files[waczArchive], lines[i]); got != want {
			t.Errorf("the index leads to %q, not to a %s", got, want)
		}
	}
	if pages := strings.Split(strings.TrimSpace(files[waczPages]), "\n"); len(pages) != 3 || !strings.Contains(pages[2], `"ts":"2026-01-02T03:04:05Z"`) {
		t.Errorf("%q", pages)
	}
}

// recordAt gives the kind of the record to which a line of the index leads.
func recordAt(t *testing.T, archive, line string) string {
	t.Helper()
	var at struct{ Offset, Length, Filename string }
	if err := json.Unmarshal([]byte(line[strings.IndexByte(line, '{'):]), &at); err != nil || at.Filename != "data.warc.gz" {
		t.Fatal(err, line)
	}
	file := filepath.Join(t.TempDir(), "part.warc.gz")
	var offset, length int
	for s, n := range map[string]*int{at.Offset: &offset, at.Length: &length} {
		if err := json.Unmarshal([]byte(s), n); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(file, []byte(archive[offset:offset+length]), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("gzip", "-dc", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, kind, _ := strings.Cut(string(out), "WARC-Type: ")
	kind, _, _ = strings.Cut(kind, "\r\n")
	return kind
}

func TestPackageOfNothing(t *testing.T) {
	gone := func(string) ([]byte, error) { return nil, fault.New(fault.NotFound, "gone") }
	for kind, c := range map[fault.Kind]desk.Capture{fault.NotFound: {ID: "a", File: abcSHA}, fault.Invalid: {ID: "b"}} {
		if err := WritePackage(io.Discard, gone, []Packed{{Capture: c}}, "", "", noon); !fault.Is(err, kind) {
			t.Errorf("%v: %v", kind, err)
		}
	}
}

func TestSurt(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.Example.org/A/b.html":  "org,example)/a/b.html",
		"http://example.org":                "org,example)/",
		"https://example.org:8443/?z=1&a=2": "org,example:8443)/?a=2&z=1",
		"urn:rightsdesk:capture:rdk_k_x":    "urn:rightsdesk:capture:rdk_k_x",
	} {
		if got := surt(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
