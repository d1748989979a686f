// Package fetch asks the web politely, within bounds, and never the inside of
// our own network: the address is checked when the connection is made, so that
// neither a redirect nor a name that resolves differently the second time leads
// to a private address. Through a proxy only addresses in numbers can be checked;
// see proxy.go.
package fetch

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"time"

	"rightsdesk/internal/fault"
)

// The bounds of one request where Options say nothing else.
const (
	DefaultMaxBytes      = 25 << 20 // of a body, packed and unpacked
	DefaultTimeout       = 60 * time.Second
	DefaultHeaderTimeout = 20 * time.Second
	DefaultMaxRedirects  = 8

	maxHeaderBytes = 256 << 10
	dialTimeout    = 10 * time.Second
	patience       = time.Minute // for a turn at a host, at least
)

// Options are how a Client asks.
type Options struct {
	UserAgent     string              // who asks, and how to reach them
	AllowLoopback bool                // for tests and the demo
	MaxBytes      int64               // of a body, packed and unpacked; 0: DefaultMaxBytes
	Timeout       time.Duration       // of a whole request, without waiting for its turn; 0: DefaultTimeout
	HeaderTimeout time.Duration       // until the answer begins; 0: DefaultHeaderTimeout
	MaxRedirects  int                 // 0: DefaultMaxRedirects
	Spacing       time.Duration       // between the beginnings of two requests to one host; 0: none
	Robots        bool                // robots.txt is obeyed, and its Crawl-delay where it is longer than Spacing
	Proxies       map[string]*url.URL // by name: socks5 or http, with host and port
	Now           func() time.Time
}

// Request is what to ask for.
type Request struct {
	URL          string
	ETag         string // of the last answer; empty: not conditional
	LastModified string
	Proxy        string // the name of the proxy to ask through; empty: none
}

// Response is an answer: 200 with a body, or 304 without.
type Response struct {
	Status       int // 0 where nothing was asked
	Body         []byte
	Packed       []byte // the body as it came, its content coding not undone
	Head         []byte // the head of the answer, as HTTP/1.1, with its empty line
	Asked        []byte // the head of the request, the same
	FinalURL     string // after redirects
	MovedTo      string // the address that permanent redirects lead to; empty where the first is another kind or there is none
	MediaType    string // the header, with its charset
	ETag         string
	LastModified string
	RetryAfter   time.Time // when the host wants to be asked again; may be zero
	At           time.Time
}

// Client asks. It may be used by several goroutines.
type Client struct {
	opt    Options
	ways   map[string]*http.Client // by the name of the proxy; empty: direct
	hosts  spacing
	robots robots
}

// New makes a Client. Options.Now must be set.
func New(opt Options) *Client {
	if opt.MaxBytes == 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	if opt.Timeout == 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.HeaderTimeout == 0 {
		opt.HeaderTimeout = DefaultHeaderTimeout
	}
	if opt.MaxRedirects == 0 {
		opt.MaxRedirects = DefaultMaxRedirects
	}
	c := &Client{opt: opt, ways: map[string]*http.Client{}, hosts: spacing{next: map[string]time.Time{}}, robots: robots{known: map[string]rules{}}}
	c.addWay("", nil)
	for name, address := range opt.Proxies {
		c.addWay(name, address)
	}
	return c
}

// addWay adds a way out: the direct one, or through a proxy.
func (c *Client) addWay(name string, proxy *url.URL) {
	c.ways[name] = &http.Client{
		Transport: transport(c.opt, name, proxy),
		// Redirects are followed by walk, which asks each host in its turn.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// Get asks for an address. Every status but 200 and 304 is an error: Gone for
// 410, NotFound for 404, Forbidden for 401, 403, robots.txt and private
// addresses, Unavailable for what may pass, Invalid for an address or an answer
// that will not do. The Response is given with an error too where a host
// answered, or wants to be left alone for a while, for its RetryAfter.
func (c *Client) Get(ctx context.Context, r Request) (*Response, error) {
	return c.walk(ctx, r, c.opt.Robots, c.opt.MaxBytes)
}

// Later says when to come back to an address whose host is not to be asked for
// a while; the zero time says that it can be asked now. Whoever has other work
// puts this off instead of waiting in Get. Each caller is given a later time.
func (c *Client) Later(address string) time.Time {
	u, err := url.Parse(address)
	if err != nil {
		return time.Time{} // Get says what is wrong with it
	}
	return c.hosts.later(u.Host, c.opt.Now(), c.opt.Spacing)
}

// walk asks for an address and for those that it redirects to.
func (c *Client) walk(ctx context.Context, r Request, obey bool, most int64) (*Response, error) {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "%.100q is no web address. Copy it from the browser, from https:// on", r.URL)
	}
	left, seen := c.opt.Timeout, map[string]bool{}
	until := c.opt.Now().Add(max(patience, 3*c.opt.Spacing))
	moved, forGood := "", true
	for {
		if err := c.check(u, r.Proxy); err != nil {
			return nil, err
		}
		if seen[u.String()] || len(seen) > c.opt.MaxRedirects {
			return nil, fault.New(fault.Invalid, "%s redirects in a circle, or more than %d times. Open the address in a browser and use the one where it ends.", u.Host, c.opt.MaxRedirects)
		}
		seen[u.String()] = true
		if retry, err := c.turn(ctx, u, r.Proxy, obey, until); err != nil {
			return &Response{RetryAfter: retry, At: c.opt.Now()}, err
		}
		begin := time.Now() // the clock of the wire, not of the records
		out, next, err := c.ask(ctx, u, r, left, most)
		if err != nil || next == nil {
			if out != nil {
				out.MovedTo = moved
			}
			return out, err
		}
		if forGood = forGood && permanent(out.Status); forGood {
			moved = next.String()
		}
		left -= time.Since(begin)
		u = next
	}
}

// check refuses an address that is not to be asked at all. Without a proxy the
// rest is checked when the connection is made.
func (c *Client) check(u *url.URL, proxy string) error {
	if err := checkURL(u); err != nil || proxy == "" {
		return err
	}
	return checkProxied(u, c.opt.AllowLoopback)
}

// turn waits until a host may be asked, and asks its robots.txt whether it may
// at all. retry is when it may be asked again.
func (c *Client) turn(ctx context.Context, u *url.URL, proxy string, obey bool, until time.Time) (retry time.Time, err error) {
	between := c.opt.Spacing
	if obey {
		delay, err := c.allowed(ctx, u, proxy)
		if err != nil {
			return time.Time{}, err
		}
		between = max(between, delay)
	}
	return c.hosts.wait(ctx, u.Host, between, until, c.opt.Now)
}

// ask makes one request. next is where it redirects to, nil when it does not.
func (c *Client) ask(ctx context.Context, u *url.URL, r Request, left time.Duration, most int64) (out *Response, next *url.URL, err error) {
	way, err := c.way(r.Proxy)
	if err != nil {
		return nil, nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, left)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, fault.Wrap(fault.Invalid, err, "%.100q is no web address. Copy it from the browser, from https:// on", u)
	}
	c.headers(req, r)
	res, err := way.Do(req)
	if err != nil {
		return nil, nil, broken(u.Host, r.Proxy, err)
	}
	defer res.Body.Close()
	out = &Response{
		Status: res.StatusCode, FinalURL: u.String(), MediaType: res.Header.Get("Content-Type"), ETag: res.Header.Get("ETag"),
		LastModified: res.Header.Get("Last-Modified"), At: c.opt.Now(),
	}
	out.RetryAfter = retryAfter(res.Header.Get("Retry-After"), out.At)
	if next, err := redirect(u, res); next != nil || err != nil {
		return out, next, err
	}
	if err := statusFault(u.Host, res.StatusCode, r); err != nil {
		c.hosts.rest(u.Host, out.RetryAfter)
		return out, nil, err
	}
	if res.StatusCode == http.StatusOK {
		if out.Packed, out.Body, err = read(res, u.Host, most); err != nil {
			return nil, nil, err
		}
		out.Head, out.Asked = headOf("HTTP/1.1 "+res.Status, "", res.Header), headOf("GET "+u.RequestURI()+" HTTP/1.1", u.Host, req.Header)
	}
	return out, nil, nil
}

// headOf writes the head of a message as HTTP/1.1: names in their canonical
// form, in alphabetical order.
func headOf(first, host string, h http.Header) []byte {
	var b bytes.Buffer
	b.WriteString(first + "\r\n")
	if host != "" {
		b.WriteString("Host: " + host + "\r\n")
	}
	h.Write(&b) // into memory, which does not fail
	b.WriteString("\r\n")
	return b.Bytes()
}

func (c *Client) headers(req *http.Request, r Request) {
	req.Header.Set("User-Agent", c.opt.UserAgent)
	req.Header.Set("Accept", "*/*")
	req.Header.Set("Accept-Encoding", "gzip")
	if r.ETag != "" {
		req.Header.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		req.Header.Set("If-Modified-Since", r.LastModified)
	}
}

// permanent reports whether a redirect is meant for good (RFC 9110, 15.4).
func permanent(status int) bool {
	return status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect
}

// redirect gives the address that an answer leads to, nil when it is no redirect.
func redirect(from *url.URL, res *http.Response) (*url.URL, error) {
	switch res.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	next, err := from.Parse(res.Header.Get("Location"))
	if err != nil || res.Header.Get("Location") == "" {
		return nil, fault.New(fault.Unavailable, "%s redirects, but does not say where to (%d). Open the address in a browser and use the one where it ends.", from.Host, res.StatusCode)
	}
	next.Fragment = ""
	return next, nil
}
