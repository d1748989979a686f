package account

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func TestWaitsDoubleAfterFiveFailures(t *testing.T) {
	var throttle Throttle
	now := noon
	for i := range 5 {
		if wait := throttle.Try("editor", now); wait != 0 {
			t.Fatalf("attempt %d waits %v", i+1, wait)
		}
	}
	for _, want := range []string{"30s", "1m0s", "2m0s", "4m0s", "8m0s", "15m0s", "15m0s"} {
		if wait := throttle.Try("editor", now); wait.String() != want {
			t.Fatalf("waits %v, not %s", wait, want)
		}
		wait := throttle.Try("editor", now) // asking costs nothing
		if soon := throttle.Try("editor", now.Add(wait-1)); soon != 1 {
			t.Fatalf("a nanosecond before the end it waits %v", soon)
		}
		now = now.Add(wait)
		if wait := throttle.Try(" Editor", now); wait != 0 {
			t.Fatalf("after the wait still %v", wait)
		}
	}
	if wait := throttle.Try("another", now); wait != 0 {
		t.Errorf("another name waits %v", wait)
	}
}

func TestRightPasswordAndADayForget(t *testing.T) {
	var throttle Throttle
	for range 5 {
		throttle.Try("passed", noon)
		throttle.Try("later", noon)
	}
	throttle.Passed("PASSED")
	for range 5 {
		if wait := throttle.Try("passed", noon); wait != 0 {
			t.Fatalf("waits %v after the right password", wait)
		}
		if wait := throttle.Try("later", noon.Add(forgetAfter+1)); wait != 0 {
			t.Fatalf("waits %v after a day", wait)
		}
	}
	if throttle.Try("passed", noon) == 0 {
		t.Error("five new failures do not count")
	}
}

func TestAttemptsAtTheSameMomentCount(t *testing.T) {
	var throttle Throttle
	var allowed atomic.Int32
	var group sync.WaitGroup
	for range 100 {
		group.Go(func() {
			if throttle.Try("editor", noon) == 0 {
				allowed.Add(1)
			}
		})
	}
	group.Wait()
	if allowed.Load() != freeAttempts {
		t.Errorf("%d attempts were allowed", allowed.Load())
	}
}

func TestAFloodOfNamesIsBoundedAndFreesNobody(t *testing.T) {
	var throttle Throttle
	for range 5 {
		throttle.Try("guessed at", noon)
	}
	for i := range maxNames + 500 {
		throttle.Try(fmt.Sprint("name ", i), noon.Add(time.Duration(i)))
	}
	if len(throttle.names) != maxNames {
		t.Errorf("%d names are remembered", len(throttle.names))
	}
	if throttle.Try("guessed at", noon.Add(time.Second)) == 0 {
		t.Error("the flood freed the name that is guessed at")
	}
	throttle.Try("next week", noon.Add(8*24*time.Hour))
	if len(throttle.names) != 1 {
		t.Errorf("%d names are remembered after a week", len(throttle.names))
	}
}
