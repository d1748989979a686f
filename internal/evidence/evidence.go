// Package evidence keeps the bytes of captures under their SHA-256, and makes and checks the leaves of the evidence log.
//
// # The folder
//
// A capture is kept as one WARC file, which docs/evidence.md specifies. The file
// with the digest abcdef…, 64 hexadecimal digits in lower case, is ab/cdef…: two digits for the sub-folder, 62 for the name. Files have
// the rights 0600, folders 0700. A file is written under a name that begins
// with ".new-", brought to the disk and only then renamed, and the folders'
// entries are brought to the disk before the digest is given out: under the
// name of a digest stand the whole bytes or nothing, also after a crash.
//
// # The log
//
// The log has one leaf for each capture, in the order in which they were taken.
// A leaf's commitment is of version 2, which docs/evidence.md specifies. That of
// captures from before there were WARC files, of version 1, is
//
//	SHA-256("rightsdesk capture v1" || 0x00 || nonce || digest)
//
// with a nonce of 32 random bytes and the 32 bytes of the capture's SHA-256.
// Whoever holds nonce and bytes can show that the leaf is theirs; the
// commitment alone tells nothing, not even to who guesses the bytes, so the log
// can be public and a capture erased by deleting bytes and nonce. The tree over
// the commitments is the Merkle tree of RFC 6962, section 2.1: a leaf's hash is
// SHA-256(0x00 || commitment), a node's SHA-256(0x01 || left || right), the
// head of the empty log SHA-256 of nothing.
package evidence

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

const (
	tempPrefix = ".new-"
	tempFor    = time.Hour // after which a temporary file was left by a crash
)

// Folder is a folder of evidence. Any number of goroutines and processes may use it at once.
type Folder struct {
	dir    string
	create func(dir string) (*os.File, error) // makes a temporary file
}

// Open opens a folder of evidence, makes it where it is missing, and removes
// temporary files that are older than an hour, since no writing takes that
// long. The error is of kind Forbidden or Unavailable.
func Open(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, diskFault(err, dir)
	}
	f := &Folder{dir: dir, create: func(dir string) (*os.File, error) { return os.CreateTemp(dir, tempPrefix+"*") }}
	if err := errors.Join(syncDir(filepath.Dir(dir)), f.sweep(time.Now())); err != nil {
		return nil, diskFault(err, dir)
	}
	return f, nil
}

// Reading gives a folder of evidence, or a copy of one, for reading alone: unlike
// Open it changes nothing.
func Reading(dir string) *Folder { return &Folder{dir: dir} }

// sweep removes what a crash left behind.
func (f *Folder) sweep(now time.Time) error {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), tempPrefix) {
			continue
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // another process was quicker
		} else if err != nil {
			return err
		}
		if now.Sub(info.ModTime()) <= tempFor {
			continue
		}
		if err := os.Remove(filepath.Join(f.dir, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Get gives the bytes with a digest, and checks that they have it. The error is
// of kind NotFound when there are none, Internal when the file is damaged.
func (f *Folder) Get(sha string) ([]byte, error) {
	if _, ok := decode(sha); !ok {
		return nil, noDigest(sha)
	}
	data, err := os.ReadFile(f.path(sha))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Wrap(fault.NotFound, err, "There is no evidence with the SHA-256 %s.", sha)
	} else if err != nil {
		return nil, diskFault(err, f.dir)
	}
	if digest(data) != sha {
		return nil, fault.New(fault.Internal, "The evidence file %s is damaged: its bytes have another SHA-256 than its name says. Put it back from a backup.", f.path(sha))
	}
	return data, nil
}

// Content gives the bytes of a capture, out of its WARC file or, for captures
// from before there were such files, bare. It checks the digests of both. The
// error is of kind NotFound when there are none, Internal when they are damaged.
func (f *Folder) Content(c desk.Capture) ([]byte, error) { return content(f, c) }

// keeper is where files of evidence are: a Folder or a Bucket.
type keeper interface {
	Get(sha string) ([]byte, error)
	place(sha string) string // for people
}

// content is Content of a Folder or a Bucket.
func content(k keeper, c desk.Capture) ([]byte, error) {
	if c.File == "" {
		return k.Get(c.SHA256)
	}
	file, err := k.Get(c.File)
	if err != nil {
		return nil, err
	}
	r, err := Decode(file)
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "The evidence file %s does not hold a capture", k.place(c.File))
	}
	if r.Capture.ID != c.ID || r.Capture.SHA256 != c.SHA256 {
		return nil, fault.New(fault.Internal, "The evidence file %s holds another capture than the desk says.", k.place(c.File))
	}
	return r.Content()
}

// Each gives the digest of each file, in the order of their digests.
func (f *Folder) Each(ctx context.Context, each func(sha string) error) error {
	folders, err := os.ReadDir(f.dir)
	if err != nil {
		return diskFault(err, f.dir)
	}
	for _, folder := range folders {
		if !folder.IsDir() || len(folder.Name()) != 2 {
			continue
		}
		entries, err := os.ReadDir(filepath.Join(f.dir, folder.Name()))
		if err != nil {
			return diskFault(err, f.dir)
		}
		for _, entry := range entries {
			if _, ok := decode(folder.Name() + entry.Name()); !ok {
				continue
			}
			if err := errors.Join(ctx.Err(), each(folder.Name()+entry.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *Folder) place(sha string) string { return f.path(sha) }

func (f *Folder) path(sha string) string { return filepath.Join(f.dir, sha[:2], sha[2:]) }

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// decode gives the bytes of a digest in the one form that Put gives.
func decode(sha string) ([]byte, bool) {
	b, err := hex.DecodeString(sha)
	return b, err == nil && len(b) == sha256.Size && strings.ToLower(sha) == sha
}
