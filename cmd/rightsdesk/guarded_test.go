package main

import "testing"

// TestGuarded answers a line over which the program fails by an error with the
// line's id, and reads others as they are.
func TestGuarded(t *testing.T) {
	fails := func([]byte) any { panic("no such token") }
	got, ok := guarded([]byte(`{"id":"a7"}`), fails).(failure)
	if !ok || got.ID != "a7" || got.Error == "" {
		t.Errorf("%+v", got)
	}
	if got := guarded([]byte(`{"id":"a8"}`), func(line []byte) any { return string(line) }); got != `{"id":"a8"}` {
		t.Errorf("%v", got)
	}
}
