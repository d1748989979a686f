package account

import (
	"crypto/sha256"
	"strings"
	"sync"
	"time"
)

// The throttle's rules: so many free attempts, then the first wait, doubled
// with each failure up to the longest; failures are forgotten after a day.
const (
	freeAttempts = 5
	firstWait    = 30 * time.Second
	longestWait  = 15 * time.Minute
	forgetAfter  = 24 * time.Hour
	maxNames     = 10_000 // of which failures are remembered, about 1 MB
)

// Throttle slows the guessing of passwords down, for each name by itself.
// It is for one process and many goroutines; the zero Throttle is ready.
type Throttle struct {
	mu    sync.Mutex
	names map[[sha256.Size]byte]attempts
}

// attempts is what is remembered of a name.
type attempts struct {
	failed int
	last   time.Time
	until  time.Time // no attempt before
}

// Try says how long a person must wait before a password for this name may be
// checked; 0 means now. An allowed attempt counts as failed until Passed is
// called, so that attempts at the same moment are counted, too. Names are the
// same whatever their case.
func (t *Throttle) Try(name string, now time.Time) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := nameKey(name)
	a := t.names[key]
	if now.Sub(a.last) > forgetAfter {
		a = attempts{}
	}
	if wait := a.until.Sub(now); wait > 0 {
		return wait
	}
	a.failed++
	a.last = now
	a.until = now.Add(waitAfter(a.failed))
	t.remember(key, a, now)
	return 0
}

// Passed forgets the failures of a name: the password was right.
func (t *Throttle) Passed(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.names, nameKey(name))
}

func nameKey(name string) [sha256.Size]byte {
	return sha256.Sum256([]byte(strings.ToLower(strings.TrimSpace(name))))
}

// waitAfter gives the wait after so many failures in a row.
func waitAfter(failed int) time.Duration {
	if failed < freeAttempts {
		return 0
	}
	wait := firstWait
	for range failed - freeAttempts {
		if wait *= 2; wait >= longestWait {
			return longestWait
		}
	}
	return wait
}

// remember keeps a name's attempts; when there are too many names it first
// drops those that are forgotten anyway, or else the one with the fewest
// failures, so that a flood of names does not free the one that is guessed at.
func (t *Throttle) remember(key [sha256.Size]byte, a attempts, now time.Time) {
	if t.names == nil {
		t.names = map[[sha256.Size]byte]attempts{}
	}
	if _, known := t.names[key]; !known && len(t.names) >= maxNames {
		t.makeRoom(now)
	}
	t.names[key] = a
}

func (t *Throttle) makeRoom(now time.Time) {
	var least [sha256.Size]byte
	fewest := attempts{failed: -1}
	for key, a := range t.names {
		if now.Sub(a.last) > forgetAfter {
			delete(t.names, key)
		} else if fewest.failed < 0 || a.failed < fewest.failed || a.failed == fewest.failed && a.last.Before(fewest.last) {
			least, fewest = key, a
		}
	}
	if len(t.names) >= maxNames {
		delete(t.names, least)
	}
}
