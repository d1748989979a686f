package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"rightsdesk/internal/store/storetest"
)

// clustered stops the PostgreSQL that the tests started, and removes the binary.
type clustered struct{ *testing.M }

func (c clustered) Run() int {
	code := storetest.Main(c.M)
	if dir := built.dir; dir != "" {
		if err := os.RemoveAll(dir); err != nil {
			return 1
		}
	}
	return code
}

func TestMain(m *testing.M) {
	testscript.Main(clustered{m}, map[string]func(){"rightsdesk": main, "read-earlier": readEarlier})
}

// TestScripts runs each command as its user would.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata"})
}

var built struct {
	once sync.Once
	dir  string
	err  error
}

// binary builds the program once and gives its path.
func binary(t testing.TB) string {
	t.Helper()
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "rightsdesk-test-"); built.err != nil {
			return
		}
		if built.err = os.Chmod(built.dir, 0o755); built.err != nil {
			return
		}
		cmd := exec.Command("go", "build", "-o", filepath.Join(built.dir, "rightsdesk"), ".")
		cmd.Env, cmd.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
		built.err = cmd.Run()
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return filepath.Join(built.dir, "rightsdesk")
}
