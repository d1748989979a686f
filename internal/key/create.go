package key

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rightsdesk/internal/fault"
)

// create makes the folder and the key file and gives the secrets that are in
// the file afterwards: another process may have been quicker.
func create(dir string, random io.Reader) (secrets, error) {
	var s secrets
	for _, to := range [][]byte{s.root[:], s.intake[:]} {
		if _, err := io.ReadFull(random, to); err != nil {
			return secrets{}, fmt.Errorf("read randomness: %w", err)
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return secrets{}, unwritable(dir, err)
	}
	if err := place(dir, format(s)); err != nil {
		return secrets{}, unwritable(dir, err)
	}
	return read(dir)
}

// place writes text under a name of its own, to the disk, and then links it to
// the name of the key file. Linking, unlike renaming, fails when the name is
// taken: the first process wins and its keys stay.
func place(dir string, text []byte) error {
	temp, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(text)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	err = os.Link(temp.Name(), filepath.Join(dir, FileName))
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return errors.Join(syncDir(dir), syncDir(filepath.Dir(dir)))
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func unwritable(dir string, err error) error {
	kind := fault.Unavailable
	if errors.Is(err, fs.ErrPermission) {
		kind = fault.Forbidden
	}
	return fault.Wrap(kind, err, "The keys cannot be written to %s. Check that the folder can be written by this user and that the disk has room.", dir)
}
