package testweb

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/mail"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func startRelay(t testing.TB, rules Rules, now func() time.Time) *Relay {
	t.Helper()
	r, err := NewRelay("127.0.0.1:0", rules, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

func still() time.Time { return noon }

func connect(t testing.TB, r *Relay) *mail.Conn {
	t.Helper()
	c, err := mail.Dial(t.Context(), mail.Options{Address: r.Address(), TLS: "none"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func message(id, to string) mail.Message {
	return mail.Message{ID: id, Domain: "desk.example", From: "news@desk.example", FromName: "Büro", To: to, Subject: "Nachrichten – 소식",
		Text: "Read http://127.0.0.1:8080/a/1 <today>\n", HTML: `<p>Read <a href="http://127.0.0.1:8080/a/1">this</a></p>`,
		Leave: "http://127.0.0.1:8080/leave/x", Date: noon, Auto: true}
}

func send(t testing.TB, c *mail.Conn, m mail.Message) error {
	t.Helper()
	b, err := m.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return c.Send(t.Context(), m.From, m.To, b)
}

func TestRelayKeepsWhatItTakes(t *testing.T) {
	r := startRelay(t, Rules{}, still)
	c := connect(t, r)
	m := message("one", "a@example.org")
	for range 2 {
		if err := send(t, c, m); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Wait(t.Context(), func(list []Mail) bool { return len(list) == 2 }); err != nil {
		t.Fatal(err)
	}
	list := r.Mails()
	got := list[0]
	if got.From != m.From || got.To != m.To || got.MessageID != "one@desk.example" || got.Subject != m.Subject || got.Text != m.Text || got.HTML != m.HTML || got.Problem != "" {
		t.Errorf("%+v", got)
	}
	if from := got.Headers.Get("From"); from != "Büro <news@desk.example>" {
		t.Errorf("from %q", from)
	}
	if got.Headers.Get("List-Unsubscribe") != "<"+m.Leave+">" || !got.At.Equal(noon) || string(got.Raw) != string(list[1].Raw) {
		t.Errorf("headers %v at %v, or two copies differ", got.Headers, got.At)
	}
}

func code(t *testing.T, err error) (int, bool) {
	t.Helper()
	var f *mail.Failure
	if !errors.As(err, &f) {
		t.Fatalf("no failure: %v", err)
	}
	return f.Code, f.Temporary
}

func TestRefuseAndPutOff(t *testing.T) {
	r := startRelay(t, Rules{Refuse: []string{"gone@example.org"}, PutOff: 2}, still)
	c := connect(t, r)
	for range 3 {
		if n, temporary := code(t, send(t, c, message("g", "gone@example.org"))); n != 550 || temporary {
			t.Fatalf("%d, temporary %v", n, temporary)
		}
	}
	for range 2 {
		if n, temporary := code(t, send(t, c, message("p", "later@example.org"))); n != 451 || !temporary {
			t.Fatalf("%d, temporary %v", n, temporary)
		}
	}
	if err := send(t, c, message("p", "later@example.org")); err != nil {
		t.Fatalf("the third time: %v", err)
	}
	r.SetRules(Rules{})
	if err := send(t, c, message("g", "gone@example.org")); err != nil {
		t.Fatal(err)
	}
	if n := len(r.Mails()); n != 2 {
		t.Errorf("%d mails", n)
	}
}

func TestCut(t *testing.T) {
	r := startRelay(t, Rules{CutUnanswered: 1, CutAnswered: 1}, still)
	var f *mail.Failure
	if err := send(t, connect(t, r), message("one", "a@example.org")); !errors.As(err, &f) || !f.OnWire || !f.Temporary {
		t.Fatalf("cut before the answer: %v", err)
	}
	c := connect(t, r)
	if err := send(t, c, message("one", "a@example.org")); err != nil {
		t.Fatalf("cut after the answer: %v", err)
	}
	if err := send(t, c, message("two", "b@example.org")); !errors.As(err, &f) || f.OnWire || !f.Temporary {
		t.Fatalf("over a cut connection: %v", err)
	}
	if err := send(t, connect(t, r), message("two", "b@example.org")); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range r.Mails() {
		ids = append(ids, m.MessageID)
	}
	if got := strings.Join(ids, " "); got != "one@desk.example one@desk.example two@desk.example" {
		t.Errorf("arrived: %s", got)
	}
}

func TestTooFast(t *testing.T) {
	now := noon
	var mu sync.Mutex
	r := startRelay(t, Rules{PerSecond: 2}, func() time.Time { mu.Lock(); defer mu.Unlock(); return now })
	c := connect(t, r)
	for i := range 3 {
		err := send(t, c, message(fmt.Sprint("m", i), "a@example.org"))
		if (err != nil) != (i == 2) {
			t.Fatalf("mail %d: %v", i, err)
		}
	}
	mu.Lock()
	now = now.Add(time.Second)
	mu.Unlock()
	if err := send(t, c, message("m2", "a@example.org")); err != nil {
		t.Fatalf("a second later: %v", err)
	}
}

// TestSlowRelayStops: a relay that takes an hour for an answer can be closed
// whatever it is doing, and the sender hears of it.
func TestSlowRelayStops(t *testing.T) {
	r, err := NewRelay("127.0.0.1:0", Rules{Slow: time.Hour}, still)
	if err != nil {
		t.Fatal(err)
	}
	c := connect(t, r)
	answer := make(chan error)
	go func() { answer <- send(t, c, message("one", "a@example.org")) }()
	if err := r.Wait(t.Context(), func([]Mail) bool { return true }); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-answer; err == nil && len(r.Mails()) != 1 {
		t.Error("the sender was told that a mail was taken that is not there")
	}
}

func TestWaitEnds(t *testing.T) {
	r := startRelay(t, Rules{}, still)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := r.Wait(ctx, func([]Mail) bool { return false }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestRelayForgetsTheOldest(t *testing.T) {
	r := &Relay{}
	for i := range keepMails + 5 {
		r.keep(Mail{Number: i + 1, Raw: []byte("x")})
	}
	if list := r.Mails(); len(list) != keepMails || list[0].Number != 6 || r.bytes != keepMails {
		t.Errorf("%d mails from %d, %d bytes", len(list), list[0].Number, r.bytes)
	}
	r.keep(Mail{Number: 1, Raw: make([]byte, keepBytes)})
	if list := r.Mails(); len(list) != 1 {
		t.Errorf("%d mails", len(list))
	}
}

func TestMailsThatAreNone(t *testing.T) {
	for raw, problem := range map[string]bool{
		"":                   false,
		"no header at all":   true,
		"Subject: x\r\n\r\n": false,
		"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nhalf": true,
		"Content-Type: text/plain; charset=klingon\r\n\r\nx":           true,
		"Message-Id: none\r\n\r\n":                                     true,
	} {
		m := readMail(1, "a@b", "c@d", []byte(raw), noon)
		if string(m.Raw) != raw || m.Headers == nil || (m.Problem != "") != problem {
			t.Errorf("%q: problem %q, %+v", raw, m.Problem, m)
		}
	}
}
