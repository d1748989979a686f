package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing/fstest"

	"rightsdesk/internal/fault"
)

// memory is a folder of rendered migrations.
type memory map[string][]byte

func (m memory) fs() fs.FS {
	out := fstest.MapFS{}
	for name, data := range m {
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

// lockMigration keeps other processes from migrating the same SQLite database
// at the same time; PostgreSQL has goose's session lock instead.
func (db *DB) lockMigration() (unlock func() error, err error) {
	if db.Engine != SQLite {
		return func() error { return nil }, nil
	}
	path := filepath.Join(filepath.Dir(db.Path), "migrate.lock")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o660)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The lock file %s cannot be made. Check the rights of the folder", path)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), f.Close())
	}
	return f.Close, nil
}
