package speech

import "strings"

// arabic reads "قال X: «…»" and "«…»، قال X".
func (s *surroundings) arabic(o []token, i int) (who, cue piece) {
	for k := i - 1; k >= 0 && o[k].begin >= s.begin; k-- {
		if o[k].class&(say|accords) != 0 {
			return s.arabicSubject(o, k, i), piece{o[k].begin, o[k].end}
		}
	}
	for k := i + 1; k < len(o) && o[k].end <= s.end && k < i+6; k++ {
		if o[k].class&(say|accords) != 0 {
			return s.arabicSubject(o, k, len(o)), piece{o[k].begin, o[k].end}
		}
	}
	return s.arabicAnswer(o, i)
}

// arabicSubject gives the subject behind a verb at v: up to "that", a
// preposition or a mark; a name between commas that follows a description is
// meant rather than it, and the author of a paper rather than the paper.
func (s *surroundings) arabicSubject(o []token, v, limit int) piece {
	b := v + 1
	for b < limit && o[b].class&(adverb|preposing) != 0 && b < v+4 { // "وجاء في بيان"
		if o[b].class&preposing != 0 && b+1 < limit && o[b+1].class&document != 0 {
			return s.arabicAuthor(o, b+1, limit)
		}
		if o[b].class&adverb == 0 {
			break
		}
		b++
	}
	if b < limit && o[b].class&document != 0 {
		return s.arabicAuthor(o, b, limit)
	}
	end := s.arabicEnd(o, b, limit)
	if o[v].class&weak != 0 {
		end = s.beforeObject(o, b, end)
	}
	if end == b {
		return piece{}
	}
	whose := end
	if whose+1 < limit && end > b && s.toWhom(o[whose]) { // "الأمين العام للنقابة، X،"
		whose++
	}
	if whose+1 < limit && o[whose].mark == '،' {
		end := whose
		if e := s.arabicEnd(o, end+1, limit); e-end-1 >= 2 && e-end-1 <= 4 && e < len(o) && o[e].kind == markToken && o[e-1].kind == wordToken {
			return piece{o[end+1].begin, o[e-1].end}
		}
	}
	begin := o[b].begin
	if o[v].class&accords != 0 && strings.HasPrefix(s.text[o[v].begin:o[v].end], "وفقا") { // "وفقا لمرصد"
		begin += len(s.to(o[b]))
	}
	return piece{begin, o[end-1].end}
}

// to gives the "to" that is written at a word.
func (s *surroundings) to(k token) string {
	for _, to := range []string{"لل", "ل"} {
		if strings.HasPrefix(s.text[k.begin:k.end], to) && k.end-k.begin > len(to)+len("اب") {
			return to
		}
	}
	return ""
}

// arabicEnd gives where a noun phrase ends that begins at b: before "that", a
// preposition, whom something is told, or what only says more of somebody.
func (s *surroundings) arabicEnd(o []token, b, limit int) int {
	end := b
	for end < limit && end < b+10 && o[end].kind == wordToken && o[end].class&(that|preposing|say|relative) == 0 && !(end > b && (o[end].class&these != 0 || s.toWhom(o[end]))) {
		end++
	}
	return end
}

// toWhom reports whether a word is whom something is told: "للمحكمة".
func (s *surroundings) toWhom(k token) bool {
	return strings.HasPrefix(s.text[k.begin:k.end], "لل") && k.end-k.begin > len("للله")
}

// beforeObject ends a subject before what it describes, "وصفت الوزارة البيان
// بأنه": the last noun with an article, or what begins without one behind it.
func (s *surroundings) beforeObject(o []token, b, end int) int {
	if end >= len(o) || end-b < 2 || o[end].kind == markToken {
		return end
	}
	definite := func(i int) bool {
		return strings.HasPrefix(strings.TrimPrefix(s.text[o[i].begin:o[i].end], "و"), "ال")
	}
	for i := b + 1; i < end; i++ {
		if o[i].class&these != 0 || i == end-2 && definite(i-1) && !definite(i) && definite(end-1) {
			return i
		}
	}
	if definite(end - 1) {
		return end - 1
	}
	return end
}

// arabicAuthor gives whose the paper at d is: "بيان لمنظمة", "تقرير صادر عن",
// "بيان الوزارة"; the paper itself where nobody is named.
func (s *surroundings) arabicAuthor(o []token, d, limit int) piece {
	b := d + 1
	for b < limit && b < d+4 && o[b].kind == wordToken && (o[b].class&(adverb|document) != 0 || o[b].class&preposing != 0) {
		b++
	}
	end := s.arabicEnd(o, b, limit)
	if end == b {
		return piece{o[d].begin, o[d].end}
	}
	begin := o[b].begin
	if word := s.text[o[b].begin:o[b].end]; b == d+1 && strings.HasPrefix(word, "ل") && !strings.HasPrefix(word, "لل") && len(word) > len("لجنة") { // "to" is written at the word
		begin += len("ل")
	}
	return piece{begin, o[end-1].end}
}

// arabicAnswer reads who spoke from a sentence that points back: "كان هذا جواب
// المتحدث باسم الوزارة، X".
func (s *surroundings) arabicAnswer(o []token, i int) (who, cue piece) {
	for b := i + 1; b < min(len(o), i+maxPointer+2); b++ {
		if o[b].class&these == 0 {
			continue
		}
		for k := b + 1; k < min(len(o), b+4); k++ {
			switch {
			case o[k].class&(reply|say) != 0:
				return s.arabicSubject(o, k, len(o)), piece{o[k].begin, o[k].end}
			case o[k].kind == markToken:
				return piece{}, piece{}
			}
		}
	}
	return piece{}, piece{}
}

// arabicOwn reports whether one or two words are somebody's own: a verb of saying
// stands before them in their sentence, and no word that says that a name follows.
func (r *reader) arabicOwn(tokens []token, g region) bool {
	if g.open == 0 || tokens[g.open-1].class&(naming|work) != 0 {
		return false
	}
	for i := g.open - 1; i >= 0 && i > g.open-2*maxOwn; i-- {
		switch k := &tokens[i]; {
		case k.kind == markToken && k.mark != '،' && k.mark != '"':
			return false
		case k.class&naming != 0:
			return false
		case k.class&(say|weak|accords) != 0:
			return true
		}
	}
	return false
}

// meetArabic notes the person with a title, "الكاتبة X", of whom the sentence
// before the quotation at i is, and reports whether nobody spoke since: whom a
// verb without a subject means.
func (r *reader) meetArabic(o []token, i int) bool {
	r.met = piece{}
	for k := 0; k+2 < i; k++ {
		if o[k].kind == quotedToken {
			r.met = piece{}
		}
		begins := k < 1 || o[k-1].kind != wordToken || k < 2 || o[k-2].kind != wordToken || k < 3 || o[k-3].kind != wordToken
		if o[k].class&title == 0 || !begins || k > 0 && o[k-1].class&kin != 0 {
			continue
		}
		e := k + 1
		for e < i && e < k+3 && o[e].kind == wordToken && o[e].class&(that|preposing|say|relative|title) == 0 {
			e++
		}
		if e == k+3 {
			r.met = piece{o[k].begin, o[e-1].end}
		}
	}
	return r.met.end > 0
}
