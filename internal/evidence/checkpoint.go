package evidence

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"rightsdesk/internal/fault"
)

// originPrefix stands before the organisation's short key in the origin of a log.
const originPrefix = "rightsdesk.evidence/"

// The files of a folder of evidence that say who signs and what was signed.
const (
	checkpointsFile = "checkpoints"
	keyFile         = "key.pub"
)

// Checkpoint says how the log stood at a time. docs/evidence.md specifies it.
type Checkpoint struct {
	Origin string
	Size   int64 // lines
	Root   tlog.Hash
	At     time.Time
	Note   []byte // as signed
}

// Signer signs checkpoints.
type Signer struct {
	origin string
	key    ed25519.PrivateKey
	public note.Verifier
	words  string // the verifier key
}

// NewSigner makes the signer of an organisation's log.
func NewSigner(organisation string, key ed25519.PrivateKey) (*Signer, error) {
	public, ok := key.Public().(ed25519.PublicKey)
	if !ok {
		return nil, fmt.Errorf("make the signer of the evidence log: no Ed25519 key")
	}
	s := &Signer{origin: originPrefix + organisation, key: key}
	var err error
	if s.words, err = note.NewEd25519VerifierKey(s.origin, public); err != nil {
		return nil, fmt.Errorf("make the signer of the evidence log: %w", err)
	}
	s.public, err = note.NewVerifier(s.words)
	return s, err
}

// Name, KeyHash and Sign make a Signer a [note.Signer].
func (s *Signer) Name() string { return s.origin }

// KeyHash is the hash by which a note names its key.
func (s *Signer) KeyHash() uint32 { return s.public.KeyHash() }

// Sign signs a message.
func (s *Signer) Sign(message []byte) ([]byte, error) { return ed25519.Sign(s.key, message), nil }

// VerifierKey is the public key, in the form of [note.NewVerifier].
func (s *Signer) VerifierKey() string { return s.words }

// Sign makes the checkpoint over all lines of the log, and adds it to the
// folder, with the key that verifies it.
func (l *Log) Sign(s *Signer, now time.Time) (Checkpoint, error) {
	root, err := l.Root(l.size)
	if err != nil {
		return Checkpoint{}, err
	}
	c := Checkpoint{Origin: s.origin, Size: l.size, Root: root, At: now.UTC().Truncate(time.Second)}
	if c.Note, err = note.Sign(&note.Note{Text: c.text()}, s); err != nil {
		return c, fmt.Errorf("sign a checkpoint: %w", err)
	}
	if err := writeOnce(filepath.Join(l.dir, keyFile), []byte(s.words+"\n")); err != nil {
		return c, err
	}
	if err := errors.Join(l.hashes.Sync(), l.cutTorn()); err != nil {
		return c, diskFault(err, l.dir)
	}
	if err := appendFile(filepath.Join(l.dir, checkpointsFile), append(bytes.Clone(c.Note), '\n'), true); err != nil {
		return c, diskFault(err, l.dir)
	}
	return c, nil
}

// cutTorn takes away a checkpoint that a crash cut short.
func (l *Log) cutTorn() error {
	path := filepath.Join(l.dir, checkpointsFile)
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if _, torn := splitNotes(b); len(torn) > 0 {
		return os.Truncate(path, int64(len(b)-len(torn)))
	}
	return nil
}

func (c Checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\ntime %s\n", c.Origin, c.Size, c.Root, c.At.Format(time.RFC3339))
}

// writeOnce writes a file that never changes. Errors: Conflict when it is there
// with other bytes.
func writeOnce(path string, data []byte) error {
	have, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(have, data):
		return nil
	case err == nil:
		return fault.New(fault.Conflict, "%s holds another key than that of this desk: the folder of evidence belongs to another desk, or keys/ was replaced. Put the right keys back.", path)
	case !errors.Is(err, fs.ErrNotExist):
		return diskFault(err, filepath.Dir(path))
	}
	return replaceFile(path, data)
}

// replaceFile writes a file under another name and renames it, so that under
// its own stand the old bytes or the new ones.
func replaceFile(path string, data []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return diskFault(err, dir)
	}
	f := Folder{dir: dir, create: func(dir string) (*os.File, error) { return os.CreateTemp(dir, tempPrefix+"*") }}
	temp, err := f.writeTemp(data)
	if err != nil {
		return diskFault(err, dir)
	}
	if err := errors.Join(os.Rename(temp, path), syncDir(dir)); err != nil {
		return diskFault(err, dir)
	}
	return nil
}

// OpenCheckpoint reads a checkpoint and checks its signature with a verifier
// key. Errors: Invalid.
func OpenCheckpoint(message []byte, key string) (Checkpoint, error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		return Checkpoint{}, fault.Wrap(fault.Invalid, err, "%.80q is no verifier key of an evidence log", key)
	}
	n, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return Checkpoint{}, fault.Wrap(fault.Invalid, err, "The signature of the checkpoint is wrong")
	}
	c, err := parseCheckpoint(n.Text)
	c.Note = message
	if err == nil && c.Origin != verifier.Name() {
		err = fault.New(fault.Invalid, "The checkpoint is of the log %q, its key of %q.", c.Origin, verifier.Name())
	}
	return c, err
}

// parseCheckpoint reads the text of a note.
func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 5 || lines[4] != "" {
		return Checkpoint{}, fault.New(fault.Invalid, "The checkpoint has not the lines of one.")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	root, e := tlog.ParseHash(lines[2])
	at, e2 := time.Parse("time "+time.RFC3339, lines[3])
	c := Checkpoint{Origin: lines[0], Size: size, Root: root, At: at}
	if errors.Join(err, e, e2) != nil || size < 0 || c.text() != text {
		return c, fault.New(fault.Invalid, "The checkpoint has not the lines of one.")
	}
	return c, nil
}

// splitNotes divides the file of checkpoints into its notes. What is behind
// the last whole one is given as torn.
func splitNotes(b []byte) (notes [][]byte, torn []byte) {
	for len(b) > 0 {
		sign := bytes.Index(b, []byte("\n\n— "))
		if sign < 0 {
			return notes, b
		}
		end := bytes.Index(b[sign+2:], []byte("\n\n"))
		if end < 0 {
			return notes, b
		}
		end += sign + 2 + 1
		notes = append(notes, b[:end:end])
		b = b[end+1:]
	}
	return notes, nil
}

// readNotes gives the notes of the file of checkpoints, a torn one left out.
func readNotes(dir string) ([][]byte, error) {
	b, err := os.ReadFile(filepath.Join(dir, checkpointsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, diskFault(err, dir)
	}
	notes, _ := splitNotes(b)
	return notes, nil
}

// noteText gives the text of a note without its signatures.
func noteText(message []byte) string {
	text, _, _ := bytes.Cut(message, []byte("\n\n"))
	return string(text) + "\n"
}

// LastCheckpoint gives the newest checkpoint, its signature checked. There may
// be none: its Size is 0 and its Note empty.
func (l *Log) LastCheckpoint(s *Signer) (Checkpoint, error) {
	notes, err := readNotes(l.dir)
	if err != nil || len(notes) == 0 {
		return Checkpoint{}, err
	}
	return OpenCheckpoint(notes[len(notes)-1], s.words)
}
