package mailbox

import (
	"bytes"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
)

// header is the head of a message or of a part: the first value of each name.
type header struct {
	values map[string]string
	broken bool // a line was neither a field nor the rest of one
}

// maxHeader is how many bytes of a head are read.
const maxHeader = 1 << 20

// readHeader reads the lines up to the first empty one, and gives what stands
// behind it. A head that never ends is all head; a line that is no field is
// passed over, unless it is the first: then there is no head.
func readHeader(data []byte) (h header, body []byte) {
	f := fields{header: header{values: map[string]string{}}}
	read := 0
	for rest := data; ; {
		line, after, more := cutLine(rest)
		read += len(line)
		switch {
		case len(line) == 0 && (more || len(rest) == 0):
			return f.end(), after
		case read > maxHeader:
			f.broken = true
			return f.end(), after
		case !f.add(line):
			return f.end(), data
		case !more:
			return f.end(), nil
		}
		rest = after
	}
}

// fields gathers header lines.
type fields struct {
	header
	name  string // of the field that goes on; empty where its first value is known
	value strings.Builder
	any   bool
}

// add takes a line. It gives false for a first line that is none of a head.
func (f *fields) add(line []byte) bool {
	if line[0] == ' ' || line[0] == '\t' {
		f.value.WriteByte(' ')
		f.value.Write(bytes.TrimSpace(line))
		return true
	}
	name, value, ok := cutField(line)
	if !ok {
		f.end()
		f.broken = f.broken || !mboxLine(line)
		return f.any || mboxLine(line)
	}
	f.end()
	f.any, f.name = true, name
	f.value.WriteString(value)
	return true
}

// end closes the field that was read last, and gives the head so far.
func (f *fields) end() header {
	if f.name != "" && !f.has(f.name) {
		f.values[f.name] = f.value.String()
	}
	f.name = ""
	f.value.Reset()
	return f.header
}

// mboxLine reports whether a line is one with which an mbox file begins a
// message; mailers leave it in messages that they save.
func mboxLine(line []byte) bool {
	return bytes.HasPrefix(line, []byte("From ")) || bytes.HasPrefix(line, []byte(">From "))
}

// cutLine gives the first line without its end, and what stands behind it.
func cutLine(data []byte) (line, rest []byte, more bool) {
	line, rest, more = bytes.Cut(data, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest, more
}

// cutField gives name and value of a header line.
func cutField(line []byte) (name, value string, ok bool) {
	before, after, found := bytes.Cut(line, []byte(":"))
	before = bytes.TrimRight(before, " \t")
	if !found || len(before) == 0 || len(before) > 100 {
		return "", "", false
	}
	for _, b := range before {
		if b <= ' ' || b >= 0x7f {
			return "", "", false
		}
	}
	return textproto.CanonicalMIMEHeaderKey(string(before)), strings.TrimSpace(string(after)), true
}

func (h header) get(name string) string { return h.values[name] }

func (h header) has(name string) bool {
	_, have := h.values[name]
	return have
}

// comment is what stands in brackets in a date.
var comment = regexp.MustCompile(`\([^()]*\)`)

func withoutComments(s string) string {
	return strings.TrimSpace(comment.ReplaceAllString(s, " "))
}

func trimBrackets(s string) string { return strings.Trim(strings.TrimSpace(s), "<>") }

var looseAddress = regexp.MustCompile(`[^\s<>"(),;:]+@[^\s<>"(),;:]+`)

// sender gives who a message is from. What RFC 5322 does not allow is read as
// far as an address stands in it.
func sender(h header) Sender {
	from := h.get("From")
	if list, err := new(mail.AddressParser).ParseList(asciiOnly(from)); err == nil && len(list) > 0 {
		if name := words(nameBefore(from)); name != "" {
			return Sender{name, list[0].Address}
		}
		return Sender{words(list[0].Name), list[0].Address}
	}
	s := Sender{Address: looseAddress.FindString(from)}
	if s.Name = words(nameBefore(from)); s.Name == "" && s.Address == "" {
		s.Name = words(from)
	}
	return s
}

// nameBefore gives the words in front of the address in sharp brackets.
func nameBefore(from string) string {
	before, _, found := strings.Cut(from, "<")
	if !found {
		return ""
	}
	before = strings.TrimSpace(before)
	if len(before) > 1 && before[0] == '"' && before[len(before)-1] == '"' {
		before = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(before[1 : len(before)-1])
	}
	return strings.Trim(before, " '")
}

// asciiOnly takes the encoded words out: the parser would refuse charsets that
// it does not know, and only the address is wanted of it.
func asciiOnly(s string) string { return encoded.ReplaceAllString(s, "x") }
