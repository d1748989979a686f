package mail

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"io"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// script is a relay that answers by rote. A line "VERB: reply" is the answer to
// a command; several lines of one verb answer one after the other, the last
// for ever. "|" parts the lines of a reply. The replies "close" and "silence"
// cut the connection and answer nothing; "." is the answer to a whole mail.
type script struct {
	mu      sync.Mutex // guards replies, and heard and mails until done
	replies map[string][]string
	cert    tls.Certificate
	heard   []string // commands in their order
	mails   []string
	onData  func() // called when the mail itself begins
	done    chan struct{}
}

func newScript(text string) *script {
	s := &script{replies: map[string][]string{
		"greeting": {"220 relay.example ESMTP"}, "EHLO": {"250-relay.example|250 PIPELINING"}, "MAIL": {"250 ok"}, "RCPT": {"250 ok"},
		"DATA": {"354 go on"}, ".": {"250 taken"}, "RSET": {"250 ok"}, "QUIT": {"221 bye"}, "AUTH": {"235 welcome"}, "STARTTLS": {"220 go on"},
	}, done: make(chan struct{}), onData: func() {}}
	given := map[string][]string{}
	for l := range strings.Lines(text) {
		if verb, reply, ok := strings.Cut(strings.TrimSpace(l), ": "); ok {
			given[verb] = append(given[verb], reply)
		}
	}
	for verb, list := range given {
		s.replies[verb] = list
	}
	return s
}

func (s *script) next(verb string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.replies[verb]
	if len(list) == 0 {
		return "500 what?"
	}
	if len(list) > 1 {
		s.replies[verb] = list[1:]
	}
	return list[0]
}

// calm makes the relay take every mail from now on, and gives how many it has.
func (s *script) calm() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, verb := range []string{"MAIL", "RCPT", "."} {
		s.replies[verb] = []string{"250 ok"}
	}
	s.replies["DATA"] = []string{"354 go on"}
	return len(s.mails)
}

// count gives how many mails the relay has.
func (s *script) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.mails)
}

// answer writes the reply to verb and reports whether the talk goes on.
func (s *script) answer(c net.Conn, verb string) (reply string, on bool) {
	reply = s.next(verb)
	switch reply {
	case "close":
		return reply, false
	case "silence":
		io.Copy(io.Discard, c) // until the other side has had enough
		return reply, false
	}
	_, err := io.WriteString(c, strings.ReplaceAll(reply, "|", "\r\n")+"\r\n")
	return reply, err == nil
}

func (s *script) serve(c net.Conn) {
	defer close(s.done)
	defer func() { c.Close() }()
	if _, on := s.answer(c, "greeting"); !on {
		return
	}
	r := bufio.NewReader(c)
	for {
		l, err := r.ReadString('\n')
		if err != nil {
			return
		}
		s.mu.Lock()
		s.heard = append(s.heard, strings.TrimSpace(l))
		s.mu.Unlock()
		verb := strings.ToUpper(strings.FieldsFunc(l, func(r rune) bool { return r == ' ' || r == '\r' })[0])
		reply, on := s.answer(c, verb)
		if !on {
			return
		}
		switch {
		case verb == "DATA" && strings.HasPrefix(reply, "354"):
			s.onData()
			if !s.readMail(c, r) {
				return
			}
		case verb == "STARTTLS" && strings.HasPrefix(reply, "220"):
			c = tls.Server(c, &tls.Config{Certificates: []tls.Certificate{s.cert}})
			r = bufio.NewReader(c)
		case verb == "QUIT":
			return
		}
	}
}

func (s *script) readMail(c net.Conn, r *bufio.Reader) (on bool) {
	var mail strings.Builder
	for {
		l, err := r.ReadString('\n')
		if err != nil {
			return false
		}
		if l == ".\r\n" {
			break
		}
		mail.WriteString(strings.TrimPrefix(l, "."))
	}
	s.mu.Lock()
	s.mails = append(s.mails, mail.String())
	s.mu.Unlock()
	_, on = s.answer(c, ".")
	return on
}

// options give the way to the scripted relay, over a pipe.
func (s *script) options() Options {
	return Options{Address: "localhost:25", TLS: "none", Timeout: 10 * time.Second,
		dial: func(context.Context, string, string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			go s.serve(theirs)
			return ours, nil
		}}
}

// certificate makes one for a host, and the pool that trusts it.
func certificate(t *testing.T, host string) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	cert := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{host}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, cert, cert, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}
