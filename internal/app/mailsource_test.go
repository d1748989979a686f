package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/store/storetest"
)

// aLetter is an invented mail.
func aLetter(n int) string {
	return fmt.Sprintf("From: Invented Wire <wire@example.org>\nDate: Wed, %02d Mar 2017 10:00:00 +0000\nSubject: Letter %[1]d\n\nLetter number %[1]d tells of an invented accord in Minsk.\n", n)
}

// watched is a desk with one source, a folder of mail, and a clock.
type watched struct {
	t   *testing.T
	dir string
	now time.Time
	r   *Rooms
	d   *pipeline.Desk
	id  string
}

func watch(t *testing.T, url string) *watched {
	t.Helper()
	w := &watched{t: t, dir: folderOf(t, map[string]string{"cur/.keep": "", "new/.keep": ""}), now: time.Date(2017, 4, 1, 12, 0, 0, 0, time.UTC)}
	e := testEnv(t, url)
	e.Now = func() time.Time { return w.now }
	e.Config.Mail.Inboxes = []string{w.dir}
	var err error
	if w.r, err = OpenRooms(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.r.Close(); err != nil {
			t.Error(err)
		}
	})
	w.d = NewPipeline(e, w.r)
	w.id = w.add(e, w.dir)
	return w
}

func (w *watched) add(e Env, dir string) string {
	w.t.Helper()
	s := desk.Source{ID: desk.NewID(e.Random, "rdk", desk.KindSource), Kind: desk.SourceMail, Address: dir, Outlet: "The Wire", Licence: desk.LicenceExcerpt, NextTry: w.now, CreatedAt: w.now}
	if err := w.r.Desk.AddSource(w.t.Context(), s, e.decision(desk.VerbAdd, s.ID)); err != nil {
		w.t.Fatal(err)
	}
	return s.ID
}

func (w *watched) put(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.dir, "new", name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// ask asks all sources once more, some time later, takes in all that they
// announce, and gives the source as it is then.
func (w *watched) ask(later time.Duration) desk.Source {
	w.t.Helper()
	w.now = w.now.Add(later)
	for _, step := range []func() (bool, error){
		func() (bool, error) { return w.d.Poll(w.t.Context()) }, func() (bool, error) { return w.d.Collect(w.t.Context()) }, func() (bool, error) { return w.d.Read(w.t.Context()) },
	} {
		for more := true; more; {
			var err error
			if more, err = step(); err != nil {
				w.t.Fatal(err)
			}
		}
	}
	s, err := w.r.Desk.Source(w.t.Context(), w.id)
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

func (w *watched) waiting() []desk.QueueItem {
	w.t.Helper()
	list, err := w.r.Desk.Queue(w.t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 100})
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}

// TestMailSource watches a folder of mail: each message becomes one article,
// also when a mail program moves it; what is wrong with the folder is said in
// words, and so is its silence.
func TestMailSource(t *testing.T) {
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			url := ""
			if engine == "postgres" {
				url = storetest.Database(t)
			}
			mailSource(t, watch(t, url))
		})
	}
}

func mailSource(t *testing.T, w *watched) {
	if s := w.ask(0); s.Health != desk.HealthEmpty || !strings.Contains(s.LastError, "no message in it") {
		t.Errorf("an empty folder: %s, %s", s.Health, s.LastError)
	}
	w.put("1.host", aLetter(1))
	w.put("2.host", aLetter(2))
	w.put("3.host", "no mail at all")
	if s := w.ask(24 * time.Hour); s.Health != desk.HealthGood || !s.NextTry.After(w.now) {
		t.Errorf("%+v", s)
	}
	if err := os.Rename(filepath.Join(w.dir, "new/1.host"), filepath.Join(w.dir, "cur/1.host:2,S")); err != nil {
		t.Fatal(err)
	}
	w.put("4.host", aLetter(4))
	if s := w.ask(24 * time.Hour); s.Health != desk.HealthGood {
		t.Errorf("%+v", s)
	}
	list := w.waiting()
	if len(list) != 3 {
		t.Fatalf("%d articles of three messages", len(list))
	}
	a, err := w.r.Desk.Article(t.Context(), list[0].ID)
	if err != nil || a.Title != "Letter 4" || a.Outlet != "The Wire" || a.Published != "2017-03-04" || a.Sensitivity != desk.Restricted || a.Address != "" {
		t.Errorf("%+v, %v", a, err)
	}
	c, err := w.r.Desk.Capture(t.Context(), a.CaptureID)
	if err != nil || c.How != desk.HowHandedIn || c.FileName != "4.host" || c.SourceID != w.id {
		t.Errorf("%+v, %v", c, err)
	}
	if content, err := w.d.Evidence.Content(c); err != nil || string(content) != aLetter(4) {
		t.Errorf("the evidence is %q, %v", content, err)
	}
	entries, err := w.r.Desk.SourceEntries(t.Context(), w.id, 10)
	if err != nil || len(entries) != 4 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		if failed := e.State == desk.EntryFailed; failed != (e.Identity == "3.host") || failed && !strings.Contains(e.LastError, "It is no e-mail") {
			t.Errorf("%+v", e)
		}
	}
	if s := w.ask(60 * 24 * time.Hour); s.Health != desk.HealthFrozen || !strings.Contains(s.LastError, "Nothing new has come") {
		t.Errorf("a silent folder: %+v", s)
	}
	if err := os.Rename(w.dir, w.dir+"-moved"); err != nil {
		t.Fatal(err)
	}
	if s := w.ask(48 * time.Hour); s.Health != desk.HealthBlocked || !strings.Contains(s.LastError, "is not there") {
		t.Errorf("a folder that is gone: %+v", s)
	}
	if s := w.ask(48 * time.Hour); !s.Alarming() {
		t.Errorf("nobody is told: %+v", s)
	}
}

// TestOnlyListedFolders: no address that is typed in the office makes the
// server read a folder that was not listed.
func TestOnlyListedFolders(t *testing.T) {
	w := watch(t, "")
	other := folderOf(t, map[string]string{"new/1.host": aLetter(1)})
	if err := os.Symlink(other, filepath.Join(w.dir, "link")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{other, w.dir + "/../" + filepath.Base(other), w.dir + "/link", "relative", ""} {
		if l, err := w.d.Look(t.Context(), desk.Source{Kind: desk.SourceMail, Address: path}); err == nil || len(l.Entries) > 0 {
			t.Errorf("%s gives %+v", path, l)
		}
	}
	w.d.Inboxes = nil // the operator has taken it off the list
	w.put("1.host", aLetter(1))
	if s := w.ask(0); s.Health != desk.HealthBlocked || !strings.Contains(s.LastError, "mail.inboxes") || len(w.waiting()) > 0 {
		t.Errorf("%+v", s)
	}
	w.d.Inboxes = []string{w.dir}
	for _, address := range []string{w.dir, " " + w.dir + "/"} {
		l, err := w.d.Look(t.Context(), desk.Source{Address: address})
		if err != nil || l.Source.Kind != desk.SourceMail || l.Source.Address != w.dir || len(l.Entries) != 1 || l.Entries[0].Title != "Letter 1" || l.Entries[0].Published != "2017-03-01" {
			t.Errorf("%+v, %v", l, err)
		}
	}
	if _, err := os.Stat(filepath.Join(w.dir, "new/1.host")); err != nil {
		t.Errorf("the folder was changed: %v", err)
	}
}
