package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// StaticPath is where static files stand.
const StaticPath = "/static/"

// contentTypes are the kinds of static file that there may be.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// Static serves files under names that change with their content, so that
// they may be kept for a year.
type Static struct{ files map[string]staticFile }

type staticFile struct {
	address     string // with the hash
	contentType string
	body        []byte
}

// NewStatic reads the files of a folder, which has no folders in it.
func NewStatic(files fs.FS) (*Static, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	s := &Static{files: map[string]staticFile{}}
	for _, e := range entries {
		body, err := fs.ReadFile(files, e.Name())
		if err != nil {
			return nil, err
		}
		ext := path.Ext(e.Name())
		if contentTypes[ext] == "" {
			return nil, fmt.Errorf("static file %s is of no known kind", e.Name())
		}
		sum := sha256.Sum256(body)
		s.files[e.Name()] = staticFile{
			address:     StaticPath + strings.TrimSuffix(e.Name(), ext) + "." + hex.EncodeToString(sum[:6]) + ext,
			contentType: contentTypes[ext], body: body,
		}
	}
	return s, nil
}

// Address gives the path of a file, "/static/style.5f0c….css". Errors: there
// is no such file.
func (s *Static) Address(name string) (string, error) {
	f, known := s.files[name]
	if !known {
		return "", fmt.Errorf("there is no static file %q", name)
	}
	return f.address, nil
}

// Serve answers with the file that the request asks for and reports whether
// there is one. An address with another hash gets today's file for a minute:
// while servers are being replaced, a page of one finds its style at another.
func (s *Static) Serve(w http.ResponseWriter, r *http.Request) (found bool, err error) {
	f, known := s.files[plainName(r.URL.Path)]
	if !known {
		return false, nil
	}
	if r.URL.Path == f.address {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		Public(w)
	}
	return true, Send(w, r, http.StatusOK, f.contentType, f.body)
}

// plainName takes the folder and the hash out of an address.
func plainName(address string) string {
	name := strings.TrimPrefix(address, StaticPath)
	ext := path.Ext(name)
	base := strings.TrimSuffix(name, ext)
	return strings.TrimSuffix(base, path.Ext(base)) + ext
}
