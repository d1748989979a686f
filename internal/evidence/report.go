package evidence

import "context"

// Files is where capture files are: a Folder, or a store elsewhere.
type Files interface {
	// Each gives the digest of each file, in any order.
	Each(ctx context.Context, each func(sha string) error) error
	Get(sha string) ([]byte, error)
}

// Asked is what verifying is asked for beyond what is in the folder.
type Asked struct {
	Key        string // the verifier key that checkpoints must have; empty: that of the folder
	Checkpoint []byte // an older checkpoint that the log must still contain; may be empty
	Trust      []byte // PEM of the authorities that are trusted for stamps; empty: those of the folder
}

// Found is one thing that verifying found.
type Found struct {
	Kind  FoundKind `json:"kind"`
	Name  string    `json:"name"` // of the file, line or capture
	Words string    `json:"words"`
}

// FoundKind says what was found.
type FoundKind string

// What verifying finds. The first two are no fault.
const (
	FoundErased    FoundKind = "erased"     // by a decision
	FoundUnlogged  FoundKind = "not-in-log" // a whole capture file that no line commits to
	FoundChanged   FoundKind = "changed-file"
	FoundMissing   FoundKind = "missing-file"
	FoundSwapped   FoundKind = "other-capture"
	FoundStillHere FoundKind = "erased-but-there"
	FoundLine      FoundKind = "log-line"
	FoundSignature FoundKind = "signature"
	FoundTree      FoundKind = "tree" // lines were changed or removed since they were signed
	FoundStamp     FoundKind = "time-stamp"
	FoundStrange   FoundKind = "strange-file"
)

// Fault reports whether something is wrong.
func (k FoundKind) Fault() bool { return k != FoundErased && k != FoundUnlogged }

// Report counts what was verified.
type Report struct {
	Lines       int64  `json:"lines"`
	Captures    int64  `json:"captures"` // whole, and in the log
	Erased      int64  `json:"erased"`
	Unlogged    int64  `json:"unlogged"` // whole, in no line
	Checkpoints int64  `json:"checkpoints"`
	Signed      int64  `json:"signed"` // lines that a checkpoint covers
	Stamps      int64  `json:"stamps"`
	Stamped     string `json:"stamped,omitempty"` // RFC 3339, the time of the newest good stamp
	Key         string `json:"key"`               // that checkpoints were verified with
	Faults      int64  `json:"faults"`
}
