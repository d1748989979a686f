package fault

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestKindSurvivesWrapping(t *testing.T) {
	base := New(NotFound, "There is no article %q.", "x")
	wrapped := fmt.Errorf("open article: %w", base)
	if Of(wrapped) != NotFound || !Is(wrapped, NotFound) {
		t.Fatalf("kind of %v is %v", wrapped, Of(wrapped))
	}
	if got := Words(wrapped); got != `There is no article "x".` {
		t.Fatalf("words: %s", got)
	}
}

func TestOutermostKindWins(t *testing.T) {
	err := Wrap(Unavailable, New(NotFound, "inner"), "outer")
	if Of(err) != Unavailable || Words(err) != "outer" {
		t.Fatalf("%v: %q", Of(err), Words(err))
	}
}

func TestInternalWordsTellNothing(t *testing.T) {
	err := fmt.Errorf("query: %w", errors.New("password=hunter2"))
	if Of(err) != Internal || strings.Contains(Words(err), "hunter2") {
		t.Fatalf("%v: %q", Of(err), Words(err))
	}
	if Wrap(Invalid, nil, "x") != nil || Is(nil, Internal) {
		t.Fatal("nil is no fault")
	}
}

func TestKindNames(t *testing.T) {
	if Unavailable.String() != "unavailable" || Kind(99).String() != "internal" {
		t.Fatal("names")
	}
}
