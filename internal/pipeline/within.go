package pipeline

import (
	"fmt"
	"runtime/debug"
	"time"

	"rightsdesk/internal/fault"
)

// readLimit is how long one text may be read and analysed.
const readLimit = 30 * time.Second

// within gives what fn gives, unless it panics or takes longer than limit: one
// hostile text must not hold up all others. Go cannot end a function from
// outside, so one that never returns goes on alone until the program ends.
// Errors: Invalid, with words for the editor, in both cases.
func within[T any](limit time.Duration, fn func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var out outcome
		defer func() {
			if r := recover(); r != nil {
				out.err = fault.Wrap(fault.Invalid, fmt.Errorf("panic: %v\n%s", r, debug.Stack()), "The program failed over this text; that is a fault of the program")
			}
			done <- out
		}()
		out.value, out.err = fn()
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case out := <-done:
		return out.value, out.err
	case <-timer.C:
		var none T
		return none, fault.New(fault.Invalid, "Reading this took longer than it may, so it was given up.")
	}
}
