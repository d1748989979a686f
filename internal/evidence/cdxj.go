package evidence

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/desk"
)

// indexLine is one line of a CDXJ index: a record that can be played again.
type indexLine struct {
	key, stamp string // SURT form of the address; yyyymmddhhmmss
	fields     struct {
		URL      string `json:"url"`
		Mime     string `json:"mime"`
		Status   string `json:"status,omitempty"`
		Digest   string `json:"digest"` // sha256: and hexadecimal, of the payload
		Length   string `json:"length"` // of the gzip member, bytes
		Offset   string `json:"offset"` // of the gzip member in the file
		Filename string `json:"filename"`
	}
}

// text gives the line as CDXJ has it.
func (l indexLine) text() (string, error) {
	b, err := json.Marshal(l.fields)
	return l.key + " " + l.stamp + " " + string(b) + "\n", err
}

// sortIndex puts lines in the order that readers of CDXJ search in.
func sortIndex(lines []indexLine) {
	slices.SortStableFunc(lines, func(a, b indexLine) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.stamp, b.stamp))
	})
}

// indexOf gives the line for the response or resource of a capture file that
// stands at an offset of an archive.
func indexOf(file []byte, r Record, archive string, offset int64) (indexLine, error) {
	starts, err := memberStarts(file)
	if err != nil {
		return indexLine{}, err
	}
	nth := 1 // behind warcinfo
	if r.fetched() {
		nth = 2 // and behind the request
	}
	var l indexLine
	target := targetOf(r.Capture, r.fetched())
	l.key, l.stamp = surt(target), r.Capture.At.UTC().Format("20060102150405")
	mime, _, _ := strings.Cut(r.Capture.MediaType, ";")
	l.fields.URL, l.fields.Mime, l.fields.Filename = target, cmp.Or(strings.TrimSpace(mime), "application/octet-stream"), archive
	if r.fetched() {
		l.fields.Status = fmt.Sprint(r.Capture.Status)
	}
	l.fields.Digest = "sha256:" + digest(r.Body)
	l.fields.Length = fmt.Sprint(starts[nth+1] - starts[nth])
	l.fields.Offset = fmt.Sprint(offset + int64(starts[nth]))
	return l, nil
}

// memberStarts gives where each record's gzip member begins, and the end.
func memberStarts(file []byte) ([]int, error) {
	in := bytes.NewReader(file)
	starts := []int{0}
	for in.Len() > 0 {
		z, err := gzip.NewReader(in) // takes no byte more than it needs: in gives single bytes
		if err != nil {
			return nil, brokenFile("a record cannot be unpacked")
		}
		z.Multistream(false)
		if _, err := io.Copy(io.Discard, z); err != nil {
			return nil, brokenFile("a record cannot be unpacked")
		}
		starts = append(starts, len(file)-in.Len())
	}
	return starts, nil
}

// surt turns an address round so that those of one host stand together:
// https://www.example.org/a?b=1 is org,example)/a?b=1. Others stay as they are.
func surt(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.ReplaceAll(strings.ToLower(address), " ", "%20")
	}
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
	slices.Reverse(labels)
	key := strings.Join(labels, ",")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		key += ":" + port
	}
	key += ")" + cmp.Or(strings.ToLower(u.EscapedPath()), "/")
	if u.RawQuery != "" {
		parts := strings.Split(strings.ToLower(u.RawQuery), "&")
		slices.Sort(parts)
		key += "?" + strings.Join(parts, "&")
	}
	return key
}

// targetOf is the address under which a capture stands in an archive.
func targetOf(c desk.Capture, fetched bool) string {
	if fetched {
		return c.FinalURL
	}
	return resourceTarget + c.ID
}

// pageStamp is a time as pages.jsonl has it.
func pageStamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
