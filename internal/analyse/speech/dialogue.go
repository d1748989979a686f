package speech

import "strings"

// dialogue gives the regions of a paragraph of Spanish, French or Russian
// dialogue, which dashes open: "—Nos echaron —dijo Ana—. Nadie preguntó." Without
// a verb of saying behind a dash it may be a list or an interview: none.
// from is where quotation marks may follow.
func (r *reader) dialogue(tokens []token) (out []region, from int) {
	switch r.tongue.language {
	case "es", "fr", "ru":
	default:
		return nil, 0
	}
	if len(tokens) < 4 || !isDash(tokens[0]) {
		return nil, 0
	}
	said := r.authorsDash(tokens, 1)
	if said < 0 {
		return nil, 0
	}
	out = []region{{open: 0, close: said, closed: true, mark: tokens[0].mark}}
	back := said + 1
	for back < len(tokens) && !isDash(tokens[back]) {
		if tokens[back].kind == markToken && closers(tokens[back].mark) != "" {
			return out, back
		}
		back++
	}
	for back+1 < len(tokens) && tokens[back+1].kind == markToken && strings.ContainsRune(".,;:", tokens[back+1].mark) {
		back++
	}
	if back+1 < len(tokens) {
		out = append(out, region{open: back, close: len(tokens), closed: true, mark: tokens[0].mark})
	}
	return out, len(tokens)
}

// authorsDash gives the first dash from i on behind which the author says who
// speaks, -1 for none.
func (r *reader) authorsDash(tokens []token, i int) int {
	for ; i+1 < len(tokens); i++ {
		if tokens[i].kind == markToken && closers(tokens[i].mark) != "" && !single(tokens[i].mark) {
			return -1 // quotation marks say it better
		}
		if isDash(tokens[i]) && tokens[i+1].class&say != 0 && !tokens[i+1].upper {
			return i
		}
	}
	return -1
}

func isDash(k token) bool { return k.kind == markToken && (k.mark == '—' || k.mark == '–') }
