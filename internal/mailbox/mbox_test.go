package mailbox

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"rightsdesk/internal/fault"
)

func all(t *testing.T, r io.Reader) (out []string, failed error) {
	t.Helper()
	for m, err := range ReadMbox(r) {
		if err != nil {
			out, failed = append(out, "error: "+fault.Words(err)), err
			continue
		}
		out = append(out, string(m))
	}
	return out, failed
}

func TestMbox(t *testing.T) {
	const file = "From a@example.org Mon Jan  1 10:00:00 2020\nSubject: one\n\nFrom the desk, 10:00 2020x\n\n>From here\n>>From there\n\n" +
		"From - Tue Jan  2 11:00:00 2020 +0100\nSubject: two\n\nlast\n\nFrom us all.\n"
	want := []string{"Subject: one\n\nFrom the desk, 10:00 2020x\n\nFrom here\n>From there\n", "Subject: two\n\nlast\n\nFrom us all.\n"}
	for name, in := range map[string]string{"as it is": file, "with the line ends of the wire": strings.ReplaceAll(file, "\n", "\r\n")} {
		for how, r := range map[string]io.Reader{"whole": strings.NewReader(in), "byte by byte": iotest.OneByteReader(strings.NewReader(in))} {
			got, err := all(t, r)
			if joined := strings.ReplaceAll(strings.Join(got, "|"), "\r\n", "\n"); err != nil || joined != strings.Join(want, "|") {
				t.Errorf("%s, %s: %q, %v", name, how, got, err)
			}
		}
	}
}

// TestMboxLarge passes over a message that is too large, and holds no more of it.
func TestMboxLarge(t *testing.T) {
	long := strings.Repeat("x", 200<<10) + "From y 10:00 2020"
	if got, err := all(t, strings.NewReader("From a Mon Jan  1 10:00:00 2020\n\n"+long+"\n")); err != nil || len(got) != 1 || got[0] != "\n"+long+"\n" {
		t.Errorf("a long line: %d messages, %v", len(got), err)
	}
	const line = "words and words and words\n"
	big := strings.Repeat(line, MaxMessage/len(line)+2)
	got, err := all(t, strings.NewReader("From a Mon Jan  1 10:00:00 2020\n"+big+"\nFrom b Mon Jan  1 10:00:00 2020\nsmall\n\n"))
	if len(got) != 2 || !fault.Is(err, fault.Invalid) || got[1] != "small\n" {
		t.Errorf("%d messages, %v", len(got), err)
	}
	broken := errors.New("the disk is gone")
	got, err = all(t, io.MultiReader(strings.NewReader("From a Mon Jan  1 10:00:00 2020\nbegin\n"), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || len(got) != 2 || got[0] != "begin\n" {
		t.Errorf("%q, %v", got, err)
	}
}

var toQuote = regexp.MustCompile(`(?m)^>*From `)

// FuzzMbox: what is written as mboxrd is read again, message by message.
func FuzzMbox(f *testing.F) {
	f.Add([]byte("Subject: x\n\nFrom me\n"), []byte(">From 10:00 2020\n"))
	f.Add([]byte("\r\nFrom a 10:00 2020\r\n"), []byte("\n\n"))
	f.Fuzz(func(t *testing.T, one, two []byte) {
		var file bytes.Buffer
		var want []string
		for _, m := range [][]byte{one, two} {
			m = append(bytes.TrimRight(m, "\r\n"), '\n')
			want = append(want, string(m))
			file.WriteString("From a@example.org Mon Jan  1 10:00:00 2020\n")
			file.Write(toQuote.ReplaceAll(m, []byte(">$0")))
			file.WriteString("\n")
		}
		got, err := all(t, &file)
		if err != nil || strings.Join(got, "\x00|") != strings.Join(want, "\x00|") {
			t.Errorf("wrote %q, read %q, %v", want, got, err)
		}
	})
}
