// Package storetest proves every storage behaviour on both engines with one
// suite: a file per table, with concurrent callers. It also holds what other
// packages' tests need to have a PostgreSQL of their own.
//
// PostgreSQL is a private cluster from Debian's package, started by the suite
// on loopback in a temporary folder and stopped at its end. Where the package
// is missing those tests are skipped and say so; with CI=true that is a failure.
package storetest

import (
	"context"
	"path/filepath"
	"testing"

	"rightsdesk/internal/store"
)

// Rooms opens rooms of one organisation on one engine, for one test.
type Rooms struct {
	Engine store.Engine
	Folder string // of the SQLite databases, and of other files on both engines
	URL    string // of the PostgreSQL database
}

// Open opens a room; it is closed at the end of the test.
func (r Rooms) Open(t testing.TB, room string, access store.Access) *store.DB {
	t.Helper()
	db, err := r.open(t.Context(), room, access)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close %s: %v", room, err)
		}
	})
	return db
}

func (r Rooms) open(ctx context.Context, room string, access store.Access) (*store.DB, error) {
	if r.Engine == store.Postgres {
		return store.OpenPostgres(ctx, room, r.URL, access)
	}
	return store.OpenSQLite(ctx, room, filepath.Join(r.Folder, room+".db"), access)
}

// Engines runs a test on SQLite and on PostgreSQL, each time with fresh rooms.
func Engines(t *testing.T, test func(t *testing.T, rooms Rooms)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		test(t, Rooms{Engine: store.SQLite, Folder: t.TempDir()})
	})
	t.Run("postgres", func(t *testing.T) {
		test(t, Rooms{Engine: store.Postgres, Folder: t.TempDir(), URL: Database(t)})
	})
}
