package mail

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"regexp"
	"slices"
	"strings"
	"syscall"
)

// Failure says why a mail was not sent, in words without readers' addresses.
//
// Three cases matter to a ledger. Temporary: try again. Temporary and OnWire:
// try again with the same Message-ID, the relay may have taken the mail.
// Neither: the relay refused this recipient or this mail for good.
//
// A 5xx that is about us and not about the recipient (login, relaying, the
// sender's address, policy: RFC 3463 class 5.7) is Temporary: it ends when the
// operator repairs it, and must not cost readers their subscription.
type Failure struct {
	Temporary bool
	OnWire    bool   // the final dot was sent and no answer came
	Code      int    // the relay's reply code; 0 when there was none
	Text      string // what happened; the relay's words without addresses, 300 bytes at most
	err       error
}

// Error is Reason.
func (f *Failure) Error() string { return f.Reason() }

// Unwrap gives the cause; nil when the relay answered.
func (f *Failure) Unwrap() error { return f.err }

// Reason gives the words for a log or a ledger.
func (f *Failure) Reason() string {
	switch {
	case f.OnWire:
		return "no answer after the mail was handed over, it may have been taken: " + f.Text
	case f.Code == 0:
		return f.Text
	case f.Temporary:
		return fmt.Sprintf("put off by the relay: %d %s", f.Code, f.Text)
	}
	return fmt.Sprintf("refused by the relay: %d %s", f.Code, f.Text)
}

// stage is what a reply is about.
type stage int

const (
	session   stage = iota // greeting, encryption, login
	sender                 // MAIL FROM
	recipient              // RCPT TO
	content                // DATA and the mail itself
)

// doing begins the words about a connection that was lost at a stage.
var doing = [...]string{"", "naming the sender: ", "naming the recipient: ", "handing the mail over: "}

// ours matches the refusals that the operator can repair: 5.7 (security and
// policy), and the codes for a login that is missing or wrong.
var ours = regexp.MustCompile(`^(5[0-9][0-9] 5\.7\.|53[0-9] )`)

// failure makes a Failure of an error that came up while talking about s.
// hide is the recipient, whom relays like to repeat.
func failure(err error, s stage, hide string) *Failure {
	var known *Failure
	if errors.As(err, &known) {
		return known
	}
	var reply *textproto.Error
	if !errors.As(err, &reply) {
		return &Failure{Temporary: true, Text: doing[s] + conceal(lost(err), hide), err: err}
	}
	about := s == recipient || s == content
	whole := fmt.Sprintf("%d %s", reply.Code, reply.Msg)
	permanent := reply.Code >= 500 && reply.Code < 600 && about && !ours.MatchString(whole)
	return &Failure{Temporary: !permanent, Code: reply.Code, Text: conceal(reply.Msg, hide)}
}

// refused reports whether err is a proper answer of the relay, after which the
// connection is in order.
func refused(err error) bool {
	code := failure(err, session, "").Code
	return code >= 400 && code < 600 && code != 421
}

// closed are the ways in which a connection that the other side has closed shows itself.
var closed = []error{io.EOF, io.ErrUnexpectedEOF, io.ErrClosedPipe, syscall.EPIPE, syscall.ECONNRESET}

func lost(err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return "sending was stopped"
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return "the relay did not answer in time"
	case slices.ContainsFunc(closed, func(c error) bool { return errors.Is(err, c) }):
		return "the relay closed the connection"
	}
	return err.Error()
}

var addresses = regexp.MustCompile(`\S*@\S*`)

// conceal takes out of a relay's words whatever has an @ in it, and the two
// sides of the recipient's address, which relays show in pieces too.
func conceal(words, recipient string) string {
	words = addresses.ReplaceAllString(line(words, 300), "…")
	name, domain, ok := strings.Cut(recipient, "@")
	if !ok {
		return words
	}
	words = regexp.MustCompile(`(?i)\S*`+regexp.QuoteMeta(domain)+`\S*`).ReplaceAllString(words, "…")
	return regexp.MustCompile(`(?i)(^|[^\pL\pN])`+regexp.QuoteMeta(name)+`($|[^\pL\pN])`).ReplaceAllString(words, "$1…$2")
}
