package evidence

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rightsdesk/internal/fault"
)

// errTorn ends a log whose last line has no line feed.
var errTorn = errors.New("the last line is cut off")

// ReadLog gives the lines of a log to each, in the order of the files. A last
// line that was cut short is passed over. Errors: Invalid for a damaged line,
// and what each gives.
func ReadLog(dir string, each func(Line) error) error { return readFrom(dir, 0, each) }

// readFrom is ReadLog from line seq on.
func readFrom(dir string, seq int64, each func(Line) error) error {
	err := readLines(dir, seq, func(b []byte, _ string, _ int) error {
		line, err := parseLine(b)
		if err != nil || line.Seq < seq {
			return err
		}
		return each(line)
	})
	if errors.Is(err, errTorn) {
		return nil
	}
	return err
}

// readLines gives the lines of the files of a log, from the file with line seq
// on, with their file and place from 1 on. Its error is errTorn when the very
// last line is cut off.
func readLines(dir string, seq int64, each func(line []byte, file string, n int) error) error {
	entries, err := os.ReadDir(filepath.Join(dir, logFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return diskFault(err, dir)
	}
	torn := false
	for _, entry := range entries { // in the order of their names
		name := logFolder + "/" + entry.Name()
		if !strings.HasSuffix(name, ".jsonl") || entry.Name() < fileName(seq) {
			continue
		}
		if torn {
			return fault.New(fault.Invalid, "A line in the middle of the evidence log is cut off, before %s.", name)
		}
		err := readFile(filepath.Join(dir, logFolder, entry.Name()), func(line []byte, n int) error { return each(line, name, n) })
		if torn = errors.Is(err, errTorn); err != nil && !torn {
			return err
		}
	}
	if torn {
		return errTorn
	}
	return nil
}

// readFile gives the lines of one file.
func readFile(path string, each func(line []byte, n int) error) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return diskFault(err, filepath.Dir(path))
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	in := bufio.NewReaderSize(f, maxLine)
	for n := 1; ; n++ {
		line, err := in.ReadSlice('\n')
		switch {
		case errors.Is(err, io.EOF) && len(line) == 0:
			return nil
		case errors.Is(err, io.EOF):
			return errTorn
		case err != nil:
			return fault.New(fault.Invalid, "Line %d of %s is longer than a line of the evidence log can be.", n, filepath.Base(path))
		}
		if err := each(bytes.TrimSuffix(line, []byte{'\n'}), n); err != nil {
			return err
		}
	}
}
