package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader goes through a text, paragraph by paragraph.
type reader struct {
	text   string
	tongue *tongue
	names  register

	quotes  []quote
	reports []report
	next    rune // with which the next paragraph begins
	pending rune // the mark of a quotation that its paragraph left open
	open    int  // that quotation
	voice   voice
	focus   focus
	last    piece // the sentence before
	above   piece // the paragraph before
	opens   bool  // the sentence opens its paragraph
	met     piece // in Chinese: the person who was last spoken of
	metAt   int   // up to which token of the paragraph that is known
	metAge  int   // in paragraphs

	tokens, outer []token // reused from paragraph to paragraph
	parts         []segment
	cueList       []cue
}

// piece is a piece of the text in bytes.
type piece struct{ begin, end int }

// speaker is who speaks; its piece is empty when nobody is known.
type speaker struct {
	piece
	person bool
	named  bool // by a name, not by a description
}

// quote is a piece between quotation marks, and what was found about it.
type quote struct {
	piece
	words     int
	upper     bool // begins with a capital
	sentence  bool // ends like a sentence
	comma     bool // ends with a comma
	tail      bool // a comma stands behind its closing mark
	led       bool // a comma stands before its opening mark
	titled    bool // every word has a capital: a title of a work
	closed    bool
	own       bool // one or two words of a sentence in which somebody speaks
	speaker   speaker
	cue       piece
	stance    Stance
	context   piece
	rejected  bool
	inherited bool // its speaker is that of another sentence
}

// voice is who spoke last.
type voice struct {
	speaker
	strong bool // said something; otherwise only somebody whom a sentence is about
	colon  bool // the paragraph ended with a colon
	cue    piece
	stance Stance
	age    int // sentences since
	paras  int // paragraphs since
}

// report is speech that is not quoted.
type report struct {
	piece
	speaker speaker
	cue     piece
	stance  Stance
}

// paragraph reads the paragraph between two bytes.
func (r *reader) paragraph(begin, end int) {
	tokens := r.cut(begin, end)
	r.next = 0
	if rest := strings.TrimLeftFunc(r.text[end:], unicode.IsSpace); rest != "" {
		r.next, _ = utf8.DecodeRuneInString(rest)
	}
	if len(tokens) == 0 {
		return
	}
	r.names.scan(r, tokens)
	regions := r.pairs(tokens, r.pending)
	first := len(r.quotes)
	if r.pending != 0 { // what goes on is judged again
		first = r.open
	}
	outer := r.mask(tokens, regions)
	r.opens = true
	r.voice.paras++
	switch r.tongue.order {
	case svo:
		r.sentences(outer)
	default:
		r.letterwise(outer)
	}
	r.judge(first)
	r.above = piece{tokens[0].begin, tokens[len(tokens)-1].end}
}

// sentences cuts a paragraph into sentences and reads each.
func (r *reader) sentences(o []token) {
	begin := 0
	for i := range o {
		if i+1 == len(o) || i-begin >= maxSentence || r.ends(o, i) {
			r.sentence(o[begin:i+1], o[i+1:])
			begin = i + 1
		}
	}
}

// maxSentence is how many tokens are looked at together.
const maxSentence = 300

// ends reports whether a sentence ends behind token i.
func (r *reader) ends(o []token, i int) bool {
	k, next := &o[i], &o[i+1]
	if k.kind == quotedToken {
		q := &r.quotes[k.region]
		if !q.sentence || !next.blank && next.kind != quotedToken {
			return false
		}
		return next.kind == quotedToken || next.upper && next.kind == wordToken || next.kind == numberToken
	}
	if k.kind != markToken {
		return false
	}
	switch k.mark {
	case '?', '!', '…':
	case '.':
		if i > 0 && !k.blank && o[i-1].kind == wordToken && (o[i-1].class&short != 0 || o[i-1].upper && o[i-1].end-o[i-1].begin == 1) && next.kind != quotedToken {
			return false
		}
	default:
		return false
	}
	return next.blank && (next.upper || next.kind != wordToken) || next.kind == quotedToken
}
