package exchange

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"rightsdesk/internal/fault"
)

// wxrScanner cuts an export into what stands before the first item and the
// items. It looks at no more of the XML than that takes, so that one broken
// post does not hide the next.
type wxrScanner struct {
	r    io.Reader
	buf  []byte // from the beginning of what is being read
	at   int    // up to where buf was looked at
	base int64  // bytes before buf
	bare int64  // no CDATA section ends before this byte
	err  error  // of the reader
}

// wxrItem is one item element.
type wxrItem struct {
	raw      []byte
	comments int
	large    bool // raw is only the beginning
}

const (
	wxrChunk = 64 << 10
	wxrLong  = len("</wp:comment>") // of the marks that are looked for
	wxrStump = 64 << 10             // what is kept of a post that is too large
)

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// newWXRScanner reads the encoding: a byte order mark, then the declaration,
// then UTF-8.
func newWXRScanner(r io.Reader) (*wxrScanner, error) {
	head := make([]byte, 1024)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	head = head[:n]
	enc := encoding.Encoding(unicode.UTF8)
	if m := xmlEncoding.FindSubmatch(head); m != nil {
		if found, name := charset.Lookup(string(m[1])); found != nil && name != "utf-8" {
			enc = found
		}
	}
	whole := io.MultiReader(bytes.NewReader(head), r)
	return &wxrScanner{r: transform.NewReader(whole, unicode.BOMOverride(enc.NewDecoder()))}, nil
}

// more reads on; false at the end.
func (s *wxrScanner) more() bool {
	if s.err != nil {
		return false
	}
	have := len(s.buf)
	s.buf = slices.Grow(s.buf, wxrChunk)
	n, err := s.r.Read(s.buf[have : have+wxrChunk])
	s.buf, s.err = s.buf[:have+n], err
	return n > 0 || err == nil
}

// drop forgets the first n bytes.
func (s *wxrScanner) drop(n int) {
	rest := len(s.buf) - n
	copy(s.buf, s.buf[n:])
	s.buf, s.at, s.base = s.buf[:rest], max(s.at-n, 0), s.base+int64(n)
}

// mark is a place in an export at which something begins or ends.
type wxrMark int

const (
	markNone wxrMark = iota // the end of what there is
	markItem
	markItemEnd
	markComment
	markCommentEnd
	markBare // the end, within a CDATA section or a comment
)

var wxrMarks = []struct {
	text string
	mark wxrMark
	tag  bool // a blank or > follows
}{
	{"<item", markItem, true}, {"</item", markItemEnd, true},
	{"<wp:comment", markComment, true}, {"</wp:comment", markCommentEnd, true},
}

// next looks for the next mark from at on, outside CDATA sections and XML
// comments, and sets at behind it. It gives the mark's beginning. It ends with
// markNone, or markBare, when there are more than limit bytes.
func (s *wxrScanner) next(limit int) (wxrMark, int) {
	for {
		i := bytes.IndexByte(s.buf[s.at:], '<')
		if i < 0 {
			s.at = len(s.buf)
			if s.at > limit || !s.more() {
				return markNone, s.at
			}
			continue
		}
		s.at += i
		for len(s.buf)-s.at < wxrLong && s.more() {
		}
		rest := s.buf[s.at:]
		switch {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			if begin := s.at; !s.skip("]]>", limit) {
				return markBare, begin
			}
		case bytes.HasPrefix(rest, []byte("<!--")):
			if begin := s.at; !s.skip("-->", limit) {
				return markBare, begin
			}
		default:
			begin := s.at
			s.at++
			if m := markOf(rest); m != markNone {
				return m, begin
			}
		}
		if s.at > limit {
			return markNone, s.at
		}
	}
}

func markOf(rest []byte) wxrMark {
	for _, m := range wxrMarks {
		if bytes.HasPrefix(rest, []byte(m.text)) && len(rest) > len(m.text) {
			switch rest[len(m.text)] {
			case '>', ' ', '\t', '\n', '\r':
				return m.mark
			}
		}
	}
	return markNone
}

// skip sets at behind the end of a section. When there is none the section's
// beginning counts as text, and so does every other up to there.
func (s *wxrScanner) skip(end string, limit int) bool {
	begin := s.at
	if s.base+int64(begin) < s.bare {
		s.at++
		return true
	}
	for from := begin; ; {
		if i := bytes.Index(s.buf[from:], []byte(end)); i >= 0 {
			s.at = from + i + len(end)
			return true
		}
		from = max(begin, len(s.buf)-len(end)+1)
		if len(s.buf) > limit || !s.more() {
			s.bare, s.at = s.base+int64(len(s.buf)), begin+1
			return false
		}
	}
}

// head gives what stands before the first item and leaves the item.
func (s *wxrScanner) head() ([]byte, error) {
	for {
		switch m, begin := s.next(MaxWXRPost); {
		case m == markItem, m == markNone && len(s.buf) <= MaxWXRPost:
			head := bytes.Clone(s.buf[:begin])
			s.drop(begin)
			s.at = 0
			return head, s.failed()
		case m == markNone:
			return nil, errNoWXR()
		}
	}
}

// failed gives the reader's error, if it is no end.
func (s *wxrScanner) failed() error {
	if s.err == nil || s.err == io.EOF {
		return nil
	}
	return s.err
}

// item gives the next item. Errors: io.EOF after the last.
func (s *wxrScanner) item() (wxrItem, error) {
	for {
		m, begin := s.next(MaxWXRPost)
		if m == markItem {
			s.drop(begin)
			return s.whole()
		}
		if m == markNone {
			s.drop(begin)
			if s.err != nil {
				return wxrItem{}, first(s.failed(), io.EOF)
			}
		}
	}
}

// whole gives the item that buf begins with.
func (s *wxrScanner) whole() (wxrItem, error) {
	var out wxrItem
	comment := -1
	limit := MaxWXRPost
	for {
		m, begin := s.next(limit)
		switch m {
		case markComment:
			comment = begin
		case markCommentEnd:
			if comment < 0 {
				continue
			}
			if !s.closeTag() {
				return out, s.cutOff()
			}
			out.comments++
			s.buf = append(s.buf[:comment], s.buf[s.at:]...)
			s.base, s.at, comment = s.base+int64(s.at-comment), comment, -1
		case markItemEnd:
			if !s.closeTag() {
				return out, s.cutOff()
			}
			if !out.large {
				out.raw = bytes.Clone(s.buf[:s.at])
			}
			s.drop(s.at)
			s.at = 0
			return out, nil
		case markNone:
			if s.err != nil && s.at >= len(s.buf) {
				return out, s.cutOff()
			}
			if !out.large {
				out.large, out.raw = true, bytes.Clone(s.buf[:wxrStump])
			}
			comment = -1
			s.drop(begin)
		}
	}
}

// closeTag sets at behind the > of the end tag whose < it stands behind.
func (s *wxrScanner) closeTag() bool {
	for from := s.at; ; {
		if i := bytes.IndexByte(s.buf[from:], '>'); i >= 0 {
			s.at = from + i + 1
			return true
		}
		from = len(s.buf)
		if !s.more() {
			return false
		}
	}
}

// cutOff is the error of an export that ends within an item.
func (s *wxrScanner) cutOff() error {
	if err := s.failed(); err != nil {
		return err
	}
	p := ReadWXRItem(s.buf[:min(len(s.buf), wxrStump)])
	return fault.New(fault.Invalid, "The export ends in the middle of a post (%q), so that post was not taken. Export it again.", p.Title)
}

func first(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}
