package speech

import (
	"strings"
	"unicode/utf8"
)

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
