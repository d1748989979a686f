package speech

import (
	"strings"
	"unicode/utf8"
)

// mask replaces each piece between quotation marks by one token, but for
// titles and single words, which stay what they are.
func (r *reader) mask(tokens []token, regions []region) []token {
	out := r.outer[:0]
	at, pending := 0, r.pending
	r.pending = 0
	for _, g := range regions {
		out = append(out, tokens[at:g.open]...)
		at = min(g.close+1, len(tokens))
		q := r.quoteOf(tokens, g)
		if g.continues && pending != 0 {
			r.quotes[r.open].end = q.end
			r.quotes[r.open].sentence, r.quotes[r.open].comma, r.quotes[r.open].closed = q.sentence, q.comma, g.closed
			r.quotes[r.open].words += q.words
			out = append(out, quotedAt(tokens[g.open], tokens[at-1], r.open))
			r.stays(g)
			continue
		}
		if r.plain(tokens, g, q) {
			out = append(out, tokens[g.open:at]...)
			continue
		}
		q.own = (q.words <= 2 || r.tongue.order == han) && r.own(tokens, g, q)
		if from, to := r.aside(tokens, g); from > 0 {
			out = r.split(out, tokens, g, from, to)
			continue
		}
		r.quotes = append(r.quotes, q)
		out = append(out, quotedAt(tokens[g.open], tokens[at-1], len(r.quotes)-1))
		if !g.closed {
			r.pending, r.open = g.mark, len(r.quotes)-1
		}
	}
	r.outer = append(out, tokens[at:]...)
	return r.outer
}

// aside gives the author's words inside a quotation, "«…, — said X. — …»", from
// dash to dash or to the end; 0 where there are none.
func (r *reader) aside(tokens []token, g region) (from, to int) {
	dash := func(i int) bool {
		return tokens[i].kind == markToken && (tokens[i].mark == '—' || tokens[i].mark == '–') && i > g.open+1 && tokens[i-1].kind == markToken
	}
	for i := g.open + 2; i+1 < g.close; i++ {
		if r.inverted(tokens, i) {
			to := i + 3
			for to < g.close && !(tokens[to].kind == markToken && strings.ContainsRune(",.!?…", tokens[to].mark)) {
				to++
			}
			return i, to
		}
		if !dash(i) {
			continue
		}
		if from > 0 {
			return from, i
		}
		if k := &tokens[i+1]; k.class&say != 0 && !k.upper {
			from = i
		}
	}
	return from, g.close
}

// inverted reports whether the author's words stand behind the comma at i in
// French: "« Après, poursuit-elle, plus rien »".
func (r *reader) inverted(tokens []token, i int) bool {
	return r.tongue.elides && tokens[i].kind == markToken && tokens[i].mark == ',' && i+2 < len(tokens) &&
		tokens[i+1].class&say != 0 && tokens[i+2].class&(he|she|they) != 0 && !tokens[i+2].blank
}

// split takes a quotation with the author's words inside as two.
func (r *reader) split(out, tokens []token, g region, from, to int) []token {
	end := min(g.close, len(tokens)-1)
	add := func(open, close int) {
		if q := r.quoteOf(tokens, region{open: open, close: close, closed: g.closed, mark: g.mark}); q.words > 0 {
			q.tail, q.led = close == from, open == to
			r.quotes = append(r.quotes, q)
			out = append(out, quotedAt(tokens[open], tokens[close], len(r.quotes)-1))
		}
	}
	add(g.open, from)
	out = append(out, tokens[from+1:to]...)
	if to < g.close {
		add(to, end)
	}
	return out
}

func (r *reader) stays(g region) {
	if !g.closed {
		r.pending = g.mark
	}
}

func quotedAt(first, last token, i int) token {
	return token{begin: first.begin, end: last.end, kind: quotedToken, blank: first.blank, region: int32(i), upper: true}
}

// quoteOf describes what stands between two marks.
func (r *reader) quoteOf(tokens []token, g region) quote {
	inside := tokens[g.open+1 : g.close]
	q := quote{closed: g.closed}
	if len(inside) == 0 {
		return q
	}
	capitals, small := 0, 0
	for _, k := range inside {
		if k.kind == markToken {
			continue
		}
		q.words++
		switch {
		case k.kind != wordToken:
		case k.upper:
			capitals++
		case k.end-k.begin > 3:
			small++
		}
	}
	last := inside[len(inside)-1]
	if len(inside) > 1 && last.kind == markToken && strings.ContainsRune("’'”)…]»", last.mark) {
		last = inside[len(inside)-2]
	}
	first := inside[0]
	for _, k := range inside[:min(3, len(inside))] {
		if k.kind != markToken {
			first = k
			break
		}
	}
	q.begin, q.end = inside[0].begin, inside[len(inside)-1].end
	q.upper = first.upper || first.kind == numberToken || !cased(r.text[first.begin:first.end])
	q.sentence = last.kind == markToken && strings.ContainsRune(".?!…。！？؟", last.mark)
	q.comma = last.kind == markToken && strings.ContainsRune(",，،", last.mark)
	behind := g.close + 1
	if behind < len(tokens) && tokens[behind].kind == markToken && tokens[behind].mark == '.' && !tokens[behind].blank && q.upper {
		q.sentence = true
	}
	q.tail = behind < len(tokens) && tokens[behind].kind == markToken && tokens[behind].mark == ',' && !tokens[behind].blank
	q.led = g.open > 0 && tokens[g.open-1].kind == markToken && tokens[g.open-1].mark == ','
	q.titled = !(r.tongue.nouns && q.tail) && small == 0 && capitals*2 > q.words && (capitals > 1 && !q.sentence && !q.comma || capitals > 2)
	if q.comma {
		q.end = last.begin
	}
	return q
}

func cased(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return upper(c) || strings.ToUpper(string(c)) != string(c)
}

// plain reports whether what stands between marks is surely no speech.
func (r *reader) plain(tokens []token, g region, q quote) bool {
	if q.words == 0 || q.end <= q.begin || strings.ContainsRune("《〈", g.mark) {
		return true
	}
	behind := token{}
	if g.close+1 < len(tokens) {
		behind = tokens[g.close+1]
	}
	if g.open > 0 && r.entitles(tokens[g.open-1]) {
		return true
	}
	comma := q.comma || q.sentence || behind.kind == markToken && strings.ContainsRune(",，،—–", behind.mark)
	whole := g.open == 0 && g.close+1 >= len(tokens)
	if (q.titled || q.words <= 2) && !comma && !whole && !r.introduced(tokens, g.open) {
		return !r.own(tokens, g, q)
	}
	return r.entitled(tokens, g, q)
}

// entitles reports whether a title follows a word.
func (r *reader) entitles(k token) bool {
	switch r.text[k.begin:k.end] {
	case "titled", "entitled", "headlined", "captioned", "nicknamed", "intitulé", "intitulée", "titulado", "titulada":
		return true
	}
	return false
}

// entitled reports whether a name or a title stands between marks, and no
// sentence that somebody says: "the psalm known as “…”", "движения «…»".
func (r *reader) entitled(tokens []token, g region, q quote) bool {
	if g.open == 0 || !q.upper || q.words > maxTitle || g.close+1 >= len(tokens) && q.sentence {
		return false
	}
	if r.tongue.order == han {
		return !q.sentence && !q.comma && r.namedHan(tokens, g)
	}
	i := g.open - 1
	if i > 1 && tokens[i].class&determiner != 0 { // "calls itself the “…”"
		i--
	}
	k := &tokens[i]
	if k.kind == wordToken && k.class&as != 0 && r.knownAs(tokens, i) {
		return true
	}
	if k.kind == wordToken && i > 0 && r.reflexive(*k) && tokens[i-1].class&(say|weak|participle) != 0 { // "calling itself “…”"
		return true
	}
	last := tokens[g.close-1]
	if r.tongue.language != "ru" || k.kind != wordToken || last.kind != wordToken {
		return false
	}
	goesOn := g.close+1 < len(tokens) && tokens[g.close+1].kind == wordToken // "профсоюз «…» назвал"
	return k.class&(work|organisation) != 0 || goesOn && k.class&(say|weak|that|accords|as|preposing|reply) == 0
}

// reflexive reports whether a word means the subject again.
func (r *reader) reflexive(k token) bool {
	switch r.text[k.begin:k.end] {
	case "itself", "themselves", "himself", "herself":
		return true
	}
	return false
}

// maxTitle is how many words a title has at most.
const maxTitle = 8

// introduced reports whether a colon stands before a mark, or "the words".
func (r *reader) introduced(tokens []token, i int) bool {
	return i > 0 && (tokens[i-1].kind == markToken && strings.ContainsRune(":：", tokens[i-1].mark) ||
		i > 1 && tokens[i-1].class&reply != 0 && tokens[i-2].class&(determiner|these) != 0) // "with the words “…”"
}
