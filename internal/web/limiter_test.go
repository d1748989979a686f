package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func from(addr string, forwarded ...string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/subscribe", nil)
	r.RemoteAddr = addr
	for _, f := range forwarded {
		r.Header.Add("X-Forwarded-For", f)
	}
	return r
}

// tries counts how many of n forms are let through at one moment.
func tries(l *Limiter, n int, now time.Time, request func(i int) *http.Request) int {
	passed := 0
	for i := range n {
		if l.Allow(request(i), now) {
			passed++
		}
	}
	return passed
}

func TestLimiterCountsOneClient(t *testing.T) {
	l := NewLimiter(time.Second, 3, 100, false)
	one := func(int) *http.Request { return from("203.0.113.7:1000") }
	if n := tries(l, 10, begun, one); n != 3 {
		t.Errorf("%d of 10 forms passed", n)
	}
	if n := tries(l, 10, begun.Add(2*time.Second), one); n != 2 {
		t.Errorf("after two seconds %d passed", n)
	}
	if !l.Allow(from("203.0.113.8:1000"), begun) {
		t.Error("another client is refused")
	}
}

func TestLimiterTakesANetworkOfIPv6AsOneClient(t *testing.T) {
	l := NewLimiter(time.Second, 3, 100, false)
	if n := tries(l, 10, begun, func(i int) *http.Request { return from(fmt.Sprintf("[2001:db8:1:2::%x]:99", i)) }); n != 3 {
		t.Errorf("%d passed from one network", n)
	}
	if !l.Allow(from("[2001:db8:1:3::1]:99"), begun) {
		t.Error("another network is refused")
	}
	if n := tries(l, 10, begun, func(i int) *http.Request {
		return from([]string{"192.0.2.1:5", "[::ffff:192.0.2.1]:5"}[i%2])
	}); n != 3 {
		t.Errorf("%d passed from one address in two spellings", n)
	}
}

func TestForwardedAddressCountsOnlyWhenConfigured(t *testing.T) {
	forged := func(i int) *http.Request { return from("203.0.113.7:1000", fmt.Sprintf("10.0.0.%d", i)) }
	if n := tries(NewLimiter(time.Second, 3, 100, false), 10, begun, forged); n != 3 {
		t.Errorf("%d forged forms passed", n)
	}
	l := NewLimiter(time.Second, 3, 100, true)
	if n := tries(l, 10, begun, forged); n != 10 {
		t.Errorf("behind a proxy %d of ten readers passed", n)
	}
	// What the client itself writes stands before what the proxy adds.
	if n := tries(l, 10, begun, func(i int) *http.Request {
		return from("127.0.0.1:1", fmt.Sprintf("10.1.0.%d, 198.51.100.4", i))
	}); n != 3 {
		t.Errorf("%d passed with a forged first address", n)
	}
	if n := tries(l, 10, begun, func(i int) *http.Request {
		return from("127.0.0.1:1", fmt.Sprintf("10.2.0.%d", i), "198.51.100.5")
	}); n != 3 {
		t.Errorf("%d passed with a forged first header", n)
	}
}

func TestLimiterIsBounded(t *testing.T) {
	l := NewLimiter(time.Hour, 1, 50, false)
	many := func(i int) *http.Request { return from(fmt.Sprintf("10.0.%d.%d:1", i/250, i%250)) }
	if n := tries(l, 5000, begun, many); n != 5000 {
		t.Fatalf("%d clients passed", n)
	}
	if len(l.young)+len(l.old) > 100 {
		t.Errorf("%d clients are remembered", len(l.young)+len(l.old))
	}
	if l.Allow(many(4999), begun) || l.Allow(many(4960), begun) {
		t.Error("a recent client is forgotten")
	}
}

func TestWhoHasNoAddressIsCountedToo(t *testing.T) {
	l := NewLimiter(time.Second, 3, 100, true)
	if n := tries(l, 10, begun, func(i int) *http.Request { return from("@", fmt.Sprintf("no address %d", i)) }); n != 3 {
		t.Errorf("%d passed", n)
	}
}
