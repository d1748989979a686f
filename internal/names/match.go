package names

import "slices"

// match looks whether the other words of a form stand round its anchor.
func (f *finder) match(a anchor, at int) {
	fm := &f.forms[a.form]
	m := matching{finder: f, form: fm, first: at, last: at, how: a.how}
	m.met[a.word], m.taken[reach] = true, true
	for w := range fm.words {
		if !m.met[w] {
			m.look(w, at)
		}
	}
	if part, ok := m.part(at); ok {
		begin, end := m.first, m.last
		f.put(a.form, Hit{Begin: f.tokens[begin].begin, End: f.tokens[end].end, Native: fm.native && f.tokens[at].script != latin, Words: f.text[f.tokens[begin].at : f.tokens[end].at+len(f.tokens[end].text)], How: m.how, Part: part})
	}
}

// matching is a form of which some words were met.
type matching struct {
	*finder
	form        *form
	met         [mostWords]bool
	taken       [2*reach + 1]bool // tokens round the anchor that are words of the form
	first, last int
	how         How
	initial     bool // an initial stands for the given name
}

// look looks for a word near the anchor, the nearest place first, with nothing
// but parts of a name between.
func (m *matching) look(w, at int) {
	for d := 1; d <= reach; d++ {
		for _, i := range [2]int{at + d, at - d} {
			if i < 0 || i >= len(m.tokens) || m.taken[i-at+reach] || !m.near(at, i) {
				continue
			}
			t := &m.tokens[i]
			m.keysOf(t)
			how, same := like(m.form.words[w].keys, t.keys)
			if !same && !m.form.words[w].family && m.form.words[w].initial != 0 && t.initialKey() == m.form.words[w].initial && d <= 2 {
				m.initial, same = true, true
			} else if same {
				m.met[w] = true
				m.how = max(m.how, how)
			}
			if same {
				m.taken[i-at+reach] = true
				m.first, m.last = min(m.first, i), max(m.last, i)
				return
			}
		}
	}
}

// like gives how a word of a name and one of a text are alike.
func like(name, text []key) (How, bool) {
	best, same := Likely, false
	for _, k := range name {
		for _, o := range text {
			if k.hash == o.hash {
				best, same = min(best, max(k.how, o.how)), true
			}
		}
	}
	return best, same
}

// near reports whether only parts of one name stand between two tokens.
func (m *matching) near(a, b int) bool {
	a, b = min(a, b), max(a, b)
	others := 0
	for i := a + 1; i <= b; i++ {
		t := &m.tokens[i]
		if t.stop || t.script != m.tokens[a].script {
			return false
		}
		if i == b {
			break
		}
		cased := t.script == latin || t.script == cyrillic
		switch {
		case isJoiner(t.text):
		case cased && !t.upper:
			return false
		default:
			others++
		}
	}
	return others <= 3
}

// part tells how much of the name was met, and false where it is too little or
// where something says that somebody else is meant.
func (m *matching) part(at int) (Part, bool) {
	n, family := 0, false
	for w := range m.form.words {
		if m.met[w] && !m.form.words[w].patronymic {
			n++
			family = family || m.form.words[w].family
		}
	}
	if m.otherPatronymic() || m.strangers(at) > 1 {
		return 0, false
	}
	switch {
	case m.form.needed == 1:
		return Some, n == 1 && !m.form.common && m.how < Likely
	case n == m.form.needed:
		return Whole, true
	case n > 1:
		return Some, true
	case family && m.initial:
		return Some, m.how < Likely
	case family && m.how < Likely:
		return Family, !m.form.common && m.alone(at)
	}
	return 0, false
}

// strangers counts the words between those of the name that are no part of it.
func (m *matching) strangers(at int) (n int) {
	for i := m.first; i <= m.last; i++ {
		if !m.taken[i-at+reach] && !isJoiner(m.tokens[i].text) && !m.patronymic(i) {
			n++
		}
	}
	return n
}

func (m *matching) patronymic(i int) bool {
	return isPatronymic(string(appendFold(nil, m.tokens[i].text)))
}

// otherPatronymic reports whether the text has a patronymic that none of the
// owner's names has.
func (m *matching) otherPatronymic() bool {
	own := m.fathers[m.entries[m.form.entry].Owner]
	for i := max(0, m.first-1); len(own) > 0 && i <= m.last+1 && i < len(m.tokens); i++ {
		if i > m.last && m.tokens[i].stop || i < m.first && m.tokens[m.first].stop {
			continue
		}
		if word := string(appendFold(nil, m.tokens[i].text)); m.tokens[i].upper && isPatronymic(word) && !sameFather(own, word) {
			return true
		}
	}
	return false
}

// sameFather reports whether a patronymic, in whatever case, is one of those
// with these sounds.
func sameFather(own []uint64, word string) bool {
	for _, s := range stems(word, nil) {
		if slices.Contains(own, commonKey(s)) {
			return true
		}
	}
	return false
}

// alone reports whether no other word with a capital stands beside a family
// name: "Anna Primerova" is not Ivan Primerov.
func (m *matching) alone(at int) bool {
	t := &m.tokens[at]
	if t.script != latin && t.script != cyrillic || len(t.text) < 5 {
		return false
	}
	at -= m.joinersBefore(at)
	if at > 0 && !m.tokens[at].stop && m.tokens[at-1].upper && !titlesBefore[string(appendFold(nil, m.tokens[at-1].text))] {
		return false
	}
	return m.last+1 >= len(m.tokens) || m.tokens[m.last+1].stop || !m.tokens[m.last+1].upper
}

func (m *matching) joinersBefore(at int) (n int) {
	for n < at && !m.tokens[at-n].stop && isJoiner(m.tokens[at-n-1].text) {
		n++
	}
	return n
}
