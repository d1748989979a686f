package extract

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

	"rightsdesk/internal/fault"
)

// decode gives the text of bytes in UTF-8, whatever they are encoded in.
func decode(data []byte, mediaType string) (string, error) {
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))) == 0:
		return "", fault.New(fault.Invalid, "It is empty: there is no text in it. Was it saved or copied to the end?")
	case len(data) > MaxSize:
		return "", tooLarge(len(data))
	}
	if what := magic(data); what != "" {
		return "", fault.New(fault.Invalid, "It is %s and no text. Save it as text or HTML and try again.", what)
	}
	enc := encodingOf(data, mediaType)
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fault.Wrap(fault.Invalid, err, "Its letters cannot be read. Save it as UTF-8 and try again")
	}
	if isBinary(text) {
		return "", fault.New(fault.Invalid, "It is a binary file and no text. Save it as text or HTML and try again.")
	}
	return clean(string(text)), nil
}

// signatures are the first bytes of files that people hand in by mistake.
var signatures = []struct{ first, what string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a ZIP file or an office document"}, {"\xd0\xcf\x11\xe0", "an old office document"},
	{"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"}, {"RIFF", "a sound, film or image"}, {"\x1f\x8b", "a compressed file"},
	{"{\\rtf", "a rich-text document"}, {"\x7fELF", "a program"}, {"SQLite format 3", "a database"},
}

func magic(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.first)) {
			return s.what
		}
	}
	return ""
}

var declared = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=|<\?xml[^>]+encoding\s*=`)

// encodingOf finds the encoding: byte order mark, zero bytes of UTF-16, valid
// UTF-8, the declaration of the sender or the page, and at last the likeliest
// of the single-byte encodings.
func encodingOf(data []byte, mediaType string) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case isUTF16(data, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case isUTF16(data, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case utf8.Valid(data):
		return encoding.Nop
	}
	if _, params, err := mime.ParseMediaType(mediaType); err == nil && params["charset"] != "" {
		if enc, _ := charset.Lookup(params["charset"]); enc != nil {
			return enc
		}
	}
	if head := data[:min(len(data), 1024)]; declared.Match(head) {
		enc, _, _ := charset.DetermineEncoding(head, "")
		return enc
	}
	return singleByte(data)
}

// isUTF16 reports whether every second byte, from the given one on, is zero in
// most places and hardly any of the others is.
func isUTF16(data []byte, from int) bool {
	head := data[:min(len(data), 4096)&^1]
	zero, other := 0, 0
	for i := 0; i+1 < len(head); i += 2 {
		if head[i+from] == 0 {
			zero++
		}
		if head[i+1-from] == 0 {
			other++
		}
	}
	return len(head) >= 4 && zero*10 >= len(head)/2*4 && other*20 <= len(head)/2
}

// singleByte chooses between Windows-1251 and Windows-1252: in Russian text
// most letters are above 0xC0 and stand beside each other, in Western text
// they stand alone among ASCII letters.
func singleByte(data []byte) encoding.Encoding {
	high, pairs := 0, 0
	for i, b := range data {
		if b < 0xc0 {
			continue
		}
		high++
		if i > 0 && data[i-1] >= 0xc0 {
			pairs++
		}
	}
	if high > 0 && pairs*2 > high {
		return charmap.Windows1251
	}
	return charmap.Windows1252
}

// isBinary reports whether decoded text has more control characters or
// unreadable places than a damaged text would.
func isBinary(text []byte) bool {
	head := text[:min(len(text), 64<<10)]
	odd, n := 0, 0
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' || r == 0x7f || r == utf8.RuneError {
			odd++
		}
		n++
		head = head[size:]
	}
	return odd*50 > n
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u00a0", " ", "\u202f", " ", "\ufeff", "", "\u200b", "", "\f", "\n\n", "\x00", "")

func clean(text string) string {
	return lineEnds.Replace(strings.ToValidUTF8(text, "\ufffd"))
}

var tags = regexp.MustCompile(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|meta|title|div|article|section|p|h1|main)[\s>]`)

// isHTML reports whether text is a page: it begins like one.
func isHTML(text string) bool {
	return tags.MatchString(text[:min(len(text), 4096)])
}
