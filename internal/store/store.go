// Package store holds what the handles on the databases share: connections to
// SQLite or PostgreSQL, transactions, the few points where the two differ, and
// migrations.
//
// There is one body of portable SQL. Times are fixed-width UTC text (see
// [Time]), booleans are 0 and 1, lists are child tables, placeholders are $1.
// Each handle has a sub-package and sees only its own room:
//
//	store/desk       private/   everything the desk knows
//	store/edition    edition/   read-only: what the public may see
//	store/publisher  edition/   writes it
//	store/intake     intake/    what the public sends in, sealed
//	store/readers    readers/   what stands behind capabilities
//
// On SQLite a room is a folder with one database in it, so that each can have
// another owner. On PostgreSQL a room is a schema of the same name.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// Engine is the kind of database.
type Engine string

// The engines.
const (
	SQLite   Engine = "sqlite"
	Postgres Engine = "postgres"
)

// DB is a room's database: one writer and a pool of readers on SQLite, one
// pool for both on PostgreSQL.
type DB struct {
	Engine Engine
	Room   string  // name of the room, also the schema
	Path   string  // of the database file; empty on PostgreSQL
	write  *sql.DB // nil when opened for reading only
	read   *sql.DB
}

// Querier is what a query needs: a transaction or the pool of readers.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Tx is a writing transaction.
type Tx struct {
	*sql.Tx
	Engine Engine

	prepared prepared
}

// Read gives the pool of readers.
func (db *DB) Read() *sql.DB { return db.read }

// ReadOnly reports whether nothing can be written through db.
func (db *DB) ReadOnly() bool { return db.write == nil }

// attempts is how often a transaction that lost a race is run again.
const attempts = 5

// Write runs fn in a writing transaction and commits it if fn returns nil. On
// PostgreSQL a transaction that lost a race (deadlock or serialisation) is run
// again, so fn must have no effect outside the database. A full disk, a
// read-only or unreachable database is an error of kind Unavailable.
func (db *DB) Write(ctx context.Context, fn func(tx Tx) error) error {
	if db.write == nil {
		return fault.New(fault.Unavailable, "The %s database is opened for reading only.", db.Room)
	}
	for try := 1; ; try++ {
		err := db.once(ctx, fn)
		if err == nil || try == attempts || !lostRace(err) {
			return kind(err)
		}
	}
}

func (db *DB) once(ctx context.Context, fn func(tx Tx) error) error {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	if err := fn(Tx{tx, db.Engine, prepared{}}); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// ignoreDone passes over the error of a roll-back whose transaction the
// database has already ended.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// Close closes the database. On SQLite it first moves the write-ahead log into
// the database file; the emptied log stays, so that a reader without the right
// to write can still open the database.
func (db *DB) Close() error {
	var errs []error
	if db.write != nil && db.Engine == SQLite {
		// Another process that has the room open empties the log when it closes.
		if err := db.Checkpoint(context.Background()); !fault.Is(err, fault.Unavailable) {
			errs = append(errs, err)
		}
	}
	errs = append(errs, db.read.Close())
	if db.write != nil && db.write != db.read {
		errs = append(errs, db.write.Close())
	}
	return errors.Join(errs...)
}

// layout is RFC 3339 in UTC with microseconds, so that text order is time order.
const layout = "2006-01-02T15:04:05.000000Z"

// Time gives t as it is stored, empty for the zero time.
func Time(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(layout)
}

// ParseTime reads what Time wrote. It panics on anything else: only Time
// writes these columns, so other text is a fault of ours.
func ParseTime(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		panic(fmt.Sprintf("stored time %q: %v", s, err))
	}
	return t
}

// Bool gives b as it is stored.
func Bool(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Clean gives text that both engines store: valid UTF-8 without NUL, which
// PostgreSQL refuses.
func Clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
