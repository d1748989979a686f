package subscription

import "time"

// IssueState is where an issue stands.
type IssueState string

// The states of an issue.
const (
	Draft   IssueState = "draft"
	Sending IssueState = "sending" // the ledger has a delivery for every subscriber
	Sent    IssueState = "sent"    // no delivery is open any more
)

// Issue is one number of the newsletter.
type Issue struct {
	ID        string
	Title     string // subject of the mail and headline in the archive
	State     IssueState
	Articles  []string // public ids, newest first
	Test      bool     // one delivery to an editor's address; not in the archive
	CreatedAt time.Time
	SentAt    time.Time // when the last delivery ended; zero before
}

// DeliveryState is where a delivery stands. It only moves forward.
type DeliveryState string

// The states of a delivery.
const (
	Open      DeliveryState = "open"      // to be sent
	Delivered DeliveryState = "delivered" // the relay took it
	Refused   DeliveryState = "refused"   // the relay refused it for good
	Expired   DeliveryState = "expired"   // put off by the relay for too long
	Skipped   DeliveryState = "skipped"   // the subscriber left, or nothing in the issue is for them
)

// Delivery is one issue to one subscriber: a line of the ledger.
type Delivery struct {
	ID           string // makes the Message-ID, so that a second copy is known as one
	IssueID      string
	SubscriberID string
	State        DeliveryState
	Attempts     int
	NextTry      time.Time
	LastError    string
	EndedAt      time.Time
}

// Envelope is a delivery with what is needed to send it.
type Envelope struct {
	Delivery
	Issue      Issue
	Subscriber Subscriber
	LeaveWord  string // capability word for leaving
}

// DeliveryFor is how long a delivery that the relay puts off is tried again.
const DeliveryFor = 48 * time.Hour

// NextDelivery says when to try again after attempts that were put off: five
// minutes, doubled each time, six hours at most.
func NextDelivery(now time.Time, attempts int) time.Time {
	wait := 5 * time.Minute
	for range attempts - 1 {
		wait = min(2*wait, 6*time.Hour)
	}
	return now.Add(wait)
}

// Letter is a mail that answers one reader: a confirmation or a link to
// preferences.
type Letter struct {
	ID           string
	SubscriberID string
	Kind         CapabilityKind // ToConfirm or ToPreferences; Alert for the editors, who are no subscriber
	Word         string         // capability word in its link, derived when leased
	State        DeliveryState
	Attempts     int
	NextTry      time.Time
	LastError    string
	CreatedAt    time.Time
	Subscriber   Subscriber // filled in when leased
	LeaveWord    string     // filled in when leased
}

// Counts is how many deliveries of an issue stand in each state.
type Counts map[DeliveryState]int

// Tally is how many subscribers stand in each state.
type Tally map[State]int
