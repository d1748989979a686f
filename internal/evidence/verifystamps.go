package evidence

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rightsdesk/internal/fault"
)

// readStamps checks every time stamp against the checkpoint of its size.
func (v *verifier) readStamps(context.Context) error {
	sizes, strange, err := stampSizes(v.dir)
	if err != nil {
		return err
	}
	for _, name := range strange {
		v.say(FoundStrange, name, "It is no time stamp.")
	}
	trust := v.asked.Trust
	if len(trust) == 0 {
		if trust, err = os.ReadFile(filepath.Join(v.dir, stampFolder, authorityFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return diskFault(err, v.dir)
		}
	}
	var newest time.Time
	for _, size := range sizes {
		at, err := v.readStamp(size, trust)
		if err != nil {
			return err
		}
		if at.After(newest) {
			newest, v.report.Stamped = at, at.UTC().Format(time.RFC3339)
		}
	}
	return nil
}

// readStamp checks one stamp and gives its time, or the zero time.
func (v *verifier) readStamp(size int64, trust []byte) (time.Time, error) {
	name := fmt.Sprintf("%s/%d%s", stampFolder, size, stampSuffix)
	answer, err := os.ReadFile(filepath.Join(v.dir, filepath.FromSlash(name)))
	if err != nil {
		return time.Time{}, diskFault(err, v.dir)
	}
	var last error
	for _, c := range v.signed {
		if c.Size != size {
			continue
		}
		stamp, err := checkStamp(answer, c.Note, trust)
		if err == nil {
			v.report.Stamps++
			return stamp.Time, nil
		}
		last = err
	}
	if last == nil {
		last = fault.New(fault.Invalid, "There is no good checkpoint over %d lines that it could stamp.", size)
	}
	v.say(FoundStamp, name, "%s", fault.Words(last))
	return time.Time{}, nil
}
