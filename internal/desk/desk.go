// Package desk holds the private nouns of Rightsdesk and their rules as pure functions.
//
// A record lives here: sources and the entries they announce, captures (the
// evidence), articles read out of captures, findings that the machine proposes,
// decisions that people take, snippets, accounts. Nothing here does I/O, knows
// a database or asks for the time: now and randomness come in as arguments.
package desk

import (
	"encoding/base32"
	"fmt"
	"io"
	"strings"
)

// Kind is the letter in an id that says what it names.
type Kind byte

// The kinds of record that have ids.
const (
	KindSource     Kind = 's'
	KindEntry      Kind = 'e'
	KindCapture    Kind = 'k'
	KindArticle    Kind = 'a'
	KindFinding    Kind = 'f'
	KindDecision   Kind = 'd'
	KindSnippet    Kind = 'n'
	KindAccount    Kind = 'u'
	KindSubscriber Kind = 'r'
	KindIssue      Kind = 'i'
	KindLetter     Kind = 'l'
	KindMessage    Kind = 'm'
	KindCase       Kind = 'c'
	KindClaim      Kind = 'q'
	KindFigure     Kind = 'g'
	KindPoll       Kind = 'p'
	KindErasure    Kind = 'z'
	KindBlock      Kind = 'b'
	KindQuotation  Kind = 'y'
	KindLesson     Kind = 'x'
	KindQuestion   Kind = 'w' // what is asked
)

var idAlphabet = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// NewID makes a random, opaque id such as "rdk_a_7f3kq2m9x4tz6p8w": the
// organisation's short key, the kind, 80 random bits. It is never derived from
// a name. It panics when random cannot be read, since no id may then be made.
func NewID(random io.Reader, organisation string, kind Kind) string {
	var b [10]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		panic(fmt.Sprintf("read randomness: %v", err))
	}
	return organisation + "_" + string(kind) + "_" + idAlphabet.EncodeToString(b[:])
}

// KindOf gives the kind of an id, 0 when it is not of the form that NewID makes.
func KindOf(id string) Kind {
	parts := strings.Split(id, "_")
	if len(parts) != 3 || parts[0] == "" || len(parts[1]) != 1 || len(parts[2]) != 16 {
		return 0
	}
	return Kind(parts[1][0])
}
