package store

import (
	"context"
	"database/sql"
)

// prepared holds the statements that a transaction has run, by their text: nil
// for one that was run once. SQLite reads the text of a statement each time that
// it is run, which takes as long as writing a small row; what a transaction runs
// again it therefore prepares. PostgreSQL's driver does so by itself.
type prepared map[string]*sql.Stmt

// ExecContext runs a statement that gives no rows.
func (tx Tx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if tx.Engine != SQLite {
		return tx.Tx.ExecContext(ctx, query, args...)
	}
	stmt, seen := tx.prepared[query]
	if !seen {
		tx.prepared[query] = nil
		return tx.Tx.ExecContext(ctx, query, args...)
	}
	if stmt == nil {
		var err error
		if stmt, err = tx.PrepareContext(ctx, query); err != nil { // it is closed with the transaction
			return nil, err
		}
		tx.prepared[query] = stmt
	}
	return stmt.ExecContext(ctx, args...)
}
