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

// koreanOwn reports whether what follows the marks at once says that somebody
// speaks: "“…”고", "“…”라며".
func (r *reader) koreanOwn(tokens []token, g region) bool {
	if g.close+1 >= len(tokens) || tokens[g.close+1].blank {
		return false
	}
	next := r.text[tokens[g.close+1].begin:tokens[g.close+1].end]
	for _, particle := range []string{"고", "라고", "이라고", "며", "라며", "이라며", "면서", "라면서"} {
		if next == particle {
			return true
		}
	}
	return false
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
			if name, ok := strings.CutSuffix(bare, particle); ok && (utf8.RuneCountInString(name) > 1 || name == "딸") && !strings.HasSuffix(name, "에서") && !strings.HasSuffix(name, "에") && !strings.HasSuffix(name, "하") {
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
