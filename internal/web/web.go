// Package web is what the web parts share: pages rendered whole before a byte
// is sent, one table from kinds of error to HTTP statuses, headers, limits,
// files with names that change with their content, a log that knows nobody.
//
// It keeps no address of a person: the log has patterns instead of paths, and
// the limiter hashes whom it counts with a seed that ends with the process.
package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
)

// Send answers with a body that stands in memory. A 200 to a GET gets an
// entity tag, and a reader who has the same body already gets 304 without one.
func Send(w http.ResponseWriter, r *http.Request, status int, contentType string, body []byte) error {
	h := w.Header()
	h.Set("Content-Type", contentType)
	if status == http.StatusOK && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
		sum := sha256.Sum256(body)
		// Weak: the same page is sent compressed and not.
		tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	w.WriteHeader(status)
	_, err := bytes.NewReader(body).WriteTo(w)
	return err
}

// matches reports whether an If-None-Match header names the tag, compared
// weakly (RFC 9110, section 13.1.2).
func matches(header, tag string) bool {
	for each := range strings.SplitSeq(header, ",") {
		each = strings.TrimSpace(each)
		if each == "*" || strings.TrimPrefix(each, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
