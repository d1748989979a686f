package web

import (
	"hash/maphash"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limiter bounds how many forms one client sends. It remembers clients by a
// keyed hash for as long as the process runs, a bounded number of them.
type Limiter struct {
	every     rate.Limit
	burst     int
	room      int // clients in a generation; two generations are kept
	forwarded bool
	seed      maphash.Seed

	mu         sync.Mutex
	young, old map[uint64]*rate.Limiter
}

// NewLimiter makes a limiter that lets a client send burst forms at once and
// one more in each interval. It remembers between clients and 2×clients of
// them. With forwarded, the client is the last address in X-Forwarded-For:
// only for a server that nobody reaches but through a proxy which adds it.
func NewLimiter(every time.Duration, burst, clients int, forwarded bool) *Limiter {
	return &Limiter{
		every: rate.Every(every), burst: burst, room: clients, forwarded: forwarded,
		seed: maphash.MakeSeed(), young: map[uint64]*rate.Limiter{},
	}
}

// Allow reports whether the sender of a request may send a form now, and
// counts it.
func (l *Limiter) Allow(r *http.Request, now time.Time) bool {
	who := maphash.String(l.seed, l.client(r))
	l.mu.Lock()
	defer l.mu.Unlock()
	bucket := l.young[who]
	if bucket == nil {
		if bucket = l.old[who]; bucket == nil {
			bucket = rate.NewLimiter(l.every, l.burst)
		}
		if len(l.young) >= l.room {
			l.old, l.young = l.young, map[uint64]*rate.Limiter{}
		}
		l.young[who] = bucket
	}
	return bucket.AllowN(now, 1)
}

// client names who sends: an IPv4 address, or the /64 network of an IPv6
// address, which is what one household has.
func (l *Limiter) client(r *http.Request) string {
	addr, err := netip.ParseAddr(l.sender(r))
	if err != nil {
		return ""
	}
	if addr = addr.Unmap(); addr.Is6() {
		network, err := addr.WithZone("").Prefix(64)
		if err != nil {
			return ""
		}
		return network.String()
	}
	return addr.String()
}

func (l *Limiter) sender(r *http.Request) string {
	if l.forwarded {
		all := r.Header.Values("X-Forwarded-For")
		if len(all) > 0 {
			list := strings.Split(all[len(all)-1], ",")
			return strings.TrimSpace(list[len(list)-1])
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
