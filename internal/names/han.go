package names

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/han.tsv
var hanData string

// readings gives the usual syllable of each Chinese character.
var readings = sync.OnceValue(func() map[rune]string {
	out := make(map[rune]string, 20_000)
	for line := range strings.Lines(hanData) {
		syllable, characters, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		for _, c := range characters {
			out[c] = syllable
		}
	}
	for c, syllable := range asFamily {
		out[c] = syllable
	}
	return out
})

// asFamily are characters that family names read in another way.
var asFamily = map[rune]string{'曾': "zeng", '单': "shan", '單': "shan", '解': "xie", '仇': "qiu", '区': "ou", '區': "ou", '查': "zha", '任': "ren", '翟': "zhai", '朴': "piao", '盖': "ge", '乐': "yue", '员': "yun", '尉': "wei", '覃': "qin", '缪': "miao", '尹': "yin"}

// wade are the beginnings of syllables in the Wade-Giles spelling, by those of
// pinyin, the longer first.
var wade = []struct{ pinyin, giles string }{{"zhi", "chih"}, {"chi", "chih"}, {"shi", "shih"}, {"ri", "jih"}, {"zi", "tzu"}, {"ci", "tzu"}, {"si", "ssu"},
	{"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"x", "hs"}, {"q", "ch"}, {"j", "ch"}, {"b", "p"}, {"d", "t"}, {"g", "k"}, {"z", "ts"}, {"c", "ts"}, {"r", "j"}}

// gilesEnds are the same for the ends.
var gilesEnds = []struct{ pinyin, giles string }{{"ong", "ung"}, {"uo", "o"}, {"ian", "ien"}, {"ie", "ieh"}, {"ue", "ueh"}, {"ui", "ui"}}

// wadeGiles writes a pinyin syllable as Taiwan and older texts do.
func wadeGiles(s string) string {
	for _, w := range wade {
		if rest, ok := strings.CutPrefix(s, w.pinyin); ok {
			if rest == "" {
				return w.giles
			}
			s = w.giles + rest
			break
		}
	}
	for _, w := range gilesEnds {
		if begin, ok := strings.CutSuffix(s, w.pinyin); ok {
			if begin == "" || w.pinyin == "uo" && (strings.HasSuffix(begin, "k") || strings.HasSuffix(begin, "h")) {
				return s
			}
			return begin + w.giles
		}
	}
	return s
}

// romanised gives the ways in which a Chinese name is written in Latin letters:
// family name and given name, the given name in one word or two.
func romanised(name []rune) (ways [][]string) {
	family := 1
	if len(name) > 3 || len(name) == 3 && twoSyllables[string(name[:2])] {
		family = 2
	}
	for _, spell := range []func(string) string{func(s string) string { return s }, wadeGiles} {
		var parts []string
		for _, c := range name {
			s := readings()[c]
			if s == "" {
				return nil
			}
			parts = append(parts, spell(s))
		}
		given := parts[family:]
		if len(given) == 0 {
			return nil
		}
		way := []string{strings.Join(parts[:family], ""), strings.Join(given, "")}
		ways = append(ways, way)
		if len(given) > 1 {
			ways = append(ways, append(way[:1:1], given...))
		}
	}
	return ways
}

// twoSyllables are Chinese family names of two characters.
var twoSyllables = map[string]bool{"欧阳": true, "歐陽": true, "司马": true, "司馬": true, "上官": true, "诸葛": true, "諸葛": true, "司徒": true, "夏侯": true, "皇甫": true, "尉迟": true, "公孙": true, "慕容": true}

// simple gives the simplified form of a character that names often have.
func simple(r rune) rune {
	if to, ok := simplified()[r]; ok {
		return to
	}
	return r
}

var simplified = sync.OnceValue(func() map[rune]rune {
	out := map[rune]rune{}
	pairs := []rune(strings.ReplaceAll(hanPairs, " ", ""))
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
})
