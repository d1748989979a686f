package evidence

import (
	"crypto/tls"
	"errors"
	"net/http"

	"github.com/minio/minio-go/v7"

	"rightsdesk/internal/fault"
)

// fault says in words what hinders reading or writing in a bucket. What is only
// absent stays as the store says it, for absent.
func (b *Bucket) fault(err error) error {
	if absent(err) {
		return err
	}
	at, name := b.opt.Endpoint, b.opt.Name
	var certificate *tls.CertificateVerificationError
	var answer minio.ErrorResponse
	switch errors.As(err, &answer); {
	case answer.Code == minio.NoSuchBucket:
		return fault.Wrap(fault.Unavailable, err, "There is no bucket %s for evidence at %s. Make it, or check evidence.s3_bucket", name, at)
	case answer.Code == minio.InvalidRegion || answer.Code == "AuthorizationHeaderMalformed" || answer.Code == "PermanentRedirect":
		return fault.Wrap(fault.Unavailable, err, "The bucket %s for evidence at %s is in another region. Check evidence.s3_region", name, at)
	case answer.Code == "RequestTimeTooSkewed":
		return fault.Wrap(fault.Unavailable, err, "The store %s refuses evidence, because the clock of this machine is wrong. Set the clock", at)
	case answer.StatusCode == http.StatusForbidden || answer.StatusCode == http.StatusUnauthorized:
		return fault.Wrap(fault.Forbidden, err, "The store %s refuses these keys for the bucket %s with the evidence. Check evidence.s3_access_key and its secret, and whether they may read, write and delete there", at, name)
	case answer.StatusCode == http.StatusInsufficientStorage || answer.Code == "XMinioStorageFull" || answer.Code == "QuotaExceeded":
		return fault.Wrap(fault.Unavailable, err, "The store %s has no room left for evidence in the bucket %s. Make room and try again; nothing was half-written", at, name)
	case answer.StatusCode != 0:
		return fault.Wrap(fault.Unavailable, err, "The store %s that holds the evidence has a fault (%d). Try again later; if this lasts, ask its operator", at, answer.StatusCode)
	case errors.As(err, &certificate):
		return fault.Wrap(fault.Unavailable, err, "The certificate of the store %s is not valid, so that nobody knows who would take the evidence. Check evidence.s3_endpoint", at)
	}
	return fault.Wrap(fault.Unavailable, err, "The store %s that holds the evidence cannot be reached. Check evidence.s3_endpoint and the network", at)
}

// absent reports whether a store says that there is no object with a key.
func absent(err error) bool {
	var answer minio.ErrorResponse
	return errors.As(err, &answer) && answer.Code == minio.NoSuchKey
}

// passing reports whether the same may succeed a moment later: the network's
// faults, and those that the store says are its own.
func passing(err error) bool {
	var certificate *tls.CertificateVerificationError
	var answer minio.ErrorResponse
	switch {
	case errors.As(err, &certificate):
		return false
	case !errors.As(err, &answer):
		return true
	}
	return answer.StatusCode >= 500 || answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode == http.StatusRequestTimeout
}

func noDigest(sha string) error {
	return fault.New(fault.NotFound, "%q is not a SHA-256 of 64 hexadecimal digits, so no evidence has it.", sha)
}
