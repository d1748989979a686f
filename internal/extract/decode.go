package extract

import (
	"bytes"
	"cmp"
	"mime"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
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
// of the single-byte encodings. Who declares UTF-8 of what is none is not believed.
func encodingOf(data []byte, mediaType string) encoding.Encoding {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	if wide := wideOf(data); wide != nil {
		return wide
	}
	if enc := sevenBit(data, mediaType); enc != nil {
		return enc
	}
	if utf8.Valid(data) {
		return encoding.Nop
	}
	if _, params, err := mime.ParseMediaType(mediaType); err == nil && params["charset"] != "" {
		if enc, name := charset.Lookup(params["charset"]); enc != nil && name != "utf-8" {
			return enc
		}
	}
	if head := data[:min(len(data), 1024)]; declared.Match(head) {
		if enc, name, _ := charset.DetermineEncoding(head, ""); name != "utf-8" {
			return enc
		}
	}
	if damagedUTF8(data) {
		return encoding.Nop
	}
	return legacy(data)
}

// sevenBit gives a declared encoding that looks like ASCII, as Japanese and old
// Chinese mails are written, where its escapes are met; nil otherwise.
func sevenBit(data []byte, mediaType string) encoding.Encoding {
	_, params, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return nil
	}
	escape := map[string]string{"iso-2022-jp": "\x1b", "hz-gb-2312": "~{"}[strings.ToLower(params["charset"])]
	if escape == "" || !bytes.Contains(data, []byte(escape)) {
		return nil
	}
	if strings.HasPrefix(escape, "~") {
		return simplifiedchinese.HZGB2312
	}
	return japanese.ISO2022JP
}

// damagedUTF8 reports whether nearly all characters above ASCII are whole ones
// of UTF-8: a text in another encoding has hardly any by chance.
func damagedUTF8(data []byte) bool {
	whole, broken := 0, 0
	for head := data[:min(len(data), 256<<10)]; len(head) > 0; {
		r, size := utf8.DecodeRune(head)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		head = head[size:]
	}
	return whole >= 4*broken && whole > 2
}

// wideOf gives UTF-16 of the byte order that text without a mark is in: plain
// text in single bytes has no zero byte, text in UTF-16 has one for each blank.
// nil when it reads as text in neither order.
func wideOf(data []byte) encoding.Encoding {
	head := data[:min(len(data), 4096)&^1]
	if bytes.IndexByte(head, 0) < 0 || len(head) < 4 {
		return nil
	}
	little := unicode16(unicode.LittleEndian)
	big := unicode16(unicode.BigEndian)
	l, b := likeText(little, head), likeText(big, head)
	switch {
	case l >= b && l > 0.9:
		return little
	case b > 0.9:
		return big
	}
	return nil
}

func unicode16(order unicode.Endianness) encoding.Encoding {
	return unicode.UTF16(order, unicode.IgnoreBOM)
}

// likeText gives the share of decoded characters that texts have: letters of
// the common scripts, digits, blanks, marks. It is 0 without any blank or line.
func likeText(enc encoding.Encoding, head []byte) float64 {
	text, err := enc.NewDecoder().Bytes(head)
	if err != nil {
		return 0
	}
	good, all, blanks := 0, 0, 0
	for _, r := range string(text) {
		all++
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == 0x3000:
			blanks++
			good++
		case r > ' ' && r < 0x700 && r != 0x7f, r >= 0x900 && r < 0x1200, r >= 0x2010 && r < 0x2040,
			r >= 0x3000 && r < 0x3400, r >= 0x4e00 && r < 0xa000, r >= 0xac00 && r < 0xd7a4, r >= 0xff00 && r < 0xfff0:
			good++
		}
	}
	if blanks == 0 {
		return 0
	}
	return float64(good) / float64(all)
}

// legacy chooses among the encodings from before Unicode by how often their
// letters and pairs of letters stand beside each other, as ICU does; a text
// that is too short for that is Russian where most letters above ASCII stand
// beside each other, and Western otherwise.
func legacy(data []byte) encoding.Encoding {
	if found := likeliest(data[:min(len(data), 32<<10)]); found.Confidence >= 40 {
		if enc, _ := charset.Lookup(found.Charset); enc != nil && len(data) > 200 {
			return enc
		}
	}
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

// likeliest gives the encoding that chardet finds. It tries them in goroutines
// and gives any of those that are as likely; here the same bytes always have
// the same encoding.
func likeliest(data []byte) chardet.Result {
	list, err := chardet.NewTextDetector().DetectAll(data)
	if err != nil || len(list) == 0 {
		return chardet.Result{}
	}
	return slices.MinFunc(list, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset), cmp.Compare(a.Language, b.Language))
	})
}

// isBinary reports whether decoded text has more control characters or
// unreadable places than a damaged text would.
func isBinary(text []byte) bool {
	head := text[:min(len(text), 64<<10)]
	control, unreadable, n := 0, 0, 0
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		control += count(r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' || r == 0x7f)
		unreadable += count(r == utf8.RuneError)
		n++
		head = head[size:]
	}
	return control*50 > n || unreadable*4 > n
}

// isDamaged reports whether so many letters of a text are unreadable that a
// person must look at it: more than one in 200; or one in 20 is half of one that
// was read in another encoding than it was written in, as in "Ð¡Ñƒ" and "РЎСѓ".
func isDamaged(text string) bool {
	lost, halves, all := 0, 0, 0
	var before rune
	for _, r := range text {
		all++
		lost += count(r == utf8.RuneError)
		halves += count(strings.ContainsRune("ÃÂÐÑÙØРС", before) && seldomBehind(r))
		before = r
	}
	return lost*200 > all || halves*20 > all
}

// seldomBehind reports whether a character stands behind such a capital in no
// word: a mark, or a letter that only some languages have.
func seldomBehind(r rune) bool {
	return r > 0x80 && r < 0xc0 || r >= 0x2010 && r <= 0x2122 || strings.ContainsRune("ЂЃѓЉЊЌЋЏђљњќћџЎўЈЅѕјƒŸŒœŠšŽž", r)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u00a0", " ", "\u202f", " ", "\ufeff", "", "\u200b", "", "\u00ad", "", "\f", "\n\n", "\x00", "")

func clean(text string) string {
	return lineEnds.Replace(mended(strings.ToValidUTF8(text, "\ufffd")))
}
