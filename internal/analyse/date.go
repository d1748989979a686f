package analyse

import (
	"strings"
	"time"

	"rightsdesk/internal/edtf"
)

// FoundDate is a date that a text names, absolute or relative, as EDTF.
type FoundDate struct {
	Span  ClaimSpan `json:"span"`
	Text  string    `json:"text"`  // as it stands
	Value string    `json:"value"` // 2017-03-29, 2017-03, 2017, 2017-23, 2017-03-20/2017-03-26, 2017/..

	moment   moment
	begin    int // token of its sentence
	end      int
	since    bool // the date opens an interval
	absolute bool // its words name the year
}

// Dates gives the dates of a text in their order. Relative dates are resolved
// against the article's date, and those like "the following week" against the
// date that the text names before; one that cannot be resolved is left out.
func Dates(in Input) []FoundDate {
	t := tongueOf(in.Language, in.Text)
	r := newDater(in, t)
	if r == nil {
		return nil
	}
	var out []FoundDate
	eachSentence(in.Text, t, func(tokens []token) {
		for _, d := range r.sentence(tokens) {
			if d.moment.grain != noGrain {
				out = append(out, d)
			}
		}
	})
	return out
}

// dater finds dates in one sentence after the other.
type dater struct {
	*whenRules
	text   string
	day    time.Time // of the article; zero when it is not known to the day
	known  moment    // the article's date
	before moment    // the date that was named last
}

// newDater makes a dater, nil for a language without rules.
func newDater(in Input, t *tongue) *dater {
	if t == nil {
		return nil
	}
	r := &dater{whenRules: t.when, text: in.Text}
	if d, err := edtf.Parse(in.Date); err == nil {
		switch r.known = (moment{d.First, d.Last(), dayGrain}); d.Precision {
		case edtf.Month:
			r.known.grain = monthGrain
		case edtf.Year:
			r.known.grain = yearGrain
		default:
			r.day = d.First
		}
	}
	return r
}

// sentence gives the dates of one sentence, with those that cannot be resolved,
// whose moment is none.
func (r *dater) sentence(tokens []token) []FoundDate {
	var out []FoundDate
	for i := 0; i < len(tokens); {
		if tokens[i].starts&startsDate == 0 {
			i++
			continue
		}
		d, ok := r.one(tokens, i)
		if !ok {
			i++
			continue
		}
		out = append(out, d)
		if d.moment.grain != noGrain {
			r.before = d.moment
		}
		i = d.end
	}
	return out
}

// one reads the date that begins at a token.
func (r *dater) one(tokens []token, i int) (FoundDate, bool) {
	if tokens[i].kind == oddToken {
		if m := writtenDate(tokens[i].text); m.grain != noGrain {
			d := r.found(tokens, i, i+1, m)
			d.absolute = true
			return d, true
		}
	}
	f := r.at(tokens, i)
	if f.end == 0 || f.rule.op == "none" || r.common(tokens, i, f) {
		return FoundDate{}, false
	}
	before := r.before
	if (f.rule.op == "laterof" || f.rule.op == "earlierof") && !r.nameNext(tokens, f.end) {
		return FoundDate{}, false // "held for two weeks before"
	}
	m := r.resolve(f, r.isFuture(tokens, i, f.end))
	r.before = before
	if m.grain != noGrain && (m.first.Year() < 1000 || m.last.Year() > 9999) {
		m = moment{}
	}
	d := r.found(tokens, i, f.end, m)
	d.absolute = f.slot['y'] > 0 && m.grain != noGrain
	if f.rule.op == "sy" { // "since 2019"
		d.since, d.Value = true, m.String()+"/.."
	}
	return d, true
}

// nameNext takes the next date of a sentence for the one that was named before:
// "two days after the feast of 2 November".
func (r *dater) nameNext(tokens []token, i int) bool {
	for ; i < len(tokens) && !r.clauseEnds(tokens, i); i++ {
		if f := r.at(tokens, i); f.end > 0 && !strings.HasSuffix(f.rule.op, "of") && !r.common(tokens, i, f) {
			if m := r.resolve(f, false); m.grain != noGrain {
				r.before = m
				return true
			}
		}
	}
	return false
}

// common reports whether a bare month is a common word as well and nothing
// before it says that a month is meant.
func (r *dater) common(tokens []token, i int, f whenFound) bool {
	return f.end == i+1 && r.doubtful[tokens[i].text] && (i == 0 || !r.whenRules.before[tokens[i-1].text])
}

func (r *dater) found(tokens []token, begin, end int, m moment) FoundDate {
	d := FoundDate{moment: m, begin: begin, end: end, Value: m.String()}
	if from := r.sinceBefore(tokens, begin); from < begin {
		d.since, begin = true, from
	} else if p, ok := r.sinceEnd.at(tokens, end); ok {
		d.since, end = true, p.end
	}
	if d.since && m.grain != spanGrain && m.grain != noGrain {
		d.Value += "/.."
	}
	d.begin, d.end = begin, end
	d.Span = ClaimSpan{tokens[begin].runeBegin, tokens[end-1].runeEnd}
	d.Text = r.text[tokens[begin].begin:tokens[end-1].end]
	return d
}

// sinceBefore gives where the word begins that opens an interval, or i.
func (r *dater) sinceBefore(tokens []token, i int) int {
	for from := max(0, i-3); from < i; from++ {
		if p, ok := r.since.at(tokens, from); ok && p.end == i {
			return from
		}
	}
	return i
}

// isFuture reports whether the clause round a date speaks of what is to come.
func (r *dater) isFuture(tokens []token, begin, end int) bool {
	low, high := begin, end
	for ; low > 0 && !r.clauseEnds(tokens, low-1); low-- {
	}
	for ; high < len(tokens) && !r.clauseEnds(tokens, high); high++ {
	}
	if high < len(tokens) && begin-low < 2 && tokens[high].kind == markToken { // "On Monday, the court will"
		for high++; high < len(tokens) && !r.clauseEnds(tokens, high); high++ {
		}
	}
	for i := low; i < high; i++ {
		if _, ok := r.future.at(tokens, i); ok && (!tokens[i].upper || i == low) { // not the month of May
			return true
		}
		if k := tokens[i]; k.kind == wordToken && !k.upper {
			for _, e := range r.endings {
				if strings.HasSuffix(k.text, e) && len(k.text) > len(e)+4 || strings.HasSuffix(e, "-") && strings.HasPrefix(k.text, e[:len(e)-1]) && len(k.text) > len(e)+4 {
					return true
				}
			}
		}
	}
	return false
}

func (r *dater) clauseEnds(tokens []token, i int) bool {
	k := &tokens[i]
	return k.kind == markToken && strings.Contains(",;:—–،，", k.text) || k.kind == wordToken && (k.text == "that" || k.text == "что" || r.tongue.breaks[k.text])
}

// writtenDate reads 2017-03-29, 29.03.2017 and 29/03/2017; of two numbers that
// could each be the month neither is guessed between strokes.
func writtenDate(s string) moment {
	for _, layout := range []string{time.DateOnly, "2006/01/02", "2006.01.02", "02.01.2006", "2.1.2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1000 {
			return dayOf(t)
		}
	}
	a, err := time.Parse("02/01/2006", s)
	b, other := time.Parse("01/02/2006", s)
	switch {
	case err == nil && (other != nil || a.Equal(b)):
		return dayOf(a)
	case err != nil && other == nil:
		return dayOf(b)
	}
	return moment{}
}
