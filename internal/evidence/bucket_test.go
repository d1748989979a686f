package evidence

import (
	"bytes"
	"crypto/rand"
	"encoding/xml"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

const bucketName = "evidence"

// shop is a store on this machine whose answers can be spoilt.
type shop struct {
	backend *s3mem.Backend
	url     string
	asked   atomic.Int32
	spoil   func(w http.ResponseWriter, r *http.Request) bool // reports whether it answered itself; nil: none
}

func openShop(t testing.TB) *shop {
	t.Helper()
	s := &shop{backend: s3mem.New()}
	if err := s.backend.CreateBucket(bucketName); err != nil {
		t.Fatal(err)
	}
	whole := gofakes3.New(s.backend).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.asked.Add(1)
		if s.spoil == nil || !s.spoil(w, r) {
			whole.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

func (s *shop) bucket(t testing.TB, change func(*BucketOptions)) *Bucket {
	t.Helper()
	opt := BucketOptions{Endpoint: s.url, Name: bucketName, Region: "us-east-1", AccessKey: "invented", SecretKey: "invented too"}
	if change != nil {
		change(&opt)
	}
	b, err := OpenBucket(opt)
	if err != nil {
		t.Fatal(err)
	}
	b.wait = time.Microsecond
	return b
}

// object gives what the store has under a key, past the Bucket.
func (s *shop) object(t testing.TB, key string) []byte {
	t.Helper()
	o, err := s.backend.GetObject(bucketName, key, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(o.Contents)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (s *shop) damage(t testing.TB, key string, data []byte) {
	t.Helper()
	if _, err := s.backend.PutObject(bucketName, key, map[string]string{"Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT"}, bytes.NewReader(data), int64(len(data)), nil); err != nil {
		t.Fatal(err)
	}
}

func refusal(code string, status int) func(w http.ResponseWriter, r *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Content-Type", "application/xml")
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			fmt.Fprintf(w, "%s<Error><Code>%s</Code></Error>", xml.Header, code)
		}
		return true
	}
}

func TestBucketPutAndGet(t *testing.T) {
	s := openShop(t)
	b := s.bucket(t, func(o *BucketOptions) { o.Prefix = "desk/" })
	for range 2 {
		if sha, err := b.Put([]byte("abc")); err != nil || sha != abcSHA {
			t.Fatal(sha, err)
		}
	}
	if got, err := b.Get(abcSHA); err != nil || string(got) != "abc" {
		t.Fatalf("%q, %v", got, err)
	}
	if got := s.object(t, "desk/ba/"+abcSHA[2:]); string(got) != "abc" {
		t.Errorf("%q", got)
	}
}

func TestBucketKeepsBatchesAndRemoves(t *testing.T) {
	s := openShop(t)
	b := s.bucket(t, nil)
	texts := batch(50, 3000, 1)
	shas, err := b.PutMany(texts)
	if err != nil || len(shas) != len(texts) {
		t.Fatal(err, len(shas))
	}
	for i, sha := range shas {
		if got, err := b.Get(sha); err != nil || !bytes.Equal(got, texts[i]) {
			t.Fatal(sha, err)
		}
	}
	for range 2 { // what is gone already is no error
		if err := b.Remove(shas[:20]); err != nil {
			t.Fatal(err)
		}
	}
	for i, sha := range shas {
		if _, err := b.Get(sha); i < 20 && !fault.Is(err, fault.NotFound) || i >= 20 && err != nil {
			t.Errorf("%d: %v", i, err)
		}
	}
	if err := b.Remove([]string{"../up"}); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
	if _, err := b.Get("../up"); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
}

func TestBucketNoticesDamage(t *testing.T) {
	s := openShop(t)
	b := s.bucket(t, nil)
	s.damage(t, "ba/"+abcSHA[2:], []byte("abd"))
	if _, err := b.Get(abcSHA); !fault.Is(err, fault.Internal) || !strings.Contains(err.Error(), s.url+"/evidence/ba/") {
		t.Error(err)
	}
	if _, err := b.Put([]byte("abc")); err != nil {
		t.Fatal(err)
	}
	if got, err := b.Get(abcSHA); err != nil || string(got) != "abc" {
		t.Errorf("putting it again does not mend it: %q, %v", got, err)
	}
}

func TestBucketReadsAndRemovesInTheOlderFolder(t *testing.T) {
	s, f := openShop(t), folder(t)
	if _, err := f.Put([]byte("abc")); err != nil {
		t.Fatal(err)
	}
	b := s.bucket(t, func(o *BucketOptions) { o.Older = f })
	if got, err := b.Get(abcSHA); err != nil || string(got) != "abc" {
		t.Fatalf("%q, %v", got, err)
	}
	if _, err := b.Put([]byte("newer")); err != nil {
		t.Fatal(err)
	}
	if got := files(t, f.dir); len(got) != 1 {
		t.Errorf("the folder was written to: %v", got)
	}
	if err := b.Remove([]string{abcSHA}); err != nil || len(files(t, f.dir)) != 0 {
		t.Errorf("%v: %v", err, files(t, f.dir))
	}
	if _, err := b.Get(abcSHA); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
}

func TestBucketContent(t *testing.T) {
	b := openShop(t).bucket(t, nil)
	c := desk.Capture{ID: "rdk_k_example", SHA256: abcSHA, Size: 3, How: desk.HowHandedIn, At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	file, err := Encode(Record{Capture: c, Body: []byte("abc")})
	if err != nil {
		t.Fatal(err)
	}
	if c.File, err = b.Put(file); err != nil {
		t.Fatal(err)
	}
	if got, err := b.Content(c); err != nil || string(got) != "abc" {
		t.Errorf("%q, %v", got, err)
	}
	c.ID = "rdk_k_another"
	if _, err := b.Content(c); !fault.Is(err, fault.Internal) || !strings.Contains(err.Error(), "/evidence/"+c.File[:2]+"/") {
		t.Error(err)
	}
}

// TestBucketTriesAgain lets the store fail three times, in ways that pass.
func TestBucketTriesAgain(t *testing.T) {
	cut := func(w http.ResponseWriter, r *http.Request) bool {
		panic(http.ErrAbortHandler)
	}
	half := func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Content-Length", "3")
		w.Header().Set("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT")
		w.Header().Set("ETag", `"x"`)
		w.Write([]byte("a"))
		panic(http.ErrAbortHandler)
	}
	for name, fail := range map[string]func(w http.ResponseWriter, r *http.Request) bool{
		"busy": refusal("SlowDown", 503), "too many": refusal("SlowDown", 429), "fault": refusal("InternalError", 500), "cut": cut, "half": half,
	} {
		t.Run(name, func(t *testing.T) {
			s := openShop(t)
			b := s.bucket(t, nil)
			var left atomic.Int32
			s.spoil = func(w http.ResponseWriter, r *http.Request) bool {
				return left.Add(-1) >= 0 && (name != "half" || r.Method == http.MethodGet) && fail(w, r)
			}
			left.Store(3)
			if _, err := b.Put([]byte("abc")); err != nil {
				t.Error(err)
			}
			left.Store(3)
			if got, err := b.Get(abcSHA); err != nil || string(got) != "abc" {
				t.Errorf("%q, %v", got, err)
			}
			left.Store(3)
			if err := b.Remove([]string{abcSHA}); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestBucketFaults holds each refusal against its kind, its words and how often it is worth asking.
func TestBucketFaults(t *testing.T) {
	for _, c := range []struct {
		code   string
		status int
		kind   fault.Kind
		words  string
		asked  int32
	}{
		{"NoSuchBucket", 404, fault.Unavailable, "There is no bucket evidence for evidence at", 1},
		{"AccessDenied", 403, fault.Forbidden, "refuses these keys for the bucket evidence", 1},
		{"InvalidAccessKeyId", 403, fault.Forbidden, "Check evidence.s3_access_key", 1},
		{"SignatureDoesNotMatch", 403, fault.Forbidden, "Check evidence.s3_access_key", 1},
		{"RequestTimeTooSkewed", 403, fault.Unavailable, "the clock of this machine is wrong", 1},
		{"AuthorizationHeaderMalformed", 400, fault.Unavailable, "Check evidence.s3_region", 1},
		{"XMinioStorageFull", 507, fault.Unavailable, "has no room left", bucketTries},
		{"ServiceUnavailable", 503, fault.Unavailable, "has a fault (503)", bucketTries},
	} {
		t.Run(c.code, func(t *testing.T) {
			s := openShop(t)
			b := s.bucket(t, nil)
			s.spoil = refusal(c.code, c.status)
			_, put := b.PutMany([][]byte{[]byte("abc")})
			_, get := b.Get(abcSHA)
			for _, err := range []error{put, get, b.Remove([]string{abcSHA})} {
				if fault.Of(err) != c.kind || !strings.Contains(fault.Words(err), c.words) {
					t.Errorf("%v: %v", fault.Of(err), err)
				}
			}
			if n := s.asked.Load(); n != 3*c.asked {
				t.Errorf("asked %d times for three operations", n)
			}
		})
	}
}

func TestBucketOutOfReach(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close() // nobody listens there now
	b, err := OpenBucket(BucketOptions{Endpoint: "http://" + l.Addr().String(), Name: bucketName, Region: "x", AccessKey: "a", SecretKey: "hunter2"})
	if err != nil {
		t.Fatal(err)
	}
	b.wait = time.Microsecond
	if _, err := b.Put([]byte("abc")); !fault.Is(err, fault.Unavailable) || !strings.Contains(fault.Words(err), "cannot be reached") || strings.Contains(err.Error(), "hunter2") {
		t.Error(err)
	}
	if _, err := OpenBucket(BucketOptions{Endpoint: "https://a b"}); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

func TestProbe(t *testing.T) {
	s := openShop(t)
	b := s.bucket(t, func(o *BucketOptions) { o.Prefix = "desk/" })
	if err := b.Probe(rand.Reader); err != nil {
		t.Fatal(err)
	}
	list, err := s.backend.ListBucket(bucketName, nil, gofakes3.ListBucketPage{})
	if err != nil || len(list.Contents) != 0 {
		t.Errorf("the probe left something behind: %v, %v", list, err)
	}
	for method, words := range map[string]string{http.MethodPut: "refuses these keys", http.MethodGet: "refuses these keys", http.MethodDelete: "refuses these keys"} {
		s.spoil = func(w http.ResponseWriter, r *http.Request) bool {
			return r.Method == method && refusal("AccessDenied", 403)(w, r)
		}
		if err := b.Probe(rand.Reader); !fault.Is(err, fault.Forbidden) || !strings.Contains(fault.Words(err), words) {
			t.Errorf("%s: %v", method, err)
		}
	}
	s.spoil = nil
	if err := s.backend.SetVersioningConfiguration(bucketName, gofakes3.VersioningConfiguration{Status: gofakes3.VersioningEnabled}); err != nil {
		t.Fatal(err)
	}
	if err := b.Probe(rand.Reader); !fault.Is(err, fault.Conflict) || !strings.Contains(fault.Words(err), "keeps every version") {
		t.Error(err)
	}
}
