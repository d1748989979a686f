package extract

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestMails reads the invented messages of testdata/mails, with the line ends
// of files and those of the wire. The keys of their wants are those of the
// pages, and "notes".
func TestMails(t *testing.T) {
	paths, err := filepath.Glob("testdata/mails/*.txtar")
	if err != nil || len(paths) < 5 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			message := string(a.Files[0].Data)
			for _, data := range []string{message, strings.ReplaceAll(message, "\n", "\r\n")} {
				doc, notes, err := Mail([]byte(data), Options{}, now)
				if err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(string(a.Files[1].Data)) {
					key, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
					if key != "notes" {
						checkPage(t, doc, key, want)
					} else if got := strings.Join(notes, " "); got != want {
						t.Errorf("notes: %q, want %q", got, want)
					}
				}
				harmless(t, doc.HTML)
				validUTF8(t, doc)
			}
		})
	}
}

// TestJapaneseMail reads letters that look like ASCII.
func TestJapaneseMail(t *testing.T) {
	doc, _, err := Mail([]byte("From: a@example.org\nDate: 1 Jan 2020 10:00 GMT\nSubject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=\n"+
		"Content-Type: text/plain; charset=ISO-2022-JP\n\n\x1b$BF|K\\\x1b(B\n"), Options{}, now)
	if err != nil || doc.Title != "日本" || doc.Text != "日本" {
		t.Errorf("%q, %q, %v", doc.Title, doc.Text, err)
	}
}
