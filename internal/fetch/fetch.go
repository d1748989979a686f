// Package fetch asks the web politely, within bounds, and never the inside of
// our own network: the address is checked when the connection is made, so that
// neither a redirect nor a name that resolves differently the second time leads
// to a private address.
package fetch

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"

	"rightsdesk/internal/fault"
)

// The bounds of one request where Options say nothing else.
const (
	DefaultMaxBytes  = 25 << 20 // unpacked
	DefaultTimeout   = 60 * time.Second
	DefaultRedirects = 8
	maxHeaderBytes   = 256 << 10
	headerTimeout    = 20 * time.Second
	dialTimeout      = 10 * time.Second
)

// Options are how a Client asks.
type Options struct {
	UserAgent     string
	AllowLoopback bool          // for tests and the demo
	MaxBytes      int64         // of a body, unpacked; 0: DefaultMaxBytes
	Timeout       time.Duration // of a whole request; 0: DefaultTimeout
	Redirects     int           // 0: DefaultRedirects
	Spacing       time.Duration // between the beginnings of two requests to one host
	Robots        bool          // robots.txt is obeyed
	Now           func() time.Time
}

// Request is what to ask for.
type Request struct {
	URL          string
	ETag         string // of the last answer; empty: not conditional
	LastModified string
}

// Response is an answer: 200 with a body, or 304.
type Response struct {
	Status       int
	Body         []byte
	FinalURL     string // after redirects
	MediaType    string
	ETag         string
	LastModified string
	RetryAfter   time.Time // when the host wants to be asked again; may be zero
	At           time.Time
}

// Client asks. It may be used by several goroutines.
type Client struct {
	opt    Options
	http   *http.Client
	hosts  spacing
	robots robots
}

// New makes a Client.
func New(opt Options) *Client {
	if opt.MaxBytes == 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	if opt.Timeout == 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.Redirects == 0 {
		opt.Redirects = DefaultRedirects
	}
	c := &Client{opt: opt, hosts: spacing{next: map[string]time.Time{}}, robots: robots{known: map[string]rules{}}}
	dialer := &net.Dialer{Timeout: dialTimeout, Control: guard(opt.AllowLoopback)}
	c.http = &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: dialTimeout, ResponseHeaderTimeout: headerTimeout,
			MaxResponseHeaderBytes: maxHeaderBytes, MaxIdleConnsPerHost: 2, IdleConnTimeout: time.Minute, ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > opt.Redirects {
				return fault.New(fault.Invalid, "%s redirects more than %d times, perhaps in a circle. Open it in a browser and use the address where it ends.", via[0].URL.Host, opt.Redirects)
			}
			return checkURL(r.URL)
		},
	}
	return c
}

// alsoPrivate are networks that are not the public internet and that the ssrf
// package lets pass: for benchmarks, reserved, and those that carry IPv4 inside.
var alsoPrivate = struct{ v4, v6 []netip.Prefix }{
	v4: []netip.Prefix{netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("100.64.0.0/10")},
	v6: []netip.Prefix{netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16")},
}

// guard refuses connections to what is not the public web.
func guard(loopback bool) func(network, address string, c syscallConn) error {
	public := ssrf.New(ssrf.WithPorts(80, 443), ssrf.WithDeniedV4Prefixes(alsoPrivate.v4...), ssrf.WithDeniedV6Prefixes(alsoPrivate.v6...))
	return func(network, address string, c syscallConn) error {
		if loopback && isLoopback(address) {
			return nil
		}
		if err := public.Safe(network, address, c); err != nil {
			return fault.Wrap(fault.Forbidden, err, "The address leads into a private network (%s), which is never asked. Use the public address of the source", address)
		}
		return nil
	}
}

func isLoopback(address string) bool {
	p, err := netip.ParseAddrPort(address)
	return err == nil && p.Addr().Unmap().IsLoopback()
}

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return fault.New(fault.Invalid, "%q is no web address that can be asked; it begins with https:// or http://.", u.Redacted())
	}
	return nil
}

// Get asks for an address. Every status but 200 and 304 is an error: Gone for
// 410, NotFound for 404, Forbidden for 401, 403 and robots.txt, Unavailable for
// what may pass, Invalid for an address or an answer that will not do. The
// Response is given with an error of a status as well, for its RetryAfter.
func (c *Client) Get(ctx context.Context, r Request) (*Response, error) {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "This is no web address")
	}
	if err := checkURL(u); err != nil {
		return nil, err
	}
	if c.opt.Robots {
		if err := c.allowed(ctx, u); err != nil {
			return nil, err
		}
	}
	return c.ask(ctx, r)
}

// ask makes one request in its turn.
func (c *Client) ask(ctx context.Context, r Request) (*Response, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.URL, nil)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "This is no web address")
	}
	if err := c.hosts.wait(ctx, req.URL.Host, c.opt.Spacing, c.opt.Now); err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "%s was asked too often at once; it is asked again later", req.URL.Host)
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	req.Header.Set("Accept", "*/*")
	if r.ETag != "" {
		req.Header.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		req.Header.Set("If-Modified-Since", r.LastModified)
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, broken(req.URL.Host, err)
	}
	defer res.Body.Close()
	out := &Response{
		Status: res.StatusCode, FinalURL: res.Request.URL.String(), MediaType: res.Header.Get("Content-Type"), ETag: res.Header.Get("ETag"),
		LastModified: res.Header.Get("Last-Modified"), At: c.opt.Now(),
	}
	out.RetryAfter = retryAfter(res.Header.Get("Retry-After"), out.At)
	if err := statusFault(req.URL.Host, res.StatusCode); err != nil || res.StatusCode == http.StatusNotModified {
		return out, err
	}
	out.Body, err = io.ReadAll(io.LimitReader(res.Body, c.opt.MaxBytes+1))
	if err != nil {
		return nil, broken(req.URL.Host, err)
	}
	if int64(len(out.Body)) > c.opt.MaxBytes {
		return nil, fault.New(fault.Invalid, "%s sends more than %d MB. That is no article and no feed; check the address.", req.URL.Host, c.opt.MaxBytes>>20)
	}
	return out, nil
}

// broken gives the faults of connections words.
func broken(host string, err error) error {
	if k := fault.Of(err); k != fault.Internal {
		return err
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, context.DeadlineExceeded) || isTimeout(err):
		return fault.Wrap(fault.Unavailable, err, "%s does not answer in time", host)
	case errors.As(err, &dns):
		return fault.Wrap(fault.Unavailable, err, "There is no host %s, or its name cannot be looked up", host)
	}
	return fault.Wrap(fault.Unavailable, err, "The connection to %s failed", host)
}

func isTimeout(err error) bool {
	var t net.Error
	return errors.As(err, &t) && t.Timeout()
}

func statusFault(host string, status int) error {
	switch {
	case status == http.StatusOK || status == http.StatusNotModified:
		return nil
	case status == http.StatusGone:
		return fault.New(fault.Gone, "%s says that this is gone for good (410).", host)
	case status == http.StatusNotFound:
		return fault.New(fault.NotFound, "%s says that there is nothing at this address (404).", host)
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return fault.New(fault.Forbidden, "%s refuses to show this to us (%d). It may ask for a log-in or block programs.", host, status)
	case status == http.StatusTooManyRequests:
		return fault.New(fault.Unavailable, "%s asks us to come less often (429).", host)
	case status >= 500:
		return fault.New(fault.Unavailable, "%s has a fault of its own (%d).", host, status)
	}
	return fault.New(fault.Unavailable, "%s answers with status %d, which cannot be used.", host, status)
}

// longestRetry is how far off a Retry-After is believed.
const longestRetry = 7 * 24 * time.Hour

func retryAfter(value string, now time.Time) time.Time {
	at := time.Time{}
	if seconds, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && seconds > 0 {
		at = now.Add(min(time.Duration(seconds), longestRetry/time.Second) * time.Second)
	} else if t, err := http.ParseTime(value); err == nil && t.After(now) {
		at = t
	}
	if at.After(now.Add(longestRetry)) {
		return now.Add(longestRetry)
	}
	return at
}

// spacing keeps a time between the beginnings of requests to one host.
type spacing struct {
	mu   sync.Mutex
	next map[string]time.Time
}

// manyHosts is how many hosts are remembered before those whose time has come
// are forgotten.
const manyHosts = 10_000

func (s *spacing) wait(ctx context.Context, host string, between time.Duration, now func() time.Time) error {
	if between <= 0 {
		return nil
	}
	s.mu.Lock()
	at := now()
	if len(s.next) > manyHosts {
		for h, t := range s.next {
			if t.Before(at) {
				delete(s.next, h)
			}
		}
	}
	turn := s.next[host]
	if turn.Before(at) {
		turn = at
	}
	s.next[host] = turn.Add(between)
	s.mu.Unlock()
	if turn.Equal(at) {
		return nil
	}
	t := time.NewTimer(turn.Sub(at))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
