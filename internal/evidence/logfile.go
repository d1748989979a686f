package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/mod/sumdb/tlog"

	"rightsdesk/internal/fault"
)

const (
	logFolder    = "log"
	linesPerFile = 1000
	maxLine      = 4 << 10 // bytes
)

// Log is the log in files of a folder of evidence, open for adding to it.
// Between OpenLog and Close no other process has it.
type Log struct {
	dir    string // of the evidence
	size   int64  // lines
	last   Line   // the last of them, where size is not 0
	hashes *os.File
	lock   *os.File
}

// OpenLog opens the log of a folder of evidence, makes it where it is missing,
// and waits while another process has it. A last line that a crash cut short
// is taken away: the desk's database has it and it is added again. Errors:
// Invalid when a line is damaged.
func OpenLog(dir string) (*Log, error) {
	if err := os.MkdirAll(filepath.Join(dir, logFolder), 0o700); err != nil {
		return nil, diskFault(err, dir)
	}
	lock, err := os.OpenFile(filepath.Join(dir, logFolder, ".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, diskFault(err, dir)
	}
	l := &Log{dir: dir, lock: lock}
	if err := l.open(); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func (l *Log) open() (err error) {
	if err := syscall.Flock(int(l.lock.Fd()), syscall.LOCK_EX); err != nil {
		return diskFault(err, l.dir)
	}
	if l.hashes, err = os.OpenFile(filepath.Join(l.dir, logFolder, "hashes"), os.O_CREATE|os.O_RDWR, 0o600); err != nil {
		return diskFault(err, l.dir)
	}
	if err := l.findEnd(); err != nil {
		return err
	}
	return l.mendHashes()
}

// Close gives the log free.
func (l *Log) Close() error {
	var errs []error
	for _, f := range []*os.File{l.hashes, l.lock} {
		if f != nil {
			errs = append(errs, f.Close())
		}
	}
	return errors.Join(errs...)
}

// Size is the number of lines.
func (l *Log) Size() int64 { return l.size }

// Last is the last line, where there is one.
func (l *Log) Last() Line { return l.last }

// file gives the path of the file that holds line seq.
func (l *Log) file(seq int64) string {
	return filepath.Join(l.dir, logFolder, fileName(seq))
}

func fileName(seq int64) string { return fmt.Sprintf("%06d.jsonl", seq/linesPerFile) }

// findEnd finds the last whole line and takes a torn one away.
func (l *Log) findEnd() error {
	n := int64(0)
	for ; ; n++ {
		if _, err := os.Stat(l.file(n * linesPerFile)); errors.Is(err, fs.ErrNotExist) {
			break
		} else if err != nil {
			return diskFault(err, l.dir)
		}
	}
	if n == 0 {
		return nil
	}
	path := l.file((n - 1) * linesPerFile)
	b, err := os.ReadFile(path)
	if err != nil {
		return diskFault(err, l.dir)
	}
	whole := bytes.LastIndexByte(b, '\n') + 1
	if whole < len(b) {
		if err := os.Truncate(path, int64(whole)); err != nil {
			return diskFault(err, l.dir)
		}
	}
	l.size = (n-1)*linesPerFile + int64(bytes.Count(b[:whole], []byte{'\n'}))
	if whole == 0 {
		return l.lastOfBefore()
	}
	l.last, err = parseLine(lastLine(b[:whole]))
	return err
}

// lastOfBefore reads the last line of the file before one that is empty.
func (l *Log) lastOfBefore() error {
	if l.size == 0 {
		return nil
	}
	b, err := os.ReadFile(l.file(l.size - 1))
	if err != nil {
		return diskFault(err, l.dir)
	}
	l.last, err = parseLine(lastLine(b))
	return err
}

func lastLine(b []byte) []byte {
	b = bytes.TrimSuffix(b, []byte{'\n'})
	return b[bytes.LastIndexByte(b, '\n')+1:]
}

// Append adds lines and waits until they are on the disk. The first must have
// the number that follows the last line. Errors: Internal for a gap,
// Unavailable when the disk is full.
func (l *Log) Append(lines []Line) error {
	for len(lines) > 0 {
		n := min(len(lines), int(linesPerFile-l.size%linesPerFile))
		if err := l.appendTo(l.file(l.size), lines[:n]); err != nil {
			return err
		}
		lines = lines[n:]
	}
	return nil
}

// appendTo adds lines to one file.
func (l *Log) appendTo(path string, lines []Line) error {
	var text bytes.Buffer
	for i, line := range lines {
		if line.Seq != l.size+int64(i) {
			return fault.New(fault.Internal, "Line %d of the evidence log cannot stand at place %d.", line.Seq, l.size+int64(i))
		}
		text.Write(line.text())
	}
	fresh := l.size%linesPerFile == 0
	if err := appendFile(path, text.Bytes(), fresh); err != nil {
		return diskFault(err, l.dir)
	}
	for _, line := range lines {
		if err := l.addHashes(line); err != nil {
			return err
		}
		l.last = line
		l.size++
	}
	return nil
}

// appendFile adds bytes to a file and brings them to the disk, and the file's
// entry in its folder too where the file is fresh.
func appendFile(path string, data []byte, fresh bool) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil || !fresh {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// addHashes writes the hashes of the tree that a line completes.
func (l *Log) addHashes(line Line) error {
	commitment, err := line.commitment()
	if err != nil {
		return err
	}
	list, err := tlog.StoredHashes(line.Seq, commitment, l)
	if err != nil {
		return fmt.Errorf("hash line %d of the evidence log: %w", line.Seq, err)
	}
	var b []byte
	for _, h := range list {
		b = append(b, h[:]...)
	}
	_, err = l.hashes.WriteAt(b, tlog.StoredHashCount(line.Seq)*tlog.HashSize)
	if err != nil {
		return diskFault(err, l.dir)
	}
	return nil
}

// mendHashes makes the hashes again of the lines that no checkpoint covers: a
// crash may have kept the lines and not the hashes. Where the others do not give
// the checkpoint's root, all are made again.
func (l *Log) mendHashes() error {
	from, err := l.trusted()
	if err != nil {
		return err
	}
	if err := l.hashes.Truncate(tlog.StoredHashCount(from) * tlog.HashSize); err != nil {
		return diskFault(err, l.dir)
	}
	return readFrom(l.dir, from, func(line Line) error { return l.addHashes(line) })
}

// trusted is how many lines have hashes that the last checkpoint bears out.
func (l *Log) trusted() (int64, error) {
	notes, err := readNotes(l.dir)
	if err != nil || len(notes) == 0 {
		return 0, err
	}
	c, err := parseCheckpoint(noteText(notes[len(notes)-1]))
	info, e := l.hashes.Stat()
	if e != nil {
		return 0, diskFault(e, l.dir)
	}
	if err != nil || c.Size > l.size || info.Size() < tlog.StoredHashCount(c.Size)*tlog.HashSize {
		return 0, nil // verify says what is wrong with it
	}
	root, err := l.Root(c.Size)
	if err != nil || root != c.Root {
		return 0, err
	}
	return c.Size, nil
}

// ReadHashes gives stored hashes of the tree by their index, for [tlog].
func (l *Log) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		if _, err := l.hashes.ReadAt(out[i][:], at*tlog.HashSize); err != nil {
			return nil, diskFault(err, l.dir)
		}
	}
	return out, nil
}

// Root is the head of the tree over the first size lines.
func (l *Log) Root(size int64) (tlog.Hash, error) { return tlog.TreeHash(size, l) }

// Prove gives the hashes that lead from line seq to the root of the first size
// lines (RFC 6962, section 2.1.1).
func (l *Log) Prove(size, seq int64) ([]tlog.Hash, error) { return tlog.ProveRecord(size, seq, l) }
