package desk

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/alexedwards/scs/v2"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// Sessions keeps the office's login sessions; it is the store that scs asks for.
type Sessions struct{ db *store.DB }

// Sessions gives the store of login sessions.
func (s *Store) Sessions() Sessions { return Sessions{s.db} }

// FindCtx gives a session's data while it lasts.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	var data []byte
	var expires string
	err := s.db.Read().QueryRowContext(ctx, `SELECT data, expires_at FROM sessions WHERE token = $1`, token).Scan(&data, &expires)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, store.Kind(err)
	}
	return data, store.ParseTime(expires).After(time.Now()), nil
}

// CommitCtx stores a session and removes those that are over.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expires time.Time) error {
	_, values, err := scs.GobCodec{}.Decode(data)
	if err != nil {
		return fmt.Errorf("read session: %w", err)
	}
	account, _ := values[desk.SessionAccount].(string)
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := store.Exec(ctx, tx, `DELETE FROM sessions WHERE expires_at < $1`, store.Time(time.Now())); err != nil {
			return err
		}
		return store.Exec(ctx, tx, `INSERT INTO sessions (token, account_id, data, expires_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at,
			account_id = CASE WHEN excluded.account_id = '' THEN sessions.account_id ELSE excluded.account_id END`,
			token, account, data, store.Time(expires))
	})
}

// DeleteCtx ends a session.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `DELETE FROM sessions WHERE token = $1`, token)
	})
}

// Find, Commit and Delete are the forms without a context that scs declares
// as well; it calls the others.

// Find is FindCtx without a context.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context.
func (s Sessions) Commit(token string, data []byte, expires time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expires)
}

// Delete is DeleteCtx without a context.
func (s Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }
