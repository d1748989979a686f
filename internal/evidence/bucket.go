package evidence

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
	"golang.org/x/sync/errgroup"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// The bounds of one operation on a bucket. All tries together stay below the
// time for which a worker has its row.
const (
	bucketTries    = 5
	bucketWait     = 200 * time.Millisecond // after the first failure; doubled after each
	bucketPatience = 100 * time.Second      // for one object, all tries
	bucketAnswer   = 30 * time.Second       // until an answer begins
	bucketDial     = 10 * time.Second
	maxObject      = 4 * maxBlock // bytes of an object that are read
)

// BucketOptions say where a bucket is and who may use it.
type BucketOptions struct {
	Endpoint             string // http or https address of the store, without a path
	Name                 string
	Region               string
	Prefix               string // stands before each key; empty, or ends in a slash
	AccessKey, SecretKey string
	Older                *Folder // where captures stand that are not in the bucket; nil: nowhere
}

// Bucket keeps captures in a bucket of an S3-compatible store, with the methods
// of a Folder. An object's key is the prefix and ab/cdef… for the digest
// abcdef…. What is not in the bucket is looked for in the older folder, where
// captures stand from before there was a bucket, and removed there too. Any
// number of goroutines and processes may use it at once.
//
// What may pass is tried again for a while. Errors: Forbidden when the store
// refuses the keys, Unavailable when it cannot be reached or has no such bucket.
type Bucket struct {
	api  *minio.Client
	opt  BucketOptions
	wait time.Duration // bucketWait, shorter in tests
}

// OpenBucket makes a Bucket and asks nothing yet, so that a desk starts while
// its store is down. The error is of kind Invalid for options that cannot be.
func OpenBucket(opt BucketOptions) (*Bucket, error) {
	u, err := url.Parse(opt.Endpoint)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "%.100q is no address of a store. Check evidence.s3_endpoint", opt.Endpoint)
	}
	api, err := minio.New(u.Host, &minio.Options{
		Creds: credentials.NewStaticV4(opt.AccessKey, opt.SecretKey, ""), Secure: u.Scheme == "https", Region: opt.Region,
		MaxRetries: 1, // again tries again, for reading a body too
		Transport: &http.Transport{
			DialContext: (&net.Dialer{Timeout: bucketDial}).DialContext, TLSHandshakeTimeout: bucketDial, ResponseHeaderTimeout: bucketAnswer,
			MaxIdleConnsPerHost: writers, IdleConnTimeout: time.Minute, DisableCompression: true,
		},
	})
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The store %s cannot be used as it is configured. Check the options evidence.s3_…", opt.Endpoint)
	}
	return &Bucket{api: api, opt: opt, wait: bucketWait}, nil
}

// Put keeps bytes and gives their SHA-256 when the store has taken them. The
// same bytes twice are one object; a damaged one is replaced.
func (b *Bucket) Put(data []byte) (string, error) {
	sha := digest(data)
	return sha, b.put(b.key(sha), data)
}

// PutMany keeps a batch as Put does, several at a time, and gives the digests
// in the same order. With an error some of the batch may have been kept, each
// whole; putting the batch again is safe.
func (b *Bucket) PutMany(batch [][]byte) ([]string, error) {
	shas := make([]string, len(batch))
	var work errgroup.Group
	work.SetLimit(writers)
	for i, data := range batch {
		work.Go(func() (err error) {
			shas[i], err = b.Put(data)
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return shas, nil
}

// put brings an object to the store in one request, so that it is there whole or not at all.
func (b *Bucket) put(key string, data []byte) error {
	return b.again(func(ctx context.Context) error {
		_, err := b.api.PutObject(ctx, b.opt.Name, key, bytes.NewReader(data), int64(len(data)),
			minio.PutObjectOptions{ContentType: "application/octet-stream", DisableMultipart: true, SendContentMd5: true})
		return err
	})
}

// Each gives the digest of each object of captures, and of each file in the
// older folder. Errors: those of a Bucket, and what each gives.
func (b *Bucket) Each(ctx context.Context, each func(sha string) error) error {
	seen := map[string]bool{}
	once := func(sha string) error {
		if seen[sha] {
			return nil
		}
		seen[sha] = true
		return each(sha)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends the listing where a caller has had enough
	for object := range b.api.ListObjects(ctx, b.opt.Name, minio.ListObjectsOptions{Prefix: b.opt.Prefix, Recursive: true}) {
		if object.Err != nil {
			return b.fault(object.Err)
		}
		sha := strings.Replace(strings.TrimPrefix(object.Key, b.opt.Prefix), "/", "", 1)
		if _, ok := decode(sha); !ok {
			continue
		}
		if err := once(sha); err != nil {
			return err
		}
	}
	if b.opt.Older == nil {
		return nil
	}
	return b.opt.Older.Each(ctx, once)
}

// Get gives the bytes with a digest, and checks that they have it. The error is
// of kind NotFound when there are none, Internal when the object is damaged.
func (b *Bucket) Get(sha string) ([]byte, error) {
	if _, ok := decode(sha); !ok {
		return nil, noDigest(sha)
	}
	data, err := b.get(b.key(sha))
	if absent(err) {
		if b.opt.Older != nil {
			return b.opt.Older.Get(sha)
		}
		return nil, fault.Wrap(fault.NotFound, err, "There is no evidence with the SHA-256 %s.", sha)
	} else if err != nil {
		return nil, err
	}
	if digest(data) != sha {
		return nil, fault.New(fault.Internal, "The evidence object %s is damaged: its bytes have another SHA-256 than its name says. Put it back from a copy of the bucket.", b.place(sha))
	}
	return data, nil
}

func (b *Bucket) get(key string) (data []byte, err error) {
	err = b.again(func(ctx context.Context) error {
		object, err := b.api.GetObject(ctx, b.opt.Name, key, minio.GetObjectOptions{})
		if err != nil {
			return err
		}
		defer object.Close() // nothing was written
		data, err = io.ReadAll(io.LimitReader(object, maxObject))
		return err
	})
	return data, err
}

// Content gives the bytes of a capture and checks them, as a Folder does.
func (b *Bucket) Content(c desk.Capture) ([]byte, error) { return content(b, c) }

// Remove deletes objects by their digests, from the older folder too. What is
// not there is no error.
func (b *Bucket) Remove(shas []string) error {
	for _, sha := range shas {
		if _, ok := decode(sha); !ok {
			return noDigest(sha)
		}
		if err := b.remove(b.key(sha)); err != nil {
			return err
		}
	}
	if b.opt.Older == nil {
		return nil
	}
	return b.opt.Older.Remove(shas)
}

func (b *Bucket) remove(key string) error {
	err := b.again(func(ctx context.Context) error {
		return b.api.RemoveObject(ctx, b.opt.Name, key, minio.RemoveObjectOptions{})
	})
	if absent(err) {
		return nil
	}
	return err
}

// again does something until it is done, cannot be done or has been tried often enough.
func (b *Bucket) again(do func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), bucketPatience)
	defer cancel()
	wait := b.wait
	for try := 1; ; try++ {
		err := do(ctx)
		if err == nil {
			return nil
		}
		if try == bucketTries || !passing(err) || ctx.Err() != nil {
			return fmt.Errorf("evidence: %w", b.fault(err))
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
		wait *= 2
	}
}

func (b *Bucket) key(sha string) string { return b.opt.Prefix + sha[:2] + "/" + sha[2:] }

// place says where an object is, for people.
func (b *Bucket) place(sha string) string {
	return strings.TrimSuffix(b.opt.Endpoint, "/") + "/" + b.opt.Name + "/" + b.key(sha)
}
