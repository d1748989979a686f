package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// cluster is a private PostgreSQL server on loopback.
type cluster struct {
	dir  string
	port int
	cmd  *exec.Cmd
}

var errNoPostgres = errors.New("PostgreSQL's programs are not here: install Debian's package postgresql")

// shared is the one cluster of a test binary, started at first use.
var shared = sync.OnceValues(start)

var databases atomic.Int64

// Main runs a package's tests and stops the cluster that they started. Call it
// from TestMain.
func Main(m *testing.M) int {
	code := m.Run()
	if err := stopShared(); err != nil {
		fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
		return 1
	}
	return code
}

var started atomic.Pointer[cluster]

func stopShared() error {
	c := started.Load()
	if c == nil {
		return nil
	}
	err := c.cmd.Process.Signal(syscall.SIGINT) // fast shutdown
	if werr := c.cmd.Wait(); err == nil && werr != nil && c.cmd.ProcessState.ExitCode() > 0 {
		err = werr
	}
	return errors.Join(err, os.RemoveAll(c.dir))
}

// Database makes an empty database in the private cluster and gives its url.
// Without PostgreSQL the test is skipped, or fails when CI=true.
func Database(t testing.TB) string {
	t.Helper()
	c, err := shared()
	if errors.Is(err, errNoPostgres) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("t%d", databases.Add(1))
	c.run(t, "postgres", "CREATE DATABASE "+name)
	t.Cleanup(func() { c.run(t, "postgres", "DROP DATABASE "+name+" WITH (FORCE)") })
	return c.url("owner", name)
}

// ServeRole makes a role without any right and gives the url with which it
// logs in to the database at url.
func ServeRole(t testing.TB, url string) string {
	t.Helper()
	c, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	name := url[strings.LastIndexByte(url, '/')+1:]
	c.run(t, "postgres", "CREATE ROLE serve_"+name+" LOGIN")
	t.Cleanup(func() { c.run(t, name, "DROP OWNED BY serve_"+name); c.run(t, name, "DROP ROLE serve_"+name) })
	return c.url("serve_"+name, name)
}

// Dump writes the database at url to a file, as an administrator would.
func Dump(t testing.TB, url, file string) {
	t.Helper()
	pgProgram(t, "pg_dump", "--format=custom", "--file="+file, url)
}

// Undump puts a dump in place of the database at url.
func Undump(t testing.TB, url, file string) {
	t.Helper()
	c, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	name := url[strings.LastIndexByte(url, '/')+1:]
	c.run(t, "postgres", "DROP DATABASE "+name+" WITH (FORCE)")
	c.run(t, "postgres", "CREATE DATABASE "+name)
	pgProgram(t, "pg_restore", "--dbname="+url, file)
}

func pgProgram(t testing.TB, name string, args ...string) {
	t.Helper()
	bin, err := binaries()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(filepath.Join(bin, name), args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

func (c *cluster) url(role, database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s", role, c.port, database)
}

func (c *cluster) run(t testing.TB, database, query string) {
	t.Helper()
	if err := c.exec(database, query); err != nil {
		t.Errorf("%s: %v", query, err)
	}
}

func (c *cluster) exec(database, query string) error {
	db, err := sql.Open("pgx", c.url("owner", database))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(context.Background(), query)
	return errors.Join(err, db.Close())
}

func start() (*cluster, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	c := &cluster{}
	if c.dir, err = os.MkdirTemp("", "rightsdesk-postgres-"); err != nil {
		return nil, err
	}
	who, err := c.owner()
	if err != nil {
		return nil, err
	}
	data := filepath.Join(c.dir, "data")
	setup := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "owner", "-A", "trust", "--locale=C", "-E", "UTF8", "--no-sync")
	setup.SysProcAttr, setup.Dir = who, c.dir
	if out, err := setup.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, out)
	}
	if c.port, err = freePort(); err != nil {
		return nil, err
	}
	c.cmd = exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-h", "127.0.0.1", "-p", strconv.Itoa(c.port), "-k", c.dir,
		"-c", "fsync=off", "-c", "max_connections=200", "-c", "log_min_messages=fatal")
	c.cmd.SysProcAttr, c.cmd.Dir, c.cmd.Stderr = who, c.dir, os.Stderr
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	started.Store(c)
	return c, c.ready()
}

// ready waits until the server answers, half a minute at most.
func (c *cluster) ready() error {
	var err error
	for range 300 {
		if err = c.exec("postgres", "SELECT 1"); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("PostgreSQL does not answer: %w", err)
}

// owner gives the cluster's folder to a user whom PostgreSQL accepts: it
// refuses to run as root.
func (c *cluster) owner() (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
	if os.Getuid() != 0 {
		return attr, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return attr, os.Chown(c.dir, uid, gid)
}

// binaries finds the folder of the newest PostgreSQL's programs.
func binaries() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	slices.Sort(found)
	if len(found) > 0 {
		return filepath.Dir(found[len(found)-1]), nil
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	return "", errNoPostgres
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
