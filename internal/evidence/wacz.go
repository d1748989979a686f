package evidence

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// The files of a package, as WACZ 1.1.1 names them.
const (
	waczVersion = "1.1.1"
	waczArchive = "archive/data.warc.gz"
	waczIndex   = "indexes/index.cdxj"
	waczPages   = "pages/pages.jsonl"
	waczData    = "datapackage.json"
	waczDigest  = "datapackage-digest.json"
)

// Packed is one capture for a package, with the headline under which it is found.
type Packed struct {
	Capture desk.Capture
	Title   string
}

// resource is a file of a package in its datapackage.json.
type resource struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Hash  string `json:"hash"`
	Bytes int64  `json:"bytes"`
}

// WritePackage writes captures as one WACZ package: their files one behind the
// other, an index over them and a list of pages. Errors: NotFound for a capture
// that was erased, Invalid for one from before there were capture files.
func WritePackage(out io.Writer, get func(sha string) ([]byte, error), list []Packed, title, software string, now time.Time) error {
	p := &packer{zip: zip.NewWriter(out), now: now, get: get}
	if err := p.archive(list); err != nil {
		return err
	}
	if err := p.index(); err != nil {
		return err
	}
	if err := p.file(waczPages, "pages.jsonl", zip.Deflate, func(w io.Writer) error { return writePages(w, list) }); err != nil {
		return err
	}
	if err := p.describe(title, software); err != nil {
		return err
	}
	return p.zip.Close()
}

// packer writes the files of a package.
type packer struct {
	zip       *zip.Writer
	now       time.Time
	get       func(sha string) ([]byte, error)
	lines     []indexLine
	resources []resource
}

// counter counts and hashes what is written.
type counter struct {
	io.Writer
	sum hash.Hash
	n   int64
}

// Write writes and counts.
func (c *counter) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	c.sum.Write(b[:n])
	c.n += int64(n)
	return n, err
}

// file writes one file and notes it as a resource.
func (p *packer) file(path, name string, method uint16, write func(w io.Writer) error) error {
	c, err := p.create(path, method)
	if err != nil {
		return err
	}
	if err := write(c); err != nil {
		return err
	}
	p.resources = append(p.resources, resource{name, path, "sha256:" + hex.EncodeToString(c.sum.Sum(nil)), c.n})
	return nil
}

func (p *packer) create(path string, method uint16) (*counter, error) {
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: path, Method: method, Modified: p.now.UTC()})
	return &counter{Writer: w, sum: sha256.New()}, err
}

// archive writes the capture files and the lines of their index. It is stored
// as it is: readers jump into it.
func (p *packer) archive(list []Packed) error {
	return p.file(waczArchive, "data.warc.gz", zip.Store, func(w io.Writer) error {
		offset := int64(0)
		for _, one := range list {
			data, r, err := p.capture(one.Capture)
			if err != nil {
				return err
			}
			line, err := indexOf(data, r, "data.warc.gz", offset)
			if err != nil {
				return err
			}
			if _, err := w.Write(data); err != nil {
				return fmt.Errorf("write a package: %w", err)
			}
			p.lines = append(p.lines, line)
			offset += int64(len(data))
		}
		return nil
	})
}

func (p *packer) capture(c desk.Capture) ([]byte, Record, error) {
	if c.File == "" {
		return nil, Record{}, fault.New(fault.Invalid, "The capture %s is from before there were capture files, so it cannot stand in a package.", c.ID)
	}
	data, err := p.get(c.File)
	if err != nil {
		return nil, Record{}, err
	}
	r, err := Decode(data)
	return data, r, err
}

func (p *packer) index() error {
	sortIndex(p.lines)
	return p.file(waczIndex, "index.cdxj", zip.Store, func(w io.Writer) error {
		for _, line := range p.lines {
			text, err := line.text()
			if err != nil {
				return err
			}
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
		}
		return nil
	})
}

func writePages(w io.Writer, list []Packed) error {
	lines := json.NewEncoder(w)
	err := lines.Encode(map[string]string{"format": "json-pages-1.0", "id": "pages", "title": "All captures"})
	for _, one := range list {
		c := one.Capture
		err = errors.Join(err, lines.Encode(map[string]string{
			"id": c.ID, "url": targetOf(c, c.How == desk.HowFetched), "ts": pageStamp(c.At), "title": one.Title,
		}))
	}
	return err
}

// describe writes what is in the package, and the digest of that.
func (p *packer) describe(title, software string) error {
	about, err := json.MarshalIndent(map[string]any{
		"profile": "data-package", "wacz_version": waczVersion, "title": title, "software": software,
		"created": pageStamp(p.now), "resources": p.resources,
	}, "", "  ")
	if err != nil {
		return err
	}
	sum, err := json.MarshalIndent(map[string]string{"path": waczData, "hash": "sha256:" + digest(about)}, "", "  ")
	if err != nil {
		return err
	}
	for path, text := range map[string][]byte{waczData: about, waczDigest: sum} {
		w, err := p.create(path, zip.Deflate)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, bytes.NewReader(text)); err != nil {
			return err
		}
	}
	return nil
}
