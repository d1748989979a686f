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

func TestWordsIn(t *testing.T) {
	french := map[string]string{
		"There is no %q, needs %s. %s": "Pas de %q, il faut %s. %s", "a text": "un texte", "Gone.": "Parti.",
		"Something went wrong on our side. It has been written to the log; please try again.": "Une faute.",
	}
	say := func(s string) string {
		if f, known := french[s]; known {
			return f
		}
		return s
	}
	for want, err := range map[string]error{
		`Pas de "x%s", il faut un texte, it. Parti.`: New(Invalid, "There is no %q, needs %s. %s", "x%s", List{", ", []string{"a text", "it"}}, New(Gone, "Gone.")),
		"Parti.":     fmt.Errorf("read: %w", Wrap(Gone, errors.New("cause"), "Gone.")),
		"Une faute.": errors.New("disk"),
		"Other 100%": &Error{Kind: Invalid, Text: "Other 100%"},
	} {
		if got := WordsIn(err, say); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := Words(New(Invalid, "Needs %s.", List{"; ", []string{"a", "b"}})); got != "Needs a; b." {
		t.Error(got)
	}
}
