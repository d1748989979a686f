// Package work runs loops: each does its work, waits, backs off after a
// failure and stops when it is told to, all in the same way. It knows nothing
// of what the loops do.
package work

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// Loop is a piece of work that is done again and again.
type Loop struct {
	Name  string
	Every time.Duration // how long to wait when there was nothing to do
	// Do does one piece of work and says whether there may be more of it right
	// now. When ctx ends it finishes what cannot be broken off and returns.
	Do func(ctx context.Context) (more bool, err error)
}

// The waits after failures: the first, and the longest; each is double the
// one before.
const (
	FirstWait   = time.Second
	LongestWait = time.Minute
)

// Run runs the loops at the same time until ctx ends, and returns when the
// last of them has finished the piece of work it was at. A failure, and a
// panic too, is logged and tried again after a wait; the other loops go on.
func Run(ctx context.Context, log *slog.Logger, loops ...Loop) {
	var wg sync.WaitGroup
	for _, l := range loops {
		wg.Go(func() { l.run(ctx, log) })
	}
	wg.Wait()
}

func (l Loop) run(ctx context.Context, log *slog.Logger) {
	failures := 0
	for ctx.Err() == nil {
		more, err := l.once(ctx)
		wait := l.Every
		switch {
		case err != nil && ctx.Err() != nil:
			return
		case err != nil:
			failures++
			wait = backoff(failures)
			log.Error("a piece of work failed and is tried again", "loop", l.Name, "error", err, "in", wait)
		default:
			failures = 0
			if more {
				continue
			}
		}
		sleep(ctx, wait)
	}
}

// once does one piece of work; a panic in it is an error like others.
func (l Loop) once(ctx context.Context) (more bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return l.Do(ctx)
}

func backoff(failures int) time.Duration {
	wait := FirstWait
	for range failures - 1 {
		wait = min(2*wait, LongestWait)
	}
	return wait
}

func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}
