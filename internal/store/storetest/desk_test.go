package storetest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/key"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// openDesk opens a migrated desk room.
func openDesk(t *testing.T, rooms Rooms) *deskstore.Store {
	t.Helper()
	keys, err := key.Open(filepath.Join(rooms.Folder, "keys"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s := deskstore.New(rooms.Open(t, "desk", store.ReadWrite), keys, store.Stops{Path: filepath.Join(rooms.Folder, "stops.jsonl")})
	if err := s.Migrate(t.Context(), filepath.Join(rooms.Folder, "backups"), now); err != nil {
		t.Fatal(err)
	}
	return s
}

func id(kind desk.Kind) string { return desk.NewID(rand.Reader, "rdk", kind) }

func decision(verb desk.Verb, record, reason string, at time.Time) desk.Decision {
	return desk.Decision{ID: id(desk.KindDecision), At: at, Account: "rdk_u_aaaaaaaaaaaaaaaa", Verb: verb, RecordID: record, Reason: reason}
}

// inward makes a capture of a text that was handed in.
func inward(t *testing.T, source desk.Source, text string) desk.Inward {
	t.Helper()
	c := desk.Capture{ID: id(desk.KindCapture), SHA256: sha(text), Size: int64(len(text)), MediaType: "text/plain", How: desk.HowHandedIn,
		SourceID: source.ID, Agent: "storetest", At: now, File: sha("file of " + text)}
	leaf := evidence.NewLeaf(rand.Reader, c.ID, c.SHA256)
	return desk.Inward{Capture: c, Leaf: leaf, ArticleID: id(desk.KindArticle), Licence: desk.LicenceExcerpt}
}

func importSource(t *testing.T, s *deskstore.Store) desk.Source {
	t.Helper()
	src, err := s.EnsureInward(t.Context(), desk.Source{ID: id(desk.KindSource), Kind: desk.SourceImport, Licence: desk.LicenceExcerpt, CreatedAt: now})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// add stores texts as captures and gives what became of them.
func add(t *testing.T, s *deskstore.Store, texts ...string) []desk.Stored {
	t.Helper()
	src := importSource(t, s)
	var list []desk.Inward
	for _, text := range texts {
		list = append(list, inward(t, src, text))
	}
	stored, err := s.AddCaptures(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

// at once runs fn by n callers at the same time and gives their errors.
func atOnce(n int, fn func(i int) error) []error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { errs[i] = fn(i) })
	}
	wg.Wait()
	return errs
}

func noErrors(t *testing.T, errs []error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// once fails when a lease was given to two callers, or to none.
func once(t *testing.T, taken [][]string, want int) {
	t.Helper()
	seen := map[string]int{}
	for _, list := range taken {
		for _, x := range list {
			seen[x]++
		}
	}
	for x, n := range seen {
		if n != 1 {
			t.Errorf("%s was leased %d times", x, n)
		}
	}
	if len(seen) != want {
		t.Errorf("%d leased, want %d", len(seen), want)
	}
}

// drain leases until nothing is left, by four callers at once.
func drain(t *testing.T, lease func(ctx context.Context) ([]string, error)) [][]string {
	t.Helper()
	taken := make([][]string, 4)
	noErrors(t, atOnce(4, func(i int) error {
		for {
			got, err := lease(t.Context())
			if err != nil {
				return fmt.Errorf("lease: %w", err)
			}
			if len(got) == 0 {
				return nil
			}
			taken[i] = append(taken[i], got...)
		}
	}))
	return taken
}

// TestOnlyTheFirstWorkerIsAlone looks at PostgreSQL: on SQLite a lock on the
// folder sees to it.
func TestOnlyTheFirstWorkerIsAlone(t *testing.T) {
	rooms := Rooms{Engine: store.Postgres, URL: Database(t)}
	db, other := rooms.Open(t, "desk", store.ReadWrite), rooms.Open(t, "desk", store.ReadWrite)
	nothing := func(context.Context) error { return nil }
	for range 3 {
		ran := 0
		count := func(context.Context) error { ran++; return nil }
		first, err := db.Arrive(t.Context(), count)
		if err != nil {
			t.Fatal(err)
		}
		second, err := other.Arrive(t.Context(), count)
		if err != nil || ran != 1 {
			t.Fatalf("two arrived, %d were alone: %v", ran, err)
		}
		if err := errors.Join(first.Check(t.Context()), first.Leave()); err != nil {
			t.Fatal(err)
		}
		if err := db.Alone(t.Context(), nothing); !fault.Is(err, fault.Conflict) {
			t.Errorf("alone beside a worker: %v", err)
		}
		if err := errors.Join(second.Leave(), other.Alone(t.Context(), nothing)); err != nil {
			t.Error(err)
		}
	}
}
