package evidence

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"rightsdesk/internal/fault"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const givenCheckpoint = "the checkpoint that was given"

// readCheckpoints checks every signature, and each root against the lines.
func (v *verifier) readCheckpoints(context.Context) error {
	key, err := v.key()
	if err != nil {
		return err
	}
	notes, err := readNotes(v.dir)
	if err != nil {
		return err
	}
	if len(notes) == 0 && v.report.Lines > 0 {
		v.say(FoundSignature, checkpointsFile, "There is no checkpoint, so nobody has signed the %d lines of the log. \"rightsdesk work\" signs them.", v.report.Lines)
	}
	for i, message := range notes {
		if c, ok := v.check(fmt.Sprintf("%s:%d", checkpointsFile, i+1), message, key); ok {
			v.signed = append(v.signed, c)
		}
	}
	if len(v.asked.Checkpoint) > 0 {
		v.check(givenCheckpoint, append(bytes.TrimRight(v.asked.Checkpoint, "\r\n"), '\n'), key)
	}
	return nil
}

// key gives the verifier key: that which was asked for, or the folder's.
func (v *verifier) key() (string, error) {
	b, err := os.ReadFile(filepath.Join(v.dir, keyFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", diskFault(err, v.dir)
	}
	v.report.Key = strings.TrimSpace(string(b))
	if asked := strings.TrimSpace(v.asked.Key); asked != "" {
		if v.report.Key != "" && v.report.Key != asked {
			v.say(FoundSignature, keyFile, "It holds another key than the one that was given.")
		}
		v.report.Key = asked
	}
	return v.report.Key, nil
}

// check checks one checkpoint.
func (v *verifier) check(name string, message []byte, key string) (Checkpoint, bool) {
	c, err := OpenCheckpoint(message, key)
	switch {
	case err != nil:
		v.say(FoundSignature, name, "%s", fault.Words(err))
		return c, false
	case c.Size > v.report.Lines:
		v.say(FoundTree, name, "It was signed over %d lines, and the log has %d: lines were removed.", c.Size, v.report.Lines)
		return c, false
	case len(v.signed) > 0 && c.Size < v.signed[len(v.signed)-1].Size && name != givenCheckpoint:
		v.say(FoundTree, name, "It says that the log had %d lines, an earlier one says %d: checkpoints were put elsewhere.", c.Size, v.signed[len(v.signed)-1].Size)
		return c, false
	}
	if !v.broken {
		if root, err := tlog.TreeHash(c.Size, v); err != nil || root != c.Root {
			v.say(FoundTree, name, "Its root is not that of the first %d lines: a line was changed, removed or put elsewhere after it was signed.", c.Size)
			return c, false
		}
	}
	v.report.Checkpoints++
	v.report.Signed = max(v.report.Signed, c.Size)
	return c, true
}
