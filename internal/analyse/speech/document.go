package speech

// author gives who speaks in "a statement by Ann Example": the one whose it is,
// not the paper; p itself where nobody is named.
func (r *reader) author(o []token, p phrase) phrase {
	if p.kind != thing {
		return p
	}
	head, at := -1, p.begin
	for ; at < p.end && at < p.begin+maxDocument; at++ {
		if o[at].class&document != 0 && !o[at].upper || o[at].class&document != 0 && r.tongue.nouns {
			head = at
		} else if head >= 0 || o[at].class&of != 0 {
			break
		}
	}
	if head < 0 {
		return p
	}
	b := head + 1
	for b < len(o) && b < head+4 && o[b].kind == wordToken && !o[b].upper && (r.issued(o[b]) || o[b].class&adverb != 0) {
		b++
	}
	switch {
	case b >= len(o) || o[b].kind != wordToken:
		return p
	case o[b].class&of != 0 || r.byWord(o[b]) || r.genitive(o, b) && b == head+1:
		b++
	case r.tongue.language == "ru" && b == head+1 && o[b].class&(organisation|role|kin) != 0: // a genitive needs no word
	default:
		return p
	}
	q := r.phrase(o, b, len(o))
	if q.kind == noPhrase || q.kind == pronoun || q.begin > b+6 {
		return p
	}
	if q.kind == thing && q.stop+1 < len(o) && o[q.stop].kind == markToken && o[q.stop].mark == ',' && r.human(o, q) { // "by its leader, Ann Example"
		if list := r.segments(o, q.stop+1, min(len(o), q.stop+maxPhrase)); len(list) > 0 {
			if named := r.apposed(o, list[0]); named.kind != noPhrase {
				return named
			}
		}
	}
	if q.kind == thing && !r.body(o, q) && (!o[q.begin].upper || r.tongue.nouns || o[q.begin].class&(land|place|notName) != 0) {
		return p
	}
	return q
}

// maxDocument is how many tokens of "a new joint statement" are looked at.
const maxDocument = 8

// issued reports whether a word stands between a paper and its author: "a
// statement released by".
func (r *reader) issued(k token) bool {
	switch r.text[k.begin:k.end] {
	case "issued", "released", "published", "signed", "written", "sent", "read", "posted", "publié", "publiée", "signé", "signée", "diffusé", "diffusée", "transmis", "emitido", "emitida", "publicado", "publicada", "firmado", "firmada", "difundido":
		return true
	}
	return false
}

// byWord reports whether an author follows a word.
func (r *reader) byWord(k token) bool {
	switch r.text[k.begin:k.end] {
	case "by", "par", "por":
		return true
	}
	return false
}

// inDocument gives the paper in which something stands where a verb has no
// subject: "lit-on dans un communiqué de", "говорится в заявлении".
func (r *reader) inDocument(o []token, v int) phrase {
	b := v + 1
	for b < len(o) && b < v+4 && o[b].kind == wordToken && o[b].class&(it|self|auxiliary|adverb) != 0 {
		b++
	}
	if b+1 >= len(o) || o[b].class&preposing == 0 {
		return phrase{}
	}
	p := r.phrase(o, b+1, min(len(o), b+1+maxPhrase))
	for i := p.begin; i < p.end && i < p.begin+maxDocument && o[i].class&of == 0; i++ {
		if o[i].class&document != 0 {
			return p
		}
	}
	return phrase{}
}
