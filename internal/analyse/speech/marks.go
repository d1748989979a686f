package speech

import "strings"

// region is a piece of a paragraph between quotation marks.
type region struct {
	open, close int  // tokens of the marks; close is len(tokens) when none stands there
	closed      bool // a mark closes it
	continues   bool // it goes on from the paragraph before
	mark        rune
}

// closers are the marks that may close what a mark opened.
func closers(open rune) string {
	switch open {
	case '“':
		return "”“\"″"
	case '„', '‟':
		return "“”\"‟"
	case '"':
		return "\"”"
	case '”':
		return "”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‘', '‚', '\'':
		return "’'‘"
	case '‹':
		return "›"
	case '「':
		return "」"
	case '『':
		return "』"
	case '《':
		return "》"
	case '〈':
		return "〉"
	case '﹁':
		return "﹂"
	}
	return ""
}

// single reports whether a mark may be an apostrophe as well.
func single(open rune) bool { return open == '‘' || open == '\'' || open == '‚' }

// pairer finds the regions of a paragraph. Its time grows with the paragraph
// alone: a kind of mark that finds no end is not tried again.
type pairer struct {
	*reader
	tokens []token
	shut   map[rune]bool
}

// pairs gives the regions of a paragraph, in their order. pending is the mark
// of a quotation that the paragraph before left open, 0 for none.
func (r *reader) pairs(tokens []token, pending rune) []region {
	p := &pairer{reader: r, tokens: tokens}
	out, from := r.dialogue(tokens)
	for i := from; i < len(tokens); i++ {
		k := &tokens[i]
		if k.kind != markToken || closers(k.mark) == "" || !p.opens(i) || p.shut[k.mark] {
			continue
		}
		end, closed := p.close(i)
		if !closed && !p.mayStayOpen(i) {
			if p.shut == nil {
				p.shut = map[rune]bool{}
			}
			p.shut[k.mark] = true
			continue
		}
		out = append(out, region{open: i, close: end, closed: closed, continues: i == 0 && same(pending, k.mark), mark: k.mark})
		i = end
	}
	return out
}

// same reports whether a mark at a paragraph's begin goes on with a quotation.
func same(pending, mark rune) bool {
	return pending != 0 && (pending == mark || strings.ContainsRune("“\"", pending) && strings.ContainsRune("“\"", mark))
}

// opens reports whether the mark at i can open a quotation.
func (p *pairer) opens(i int) bool {
	k := p.tokens[i]
	if i+1 >= len(p.tokens) {
		return false
	}
	next := p.tokens[i+1]
	free := k.blank || i == 0 || p.tokens[i-1].kind == markToken && (strings.ContainsRune("([{—–-:,¿¡…/", p.tokens[i-1].mark) || closers(p.tokens[i-1].mark) != "")
	switch k.mark {
	case '“', '„', '«', '‹', '「', '『', '《', '〈', '﹁':
		return true
	case '"':
		return free && (!next.blank || i == 0 || k.blank)
	case '”':
		return free && !next.blank && k.blank
	case '»':
		return free && !next.blank && p.tongue.language == "de"
	case '‘', '‚':
		return free && !next.blank && next.kind == wordToken && !clipped(p.text[next.begin:next.end])
	case '\'':
		return free && !next.blank && (next.kind == wordToken && !clipped(p.text[next.begin:next.end]) || next.kind == markToken && next.mark == '…')
	}
	return false
}

// clipped reports whether an apostrophe before a word stands for letters.
func clipped(word string) bool {
	switch strings.ToLower(word) {
	case "em", "til", "tis", "twas", "n", "cause", "bout", "round", "s":
		return true
	}
	return false
}

// maxBehindPlural is how many tokens behind "workers'" a better end of what an
// apostrophe opened is looked for.
const maxBehindPlural = 300

// close gives the token that closes what is opened at i.
func (p *pairer) close(i int) (int, bool) {
	open := p.tokens[i].mark
	set := closers(open)
	depth, last := 0, -1
	for j := i + 1; j < len(p.tokens); j++ {
		k := p.tokens[j]
		if k.kind != markToken {
			continue
		}
		if single(open) && last >= 0 && j > last+maxBehindPlural {
			break
		}
		if single(open) && last >= 0 && k.mark == open && p.opens(j) {
			break
		}
		closing := strings.ContainsRune(set, k.mark)
		switch {
		case closing && p.closes(open, j):
			if single(open) && p.possessive(j) {
				if last < 0 {
					last = j
				}
				continue
			}
			if depth == 0 {
				return j, true
			}
			depth--
			last = j
		case k.mark == open && !single(open) && k.blank && !p.afterSentence(j):
			depth++
		}
	}
	if last >= 0 {
		return last, true
	}
	return len(p.tokens), false
}

// closes reports whether a closing mark at j closes, rather than opens again.
func (p *pairer) closes(open rune, j int) bool {
	k := p.tokens[j]
	last := j+1 >= len(p.tokens)
	glued := !last && !p.tokens[j+1].blank && p.tokens[j+1].kind != markToken
	switch k.mark {
	case '“', '‘': // closes in German; in English it is a slip
		return !k.blank && !glued
	case '"':
		return !k.blank || last || p.tokens[j+1].blank
	case '’', '\'':
		return !k.blank && !glued
	case '»', '«':
		return open != '»' || !k.blank
	}
	return true
}

// possessive reports whether an apostrophe at j may stand behind a plural.
func (p *pairer) possessive(j int) bool {
	before := p.tokens[j-1]
	if j+1 >= len(p.tokens) || before.kind != wordToken || !strings.HasSuffix(p.text[before.begin:before.end], "s") {
		return false
	}
	next := p.tokens[j+1]
	return next.blank && next.kind == wordToken
}

// afterSentence reports whether a sentence ends before j, so that a mark there
// goes on with a quotation whose paragraphs were run together.
func (p *pairer) afterSentence(j int) bool {
	return j > 0 && p.tokens[j-1].kind == markToken && strings.ContainsRune(".?!…", p.tokens[j-1].mark)
}

// mayStayOpen reports whether a mark that nothing closes begins a quotation all
// the same: at the begin of a paragraph, or behind a colon or comma.
func (p *pairer) mayStayOpen(i int) bool {
	if same(p.tokens[i].mark, p.next) {
		return true
	}
	if single(p.tokens[i].mark) || strings.ContainsRune("《〈", p.tokens[i].mark) || i+3 >= len(p.tokens) {
		return false
	}
	return i == 0 || p.tokens[i-1].kind == markToken && strings.ContainsRune(":,：，", p.tokens[i-1].mark) || p.afterSentence(i)
}
