package fetch

import (
	"errors"
	"net/netip"
	"net/url"
	"syscall"

	"code.dny.dev/ssrf"

	"rightsdesk/internal/fault"
)

// alsoPrivate are networks that are not the public internet and that the ssrf
// package may let pass: for benchmarks, reserved, between carriers, and those
// that carry IPv4 inside.
var alsoPrivate = struct{ v4, v6 []netip.Prefix }{
	v4: []netip.Prefix{netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.88.99.0/24")},
	v6: []netip.Prefix{netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16")},
}

// guard gives what a dialer calls before it connects, with the address that it
// really connects to. It refuses what is not the public web.
func guard(loopback bool) func(network, address string, c syscall.RawConn) error {
	public := ssrf.New(ssrf.WithPorts(80, 443), ssrf.WithDeniedV4Prefixes(alsoPrivate.v4...), ssrf.WithDeniedV6Prefixes(alsoPrivate.v6...))
	return func(network, address string, c syscall.RawConn) error {
		if loopback && isLoopback(address) {
			return nil
		}
		switch err := public.Safe(network, address, c); {
		case errors.Is(err, ssrf.ErrProhibitedPort):
			return fault.Wrap(fault.Forbidden, err, "Only the ports of the web, 80 and 443, are asked, not %s. Use an address without a port", address)
		case err != nil:
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
		return fault.New(fault.Invalid, "%.100q is no web address that can be asked. It begins with https:// or http:// and has no password in it.", u.Redacted())
	}
	return nil
}
