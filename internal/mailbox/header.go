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
	h.values = map[string]string{}
	name, read := "", 0
	for rest := data; ; {
		line, after, more := cutLine(rest)
		if len(line) == 0 && (more || len(rest) == 0) {
			return h, after
		}
		if read += len(line); read > maxHeader {
			h.broken = true
			return h, after
		}
		switch field, value, ok := cutField(line); {
		case line[0] == ' ' || line[0] == '\t':
			if name != "" {
				h.values[name] += " " + strings.TrimSpace(string(line))
			}
		case !ok && len(h.values) == 0 && !mboxLine(line):
			h.broken = true
			return h, data
		case !ok:
			name, h.broken = "", h.broken || !mboxLine(line)
		default:
			name = ""
			if _, have := h.values[field]; !have {
				name, h.values[field] = field, value
			}
		}
		if !more {
			return h, nil
		}
		rest = after
	}
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
