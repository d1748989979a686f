package speech

import (
	"strings"
	"unicode"
)

// letterwise finds the speakers of quotations in Arabic, Chinese and Korean,
// where no capital tells a name: by the words that stand around a quotation.
func (r *reader) letterwise(o []token) {
	for i := range o {
		if o[i].kind != quotedToken {
			continue
		}
		q := &r.quotes[o[i].region]
		if q.speaker.end > 0 && !q.inherited {
			continue
		}
		s := surroundings{reader: r, begin: r.from(o, i), open: o[i].begin, close: o[i].end, end: r.until(o, i)}
		var who, cue piece
		switch r.tongue.order {
		case han:
			who, cue = s.chinese()
		case sov:
			who, cue = s.korean()
		default:
			who, cue = s.arabic(o, i)
		}
		if who.end > who.begin {
			who = r.pronounMet(o, i, who)
			q.speaker, q.cue, q.stance = speaker{piece: who}, cue, r.stanceOf(cue)
			r.voice = voice{speaker: q.speaker, strong: true, cue: cue}
			continue
		}
		q.cue = cue
		if r.tongue.order == vso && cue.end > 0 && r.meetArabic(o, i) {
			q.speaker, q.stance = speaker{piece: r.met, person: true}, r.stanceOf(cue)
			r.voice = voice{speaker: q.speaker, strong: true, cue: cue}
			continue
		}
		if v := &r.voice; v.end > 0 && v.strong && v.paras < 2 && (cue.end > 0 || s.alone()) {
			q.speaker, q.inherited = v.speaker, cue.end == 0 // a verb without a subject: "«…»، يضيف"
			q.stance = r.stanceOf(cue)
			continue
		}
		q.context = piece{s.begin, s.open}
		if strings.TrimSpace(r.text[s.begin:s.open]) == "" {
			q.context = r.last
		}
	}
	if r.tongue.order == han {
		r.meet(o, len(o))
		if r.metAge++; r.metAge > 2 {
			r.met = piece{}
		}
	}
	r.metAt, r.last = 0, piece{o[0].begin, o[len(o)-1].end}
}

// meet notes the person with whom a sentence before token i begins, for a
// pronoun behind it.
func (r *reader) meet(o []token, i int) {
	for k := r.metAt; k < i; k++ {
		begins := k == 0 || o[k-1].kind == quotedToken || o[k-1].kind == markToken && strings.ContainsRune(sentenceEnd, o[k-1].mark)
		if !begins || o[k].kind != wordToken {
			continue
		}
		if who := hanMet(part{r.text[o[k].begin:o[min(k+maxAround, len(o))-1].end], o[k].begin}); who.end > 0 {
			r.met, r.metAge = who, 0
		}
	}
	r.metAt = i
}

// pronounMet gives the person whom a Chinese pronoun means, where one was met,
// and notes anybody else who speaks.
func (r *reader) pronounMet(o []token, i int, who piece) piece {
	if r.tongue.order != han {
		return who
	}
	r.meet(o, i)
	switch words := r.text[who.begin:who.end]; {
	case !hanPronoun(words):
		r.met, r.metAge = who, 0
	case r.met.end > 0 && !strings.HasSuffix(words, "们") && !strings.HasSuffix(words, "們"):
		return r.met
	}
	return who
}

// stanceOf gives the stance of a cue's word.
func (r *reader) stanceOf(cue piece) Stance {
	word := r.text[cue.begin:cue.end]
	for stance, list := range map[Stance]string{Denies: "否认 否認 反驳 反駁 부인 반박", Questions: "问 問 质疑 質疑 물었", CallsFor: "呼吁 呼籲 要求 촉구 요구 호소"} {
		for w := range strings.FieldsSeq(list) {
			if word == w {
				return stance
			}
		}
	}
	return r.tongue.look(word).stance
}

// surroundings are a quotation and the pieces of its sentence before and behind it.
type surroundings struct {
	*reader
	begin, open, close, end int // bytes
}

// alone reports whether the quotation is its whole sentence.
func (s *surroundings) alone() bool {
	for _, part := range []string{s.text[s.begin:s.open], s.text[s.close:s.end]} {
		if strings.ContainsFunc(part, unicode.IsLetter) {
			return false
		}
	}
	return true
}

// sentenceEnd are the marks that end a sentence.
const sentenceEnd = ".。！？!?؟；;"

// from gives where the sentence begins in which the quotation at i stands.
func (r *reader) from(o []token, i int) int {
	for k := i - 1; k >= 0 && k > i-maxAround; k-- {
		if o[k].kind == quotedToken || o[k].kind == markToken && strings.ContainsRune(sentenceEnd, o[k].mark) {
			return o[k].end
		}
	}
	return o[max(0, i-maxAround+1)].begin
}

// until gives where the sentence ends in which the quotation at i stands.
func (r *reader) until(o []token, i int) int {
	end := o[i].end
	for k := i + 1; k < len(o) && k < i+maxAround; k++ {
		if o[k].kind == quotedToken || o[k].kind == markToken && strings.ContainsRune(sentenceEnd, o[k].mark) {
			return end
		}
		end = o[k].end
	}
	return end
}

// maxAround is how many tokens around a quotation are looked at.
const maxAround = 60

// part is a piece of text with its place.
type part struct {
	text string
	at   int
}

func (p part) trim(set string) part {
	t := strings.TrimLeft(p.text, set)
	return part{strings.TrimRight(t, set), p.at + len(p.text) - len(t)}
}

func (p part) piece() piece { return piece{p.at, p.at + len(p.text)} }

// before cuts a part before a byte of it.
func (p part) before(i int) part { return part{p.text[:i], p.at} }

// behind cuts a part behind a byte of it.
func (p part) behind(i int) part { return part{p.text[i:], p.at + i} }

const blanks = " \t\n　，,：:、—–-"
