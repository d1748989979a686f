package app

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rightsdesk/internal/fault"
)

// addEvidence moves the evidence of a backup to where evidence is. What is
// there stays, but for files that only ever grow, of which the longer stays.
func addEvidence(from, to string) error {
	err := filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return ignoreMissing(err)
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		return addFile(path, filepath.Join(to, rel), filepath.ToSlash(rel))
	})
	if err != nil && fault.Of(err) == fault.Internal {
		return fileFault(err)
	}
	return err
}

func addFile(from, to, rel string) error {
	if rel == "log/hashes" || rel == "log/.lock" {
		return nil // made again from the lines
	}
	_, err := os.Stat(to)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		return os.Rename(from, to)
	case err != nil:
		return err
	case rel == "checkpoints" || strings.HasPrefix(rel, "log/"):
		return longer(from, to)
	}
	return nil
}

// longer keeps the longer of two states of a file that only ever grows. Errors:
// Conflict when neither is the other's beginning.
func longer(from, to string) error {
	backup, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	here, err := os.ReadFile(to)
	if err != nil {
		return err
	}
	switch {
	case bytes.HasPrefix(here, backup):
		return nil
	case bytes.HasPrefix(backup, here):
		return os.Rename(from, to)
	}
	return fault.New(fault.Conflict, "%s is not the evidence log that the backup goes on with: they are of different desks. Restore into another data folder.", to)
}
