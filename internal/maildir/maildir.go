// Package maildir reads folders in which mail programs keep messages, a file
// each: the maildir form with its sub-folders "new" and "cur". It only reads,
// and nothing outside of the folder, whatever links lie in it.
package maildir

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/mailbox"
)

// Folder is an open maildir.
type Folder struct{ root *os.Root }

// parts are the sub-folders that hold messages; "tmp" holds unfinished ones.
var parts = []string{"new", "cur"}

// Is reports whether a folder is a maildir.
func Is(dir string) bool {
	for _, part := range parts {
		if info, err := os.Stat(path.Join(dir, part)); err == nil && info.IsDir() {
			return true
		}
	}
	return false
}

// Open opens a maildir. Errors: NotFound, Forbidden or Unavailable when the
// folder cannot be read, Invalid when it is no maildir.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, folderFault(err, dir)
	}
	if !Is(dir) {
		return nil, errors.Join(fault.New(fault.Invalid, "The folder %s is no maildir: it has neither a folder \"new\" nor \"cur\". Name the folder that holds these.", dir), root.Close())
	}
	return &Folder{root}, nil
}

// Close ends the use of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// Message is a message's file. Its key stays the same when a mail program marks
// the message as read or moves it from "new" to "cur".
type Message struct {
	Key  string
	file string // below the folder
}

// Messages lists the messages in the order of their keys, which begin with the
// time of arrival; drafts and what is in the bin are left out.
func (f *Folder) Messages() ([]Message, error) {
	var out []Message
	for _, part := range parts {
		dir, err := f.root.Open(part)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, folderFault(err, f.root.Name())
		}
		names, err := dir.Readdirnames(-1)
		if err = errors.Join(err, dir.Close()); err != nil {
			return nil, folderFault(err, f.root.Name())
		}
		for _, name := range names {
			key, info, _ := strings.Cut(name, ":")
			if strings.HasPrefix(name, ".") || key == "" || strings.HasPrefix(info, "2,") && strings.ContainsAny(info, "DT") {
				continue
			}
			out = append(out, Message{key, path.Join(part, name)})
		}
	}
	slices.SortFunc(out, func(a, b Message) int { return strings.Compare(a.Key, b.Key) })
	return slices.CompactFunc(out, func(a, b Message) bool { return a.Key == b.Key }), nil
}

// Read gives the bytes of a message. Errors: NotFound when it is not there any
// more, Forbidden, Invalid when it is no ordinary file or too large.
func (f *Folder) Read(m Message) ([]byte, error) {
	data, err := f.read(m, mailbox.MaxMessage+1)
	if err == nil && len(data) > mailbox.MaxMessage {
		return nil, mailbox.TooLarge(int64(len(data)))
	}
	return data, err
}

// peekBytes is how much of a message is read to tell its subject and date.
const peekBytes = 64 << 10

// Peek gives the beginning of a message.
func (f *Folder) Peek(m Message) ([]byte, error) { return f.read(m, peekBytes) }

// Find gives the message with a key. Errors: NotFound.
func (f *Folder) Find(key string) (Message, error) {
	all, err := f.Messages()
	if err != nil {
		return Message{}, err
	}
	at, found := slices.BinarySearchFunc(all, key, func(m Message, key string) int { return strings.Compare(m.Key, key) })
	if !found {
		return Message{}, fault.New(fault.NotFound, "The message is not in the folder any more. If it was moved, move it back and ask again.")
	}
	return all[at], nil
}

func (f *Folder) read(m Message, most int64) ([]byte, error) {
	info, err := f.root.Stat(m.file) // a pipe would never open
	if err == nil && !info.Mode().IsRegular() {
		return nil, fault.New(fault.Invalid, "The message is no ordinary file.")
	}
	var file *os.File
	if err == nil {
		file, err = f.root.Open(m.file)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Wrap(fault.NotFound, err, "The message is not in the folder any more. If it was moved, move it back and ask again.")
	} else if err != nil {
		return nil, folderFault(err, f.root.Name())
	}
	data, err := io.ReadAll(io.LimitReader(file, most))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("read message: %w", folderFault(err, f.root.Name()))
	}
	return data, nil
}

// folderFault says in words why a folder cannot be read.
func folderFault(err error, dir string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(fault.NotFound, err, "The folder %s is not there. Was it moved or renamed?", dir)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(fault.Forbidden, err, "The program may not read the folder %s. Ask whoever keeps the server to give it the right.", dir)
	}
	return fault.Wrap(fault.Unavailable, err, "The folder %s cannot be read. Ask whoever keeps the server to look at it.", dir)
}
