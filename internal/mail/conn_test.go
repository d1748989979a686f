package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"rightsdesk/internal/fault"
)

func TestDialRefusals(t *testing.T) {
	for _, c := range []struct{ name, relay, tls, user, want string }{
		{"no greeting", "greeting: silence", "none", "", "the relay did not answer in time"},
		{"greeted with a refusal", "greeting: 554 not today", "none", "", "not today"},
		{"cut", "greeting: close", "none", "", "the relay closed the connection"},
		{"EHLO cut", "EHLO: close", "none", "", "the relay closed the connection"},
		{"no STARTTLS", "", "starttls", "", "it does not offer STARTTLS"},
		{"STARTTLS refused", "EHLO: 250-x|250 STARTTLS\nSTARTTLS: 454 4.7.0 not now", "starttls", "", "4.7.0 not now"},
		{"no login", "", "none", "desk", "it does not offer to log in with a password (AUTH PLAIN)"},
		{"only another login", "EHLO: 250-x|250 AUTH CRAM-MD5", "none", "desk", "it does not offer to log in with a password (AUTH PLAIN)"},
		{"wrong password", "EHLO: 250-x|250 AUTH LOGIN PLAIN\nAUTH: 535 5.7.8 bad", "none", "desk", "5.7.8 bad"},
		{"asks on", "EHLO: 250-x|250 AUTH PLAIN\nAUTH: 334 bW9yZQ==\n*: 501 ok", "none", "desk", "log in: the relay asked for more than name and password"},
		{"unknown way", "", "ssl", "", `mail.tls is "ssl", which is not known`},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				o := newScript(c.relay).options()
				o.TLS, o.Username, o.Password = c.tls, c.user, "secret"
				conn, err := Dial(t.Context(), o)
				if conn != nil {
					t.Error("a connection beside the error")
				}
				checkDial(t, err, c.want)
				if strings.Contains(err.Error(), "secret") {
					t.Error("the password is in the error")
				}
			})
		})
	}
}

// checkDial wants an error that says what to do and costs no reader anything.
func checkDial(t *testing.T, err error, want string) {
	t.Helper()
	var f *Failure
	if !errors.As(err, &f) || !f.Temporary || f.OnWire || f.Text != want {
		t.Errorf("%v, want %q", err, want)
	}
	if !fault.Is(err, fault.Unavailable) || !strings.Contains(fault.Words(err), "mail.relay") {
		t.Errorf("words: %s", fault.Words(err))
	}
}

func TestOnlyThisMachineWithoutEncryption(t *testing.T) {
	o := newScript("").options()
	o.Address = "relay.example.org:25"
	_, err := Dial(t.Context(), o)
	checkDial(t, err, "without encryption only a relay on this machine is spoken to")
	o.Address = "nonsense"
	_, err = Dial(t.Context(), o)
	checkDial(t, err, "address nonsense: missing port in address")
	o.Address, o.dial = "localhost:25", func(context.Context, string, string) (net.Conn, error) { return nil, errors.New("no way") }
	_, err = Dial(t.Context(), o)
	checkDial(t, err, "no way")
}

func TestDialStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, stop)
		_, err := Dial(ctx, newScript("greeting: silence").options())
		checkDial(t, err, "sending was stopped")
		if !errors.Is(err, context.Canceled) {
			t.Error("the cause is lost")
		}
	})
}

// TestStartTLS logs in after the encryption only, and asks again what the
// relay can, as RFC 3207 wants.
func TestStartTLS(t *testing.T) { synctest.Test(t, startTLS) }

func startTLS(t *testing.T) {
	cert, pool := certificate(t, "localhost")
	s := newScript("EHLO: 250-x|250 STARTTLS\nEHLO: 250-x|250-PIPELINING|250 AUTH PLAIN")
	s.cert = cert
	o := s.options()
	o.TLS, o.roots, o.Username, o.Password, o.LocalName = "starttls", pool, "desk", "secret", "desk.example.org"
	c, err := Dial(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Send(t.Context(), desk, connie, letter); err != nil {
		t.Error(err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	<-s.done
	want := []string{"EHLO desk.example.org", "STARTTLS", "EHLO desk.example.org", "AUTH PLAIN AGRlc2sAc2VjcmV0", "MAIL FROM:<desk@example.org>", "RCPT TO:<connie.kim@example.org>", "DATA", "QUIT"}
	if !slices.Equal(s.heard, want) {
		t.Errorf("heard %q", s.heard)
	}
}

func TestStrangersCertificate(t *testing.T) { synctest.Test(t, strangersCertificate) }

func strangersCertificate(t *testing.T) {
	cert, pool := certificate(t, "elsewhere.example")
	s := newScript("EHLO: 250-x|250 STARTTLS")
	s.cert = cert
	o := s.options()
	o.TLS, o.roots = "starttls", pool
	_, err := Dial(t.Context(), o)
	var f *Failure
	if !errors.As(err, &f) || !f.Temporary || !strings.Contains(f.Text, "elsewhere.example") {
		t.Fatalf("dial: %v", err)
	}
	<-s.done
	if slices.ContainsFunc(s.heard, func(l string) bool { return strings.HasPrefix(l, "MAIL") }) {
		t.Errorf("went on: %q", s.heard)
	}
}

func TestEncryptedFromTheFirstByte(t *testing.T) { synctest.Test(t, encryptedFromTheFirstByte) }

func encryptedFromTheFirstByte(t *testing.T) {
	cert, pool := certificate(t, "localhost")
	s := newScript("")
	o := s.options()
	o.TLS, o.roots = "tls", pool
	o.dial = func(ctx context.Context, network, address string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go s.serve(tls.Server(theirs, &tls.Config{Certificates: []tls.Certificate{cert}}))
		return ours, nil
	}
	c, err := Dial(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Send(t.Context(), desk, connie, letter); err != nil || s.count() != 1 {
		t.Errorf("%v, %d mails", err, s.count())
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	<-s.done
	o.dial = newScript("").options().dial
	if _, err := Dial(t.Context(), o); err == nil {
		t.Error("a relay that does not encrypt was accepted")
	}
}
