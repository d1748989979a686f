package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"rightsdesk/internal/config"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/key"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/desk"
	"rightsdesk/internal/store/edition"
	"rightsdesk/internal/store/intake"
	"rightsdesk/internal/store/publisher"
	"rightsdesk/internal/store/readers"
)

// Captures keeps the files of captures, and gives them back one by one.
type Captures interface {
	pipeline.Evidence
	evidence.Files
}

// captures gives where captures are kept: in a bucket where one is configured,
// with the folder behind it for those from before, otherwise in the folder.
func captures(c *config.Config, folder *evidence.Folder) (Captures, error) {
	if !c.Bucket() {
		return folder, nil
	}
	return bucket(c, folder)
}

func bucket(c *config.Config, older *evidence.Folder) (*evidence.Bucket, error) {
	s := c.Captures
	return evidence.OpenBucket(evidence.BucketOptions{
		Endpoint: s.Endpoint, Name: s.Bucket, Region: s.Region, Prefix: s.Prefix, AccessKey: s.AccessKey, SecretKey: s.SecretKey, Older: older,
	})
}

// roomFile gives the database file of a room.
func roomFile(c *config.Config, room string) string {
	dir := map[string]string{"desk": c.Private(), "edition": c.Edition(), "readers": c.Readers(), "intake": c.Intake()}[room]
	return filepath.Join(dir, room+".db")
}

// open opens a room for the private side.
func open(ctx context.Context, c *config.Config, room string, access store.Access) (*store.DB, error) {
	if c.Postgres() {
		return store.OpenPostgres(ctx, room, c.Database.URL, access)
	}
	return store.OpenSQLite(ctx, room, roomFile(c, room), access)
}

// Rooms is all of an organisation's rooms, open for the private side.
type Rooms struct {
	Keys      *key.Keys
	Evidence  *evidence.Folder // the folder, with what stands beside the captures
	Captures  Captures         // where captures are kept: the folder, or a bucket in front of it
	Desk      *desk.Store
	Publisher *publisher.Store
	Edition   *edition.Store
	Intake    *intake.Store
	Readers   *readers.Store
	close     []func() error
}

func stops(c *config.Config) store.Stops {
	return store.Stops{Path: filepath.Join(c.Private(), "stops.jsonl")}
}

func backups(c *config.Config) string { return filepath.Join(c.Private(), "backups") }

// OpenRooms makes the folders and keys where they are missing, opens every
// room and brings it to the newest schema.
func OpenRooms(ctx context.Context, e Env) (*Rooms, error) {
	r := &Rooms{}
	if err := r.open(ctx, e); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	if err := r.migrate(ctx, e); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

func (r *Rooms) open(ctx context.Context, e Env) (err error) {
	c := e.Config
	if err := MakeFolders(c); err != nil {
		return err
	}
	if r.Keys, err = key.Open(c.Keys(), e.Random); err != nil {
		return err
	}
	if r.Evidence, err = evidence.Open(c.Evidence()); err != nil {
		return err
	}
	if r.Captures, err = captures(c, r.Evidence); err != nil {
		return err
	}
	dbs := map[string]*store.DB{}
	for _, room := range []string{"desk", "edition", "readers", "intake"} {
		db, err := open(ctx, c, room, store.ReadWrite)
		if err != nil {
			return fmt.Errorf("open %s: %w", room, err)
		}
		r.close = append(r.close, db.Close)
		dbs[room] = db
	}
	r.Desk = desk.New(dbs["desk"], r.Keys, stops(c))
	r.Publisher, r.Edition = publisher.New(dbs["edition"]), edition.New(dbs["edition"])
	r.Intake, r.Readers = intake.New(dbs["intake"]), readers.New(dbs["readers"])
	return nil
}

// migrate brings every room to its newest schema and, on PostgreSQL, gives
// serve's role its few rights.
func (r *Rooms) migrate(ctx context.Context, e Env) error {
	folder, now := backups(e.Config), e.Now()
	role, err := store.RoleOf(e.Config.Database.ServeURL)
	if err != nil {
		return err
	}
	return errors.Join(
		r.Desk.Migrate(ctx, folder, now),
		r.Publisher.Migrate(ctx, folder, now), r.Publisher.GrantTo(ctx, role),
		r.Readers.Migrate(ctx, folder, now), r.Readers.GrantTo(ctx, role),
		r.Intake.Migrate(ctx, folder, now), r.Intake.GrantTo(ctx, role),
	)
}

// Close closes what was opened, in reverse order.
func (r *Rooms) Close() error {
	var errs []error
	for i := len(r.close) - 1; i >= 0; i-- {
		errs = append(errs, r.close[i]())
	}
	r.close = nil
	return errors.Join(errs...)
}

// Public is the rooms as serve sees them: it reads two and adds to the third.
type Public struct {
	Edition *edition.Store
	Readers *readers.Store
	Intake  *intake.Store
	close   []func() error
}

// OpenPublic opens the rooms that serve may open. Errors: Unavailable while
// they have not been made yet.
func OpenPublic(ctx context.Context, c *config.Config) (*Public, error) {
	p := &Public{}
	dbs := map[string]*store.DB{}
	for room, access := range map[string]store.Access{"edition": store.ReadOnly, "readers": store.ReadOnly, "intake": store.ReadWrite} {
		db, err := openPublic(ctx, c, room, access)
		if err != nil {
			return nil, errors.Join(err, p.Close())
		}
		p.close = append(p.close, db.Close)
		dbs[room] = db
	}
	p.Edition, p.Readers, p.Intake = edition.New(dbs["edition"]), readers.New(dbs["readers"]), intake.New(dbs["intake"])
	if _, err := p.Edition.Settings(ctx); err != nil {
		return nil, errors.Join(fault.Wrap(fault.Unavailable, err, "The edition is not ready yet"), p.Close())
	}
	return p, nil
}

func openPublic(ctx context.Context, c *config.Config, room string, access store.Access) (*store.DB, error) {
	if c.Postgres() {
		return store.OpenPostgres(ctx, room, c.Database.ServeURL, access)
	}
	return store.OpenExisting(ctx, room, roomFile(c, room), access)
}

// Close closes what was opened.
func (p *Public) Close() error {
	var errs []error
	for _, c := range p.close {
		errs = append(errs, c())
	}
	p.close = nil
	return errors.Join(errs...)
}

// Version is the schema that a room has.
type Version struct {
	Room   string
	Schema int64
}

// Versions gives the schema of every room.
func Versions(ctx context.Context, r *Rooms) ([]Version, error) {
	var out []Version
	for _, room := range []struct {
		name    string
		version func(context.Context) (current, target int64, err error)
	}{{"desk", r.Desk.Version}, {"edition", r.Publisher.Version}, {"readers", r.Readers.Version}, {"intake", r.Intake.Version}} {
		current, _, err := room.version(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, Version{room.name, current})
	}
	return out, nil
}

// Rebuild makes the edition again from the decided records.
func Rebuild(ctx context.Context, e Env, r *Rooms) (articles int, err error) {
	if err := putSettings(ctx, e, r); err != nil {
		return 0, err
	}
	return NewPipeline(e, r).Rebuild(ctx)
}
