package speech

import (
	"strings"
	"unicode/utf8"
)

// chinese reads "X说：“…”" and "“…”，X说".
func (s *surroundings) chinese() (who, cue piece) {
	before := part{s.text[s.begin:s.open], s.begin}.trim(blanks)
	if who, cue = s.chineseSubject(before, true); who.end > 0 || cue.end > 0 {
		return who, cue
	}
	behind := part{s.text[s.close:s.end], s.close}.trim(blanks)
	if who, cue = chineseAnswer(behind); who.end > 0 {
		return who, cue
	}
	if i := strings.IndexAny(behind.text, "，,"); i >= 0 {
		behind = behind.before(i)
	}
	return s.chineseSubject(behind, false)
}

// maxHanGap is how many letters may stand between a verb and its quotation.
const maxHanGap = 12

// chineseSubject finds the verb of saying in a part, the last one or the first,
// and what stands before it.
func (s *surroundings) chineseSubject(p part, last bool) (who, cue piece) {
	at, verb := -1, ""
	eachHanVerb(p.text, func(i int, v string) bool {
		if utf8.RuneCountInString(p.text[i+len(v):]) <= maxHanGap {
			at, verb = i, v
		}
		return last || at < 0
	})
	if at < 0 {
		return piece{}, piece{}
	}
	cue = piece{p.at + at, p.at + at + len(verb)}
	c, _ := utf8.DecodeLastRuneInString(p.text[:at])
	for _, v := range hanSaysEnd[c] { // "回忆说"
		if rest, ok := strings.CutSuffix(p.text[:at], v); ok && utf8.RuneCountInString(v) > 1 {
			at = len(rest)
			break
		}
	}
	return chineseName(p.before(at)).piece(), cue
}

// eachHanVerb gives the verbs of saying of a text, the longest at each place,
// as long as do wants more.
func eachHanVerb(text string, do func(i int, verb string) bool) {
	skip := 0
	for i, c := range text {
		if i < skip {
			continue
		}
		for _, v := range hanSaysBy[c] {
			if strings.HasPrefix(text[i:], v) {
				if skip = i + len(v); speaksHan(text, i, v) && !do(i, v) {
					return
				}
				break
			}
		}
	}
}

// speaksHan reports whether what is found at i is a verb of saying and no part
// of another word: "小说", "称呼".
func speaksHan(text string, i int, verb string) bool {
	if strings.HasPrefix(text[i+len(verb):], "呼") {
		return false
	}
	if utf8.RuneCountInString(verb) > 1 || i == 0 {
		return true
	}
	for _, word := range hanNoSays {
		if strings.HasSuffix(text[:i+len(verb)], word) {
			return false
		}
	}
	return true
}

// chineseAnswer reads "这是发言人X的回答".
func chineseAnswer(p part) (who, cue piece) {
	for _, pointer := range []string{"这是", "這是", "这就是", "這就是", "以上是", "这正是", "這正是"} {
		rest, ok := strings.CutPrefix(p.text, pointer)
		if !ok {
			continue
		}
		for _, answer := range []string{"回答", "答复", "答覆", "回应", "回應", "原话", "原話", "解释", "解釋", "评论", "評論", "说法", "說法"} {
			i := strings.Index(rest, answer)
			if i < 0 || !strings.Contains(rest[:i], "的") {
				continue
			}
			name := p.behind(len(pointer)).before(strings.LastIndex(rest[:i], "的"))
			for _, to := range []string{"对", "對", "给", "給", "在"} {
				if k := strings.Index(name.text, to); k > 3 {
					name = name.before(k)
				}
			}
			at := p.at + len(pointer) + i
			return chineseName(name).piece(), piece{at, at + len(answer)}
		}
	}
	return piece{}, piece{}
}

// chineseName leaves away what says when, where and how before a verb.
func chineseName(p part) part {
	p = p.trim(blanks)
	for _, mark := range []string{"，", ",", "、但", "；"} {
		if i := strings.LastIndex(p.text, mark); i >= 0 {
			rest := p.behind(i + len(mark)).trim(blanks)
			if place := strings.HasPrefix(rest.text, "在") || strings.HasPrefix(rest.text, "并") || strings.HasPrefix(rest.text, "並") || rest.text == ""; place {
				p = p.before(i)
				continue
			}
			p = rest
		}
	}
	for _, word := range []string{"也", "则", "則", "还", "還", "曾", "又", "随后", "隨後", "明确", "公开", "公開", "日前", "同时", "進一步", "进一步", "对此", "對此", "强烈", "再次", "继续", "繼續", "接着", "接著", "最后", "最後", "低声", "低聲", "大声", "大聲", "事后", "事後", "当时", "當時", "严厉", "嚴厲"} {
		p.text = strings.TrimSuffix(p.text, word)
	}
	for _, word := range []string{"在", "向", "对", "對", "于", "於", "接受", "星期", "周", "通过", "通過", "就此", "发表", "發表"} {
		if i := strings.Index(p.text, word); (i > 3 || i > 0 && hanPronoun(p.text[:i])) && !(surnameToo(word) && endsWithRole(p.text[:i])) && (word != "周" || weekday(p.text[i+len(word):])) {
			p = p.before(i)
		}
	}
	for _, word := range []string{"但是", "但", "不过", "不過", "而", "对此", "据", "據", "一名", "一位", "有"} {
		if rest, ok := strings.CutPrefix(p.text, word); ok && rest != "" {
			p = p.behind(len(word))
		}
	}
	if utf8.RuneCountInString(p.text) > 30 {
		return part{}
	}
	if p = hanSpeaker(p.trim(blanks)); utf8.RuneCountInString(p.text) > 24 {
		return part{}
	}
	return p
}

// surnameToo reports whether a word that ends a name may itself be a surname.
func surnameToo(word string) bool { return word == "于" || word == "向" || word == "周" }

// weekday reports whether a day of the week follows "周".
func weekday(rest string) bool {
	first, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("一二三四五六日末天", first)
}
