package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"rightsdesk/internal/fault"
)

// Stop is something that no restore may undo.
type Stop struct {
	At   time.Time `json:"at"`
	Kind StopKind  `json:"kind"`
	ID   string    `json:"id"` // article, issue or capture id, or the keyed hash of an address
}

// StopKind says what was stopped.
type StopKind string

// The kinds of stop.
const (
	StopWithdrawn StopKind = "withdrawn" // an article left the public
	StopLeft      StopKind = "left"      // a subscriber wants no mail any more
	StopSent      StopKind = "sent"      // an issue was sent
	StopErased    StopKind = "erased"    // a capture was erased; the id is that of the capture, a blank and the decision
)

// Stops is the append-only file of stops. It stands beside the database, goes
// to every backup and is replayed on restore.
type Stops struct{ Path string }

// Add writes a stop and waits until it is on the disk. It is called before the
// transaction that it belongs to is committed: a stop without its act does no
// harm on restore, an act without its stop would.
func (s Stops) Add(stop Stop) error {
	line, err := json.Marshal(stop)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(s.Path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "The list of stops %s cannot be written, so nothing was changed", s.Path)
	}
	_, err = f.Write(append(line, '\n'))
	err = errors.Join(err, f.Sync(), f.Close())
	return fault.Wrap(fault.Unavailable, err, "The list of stops %s cannot be written, so nothing was changed", s.Path)
}

// ReadStops reads a file of stops; a last line that a crash cut short is
// passed over, any other damage is an error.
func ReadStops(r io.Reader) ([]Stop, error) {
	var out []Stop
	var broken error
	for lines := bufio.NewScanner(r); ; {
		if !lines.Scan() {
			return out, lines.Err()
		}
		if broken != nil {
			return out, broken
		}
		var s Stop
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			broken = fmt.Errorf("line %d of the stops: %w", len(out)+1, err)
			continue
		}
		out = append(out, s)
	}
}
