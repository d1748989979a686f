package fetch

import (
	"context"
	"errors"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/idna"

	"rightsdesk/internal/fault"
)

// A source may be asked through a proxy: SOCKS5, as Tor speaks it, or HTTP. The
// proxy then looks names up, so that nobody near us learns which ones are
// asked, and each proxy has connections of its own. What a name leads to cannot
// be checked from here: only the proxy knows. An address that is written as
// numbers is checked as it is without a proxy, and names that can only mean
// something inside a network are refused.

// transport makes the connections of one way out. proxy is nil for the direct one.
func transport(opt Options, name string, proxy *url.URL) *http.Transport {
	t := &http.Transport{
		TLSHandshakeTimeout: dialTimeout, ResponseHeaderTimeout: opt.HeaderTimeout, MaxResponseHeaderBytes: maxHeaderBytes,
		MaxIdleConns: 100, MaxIdleConnsPerHost: 2, IdleConnTimeout: time.Minute,
		ForceAttemptHTTP2: true, DisableCompression: true, // bodies are unpacked here, within their bounds
	}
	if proxy == nil {
		t.DialContext = (&net.Dialer{Timeout: dialTimeout, Control: guard(opt.AllowLoopback)}).DialContext
		return t
	}
	t.Proxy = http.ProxyURL(proxy)
	direct := &net.Dialer{Timeout: dialTimeout}
	t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) { // only ever to the proxy
		conn, err := direct.DialContext(ctx, network, address)
		if err != nil && ctx.Err() == nil {
			return nil, fault.Wrap(fault.Unavailable, err, "The proxy %s (%s) does not answer, and this source is asked through nothing else. See whether it runs, or choose another way for the source", name, address)
		}
		return conn, err
	}
	t.OnProxyConnectResponse = func(_ context.Context, _ *url.URL, asked *http.Request, answer *http.Response) error {
		switch answer.StatusCode {
		case http.StatusOK:
			return nil
		case http.StatusProxyAuthRequired:
			return statusFault(asked.Host, answer.StatusCode, Request{})
		}
		return noWay(name, asked.Host, errors.New(answer.Status))
	}
	return t
}

// noWay says that a proxy answers, and does not get to a host.
func noWay(proxy, host string, err error) error {
	return fault.Wrap(fault.Unavailable, err, "The proxy %s does not get to %s (%s). It is tried again later; if this lasts, see whether the proxy works", proxy, host, err.Error())
}

// way gives the client that asks through a proxy, the direct one for an empty
// name. A name that is not known is a fault and never the direct way.
func (c *Client) way(proxy string) (*http.Client, error) {
	if w, known := c.ways[proxy]; known {
		return w, nil
	}
	return nil, fault.New(fault.Unavailable, "There is no proxy %q any more, and this source is asked through nothing else. Put it back into fetch.proxies, or choose another way for the source.", proxy)
}

// checkProxied refuses what a proxy is not to be asked for, with the rules of
// the direct way as far as an address can be told from its name.
func checkProxied(u *url.URL, loopback bool) error {
	name, err := idna.Lookup.ToASCII(u.Hostname()) // as the client does; 127 in wide digits is 127 then
	if ascii(u.Hostname()) {
		name, err = u.Hostname(), nil
	}
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	if ip, e := netip.ParseAddr(name); e == nil {
		network := "tcp6"
		if ip.Is4() {
			network = "tcp4"
		}
		return guard(loopback)(network, net.JoinHostPort(ip.String(), port), nil)
	}
	inside := !strings.Contains(name, ".") || slices.ContainsFunc(insideNames, func(end string) bool { return strings.HasSuffix(name, end) })
	if err != nil || inside || number(name[strings.LastIndexByte(name, '.')+1:]) {
		return fault.New(fault.Forbidden, "%s is no name of the public web, so the proxy is not asked for it. Use the public address of the source.", u.Hostname())
	}
	if port != "80" && port != "443" {
		return fault.New(fault.Forbidden, "Only the ports of the web, 80 and 443, are asked, not %s. Use an address without a port.", u.Host)
	}
	return nil
}

// insideNames end the names that mean something inside a network only (RFC
// 6761, RFC 6762, RFC 8375, and .internal, which ICANN keeps free for it).
var insideNames = []string{".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp", ".home"}

func ascii(s string) bool { return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) }

// number reports whether the last part of a name makes it an IPv4 address in
// one of its odd forms, such as 0x7f.1, as the URL standard has it.
func number(last string) bool {
	if hex, found := strings.CutPrefix(last, "0x"); found {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return strings.Trim(last, "0123456789") == ""
}

// refused gives the words for what a SOCKS proxy says; nil when it said nothing.
func refused(host, proxy string, err error) error {
	var op *net.OpError
	if proxy == "" || !errors.As(err, &op) || op.Op != "socks connect" {
		return nil
	}
	return noWay(proxy, host, op.Err)
}

// Proxies gives the names of the proxies that may be asked through, in order.
func (c *Client) Proxies() []string { return slices.Sorted(maps.Keys(c.opt.Proxies)) }
