package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/smtp"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// Options say which relay takes the mails and how it is spoken to.
type Options struct {
	Address   string        // host:port
	TLS       string        // "starttls", "tls", or "none", which only a relay on this machine may have
	Username  string        // empty: no login
	Password  string        // sent by AUTH PLAIN, encrypted or on this machine only
	LocalName string        // what we call ourselves in EHLO; empty: localhost
	Timeout   time.Duration // longest wait for an answer; 0: 30 s. For the answer to a whole mail twice as long

	roots *x509.CertPool                                                       // nil: the system's
	dial  func(ctx context.Context, network, address string) (net.Conn, error) // nil: net.Dialer
}

// Conn is a connection to a relay, for one mail after the other; it is not for
// use by several goroutines at once. After a Failure that is Temporary without
// a Code the connection is lost: Close it and Dial again.
type Conn struct {
	options Options
	host    string
	raw     net.Conn // under the encryption; bears the deadlines
	client  *smtp.Client
	broken  error // why the connection cannot be used any more
}

// Dial connects, encrypts and logs in. Its errors have kind Unavailable and
// hold a Failure that is Temporary: that a relay cannot be reached says nothing
// about any recipient.
func Dial(ctx context.Context, o Options) (*Conn, error) {
	c, err := dial(ctx, o)
	if err != nil {
		f := failure(err, session, "")
		return nil, fault.Wrap(fault.Unavailable, f, "The mail relay %s cannot be used: %s. Please check mail.relay, mail.tls and the login.", o.Address, f.Text)
	}
	return c, nil
}

func dial(ctx context.Context, o Options) (*Conn, error) {
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.LocalName == "" {
		o.LocalName = "localhost"
	}
	host, _, err := net.SplitHostPort(o.Address)
	if err != nil {
		return nil, err
	}
	if o.TLS == "none" && !loopback(host) {
		return nil, errors.New("without encryption only a relay on this machine is spoken to")
	}
	if o.dial == nil {
		o.dial = (&net.Dialer{Timeout: o.Timeout}).DialContext
	}
	raw, err := o.dial(ctx, "tcp", o.Address)
	if err != nil {
		return nil, err
	}
	c := &Conn{options: o, host: host, raw: raw}
	if err := c.within(ctx, o.Timeout, c.open); err != nil {
		return nil, errors.Join(err, raw.Close())
	}
	return c, nil
}

// within runs f with a bound on its time and breaks it off when ctx ends.
// After an error that is no answer of the relay the connection counts as lost.
func (c *Conn) within(ctx context.Context, limit time.Duration, f func() error) error {
	if err := c.raw.SetDeadline(time.Now().Add(limit)); err != nil {
		return c.lose(err)
	}
	stop := context.AfterFunc(ctx, func() { c.raw.SetDeadline(time.Unix(1, 0)) })
	err := f()
	if !stop() {
		return c.lose(ctx.Err())
	}
	if err != nil && !refused(err) {
		return c.lose(err)
	}
	return err
}

func (c *Conn) lose(err error) error {
	c.broken = err
	return err
}

// open begins the session: greeting, encryption, login.
func (c *Conn) open() (err error) {
	secure := &tls.Config{ServerName: c.host, RootCAs: c.options.roots, MinVersion: tls.VersionTLS12}
	conn := c.raw
	if c.options.TLS == "tls" {
		conn = tls.Client(c.raw, secure)
	}
	if c.client, err = smtp.NewClient(conn, c.host); err != nil {
		return err
	}
	if err := c.client.Hello(c.options.LocalName); err != nil {
		return err
	}
	switch c.options.TLS {
	case "starttls":
		if ok, _ := c.client.Extension("STARTTLS"); !ok {
			return errors.New("it does not offer STARTTLS")
		}
		if err := c.client.StartTLS(secure); err != nil {
			return fmt.Errorf("encrypt: %w", err)
		}
	case "tls", "none":
	default:
		return fmt.Errorf("mail.tls is %q, which is not known", c.options.TLS)
	}
	return c.login()
}

func (c *Conn) login() error {
	if c.options.Username == "" {
		return nil
	}
	if ok, ways := c.client.Extension("AUTH"); !ok || !strings.Contains(" "+ways+" ", " PLAIN ") {
		return errors.New("it does not offer to log in with a password (AUTH PLAIN)")
	}
	_, encrypted := c.client.TLSConnectionState()
	if !encrypted && !loopback(c.host) {
		return errors.New("a password is not sent without encryption")
	}
	if err := c.client.Auth(plain{c.options.Username, c.options.Password}); err != nil {
		return fmt.Errorf("log in: %w", err)
	}
	return nil
}

// plain is the login of RFC 4616. Whether it may be used is decided in login.
type plain struct{ username, password string }

func (p plain) Start(*smtp.ServerInfo) (string, []byte, error) {
	return "PLAIN", []byte("\x00" + p.username + "\x00" + p.password), nil
}

func (p plain) Next(_ []byte, more bool) ([]byte, error) {
	if more {
		return nil, errors.New("the relay asked for more than name and password")
	}
	return nil, nil
}

// Close says QUIT and closes the connection. A relay that does not answer to
// QUIT any more has lost nothing by it.
func (c *Conn) Close() error {
	if c.broken == nil {
		c.broken = net.ErrClosed
		if err := c.raw.SetDeadline(time.Now().Add(min(c.options.Timeout, 5*time.Second))); err == nil && c.client.Quit() == nil {
			return nil
		}
	}
	if err := c.raw.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}
