package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
)

const mboxMark = "From wire@example.org Wed Mar 29 10:00:00 2017\n"

// mboxOf makes an mbox file of n invented messages.
func mboxOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sFrom: Invented Wire <wire@example.org>\nDate: Wed, 29 Mar 2017 10:00:00 +0000\nMessage-ID: <%d@example.org>\nSubject: Accord %[2]d\n\n"+
			"Accord number %[2]d was signed in Minsk, the wire says.\n\n", mboxMark, i)
	}
	return b.String()
}

// takeMails imports paths and gives what became of each message, by its subject or
// its file's name.
func takeMails(t *testing.T, d *pipeline.Desk, sum *MailSum, paths ...string) map[string]ImportedMail {
	t.Helper()
	out := map[string]ImportedMail{}
	sum.Report = func(m ImportedMail) error {
		key := m.Subject
		if key == "" {
			key = filepath.Base(m.File)
		}
		out[key] = m
		return nil
	}
	if err := ImportMail(t.Context(), d, paths, sum); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestImportMail takes in single messages, an mbox file and maildirs below a
// folder, twice; what cannot be taken is named and the rest goes on.
func TestImportMail(t *testing.T) {
	r, d := newDesk(t)
	with := func(subject, more string) string {
		return "From: a@example.org\nDate: Wed, 29 Mar 2017 10:00:00 +0000\nSubject: " + subject + "\n" + more
	}
	dir := folderOf(t, map[string]string{
		"one.eml": with("one", "\nWords of one.\n"), "deep/two.eml": with("two", "\nWords of two.\n"), "again.eml": with("one", "\nWords of one.\n"),
		"list.mbox": mboxOf(3), "box/cur/1.x:2,S": with("three", "\nWords of three.\n"), "box/.Archive/new/1.x": with("four", "\nWords of four.\n"),
		"box/tmp/5.x": with("five", "\nNot finished.\n"), "box/dovecot.index": "\x00", "notes.txt": "No mail.", ".hidden": "No mail.",
		"undated.eml": "From: a@example.org\nDate: in spring\nSubject: undated\n\nWords without a day.\n",
		"files.eml":   with("files", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWords.\n--b\nContent-Type: application/pdf; name=r.pdf\n\nx\n--b--\n"),
	})
	var first, second MailSum
	got := takeMails(t, d, &first, dir)
	if first.New != 9 || first.Known != 1 || first.Refused != 1 || first.Look != 2 || first.Messages != 11 {
		t.Errorf("%+v", first)
	}
	for key, want := range map[string]string{
		"notes.txt": "It is no e-mail", "undated": `Its date cannot be read: "in spring".`, "files": "An attachment was not read: r.pdf", "Accord 2": "", "four": "",
	} {
		m, is := got[key]
		if said := strings.Join(append(m.Look, m.Error), " "); !is || want == "" && said != " " && said != "" || !strings.Contains(said, want) {
			t.Errorf("%s: %+v, want %q", key, m, want)
		}
	}
	if m := got["Accord 2"]; m.Message != 3 {
		t.Errorf("%+v", m)
	}
	takeMails(t, d, &second, dir)
	if second.New != 0 || second.Known != 10 {
		t.Errorf("the second time: %+v", second)
	}
	if _, err := d.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	a, err := r.Desk.Article(t.Context(), got["undated"].Article)
	if err != nil || a.Published != "" || a.Sensitivity != desk.Restricted || a.Outlet != "example.org" {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestImportMailIsBrokenOff ends an import in the middle and begins it again.
func TestImportMailIsBrokenOff(t *testing.T) {
	r, d := newDesk(t)
	file := filepath.Join(folderOf(t, map[string]string{"list": mboxOf(200)}), "list")
	broken := errors.New("the terminal is gone")
	n := 0
	err := ImportMail(t.Context(), d, []string{file}, &MailSum{Report: func(ImportedMail) error {
		if n++; n == 70 {
			return broken
		}
		return nil
	}})
	if !errors.Is(err, broken) {
		t.Fatal(err)
	}
	var sum MailSum
	takeMails(t, d, &sum, file)
	counts, err := r.Desk.StageCounts(t.Context())
	if err != nil || sum.New != 72 || sum.Known != 128 || counts[desk.StageUnread] != 200 {
		t.Errorf("%+v, %v, %v", sum, counts, err)
	}
}
