package evidence

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/minio/minio-go/v7"

	"rightsdesk/internal/fault"
)

// Probe writes, reads and deletes a small object of random bytes in the bucket.
// Errors: those of a Bucket, and Conflict where the bucket keeps every version,
// since nothing could be erased in it.
func (b *Bucket) Probe(random io.Reader) error {
	var word [16]byte
	if _, err := io.ReadFull(random, word[:]); err != nil {
		return fmt.Errorf("read randomness: %w", err)
	}
	key := b.opt.Prefix + tempPrefix + hex.EncodeToString(word[:])
	if err := b.put(key, word[:]); err != nil {
		return err
	}
	got, err := b.get(key)
	if err == nil && !bytes.Equal(got, word[:]) {
		err = fault.New(fault.Unavailable, "The store %s gives other bytes than it was given in the bucket %s. Evidence is not safe there.", b.opt.Endpoint, b.opt.Name)
	}
	if err = errors.Join(err, b.remove(key)); err != nil {
		return err
	}
	return b.single()
}

// single looks whether a deleted object is gone. Stores that know no versions,
// or do not tell these keys, are taken to have none.
func (b *Bucket) single() error {
	ctx, cancel := context.WithTimeout(context.Background(), bucketAnswer)
	defer cancel()
	v, err := b.api.GetBucketVersioning(ctx, b.opt.Name)
	var answer minio.ErrorResponse
	switch {
	case errors.As(err, &answer) && answer.StatusCode < 500:
		return nil
	case err != nil:
		return b.fault(err)
	case v.Enabled():
		return fault.New(fault.Conflict, "The bucket %s keeps every version of an object, so that erased evidence would not be gone. Switch versions off, and keep a copy of the bucket elsewhere instead.", b.opt.Name)
	}
	return nil
}
