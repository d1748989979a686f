package testweb

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strings"
	"time"

	"github.com/emersion/go-message/mail"
)

// Mail is a mail that a relay took.
type Mail struct {
	Number    int // from 1, in the order of arrival
	From      string
	To        string // the one recipient that this copy is for
	MessageID string // without angle brackets
	Subject   string
	Text      string
	HTML      string
	Headers   textproto.MIMEHeader // decoded
	Raw       []byte               // as it came over the wire
	At        time.Time
	Problem   string // why the mail could not be read whole; empty when it could
}

// Path is where the inbox shows the mail.
func (m Mail) Path() string { return fmt.Sprintf("/mail/%d", m.Number) }

// readMail reads what came in. A mail that is none is kept too, with the problem.
func readMail(number int, from, to string, raw []byte, at time.Time) Mail {
	m := Mail{Number: number, From: from, To: to, Raw: raw, At: at, Headers: textproto.MIMEHeader{}}
	if err := m.read(); err != nil {
		m.Problem = err.Error()
	}
	return m
}

func (m *Mail) read() error {
	r, err := mail.CreateReader(bytes.NewReader(m.Raw))
	if err != nil {
		return fmt.Errorf("read mail: %w", err)
	}
	for f := r.Header.Fields(); f.Next(); {
		value, err := f.Text()
		if err != nil {
			value = f.Value() // as it stands is better than not at all
		}
		m.Headers.Add(f.Key(), value)
	}
	if m.Subject, err = r.Header.Subject(); err != nil {
		return fmt.Errorf("read subject: %w", err)
	}
	if m.MessageID, err = r.Header.MessageID(); err != nil {
		return fmt.Errorf("read Message-ID: %w", err)
	}
	for {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read part: %w", err)
		}
		if err := m.part(part); err != nil {
			return err
		}
	}
}

func (m *Mail) part(p *mail.Part) error {
	body, err := io.ReadAll(p.Body)
	if err != nil {
		return fmt.Errorf("read body: %w", err)
	}
	text := strings.ReplaceAll(string(body), "\r\n", "\n")
	switch kind, _, _ := strings.Cut(p.Header.Get("Content-Type"), ";"); strings.ToLower(strings.TrimSpace(kind)) {
	case "text/plain", "":
		m.Text += text
	case "text/html":
		m.HTML += text
	}
	return nil
}
