package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"rightsdesk/internal/fault"
)

// OpenPostgres opens a room that is a schema in the database at url. With
// ReadOnly every transaction is a reading one. Errors: Invalid for an url that
// cannot be read (its password is not shown), Unavailable when nothing answers.
func OpenPostgres(ctx context.Context, room, url string, access Access) (*DB, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fault.New(fault.Invalid, "The address of the PostgreSQL database cannot be read; it looks like postgres://user:password@host:5432/name.")
	}
	cfg.RuntimeParams["search_path"] = room
	cfg.RuntimeParams["application_name"] = "rightsdesk"
	if access == ReadOnly {
		cfg.RuntimeParams["default_transaction_read_only"] = "on"
	}
	pool := stdlib.OpenDB(*cfg)
	pool.SetMaxOpenConns(8)
	pool.SetMaxIdleConns(4)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	if err := pool.PingContext(ctx); err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "PostgreSQL at %s does not answer. Is it running, and may %s log in", cfg.Host, cfg.User)
	}
	db := &DB{Engine: Postgres, Room: room, read: pool}
	if access == ReadWrite {
		db.write = pool
	}
	return db, nil
}

// Grant is a right of a room that another role is given, with the tables.
type Grant struct{ Right, Table string }

// GrantTo lets another role of PostgreSQL, the one that serve logs in with,
// use the room with those rights and no others.
func (db *DB) GrantTo(ctx context.Context, role string, grants []Grant) error {
	if db.Engine != Postgres || role == "" {
		return nil
	}
	name := pgx.Identifier{role}.Sanitize()
	return db.Write(ctx, func(tx Tx) error {
		if err := Exec(ctx, tx, fmt.Sprintf(`GRANT USAGE ON SCHEMA %s TO %s`, db.Room, name)); err != nil {
			return err
		}
		for _, g := range grants {
			if err := Exec(ctx, tx, fmt.Sprintf(`GRANT %s ON %s.%s TO %s`, g.Right, db.Room, g.Table, name)); err != nil {
				return err
			}
		}
		return nil
	})
}

// RoleOf gives the role that an url logs in with, empty for an empty url.
func RoleOf(url string) (string, error) {
	if url == "" {
		return "", nil
	}
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return "", fault.New(fault.Invalid, "The address of the PostgreSQL database cannot be read; it looks like postgres://user:password@host:5432/name.")
	}
	return cfg.User, nil
}

var _ Querier = (*sql.DB)(nil)
