package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Snapshot runs fn over the database as it is at one moment, so that a record
// and its lists belong together.
func (db *DB) Snapshot(ctx context.Context, fn func(q Querier) error) error {
	options := &sql.TxOptions{ReadOnly: true}
	if db.Engine == Postgres {
		options.Isolation = sql.LevelRepeatableRead
	}
	tx, err := db.read.BeginTx(ctx, options)
	if err != nil {
		return kind(fmt.Errorf("begin: %w", err))
	}
	return errors.Join(fn(tx), ignoreDone(tx.Rollback()))
}
