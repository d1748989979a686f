package app

import (
	"errors"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"

	"rightsdesk/internal/config"
	"rightsdesk/internal/fault"
)

// folder is a room on the disk: what its owner, and the group that serve runs
// under, may do in it.
type folder struct {
	path  string
	group fs.FileMode // what the group may do, 0 without a group
}

func folders(c *config.Config) []folder {
	return []folder{
		{c.Private(), 0},
		{c.Evidence(), 0},
		{c.Edition(), 0o050},
		{c.Readers(), 0o050},
		{c.Intake(), 0o070},
	}
}

// MakeFolders makes the rooms' folders, or mends their rights. Only their owner
// may enter private; the group in serve.group may read edition and readers and
// write in intake. What is made in a room has the room's group.
func MakeFolders(c *config.Config) error {
	gid, err := serveGroup(c)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.Data, 0o755); err != nil {
		return fault.Wrap(fault.Unavailable, err, "The data folder %s cannot be made. Check the rights of the folder above it, or set \"data\" to another", c.Data)
	}
	for _, f := range folders(c) {
		if err := f.make(gid); err != nil {
			return fault.Wrap(fault.Unavailable, err, "The folder %s cannot be made or given its rights. It must belong to the user who runs office and work, and that user must be in the group of serve", f.path)
		}
	}
	return nil
}

func (f folder) make(gid int) error {
	if err := os.Mkdir(f.path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if gid < 0 || f.group == 0 {
		return chmod(f.path, 0o700)
	}
	if err := os.Chown(f.path, -1, gid); err != nil {
		return err
	}
	return chmod(f.path, 0o700|f.group|fs.ModeSetgid)
}

// chmod changes the rights only where they differ, so that a user who may use
// the folder but does not own it gets no error.
func chmod(path string, mode fs.FileMode) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Mode()&(fs.ModePerm|fs.ModeSetgid) == mode {
		return nil
	}
	return os.Chmod(path, mode)
}

// serveGroup gives the number of the group that serve runs under, -1 for none.
func serveGroup(c *config.Config) (int, error) {
	if c.Serve.Group == "" {
		return -1, nil
	}
	if gid, err := strconv.Atoi(c.Serve.Group); err == nil {
		return gid, nil
	}
	g, err := user.LookupGroup(c.Serve.Group)
	if err != nil {
		return 0, fault.Wrap(fault.Invalid, err, "There is no group %q on this machine. Make it (groupadd) or change serve.group", c.Serve.Group)
	}
	return strconv.Atoi(g.Gid)
}

// Lock keeps a second process of a role from the same folder. The file is
// locked as long as it is open; a killed process leaves nothing behind. On
// PostgreSQL, where many may work, nothing is locked. Errors: Conflict.
func Lock(c *config.Config, role string) (release func() error, err error) {
	if c.Postgres() {
		return func() error { return nil }, nil
	}
	path := filepath.Join(c.Private(), role+".lock")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The lock %s cannot be made. Check who owns the folder", path)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		pid := holder(f)
		return nil, errors.Join(fault.New(fault.Conflict, "Another \"rightsdesk %s\"%s is using the folder %s. Stop it first, or give this one another folder with -data.", role, pid, c.Data), f.Close())
	}
	if err := f.Truncate(0); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if _, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())), 0); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f.Close, nil
}

// holder gives " (process 123)" for the process that holds a lock.
func holder(f *os.File) string {
	b := make([]byte, 20)
	n, err := f.ReadAt(b, 0)
	if n == 0 && err != nil {
		return ""
	}
	return " (process " + string(b[:n]) + ")"
}

// chgrpLike gives a file the group of a folder.
func chgrpLike(path string, folder fs.FileInfo) error {
	st, ok := folder.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	return os.Chown(path, -1, int(st.Gid))
}
