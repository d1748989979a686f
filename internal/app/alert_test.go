package app

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rightsdesk/internal/config"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/testweb"
)

// TestEditorsAreToldByMail has two sources fail and one of them come back: one
// mail for each trouble, one for many at once, none twice, also where the relay
// puts off the first.
func TestEditorsAreToldByMail(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	relay, err := testweb.NewRelay("127.0.0.1:0", testweb.Rules{}, clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := relay.Close(); err != nil {
			t.Error(err)
		}
	})
	e := testEnv(t, "")
	e.Now = clock
	if e.Config, err = config.Read(os.DevNull, nil, []string{
		"data=" + e.Config.Data, "mail.relay=" + relay.Address(), "mail.tls=none", "mail.from=desk@example.org", "office.alerts=editors@example.org",
		"office.url=https://office.example.org", "fetch.spacing=0s", "fetch.loopback=true",
	}); err != nil {
		t.Fatal(err)
	}
	var status [2]atomic.Int32
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if code := status[r.URL.Path[1]-'0'].Load(); code != 0 {
			w.WriteHeader(int(code))
			return
		}
		w.Write([]byte("<rss><channel><item><guid>1</guid><link>/page</link></item></channel></rss>"))
	}))
	t.Cleanup(web.Close)
	rooms := openRooms(t, e)
	if err := putSettings(t.Context(), e, rooms); err != nil {
		t.Fatal(err)
	}
	d := NewPipeline(e, rooms)
	d.Fetch = fetch.New(fetch.Options{UserAgent: "rightsdesk test", AllowLoopback: true, Now: clock})
	for i, name := range []string{"Invented Courier", "Made-up Herald"} {
		id := desk.NewID(e.Random, "rdk", desk.KindSource)
		src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: web.URL + "/" + string(rune('0'+i)), Outlet: name, Licence: desk.LicenceExcerpt, NextTry: now, CreatedAt: now}
		if err := rooms.Desk.AddSource(t.Context(), src, desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: now}); err != nil {
			t.Fatal(err)
		}
	}
	m := d.Mailer()
	// round polls both sources, tells of their trouble and sends what is due.
	round := func() []testweb.Mail {
		t.Helper()
		for _, do := range []func() (bool, error){
			func() (bool, error) { return d.Poll(t.Context()) }, func() (bool, error) { return d.Poll(t.Context()) },
			func() (bool, error) { return d.Alert(t.Context()) }, func() (bool, error) { return m.Send(t.Context()) },
		} {
			if _, err := do(); err != nil {
				t.Fatal(err)
			}
		}
		now = now.Add(25 * time.Hour)
		return relay.Mails()
	}
	if mails := round(); len(mails) != 0 {
		t.Fatalf("all is well: %+v", mails)
	}
	status[0].Store(403)
	status[1].Store(404)
	if mails := round(); len(mails) != 0 {
		t.Fatalf("one poll in trouble: %+v", mails)
	}
	relay.SetRules(testweb.Rules{PutOff: 1})
	if mails := round(); len(mails) != 0 {
		t.Fatalf("the relay put it off: %+v", mails)
	}
	relay.SetRules(testweb.Rules{})
	mails := round()
	if len(mails) != 1 || mails[0].To != "editors@example.org" || mails[0].Subject != "2 sources need a look" {
		t.Fatalf("%+v", mails)
	}
	for _, words := range []string{"Invented Courier refuses us.", "refuses to show this to us (403)", "Made-up Herald cannot be read.", "https://office.example.org/sources/rdk_s_"} {
		if !strings.Contains(mails[0].Text, words) {
			t.Errorf("%q is missing in %s", words, mails[0].Text)
		}
	}
	if mails = round(); len(mails) != 1 {
		t.Fatalf("told again: %+v", mails[1:])
	}
	status[0].Store(0)
	round()
	status[0].Store(410)
	if mails = round(); len(mails) != 2 || mails[1].Subject != "Invented Courier has ended and is not asked any more" {
		t.Fatalf("%+v", mails)
	}
	// Trouble that is over before its letter is sent is no news.
	status[1].Store(0)
	round()
	status[1].Store(500)
	round()
	relay.SetRules(testweb.Rules{PutOff: 2})
	round()
	status[1].Store(0)
	relay.SetRules(testweb.Rules{})
	round()
	if mails = round(); len(mails) != 2 {
		t.Errorf("told of what is over: %+v", mails[2:])
	}
}
