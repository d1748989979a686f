package pipeline

import (
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

func TestWithin(t *testing.T) {
	if n, err := within(time.Hour, func() (int, error) { return 7, nil }); n != 7 || err != nil {
		t.Error(n, err)
	}
	_, err := within(time.Hour, func() (int, error) { var list []int; return list[3], nil })
	if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "index out of range") || strings.Contains(fault.Words(err), "goroutine") {
		t.Errorf("a panic: %v", err)
	}
	release := make(chan struct{})
	defer close(release)
	_, err = within(time.Millisecond, func() (int, error) { <-release; return 1, nil })
	if !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "longer than it may") {
		t.Errorf("a function that does not return: %v", err)
	}
}
