package evidence

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// Line is one line of the log in files; docs/evidence.md specifies it.
type Line struct {
	Seq        int64  `json:"seq"` // from 0
	Erases     *int64 `json:"erases,omitempty"`
	Capture    string `json:"capture"`
	Decision   string `json:"decision,omitempty"` // only with Erases
	Version    int    `json:"v"`                  // of the commitment, 1 or 2
	Commitment string `json:"commitment"`         // 64 hexadecimal digits
}

// LineOf gives the line of a leaf.
func LineOf(l desk.Leaf) Line {
	line := Line{Seq: l.Seq, Capture: l.CaptureID, Version: 2, Commitment: hex.EncodeToString(l.Commitment)}
	if len(l.Nonce) > 0 {
		line.Version = 1
	}
	if l.Decision != "" {
		line.Erases, line.Decision = &l.Erases, l.Decision
	}
	return line
}

// Leaf gives the leaf of a line; its nonce is not in the log.
func (l Line) Leaf() (desk.Leaf, error) {
	commitment, err := l.commitment()
	leaf := desk.Leaf{Seq: l.Seq, CaptureID: l.Capture, Commitment: commitment, Decision: l.Decision}
	if l.Erases != nil {
		leaf.Erases = *l.Erases
	}
	return leaf, err
}

func (l Line) commitment() ([]byte, error) {
	raw, ok := decode(l.Commitment)
	if !ok {
		return nil, fault.New(fault.Invalid, "Line %d of the evidence log has no commitment of 64 hexadecimal digits.", l.Seq)
	}
	return raw, nil
}

// text gives the line as it stands in the file, with its line feed.
func (l Line) text() []byte {
	b, err := json.Marshal(l)
	if err != nil {
		panic(fmt.Sprintf("write a line of the log: %v", err)) // texts and numbers can always be written
	}
	return append(b, '\n')
}

// parseLine reads a line without its line feed. There is one way to write each
// line, so that no byte of it can be changed unseen.
func parseLine(b []byte) (Line, error) {
	var l Line
	if err := json.Unmarshal(b, &l); err != nil || !bytes.Equal(l.text(), append(bytes.Clone(b), '\n')) {
		return l, fault.New(fault.Invalid, "%.60q is no line of the evidence log.", b)
	}
	if (l.Erases == nil) != (l.Decision == "") || l.Version != 1 && l.Version != 2 {
		return l, fault.New(fault.Invalid, "Line %d of the evidence log is neither of a capture nor of an erasure.", l.Seq)
	}
	_, err := l.commitment()
	return l, err
}

// ErasureLeaf makes the leaf which says that the capture of the leaf erased is
// gone by a decision. Its place is left to the store.
func ErasureLeaf(erased desk.Leaf, decisionID string) desk.Leaf {
	return desk.Leaf{
		CaptureID: erased.CaptureID, Erases: erased.Seq, Decision: decisionID,
		Commitment: commitErasure(erased.Seq, erased.CaptureID, decisionID),
	}
}

func commitErasure(seq int64, captureID, decisionID string) []byte {
	sum := sha256.Sum256([]byte("rightsdesk erasure v2\x00" + strconv.FormatInt(seq, 10) + "\x00" + captureID + "\x00" + decisionID))
	return sum[:]
}
