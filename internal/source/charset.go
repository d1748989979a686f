package source

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// signature is how the first bytes of a document show its encoding: by a byte
// order mark, or by where "<" and its zero bytes stand (XML 1.0, appendix F).
type signature struct {
	first, name string
	mark        int // bytes of the byte order mark
	enc         encoding.Encoding
}

var signatures = []signature{
	{"\x00\x00\xfe\xff", "utf-32be", 4, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe\x00\x00", "utf-32le", 4, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\x00<", "utf-32be", 0, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"<\x00\x00\x00", "utf-32le", 0, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\xfe\xff", "utf-16be", 2, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"\xff\xfe", "utf-16le", 2, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\x00<\x00", "utf-16be", 0, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"<\x00", "utf-16le", 0, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xef\xbb\xbf", "utf-8", 3, encoding.Nop},
}

// decoded gives the document in UTF-8 without characters that XML forbids,
// with the name of the encoding it was in, as the sender calls it. What the bytes themselves show goes
// before the charset of the HTTP header, that before the XML declaration; a
// name that does not fit the bytes is passed over with a warning.
func decoded(data []byte, contentType string) (text []byte, name string, warnings []string) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.first)) && s.name != "utf-8" {
			out, err := s.enc.NewDecoder().Bytes(data[s.mark:])
			if err == nil {
				return clean(out), s.name, nil
			}
		}
	}
	body := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	for _, label := range []string{headerCharset(contentType), declaredCharset(body)} {
		out, fits := decodeAs(body, label)
		if fits {
			return clean(out), strings.ToLower(label), warnings
		}
		if label != "" {
			warnings = append(warnings, "the encoding is said to be "+shortened(label)+", which it is not")
		}
	}
	out, name := detected(body)
	return clean(out), name, warnings
}

// decodeAs decodes by a label where that gives text.
func decodeAs(body []byte, label string) (out []byte, fits bool) {
	enc, name := charset.Lookup(label)
	switch {
	case enc == nil || strings.HasPrefix(name, "utf-16") || name == "replacement":
		return nil, false // the first bytes would have shown UTF-16
	case name == "utf-8":
		return body, utf8.Valid(body)
	case isUTF8(body):
		return nil, false // no other encoding looks like UTF-8 by chance
	}
	out, err := enc.NewDecoder().Bytes(body)
	bad := bytes.Count(out, []byte("\ufffd"))
	return out, err == nil && bad*100 <= len(out)
}

// isUTF8 reports whether the bytes are UTF-8 with letters beyond ASCII.
func isUTF8(b []byte) bool {
	return utf8.Valid(b) && bytes.ContainsFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
}

// detected reads bytes whose encoding nobody says, or says wrongly: as UTF-8
// where most of it is, with single bytes of Windows-1252 among them; otherwise
// as Windows-1251 or Windows-1252 (see cyrillic).
func detected(body []byte) (out []byte, name string) {
	if utf8.Valid(body) {
		return body, "utf-8"
	}
	good, bad := 0, 0
	for rest := body; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			bad++
		} else if size > 1 {
			good++
		}
		rest = rest[size:]
	}
	if good > bad {
		return mixed(body), "utf-8"
	}
	page := charmap.Windows1252
	name = "windows-1252"
	if cyrillic(body) {
		page, name = charmap.Windows1251, "windows-1251"
	}
	out = make([]byte, 0, len(body)*2)
	for _, c := range body {
		out = utf8.AppendRune(out, page.DecodeByte(c))
	}
	return out, name
}

// mixed reads UTF-8 in which single bytes are of Windows-1252, as happens where
// texts are pasted into templates.
func mixed(body []byte) []byte {
	out := make([]byte, 0, len(body)+len(body)/16)
	for len(body) > 0 {
		r, size := utf8.DecodeRune(body)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(body[0])
		}
		out, body = utf8.AppendRune(out, r), body[size:]
	}
	return out
}

// cyrillic reports whether letters from 0xC0 on mostly stand beside each other,
// as they do in Russian and not in Western European text.
func cyrillic(body []byte) bool {
	high, pairs := 0, 0
	for i, c := range body {
		if c >= 0xc0 {
			high++
			if i > 0 && body[i-1] >= 0xc0 {
				pairs++
			}
		}
	}
	return pairs*2 > high
}

func headerCharset(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return strings.Trim(params["charset"], `'" `)
}

var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)`)

func declaredCharset(body []byte) string {
	if m := declaration.FindSubmatch(body[:min(len(body), 512)]); m != nil {
		return string(m[1])
	}
	return ""
}

// clean takes out what XML does not allow, NUL among it, and replaces what is
// no UTF-8. It also puts Windows-1252 letters where C1 controls stand: nobody
// writes those, and many write the letters by mistake.
func clean(b []byte) []byte {
	ok := func(r rune) bool {
		return r >= 0x20 && r < 0x7f || r == '\n' || r == '\t' || r == '\r' || r >= 0xa0 && r < 0xfffe || r > 0xffff
	}
	if utf8.Valid(b) && !bytes.ContainsFunc(b, func(r rune) bool { return !ok(r) }) {
		return b
	}
	return bytes.Map(func(r rune) rune {
		switch {
		case r >= 0x80 && r < 0xa0:
			return charmap.Windows1252.DecodeByte(byte(r))
		case !ok(r):
			return -1
		}
		return r
	}, b)
}
