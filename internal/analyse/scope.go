package analyse

import (
	"strings"
	"unicode/utf8"
)

// scoped says how far what a cue says holds where it stands.
type scoped uint8

const (
	holds  scoped = iota
	wished        // asked for, feared, possible: "calls for his release"
	denied        // "was not arrested"
)

// scope knows the words that deny or only wish for what stands behind or
// before them in one language.
type scope struct {
	before    map[string]scoped // folded words before a cue
	behind    map[string]scoped // behind it: Korean verbs stand at the end
	letters   bool              // Chinese and Korean: what is looked for are runs of letters
	longest   int               // in letters, of them
	wishWords int               // how many words before a cue are looked at
}

// scopeWords are the words of each language: those that deny, those that wish.
// A star stands for any ending.
var scopeWords = map[string]struct{ deny, wish, denyBehind, wishBehind string }{
	"en": {
		deny: "no not never without nobody neither nor deny denies denied denying cannot isn wasn weren aren didn doesn don hasn haven won",
		wish: "could might may would should if fear fears feared risk risks call calls called calling demand demands demanded demanding urge urges urged seek seeks sought " +
			"plea pleas plead appeal appeals possible potential threat threatens threatened threatening prevent avoid campaign campaigned campaigning immediate unconditional ask asked asks",
	},
	"fr": {
		deny: "pas non jamais sans aucun aucune ni nie nient démenti dément ne n",
		wish: "pourrait pourraient risque risquent crainte craint appelle appellent appel demande demandent exige exigent réclame réclament éventuel éventuelle possible immédiate immédiat si menace menacent",
	},
	"es": {
		deny: "no nunca sin ningún ninguna ni jamás niega niegan negó",
		wish: "podría podrían riesgo teme temen exige exigen exigió pide piden pidió reclama reclaman llama llaman llamamiento posible inmediata si amenaza amenazan",
	},
	"ru": {
		deny: "не нет без ни никогда отрицает отрицают опроверг опровергли",
		wish: "может могут бы если требует требуют потребовал потребовали призвал призвала призвали призывает призывают призыв угрожает грозит опасаются возможно возможный",
	},
	"ar": {
		deny: "لا لم لن ليس ليست دون بدون غير نفى نفت ينفي عدم",
		wish: "قد ربما يطالب طالب طالبت مطالبة دعا دعت يدعو تدعو دعوة إذا يخشى تخشى خشية احتمال",
	},
	"zh": {
		deny: "没有 未 不 无 否认 从未 并非 没",
		wish: "可能 要求 呼吁 敦促 如果 或将 担心 威胁 恐",
	},
	"ko": {
		denyBehind: "지 않 하지않 없 부인 아니",
		wishBehind: "촉구 요구 요청 할 수 가능성 우려",
	},
}

func scopeOf(language string) scope {
	l, w := lexiconOf().letters, scopeWords[language]
	s := scope{before: map[string]scoped{}, behind: map[string]scoped{}, letters: language == "zh" || language == "ko", wishWords: 4}
	put := func(into map[string]scoped, list string, what scoped) {
		for word := range strings.FieldsSeq(list) {
			folded := l.foldString(word)
			into[folded] = what
			s.longest = max(s.longest, len([]rune(folded)))
		}
	}
	put(s.before, w.wish, wished)
	put(s.before, w.deny, denied)
	put(s.behind, w.wishBehind, wished)
	put(s.behind, w.denyBehind, denied)
	return s
}

// The reach of scope in bytes and words.
const (
	scopeReach  = 60 // bytes before or behind a cue that are looked at
	denyWords   = 3  // words before a cue in which a denial holds
	scopeMarks  = ".!?;:\n。！？；"
	wordsInside = 5
)

// at gives the scope of the cue from begin to end.
func (s *scope) at(l *letters, text string, begin, end int) scoped {
	if s.letters {
		if found := s.run(l, clauseBefore(text, begin), s.before); found != holds {
			return found
		}
		return s.run(l, clauseBehind(text, end), s.behind)
	}
	clause, n := clauseBefore(text, begin), 0
	for clause != "" && n < wordsInside {
		rest, word := lastWord(l, clause)
		if word == "" {
			break
		}
		switch what := s.before[word]; {
		case what == denied && n < denyWords, what == wished:
			return what
		}
		clause = rest
		n++
	}
	return holds
}

// run looks for one of the runs of letters in a short piece of text.
func (s *scope) run(l *letters, piece string, list map[string]scoped) scoped {
	if len(list) == 0 {
		return holds
	}
	folded := l.foldString(piece)
	found := holds
	for word, what := range list {
		if what > found && strings.Contains(folded, word) {
			found = what
		}
	}
	return found
}

func clauseBefore(text string, at int) string {
	from := max(0, at-scopeReach)
	clause := text[from:at]
	for i := len(clause) - 1; i >= 0; i-- {
		switch c := clause[i]; {
		case c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == '\n':
			return clause[i+1:]
		case c >= utf8.RuneSelf && strings.HasSuffix(clause[:i+1], "。"):
			return clause[i+1:]
		}
	}
	return clause
}

// behindReach is shorter: what stands behind a cue is its own verb.
const behindReach = 30

func clauseBehind(text string, at int) string {
	clause := text[at:min(len(text), at+behindReach)] // may end inside a letter, which then is none
	if i := strings.IndexAny(clause, scopeMarks); i >= 0 {
		clause = clause[:i]
	}
	return clause
}

// lastWord cuts the last word off a clause and gives it folded.
func lastWord(l *letters, clause string) (rest, word string) {
	end := len(clause)
	for end > 0 {
		class, size := classBefore(l, clause, end)
		if class != noLetter {
			break
		}
		end -= size
	}
	begin := end
	for begin > 0 {
		class, size := classBefore(l, clause, begin)
		if class == noLetter {
			if size > 1 {
				return "", ""
			}
			break
		}
		begin -= size
	}
	return clause[:begin], l.foldString(clause[begin:end])
}

// classBefore gives the class of the letter that ends at a place, and its size.
func classBefore(l *letters, text string, at int) (class, int) {
	if c := text[at-1]; c < utf8.RuneSelf {
		return l.class[c], 1
	}
	r, size := utf8.DecodeLastRuneInString(text[:at])
	return l.classOf(r), size
}
