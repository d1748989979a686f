package search

import (
	"slices"
	"strings"
	"testing"
)

// has says whether a query finds a document, as the engines do.
func (d Document) has(q Query, tags ...Tag) bool {
	for _, t := range tags {
		if !slices.Contains(d.tags, string(t)) {
			return false
		}
	}
	for _, p := range q.parts {
		if !d.hasPart(p) {
			return false
		}
	}
	return true
}

func (d Document) hasPart(p part) bool {
	if slices.ContainsFunc(p.stems, func(s string) bool { return slices.Contains(d.stems, s) }) {
		return true
	}
	n := len(p.terms)
	for i := 0; i+n <= len(d.terms); i++ {
		if !slices.Equal(d.terms[i:i+n-1], p.terms[:n-1]) {
			continue
		}
		if last := d.terms[i+n-1]; last == p.terms[n-1] || p.prefix && strings.HasPrefix(last, p.terms[n-1]) {
			return true
		}
	}
	return false
}

// texts are invented, in the scripts that the desk reads.
var texts = map[string]string{
	"en": "State-run media said on Tuesday that as many as 400 workers had been sent home. \"We don't know more,\" said O'Hara, Northland's envoy.",
	"fr": "L'ambassadeur a déclaré qu'aujourd'hui les détenus étaient arrêtés ; l'été dernier, l'œuvre d'un prêtre fut confisquée.",
	"ru": "Российские власти сообщили, что рабочие уехали ещё в марте. «Мы ничего не знаем», — сказал представитель министерства.",
	"ar": "قالت السُّلطات إنّ العُمّال غادروا المدينة في ٢٠١٧، وأكّد المتحدّث ذلك الأسبوع الماضي.",
	"zh": "当局表示，二〇一七年有四百名工人被送回国。“我们不知道更多情况，”发言人李某说。",
	"ko": "당국은 2017년 3월에 노동자 400명이 귀국했다고 밝혔다. 대변인은 더 이상 알지 못한다고 말했다.",
	"th": "เจ้าหน้าที่กล่าวว่าคนงานสี่ร้อยคนเดินทางกลับประเทศในเดือนมีนาคม โฆษกไม่ได้ให้ข้อมูลเพิ่มเติม",
	"ja": "当局は2017年3月、ｶﾞｿﾘﾝを運ぶ労働者400人が帰国したと発表した。",
	"hu": "A hatóságok szerint a munkások márciusban hazautaztak; a szóvivő többet nem mondott.",
	"hi": "अधिकारियों ने कहा कि मज़दूर मार्च में घर लौट गए।",
}

func TestDocumentsAreFoundByTheirWords(t *testing.T) {
	for lang, text := range texts {
		d := NewDocument(lang, nil, text)
		list := strings.Fields(text)
		for i, w := range list {
			if q := Parse(w); !d.has(q) {
				t.Errorf("%s: %q is not found: %v", lang, w, q.FTS5())
			}
			for n := 2; n <= 3 && i+n <= len(list); n++ {
				phrase := strings.Map(func(r rune) rune {
					if plainQuote(r) == '"' {
						return ' '
					}
					return r
				}, strings.Join(list[i:i+n], " "))
				if q := Parse(`"` + phrase + `"`); !d.has(q) {
					t.Errorf("%s: the phrase %q is not found: %v", lang, phrase, q.FTS5())
				}
			}
		}
	}
}
