// Package subscription holds the nouns of readers: subscribers and what they
// asked for, capabilities, issues of the newsletter and their deliveries, with
// their rules as pure functions.
package subscription

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"time"

	"rightsdesk/internal/public"
)

// State is where a subscriber stands.
type State string

// The states of a subscriber.
const (
	Pending   State = "pending"   // asked, not confirmed: gets one confirmation mail and nothing else
	Confirmed State = "confirmed" // gets issues
	Left      State = "left"      // asked for no mail any more
	Bounced   State = "bounced"   // the address refuses mail for good
	Tester    State = "tester"    // an address that an editor gave for test issues; gets nothing else
)

// Subscriber is a person's address. In the store it is encrypted; only the
// sending of a mail opens it.
type Subscriber struct {
	ID          string
	Address     string
	State       State
	Language    string   // of the mails, BCP 47
	Territories []string // sorted; public.Everything alone means everything
	CreatedAt   time.Time
	ConfirmedAt time.Time // zero before
}

// Wants reports whether a selection of territories asks for an article about
// those territories.
func Wants(selection, about []string) bool {
	if slices.Contains(selection, public.Everything) {
		return true
	}
	for _, t := range about {
		if slices.Contains(selection, t) {
			return true
		}
	}
	return false
}

// CapabilityKind says what a capability opens.
type CapabilityKind string

// The kinds of capability. A capability for leaving stands in every mail and
// never ends; the others end.
const (
	ToConfirm     CapabilityKind = "confirm"
	ToLeave       CapabilityKind = "leave"
	ToPreferences CapabilityKind = "preferences"
	Alert         CapabilityKind = "alert" // of a letter to the editors; it opens nothing
)

// How long the capabilities that end are good.
const (
	ConfirmFor     = 7 * 24 * time.Hour
	PreferencesFor = 24 * time.Hour
)

// LetterEvery is how often one address is written to at most because a form
// was sent with it: whoever sends a form 200 times makes one mail.
const LetterEvery = time.Hour

// Capability is the hash of a capability word with what it opens. The word
// itself is stored nowhere: it is derived from the id of what it opens with a
// secret key when a mail is written.
type Capability struct {
	Hash         string // as Hash gives it
	SubscriberID string
	Kind         CapabilityKind
	Expires      time.Time // zero: never
}

// ValidCapability reports whether word has the form of a capability: 128 bits
// in 22 letters of base64url.
func ValidCapability(word string) bool {
	b, err := base64.RawURLEncoding.DecodeString(word)
	return err == nil && len(b) == 16
}

// Hash is what is stored of a capability word: its SHA-256 in hexadecimal.
func Hash(word string) string {
	sum := sha256.Sum256([]byte(word))
	return hex.EncodeToString(sum[:])
}

// Preferences is what the readers room knows behind a capability: everything
// that a preference page shows, and no address.
type Preferences struct {
	Hash        string // of the capability
	Kind        CapabilityKind
	Territories []string
	Language    string
	Expires     time.Time // zero: never
}
