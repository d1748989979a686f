package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/landlock-lsm/go-landlock/landlock"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/key"
	"rightsdesk/internal/public"
	"rightsdesk/internal/site"
	"rightsdesk/internal/store/intake"
	"rightsdesk/internal/web"
)

// Serve answers the public until ctx ends. It gives up every right to files
// but its three rooms before it listens, and works without any right to
// private. While the rooms are not made yet it waits for their folders, then
// answers "not ready".
func Serve(ctx context.Context, e Env) error {
	if err := waitForFolders(ctx, e); err != nil {
		return err
	}
	if err := confine(e); err != nil {
		return err
	}
	l, err := net.Listen("tcp", e.Config.Site.Address)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "The public site cannot listen on %s. Is another program using it? Change site.address", e.Config.Site.Address)
	}
	late := &lateSite{env: e}
	err = listen(ctx, e, "serve", l, late)
	return errors.Join(err, late.Close())
}

// waitForFolders waits until the rooms' folders are there. On PostgreSQL there
// is nothing to wait for.
func waitForFolders(ctx context.Context, e Env) error {
	c := e.Config
	if c.Postgres() {
		return nil
	}
	for told := false; ; {
		missing := firstMissing(c.Edition(), c.Readers(), c.Intake())
		if missing == "" {
			return nil
		}
		if !told {
			e.Log.Info("serve waits for \"rightsdesk work\" or \"rightsdesk office\" to make the folder", "folder", missing)
			told = true
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lookOften):
		}
	}
}

func firstMissing(paths ...string) string {
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return p
		}
	}
	return ""
}

// confine gives up the rights that serve does not need, where the kernel has
// Landlock. On PostgreSQL what a connection needs may still be read.
func confine(e Env) error {
	c := e.Config
	var rules []landlock.Rule
	if c.Postgres() {
		rules = []landlock.Rule{
			landlock.ROFiles("/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf").IgnoreIfMissing(),
			landlock.RODirs("/etc/ssl").IgnoreIfMissing(),
		}
	} else {
		rules = []landlock.Rule{landlock.RODirs(c.Edition(), c.Readers()), landlock.RWDirs(c.Intake())}
	}
	if err := landlock.V5.BestEffort().RestrictPaths(rules...); err != nil {
		return fault.Wrap(fault.Unavailable, err, "serve cannot give up its rights (Landlock)")
	}
	return nil
}

// lateSite opens the public rooms at the first request that finds them ready.
type lateSite struct {
	env   Env
	mu    sync.Mutex
	site  http.Handler
	rooms *Public
	tried time.Time
}

// ServeHTTP answers with the site, or with "not ready" before there is one.
func (l *lateSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, err := l.open(r.Context())
	if err != nil {
		l.env.Log.Warn("the site is not ready", "error", err)
		w.Header().Set("Retry-After", "2")
		web.Unready(w, "This site is being started. Please try again in a moment.")
		return
	}
	h.ServeHTTP(w, r)
}

func (l *lateSite) open(ctx context.Context) (http.Handler, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.site != nil {
		return l.site, nil
	}
	if time.Since(l.tried) < lookOften {
		return nil, fault.New(fault.Unavailable, "tried a moment ago")
	}
	l.tried = time.Now()
	rooms, err := OpenPublic(context.WithoutCancel(ctx), l.env.Config)
	if err != nil {
		return nil, err
	}
	l.rooms, l.site = rooms, NewSite(l.env, rooms)
	return l.site, nil
}

// Close closes the rooms, if they were opened.
func (l *lateSite) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.rooms == nil {
		return nil
	}
	return l.rooms.Close()
}

// NewSite makes the public site over open rooms.
func NewSite(e Env, p *Public) http.Handler {
	return site.New(site.Parts{
		Articles: p.Edition, Archive: p.Edition, Cases: p.Edition, Ledger: p.Edition, Claims: p.Edition, Profiles: p.Edition, Redirects: p.Edition, Proofs: p.Edition, Readers: p.Readers,
		Intake: sealer{env: e, rooms: p}, Now: e.Now, Log: e.Log, Forwarded: e.Config.Site.Proxy,
	})
}

// sealer seals what the public sends in to the desk's public key, which stands
// in the edition, and adds it to the intake.
type sealer struct {
	env   Env
	rooms *Public
}

// Send seals and stores a message.
func (s sealer) Send(ctx context.Context, m public.Message) error {
	settings, err := s.rooms.Edition.Settings(ctx)
	if err != nil {
		return err
	}
	plain, err := m.Encode()
	if err != nil {
		return err
	}
	sealed, err := key.Seal(settings.IntakeKey, plain)
	if err != nil {
		return fmt.Errorf("seal message: %w", err)
	}
	id := desk.NewID(s.env.Random, s.env.Config.Organisation.Key, desk.KindMessage)
	return s.rooms.Intake.Append(ctx, intake.Message{ID: id, At: s.env.Now(), Sealed: sealed})
}

// listen serves HTTP until ctx ends and lets requests that are being answered
// finish.
func listen(ctx context.Context, e Env, role string, l net.Listener, h http.Handler) error {
	srv := web.NewServer(l.Addr().String(), h)
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	e.Log.Info(role+" is ready", "address", l.Addr().String())
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	last, cancel := until(ctx)
	defer cancel()
	return srv.Shutdown(last)
}
