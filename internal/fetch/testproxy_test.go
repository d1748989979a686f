package fetch

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"testing"
)

// testProxy is a proxy on this machine that leads every name to one server.
type testProxy struct {
	target string // host:port of that server
	refuse bool   // whether it refuses to connect

	mu    sync.Mutex
	asked []string // "name news.example.org:80" or "ip 127.0.0.1:80"
	conns int
}

func (p *testProxy) note(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, what)
}

// seen gives what it was asked for, without doubles, and how many connections it took.
func (p *testProxy) seen() ([]string, int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	list := slices.Clone(p.asked)
	slices.Sort(list)
	return slices.Compact(list), p.conns
}

// serve takes connections until the test ends, and gives the proxy's address.
func (p *testProxy) serve(t *testing.T, scheme string, one func(p *testProxy, conn net.Conn) error) *url.URL {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return // the test has ended
			}
			p.mu.Lock()
			p.conns++
			p.mu.Unlock()
			go func() {
				defer conn.Close()
				if err := one(p, conn); err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, net.ErrClosed) {
					t.Logf("proxy: %v", err)
				}
			}()
		}
	}()
	return &url.URL{Scheme: scheme, Host: l.Addr().String()}
}

// socks speaks SOCKS5 without a log-in (RFC 1928).
func socks(p *testProxy, conn net.Conn) error {
	in := bufio.NewReader(conn)
	var greeting [2]byte
	if _, err := io.ReadFull(in, greeting[:]); err != nil {
		return err
	}
	if _, err := io.CopyN(io.Discard, in, int64(greeting[1])); err != nil {
		return err
	}
	if _, err := conn.Write([]byte{5, 0}); err != nil {
		return err
	}
	var head [4]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return err
	}
	kind, length := "ip", map[byte]int{1: 4, 4: 16}[head[3]]
	if head[3] == 3 {
		n, err := in.ReadByte()
		if err != nil {
			return err
		}
		kind, length = "name", int(n)
	}
	rest := make([]byte, length+2)
	if _, err := io.ReadFull(in, rest); err != nil {
		return err
	}
	host := string(rest[:length])
	if kind == "ip" {
		host = net.IP(rest[:length]).String()
	}
	p.note(kind + " " + net.JoinHostPort(host, itoa(binary.BigEndian.Uint16(rest[length:]))))
	reply := byte(0)
	if p.refuse {
		reply = 4 // host unreachable
	}
	if _, err := conn.Write([]byte{5, reply, 0, 1, 0, 0, 0, 0, 0, 0}); err != nil || p.refuse {
		return err
	}
	return p.join(conn, in)
}

func itoa(n uint16) string {
	_, port, _ := net.SplitHostPort((&net.TCPAddr{Port: int(n)}).String())
	return port
}

// connect speaks HTTP: CONNECT, and requests with a whole address.
func connect(p *testProxy, conn net.Conn) error {
	in := bufio.NewReader(conn)
	for {
		r, err := http.ReadRequest(in)
		if err != nil {
			return err
		}
		p.note(r.Method + " " + r.URL.Host)
		if p.refuse {
			_, err := io.WriteString(conn, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
			return err
		}
		if r.Method == http.MethodConnect {
			if _, err := io.WriteString(conn, "HTTP/1.1 200 OK\r\n\r\n"); err != nil {
				return err
			}
			return p.join(conn, in)
		}
		r.URL.Host, r.RequestURI = p.target, ""
		res, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			return err
		}
		if err := errors.Join(res.Write(conn), res.Body.Close()); err != nil {
			return err
		}
	}
}

// join leads a connection on to the server.
func (p *testProxy) join(conn net.Conn, in io.Reader) error {
	out, err := net.Dial("tcp", p.target)
	if err != nil {
		return err
	}
	defer out.Close()
	go func() {
		io.Copy(out, in) // ends with the connection
		out.Close()
	}()
	_, err = io.Copy(conn, out)
	return err
}
