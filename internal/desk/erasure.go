package desk

import (
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// Erasure is the end of a capture: its bytes and all that was read from them
// go, the log says by which decision. One person proposes it, another agrees.
type Erasure struct {
	ID         string
	CaptureID  string
	ArticleID  string // read out of the capture; for showing only, may be empty
	State      ErasureState
	Reason     string // why, without what is to be erased
	ProposedBy string // account
	ProposedAt time.Time
	DecidedBy  string // account that agreed or declined
	DecidedAt  time.Time
	DecisionID string // by which it was agreed
	Attempts   int
	LastError  string
}

// ErasureState is where an erasure stands.
type ErasureState string

// The states of an erasure.
const (
	ErasureProposed ErasureState = "proposed"
	ErasureDeclined ErasureState = "declined"
	ErasureWiped    ErasureState = "wiped" // nothing of it is left in the database; its file is to be deleted
	ErasureDone     ErasureState = "done"
)

// CheckErasure says whether a proposal may be made, as an error of kind Invalid.
func CheckErasure(reason string) error {
	if strings.TrimSpace(reason) == "" {
		return fault.New(fault.Invalid, "Please give a reason without naming what is to be erased: the reason stays.")
	}
	return nil
}

// CheckAgree says whether an account may decide a proposal: it needs a second
// person. Errors: Forbidden, Conflict when it was decided already.
func (e Erasure) CheckAgree(account string) error {
	if e.State != ErasureProposed {
		return fault.New(fault.Conflict, "This erasure was decided already. Reload the page to see where it stands.")
	}
	if e.ProposedBy == account {
		return fault.New(fault.Forbidden, "Who proposed an erasure cannot agree to it: it needs a second person.")
	}
	return nil
}
