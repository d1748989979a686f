// Command gen makes data/han.tsv: the usual reading of the Chinese characters
// that GB 2312 or Big5 has, without tones.
//
//	go mod download github.com/mozillazg/go-pinyin@v0.21.0
//	go run ./internal/names/gen $(go env GOMODCACHE)/github.com/mozillazg/go-pinyin@v0.21.0/pinyin_dict.go > internal/names/data/han.tsv
package main

import (
	"bufio"
	"fmt"
	"log"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/unicode/norm"
)

// line is a character with its readings, the usual one first.
var line = regexp.MustCompile(`^\s*0x([0-9A-F]+): "([^",]+)`)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("give the path of pinyin_dict.go")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	read := map[string][]rune{}
	for s := bufio.NewScanner(file); s.Scan(); {
		m := line.FindStringSubmatch(s.Text())
		if m == nil {
			continue
		}
		code, err := strconv.ParseUint(m[1], 16, 32)
		if err != nil {
			log.Fatal(err)
		}
		if c := rune(code); usual(c) {
			syllable := toneless(m[2])
			read[syllable] = append(read[syllable], c)
		}
	}
	for _, syllable := range slices.Sorted(maps.Keys(read)) {
		slices.Sort(read[syllable])
		fmt.Printf("%s\t%s\n", syllable, string(read[syllable]))
	}
}

// usual reports whether one of the two old national sets has a character.
func usual(c rune) bool {
	if !unicode.Is(unicode.Han, c) {
		return false
	}
	_, mainland := simplifiedchinese.HZGB2312.NewEncoder().String(string(c))
	_, taiwan := traditionalchinese.Big5.NewEncoder().String(string(c))
	return mainland == nil || taiwan == nil
}

// toneless takes the marks off a syllable; ü becomes u, as passports write it.
func toneless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
