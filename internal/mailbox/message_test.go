package mailbox

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rightsdesk/internal/fault"
)

var update = flag.Bool("update", false, "write what is read now into testdata, to be looked at before it is committed")

// TestCases reads each testdata/*.txtar: "message" and what is read of it, as
// it is and with the line ends of the wire.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(t, a.Files[0].Data)
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(string(a.Files[1].Data), got); d != "" {
				t.Error(d)
			}
			wire := describe(t, bytes.ReplaceAll(a.Files[0].Data, []byte("\n"), []byte("\r\n")))
			if d := cmp.Diff(got, strings.ReplaceAll(wire, `\r\n`, `\n`)); d != "" {
				t.Errorf("with the line ends of the wire: %s", d)
			}
		})
	}
}

// describe writes a message with the letters of its texts instead of their bytes.
func describe(t *testing.T, data []byte) string {
	t.Helper()
	m, err := Read(data)
	if err != nil {
		return fault.Words(err) + "\n"
	}
	var b bytes.Buffer
	tell(&b, "", m)
	return b.String()
}

func tell(b *bytes.Buffer, in string, m *Message) {
	fmt.Fprintf(b, "%sid %s\n%[1]ssubject %[3]s\n%[1]sfrom %[4]q %[5]s\n%[1]sday %[6]s\n", in, m.ID, m.Subject, m.From.Name, m.From.Address, m.Day)
	for i, block := range m.Blocks {
		for _, text := range []*Text{block.Plain, block.HTML} {
			if text != nil {
				data, _ := json.Marshal(strings.TrimSpace(string(text.Data)))
				fmt.Fprintf(b, "%sblock %d %s %v %v %s\n", in, i, text.Type, text.Flowed, text.DelSp, data)
			}
		}
	}
	for _, f := range m.Files {
		fmt.Fprintf(b, "%sfile %q %s %d\n", in, f.Name, f.Type, f.Size)
	}
	for _, w := range m.Warnings {
		fmt.Fprintf(b, "%swarning %s\n", in, w)
	}
	for _, c := range m.Carried {
		fmt.Fprintf(b, "%scarried\n", in)
		tell(b, in+"  ", c)
	}
}

// TestNesting follows parts only so deep, whatever comes in.
func TestNesting(t *testing.T) {
	deep := "text/plain\n\nthe bottom\n"
	for i := range 40 {
		deep = fmt.Sprintf("multipart/mixed; boundary=b%d\n\n--b%d\nContent-Type: %s\n--b%d--\n", i, i, deep, i)
	}
	m, err := Read([]byte("From: a@example.org\nDate: 1 Jan 2020 10:00 GMT\nContent-Type: " + deep))
	if err != nil || len(m.Blocks) != 0 || !strings.Contains(strings.Join(m.Warnings, " "), "nested deeper") {
		t.Errorf("%+v, %v", m, err)
	}
	many := strings.Repeat("--b\n\nwords\n", 3*maxParts)
	m, err = Read([]byte("From: a@example.org\nDate: 1 Jan 2020 10:00 GMT\nContent-Type: multipart/mixed; boundary=b\n\n" + many))
	if err != nil || len(m.Blocks) > maxParts || len(m.Warnings) == 0 {
		t.Errorf("%d blocks, %q, %v", len(m.Blocks), m.Warnings, err)
	}
}

// TestLongHead reads a head that goes on and on, in no more time than a short one for its size.
func TestLongHead(t *testing.T) {
	m, err := Read([]byte("From: a@example.org\nDate: 1 Jan 2020 10:00 GMT\nSubject: long" + strings.Repeat("\n x", 600_000)))
	if err != nil || !strings.HasPrefix(m.Subject, "long x x") || len(m.Warnings) != 1 {
		t.Errorf("%.20q, %q, %v", m.Subject, m.Warnings, err)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"=?utf-8?b?0JzQvtGB0LrQstCw?=":                          "Москва",
		"=?utf-8?b?0JzQvt?= =?utf-8?b?GB0LrQstCw?=":             "Москва", // broken within a letter
		"=?koi8-r?Q?=F2=D5=D3?= =?utf-8?q?_x?= y":               "Рус x y",
		"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=":                    "日本",
		"=?us-ascii*en?q?a_b?=":                                 "a b",
		"a =?bad?x?y?= b":                                       "a =?bad?x?y?= b",
		"Caf\xe9\x00\tau lait":                                  "Café au lait",
		"=?windows-1252?q?caf=E9 with blanks?=":                 "café with blanks",
		"(=?utf-8?q?a?=)=?utf-8?q?b?=,":                         "(a)b,",
		"=?gb2312?B?1tC5+g==?==?gb2312?B?yMvD8Q==?= and":        "中国人民 and",
		strings.Repeat("=?utf-8?q?=C3?= =?utf-8?q?=A9?= x ", 2): "é x é x",
	} {
		if got := words(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzRead: no message breaks the reader or holds more than came in; and a text
// that is sent, whatever it is, is read again.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Read(data); err == nil {
			if n := size(m); n > len(data)+len(m.Blocks)*4 {
				t.Errorf("%d bytes of texts out of a message of %d", n, len(data))
			}
		}
		sent := "From: a@example.org\r\nDate: 1 Jan 2020 10:00 GMT\r\nContent-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n" +
			"--=_b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString(data) + "\r\n--=_b--\r\n"
		m, err := Read([]byte(sent))
		if err != nil || len(m.Blocks) != 1 || m.Blocks[0].Plain == nil || !bytes.Equal(m.Blocks[0].Plain.Data, data) || len(m.Warnings) > 0 {
			t.Errorf("sent %q, read %+v, %v", data, m, err)
		}
	})
}

// size is how many bytes of text and attachments a message holds.
func size(m *Message) (n int) {
	for _, b := range m.Blocks {
		for _, text := range []*Text{b.Plain, b.HTML} {
			if text != nil {
				n += len(text.Data)
			}
		}
	}
	for _, f := range m.Files {
		n += f.Size
	}
	for _, c := range m.Carried {
		n += size(c)
	}
	return n
}
