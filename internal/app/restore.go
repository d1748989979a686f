package app

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/key"
	"rightsdesk/internal/store"
)

// Restore puts a backup in place of what is in the data folder. What it
// replaces is kept in private/before-restore-…; evidence is only added to. All
// stops, those of the backup and those written since, are made to hold, the
// edition is emptied, and publishing and sending are paused until a person lets
// them go on. Errors: Conflict while office or work run, Invalid for a file
// that is no whole backup (nothing is changed then).
func Restore(ctx context.Context, e Env, file string) (err error) {
	if e.Config.Postgres() {
		return fault.New(fault.Invalid, "The databases are in PostgreSQL: bring them back with pg_restore, then run \"rightsdesk restore -settle\". docs/operations.md shows how.")
	}
	if err := haveKeys(e); err != nil {
		return err
	}
	if err := MakeFolders(e.Config); err != nil {
		return err
	}
	for _, role := range []string{"work", "office"} {
		release, err := Lock(e.Config, role)
		if err != nil {
			return err
		}
		defer release()
	}
	dir, err := os.MkdirTemp(e.Config.Private(), "restore-")
	if err != nil {
		return fileFault(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := unpack(file, dir); err != nil {
		return err
	}
	list, err := allStops(filepath.Join(dir, "stops.jsonl"), stops(e.Config).Path)
	if err != nil {
		return err
	}
	if err := swap(e, dir); err != nil {
		return err
	}
	return settle(ctx, e, list)
}

// Settle makes the stops hold in PostgreSQL databases that pg_restore brought
// back, empties the edition and pauses publishing and sending, as Restore does.
// The stops are those of this folder and of further lists, from the folders of
// other machines. Errors: Conflict while a work process runs.
func Settle(ctx context.Context, e Env, further []string) error {
	if !e.Config.Postgres() {
		return fault.New(fault.Invalid, "The databases are SQLite files: \"rightsdesk restore FILE\" brings back a backup and makes the stops hold.")
	}
	if err := haveKeys(e); err != nil {
		return err
	}
	for _, path := range further {
		if _, err := os.Stat(path); err != nil {
			return fileFault(err)
		}
	}
	list, err := allStops(append(further, stops(e.Config).Path)...)
	if err != nil {
		return err
	}
	return settle(ctx, e, list)
}

func haveKeys(e Env) error {
	_, err := os.Stat(filepath.Join(e.Config.Keys(), key.FileName))
	return fault.Wrap(fault.Invalid, err, "There are no keys in %s, and a backup holds none: readers' addresses could not be opened. Nothing was changed. Put your copy of the keys there first. If they are lost for good, \"rightsdesk migrate\" makes new ones; the old addresses are lost then", e.Config.Keys())
}

// unpack writes a backup's files below dir and checks each against the manifest.
func unpack(file, dir string) (err error) {
	f, err := os.Open(file)
	if err != nil {
		return fileFault(err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	broken := func(err error) error {
		return fault.Wrap(fault.Invalid, err, "%s is no whole backup of rightsdesk. Nothing was changed; try an older one", file)
	}
	zip, err := gzip.NewReader(f)
	if err != nil {
		return broken(err)
	}
	found := map[string]string{}
	var m manifest
	for r := tar.NewReader(zip); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return broken(err)
		}
		if h.Name == manifestName {
			if err := json.NewDecoder(io.LimitReader(r, 1<<30)).Decode(&m); err != nil {
				return broken(err)
			}
			continue
		}
		if found[h.Name], err = unpackOne(dir, h.Name, r); err != nil {
			return broken(err)
		}
	}
	if len(m.Files) == 0 || !maps.Equal(found, m.Files) {
		return broken(errors.New("its files are not those of its manifest"))
	}
	return nil
}

func unpackOne(dir, name string, r io.Reader) (sha string, err error) {
	if !filepath.IsLocal(name) || !(name == "desk.db" || name == "intake.db" || name == "stops.jsonl" || strings.HasPrefix(name, "evidence/")) {
		return "", fmt.Errorf("unknown file %q", name)
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(f, sum), r)
	return hex.EncodeToString(sum.Sum(nil)), errors.Join(err, f.Sync(), f.Close())
}

// allStops joins lists of stops; a missing one is an empty one.
func allStops(paths ...string) ([]store.Stop, error) {
	var all []store.Stop
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fileFault(err)
		}
		list, err := store.ReadStops(bytes.NewReader(b))
		if err != nil {
			return nil, fault.Wrap(fault.Invalid, err, "The list of stops %s is damaged. Mend or remove the line, knowing what it stopped", path)
		}
		all = append(all, list...)
	}
	return all, nil
}

// asidePrefix begins the folder in which a restore keeps what it replaced.
const asidePrefix = "before-restore-"

// swap keeps what is here aside and moves the restored databases in; evidence
// is added to what is here.
func swap(e Env, dir string) error {
	c := e.Config
	if err := addEvidence(filepath.Join(dir, "evidence"), c.Evidence()); err != nil {
		return err
	}
	aside := filepath.Join(c.Private(), asidePrefix+e.Now().UTC().Format("20060102T150405"))
	if err := os.MkdirAll(aside, 0o700); err != nil {
		return fileFault(err)
	}
	for _, room := range []string{"desk", "intake"} {
		for _, tail := range []string{"", "-wal", "-shm"} {
			path := roomFile(c, room) + tail
			if err := ignoreMissing(os.Rename(path, filepath.Join(aside, filepath.Base(path)))); err != nil {
				return fileFault(err)
			}
		}
		if err := place(filepath.Join(dir, room+".db"), roomFile(c, room)); err != nil {
			return fileFault(err)
		}
	}
	return nil
}

// place moves a file where a database belongs, with the group and the rights
// that its folder asks for.
func place(from, to string) error {
	info, err := os.Stat(filepath.Dir(to))
	if err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return err
	}
	if err := chgrpLike(to, info); err != nil {
		return err
	}
	return os.Chmod(to, 0o600|info.Mode().Perm()&0o060)
}

// settle opens the restored rooms, makes the stops hold and empties what is
// made from the desk.
func settle(ctx context.Context, e Env, list []store.Stop) (err error) {
	r, err := OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	return r.Desk.Alone(ctx, func(ctx context.Context) error {
		if err := NewPipeline(e, r).AdoptLog(ctx, e.Config.Evidence()); err != nil {
			return err
		}
		if err := r.Desk.Replay(ctx, list, e.Now()); err != nil {
			return err
		}
		// What was kept aside is newer than the backup and holds nothing erased.
		if err := eraseNow(ctx, e, r, func() error { return nil }); err != nil {
			return err
		}
		if err := mergeStops(e, list); err != nil {
			return err
		}
		if err := errors.Join(r.Desk.Republish(ctx), r.Publisher.Clear(ctx)); err != nil {
			return err
		}
		return retry(ctx, func() error { return r.Publisher.Sweep(ctx) })
	})
}

// mergeStops makes the list of stops here the joined one.
func mergeStops(e Env, list []store.Stop) error {
	var b bytes.Buffer
	seen := map[store.Stop]bool{}
	for _, s := range list {
		if seen[s] {
			continue
		}
		seen[s] = true
		line, err := json.Marshal(s)
		if err != nil {
			return err
		}
		b.Write(append(line, '\n'))
	}
	path := stops(e.Config).Path
	if err := os.WriteFile(path+".new", b.Bytes(), 0o600); err != nil {
		return fileFault(err)
	}
	return os.Rename(path+".new", path)
}
