package mailbox

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// encoded finds an encoded word of RFC 2047: =?charset?B or Q?text?=. Blanks in
// it are against the rule and met all the same.
var encoded = regexp.MustCompile(`=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=`)

// words gives the text of a header with its encoded words read. Neighbours in
// one charset are decoded together: senders break them within a letter.
func words(s string) string {
	var out strings.Builder
	var run letterRun
	at := 0
	for _, m := range encoded.FindAllStringSubmatchIndex(s, -1) {
		between := s[at:m[0]]
		set, _, _ := strings.Cut(strings.ToLower(s[m[2]:m[3]]), "*") // RFC 2231: with a language
		if set != run.set || strings.TrimSpace(between) != "" {
			out.WriteString(run.end())
		}
		if at == 0 || strings.TrimSpace(between) != "" {
			out.WriteString(raw(between))
		}
		run.set = set
		run.add(strings.ToUpper(s[m[4]:m[5]]), s[m[6]:m[7]])
		at = m[1]
	}
	out.WriteString(run.end() + raw(s[at:]))
	return oneLine(out.String())
}

// letterRun gathers the bytes of neighbouring encoded words in one charset.
type letterRun struct {
	set     string
	letters []byte
	base64  string // that is not padded, so that the next word goes on with it
}

func (r *letterRun) add(how, text string) {
	if how == "B" {
		r.base64 += text
		if !strings.HasSuffix(text, "=") && len(r.base64)%4 != 0 {
			return
		}
	}
	r.letters = append(r.letters, unbase64([]byte(r.base64))...)
	r.base64 = ""
	if how == "Q" {
		r.letters = append(r.letters, unquoted([]byte(strings.NewReplacer("_", "=20", " ", "=20").Replace(text)))...)
	}
}

// end gives the text of what was gathered.
func (r *letterRun) end() string {
	text := decodeLetters(append(r.letters, unbase64([]byte(r.base64))...), r.set)
	*r = letterRun{}
	return text
}

// raw gives header text that is not encoded, which senders write in UTF-8 or,
// against all rules, in whatever they had.
func raw(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return decodeLetters([]byte(s), "windows-1252")
}

func decodeLetters(b []byte, name string) string {
	if utf8.Valid(b) && !strings.HasPrefix(name, "iso-2022") && name != "hz-gb-2312" {
		return string(b)
	}
	enc, _ := charset.Lookup(name)
	if enc == nil {
		enc = charmap.Windows1252
	}
	text, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		text = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	return string(text)
}

// oneLine leaves single blanks and no character that steers.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// unbase64 reads base64 with whatever else stands between its letters, each
// stretch up to its padding, and the last to its last whole byte.
func unbase64(data []byte) []byte {
	var out, letters []byte
	for _, b := range data {
		switch {
		case b >= 'A' && b <= 'Z', b >= 'a' && b <= 'z', b >= '0' && b <= '9', b == '+', b == '/':
			letters = append(letters, b)
		case b == '=':
			out, letters = append(out, plainBase64(letters)...), letters[:0]
		}
	}
	return append(out, plainBase64(letters)...)
}

func plainBase64(letters []byte) []byte {
	if len(letters)%4 == 1 { // six bits are no byte
		letters = letters[:len(letters)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
	n, err := base64.RawStdEncoding.Decode(out, letters)
	if err != nil {
		panic(err) // only letters of base64 are given, in a number that can be
	}
	return out[:n]
}

// wrongQuoted is an equals sign with which no encoded byte begins.
var wrongQuoted = regexp.MustCompile(`=([^0-9A-Fa-f\r\n \t]|[0-9A-Fa-f][^0-9A-Fa-f]|[0-9A-Fa-f]?$)`)

// unquoted reads quoted-printable; an equals sign that means nothing stays.
func unquoted(data []byte) []byte {
	out, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(data)))
	if err == nil {
		return out
	}
	mended := wrongQuoted.ReplaceAll(data, []byte("=3D$1"))
	again, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(mended)))
	if err != nil && len(again) < len(out) {
		return out
	}
	return again
}
