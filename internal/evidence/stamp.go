package evidence

import (
	"bytes"
	"context"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/digitorus/pkcs7"
	"github.com/digitorus/timestamp"

	"rightsdesk/internal/fault"
)

const (
	stampFolder   = "stamps"
	stampSuffix   = ".tsr"
	authorityFile = "authority.pem"
	maxStamp      = 64 << 10 // bytes of an answer
	stampPatience = 30 * time.Second
)

// Authority gives time stamps over HTTP (RFC 3161).
type Authority struct {
	URL    string
	Trust  []byte // PEM of the certificates that its answers must lead to
	Client *http.Client
}

// Ask has the authority stamp a checkpoint, checks the answer and gives it as
// it came. Errors: Unavailable when the authority cannot be reached, Invalid
// when its answer will not do.
func (a Authority) Ask(ctx context.Context, c Checkpoint, random io.Reader) ([]byte, error) {
	nonce := make([]byte, 16)
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, fmt.Errorf("read randomness: %w", err)
	}
	sum := sha256.Sum256(c.Note)
	request := timestamp.Request{HashAlgorithm: crypto.SHA256, HashedMessage: sum[:], Certificates: true, Nonce: new(big.Int).SetBytes(nonce)}
	body, err := request.Marshal()
	if err != nil {
		return nil, fmt.Errorf("write a time stamp request: %w", err)
	}
	answer, err := a.post(ctx, body)
	if err != nil {
		return nil, err
	}
	stamp, err := checkStamp(answer, c.Note, a.Trust)
	if err == nil && (stamp.Nonce == nil || stamp.Nonce.Cmp(request.Nonce) != 0) {
		err = fault.New(fault.Invalid, "The time stamp of %s answers another question: it may be an old one.", a.URL)
	}
	return answer, err
}

func (a Authority) post(ctx context.Context, body []byte) (answer []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, stampPatience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.URL, bytes.NewReader(body))
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "evidence.stamp_url (%.100s) is no web address", a.URL)
	}
	req.Header.Set("Content-Type", "application/timestamp-query")
	res, err := a.Client.Do(req)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The time stamp authority %s cannot be reached. It is asked again later", a.URL)
	}
	defer func() { err = errors.Join(err, res.Body.Close()) }()
	answer, err = io.ReadAll(io.LimitReader(res.Body, maxStamp+1))
	if err != nil || res.StatusCode != http.StatusOK || len(answer) > maxStamp {
		return nil, fault.Wrap(fault.Unavailable, errors.Join(err, errors.New(res.Status)), "The time stamp authority %s gave no stamp. It is asked again later", a.URL)
	}
	return answer, nil
}

// checkStamp reads an answer and checks that it stamps the note, that its
// signature is right and, where trust has certificates, that it leads to one of
// them. Errors: Invalid.
func checkStamp(answer, message, trust []byte) (stamp *timestamp.Timestamp, err error) {
	// A parser of ASN.1 that others wrote: what it does with hostile bytes is theirs.
	defer func() {
		if p := recover(); p != nil {
			err = fault.New(fault.Invalid, "The time stamp cannot be read.")
		}
	}()
	stamp, err = timestamp.ParseResponse(answer)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The time stamp cannot be read, or its signature is wrong")
	}
	sum := sha256.Sum256(message)
	if stamp.HashAlgorithm != crypto.SHA256 || !bytes.Equal(stamp.HashedMessage, sum[:]) {
		return stamp, fault.New(fault.Invalid, "The time stamp is over other bytes than this checkpoint.")
	}
	if len(stamp.Certificates) == 0 {
		return stamp, fault.New(fault.Invalid, "The time stamp names no certificate, so nobody can check its signature.")
	}
	return stamp, checkChain(stamp, trust)
}

// checkChain holds a stamp's certificates against those that are trusted.
func checkChain(stamp *timestamp.Timestamp, trust []byte) error {
	if len(trust) == 0 {
		return nil
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(trust) {
		return fault.New(fault.Invalid, "There is no certificate in the list of those that are trusted for time stamps. It must be PEM.")
	}
	p7, err := pkcs7.Parse(stamp.RawToken)
	if err == nil {
		between := x509.NewCertPool()
		for _, c := range p7.Certificates {
			between.AddCert(c)
		}
		err = p7.VerifyWithOpts(x509.VerifyOptions{
			Roots: roots, Intermediates: between, CurrentTime: stamp.Time, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping},
		})
	}
	return fault.Wrap(fault.Invalid, err, "The time stamp was not made by an authority that is trusted")
}

// KeepStamp keeps the answer that stamps a checkpoint, and the certificates
// that are trusted for it.
func (l *Log) KeepStamp(c Checkpoint, answer, trust []byte) error {
	folder := filepath.Join(l.dir, stampFolder)
	if err := replaceFile(filepath.Join(folder, strconv.FormatInt(c.Size, 10)+stampSuffix), answer); err != nil || len(trust) == 0 {
		return err
	}
	return replaceFile(filepath.Join(folder, authorityFile), trust)
}

// stampSizes gives the sizes of the checkpoints that have a stamp, and names
// of files that are none.
func stampSizes(dir string) (sizes []int64, strange []string, err error) {
	entries, err := os.ReadDir(filepath.Join(dir, stampFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	} else if err != nil {
		return nil, nil, diskFault(err, dir)
	}
	for _, entry := range entries {
		digits, found := strings.CutSuffix(entry.Name(), stampSuffix)
		size, err := strconv.ParseInt(digits, 10, 64)
		switch {
		case entry.Name() == authorityFile || strings.HasPrefix(entry.Name(), tempPrefix):
		case !found || err != nil:
			strange = append(strange, stampFolder+"/"+entry.Name())
		default:
			sizes = append(sizes, size)
		}
	}
	return sizes, strange, nil
}

// LastStamp gives the size and time of the checkpoint that was stamped last,
// or zeros.
func (l *Log) LastStamp() (size int64, at time.Time, err error) {
	sizes, _, err := stampSizes(l.dir)
	for _, n := range sizes {
		size = max(size, n)
	}
	if err != nil || size == 0 {
		return 0, time.Time{}, err
	}
	answer, err := os.ReadFile(filepath.Join(l.dir, stampFolder, strconv.FormatInt(size, 10)+stampSuffix))
	if err != nil {
		return 0, time.Time{}, diskFault(err, l.dir)
	}
	stamp, err := timestamp.ParseResponse(answer)
	if err != nil {
		return 0, time.Time{}, nil // damaged: verify names it, and a new one is asked for
	}
	return size, stamp.Time, nil
}
