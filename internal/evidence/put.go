package evidence

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"golang.org/x/sync/errgroup"

	"rightsdesk/internal/fault"
)

// writers is how many files of a batch are brought to the disk at the same
// time: the file system then writes its journal once for several of them.
const writers = 16

// Put keeps bytes and gives their SHA-256, 64 hexadecimal digits, when they are
// on the disk. The same bytes twice are one file; a damaged file with their
// digest is replaced. The error is of kind Unavailable when the disk is full or
// fails, Forbidden when the folder may not be written; nothing is then left
// under the digest's name that was not there before.
func (f *Folder) Put(data []byte) (string, error) {
	shas, err := f.PutMany([][]byte{data})
	if err != nil {
		return "", err
	}
	return shas[0], nil
}

// PutMany keeps a batch as Put does, in much less time than one by one, and
// gives the digests in the same order. With an error some of the batch may have
// been kept, each whole; putting the batch again is safe.
func (f *Folder) PutMany(batch [][]byte) ([]string, error) {
	shas := make([]string, len(batch))
	var work errgroup.Group
	work.SetLimit(writers)
	for i, data := range batch {
		work.Go(func() error {
			shas[i] = digest(data)
			return f.write(shas[i], data)
		})
	}
	if err := work.Wait(); err != nil {
		return nil, diskFault(err, f.dir)
	}
	if err := f.syncDirs(shas); err != nil {
		return nil, diskFault(err, f.dir)
	}
	return shas, nil
}

// Remove deletes files by their digests, for captures that turned out to be in
// the desk already. What is not there is no error.
func (f *Folder) Remove(shas []string) error {
	for _, sha := range shas {
		if _, ok := decode(sha); !ok {
			return noDigest(sha)
		}
		if err := os.Remove(f.path(sha)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return diskFault(err, f.dir)
		}
	}
	return nil
}

// write brings one file to the disk under its digest's name; the folder's
// entry is not on the disk yet.
func (f *Folder) write(sha string, data []byte) error {
	path := f.path(sha)
	if _, err := f.Get(sha); err == nil {
		return nil
	}
	temp, err := f.writeTemp(data)
	if err != nil {
		return err
	}
	err = os.Mkdir(filepath.Dir(path), 0o700)
	if err == nil || errors.Is(err, fs.ErrExist) {
		err = os.Rename(temp, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// writeTemp brings bytes to the disk under a temporary name and gives the name; with an error there is no file.
func (f *Folder) writeTemp(data []byte) (string, error) {
	temp, err := f.create(f.dir)
	if err != nil {
		return "", err
	}
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return "", errors.Join(err, os.Remove(temp.Name()))
	}
	return temp.Name(), nil
}

// syncDirs brings the entries of the folders that hold the digests to the disk, each folder once.
func (f *Folder) syncDirs(shas []string) error {
	if len(shas) == 0 {
		return nil
	}
	dirs := []string{f.dir}
	for _, sha := range shas {
		dirs = append(dirs, filepath.Dir(f.path(sha)))
	}
	slices.Sort(dirs)
	var work errgroup.Group
	work.SetLimit(writers)
	for _, dir := range slices.Compact(dirs) {
		work.Go(func() error { return syncDir(dir) })
	}
	return work.Wait()
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// diskFault says in words what hinders reading or writing in dir.
func diskFault(err error, dir string) error {
	if where, e := filepath.Abs(dir); e == nil {
		dir = where
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		err = fault.Wrap(fault.Unavailable, err, "The disk that holds %s is full. Make room on it and try again; nothing was half-written.", dir)
	case errors.Is(err, fs.ErrPermission):
		err = fault.Wrap(fault.Forbidden, err, "This user may not read or write %s. Start the program as the user who owns the folder.", dir)
	default:
		err = fault.Wrap(fault.Unavailable, err, "The evidence folder %s cannot be read or written. Check the disk.", dir)
	}
	return fmt.Errorf("evidence: %w", err)
}
