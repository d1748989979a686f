// Package mailbox reads e-mail as it lies in files: messages with their parts
// (RFC 5322, MIME) and mbox files, message by message. It is pure and
// forgiving: what is broken is read as far as it goes, with a warning each, and
// no message is followed deeper than a few levels.
package mailbox

import (
	"bytes"
	"fmt"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/source"
)

// MaxMessage is how many bytes a message may have.
const MaxMessage = 25 << 20

// maxDepth is how deep parts are followed, and maxParts how many are read.
const (
	maxDepth = 10
	maxParts = 500
)

// Message is one e-mail.
type Message struct {
	ID           string // Message-ID without its brackets; may be empty
	Subject      string
	From         Sender
	Organisation string // as the sender says; may be empty
	Day          string // of the Date, at the sender's own offset; empty when it cannot be read
	Blocks       []Block
	Carried      []*Message // whole messages in it: forwarded as they were, or a digest
	Files        []File     // attachments
	Warnings     []string
}

// Sender is who a message says it is from.
type Sender struct {
	Name    string // may be empty
	Address string // may be empty
}

// Block is one piece of what a message shows, in one or both of two forms.
type Block struct{ Plain, HTML *Text }

// Text is a text as it came, its transfer encoding undone and its letters not.
type Text struct {
	Data   []byte
	Type   string // media type with charset, as declared
	Flowed bool   // RFC 3676: a line that ends in a blank goes on in the next
	DelSp  bool   // that blank is no part of the text
}

// File is an attachment.
type File struct {
	Name string // as the sender says; may be empty
	Type string // media type without parameters
	Size int    // bytes
}

// Read reads one message. Errors: Invalid for what is empty, too large or no
// message: it has no header that mails have.
func Read(data []byte) (*Message, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, fault.New(fault.Invalid, "It is empty: there is no message in it. Was it saved to the end?")
	case len(data) > MaxMessage:
		return nil, TooLarge(int64(len(data)))
	case !Is(data):
		return nil, fault.New(fault.Invalid, "It is no e-mail: it does not begin with lines such as \"From:\" and \"Date:\". Save the message with its headers, as .eml, and try again.")
	}
	r := &reader{}
	return r.message(data, 0), nil
}

// TooLarge is the error for a message of so many bytes.
func TooLarge(size int64) error {
	return fault.New(fault.Invalid, "The message has %d MB; one has %d MB at most. Take its attachments out and try again.", size>>20, MaxMessage>>20)
}

// Is reports whether bytes begin as a message does: with header lines, among
// them who it is from and one that only mails have.
func Is(data []byte) bool {
	h, _ := readHeader(data)
	if h.get("From") == "" {
		return h.get("Received") != "" && h.get("Message-Id") != ""
	}
	for _, name := range []string{"Date", "Message-Id", "Received", "Mime-Version", "Return-Path", "Delivered-To"} {
		if h.has(name) {
			return true
		}
	}
	return false
}

// reader reads a message with what it carries.
type reader struct{ parts int }

func (r *reader) message(data []byte, depth int) *Message {
	h, body := readHeader(data)
	m := &Message{
		ID:      trimBrackets(h.get("Message-Id")),
		Subject: words(h.get("Subject")), From: sender(h), Organisation: words(h.get("Organization")),
	}
	if h.broken {
		m.warn("lines of its header cannot be read")
	}
	if m.Day = source.Day(withoutComments(h.get("Date"))); m.Day == "" {
		m.warn("its date cannot be read: %.100q", h.get("Date"))
	}
	m.Blocks = r.part(m, h, body, depth)
	return m
}

func (m *Message) warn(format string, args ...any) {
	w := fmt.Sprintf(format, args...)
	for _, have := range m.Warnings {
		if have == w {
			return
		}
	}
	m.Warnings = append(m.Warnings, w)
}
