package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"

	"rightsdesk/internal/fault"
)

// Access says what a handle may do with its room.
type Access int

// The kinds of access. ReadOnly works without any right to write in the folder.
const (
	ReadOnly Access = iota
	ReadWrite
)

var prepare = sync.OnceValue(func() error {
	// Record locks of POSIX are dropped when any file descriptor of the same
	// file is closed, a backup's for instance; those of the open file are not.
	if _, err := sqlite.OFDLocking(true); err != nil {
		return fmt.Errorf("file locks: %w", err)
	}
	sqlite.RegisterConnectionHook(persistWAL)
	return nil
})

// persistWAL keeps the -wal and -shm files when the last connection closes:
// without them a reader that may not write in the folder cannot open the database.
func persistWAL(conn sqlite.ExecQuerierContext, _ string) error {
	control, ok := conn.(sqlite.FileControl)
	if !ok {
		return errors.New("the SQLite driver has no file control")
	}
	_, err := control.FileControlPersistWAL("main", 1)
	return err
}

var _ driver.ExecerContext = sqlite.ExecQuerierContext(nil)

// readers is how many readers a process has at once on a room.
const readers = 4

// OpenSQLite opens the room's database file. With ReadWrite the file is made
// if it is missing, with the rights of its folder (a folder that a group may
// write in gives a file that the group may write in). Errors: NotFound when it
// is to be read and is not there, Unavailable when it cannot be opened.
func OpenSQLite(ctx context.Context, room, path string, access Access) (*DB, error) {
	if access == ReadWrite {
		if err := create(path); err != nil {
			return nil, err
		}
	}
	return OpenExisting(ctx, room, path, access)
}

// OpenExisting is OpenSQLite that never makes the file. Errors: NotFound when
// it is not there.
func OpenExisting(ctx context.Context, room, path string, access Access) (*DB, error) {
	if err := prepare(); err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err != nil {
		return nil, fault.Wrap(fault.NotFound, err, "There is no %s database at %s yet. Start \"rightsdesk work\" or \"rightsdesk office\" to have it made", room, path)
	}
	db := &DB{Engine: SQLite, Room: room, Path: path}
	var err error
	if access == ReadWrite {
		if db.write, err = sql.Open("sqlite", dsn(path, "rw", "_txlock", "immediate", "_pragma", "journal_mode(wal)")); err != nil {
			return nil, err
		}
		db.write.SetMaxOpenConns(1)
		if err := patiently(ctx, db.write.PingContext); err != nil {
			return nil, kind(fmt.Errorf("open %s: %w", path, err))
		}
		db.read, err = sql.Open("sqlite", dsn(path, "rw", "_pragma", "query_only(1)"))
	} else {
		db.read, err = sql.Open("sqlite", dsn(path, "ro", "_pragma", "query_only(1)"))
	}
	if err != nil {
		return nil, err
	}
	db.read.SetMaxOpenConns(readers)
	db.read.SetMaxIdleConns(readers)
	if err := patiently(ctx, db.read.PingContext); err != nil {
		return nil, kind(fmt.Errorf("open %s: %w", path, err))
	}
	return db, nil
}

// patiently tries for ten seconds to open what another process has locked: when
// two of them make a new database, SQLite's own waiting does not cover the
// change to a write-ahead log.
func patiently(ctx context.Context, open func(context.Context) error) error {
	for try := 0; ; try++ {
		err := open(ctx)
		if try == 100 || !busy(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func dsn(path, mode string, more ...string) string {
	v := url.Values{"mode": {mode}}
	for _, p := range []string{
		"busy_timeout(10000)", "synchronous(full)", "foreign_keys(1)", "secure_delete(1)",
		"temp_store(memory)", "cache_size(-4000)", "trusted_schema(0)",
	} {
		v.Add("_pragma", p)
	}
	for i := 0; i < len(more); i += 2 {
		v.Add(more[i], more[i+1])
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: v.Encode()}).String()
}

// create makes an empty database file with the rights that its folder has for
// the group. SQLite gives its side files the same rights.
func create(path string) error {
	info, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "The folder of %s is missing. Start \"rightsdesk work\" to have it made", path)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "The database file %s cannot be made. Check the rights and the room on the disk", path)
	}
	err = f.Chmod(0o600 | info.Mode().Perm()&0o060)
	return errors.Join(err, f.Close())
}

// Checkpoint moves the write-ahead log into the database file and empties it,
// so that nothing that was deleted stays in it. It waits for readers as long
// as the busy time-out; a reader in the way is an error of kind Unavailable.
// On PostgreSQL it does nothing.
func (db *DB) Checkpoint(ctx context.Context) error {
	if db.Engine != SQLite || db.write == nil {
		return nil
	}
	var busy, inLog, moved int
	row := db.write.QueryRowContext(ctx, `PRAGMA wal_checkpoint(truncate)`)
	if err := row.Scan(&busy, &inLog, &moved); err != nil {
		return kind(fmt.Errorf("checkpoint %s: %w", db.Path, err))
	}
	if busy != 0 {
		return fault.New(fault.Unavailable, "The log of %s could not be emptied because a reader holds it; it is tried again.", db.Path)
	}
	return nil
}

// Check looks whether the database is whole: on SQLite by its own check, on
// PostgreSQL only whether it answers. Errors: Unavailable when it is damaged.
func (db *DB) Check(ctx context.Context) error {
	if db.Engine != SQLite {
		return kind(db.read.PingContext(ctx))
	}
	found, err := Strings(ctx, db.read, `PRAGMA quick_check(5)`)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return fault.New(fault.Unavailable, "The database %s is damaged (%s). Stop the program and restore the last backup.", db.Path, strings.Join(found, "; "))
	}
	return nil
}

// BackupTo writes a whole copy of an SQLite database to a new file.
func (db *DB) BackupTo(ctx context.Context, path string) error {
	if db.Engine != SQLite {
		return fault.New(fault.Invalid, "A PostgreSQL database is backed up with pg_dump; see docs/operations.md.")
	}
	// The readers' connections may not write anything, not even to another file.
	copier, err := sql.Open("sqlite", dsn(db.Path, "rw"))
	if err != nil {
		return err
	}
	_, err = copier.ExecContext(ctx, `VACUUM INTO $1`, path)
	if err = errors.Join(err, copier.Close()); err != nil {
		return kind(fmt.Errorf("copy %s to %s: %w", db.Path, path, err))
	}
	return nil
}
