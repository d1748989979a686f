package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
			q.speaker, q.cue, q.stance = speaker{piece: who}, cue, r.stanceOf(cue)
			r.voice = voice{speaker: q.speaker, strong: true, cue: cue}
			continue
		}
		q.cue = cue
		if v := &r.voice; v.end > 0 && v.strong && v.paras < 2 && (cue.end > 0 || s.alone()) {
			q.speaker, q.inherited = v.speaker, true
			continue
		}
		q.context = piece{s.begin, s.open}
		if strings.TrimSpace(r.text[s.begin:s.open]) == "" {
			q.context = r.last
		}
	}
	r.last = piece{o[0].begin, o[len(o)-1].end}
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

// chinese reads "X说：“…”" and "“…，”X说".
func (s *surroundings) chinese() (who, cue piece) {
	before := part{s.text[s.begin:s.open], s.begin}.trim(blanks)
	if who, cue = s.chineseSubject(before, true); who.end > 0 || cue.end > 0 {
		return who, cue
	}
	behind := part{s.text[s.close:s.end], s.close}.trim(blanks)
	if i := strings.IndexAny(behind.text, "，,"); i >= 0 {
		behind = behind.before(i)
	}
	return s.chineseSubject(behind, false)
}

// chineseSubject finds the verb of saying in a part, the last one or the first,
// and what stands before it.
func (s *surroundings) chineseSubject(p part, last bool) (who, cue piece) {
	at, verb := -1, ""
	for _, v := range s.tongue.says {
		i := strings.Index(p.text, v)
		if last {
			i = strings.LastIndex(p.text, v)
		}
		if i >= 0 && (at < 0 || last && i+len(v) > at+len(verb) || !last && i < at) && !strings.HasPrefix(p.text[i+len(v):], "呼") && utf8.RuneCountInString(p.text[i+len(v):]) <= 12 {
			at, verb = i, v
		}
	}
	if at < 0 {
		return piece{}, piece{}
	}
	cue = piece{p.at + at, p.at + at + len(verb)}
	return chineseName(p.before(at)).piece(), cue
}

// chineseName leaves away what says when, where and how before a verb.
func chineseName(p part) part {
	p = p.trim(blanks)
	for _, mark := range []string{"，", ",", "、但", "；"} {
		if i := strings.LastIndex(p.text, mark); i >= 0 {
			rest := p.behind(i + len(mark)).trim(blanks)
			if place := strings.HasPrefix(rest.text, "在") || strings.HasPrefix(rest.text, "并") || rest.text == ""; place {
				p = p.before(i)
				continue
			}
			p = rest
		}
	}
	for _, word := range []string{"也", "则", "則", "还", "還", "曾", "又", "随后", "隨後", "明确", "公开", "公開", "日前", "同时", "進一步", "进一步", "对此", "對此", "强烈", "再次"} {
		p.text = strings.TrimSuffix(p.text, word)
	}
	for _, word := range []string{"在", "向", "对", "對", "于", "於", "接受", "星期", "周"} {
		if i := strings.Index(p.text, word); i > 3 {
			p = p.before(i)
		}
	}
	for _, word := range []string{"但是", "但", "不过", "不過", "而", "对此", "据", "一名", "一位", "有"} {
		if rest, ok := strings.CutPrefix(p.text, word); ok && rest != "" {
			p = p.behind(len(word))
		}
	}
	if utf8.RuneCountInString(p.text) > 24 {
		return part{}
	}
	return p.trim(blanks)
}

// korean reads "X은 “…”고 말했다" and "“…”고 X가 말했다".
func (s *surroundings) korean() (who, cue piece) {
	behind := part{s.text[s.close:s.end], s.close}
	for _, v := range s.tongue.says {
		if i := strings.Index(behind.text, v); i >= 0 && (cue.end == 0 || behind.at+i < cue.begin) {
			cue = piece{behind.at + i, behind.at + i + len(v)}
		}
	}
	if cue.end > 0 {
		between := part{s.text[s.close:cue.begin], s.close}
		if i := strings.IndexByte(between.text, ' '); i >= 0 {
			if who = koreanSubject(between.behind(i)); who.end > 0 {
				return who, cue
			}
		}
	}
	return koreanSubject(part{s.text[s.begin:s.open], s.begin}), cue
}

// koreanSubject gives what stands before a particle that marks a subject, as
// far back as a comma.
func koreanSubject(p part) piece {
	p = p.trim(blanks)
	words := strings.Split(p.text, " ")
	at := 0
	begin := 0
	for _, w := range words {
		bare := strings.TrimRight(w, ",，")
		for _, particle := range []string{"은", "는", "이", "가"} {
			if name, ok := strings.CutSuffix(bare, particle); ok && utf8.RuneCountInString(name) > 1 && !strings.HasSuffix(name, "에서") && !strings.HasSuffix(name, "에") && !strings.HasSuffix(name, "하") {
				return part{p.text[begin : at+len(name)], p.at + begin}.trim(blanks).piece()
			}
		}
		if bare == "씨가" || bare == "씨는" {
			return part{p.text[begin : at+len("씨")], p.at + begin}.trim(blanks).piece()
		}
		at += len(w) + 1
		if strings.HasSuffix(w, ",") || strings.HasSuffix(w, "에서") || strings.HasSuffix(w, "에") || strings.HasSuffix(w, "날") || strings.HasSuffix(w, "일") && len(w) < 8 {
			begin = min(at, len(p.text))
		}
	}
	return piece{}
}

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
	return piece{}, piece{}
}

// arabicSubject gives the subject behind a verb at v: up to "that", a
// preposition or a mark; a name between commas that follows a description is
// meant rather than it.
func (s *surroundings) arabicSubject(o []token, v, limit int) piece {
	b := v + 1
	end := s.arabicEnd(o, b, limit)
	if end == b {
		return piece{}
	}
	if end+1 < limit && o[end].mark == '،' {
		if e := s.arabicEnd(o, end+1, limit); e-end-1 >= 2 && e-end-1 <= 4 && e < limit && o[e].mark == '،' {
			return piece{o[end+1].begin, o[e-1].end}
		}
	}
	return piece{o[b].begin, o[end-1].end}
}

func (s *surroundings) arabicEnd(o []token, b, limit int) int {
	end := b
	for end < limit && end < b+10 && o[end].kind == wordToken && o[end].class&(that|preposing|say) == 0 {
		end++
	}
	return end
}
