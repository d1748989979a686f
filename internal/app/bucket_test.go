package app

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"rightsdesk/internal/config"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fetch"
)

// bucketEnv gives a desk whose captures go to a bucket on this machine, and
// what lets the store refuse everything.
func bucketEnv(t *testing.T) (e Env, store *s3mem.Backend, down *atomic.Bool) {
	t.Helper()
	store, down = s3mem.New(), new(atomic.Bool)
	if err := store.CreateBucket("captures"); err != nil {
		t.Fatal(err)
	}
	whole := gofakes3.New(store).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if down.Load() {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		whole.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	e = testEnv(t, "")
	cfg, err := config.Read(os.DevNull, []string{"RIGHTSDESK_EVIDENCE_S3_SECRET_KEY=invented"}, []string{
		"data=" + e.Config.Data, "evidence.s3_endpoint=" + server.URL, "evidence.s3_bucket=captures", "evidence.s3_access_key=invented", "evidence.s3_prefix=desk",
	})
	if err != nil {
		t.Fatal(err)
	}
	e.Config = cfg
	return e, store, down
}

func openRooms(t *testing.T, e Env) *Rooms {
	t.Helper()
	rooms, err := OpenRooms(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := rooms.Close(); err != nil {
			t.Error(err)
		}
	})
	return rooms
}

func objects(t *testing.T, store *s3mem.Backend) (keys []string) {
	t.Helper()
	list, err := store.ListBucket("captures", nil, gofakes3.ListBucketPage{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range list.Contents {
		keys = append(keys, o.Key)
	}
	return keys
}

// TestCapturesInABucket hands texts in, one before there is a bucket and one
// after, and reads both; a text that is known leaves no second object.
func TestCapturesInABucket(t *testing.T) {
	e, store, _ := bucketEnv(t)
	before := e
	var err error
	if before.Config, err = config.Read(os.DevNull, nil, []string{"data=" + e.Config.Data}); err != nil {
		t.Fatal(err)
	}
	for i, env := range []Env{before, e} {
		func() {
			rooms, err := OpenRooms(t.Context(), env)
			if err != nil {
				t.Fatal(err)
			}
			defer rooms.Close()
			d := NewPipeline(env, rooms)
			for range 2 {
				if _, err := d.Paste(t.Context(), []byte("An invented text, number "+string(rune('1'+i))+"."), "", "rdk_u_aaaaaaaaaaaaaaaa"); err != nil {
					t.Fatal(err)
				}
			}
		}()
	}
	if got, keys := files(t, e), objects(t, store); len(got) != 1 || len(keys) != 1 || !strings.HasPrefix(keys[0], "desk/") {
		t.Errorf("%d files, objects %v", len(got), keys)
	}
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	for more := true; more; {
		if more, err = d.Read(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	leaves, err := rooms.Desk.Leaves(t.Context(), 0, 10)
	if err != nil || len(leaves) != 2 {
		t.Fatal(err, len(leaves))
	}
	for i, leaf := range leaves {
		c, err := rooms.Desk.Capture(t.Context(), leaf.CaptureID)
		if err != nil {
			t.Fatal(err)
		}
		if data, err := rooms.Captures.Content(c); err != nil || string(data) != "An invented text, number "+string(rune('1'+i))+"." {
			t.Errorf("%q, %v", data, err)
		}
	}
}

// TestStoreThatIsDownLosesNothing polls and reads while the store refuses
// everything, more often than an entry is tried, and again when it is back.
func TestStoreThatIsDownLosesNothing(t *testing.T) {
	e, store, down := bucketEnv(t)
	now := time.Now()
	e.Now = func() time.Time { return now }
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	d.Fetch = fetch.New(fetch.Options{UserAgent: "rightsdesk test", AllowLoopback: true, Now: e.Now})
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			io.WriteString(w, "<rss><channel><item><link>/page</link></item></channel></rss>")
			return
		}
		io.WriteString(w, "<!doctype html><title>Invented</title><p>"+strings.Repeat("An invented sentence. ", 40))
	}))
	t.Cleanup(web.Close)
	id := desk.NewID(e.Random, "rdk", desk.KindSource)
	src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: web.URL + "/feed", Outlet: "Invented", Licence: desk.LicenceExcerpt, NextTry: now.Add(-time.Minute), CreatedAt: now}
	if err := rooms.Desk.AddSource(t.Context(), src, desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: now}); err != nil {
		t.Fatal(err)
	}
	turn := func(do ...func() error) {
		t.Helper()
		for _, f := range do {
			if err := f(); err != nil {
				t.Fatal(err)
			}
		}
		now = now.Add(time.Hour)
	}
	collect := func() error { _, err := d.Collect(t.Context()); return err }
	read := func() error { _, err := d.Read(t.Context()); return err }
	turn(func() error { _, err := d.Poll(t.Context()); return err })
	down.Store(true)
	for range desk.MaxAttempts + 2 {
		turn(collect)
	}
	down.Store(false)
	turn(collect)
	if keys := objects(t, store); len(keys) != 1 {
		t.Fatalf("objects %v after the store came back", keys)
	}
	down.Store(true)
	for range desk.MaxAttempts + 2 {
		turn(read)
	}
	down.Store(false)
	turn(read)
	list, err := rooms.Desk.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 10})
	if err != nil || len(list) != 1 {
		t.Fatal(err, len(list))
	}
	if a, err := rooms.Desk.Article(t.Context(), list[0].ID); err != nil || !strings.Contains(a.Text, "An invented sentence.") {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestDoctorTriesTheBucket(t *testing.T) {
	e, store, down := bucketEnv(t)
	openRooms(t, e)
	look := func() (found Check) {
		for _, c := range Doctor(t.Context(), e) {
			if c.Name == "evidence" && !strings.Contains(c.Words, "private/evidence") {
				found = c
			}
		}
		return found
	}
	if c := look(); !c.Good || len(objects(t, store)) != 0 {
		t.Errorf("%+v, left behind: %v", c, objects(t, store))
	}
	down.Store(true)
	if c := look(); c.Good || !strings.Contains(c.Words, "refuses these keys") {
		t.Errorf("%+v", c)
	}
	if words := NotInBackup(e.Config); !strings.Contains(words, "the bucket captures at") || !strings.Contains(words, e.Config.Keys()) {
		t.Error(words)
	}
	if _, err := Backup(t.Context(), e, filepath.Join(t.TempDir(), "b")); err != nil {
		t.Errorf("a backup needs the bucket: %v", err)
	}
}
