package testweb

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/emersion/go-smtp"
)

// Rules say how a relay behaves. The zero Rules take every mail at once.
type Rules struct {
	Refuse        []string      // addresses that are refused for good (550)
	PutOff        int           // how often each address is put off (451) before it is taken
	CutUnanswered int           // so many mails are taken, and the connection is cut before the answer
	CutAnswered   int           // so many mails are taken, and the connection is cut right after the answer
	Slow          time.Duration // to wait before the answer to each mail
	PerSecond     int           // mails beyond so many in one second are put off (451); 0: no limit
}

// What a relay keeps: the newest mails, so many and so many bytes at most.
const (
	keepMails    = 10_000
	keepBytes    = 256 << 20
	maxMailBytes = 10 << 20
)

// Relay is an SMTP server that keeps what it is given, for tests and for the
// demo. It delivers nothing anywhere.
type Relay struct {
	server   *smtp.Server
	listener net.Listener
	now      func() time.Time
	stopped  chan struct{}
	served   chan error

	mu     sync.Mutex
	rules  Rules
	tried  map[string]int // by address: how often it was put off
	second int64          // the second that inSecond counts in
	count  int            // mails taken in that second
	mails  []Mail         // oldest first
	bytes  int
	taken  int           // since the beginning
	news   chan struct{} // closed when a mail comes in
}

// NewRelay starts a relay at address, for instance "127.0.0.1:0".
func NewRelay(address string, rules Rules, now func() time.Time) (*Relay, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("start mail relay: %w", err)
	}
	r := &Relay{listener: listener, now: now, rules: rules, tried: map[string]int{}, stopped: make(chan struct{}), served: make(chan error, 1), news: make(chan struct{})}
	r.server = smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) { return &session{relay: r, conn: c}, nil }))
	r.server.Domain = "relay.localhost"
	r.server.MaxMessageBytes = maxMailBytes
	r.server.ErrorLog = log.New(io.Discard, "", 0) // connections are cut on purpose
	go func() { r.served <- r.server.Serve(listener) }()
	return r, nil
}

// Address is where the relay listens, host:port.
func (r *Relay) Address() string { return r.listener.Addr().String() }

// Close stops the relay and cuts its connections. The mails stay.
func (r *Relay) Close() error {
	close(r.stopped)
	err := r.server.Close()
	// A server that was closed before it began to serve does not know its listener.
	if e := r.listener.Close(); !errors.Is(e, net.ErrClosed) {
		err = errors.Join(err, e)
	}
	if err = errors.Join(err, <-r.served); err != nil {
		return fmt.Errorf("stop mail relay: %w", err)
	}
	return nil
}

// SetRules changes the behaviour from now on.
func (r *Relay) SetRules(rules Rules) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rules, r.tried = rules, map[string]int{}
}

// Mails gives the mails that were taken, oldest first. A mail for several
// people is one for each.
func (r *Relay) Mails() []Mail {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.mails)
}

// Forget empties the box. Numbers go on, so that no address of a mail is given
// to another.
func (r *Relay) Forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.mails, r.bytes = nil, 0
}

// Wait waits until enough says so of the mails; it is asked whenever one comes
// in. When ctx ends first, that is the error.
func (r *Relay) Wait(ctx context.Context, enough func([]Mail) bool) error {
	for {
		r.mu.Lock()
		news := r.news
		r.mu.Unlock()
		mails := r.Mails()
		if enough(mails) {
			return nil
		}
		select {
		case <-news:
		case <-ctx.Done():
			return fmt.Errorf("wait for mail (%d came): %w", len(mails), ctx.Err())
		}
	}
}

// recipient decides about an address.
func (r *Relay) recipient(to string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if slices.Contains(r.rules.Refuse, to) {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "<" + to + ">: no such user here"}
	}
	if r.tried[to] < r.rules.PutOff {
		r.tried[to]++
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 1}, Message: "<" + to + ">: please come back later"}
	}
	return nil
}

// take keeps a mail, unless it came too fast, and says whether the connection
// is to be cut before or after the answer.
func (r *Relay) take(from string, to []string, raw []byte) (before, after bool, err error) {
	now := r.now()
	r.mu.Lock()
	defer r.mu.Unlock()
	if now.Unix() != r.second {
		r.second, r.count = now.Unix(), 0
	}
	if r.count++; r.rules.PerSecond > 0 && r.count > r.rules.PerSecond {
		return false, false, &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 0}, Message: "too many mails, please slow down"}
	}
	for _, address := range to {
		r.taken++
		r.keep(readMail(r.taken, from, address, raw, now))
	}
	close(r.news)
	r.news = make(chan struct{})
	before, after = r.rules.CutUnanswered > 0, r.rules.CutUnanswered == 0 && r.rules.CutAnswered > 0
	r.rules.CutUnanswered = max(0, r.rules.CutUnanswered-1)
	if after {
		r.rules.CutAnswered--
	}
	return before, after, nil
}

func (r *Relay) keep(m Mail) {
	r.mails = append(r.mails, m)
	r.bytes += len(m.Raw)
	for len(r.mails) > keepMails || r.bytes > keepBytes {
		r.bytes -= len(r.mails[0].Raw)
		r.mails = r.mails[1:]
	}
}

// session is one talk with a sender.
type session struct {
	relay *Relay
	conn  *smtp.Conn
	from  string
	to    []string
	cut   bool // when the answer is out
}

// Mail begins a mail.
func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	s.from, s.to = from, nil
	return nil
}

// Rcpt adds a recipient.
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if err := s.relay.recipient(to); err != nil {
		return err
	}
	s.to = append(s.to, to)
	return nil
}

// Data takes the mail itself.
func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.relay.wait()
	before, after, err := s.relay.take(s.from, s.to, raw)
	if before {
		return s.conn.Conn().Close()
	}
	s.cut = after
	return err
}

// wait is slow when the rules want it.
func (r *Relay) wait() {
	r.mu.Lock()
	slow := r.rules.Slow
	r.mu.Unlock()
	if slow == 0 {
		return
	}
	t := time.NewTimer(slow)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.stopped:
	}
}

// Reset is called after each mail, when the answer is out.
func (s *session) Reset() {
	s.from, s.to = "", nil
	if s.cut {
		s.conn.Conn().Close()
	}
}

// Logout ends the talk.
func (s *session) Logout() error { return nil }
