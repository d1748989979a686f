package store

import (
	"database/sql"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"rightsdesk/internal/fault"
)

// These are all the points at which the two engines differ in Go. Differences
// of types and triggers stand in the migrations' templates.

// LeaseQuery gives the statement that leases rows of a table: up to $3 of those
// that meet the condition, which may use $2, the time now, are kept until $1.
// RETURNING gives the columns.
//
// Two traps of PostgreSQL are avoided. A sub-query with LIMIT in the WHERE may
// be run again for every row, which leases more rows than are asked for: the
// choice is materialised. And several workers may choose the same row before
// one of them has it: the condition is repeated outside.
func (tx Tx) LeaseQuery(table, condition, columns string) string {
	skip := ""
	if tx.Engine == Postgres {
		skip = " FOR UPDATE SKIP LOCKED"
	}
	condition += " AND next_try <= $2 AND leased_until <= $2"
	return `WITH due AS MATERIALIZED (SELECT id FROM ` + table + ` WHERE ` + condition + ` ORDER BY next_try LIMIT $3` + skip + `)
		UPDATE ` + table + ` SET leased_until = $1 WHERE id IN (SELECT id FROM due) AND ` + condition + ` RETURNING ` + columns
}

// IsUnique reports whether err is the violation of a unique index or primary key.
func IsUnique(err error) bool {
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return lite.Code() == lib.SQLITE_CONSTRAINT_UNIQUE || lite.Code() == lib.SQLITE_CONSTRAINT_PRIMARYKEY
	}
	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.Code == "23505"
}

// lostRace reports whether a transaction was ended only because of another one.
func lostRace(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "40001" || pg.Code == "40P01"
	}
	return false
}

// busy reports whether SQLite gave up because another process has a lock.
func busy(err error) bool {
	var lite *sqlite.Error
	return errors.As(err, &lite) && (lite.Code()&0xff == lib.SQLITE_BUSY || lite.Code()&0xff == lib.SQLITE_LOCKED)
}

// kind gives the errors of the machine their kind and words; others pass.
func kind(err error) error {
	if err == nil || fault.Of(err) != fault.Internal {
		return err
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		switch lite.Code() & 0xff {
		case lib.SQLITE_FULL:
			return fault.Wrap(fault.Unavailable, err, "The disk is full. Nothing half-written was kept; make room and try again")
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			return fault.Wrap(fault.Unavailable, err, "The database is busy. Please try again in a moment")
		case lib.SQLITE_IOERR:
			return fault.Wrap(fault.Unavailable, err, "The disk did not take or give the data; it may be full or damaged. Nothing half-written was kept")
		case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
			return fault.Wrap(fault.Unavailable, err, "The database file cannot be written or opened by this user. \"rightsdesk doctor\" shows which rights are missing")
		case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
			return fault.Wrap(fault.Unavailable, err, "The database file is damaged. Stop the program and restore the last backup (rightsdesk restore)")
		}
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		switch {
		case pg.Code == "53100":
			return fault.Wrap(fault.Unavailable, err, "The disk of the PostgreSQL server is full. Make room and try again")
		case strings.HasPrefix(pg.Code, "08"), strings.HasPrefix(pg.Code, "57P"), strings.HasPrefix(pg.Code, "53"):
			return fault.Wrap(fault.Unavailable, err, "PostgreSQL cannot take this now. It is tried again")
		}
	}
	return err
}

// Found turns sql.ErrNoRows into an error of kind NotFound with these words,
// and gives the machine's errors their kind.
func Found(err error, format string, args ...any) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fault.New(fault.NotFound, format, args...)
	}
	return kind(err)
}

// Kind gives the errors of the machine (a full disk, a lock, a lost
// connection) the kind Unavailable and words; others pass.
func Kind(err error) error { return kind(err) }
