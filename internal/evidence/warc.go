package evidence

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"rightsdesk/internal/desk"
)

// Record is a capture with all its bytes, as one WARC file keeps it. The form
// is specified in docs/evidence.md.
type Record struct {
	Capture  desk.Capture
	Nonce    [nonceSize]byte // random, new for each capture
	Request  []byte          // the head of the HTTP request; empty where nothing was fetched
	Response []byte          // the head of the HTTP answer; empty where nothing was fetched
	Body     []byte          // as it came, its content coding not undone
}

// fetched reports whether the record holds request and response.
func (r Record) fetched() bool { return len(r.Response) > 0 }

// facts are the capture in the metadata record.
type facts struct {
	ID        string   `json:"id"`
	At        string   `json:"at"`
	How       desk.How `json:"how"`
	By        string   `json:"by"`
	Agent     string   `json:"agent"`
	Address   string   `json:"address"`
	FinalURL  string   `json:"final_url"`
	Status    int      `json:"status"`
	MediaType string   `json:"media_type"`
	FileName  string   `json:"file_name"`
	SHA256    string   `json:"sha256"`
	Size      int64    `json:"size"`
	Nonce     string   `json:"nonce"`
}

// The kinds of WARC record that a capture file has.
const (
	kindInfo     = "warcinfo"
	kindRequest  = "request"
	kindResponse = "response"
	kindResource = "resource"
	kindMetadata = "metadata"
)

const (
	warcVersion    = "WARC/1.1"
	resourceTarget = "urn:rightsdesk:capture:"
	infoBlock      = "software: rightsdesk\r\nformat: WARC File Format 1.1\r\nconformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
)

// Encode gives a capture's WARC file. Texts of the capture lose line breaks and
// bytes that are no UTF-8, which neither heads nor JSON can hold. The same record gives the same file as
// long as the compressor is the same.
func Encode(r Record) ([]byte, error) {
	r = clean(r)
	meta, err := metadata(r)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for _, one := range recordsOf(r, meta) {
		if err := one.pack(&out); err != nil {
			return nil, fmt.Errorf("pack a record: %w", err)
		}
	}
	return out.Bytes(), nil
}

// recordsOf gives the records of a capture file, with the metadata as JSON.
func recordsOf(r Record, meta []byte) []plainRecord {
	w := recordWriter{at: r.Capture.At, nonce: r.Nonce}
	w.record(kindInfo, "", "application/warc-fields", []byte(infoBlock), nil)
	target := targetOf(r.Capture, r.fetched())
	if r.fetched() {
		w.record(kindRequest, target, "application/http;msgtype=request", r.Request, nil)
		w.record(kindResponse, target, "application/http;msgtype=response", append(bytes.Clone(r.Response), r.Body...), r.Body)
	} else {
		w.record(kindResource, target, r.Capture.MediaType, r.Body, r.Body)
	}
	w.record(kindMetadata, target, "application/json", meta, nil)
	return w.out
}

// clean gives a record whose texts stand in one line each.
func clean(r Record) Record {
	c := &r.Capture
	for _, s := range []*string{&c.ID, &c.MediaType, &c.By, &c.Agent, &c.Address, &c.FinalURL, &c.FileName} {
		*s = oneHeader(*s)
	}
	return r
}

// metadata gives what the file says of its capture.
func metadata(r Record) ([]byte, error) {
	meta, err := json.Marshal(factsOf(r))
	if err != nil {
		return nil, fmt.Errorf("write metadata: %w", err)
	}
	return meta, nil
}

func factsOf(r Record) facts {
	c := r.Capture
	return facts{
		c.ID, c.At.UTC().Format(time.RFC3339Nano), c.How, c.By, c.Agent, c.Address, c.FinalURL, c.Status, c.MediaType, c.FileName, c.SHA256, c.Size,
		hex.EncodeToString(r.Nonce[:]),
	}
}

// packers are gzip writers that can be used again: making one costs more than
// packing a small capture with it.
var packers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// plainRecord is a record that is not packed.
type plainRecord struct {
	head  []byte // with the empty line behind it
	block []byte
}

// pack writes a record as a gzip member.
func (p plainRecord) pack(out io.Writer) error {
	z, _ := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(out)
	for _, part := range [][]byte{p.head, p.block, []byte("\r\n\r\n")} {
		if _, err := z.Write(part); err != nil {
			return err
		}
	}
	return z.Close()
}

// recordWriter makes records.
type recordWriter struct {
	at    time.Time
	nonce [nonceSize]byte
	out   []plainRecord
}

// record adds one record. payload is nil for kinds that have none of their own.
func (w *recordWriter) record(kind, target, mediaType string, block, payload []byte) {
	var head bytes.Buffer
	field := func(name, value string) { head.WriteString(name + ": " + oneHeader(value) + "\r\n") }
	head.WriteString(warcVersion + "\r\n")
	field("WARC-Type", kind)
	field("WARC-Record-ID", "<"+recordID(w.nonce, kind)+">")
	field("WARC-Date", w.at.UTC().Format(time.RFC3339Nano))
	if target != "" {
		field("WARC-Target-URI", target)
	}
	field("WARC-Block-Digest", "sha256:"+digest(block))
	if kind == kindResponse || kind == kindResource {
		field("WARC-Payload-Digest", "sha256:"+digest(payload))
	}
	field("Content-Type", cmp.Or(mediaType, "application/octet-stream"))
	field("Content-Length", strconv.Itoa(len(block)))
	head.WriteString("\r\n")
	w.out = append(w.out, plainRecord{head.Bytes(), block})
}

// oneHeader keeps a value in its line: a header that came with a line break
// would be read as another.
func oneHeader(s string) string {
	clean := func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}
	return strings.TrimSpace(strings.Map(clean, strings.ToValidUTF8(s, "\uFFFD")))
}

// recordID names a record by a UUID of version 8 (RFC 9562, section 5.8).
func recordID(nonce [nonceSize]byte, kind string) string {
	sum := sha256.Sum256(append(append([]byte("rightsdesk record\x00"), nonce[:]...), kind...))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// Commitment is what the log says of a capture file: see docs/evidence.md.
func Commitment(file []byte) [sha256.Size]byte {
	sum := sha256.Sum256(file)
	return [sha256.Size]byte(commitFile(sum[:]))
}
