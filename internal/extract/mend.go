package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mended undoes what is done to a text that was in UTF-8, was taken for
// windows-1252 and stored in UTF-8 again: "don’t" has become "donâ€™t". Only
// sequences are changed that have a control character or one of the signs that
// windows-1252 has in their stead, and that are a letter in UTF-8.
func mended(text string) string {
	if !strings.Contains(text, "â€") && !hasControls(text) {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); {
		if letter, size := twiceEncoded(text[i:]); size > 0 {
			out.WriteRune(letter)
			i += size
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		out.WriteString(text[i : i+size])
		i += size
	}
	return out.String()
}

// hasControls reports whether a text has characters from U+0080 to U+009F.
func hasControls(text string) bool {
	for from := 0; ; {
		at := strings.IndexByte(text[from:], 0xc2)
		if at < 0 || from+at+1 >= len(text) {
			return false
		}
		if from += at + 1; text[from] < 0xa0 {
			return true
		}
	}
}

// twiceEncoded reads the letter that a text begins with when it was encoded
// twice, and how many bytes it takes up there; 0 for any other.
func twiceEncoded(text string) (letter rune, size int) {
	if text[0] != 0xc3 && text[0] != 0xc2 { // U+00C2 to U+00F4, the first bytes of letters
		return 0, 0
	}
	var raw [utf8.UTFMax]byte
	odd := false
	for n := range raw {
		r, width := utf8.DecodeRuneInString(text[size:])
		b, known := charmap.Windows1252.EncodeRune(r)
		if r >= 0x80 && r < 0xa0 {
			b, known = byte(r), true
		}
		if !known || b < 0x80 || n == 0 && (b < 0xc2 || b > 0xf4) || n > 0 && b > 0xbf {
			return 0, 0
		}
		raw[n], size = b, size+width
		odd = odd || n > 0 && b < 0xa0
		if letter, whole := utf8.DecodeRune(raw[:n+1]); whole == n+1 && letter != utf8.RuneError {
			if !odd || letter < 0xa0 {
				return 0, 0
			}
			return letter, size
		}
	}
	return 0, 0
}
