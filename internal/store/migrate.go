package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"text/template"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"rightsdesk/internal/fault"
)

// types are the words in which the engines differ, for the templates.
type types struct {
	SQLite, Postgres       bool
	Text, Int, Real, Bytes string
}

var words = map[Engine]types{
	SQLite:   {SQLite: true, Text: "TEXT", Int: "INTEGER", Real: "REAL", Bytes: "BLOB"},
	Postgres: {Postgres: true, Text: `TEXT COLLATE "C"`, Int: "BIGINT", Real: "DOUBLE PRECISION", Bytes: "BYTEA"},
}

// Migrate brings the room to the newest of the numbered migrations in files,
// which are goose files and text templates over the engine's type names. It
// takes a lock, so that several processes may start at once. On SQLite a
// database that has something in it is first copied to backups, a folder.
func (db *DB) Migrate(ctx context.Context, files fs.FS, backups string, now time.Time) error {
	unlock, err := db.lockMigration()
	if err != nil {
		return err
	}
	p, err := db.provider(ctx, files)
	if err != nil {
		return errors.Join(err, unlock())
	}
	return errors.Join(db.up(ctx, p, backups, now), unlock())
}

func (db *DB) up(ctx context.Context, p *goose.Provider, backups string, now time.Time) error {
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return kind(fmt.Errorf("read version of %s: %w", db.Room, err))
	}
	if current > target {
		return fault.New(fault.Invalid, "The %s database was made by a newer rightsdesk (schema %d, this program knows %d). Install the newer version again.", db.Room, current, target)
	}
	if current == target {
		return nil
	}
	if current > 0 && db.Engine == SQLite {
		if err := db.backUpBefore(ctx, backups, current, now); err != nil {
			return err
		}
	}
	if _, err := p.Up(ctx); err != nil {
		return kind(fmt.Errorf("migrate %s: %w", db.Room, err))
	}
	return nil
}

func (db *DB) backUpBefore(ctx context.Context, folder string, version int64, now time.Time) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fault.Wrap(fault.Unavailable, err, "The backup before the migration of %s cannot be made", db.Room)
	}
	name := fmt.Sprintf("%s-before-%d-%s.db", db.Room, version+1, now.UTC().Format("20060102T150405"))
	return db.BackupTo(ctx, filepath.Join(folder, name))
}

// Version gives the schema's number now and the newest this program knows.
func (db *DB) Version(ctx context.Context, files fs.FS) (current, target int64, err error) {
	p, err := db.provider(ctx, files)
	if err != nil {
		return 0, 0, err
	}
	current, target, err = p.GetVersions(ctx)
	return current, target, kind(err)
}

func (db *DB) provider(ctx context.Context, files fs.FS) (*goose.Provider, error) {
	rendered, err := render(files, words[db.Engine])
	if err != nil {
		return nil, err
	}
	if db.Engine == SQLite {
		return goose.NewProvider(goose.DialectSQLite3, db.write, rendered)
	}
	if _, err := db.write.ExecContext(ctx, `CREATE SCHEMA IF NOT EXISTS `+db.Room); err != nil && !IsUnique(err) {
		return nil, kind(fmt.Errorf("make schema %s: %w", db.Room, err))
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db.write, rendered, goose.WithSessionLocker(locker))
}

// render runs every migration through the template of the engine's words.
func render(files fs.FS, w types) (fs.FS, error) {
	out := memory{}
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		t, err := template.New(filepath.Base(name)).Funcs(template.FuncMap{"list": list}).ParseFS(files, name)
		if err != nil {
			return nil, fmt.Errorf("read migration: %w", err)
		}
		var b bytes.Buffer
		if err := t.Execute(&b, w); err != nil {
			return nil, fmt.Errorf("read migration: %w", err)
		}
		out[filepath.Base(name)] = b.Bytes()
	}
	return out.fs(), nil
}

// list lets a migration repeat a piece for several tables.
func list(names ...string) []string { return names }
