package analyse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/public"
)

// Traits reads what the claims of an article say of what they count: whose it
// is, where it is, and whether they tell a stock from a flow. They are what
// questions are compared with, in the order of the claims. The article's
// territories stand for claims that name no place.
func Traits(a desk.Article, claims []desk.Claim) []desk.Traits {
	out := make([]desk.Traits, len(claims))
	if len(claims) == 0 {
		return out
	}
	r := traitReader{lexicon: lexiconOf(), in: Input{Language: a.Language}, text: []rune(a.Text), about: a.Territories}
	for i, c := range claims {
		out[i] = r.read(c)
	}
	return out
}

type traitReader struct {
	*lexicon
	in    Input
	text  []rune
	about []string
}

// read asks first what a person wrote of the scope, then the words of the
// claim, and its sentence only for what neither says.
func (r traitReader) read(c desk.Claim) desk.Traits {
	words := without(c.Words, append(strings.Split(c.Cue, "…"), c.Claimant)...)
	t := desk.Traits{Words: words + " · " + c.Scope, Measure: c.Measure}
	said, place := r.territories(words)
	if c.Rule == desk.ByPerson {
		scope, _, _ := strings.Cut(c.Scope, ";") // what follows is about its source
		scoped, where := r.territories(scope)
		if len(scoped) > 0 {
			said = scoped
		}
		if len(where) > 0 {
			place = where
		}
	} else {
		t.Measure = measureTold(c.Measure, words)
	}
	t.Origins, t.Places = said, place
	if len(place) == 0 {
		_, t.Around = r.territories(without(r.sentence(c), c.Claimant))
	}
	if len(place)+len(t.Around) == 0 {
		t.About = r.about
	}
	return t
}

// territories gives those whose people or things a text speaks of, and those
// that it names as a place.
func (r traitReader) territories(text string) (origins, places []string) {
	_, list := resolve(nil, r.find(text, r.in.Language), r.in)
	runes := []rune(text)
	for _, m := range list {
		to := &places
		if r.ofOrigin(m, runes) {
			to = &origins
		}
		if !m.speaker && !slices.Contains(*to, m.territory) {
			*to = append(*to, m.territory)
		}
	}
	return origins, places
}

// ofOrigin reports whether a mention says whose people or things are counted:
// "North Korean workers", "citizens of North Korea", 朝鲜工人. Russian prisons are
// a place.
func (r traitReader) ofOrigin(m mention, text []rune) bool {
	before := strings.Fields(strings.ToLower(string(text[max(0, m.span.Begin-40):m.span.Begin])))
	behind := string(text[m.span.End:min(len(text), m.span.End+30)])
	last := func(n int) string {
		if n > len(before) {
			return ""
		}
		return before[len(before)-n]
	}
	switch language, _, _ := strings.Cut(r.in.Language, "-"); {
	case m.entry.kind == geo.City:
		return false
	case m.entry.kind == geo.Demonym:
		next, _, _ := strings.Cut(strings.TrimSpace(strings.TrimLeftFunc(behind, unicode.IsLetter)), " ")
		return !ground(next) && !ground(last(1))
	case language == "zh":
		first, _ := utf8.DecodeLastRuneInString(string(text[:m.span.Begin]))
		return !strings.ContainsRune("在赴到往于至留驻向去", first)
	case language == "ko":
		return !slices.ContainsFunc([]string{"에", "로", "으로", "내", "당국", "정부", "의 한"}, func(p string) bool { return strings.HasPrefix(strings.TrimSpace(behind), p) })
	}
	return ofOrigin[last(1)] || peopleOf[last(2)] && (last(1) == "of" || last(1) == "de" || last(1) == "del") || citizens(last(1))
}

// ofOrigin are words before the name of a territory that say where somebody or
// something is from.
var ofOrigin = set("from из aus من venus originaires procedentes")

// peopleOf are persons of whom a territory is said with "of".
var peopleOf = set("citizens nationals people workers labourers subjects residents ressortissants citoyens travailleurs ouvriers ciudadanos trabajadores nacionales")

// citizens knows Russian words that stand before the name in the genitive.
func citizens(word string) bool {
	return strings.HasPrefix(word, "граждан") || strings.HasPrefix(word, "выход") || strings.HasPrefix(word, "подданн")
}

// ground reports whether a word makes "Russian" or "russe" a place.
func ground(word string) bool {
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	return grounds[word] || slices.ContainsFunc(groundStems, func(g string) bool { return strings.HasPrefix(word, g) })
}

var (
	grounds = set("soil territory territories prison prisons camp camps jail jails site sites city cities region regions province provinces court courts far east " +
		"sol territoire territoires chantier chantiers bagne bagnes colonie colonies suelo territorio cárcel cárceles")
	groundStems = strings.Fields("территор колони тюрьм лагер город регион област земл суд أراضي سجون")
)

// measureTold mends the measure of a claim that the machine found, where its words
// name what happens in a time, or say that a number fell to another.
func measureTold(measure, words string) string {
	has := func(list []string) bool {
		folded := " " + strings.ToLower(words) + " "
		return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(folded, strings.ReplaceAll(w, "_", " ")) })
	}
	switch {
	case measure != string(public.Rate) && has(flowing):
		return string(public.Flow)
	case measure == string(public.Flow) && has(levels):
		return string(public.Stock)
	}
	return measure
}

var (
	flowing = strings.Fields("_newly_ _entries_ _entry_ _arrivals_ _a_year _per_year _each_year _every_year _annually _nouvellement _nouveaux_ _entrées_ _par_an _chaque_année " +
		"ежегодно за_год_ въездов въехал вновь_ впервые 새로 해마다 매년 입국 新增 每年 入境 سنويا كل_عام _cada_año _al_año entradas_")
	levels = strings.Fields("_fell_ _fallen_ _dropped_ _shrank_ сократил уменьшил снизил 줄었 줄어 감소 降至 减少到 降到 انخفض تراجع _est_passé_de _sont_passés_de _bajó_")
)

// reach is how far a sentence goes at most on either side of a claim, in code points.
const reach = 400

// sentence gives the sentence in which a claim stands, nothing where its place
// is not in the text.
func (r traitReader) sentence(c desk.Claim) string {
	if c.Begin < 0 || c.End > len(r.text) || c.Begin >= c.End {
		return ""
	}
	from, to := c.Begin, c.End
	for from > max(0, c.Begin-reach) && !r.ends(from-1) {
		from--
	}
	for to < min(len(r.text), c.End+reach) && !r.ends(to) {
		to++
	}
	return string(r.text[from:to])
}

// ends reports whether a sentence ends at a letter.
func (r traitReader) ends(i int) bool {
	switch r.text[i] {
	case '\n', '。', '！', '？', '؟':
		return true
	case '.', '!', '?':
		return i+1 == len(r.text) || unicode.IsSpace(r.text[i+1])
	}
	return false
}

// without blanks out the first place of each phrase in a text.
func without(text string, phrases ...string) string {
	for _, p := range phrases {
		if p = strings.TrimSpace(p); p != "" {
			text = strings.Replace(text, p, strings.Repeat(" ", utf8.RuneCountInString(p)), 1)
		}
	}
	return text
}
