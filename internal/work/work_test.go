package work

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

func TestWaitsOnlyWithoutMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		var runs atomic.Int64
		began := time.Now()
		go Run(ctx, quiet, Loop{Name: "x", Every: time.Minute, Do: func(context.Context) (bool, error) {
			return runs.Add(1) < 5, nil
		}})
		synctest.Wait()
		if runs.Load() != 5 || time.Since(began) != 0 {
			t.Errorf("%d runs in %v", runs.Load(), time.Since(began))
		}
		time.Sleep(time.Minute + time.Second)
		synctest.Wait()
		if runs.Load() != 6 {
			t.Errorf("%d runs after a minute", runs.Load())
		}
		stop()
		synctest.Wait()
	})
}

func TestBacksOffAndRecovers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		var at []time.Duration
		began := time.Now()
		go Run(ctx, quiet, Loop{Name: "x", Every: time.Hour, Do: func(context.Context) (bool, error) {
			at = append(at, time.Since(began))
			switch len(at) {
			case 1, 2:
				return false, errors.New("no")
			case 3:
				panic("at the disco")
			}
			return false, nil
		}})
		time.Sleep(30 * time.Second)
		stop()
		synctest.Wait()
		want := []time.Duration{0, 1 * time.Second, 3 * time.Second, 7 * time.Second}
		if len(at) != len(want) {
			t.Fatalf("tried at %v, want %v", at, want)
		}
		for i := range want {
			if at[i] != want[i] {
				t.Errorf("tried at %v, want %v", at, want)
			}
		}
	})
}

func TestLongestWait(t *testing.T) {
	if backoff(1) != FirstWait || backoff(3) != 4*time.Second || backoff(50) != LongestWait {
		t.Errorf("%v %v %v", backoff(1), backoff(3), backoff(50))
	}
}

func TestPanicIsLogged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		ctx, stop := context.WithCancel(t.Context())
		go Run(ctx, slog.New(slog.NewTextHandler(&out, nil)), Loop{Name: "x", Every: time.Hour, Do: func(context.Context) (bool, error) { panic("boom") }})
		synctest.Wait()
		stop()
		synctest.Wait()
		if !strings.Contains(out.String(), "boom") || !strings.Contains(out.String(), "loop=x") {
			t.Error(out.String())
		}
	})
}

// TestStopStress starts and stops many loops; Run may return only when none
// of them is at work any more.
func TestStopStress(t *testing.T) {
	for range 200 {
		ctx, stop := context.WithCancel(t.Context())
		var atWork, started atomic.Int64
		loop := Loop{Every: time.Microsecond, Do: func(context.Context) (bool, error) {
			atWork.Add(1)
			defer atWork.Add(-1)
			started.Add(1)
			return started.Load()%3 == 0, nil
		}}
		done := make(chan struct{})
		go func() { Run(ctx, quiet, loop, loop, loop, loop); close(done) }()
		for started.Load() < 4 {
			time.Sleep(time.Microsecond)
		}
		stop()
		<-done
		if n := atWork.Load(); n != 0 {
			t.Fatalf("%d loops at work after Run returned", n)
		}
	}
}
