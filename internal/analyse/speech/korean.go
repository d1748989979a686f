package speech

import (
	"strings"
	"unicode/utf8"
)

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
