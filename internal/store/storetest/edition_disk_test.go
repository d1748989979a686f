package storetest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
	"rightsdesk/internal/store/publisher"
)

// onSQLite gives a fresh SQLite edition, with the folder that it is in.
func onSQLite(t *testing.T) (p *publisher.Store, e *edition.Store, folder string) {
	t.Helper()
	folder = t.TempDir()
	p, e = openEdition(t, Rooms{Engine: store.SQLite, Folder: folder})
	return p, e, folder
}

// TestEditionForgets: after Sweep a withdrawn name is in no byte of the folder,
// while a reader holds the database open, and in no copy of it.
func TestEditionForgets(t *testing.T) {
	p, e, folder := onSQLite(t)
	const name = "Kwarvelian"
	secret := func(n, version int) public.Article {
		a := report(n, version, strings.Repeat("Some words of "+name+" and more. ", 200))
		a.Title, a.Byline, a.HTML = name, []string{"Ms " + name}, "<p>"+strings.Repeat(name+" ", 900)+"</p>"
		a.Outlet, a.Standfirst, a.Address = name+" Post", name, "https://x.example/"+name
		return a
	}
	put(t, p, library(300)...)
	for i := range 40 { // in many segments of the index, changed and unchanged
		put(t, p, secret(1000+i, 1))
		put(t, p, report(1000+40+i, 1, "between"))
	}
	if len(found(t, e, public.Query{Text: name})) == 0 || !inFolder(t, folder, name) || !inFolder(t, folder, strings.ToLower(name)) {
		t.Fatal("the name was never there: this test proves nothing")
	}
	snippet := public.Snippet{ID: "rdk_n_1", Version: 1, HTML: "<p>" + name + "</p>", Placements: []string{"*"}}
	issue := public.Issue{ID: "rdk_i_1", Title: "On " + name, Sent: now}
	noErrors(t, []error{p.PutSnippet(t.Context(), snippet), p.PutIssue(t.Context(), issue, 1)})
	issue.Title = "Corrected"
	noErrors(t, []error{p.RemoveSnippet(t.Context(), snippet.ID, 2), p.PutIssue(t.Context(), issue, 2)})
	for i := range 40 {
		if i%2 == 0 {
			if err := p.PutArticles(t.Context(), []public.Article{report(1000+i, 2, "redacted")}); err != nil {
				t.Fatal(err)
			}
		} else if err := p.WithdrawArticle(t.Context(), secret(1000+i, 2).ID, 2); err != nil {
			t.Fatal(err)
		}
	}
	sweep(t, p)
	copied := t.TempDir()
	if err := p.BackupTo(t.Context(), filepath.Join(copied, "copy.db")); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{folder, copied} {
		for _, form := range []string{name, strings.ToLower(name), "kwarvel", "arveli"} {
			if inFolder(t, dir, form) {
				t.Errorf("%s is still in %s", form, dir)
			}
		}
	}
	if got := found(t, e, public.Query{Text: name}); len(got) > 0 {
		t.Errorf("still found: %v", got)
	}
}

// inFolder reports whether any file of a folder has the bytes of a text.
func inFolder(t *testing.T, folder, text string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if errors.Is(err, syscall.EISDIR) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte(text)) {
			return true
		}
	}
	return false
}

// TestEditionSweepBesideReader: a reader in the middle of a transaction is in
// the way, and says so; afterwards the sweep succeeds.
func TestEditionSweepBesideReader(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the busy time-out of ten seconds")
	}
	t.Parallel()
	p, _, folder := onSQLite(t)
	put(t, p, report(1, 1, "One."))
	reader := Rooms{Engine: store.SQLite, Folder: folder}.Open(t, "edition", store.ReadOnly)
	tx, err := reader.Read().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var n int
	if err := tx.QueryRow(`SELECT COUNT(*) FROM articles`).Scan(&n); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	if err := p.PutArticles(t.Context(), []public.Article{report(2, 1, "Two.")}); err != nil {
		t.Fatal(err)
	}
	if err := p.Sweep(t.Context()); !fault.Is(err, fault.Unavailable) {
		t.Errorf("sweep beside a reader: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	sweep(t, p)
}

// readerFolder says to the test binary that it is the reader of TestEditionOtherUser.
const readerFolder = "STORETEST_READER_FOLDER"

// TestEditionReader is that reader: it answers each id that it is asked for
// with the article's title or the kind of error, from an edition that it may
// only read. Without being asked to it does nothing.
func TestEditionReader(t *testing.T) {
	folder := os.Getenv(readerFolder)
	if folder == "" {
		return
	}
	e := edition.New(Rooms{Engine: store.SQLite, Folder: folder}.Open(t, "edition", store.ReadOnly))
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		a, err := e.Article(t.Context(), lines.Text())
		answer := a.Title
		if err != nil {
			answer = fault.Of(err).String()
		}
		r, err := e.Search(t.Context(), public.Query{Text: "common"})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("%s, %d found\n", answer, r.Total)
	}
}

// TestEditionOtherUser: a process of another user, without any right to write
// in the folder, sees each change as soon as the sweep is over.
func TestEditionOtherUser(t *testing.T) {
	_, _, folder := onSQLite(t)
	openToAll(t, folder)
	rooms := Rooms{Engine: store.SQLite, Folder: folder}
	var ask func(id, want string)
	for round := range 3 { // writers come and go; the reader comes after the first
		db, err := rooms.open(t.Context(), "edition", store.ReadWrite)
		if err != nil {
			t.Fatal(err)
		}
		p := publisher.New(db)
		if round == 0 {
			put(t, p, report(1, 1, "common"))
			ask = startReader(t, folder)
		}
		ask("rdk_a_0001", "Invented report 1, 1 found")
		for i := 100 * round; i < 100*round+20; i++ {
			a := report(2+i, 1, "common")
			ask(a.ID, "not found, 1 found")
			put(t, p, a)
			ask(a.ID, a.Title+", 2 found")
			withdraw(t, p, a.ID, 2)
			ask(a.ID, "gone, 1 found")
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// openToAll lets other users read in a folder of a test.
func openToAll(t *testing.T, folder string) {
	t.Helper()
	for dir := folder; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, "edition.db*"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		if err := os.Chmod(file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// startReader starts readAlong as another user where this one may do so, and
// gives what asks it.
func startReader(t *testing.T, folder string) (ask func(id, want string)) {
	t.Helper()
	cmd := exec.Command(program(t), "-test.run=^TestEditionReader$")
	cmd.Env, cmd.Stderr, cmd.Dir = append(os.Environ(), readerFolder+"="+folder), os.Stderr, "/"
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	} else {
		t.Log("not root: the reader is the same user")
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewScanner(out)
	t.Cleanup(func() {
		err := in.Close()
		for answers.Scan() { // PASS
		}
		if err = errors.Join(err, cmd.Wait()); err != nil {
			t.Error(err)
		}
	})
	return func(id, want string) {
		t.Helper()
		if _, err := fmt.Fprintln(in, id); err != nil {
			t.Fatal(err)
		}
		if answers.Scan(); answers.Text() != want {
			t.Fatalf("the reader says of %s %q, want %q", id, answers.Text(), want)
		}
	}
}

// program copies the test binary to where other users may run it.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for dir := folder; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(folder, "reader")
	if err := os.WriteFile(path, b, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}
