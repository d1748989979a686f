package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Row is a row to scan: *sql.Row or *sql.Rows.
type Row interface{ Scan(dest ...any) error }

// All runs a query and scans every row of its answer.
func All[T any](ctx context.Context, q Querier, scan func(Row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, kind(err)
	}
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("scan: %w", err), rows.Close())
		}
		out = append(out, v)
	}
	return out, kind(errors.Join(rows.Err(), rows.Close()))
}

// Strings runs a query whose answer is one column of text.
func Strings(ctx context.Context, q Querier, query string, args ...any) ([]string, error) {
	return All(ctx, q, func(r Row) (s string, err error) { return s, r.Scan(&s) }, query, args...)
}

// Changed runs a statement and gives the number of rows it changed.
func Changed(ctx context.Context, tx Tx, query string, args ...any) (int64, error) {
	res, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// Exec runs a statement whose count of rows does not matter.
func Exec(ctx context.Context, tx Tx, query string, args ...any) error {
	_, err := tx.ExecContext(ctx, query, args...)
	return err
}

var _ Row = (*sql.Row)(nil)
