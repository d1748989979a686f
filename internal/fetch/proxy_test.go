package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rightsdesk/internal/fault"
)

// news is a server behind the proxies, which knows names only by its Host header.
func news(t *testing.T) (target string, asked *atomic.Int64) {
	asked = new(atomic.Int64)
	address := server(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "http://moved.example.org/new", http.StatusMovedPermanently)
		case "/inside":
			http.Redirect(w, r, "http://192.168.0.1/", http.StatusFound)
		case "/robots.txt":
			http.NotFound(w, r)
		default:
			fmt.Fprintf(w, "%s %s", r.Host, r.URL.Path)
		}
	})
	return strings.TrimPrefix(address, "http://"), asked
}

// TestThroughProxies asks names that nobody here can look up: both proxies are
// given the names themselves, for robots.txt and redirects too.
func TestThroughProxies(t *testing.T) {
	target, _ := news(t)
	tor, office := &testProxy{target: target}, &testProxy{target: target}
	c := client(t, func(o *Options) {
		o.Robots = true
		o.Proxies = map[string]*url.URL{"tor": tor.serve(t, "socks5", socks), "office": office.serve(t, "http", connect)}
	})
	for _, name := range []string{"tor", "office"} {
		r, err := c.Get(t.Context(), Request{URL: "http://news.example.org/old", Proxy: name})
		if err != nil || string(r.Body) != "moved.example.org /new" || r.MovedTo != "http://moved.example.org/new" {
			t.Fatalf("%s: %+v, %v", name, r, err)
		}
		if r, err := c.Get(t.Context(), Request{URL: "http://example234567abcdef.onion/x", Proxy: name}); err != nil || string(r.Body) != "example234567abcdef.onion /x" {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := c.Get(t.Context(), Request{URL: "http://news.example.org/inside", Proxy: name}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s: a redirect to a private address: %v", name, err)
		}
	}
	asked, _ := tor.seen()
	if want := []string{"name example234567abcdef.onion:80", "name moved.example.org:80", "name news.example.org:80"}; !slices.Equal(asked, want) {
		t.Errorf("the SOCKS proxy was asked for %q", asked)
	}
	asked, _ = office.seen()
	if want := []string{"GET example234567abcdef.onion", "GET moved.example.org", "GET news.example.org"}; !slices.Equal(asked, want) {
		t.Errorf("the HTTP proxy was asked for %q", asked)
	}
	if got := c.Proxies(); !slices.Equal(got, []string{"office", "tor"}) {
		t.Error(got)
	}
}

// TestEachProxyHasItsConnections asks one host through two ways, several times.
func TestEachProxyHasItsConnections(t *testing.T) {
	target, _ := news(t)
	one, two := &testProxy{target: target}, &testProxy{target: target}
	c := client(t, func(o *Options) {
		o.Proxies = map[string]*url.URL{"one": one.serve(t, "socks5", socks), "two": two.serve(t, "http", connect)}
	})
	for range 3 {
		for _, name := range []string{"one", "two"} {
			if _, err := c.Get(t.Context(), Request{URL: "http://news.example.org/x", Proxy: name}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, p := range map[string]*testProxy{"one": one, "two": two} {
		if _, conns := p.seen(); conns != 1 {
			t.Errorf("%s: %d connections for three requests", name, conns)
		}
	}
}

func TestEncryptedThroughProxies(t *testing.T) {
	s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Host) }))
	t.Cleanup(s.Close)
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate()) // which is for example.com
	for name, speak := range map[string]func(*testProxy, net.Conn) error{"socks5": socks, "http": connect} {
		p := &testProxy{target: s.Listener.Addr().String()}
		c := client(t, func(o *Options) { o.Proxies = map[string]*url.URL{"one": p.serve(t, name, speak)} })
		if _, err := c.Get(t.Context(), Request{URL: "https://example.com/", Proxy: "one"}); err == nil || !strings.Contains(fault.Words(err), "certificate of example.com") {
			t.Errorf("%s: a certificate that nobody signed: %v", name, err)
		}
		c.ways["one"].Transport.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: roots}
		if r, err := c.Get(t.Context(), Request{URL: "https://example.com/", Proxy: "one"}); err != nil || string(r.Body) != "example.com" {
			t.Errorf("%s: %v", name, err)
		}
		asked, _ := p.seen()
		if want := map[string]string{"socks5": "name example.com:443", "http": "CONNECT example.com:443"}[name]; !slices.Equal(asked, []string{want}) {
			t.Errorf("%s was asked for %q", name, asked)
		}
	}
}

// TestProxyIsNotAskedForTheInside gives addresses that lead inside in every
// way of writing them: no proxy hears of any.
func TestProxyIsNotAskedForTheInside(t *testing.T) {
	target, _ := news(t)
	p := &testProxy{target: target}
	c := client(t, func(o *Options) {
		o.AllowLoopback = false
		o.Proxies = map[string]*url.URL{"tor": p.serve(t, "socks5", socks)}
	})
	for _, host := range []string{
		"127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "[::1]",
		"[::ffff:127.0.0.1]", "[fe80::1%25eth0]", "[64:ff9b::7f00:1]", "localhost", "localhost.", "printer", "printer.local", "db.internal", "x.localhost",
		"127.0.0.1.", "１２７.0.0.1", "127。0。0。1", "news.example.org:22", "8.8.8.8:8080",
	} {
		if _, err := c.Get(t.Context(), Request{URL: "http://" + host + "/", Proxy: "tor"}); !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", host, err)
		}
	}
	if asked, conns := p.seen(); conns != 0 {
		t.Errorf("the proxy was asked for %q", asked)
	}
	for _, host := range []string{"news.example.org", "8.8.8.8", "a_b.example.org", "приклад.example", "news.example.org:443"} {
		if _, err := c.Get(t.Context(), Request{URL: "http://" + host + "/", Proxy: "tor"}); err != nil {
			t.Errorf("%s: %v", host, err)
		}
	}
}

// TestProxyInTrouble: nothing is ever asked past a proxy that does not work.
func TestProxyInTrouble(t *testing.T) {
	target, direct := news(t)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	refusing := &testProxy{target: target, refuse: true}
	login := server(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusProxyAuthRequired) })
	parsed := func(address string) *url.URL {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	c := client(t, func(o *Options) {
		o.Proxies = map[string]*url.URL{
			"down": {Scheme: "socks5", Host: closed.Addr().String()}, "downhttp": {Scheme: "http", Host: closed.Addr().String()},
			"socks": refusing.serve(t, "socks5", socks), "http": refusing.serve(t, "http", connect), "login": parsed(login),
		}
	})
	for _, test := range []struct{ proxy, scheme, words string }{
		{"down", "http", "The proxy down (" + closed.Addr().String() + ") does not answer"},
		{"downhttp", "https", "The proxy downhttp (" + closed.Addr().String() + ") does not answer"},
		{"socks", "https", "The proxy socks does not get to 127.0.0.1:"},
		{"http", "https", "The proxy http does not get to 127.0.0.1:"},
		{"login", "http", "asks for a log-in (407)"},
		{"gone", "http", `There is no proxy "gone" any more`},
	} {
		if _, err := c.Get(t.Context(), Request{URL: test.scheme + "://" + target + "/", Proxy: test.proxy}); !fault.Is(err, fault.Unavailable) || !strings.Contains(fault.Words(err), test.words) {
			t.Errorf("%s: %v", test.proxy, err)
		}
	}
	if n := direct.Load(); n != 0 {
		t.Errorf("the source was asked %d times past its proxy", n)
	}
}
