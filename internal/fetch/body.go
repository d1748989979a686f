package fetch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"strings"

	"rightsdesk/internal/fault"
)

// errTooLarge is a body beyond its bounds.
var errTooLarge = errors.New("too large")

// bounded reads up to left bytes and fails at the next one.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if int64(n) > b.left {
		return int(b.left), errTooLarge
	}
	b.left -= int64(n)
	return n, err
}

// read reads a body of most bytes, packed and unpacked, and gives both. The
// packed bytes are counted too: a stream that unpacks to nothing has no other end.
func read(res *http.Response, host string, most int64) (packed, plain []byte, err error) {
	if res.ContentLength > most {
		return nil, nil, tooLarge(host, most)
	}
	packed, err = io.ReadAll(&bounded{res.Body, most})
	if err != nil {
		return nil, nil, bodyFault(err, host, most)
	}
	body, err := unpack(bytes.NewReader(packed), res.Header.Get("Content-Encoding"), host)
	if err != nil {
		return nil, nil, err
	}
	if body == nil {
		return packed, packed, nil
	}
	plain, err = io.ReadAll(&bounded{body, most})
	return packed, plain, bodyFault(err, host, most)
}

// bodyFault gives what is wrong with a body words; nil for nothing.
func bodyFault(err error, host string, most int64) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errTooLarge):
		return tooLarge(host, most)
	case errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, zlib.ErrHeader) || errors.Is(err, zlib.ErrChecksum):
		return fault.Wrap(fault.Unavailable, err, "%s sends something that is said to be packed and cannot be unpacked. It is tried again later", host)
	}
	return broken(host, "", err)
}

func tooLarge(host string, most int64) error {
	return fault.New(fault.Invalid, "%s sends more than %d MB. That is no article and no feed; check the address.", host, most>>20)
}

// unpack undoes a Content-Encoding. Only gzip was asked for; some servers send
// "deflate" all the same. nil: there is nothing to undo.
func unpack(r io.Reader, encoding, host string) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return nil, nil
	case "gzip", "x-gzip":
		return lazily(r, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }), nil
	case "deflate":
		return lazily(r, func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) }), nil
	}
	return nil, fault.New(fault.Unavailable, "%s packs its answer in a way that nobody asked for (%.40s). If this lasts, tell its operator.", host, encoding)
}

// lazy opens a packed stream at the first read, so that an empty body, which
// some servers send as "gzip", is empty and no fault.
type lazy struct {
	packed *bufio.Reader
	open   func(io.Reader) (io.Reader, error)
	plain  io.Reader
}

func lazily(r io.Reader, open func(io.Reader) (io.Reader, error)) io.Reader {
	return &lazy{packed: bufio.NewReader(r), open: open}
}

func (l *lazy) Read(p []byte) (int, error) {
	if l.plain == nil {
		if _, err := l.packed.Peek(1); err != nil {
			return 0, err
		}
		var err error
		if l.plain, err = l.open(l.packed); err != nil {
			return 0, err
		}
	}
	return l.plain.Read(p)
}
