package speech

import "strings"

// own reports whether one or two words between marks are somebody's own,
// "said it was “deeply concerned”", "called the strike “illegal”", rather than
// a name, a title or words at a distance. It is asked before the verbs of
// saying are known, and looks back from the marks in the sentence.
func (r *reader) own(tokens []token, g region, q quote) bool {
	switch {
	case r.tongue.order == han:
		return r.hanOwn(tokens, g, q)
	case r.tongue.order == sov:
		return r.koreanOwn(tokens, g)
	case r.tongue.order == vso:
		return r.arabicOwn(tokens, g)
	case q.titled || q.words == 0:
		return false
	}
	next := token{}
	if g.close+1 < len(tokens) {
		next = tokens[g.close+1]
	}
	if q.upper && next.name() && g.open > 0 && tokens[g.open-1].name() { // Ann “Annie” Example
		return false
	}
	subject := next.class&auxiliary != 0 // "said a “…” had"
	i := r.beforeApostrophe(tokens, g.open-1)
	some := false // "a “…”"
	for i >= 0 && tokens[i].kind == wordToken && !tokens[i].upper && tokens[i].class&(adverb|determiner) != 0 && tokens[i].class&(say|weak|these) == 0 {
		if r.definite(tokens[i]) {
			return !subject && i > 0 && (tokens[i-1].class&weak != 0 || tokens[i-1].stance == Denies) && r.active(tokens, i-1) // "condemned the “cowardly attack”"
		}
		some = some || tokens[i].class&determiner != 0
		i = r.beforeApostrophe(tokens, i-1)
	}
	if i < 0 {
		return false
	}
	if isDash(tokens[i]) && r.tongue.language == "ru" { // "приговор — «пощечина»"
		return r.reported(tokens, i)
	}
	return tokens[i].kind == wordToken && r.ownBehind(tokens, i, q, next, some)
}

// ownBehind does so by the word at i, before which the words stand but for
// articles and adverbs; some: an article stood between. next is the token
// behind them.
func (r *reader) ownBehind(tokens []token, i int, q quote, next token, some bool) bool {
	k, subject := &tokens[i], next.class&auxiliary != 0
	switch {
	case k.class&naming != 0 && k.class&weak == 0 || r.knownAs(tokens, i):
		return false
	case k.class&(weak|say) != 0 && k.class&be == 0:
		return !(r.tongue.language == "en" && r.byWord(next)) && r.active(tokens, i) // no passive: "people deemed “…” by"
	case k.class&as != 0:
		return r.calls(tokens, i, false) || tokens[max(0, i-1)].class == 0 && r.accorded(tokens, i)
	case k.class&(be|auxiliary|and|that) != 0:
		return !(subject && some) && r.reported(tokens, i)
	case k.class&of != 0 || k.class&preposing != 0:
		return r.about(*k) && i > 0 && tokens[i-1].class&say != 0 || some && r.accorded(tokens, i) || r.calls(tokens, i, true)
	case k.class&work != 0 && q.upper:
		return false
	case subject:
		return false
	case some && r.reported(tokens, i+1):
		return true
	case (r.tongue.nouns || r.tongue.language == "ru") && !q.upper && next.mark != 0: // "sind die Lager „völlig überfüllt“"
		return r.calls(tokens, i+1, false) || r.reported(tokens, i+1) || r.accorded(tokens, i+1)
	}
	return r.calls(tokens, i+1, false) || q.words > 1 && r.accorded(tokens, i+1) && !k.upper && !r.definite(tokens[max(0, i-1)])
}

// knownAs reports whether "known" stands before the "as" at i.
func (r *reader) knownAs(tokens []token, i int) bool {
	return tokens[i].class&as != 0 && i > 0 && tokens[i-1].class&naming != 0
}

// definite reports whether a word is a definite article.
func (r *reader) definite(k token) bool {
	switch r.text[k.begin:k.end] {
	case "the", "le", "la", "les", "l", "el", "los", "las", "der", "die", "das", "den", "dem":
		return true
	}
	return false
}

// maxOwn is how many tokens before the marks the verb stands at most.
const maxOwn = 14

// calls reports whether a verb like "called" or "accused" stands before token i
// in its clause. of: only directly, with a noun phrase between: "accused the
// army of".
func (r *reader) calls(tokens []token, i int, of bool) bool {
	for k := i - 1; k >= 0 && k > i-maxOwn; k-- {
		t := &tokens[k]
		if t.kind == markToken && !r.inner(tokens, k, len(tokens)) {
			return false
		}
		if t.class&to != 0 && tokens[k-min(1, k)].class&weak == 0 { // "called on the party to unleash", but "referred to them as"
			return false
		}
		if of && t.class&preposing != 0 {
			return false
		}
		if (t.class&weak != 0 || !of && t.class&say != 0 && t.stance == Denies) && !(t.upper && k > 0) && !r.isNoun(tokens, k) {
			return r.active(tokens, k)
		}
		if t.class&(clause|that|relative) != 0 && t.class&preposing == 0 || of && t.class&say != 0 {
			return false
		}
	}
	return false
}

// reported reports whether a verb of saying stands before token i in its
// sentence: "said that the plan was".
func (r *reader) reported(tokens []token, i int) bool {
	for k := i - 1; k >= 0 && k > i-2*maxOwn; k-- {
		t := &tokens[k]
		if t.kind == markToken && strings.ContainsRune(".;:?!”»\"", t.mark) && !r.inner(tokens, k, len(tokens)) {
			return false
		}
		if t.class&(relative|work) != 0 {
			return false
		}
		if t.class&accords != 0 {
			return true
		}
		if t.class&say != 0 && !(t.upper && k > 0) && !r.isNoun(tokens, k) {
			return r.active(tokens, k)
		}
	}
	return false
}

// accorded reports whether "according to" stands before token i.
func (r *reader) accorded(tokens []token, i int) bool {
	for k := i - 1; k >= 0 && k > i-2*maxOwn; k-- {
		if tokens[k].class&accords != 0 || r.inViewOf(tokens, k) {
			return true
		}
		if tokens[k].mark == '.' {
			return false
		}
	}
	return false
}

// active reports whether the verb at k is no passive's: not "called “…” by",
// "was accused of", and nothing that calls itself so.
func (r *reader) active(tokens []token, k int) bool {
	if k+1 < len(tokens) {
		switch r.text[tokens[k+1].begin:tokens[k+1].end] {
		case "itself", "themselves", "himself", "herself", "by", "for", // "calls for “balance”"
			"lui-même", "elle-même", "selbst":
			return false
		}
	}
	if r.tongue.language != "en" || tokens[k].class&pastForm == 0 {
		return k == 0 || tokens[k].class&pastForm == 0 || tokens[k-1].class&be == 0
	}
	before := k - 1
	for before >= 0 && tokens[before].kind == wordToken && (tokens[before].class&adverb != 0 || ly(r.text[tokens[before].begin:tokens[before].end])) {
		before--
	}
	if before < 0 || tokens[before].class&be != 0 || before > 0 && tokens[before].class == 0 && tokens[before-1].class&be != 0 { // "are otherwise called"
		return false
	}
	b := &tokens[before]
	if k+1 < len(tokens) && tokens[k].class&weak != 0 && tokens[k+1].class&(of|to|as) != 0 && !b.upper && b.class&(anyPronoun|auxiliary|relative) == 0 { // "activists accused of"
		return r.text[tokens[k].begin:tokens[k].end] == "referred"
	}
	return b.kind == markToken || b.upper || b.class&(anyPronoun|auxiliary|role|organisation|and|relative) != 0 || tokens[k].class&say != 0 || k+1 < len(tokens) && tokens[k+1].kind == wordToken
}

// beforeApostrophe passes over the apostrophe of "d'« illégales »".
func (r *reader) beforeApostrophe(tokens []token, i int) int {
	for i > 0 && tokens[i].kind == markToken && (tokens[i].mark == '\'' || tokens[i].mark == '’') {
		i--
	}
	return i
}

// about reports whether a word says what somebody speaks of.
func (r *reader) about(k token) bool {
	switch r.text[k.begin:k.end] {
	case "of", "de", "d", "von", "о", "об", "обо":
		return true
	}
	return false
}
