package app

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rightsdesk/internal/config"
	"rightsdesk/internal/fault"
)

// manifest is the last file of a backup: what is in it, so that a restore can
// tell a whole backup from a broken one.
type manifest struct {
	Program string            `json:"program"`
	At      time.Time         `json:"at"`
	Files   map[string]string `json:"files"` // name → SHA-256
}

const manifestName = "manifest.json"

// Backup writes the desk, the intake, the evidence and the list of stops to a
// gzipped tar file, while the program runs. keys/ is left out on purpose, and
// what stands in a bucket (see NotInBackup); the
// edition and the readers room are made again from the desk on restore. The
// file appears under its name only when it is whole. It gives the number of
// files in it. Errors: Invalid on PostgreSQL, Conflict when the file is there.
func Backup(ctx context.Context, e Env, file string) (files int, err error) {
	if e.Config.Postgres() {
		return 0, fault.New(fault.Invalid, "The databases are in PostgreSQL: back them up with pg_dump, and the folders evidence and the file stops.jsonl in %s with any file backup. docs/operations.md shows how.", e.Config.Private())
	}
	if _, err := os.Stat(file); err == nil {
		return 0, fault.New(fault.Conflict, "%s is there already; a backup never overwrites a file. Choose another name.", file)
	}
	rooms, err := OpenRooms(ctx, e)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	work, err := os.MkdirTemp(e.Config.Private(), "backup-")
	if err != nil {
		return 0, fileFault(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	// The databases first: what they name in evidence is on the disk by then.
	if err := errors.Join(
		rooms.Desk.BackupTo(ctx, filepath.Join(work, "desk.db")),
		rooms.Intake.BackupTo(ctx, filepath.Join(work, "intake.db")),
	); err != nil {
		return 0, err
	}
	return writeBackup(e, work, file)
}

// NotInBackup says, in sentences for the operator, what a backup leaves out.
func NotInBackup(c *config.Config) string {
	words := fmt.Sprintf("The keys are not among them: keep a copy of %s elsewhere.", c.Keys())
	if c.Bucket() {
		words += fmt.Sprintf(" Captures in the bucket %s at %s are not among them either: copy the bucket, after the backup, with your store's own tools.", c.Captures.Bucket, c.Captures.Endpoint)
	}
	return words
}

func writeBackup(e Env, work, file string) (files int, err error) {
	part := file + ".part"
	out, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, fileFault(err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(part)))
		}
	}()
	p := newPacker(out, e)
	err = errors.Join(
		p.file("desk.db", filepath.Join(work, "desk.db")),
		p.file("intake.db", filepath.Join(work, "intake.db")),
		ignoreMissing(p.file("stops.jsonl", stops(e.Config).Path)),
		p.folder("evidence", e.Config.Evidence()),
	)
	if err == nil {
		err = p.finish()
	}
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return 0, fault.Wrap(fault.Unavailable, err, "The backup could not be written; nothing of it was kept")
	}
	return len(p.manifest.Files), os.Rename(part, file)
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// packer writes files to a tar and notes their digests.
type packer struct {
	zip      *gzip.Writer
	tar      *tar.Writer
	manifest manifest
}

func newPacker(w io.Writer, e Env) *packer {
	z := gzip.NewWriter(w)
	return &packer{zip: z, tar: tar.NewWriter(z), manifest: manifest{Program: e.agent(), At: e.Now().UTC(), Files: map[string]string{}}}
}

func (p *packer) file(name, path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := p.tar.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), ModTime: info.ModTime()}); err != nil {
		return err
	}
	sum := sha256.New()
	// A file that grows meanwhile (the list of stops) is taken as long as it was.
	if _, err := io.Copy(io.MultiWriter(p.tar, sum), io.LimitReader(f, info.Size())); err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	p.manifest.Files[name] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

func (p *packer) folder(name, dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		// A temporary file of a capture in the making may be gone by now.
		return ignoreMissing(p.file(filepath.ToSlash(filepath.Join(name, rel)), path))
	})
}

func (p *packer) finish() error {
	b, err := json.MarshalIndent(p.manifest, "", "  ")
	if err != nil {
		return err
	}
	if err := p.tar.WriteHeader(&tar.Header{Name: manifestName, Mode: 0o600, Size: int64(len(b)), ModTime: p.manifest.At}); err != nil {
		return err
	}
	if _, err := p.tar.Write(b); err != nil {
		return err
	}
	return errors.Join(p.tar.Close(), p.zip.Close())
}
