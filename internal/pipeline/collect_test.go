package pipeline

import (
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

func TestNextEntry(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	busy, gone := fault.New(fault.Unavailable, "busy"), fault.New(fault.Gone, "gone")
	for name, c := range map[string]struct {
		later    time.Time
		failures int
		err      error
		want     time.Time
	}{
		"first failure":             {time.Time{}, 1, busy, now.Add(time.Minute)},
		"third failure":             {time.Time{}, 3, busy, now.Add(4 * time.Minute)},
		"given up":                  {time.Time{}, desk.MaxAttempts, busy, time.Time{}},
		"gone":                      {time.Time{}, 1, gone, time.Time{}},
		"put off":                   {now.Add(time.Hour), 1, busy, now.Add(time.Hour)},
		"put off again and again":   {now.Add(time.Hour), 50, busy, now.Add(time.Hour)},
		"put off until a past time": {now.Add(-time.Hour), 1, busy, now.Add(time.Minute)},
	} {
		if got := nextEntry(now, c.later, c.failures, c.err); !got.Equal(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
