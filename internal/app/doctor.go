package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"rightsdesk/internal/config"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/key"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/desk"
)

// Check is one thing that the doctor looked at.
type Check struct {
	Name  string `json:"name"`
	Good  bool   `json:"good"`
	Words string `json:"words"` // what was found and, if it is not good, what to do
}

// Doctor looks at the installation and changes nothing, but for a small object
// that it writes to a bucket and deletes again. The checks stand in the order
// in which problems are best mended.
func Doctor(ctx context.Context, e Env) []Check {
	var out []Check
	for _, look := range []func(ctx context.Context, e Env) []Check{
		lookConfig, lookFolders, lookKeys, lookDisk, lookEvidence, lookBrowser, lookDatabases, lookRoles, lookMail,
	} {
		out = append(out, look(ctx, e)...)
	}
	return out
}

func good(name, format string, args ...any) Check {
	return Check{Name: name, Good: true, Words: fmt.Sprintf(format, args...)}
}

func bad(name, format string, args ...any) Check {
	return Check{Name: name, Words: fmt.Sprintf(format, args...)}
}

func checked(name string, err error, format string, args ...any) Check {
	if err != nil {
		if fault.Of(err) == fault.Internal {
			return bad(name, "%v", err)
		}
		return bad(name, "%s", fault.Words(err))
	}
	return good(name, format, args...)
}

func lookConfig(_ context.Context, e Env) []Check {
	return []Check{checked("configuration", e.Config.Check(), "it can be read and its options go together")}
}

func lookFolders(_ context.Context, e Env) []Check {
	var out []Check
	for _, f := range folders(e.Config) {
		name := "folder " + filepath.Base(f.path)
		info, err := os.Stat(f.path)
		switch {
		case errors.Is(err, os.ErrNotExist):
			out = append(out, bad(name, "%s is not there yet; \"rightsdesk work\" or \"office\" makes it", f.path))
		case err != nil:
			out = append(out, bad(name, "%v", err))
		case info.Mode().Perm()&0o007 != 0:
			out = append(out, bad(name, "everybody on this machine may use %s (%v); run: chmod o-rwx %s", f.path, info.Mode().Perm(), f.path))
		default:
			out = append(out, good(name, "%s (%v)", f.path, info.Mode().Perm()))
		}
	}
	return out
}

// recoveryNote is the file that says when the keys were copied elsewhere.
func recoveryNote(c *config.Config) string { return filepath.Join(c.Private(), "keys-copied") }

// NoteKeysCopied writes down that the administrator keeps a copy of the keys
// elsewhere. Backups leave the keys out, and without them no address opens.
func NoteKeysCopied(e Env) error {
	if _, err := os.Stat(e.Config.Keys()); err != nil {
		return fault.Wrap(fault.NotFound, err, "There are no keys in %s yet", e.Config.Keys())
	}
	return os.WriteFile(recoveryNote(e.Config), []byte(store.Time(e.Now())+"\n"), 0o600)
}

func lookKeys(_ context.Context, e Env) []Check {
	dir := e.Config.Keys()
	if _, err := os.Stat(dir); err != nil {
		return []Check{bad("keys", "there are none in %s yet; they are made at the first start", dir)}
	}
	_, err := key.Open(dir, e.Random)
	out := []Check{checked("keys", err, "%s can be read by this user only", dir)}
	if note, err := os.ReadFile(recoveryNote(e.Config)); err != nil {
		out = append(out, bad("copy of the keys", "nobody noted that the keys are kept elsewhere too. Backups leave them out, and without them no subscriber's address can be read: copy %s to a safe place and run: rightsdesk doctor -keys-copied", dir))
	} else {
		out = append(out, good("copy of the keys", "noted on %.10s", note))
	}
	return out
}

// leastSpace is the free space in bytes below which the doctor warns.
const leastSpace = 2 << 30

func lookDisk(_ context.Context, e Env) []Check {
	var s syscall.Statfs_t
	if err := syscall.Statfs(e.Config.Data, &s); err != nil {
		return []Check{bad("disk", "the data folder %s: %v", e.Config.Data, err)}
	}
	free := s.Bavail * uint64(s.Bsize)
	if free < leastSpace {
		return []Check{bad("disk", "only %d MB are free for %s; make room before it is full", free>>20, e.Config.Data)}
	}
	return []Check{good("disk", "%d GB are free for %s", free>>30, e.Config.Data)}
}

// lookEvidence tries a bucket with a probe; evidence in the folder is looked at
// with the folders and the disk.
func lookEvidence(_ context.Context, e Env) []Check {
	if !e.Config.Bucket() {
		return nil
	}
	b, err := bucket(e.Config, nil)
	if err == nil {
		err = b.Probe(e.Random)
	}
	c := e.Config.Captures
	return []Check{checked("evidence", err, "objects can be written, read and deleted in the bucket %s at %s", c.Bucket, c.Endpoint)}
}

// lookBrowser looks for the browser that makes images of pages, where they are wanted.
func lookBrowser(ctx context.Context, e Env) []Check {
	if !e.Config.PageImage {
		return nil
	}
	b := evidence.FindBrowser(ctx)
	return []Check{checked("images of pages", b.Check(), "they are made by %s", b.Name())}
}

// lookDatabases opens the databases for reading only.
func lookDatabases(ctx context.Context, e Env) []Check {
	var out []Check
	for _, room := range []string{"desk", "edition", "readers", "intake"} {
		db, err := open(ctx, e.Config, room, store.ReadOnly)
		if err != nil {
			out = append(out, checked("database "+room, err, ""))
			continue
		}
		c := lookDatabase(ctx, room, db)
		if err := db.Close(); err != nil && c.Good {
			c = checked(c.Name, err, "")
		}
		out = append(out, c)
	}
	return out
}

func lookDatabase(ctx context.Context, room string, db *store.DB) Check {
	if err := db.Check(ctx); err != nil {
		return checked("database "+room, err, "")
	}
	if room != "desk" {
		return good("database "+room, "whole")
	}
	paused, err := desk.New(db, nil, store.Stops{}).SendingPaused(ctx)
	if err == nil && paused {
		return bad("database desk", "publishing and sending are paused since a backup was restored; log in to the office, look whether all is right, and let them go on")
	}
	return checked("database "+room, err, "whole")
}

// lookRoles asks whether work and office run, by their locks.
func lookRoles(_ context.Context, e Env) []Check {
	if e.Config.Postgres() {
		return nil
	}
	var out []Check
	for _, role := range []string{"work", "office"} {
		release, err := Lock(e.Config, role)
		switch {
		case fault.Is(err, fault.Conflict):
			out = append(out, good(role, "is running"))
		case err != nil:
			out = append(out, checked(role, err, ""))
		default:
			if err := release(); err != nil {
				out = append(out, bad(role, "%v", err))
			}
			out = append(out, bad(role, "is not running; \"rightsdesk run\" starts it"))
		}
	}
	return out
}

func lookMail(ctx context.Context, e Env) []Check {
	relay := e.Config.Mail.Relay
	if relay == "" {
		return []Check{bad("mail", "no relay is configured (mail.relay): mails are kept and not sent")}
	}
	d := net.Dialer{Timeout: 5 * time.Second}
	conn, err := d.DialContext(ctx, "tcp", relay)
	if err != nil {
		return []Check{bad("mail", "the relay %s does not answer: %v", relay, err)}
	}
	return []Check{checked("mail", conn.Close(), "the relay %s answers", relay)}
}
