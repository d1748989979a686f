// Package fault holds the kinds of error that Rightsdesk knows and the words in which people hear of them.
//
// An error gets its kind once, where it is first understood; every caller above
// only adds what it was doing with fmt.Errorf and %w. The web maps kinds to
// HTTP statuses in one table, the command line maps them to exit statuses.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of thing went wrong. The zero Kind is Internal.
type Kind uint8

// The kinds of error. Internal is everything that has no other kind: a fault
// of ours or of the machine, whose words are for the log and not for readers.
const (
	Internal Kind = iota
	NotFound
	Invalid
	Conflict
	Forbidden
	Gone
	Unavailable
)

var names = [...]string{"internal", "not found", "invalid", "conflict", "forbidden", "gone", "unavailable"}

// String gives the kind's English name, as logs show it.
func (k Kind) String() string {
	if int(k) < len(names) {
		return names[k]
	}
	return "internal"
}

// Error is an error with a kind and words for the person who meets it.
type Error struct {
	Kind Kind
	Text string // what happened and what to do, one or two sentences for a person
	Err  error  // the cause, for the log; may be nil

	format string // what Text was made of
	args   []any
}

// List is an argument of New and Wrap: several things that are words
// themselves, each to be said in the reader's language.
type List struct {
	Between string
	Items   []string
}

// String joins the items.
func (l List) String() string { return strings.Join(l.Items, l.Between) }

// Error gives the words and the cause.
func (e *Error) Error() string {
	if e.Err != nil {
		return e.Text + ": " + e.Err.Error()
	}
	return e.Text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// New makes an error of a kind; format and args are the words for people.
func New(kind Kind, format string, args ...any) error {
	return &Error{Kind: kind, Text: fmt.Sprintf(format, args...), format: format, args: args}
}

// Wrap gives err a kind and words for people. It returns nil for a nil err.
func Wrap(kind Kind, err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &Error{Kind: kind, Text: fmt.Sprintf(format, args...), Err: err, format: format, args: args}
}

// Of gives the kind of the outermost Error in err's chain, Internal if there is none.
func Of(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Is reports whether err has the kind.
func Is(err error, kind Kind) bool { return err != nil && Of(err) == kind }

// Words gives what a person may read about err: the text of the outermost
// Error in its chain, or a sentence that admits a fault of ours without its
// details, which belong in the log.
func Words(err error) string {
	var e *Error
	if errors.As(err, &e) && e.Kind != Internal {
		return e.Text
	}
	return "Something went wrong on our side. It has been written to the log; please try again."
}

// WordsIn gives what Words does in another language. translate gives the words
// of a format in that language, with the same verbs in the same order, and the
// format itself when it has none. Lists and errors among the args are said in
// it too.
func WordsIn(err error, translate func(format string) string) string {
	var e *Error
	if !errors.As(err, &e) || e.Kind == Internal || e.format == "" {
		return translate(Words(err))
	}
	args := make([]any, len(e.args))
	for i, a := range e.args {
		switch a := a.(type) {
		case List:
			said := List{Between: a.Between}
			for _, item := range a.Items {
				said.Items = append(said.Items, translate(item))
			}
			args[i] = said
		case error:
			args[i] = WordsIn(a, translate)
		default:
			args[i] = a
		}
	}
	return fmt.Sprintf(translate(e.format), args...)
}
