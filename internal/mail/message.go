package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"rightsdesk/internal/fault"
)

// Message is a mail to one person. Its strings are UTF-8.
type Message struct {
	ID       string // left part of the Message-ID, for instance a delivery's id: letters, digits, ".", "_", "-", 64 at most
	Domain   string // right part of the Message-ID
	From     string // address
	FromName string // may be empty
	To       string // address
	Subject  string
	Text     string
	HTML     string // empty: a mail of text only
	Leave    string // web address at which one POST stops the newsletter; may be empty
	ListID   string // domain-like name of the newsletter; may be empty
	Date     time.Time
	Auto     bool // sent without a person's hand: nobody's holiday notice shall answer it
}

const (
	maxSubject = 250 // runes, so that no header line can reach 998 bytes
	maxName    = 100
)

// breaks makes every line break the same before the quoted-printable writer of
// the standard library sees it: after a lone CR that one loses the next LF.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Bytes gives the mail as it goes over the wire: lines end in CRLF and are
// shorter than 998 bytes (RFC 5322), everything is ASCII, text and HTML are
// alternatives in quoted-printable. The same Message gives the same bytes.
//
// Line breaks in subject and name become spaces; anything else that could
// smuggle a header in is an error of kind Invalid.
func (m Message) Bytes() ([]byte, error) {
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent(), gomail.WithBoundary(m.boundary()))
	if err := m.address(msg); err != nil {
		return nil, err
	}
	if err := m.list(msg); err != nil {
		return nil, err
	}
	msg.SetMessageIDWithValue(m.ID + "@" + m.Domain)
	msg.SetDateWithValue(m.Date.UTC())
	msg.Subject(line(m.Subject, maxSubject))
	if m.Auto {
		msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834
	}
	msg.SetBodyString(gomail.TypeTextPlain, breaks.Replace(m.Text))
	if m.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, breaks.Replace(m.HTML))
	}
	var b bytes.Buffer
	if _, err := msg.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write mail: %w", err)
	}
	// The last line of a text without a break at its end has none (RFC 5322, section 2.1, wants one).
	if !bytes.HasSuffix(b.Bytes(), []byte("\r\n")) {
		b.WriteString("\r\n")
	}
	return b.Bytes(), nil
}

// boundary parts the alternatives. It comes from the Message-ID, so that a
// second copy is the same to the byte.
func (m Message) boundary() string {
	sum := sha256.Sum256([]byte(m.ID + "@" + m.Domain))
	return "rdk_" + hex.EncodeToString(sum[:16])
}

func (m Message) address(msg *gomail.Msg) error {
	if !localPart.MatchString(m.ID) || !domainPart.MatchString(m.Domain) {
		return fault.New(fault.Invalid, "A mail has no proper Message-ID (%q at %q); please check site.url.", m.ID, m.Domain)
	}
	from, err := wire(m.From)
	if err != nil {
		return fault.Wrap(fault.Invalid, err, "The address that mails come from cannot be used; please check mail.from.")
	}
	to, err := wire(m.To)
	if err != nil {
		return err
	}
	if name := line(m.FromName, maxName); name != "" {
		err = msg.FromFormat(name, from)
	} else {
		err = msg.From(from)
	}
	if err != nil {
		return fault.Wrap(fault.Invalid, err, "The address that mails come from cannot be used; please check mail.from and mail.from_name.")
	}
	if err := msg.To(to); err != nil {
		return fault.Wrap(fault.Invalid, err, "A mail address cannot be written to.")
	}
	return nil
}

// list writes the headers by which mail programs offer to leave: RFC 2369,
// RFC 2919, and RFC 8058 for leaving by one click. The last wants https; on
// this machine, where a demo runs, http does no harm.
func (m Message) list(msg *gomail.Msg) error {
	if m.ListID != "" {
		if !domainPart.MatchString(m.ListID) {
			return fault.New(fault.Invalid, "The name of the newsletter in its mails is not like a domain; please check site.url.")
		}
		msg.SetGenHeader("List-Id", "<"+m.ListID+">")
	}
	if m.Leave == "" {
		return nil
	}
	u, err := checkLeave(m.Leave)
	if err != nil {
		return err
	}
	msg.SetGenHeader("List-Unsubscribe", "<"+m.Leave+">")
	if u.Scheme == "https" || loopback(u.Hostname()) {
		msg.SetGenHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
	}
	return nil
}
