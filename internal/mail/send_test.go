package mail

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"rightsdesk/internal/fault"
)

const (
	desk   = "desk@example.org"
	connie = "connie.kim@example.org"
)

var letter = []byte("Subject: x\r\n\r\n.a line with a dot\r\nend\r\n")

func tell(err error) string {
	var f *Failure
	switch {
	case err == nil:
		return "nil"
	case !errors.As(err, &f):
		return "no failure: " + err.Error()
	case !f.Temporary && f.OnWire:
		return "on the wire and permanent cannot be"
	}
	words := "permanent"
	if f.Temporary {
		words = "temporary"
	}
	if f.OnWire {
		words += " onwire"
	}
	return fmt.Sprintf("%s %d %s", words, f.Code, f.Reason())
}

func TestRelays(t *testing.T) {
	a, err := txtar.ParseFile("testdata/relays.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(a.Files); i += 2 {
		name := strings.TrimSuffix(a.Files[i].Name, "/relay")
		if a.Files[i+1].Name != name+"/want" {
			t.Fatalf("%s: relay and want must stand in pairs", name)
		}
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { relayCase(t, string(a.Files[i].Data), string(a.Files[i+1].Data)) })
		})
	}
}

func relayCase(t *testing.T, relay, want string) {
	s := newScript(relay)
	c, err := Dial(t.Context(), s.options())
	if err != nil {
		t.Fatal(err)
	}
	got := tell(c.Send(t.Context(), desk, connie, letter)) + "\n"
	taken := s.calm()
	if again := c.Send(t.Context(), desk, "other@example.org", letter); again == nil && s.count() == taken+1 {
		got += "alive\n"
	} else {
		got += "lost\n"
	}
	if got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
	if err := c.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	<-s.done
	if strings.Contains(got, "kim") || strings.Contains(got, "example.org") {
		t.Error("the reader's address is in the reason")
	}
}

func TestDataArriveAsTheyWere(t *testing.T) {
	s := newScript("")
	c, err := Dial(t.Context(), s.options())
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Send(t.Context(), desk, "leser@bücher.example", letter); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	<-s.done
	if len(s.mails) != 1 || s.mails[0] != string(letter) {
		t.Errorf("arrived: %q", s.mails)
	}
	want := []string{"EHLO localhost", "MAIL FROM:<desk@example.org>", "RCPT TO:<leser@xn--bcher-kva.example>", "DATA", "QUIT"}
	if strings.Join(s.heard, "\n") != strings.Join(want, "\n") {
		t.Errorf("heard: %q", s.heard)
	}
	if err := c.Send(t.Context(), desk, connie, letter); tell(err) != "temporary 0 the connection to the relay is lost" {
		t.Errorf("after Close: %v", err)
	}
}

func TestAddressesCannotCommand(t *testing.T) {
	c := &Conn{}
	for _, to := range []string{"", "a", "a@b\r\nDATA", "a>b@example.org", "a b@example.org", `"a b"@example.org`, "имя@example.org", "Name <a@example.org>", "a@" + strings.Repeat("b", 260)} {
		if err := c.Send(t.Context(), desk, to, letter); !fault.Is(err, fault.Invalid) {
			t.Errorf("to %q: %v", to, err)
		}
		if err := c.Send(t.Context(), to, connie, letter); !fault.Is(err, fault.Invalid) {
			t.Errorf("from %q: %v", to, err)
		}
	}
}

// TestStop stops the sender at every point where it may wait.
func TestStop(t *testing.T) {
	const want = "temporary 0 handing the mail over: sending was stopped"
	for _, relay := range []string{"MAIL: silence", "RCPT: silence", "DATA: silence", "EHLO: 250 x\nRCPT: silence"} {
		synctest.Test(t, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			s := newScript(relay)
			conn, err := Dial(ctx, s.options())
			if err != nil {
				t.Fatal(err)
			}
			time.AfterFunc(time.Second, stop)
			begin := time.Now()
			if got := tell(conn.Send(ctx, desk, connie, letter)); got != want {
				t.Errorf("%s: %s", relay, got)
			}
			if time.Since(begin) != time.Second {
				t.Errorf("%s: stopped after %v", relay, time.Since(begin))
			}
			if err := conn.Close(); err != nil {
				t.Error(err)
			}
			<-s.done
		})
	}
}

// TestStopAfterDataBegan lets the mail that is on the wire arrive, and says so;
// the next one does not begin.
func TestStopAfterDataBegan(t *testing.T) { synctest.Test(t, stopAfterDataBegan) }

func stopAfterDataBegan(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	s := newScript("")
	s.onData = func() { synctest.Wait(); stop() } // the sender waits for the first bytes to be read
	c, err := Dial(ctx, s.options())
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Send(ctx, desk, connie, letter); err != nil {
		t.Fatal(err)
	}
	if s.count() != 1 || ctx.Err() == nil {
		t.Fatalf("%d mails arrived; the stop: %v", s.count(), ctx.Err())
	}
	if got := tell(c.Send(ctx, desk, connie, letter)); got != "temporary 0 sending was stopped" {
		t.Errorf("next mail: %s", got)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	<-s.done
}
