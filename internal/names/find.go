package names

import (
	"cmp"
	"maps"
	"slices"
)

// Find gives the places of a text that may name an owner, the surest of each
// owner, in their order. Its time grows with the length of the text.
func (x *Index) Find(text string) []Hit {
	if len(x.entries) == 0 {
		return nil
	}
	f := &finder{maker: maker{Index: x}, text: text, best: map[string]Hit{}, until: map[string]int{}}
	tokenise(text, f.take)
	f.block(len(f.tokens))
	hits := slices.Collect(maps.Values(f.best))
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.Owner, b.Owner)) })
	for i := range hits {
		for k := i + 1; k < len(hits) && hits[k].Begin < hits[i].End; k++ {
			if hits[i].Owner != hits[k].Owner && hits[i].Part == hits[k].Part {
				hits[i].Shared, hits[k].Shared = true, true
			}
		}
	}
	return hits
}

// finder goes through a text, some thousand words at once.
type finder struct {
	maker
	text   string
	best   map[string]Hit
	until  map[string]int // where the last place of an owner ends
	tokens []token
	from   int // the first whose names are still to be looked for
}

const (
	blockSize = 4096
	reach     = 5 // how many words the words of a name are apart at most
)

func (f *finder) take(t token) {
	f.tokens = append(f.tokens, t)
	if len(f.tokens) >= blockSize {
		f.block(len(f.tokens) - reach)
		kept := copy(f.tokens, f.tokens[len(f.tokens)-2*reach:])
		f.tokens, f.from = f.tokens[:kept], reach
		f.keys = nil // what is kept holds its own
	}
}

// block looks for the names anchored at the tokens up to end.
func (f *finder) block(end int) {
	for i := f.from; i < end; i++ {
		t := &f.tokens[i]
		if t.script == han || t.script == hangul {
			f.unspaced(t)
			continue
		}
		f.keysOf(t)
		for _, k := range t.keys {
			for _, a := range f.anchors[k.hash] {
				a.how = max(a.how, k.how)
				f.match(a, i)
			}
		}
	}
}

// unspaced looks for names in a run of characters or syllables.
func (f *finder) unspaced(t *token) {
	if len(f.wholes) == 0 {
		return
	}
	runes := []rune(t.text)
	for i := range runes {
		runes[i] = simple(runes[i])
	}
	for i := 0; i+1 < len(runes); i++ {
		for _, n := range f.wholes[[2]rune{runes[i], runes[i+1]}] {
			w := f.forms[n].whole
			if len(runes)-i < len(w) || !slices.Equal(runes[i:i+len(w)], w) {
				continue
			}
			if rest := runes[i+len(w):]; t.script == hangul && len(rest) > 0 && !slices.Contains(particles, rest[0]) {
				continue
			}
			part := Whole
			if len(w) < 3 {
				part = Some
			}
			words := string([]rune(t.text)[i : i+len(w)])
			f.put(n, Hit{Begin: t.begin + i, End: t.begin + i + len(w), Words: words, Part: part, Native: true})
		}
		if t.script == hangul {
			return // a name begins its word
		}
	}
}

// put keeps the best hit of each owner.
func (f *finder) put(number int32, h Hit) {
	fm := &f.forms[number]
	e := &f.entries[fm.entry]
	h.Owner, h.Name, h.How, h.Common, h.Count = e.Owner, e.Text, max(h.How, fm.how), fm.common, 1
	end := h.End
	old, met := f.best[h.Owner]
	if met {
		h.Count = old.Count
		if h.Begin >= f.until[h.Owner] {
			h.Count++
		}
		if !h.better(old) {
			old.Count = h.Count
			h = old
		}
	}
	f.until[h.Owner] = max(f.until[h.Owner], end)
	f.best[h.Owner] = h
}
