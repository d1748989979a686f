package mail

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message"
	gomessage "github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/fault"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sample() Message {
	return Message{
		ID: "rdk_v_7f3k", Domain: "desk.example.org", From: "news@desk.example.org", FromName: "Überwachung und 인권", To: connie,
		Subject: "News of the week — неделя 12",
		Text:    "First line.\n.a line that begins with a dot\nA long line: " + strings.Repeat("자유 ", 60) + "\n",
		HTML:    "<p dir=\"rtl\">حرية الدين = حق</p>\n",
		Leave:   "https://desk.example.org/leave/AAAAAAAAAAAAAAAAAAAAAA", ListID: "newsletter.desk.example.org",
		Date: time.Date(2026, 11, 23, 8, 5, 0, 0, time.FixedZone("", 3600)), Auto: true,
	}
}

func raw(t *testing.T, m Message) []byte {
	t.Helper()
	b, err := m.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestGolden(t *testing.T) {
	got := bytes.ReplaceAll(raw(t, sample()), []byte("\r\n"), []byte("\n"))
	const file = "testdata/message.eml"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Error(d)
	}
}

func TestSameMessageSameBytes(t *testing.T) {
	first := raw(t, sample())
	for range 50 {
		if !bytes.Equal(first, raw(t, sample())) {
			t.Fatal("two copies of one message differ")
		}
	}
	other := sample()
	other.ID = "rdk_v_8g4m"
	if bytes.Contains(raw(t, other), []byte(sample().boundary())) {
		t.Error("two messages share a boundary")
	}
}

type read struct {
	header  message.Header
	text    string
	html    string
	subject string
}

// readBack reads a mail with another library than the one that wrote it.
func readBack(t *testing.T, b []byte) read {
	t.Helper()
	r, err := gomessage.CreateReader(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v in\n%s", err, b)
	}
	out := read{header: r.Header.Header}
	if out.subject, err = r.Header.Subject(); err != nil {
		t.Fatal(err)
	}
	for {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part.Body)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(part.Header.Get("Content-Type"), "text/html") {
			out.html = string(body)
		} else {
			out.text = string(body)
		}
	}
}

func TestReadBack(t *testing.T) {
	m := sample()
	got := readBack(t, raw(t, m))
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	if got.text != crlf(m.Text) || got.html != crlf(m.HTML) || got.subject != m.Subject {
		t.Errorf("read back:\n%q\n%q\n%q", got.subject, got.text, got.html)
	}
	for name, want := range map[string]string{
		"Message-Id": "<rdk_v_7f3k@desk.example.org>", "List-Unsubscribe": "<" + m.Leave + ">", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		"List-Id": "<newsletter.desk.example.org>", "Auto-Submitted": "auto-generated", "To": "<" + connie + ">", "Date": "Mon, 23 Nov 2026 07:05:00 +0000",
	} {
		if v := got.header.Get(name); v != want {
			t.Errorf("%s: %q, want %q", name, v, want)
		}
	}
	m.HTML = ""
	if got := readBack(t, raw(t, m)); got.text != crlf(m.Text) || got.html != "" {
		t.Errorf("text alone: %q %q", got.text, got.html)
	}
}

// allowed are the headers that a mail has; nothing else may come in, by no text.
var allowed = []string{"Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Message-Id", "Mime-Version", "Subject", "To"}

func checkForm(t *testing.T, b []byte) {
	t.Helper()
	for l := range bytes.Lines(b) {
		if len(l) > 998 || !bytes.HasSuffix(l, []byte("\r\n")) || bytes.Count(l, []byte("\r")) != 1 {
			t.Errorf("line of %d bytes: %.80q", len(l), l)
		}
	}
	if i := bytes.IndexFunc(b, func(r rune) bool { return r > 126 || r < ' ' && r != '\r' && r != '\n' && r != '\t' }); i >= 0 {
		t.Errorf("not ASCII at %d: %q", i, b[max(0, i-20):i+1])
	}
	names := map[string]int{}
	header := readBack(t, b).header
	for f := header.Fields(); f.Next(); {
		names[f.Key()]++
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if !slices.Contains(allowed, name) || names[name] > 1 {
			t.Errorf("header %s stands there %d times", name, names[name])
		}
	}
}

func TestNoHeaderComesIn(t *testing.T) {
	for _, bad := range []string{"a\r\nBcc: x@example.org", "a\nBcc: x@example.org\n\nbody", "\rX: y", "a\x00b\x85c\u2028d", "\xff\xfe", strings.Repeat("n", 5000), strings.Repeat("자", 400), strings.Repeat("a b", 900), " ", `"quoted" <x@y>, z`} {
		m := sample()
		m.Subject, m.FromName, m.Text, m.HTML = bad, bad, bad, bad
		b := raw(t, m)
		checkForm(t, b)
		if got := readBack(t, b).subject; strings.ContainsAny(got, "\r\n\x00") || len([]rune(got)) > maxSubject {
			t.Errorf("subject %q", got)
		}
	}
}

func TestWhatCannotBeSent(t *testing.T) {
	for name, spoil := range map[string]func(m *Message){
		"no id":              func(m *Message) { m.ID = "" },
		"id with a break":    func(m *Message) { m.ID = "a\r\nBcc: b" },
		"id that ends it":    func(m *Message) { m.ID = "a>b" },
		"no domain":          func(m *Message) { m.Domain = "" },
		"domain of two":      func(m *Message) { m.Domain = "a b" },
		"from":               func(m *Message) { m.From = "a@b\r\nBcc: c@d" },
		"no from":            func(m *Message) { m.From = "" },
		"to two":             func(m *Message) { m.To = "a@example.org, b@example.org" },
		"to with a name":     func(m *Message) { m.To = "A <a@example.org>" },
		"to in Cyrillic":     func(m *Message) { m.To = "имя@example.org" },
		"leave is a mail":    func(m *Message) { m.Leave = "mailto:a@b" },
		"leave ends it":      func(m *Message) { m.Leave = "https://a/>,<b" },
		"leave breaks":       func(m *Message) { m.Leave = "https://a/\r\nBcc:b" },
		"leave without host": func(m *Message) { m.Leave = "/leave/x" },
		"list id":            func(m *Message) { m.ListID = "a>\r\nBcc: b" },
	} {
		m := sample()
		spoil(&m)
		if b, err := m.Bytes(); !fault.Is(err, fault.Invalid) || b != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOneClickWantsHTTPS keeps to RFC 8058, but for this machine.
func TestOneClickWantsHTTPS(t *testing.T) {
	for leave, want := range map[string]bool{"https://a.example/leave/x": true, "http://abc.onion/leave/x": false, "http://127.0.0.1:8080/leave/x": true, "http://localhost:8080/leave/x": true} {
		m := sample()
		m.Leave = leave
		h := readBack(t, raw(t, m)).header
		if h.Get("List-Unsubscribe") != "<"+leave+">" || (h.Get("List-Unsubscribe-Post") != "") != want {
			t.Errorf("%s: %q %q", leave, h.Get("List-Unsubscribe"), h.Get("List-Unsubscribe-Post"))
		}
	}
}

// FuzzBytes: whatever the texts are, a mail has the form of a mail, and both
// bodies arrive.
func FuzzBytes(f *testing.F) {
	f.Add("subject", "name", "text\n", "<p>html</p>", "id")
	f.Add("\r\nBcc: x", "a\x00", ".\r\n.\r\n", "=\r\n", "a.b-c_d")
	f.Add("0", "0", "\r\xa0\n", "a\ré\nb\r\n", "a") // a lone CR took the next line break with it
	f.Fuzz(func(t *testing.T, subject, name, text, html, id string) {
		m := sample()
		m.Subject, m.FromName, m.Text, m.HTML, m.ID = subject, name, text, html, id
		b, err := m.Bytes()
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Fatal(err)
			}
			return
		}
		checkForm(t, b)
		got := readBack(t, b)
		if html == "" && !strings.HasSuffix(one(text), "\n") {
			got.text = strings.TrimSuffix(got.text, "\r\n") // the break that ends the mail
		}
		if one(got.text) != one(text) || one(got.html) != one(html) {
			t.Errorf("text %q became %q, HTML %q became %q", text, got.text, html, got.html)
		}
	})
}

// one writes every line break in one way.
func one(s string) string { return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s) }
