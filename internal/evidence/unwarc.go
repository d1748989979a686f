package evidence

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// The bounds of what is read of a capture file.
const (
	maxHead    = 256 << 10 // bytes of one record's own head
	maxBlock   = 64 << 20  // bytes of one record's block, and of the content when its coding is undone
	maxRecords = 4
)

// brokenFile says what is wrong with a capture file.
func brokenFile(format string, args ...any) error {
	return fault.New(fault.Invalid, "The capture file is damaged: "+format+". Put it back from a backup.", args...)
}

// Decode reads a capture file and checks all its digests. Errors: Invalid for a
// file that is cut, changed, or not of the form that docs/evidence.md gives.
func Decode(file []byte) (Record, error) {
	in := bufio.NewReader(bytes.NewReader(file))
	var list []warcRecord
	kinds := ""
	for {
		if _, err := in.Peek(1); errors.Is(err, io.EOF) {
			break
		}
		if len(list) == maxRecords {
			return Record{}, brokenFile("it has more records than a capture has")
		}
		one, err := readRecord(in)
		if err != nil {
			return Record{}, err
		}
		list = append(list, one)
		kinds += " " + one.head["warc-type"]
	}
	var r Record
	var err error
	switch kinds {
	case " " + kindInfo + " " + kindResource + " " + kindMetadata:
		r.Body = list[1].block
	case " " + kindInfo + " " + kindRequest + " " + kindResponse + " " + kindMetadata:
		r.Request = list[1].block
		if r.Response, r.Body, err = splitHead(list[2].block); err != nil {
			return Record{}, err
		}
	default:
		return Record{}, brokenFile("its records (%.100s) are not those of a capture", kinds)
	}
	if err := r.read(list[len(list)-1].block); err != nil {
		return Record{}, err
	}
	return r, r.same(list)
}

// warcRecord is one record of a file; names of its head are in lower case.
type warcRecord struct {
	head  map[string]string
	block []byte
}

// readRecord reads one record out of its gzip member.
func readRecord(in *bufio.Reader) (warcRecord, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return warcRecord{}, brokenFile("a record cannot be unpacked")
	}
	z.Multistream(false)
	member := bufio.NewReader(z)
	head, err := readHead(member)
	if err != nil {
		return warcRecord{}, err
	}
	size, err := strconv.Atoi(head["content-length"])
	if err != nil || size < 0 || size > maxBlock {
		return warcRecord{}, brokenFile("a record does not say how long it is, or is longer than %d MB", maxBlock>>20)
	}
	// What is there is read, not what is promised: the length may be a lie.
	all, err := io.ReadAll(io.LimitReader(member, int64(size)+5))
	if err != nil || len(all) != size+4 || string(all[size:]) != "\r\n\r\n" {
		return warcRecord{}, brokenFile("a record is cut off or longer than it says")
	}
	block := all[:size:size]
	if head["warc-block-digest"] != "sha256:"+digest(block) {
		return warcRecord{}, brokenFile("the bytes of its record %.20s have another digest than the record says", head["warc-type"])
	}
	return warcRecord{head, block}, nil
}

// readHead reads the named fields of a record, up to the empty line.
func readHead(in *bufio.Reader) (map[string]string, error) {
	head := map[string]string{}
	left := maxHead
	for first := true; ; first = false {
		line, err := readLine(in, left)
		if err != nil {
			return nil, err
		}
		left -= len(line)
		name, value, found := strings.Cut(line, ": ")
		switch {
		case first && line == warcVersion:
		case !first && line == "":
			return head, nil
		case first || !found:
			return nil, brokenFile("a record has no head of %s", warcVersion)
		default:
			head[strings.ToLower(name)] = value
		}
	}
}

// readLine reads a line of most bytes, without its end.
func readLine(in *bufio.Reader, most int) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) || len(line) > most {
			return "", brokenFile("the head of a record is cut off or too long")
		}
		if err == nil {
			text, found := strings.CutSuffix(string(line), "\r\n")
			if !found {
				return "", brokenFile("a line of a record's head does not end as it must")
			}
			return text, nil
		}
	}
}

// splitHead divides an HTTP answer into head, with its empty line, and body.
func splitHead(block []byte) (head, body []byte, err error) {
	i := bytes.Index(block, []byte("\r\n\r\n"))
	if i < 0 {
		return nil, nil, brokenFile("the answer in it has no end of its head")
	}
	return block[: i+4 : i+4], block[i+4:], nil
}

// read takes the capture out of the metadata record.
func (r *Record) read(block []byte) error {
	var f facts
	d := json.NewDecoder(bytes.NewReader(block))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return brokenFile("its metadata cannot be read")
	}
	at, err := time.Parse(time.RFC3339Nano, f.At)
	nonce, e := hex.DecodeString(f.Nonce)
	if err != nil || e != nil || len(nonce) != nonceSize {
		return brokenFile("its metadata lack the time or the nonce")
	}
	copy(r.Nonce[:], nonce)
	r.Capture = desk.Capture{
		ID: f.ID, SHA256: f.SHA256, Size: f.Size, MediaType: f.MediaType, How: f.How, Address: f.Address, FinalURL: f.FinalURL, Status: f.Status,
		FileName: f.FileName, By: f.By, Agent: f.Agent, At: at,
	}
	return nil
}

// same holds the records against what the metadata say: a file is a function of
// its capture, so everything in it can be made again.
func (r Record) same(list []warcRecord) error {
	content, err := r.Content()
	if err != nil {
		return err
	}
	if digest(content) != r.Capture.SHA256 || int64(len(content)) != r.Capture.Size {
		return brokenFile("its content has another digest or size than its metadata say")
	}
	r = clean(r)
	meta, err := metadata(r)
	if err != nil {
		return err
	}
	made := recordsOf(r, meta)
	if len(made) != len(list) {
		return brokenFile("it has %d records where its metadata make %d", len(list), len(made))
	}
	for i, want := range made {
		have := list[i]
		head, err := readHead(bufio.NewReader(bytes.NewReader(want.head)))
		if err != nil {
			return err
		}
		if len(have.head) != len(head) || !bytes.Equal(have.block, want.block) {
			return brokenFile("its record %d is not what its metadata say", i+1)
		}
		for name, value := range head {
			if have.head[name] != value {
				return brokenFile("its record %d has another %s than its metadata say", i+1, name)
			}
		}
	}
	return nil
}

// Content gives the bytes of a capture with their content coding undone.
// Errors: Invalid when that is not possible.
func (r Record) Content() ([]byte, error) {
	if !r.fetched() {
		return r.Body, nil
	}
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(r.Response)), nil)
	if err != nil {
		return nil, brokenFile("the head of the answer in it cannot be read")
	}
	res.Body.Close()
	var plain io.Reader
	switch coding := strings.ToLower(strings.TrimSpace(res.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
		return r.Body, nil
	case "gzip", "x-gzip":
		plain, err = gzip.NewReader(bytes.NewReader(r.Body))
	case "deflate":
		plain, err = zlib.NewReader(bytes.NewReader(r.Body))
	default:
		return nil, brokenFile("the answer in it is packed in a way that is not known (%.40s)", coding)
	}
	if len(r.Body) == 0 {
		return nil, nil // some servers send nothing and call it packed
	}
	if err != nil {
		return nil, brokenFile("the answer in it cannot be unpacked")
	}
	out, err := io.ReadAll(io.LimitReader(plain, maxBlock+1))
	if err != nil || len(out) > maxBlock {
		return nil, brokenFile("the answer in it cannot be unpacked, or is longer than %d MB", maxBlock>>20)
	}
	return out, nil
}
