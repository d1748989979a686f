package evidence

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

// fullDevice makes temporary files that stand on a device without room: every
// write to /dev/full ends with ENOSPC.
func fullDevice(dir string) (*os.File, error) {
	link := filepath.Join(dir, tempPrefix+"full")
	if err := os.Symlink("/dev/full", link); err != nil {
		return nil, err
	}
	return os.OpenFile(link, os.O_WRONLY, 0)
}

func TestFullDiskLeavesNothing(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("this system has no /dev/full")
	}
	f := folder(t)
	if _, err := f.Put([]byte("kept before")); err != nil {
		t.Fatal(err)
	}
	whole := f.create
	f.create = fullDevice
	_, err := f.Put([]byte("abc"))
	checkFull(t, f, err)
	if got := files(t, f.dir); len(got) != 1 {
		t.Errorf("left over: %v", got)
	}
	f.create = whole
	if sha, err := f.Put([]byte("abc")); err != nil || sha != abcSHA {
		t.Errorf("with room again: %s, %v", sha, err)
	}
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Fatal(err)
	}
}

func checkFull(t *testing.T, f *Folder, err error) {
	t.Helper()
	if !fault.Is(err, fault.Unavailable) || !errors.Is(err, syscall.ENOSPC) ||
		!strings.HasPrefix(fault.Words(err), "The disk that holds "+f.dir+" is full.") {
		t.Errorf("%v: %v", fault.Of(err), err)
	}
}

const childVariable = "EVIDENCE_TEST_DIR"

// child starts this test once more as a process of its own that works in dir.
func child(t *testing.T, dir string) *exec.Cmd {
	c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	c.Env = append(os.Environ(), childVariable+"="+dir)
	return c
}

// TestSmallDiskFillsUp writes to a file system of 256 kB, in a mount namespace
// of its own, until it is full: files that do not fit fail half-way.
func TestSmallDiskFillsUp(t *testing.T) {
	if dir := os.Getenv(childVariable); dir != "" {
		fillDisk(t, dir)
		return
	}
	c := child(t, t.TempDir())
	c.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit), strings.Contains(string(out), "--- SKIP"):
		t.Skipf("this system allows no mount namespace: %v\n%s", err, out)
	case err != nil:
		t.Errorf("%v\n%s", err, out)
	}
}

func fillDisk(t *testing.T, dir string) {
	if err := syscall.Mount("rightsdesk-test", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip(err)
	}
	f, err := Open(filepath.Join(dir, "evidence"))
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for i := 0; err == nil; i++ {
		var sha string
		if sha, err = f.Put(batch(1, 50_000, i)[0]); err == nil {
			kept = append(kept, sha)
		}
	}
	checkFull(t, f, err)
	if _, err := f.PutMany(batch(4, 50_000, 1000)); err == nil {
		t.Error("a batch was put on a full disk")
	} else {
		checkFull(t, f, err)
	}
	if got := files(t, f.dir); len(got) != len(kept) || len(kept) < 2 {
		t.Errorf("%d kept, files %v", len(kept), got)
	}
	for _, sha := range kept {
		if _, err := f.Get(sha); err != nil {
			t.Error(err)
		}
	}
}

// TestKilledWriterLeavesWholeFiles kills a process that writes, several times,
// and reads what it said that it had kept.
func TestKilledWriterLeavesWholeFiles(t *testing.T) {
	if dir := os.Getenv(childVariable); dir != "" {
		keepWriting(t, dir)
		return
	}
	dir := t.TempDir()
	said := 0
	for range 5 {
		c := child(t, dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		said += countSaid(t, out, 20)
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		c.Wait() // the error is the kill
	}
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.sweep(time.Now().Add(2 * tempFor)); err != nil {
		t.Fatal(err)
	}
	left := files(t, dir)
	for _, path := range left {
		if _, err := f.Get(strings.Replace(path, "/", "", 1)); err != nil {
			t.Error(err)
		}
	}
	if said < 100 || len(left) < said {
		t.Errorf("%d were said to be kept, %d are there", said, len(left))
	}
}

func keepWriting(t *testing.T, dir string) {
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; ; i++ {
		sha, err := f.Put(batch(1, 30_000, os.Getpid()*1_000_000+i)[0])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("kept", sha)
	}
}

// countSaid reads n digests that a child says it has kept.
func countSaid(t *testing.T, from interface{ Read([]byte) (int, error) }, n int) int {
	t.Helper()
	count := 0
	for count < n {
		var word, sha string
		if _, err := fmt.Fscanln(from, &word, &sha); word == "kept" && len(sha) == 64 {
			count++
		} else if err != nil && word == "" {
			t.Fatalf("the child stopped: %v", err)
		}
	}
	return count
}
