package analyse

import "strings"

// koreanParticles are the letters that close a Korean word and do not belong to it.
const koreanParticles = "은는이가을를의도와과"

// countedKorean gives what is counted: the word behind "명의", or the one that
// stands before the number and its bound: "북한 노동자 약 3만 명".
func (c *claimer) countedKorean(a amount) noun {
	i := a.end
	for i < len(c.tokens) && c.of[c.tokens[i].text] {
		i++
	}
	p, ok := c.nouns.at(c.tokens, i)
	if !ok {
		return noun{}
	}
	out := noun{begin: i, end: p.end, unit: p.value, named: span2{i, p.end}}
	if p.end < len(c.tokens) && c.tokens[p.end].text == "의" && p.end+1 < len(c.tokens) && c.tokens[p.end+1].blank {
		if w := c.eojeol(p.end + 1); w.end > w.begin {
			out.named = c.koreanPhrase(w)
			return out
		}
	}
	if w := c.koreanBefore(a.begin); w.end > w.begin {
		out.named = w
	}
	return out
}

// eojeol gives the word between blanks that begins at a token, without its particle.
func (c *claimer) eojeol(i int) span2 {
	end := i
	for end < len(c.tokens) && c.tokens[end].kind == letterToken && (end == i || !c.tokens[end].blank) {
		end++
	}
	return c.withoutParticle(span2{i, end})
}

func (c *claimer) withoutParticle(w span2) span2 {
	for w.end-w.begin > 1 && strings.Contains(koreanParticles, c.tokens[w.end-1].text) {
		if p, whole := c.classed.at(c.tokens, w.begin); whole && p.end == w.end {
			break
		}
		w.end--
	}
	return w
}

// koreanPhrase takes the next word to one that ends in no particle: "북한 노동자".
func (c *claimer) koreanPhrase(w span2) span2 {
	if w.end < len(c.tokens) && c.tokens[w.end].kind == letterToken && c.tokens[w.end].blank {
		next := c.eojeol(w.end)
		if _, known := c.classed.at(c.tokens, next.begin); known {
			w.end = next.end
		}
	}
	return w
}

// koreanBefore gives the word before a number, bounds passed over, with the
// word before it where that has no particle.
func (c *claimer) koreanBefore(at int) span2 {
	for range 3 {
		w, ok := c.eojeolBefore(at)
		if !ok {
			return span2{}
		}
		if p, bound := c.before.at(c.tokens, w.begin); bound && p.end >= w.end {
			at = w.begin
			continue
		}
		out := c.withoutParticle(w)
		if last := c.tokens[w.end-1].text; strings.Contains("에서로고며해면", last) {
			return span2{}
		}
		if more, ok := c.eojeolBefore(w.begin); ok && !strings.Contains(koreanParticles+"에서로고며던한된인라러려게면지니해간중후", c.tokens[more.end-1].text) && more.end-more.begin <= 5 || ok && more.end-more.begin == 2 && c.tokens[more.end-1].text == "한" {
			out.begin = more.begin
		}
		return out
	}
	return span2{}
}

func (c *claimer) eojeolBefore(at int) (span2, bool) {
	begin := at
	for begin > 0 && c.tokens[begin-1].kind == letterToken {
		begin--
		if c.tokens[begin].blank {
			break
		}
	}
	return span2{begin, at}, begin < at && (begin == 0 || c.tokens[begin].blank)
}

// shareKorean gives what a share is of: "임금의 70퍼센트", "70%의 주민".
func (c *claimer) shareKorean(a amount, out noun) noun {
	if out.end < len(c.tokens) && c.tokens[out.end].text == "의" && out.end+1 < len(c.tokens) && c.tokens[out.end+1].blank {
		out.named = c.eojeol(out.end + 1)
		return out
	}
	if w := c.koreanBefore(a.begin); w.end > w.begin {
		out.named = w
	}
	return out
}
