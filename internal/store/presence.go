package store

import (
	"context"
	"database/sql"
	"errors"

	"rightsdesk/internal/fault"
)

// Presence says to others that a process works on a database. It ends with the
// process, however that ends.
type Presence struct{ conn *sql.Conn }

// presenceKey is the advisory lock of PostgreSQL that workers share; such locks
// belong to one database, so one number is enough.
const presenceKey = 0x7264736b // "rdsk"

// Arrive makes this process present. While no other is, it runs alone first and
// keeps others from arriving until that is done. On SQLite, where a lock on the
// folder sees to it that there is one, it is always alone.
func (db *DB) Arrive(ctx context.Context, alone func(ctx context.Context) error) (p *Presence, err error) {
	if db.Engine == SQLite {
		return &Presence{}, alone(ctx)
	}
	conn, err := db.write.Conn(ctx)
	if err != nil {
		return nil, kind(err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(kind(err), conn.Close())
		}
	}()
	var first bool
	if err := conn.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1)`, presenceKey).Scan(&first); err != nil {
		return nil, err
	}
	if first {
		if err := alone(ctx); err != nil {
			return nil, errors.Join(err, unlock(ctx, conn, `SELECT pg_advisory_unlock($1)`))
		}
	}
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock_shared($1)`, presenceKey); err != nil {
		return nil, err
	}
	if first {
		err = unlock(ctx, conn, `SELECT pg_advisory_unlock($1)`)
	}
	return &Presence{conn}, err
}

// Alone runs fn while no process is present and keeps all from arriving until
// it is done. Errors: Conflict while one is present.
func (db *DB) Alone(ctx context.Context, fn func(ctx context.Context) error) (err error) {
	if db.Engine == SQLite {
		return fn(ctx)
	}
	conn, err := db.write.Conn(ctx)
	if err != nil {
		return kind(err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	var first bool
	if err := conn.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1)`, presenceKey).Scan(&first); err != nil {
		return kind(err)
	}
	if !first {
		return fault.New(fault.Conflict, "A \"rightsdesk work\" is using this database. Stop all of them first.")
	}
	return errors.Join(fn(ctx), unlock(ctx, conn, `SELECT pg_advisory_unlock($1)`))
}

// Check asks whether others still see this process. An error means that its
// connection is lost and its leases may be given to others.
func (p *Presence) Check(ctx context.Context) error {
	if p.conn == nil {
		return nil
	}
	return kind(p.conn.PingContext(ctx))
}

// Leave ends the presence.
func (p *Presence) Leave() error {
	if p.conn == nil {
		return nil
	}
	// A connection goes back to the pool with its session, so the lock must go.
	return errors.Join(unlock(context.Background(), p.conn, `SELECT pg_advisory_unlock_shared($1)`), p.conn.Close())
}

func unlock(ctx context.Context, conn *sql.Conn, query string) error {
	var held bool
	if err := conn.QueryRowContext(context.WithoutCancel(ctx), query, presenceKey).Scan(&held); err != nil {
		return kind(err)
	}
	if !held {
		return errors.New("an advisory lock was not held")
	}
	return nil
}
