package analyse

import (
	"strings"
	"sync"
	"unicode/utf8"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/geo"
)

// entry is a form in the gazetteer: the keys of its words.
type entry struct {
	keys      []string
	text      string
	territory string
	kind      geo.FormKind
	capital   bool // the text must begin with a capital
	exact     bool // the text must be written like the form: "US", "РФ"
}

// gazetteerOf maps the key of a form's first word to its forms, by language;
// Chinese and Korean forms stand by their first letter.
type gazetteerOf struct {
	byLanguage map[string]map[string][]entry
	byLetter   map[script]map[rune][]entry
}

var gazetteer = sync.OnceValue(func() *gazetteerOf {
	g := &gazetteerOf{byLanguage: map[string]map[string][]entry{}, byLetter: map[script]map[rune][]entry{han: {}, hangul: {}}}
	for _, f := range geo.Forms() {
		g.add(f)
	}
	return g
})

// silent are forms that mean something else more often than the territory.
var silent = map[string]bool{
	"수단": true, "오만": true, "가나": true, "가자": true, "말리": true, "차드": true, "통가": true, "다카": true, "카불": false,
	"جدة": true, "Reunion": true, "Man": true, "한국어": true,
}

func (g *gazetteerOf) add(f geo.Form) {
	words := split(f.Text)
	if len(words) == 0 || silent[f.Text] {
		return
	}
	e := entry{text: f.Text, territory: f.Territory, kind: f.Kind}
	first := words[0]
	if first.script == han || first.script == hangul {
		if utf8.RuneCountInString(f.Text) < 2 {
			return
		}
		r, _ := utf8.DecodeRuneInString(f.Text)
		g.byLetter[first.script][r] = append(g.byLetter[first.script][r], e)
		return
	}
	e.exact = utf8.RuneCountInString(strings.ReplaceAll(f.Text, ".", "")) <= 4 && f.Text == strings.ToUpper(f.Text) && first.script != arabic
	e.capital = first.upper() && (f.Kind != geo.Demonym || f.Lang == "en")
	for i, w := range words {
		e.keys = append(e.keys, formKey(w, f, i < len(words)-1))
	}
	if g.byLanguage[f.Lang] == nil {
		g.byLanguage[f.Lang] = map[string][]entry{}
	}
	g.byLanguage[f.Lang][e.keys[0]] = append(g.byLanguage[f.Lang][e.keys[0]], e)
}

// formKey gives the key of a form's word: Russian and Arabic ones without what
// changes.
func formKey(w word, f geo.Form, adjective bool) string {
	switch {
	case w.script == cyrillic && f.Kind != geo.Demonym:
		return russianStem(w.key, adjective)
	case w.script == arabic:
		if rest, yes := strings.CutPrefix(w.key, "ال"); yes && len(rest) >= 2*3 {
			return rest
		}
	}
	return w.key
}

// mention is a place in a text that means a territory.
type mention struct {
	territory string // empty: a phrase that means none
	kind      geo.FormKind
	paragraph int
	span      desk.Span
}

// find gives the mentions in a text, in their order; longer forms win.
func (g *gazetteerOf) find(text, language string) []mention {
	words := split(text)
	var out []mention
	for i := 0; i < len(words); {
		if words[i].script == han || words[i].script == hangul {
			out = g.letters(words[i], out)
			i++
			continue
		}
		e, n := g.longest(words[i:], dictionary(words[i].script, language), language)
		if n == 0 {
			i++
			continue
		}
		if e.territory != "" && !personal(words, i, n, e) {
			first, last := words[i], words[i+n-1]
			out = append(out, mention{e.territory, e.kind, first.paragraph, desk.Span{Begin: first.begin, End: last.end}})
		}
		i += n
	}
	spell(text, out)
	return out
}

// dictionary gives the language in whose forms words of a script are looked up.
func dictionary(k script, language string) string {
	switch k {
	case cyrillic:
		return "ru"
	case arabic:
		return "ar"
	}
	if language == "fr" {
		return "fr"
	}
	return "en"
}

func (g *gazetteerOf) longest(words []word, dict, language string) (best entry, n int) {
	forms := g.byLanguage[dict]
	keysOf(words[0], language, func(key string) {
		for _, e := range forms[key] {
			if len(e.keys) > n && e.fits(words, language) {
				best, n = e, len(e.keys)
			}
		}
	})
	return best, n
}

func (e entry) fits(words []word, language string) bool {
	if len(e.keys) > len(words) || e.capital && !words[0].upper() {
		return false
	}
	if e.exact && len(e.keys) == 1 && words[0].text != e.text {
		return false
	}
	for i := 1; i < len(e.keys); i++ {
		if !words[i].joined() || e.exact && !words[i].upper() {
			return false
		}
		found := false
		keysOf(words[i], language, func(key string) { found = found || key == e.keys[i] })
		if !found {
			return false
		}
	}
	return true
}

// letters finds forms inside a run of Chinese letters, or at the beginning of a
// Korean word.
func (g *gazetteerOf) letters(w word, out []mention) []mention {
	at := w.begin
	for s := w.text; s != ""; {
		r, size := utf8.DecodeRuneInString(s)
		best, n := entry{}, 0
		for _, e := range g.byLetter[w.script][r] {
			if len(e.text) > n && strings.HasPrefix(s, e.text) && (w.script == han || koreanMay(utf8.RuneCountInString(e.text), s[len(e.text):])) {
				best, n = e, len(e.text)
			}
		}
		if n > 0 {
			length := utf8.RuneCountInString(best.text)
			if best.territory != "" {
				out = append(out, mention{best.territory, best.kind, w.paragraph, desk.Span{Begin: at, End: at + length}})
			}
			size, at = n, at+length-1
		}
		if w.script == hangul {
			break
		}
		s, at = s[size:], at+1
	}
	return out
}

// spell writes the words of the text into the mentions' spans.
func spell(text string, list []mention) {
	at, i := 0, 0
	begin := 0
	for offset := range text {
		for i < len(list) && list[i].span.End == at {
			list[i].span.Words = text[begin:offset]
			i++
		}
		if i < len(list) && list[i].span.Begin == at {
			begin = offset
		}
		at++
	}
	for ; i < len(list); i++ {
		list[i].span.Words = text[begin:]
	}
}

// names that people bear too.
var alsoPersonal = map[string]bool{
	"Jordan": true, "Chad": true, "Georgia": true, "Israel": true, "Kenya": true, "Paris": true, "Sofia": true, "Santiago": true,
	"Sydney": true, "Lima": true, "Florence": true, "Hue": true, "Jos": true, "Malta": true, "Cali": true, "Milan": true, "Vienna": true,
}

// before and behind are words with capitals that stand beside territories and
// not beside people's names.
var (
	before = words("in from to of the and for with near across outside inside against between southern northern eastern western central north south east west president king queen minister")
	behind = words("river valley government police army ministry state national supreme foreign president parliament court authorities")
)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// personal reports whether a name that people bear too stands beside another
// name: "Michael Jordan", "Chad Smith".
func personal(words []word, i, n int, e entry) bool {
	if n != 1 || !alsoPersonal[e.text] {
		return false
	}
	if i > 0 && words[i].gap == " " && words[i-1].upper() && !before[words[i-1].key] && sentenceInside(words, i-1) {
		return true
	}
	next := i + 1
	return next < len(words) && words[next].gap == " " && words[next].upper() && !behind[words[next].key]
}

// sentenceInside reports whether a word is not the first of its sentence, where
// every word has a capital; a first name may well be the first, though.
func sentenceInside(words []word, i int) bool {
	return i == 0 || !strings.ContainsAny(words[i].gap, ".!?\n") || len(words[i].text) > 3
}
