package mailbox

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"regexp"
)

// separator is the line before each message of an mbox file: "From ", a sender,
// and a time. Words in a letter that begin a paragraph with "From" have none.
var separator = regexp.MustCompile(`^From .*\d{1,2}:\d{2}.*\b\d{4}\b`)

// IsMbox reports whether a file that begins with these bytes is an mbox file.
func IsMbox(begin []byte) bool { return bytes.HasPrefix(begin, []byte("From ")) }

// ReadMbox gives the messages of an mbox file one by one, as they were sent:
// without the separator, and with the quoting of lines that begin with "From "
// taken back (the form "mboxrd"). Line ends stay as they are. One message at
// most is in memory. A message that is too large gives an error of kind
// Invalid and the next one follows; an error of reading is the last.
func ReadMbox(r io.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		s := mboxReader{in: bufio.NewReaderSize(r, 64<<10), blank: true}
		for {
			message, size, err := s.next()
			switch {
			case size > MaxMessage:
				if !yield(nil, TooLarge(size)) {
					return
				}
			case len(message) > 0:
				if !yield(message, nil) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// mboxReader reads an mbox file line by line.
type mboxReader struct {
	in    *bufio.Reader
	blank bool // the line before was empty, or there was none
	begun bool // the first separator was read
}

// next gives the message up to the next separator or the end, where err is
// io.EOF. Of one that is too large only the size is given.
func (s *mboxReader) next() (message []byte, size int64, err error) {
	for {
		line, err := s.in.ReadSlice('\n')
		whole := err == nil
		if errors.Is(err, bufio.ErrBufferFull) { // a part of a very long line, which is no separator
			err = nil
		}
		if len(line) > 0 && s.blank && bytes.HasPrefix(line, []byte("From ")) && (!s.begun || separator.Match(line)) {
			first := !s.begun
			s.begun, s.blank = true, false
			if first && len(bytes.TrimSpace(message)) == 0 {
				message, size = nil, 0
			} else {
				return withoutLast(message), size, err
			}
		} else {
			size += int64(len(line))
			if size <= MaxMessage {
				message = append(message, unquotedFrom(line)...)
			} else {
				message = nil
			}
			s.blank = whole && len(bytes.TrimRight(line, "\r\n")) == 0
		}
		if err != nil {
			return withoutLast(message), size, err
		}
	}
}

// unquotedFrom takes one mark of quotation off a line such as ">From ".
func unquotedFrom(line []byte) []byte {
	if len(line) > 0 && line[0] == '>' && bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) {
		return line[1:]
	}
	return line
}

// withoutLast takes off the empty line that stands before each separator.
func withoutLast(message []byte) []byte {
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if rest, is := bytes.CutSuffix(message, []byte(end)); is {
			return append(rest, end[:len(end)/2]...)
		}
	}
	return message
}
