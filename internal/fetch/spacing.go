package fetch

import (
	"context"
	"sync"
	"time"

	"rightsdesk/internal/fault"
)

// spacing keeps a time between the beginnings of requests to one host.
type spacing struct {
	mu   sync.Mutex
	next map[string]time.Time // when a host may be asked again
	tail map[string]time.Time // until when work for a host has been put off
}

// manyHosts is how many hosts are remembered before those whose time has come
// are forgotten.
const manyHosts = 10_000

// wait takes the next turn at a host and waits for it. A turn after until is
// not taken: the fault is Unavailable, and retry says when the turn would be.
func (s *spacing) wait(ctx context.Context, host string, between time.Duration, until time.Time, now func() time.Time) (retry time.Time, err error) {
	at := now()
	turn := s.take(host, at, between, until)
	if turn.After(until) {
		return turn, fault.New(fault.Unavailable, "%s is to be left alone until %s. It is asked then.", host, turn.UTC().Format("2006-01-02 15:04 UTC"))
	}
	if !turn.After(at) {
		return time.Time{}, nil
	}
	t := time.NewTimer(turn.Sub(at))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return time.Time{}, ctx.Err()
	case <-t.C:
		return time.Time{}, nil
	}
}

func (s *spacing) take(host string, at time.Time, between time.Duration, until time.Time) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	turn := s.next[host]
	if turn.Before(at) {
		turn = at
	}
	if turn.After(until) || between <= 0 {
		return turn
	}
	if len(s.next) > manyHosts {
		for h, t := range s.next {
			if t.Before(at) {
				delete(s.next, h)
			}
		}
	}
	s.next[host] = turn.Add(between)
	return turn
}

// soon is how long a turn is waited for rather than come back to.
const soon = time.Second

// later says when to come back to a host that cannot be asked soon: each
// caller after the one before, so that they do not all come at once. The zero
// time says that it can.
func (s *spacing) later(host string, at time.Time, between time.Duration) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	turn := s.next[host]
	if !turn.After(at.Add(soon)) {
		return time.Time{}
	}
	if s.tail == nil || len(s.tail) > manyHosts {
		s.tail = map[string]time.Time{}
	}
	come := s.tail[host].Add(between)
	if come.Before(turn) {
		come = turn
	}
	s.tail[host] = come
	return come
}

// rest leaves a host alone until a time.
func (s *spacing) rest(host string, until time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if until.After(s.next[host]) {
		s.next[host] = until
	}
}
