package storetest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/intake"
	"rightsdesk/internal/store/publisher"
	"rightsdesk/internal/store/readers"
)

func migrations(n int) fstest.MapFS {
	files := fstest.MapFS{}
	for i, text := range []string{
		"-- +goose Up\nCREATE TABLE first (id {{.Text}} PRIMARY KEY, n {{.Int}} NOT NULL);\nINSERT INTO first (id, n) VALUES ('a', 1);\n",
		"-- +goose Up\nALTER TABLE first ADD COLUMN more {{.Text}} NOT NULL DEFAULT '';\n",
	}[:n] {
		files["migrations/0000"+string(rune('1'+i))+"_x.sql"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// TestMigrations goes from one schema to the next with a backup before it, by
// several processes at once, and refuses a database that is newer.
func TestMigrations(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		backups := filepath.Join(rooms.Folder, "backups")
		db := rooms.Open(t, "desk", store.ReadWrite)
		if err := db.Migrate(t.Context(), migrations(1), backups, now); err != nil {
			t.Fatal(err)
		}
		others := []*store.DB{rooms.Open(t, "desk", store.ReadWrite), rooms.Open(t, "desk", store.ReadWrite), db}
		noErrors(t, atOnce(len(others), func(i int) error { return others[i].Migrate(t.Context(), migrations(2), backups, now) }))
		if found, err := store.Strings(t.Context(), db.Read(), `SELECT id FROM first WHERE more = '' AND n = 1`); err != nil || len(found) != 1 {
			t.Errorf("%v, %v", found, err)
		}
		files, err := filepath.Glob(filepath.Join(backups, "desk-before-2-*.db"))
		if err != nil || rooms.Engine == store.SQLite && len(files) != 1 {
			t.Errorf("backups: %q, %v", files, err)
		}
		for _, f := range files {
			if info, err := os.Stat(f); err != nil || info.Size() == 0 {
				t.Errorf("%s: %v", f, err)
			}
		}
		if err := db.Migrate(t.Context(), migrations(1), backups, now); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "newer") {
			t.Errorf("a newer database: %v", err)
		}
	})
}

// TestBothEnginesHaveTheSameTables compares the rooms' tables and columns; the
// search index differs on purpose.
func TestBothEnginesHaveTheSameTables(t *testing.T) {
	found := map[store.Engine][]string{}
	Engines(t, func(t *testing.T, rooms Rooms) {
		openDesk(t, rooms)
		for room, migrate := range map[string]func(*store.DB) error{
			"desk":    func(*store.DB) error { return nil },
			"edition": func(db *store.DB) error { return publisher.New(db).Migrate(t.Context(), rooms.Folder, now) },
			"intake":  func(db *store.DB) error { return intake.New(db).Migrate(t.Context(), rooms.Folder, now) },
			"readers": func(db *store.DB) error { return readers.New(db).Migrate(t.Context(), rooms.Folder, now) },
		} {
			db := rooms.Open(t, room, store.ReadWrite)
			if err := migrate(db); err != nil {
				t.Fatal(err)
			}
			query := `SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'`
			if rooms.Engine == store.Postgres {
				query = `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = '` + room + `'`
			}
			columns, err := store.Strings(t.Context(), db.Read(), query)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range columns {
				if !strings.HasPrefix(c, "search") && !strings.HasPrefix(c, "case_search") && !strings.HasPrefix(c, "sqlite_") && !strings.HasPrefix(c, "goose_") {
					found[rooms.Engine] = append(found[rooms.Engine], room+"."+c)
				}
			}
		}
	})
	slices.Sort(found[store.SQLite])
	slices.Sort(found[store.Postgres])
	if len(found) == 2 && !slices.Equal(found[store.SQLite], found[store.Postgres]) || len(found[store.SQLite]) < 100 {
		t.Errorf("SQLite has\n%q\nPostgreSQL has\n%q", found[store.SQLite], found[store.Postgres])
	}
}
