package publisher

import (
	"context"
	"fmt"

	"rightsdesk/internal/store"
)

// kind is a table of records with versions, with the kind under which those
// that were taken out are remembered.
type kind struct{ name, table string }

var (
	articles = kind{"article", "articles"}
	snippets = kind{"snippet", "snippets"}
	issues   = kind{"issue", "issues"}
)

// versions gives the version of a record that is there and of one that was
// taken out, 0 for none.
func versions(ctx context.Context, tx store.Tx, k kind, id string) (there, gone int, err error) {
	err = tx.QueryRowContext(ctx, `SELECT COALESCE((SELECT version FROM `+k.table+` WHERE id = $1), 0),
		COALESCE((SELECT version FROM gone WHERE kind = $2 AND id = $1), 0)`, id, k.name).Scan(&there, &gone)
	if err != nil {
		return 0, 0, fmt.Errorf("version of %s: %w", id, err)
	}
	return there, gone, nil
}

// putting prepares the putting of a version: it takes what stands there out. It
// reports whether the version is newer than all that is known.
func putting(ctx context.Context, tx store.Tx, k kind, id string, version int, take func() error) (newer bool, err error) {
	there, gone, err := versions(ctx, tx, k, id)
	if err != nil || version <= max(there, gone) {
		return false, err
	}
	if there > 0 {
		return true, take()
	}
	return true, store.Exec(ctx, tx, `DELETE FROM gone WHERE kind = $1 AND id = $2`, k.name, id)
}

// taking takes a record out and remembers that it is gone, unless a newer
// version stands there.
func taking(ctx context.Context, tx store.Tx, k kind, id string, version int, take func() error) error {
	there, gone, err := versions(ctx, tx, k, id)
	if err != nil || version < there {
		return err
	}
	if there > 0 {
		if err := take(); err != nil {
			return err
		}
	}
	return store.Exec(ctx, tx, `INSERT INTO gone (kind, id, version) VALUES ($1, $2, $3)
		ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version`, k.name, id, max(version, gone))
}
