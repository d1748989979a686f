package public

import (
	"encoding/json"
	"net/mail"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// MessageKind says what a message from the public asks for.
type MessageKind string

// What the public may send in.
const (
	Subscribe   MessageKind = "subscribe"   // an address asks for the newsletter
	Confirm     MessageKind = "confirm"     // by the capability that was mailed to it
	Change      MessageKind = "change"      // new preferences
	Leave       MessageKind = "leave"       // no mail any more
	Preferences MessageKind = "preferences" // please mail me a link to my preferences
)

// Everything is the territory that stands for all of them.
const Everything = "*"

// MaxTerritories is how many territories one message may name.
const MaxTerritories = 300

// Message is what the public sends in. It is sealed to the desk's public key
// before it is stored.
type Message struct {
	Kind        MessageKind `json:"kind"`
	At          time.Time   `json:"at"`
	Address     string      `json:"address,omitempty"`
	Capability  string      `json:"capability,omitempty"`
	Territories []string    `json:"territories,omitempty"` // ids, or Everything alone
	Language    string      `json:"language,omitempty"`    // of the mails, BCP 47
}

// Check says what is wrong with a message, for the person who sent it, as an
// error of kind Invalid. It changes nothing and asks nobody.
func (m Message) Check() error {
	switch m.Kind {
	case Subscribe, Preferences:
		if err := CheckAddress(m.Address); err != nil {
			return err
		}
	case Confirm, Leave, Change:
		if m.Capability == "" {
			return fault.New(fault.Invalid, "This link is not complete. Please open it again from the mail.")
		}
	default:
		return fault.New(fault.Invalid, "This form is not known here. Please go back to the home page.")
	}
	if (m.Kind == Subscribe || m.Kind == Change) && len(m.Territories) == 0 {
		return fault.New(fault.Invalid, "Please choose at least one country or territory, or everything.")
	}
	if len(m.Territories) > MaxTerritories {
		return fault.New(fault.Invalid, "Please choose fewer countries and territories, or everything.")
	}
	if slices.Contains(m.Territories, Everything) && len(m.Territories) > 1 {
		return fault.New(fault.Invalid, "Please choose either everything or single territories, not both.")
	}
	return nil
}

// CheckAddress says whether a mail address can be written to.
func CheckAddress(address string) error {
	wrong := fault.New(fault.Invalid, "This is not a mail address. Please write it like name@example.org.")
	if len(address) > 254 || strings.ContainsAny(address, "\r\n\x00") {
		return fault.New(fault.Invalid, "This is not a mail address: it is too long or has a line break in it.")
	}
	parsed, err := mail.ParseAddress(address)
	if err != nil || parsed.Name != "" || parsed.Address != address {
		return wrong
	}
	at := strings.LastIndexByte(address, '@')
	if at < 1 || at > 64 || !strings.Contains(address[at+1:], ".") {
		return wrong
	}
	return nil
}

// Encode gives the message's JSON, before sealing.
func (m Message) Encode() ([]byte, error) { return json.Marshal(m) }

// DecodeMessage reads what Encode wrote.
func DecodeMessage(b []byte) (Message, error) {
	var m Message
	if err := json.Unmarshal(b, &m); err != nil {
		return Message{}, fault.Wrap(fault.Invalid, err, "A message from the intake cannot be read.")
	}
	return m, nil
}
