package office

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
)

// found is something that was found in a text, with what an editor can say to it.
type found struct {
	Anchor  string // of its card in the page
	Kind    string // of foundKinds: how it is lit
	Label   string // the kind in words
	Name    string
	Why     string // the reason, in a line
	State   string // proposed, accepted, refused
	Words   []string
	Do      string // which form decides it: finding, quotation, case; empty: another part of the page
	ID      string // what the form decides: kind:value of a finding, the id of a quotation or case
	Correct string // what can be corrected: territory, person, organisation, speaker; empty: nothing
	Speaker string // as it stands
	Link    string // to the case
	spans   []desk.Span
}

// Open reports whether nobody decided it yet.
func (f found) Open() bool { return f.State == string(desk.MentionProposed) }

// Accepted reports whether somebody accepted it.
func (f found) Accepted() bool { return f.State == string(desk.MentionAccepted) }

// Refused reports whether somebody refused it.
func (f found) Refused() bool { return f.State == string(desk.MentionRefused) }

// card is what the template of a finding needs.
type card struct {
	Found             found
	Article, Language string
}

func within(p *articlePage, f found) card { return card{f, p.Article.ID, p.Article.Language} }

// foundKinds are the kinds of highlight, in the order of the switches. Of two
// that begin and end together the earlier one is the one that is opened.
var foundKinds = []string{"case", "person", "organisation", "territory", "date", "cue", "quotation", "claim"}

// maxFound is how many of one kind a page lists; a text of 5 MB has thousands.
const maxFound = 120

func (l tongue) foundKind(kind string) string {
	switch kind {
	case "case":
		return locale.T(string(l), "Case")
	case "person":
		return locale.T(string(l), "Person")
	case "organisation":
		return locale.T(string(l), "Organisation")
	case "territory":
		return locale.T(string(l), "Territory")
	case "date":
		return locale.T(string(l), "Date")
	case "quotation":
		return locale.T(string(l), "Quotation")
	case "claim":
		return locale.T(string(l), "Claim")
	}
	return locale.T(string(l), "Classification")
}

// foundGroup are the findings of one kind.
type foundGroup struct {
	Kind, Name string
	List       []found
	More       int // that are not listed
}

// finds are all findings of an article.
type finds struct {
	findings   []desk.Finding
	marks      []desk.FindingMark
	quotations []desk.Quotation
	claims     []desk.Claim
	links      []desk.MentionLine
}

// markOf gives what was decided about a finding, proposed when nothing was.
func (x finds) markOf(kind desk.FindingKind, value string) string {
	for _, m := range x.marks {
		if m.Kind == markKind(kind) && m.Value == value {
			return string(m.State)
		}
	}
	return string(desk.MentionProposed)
}

// markKind is the kind under which a finding is decided: a territory is decided
// once, whether the article is about it or mentions it.
func markKind(k desk.FindingKind) desk.FindingKind {
	if k.OfTerritory() {
		return desk.FindingMentioned
	}
	return k
}

// groups gives the findings by kind, of each kind maxFound at most.
func (l tongue) groups(x finds) []foundGroup {
	byKind := map[string]*foundGroup{}
	var out []foundGroup
	for _, k := range foundKinds {
		byKind[k] = &foundGroup{Kind: k, Name: l.foundKind(k)}
	}
	put := func(f found) {
		g := byKind[f.Kind]
		if len(g.List) >= maxFound {
			g.More++
			return
		}
		f.Label = g.Name
		if f.Anchor == "" {
			f.Anchor = f.Kind + "-" + strconv.Itoa(len(g.List)+1)
		}
		g.List = append(g.List, f)
	}
	for _, c := range x.links {
		put(l.foundCase(c))
	}
	for _, f := range l.joinedFindings(x) {
		put(f)
	}
	for _, q := range x.quotations {
		put(l.foundQuotation(q))
	}
	for _, c := range x.claims {
		put(found{Kind: "claim", Anchor: c.ID, Name: c.Words, Why: l.claims(c), State: string(c.State), spans: []desk.Span{{Begin: c.Begin, End: c.End, Words: c.Words}}})
	}
	for _, k := range foundKinds {
		out = append(out, *byKind[k])
	}
	return out
}

// joinedFindings gives the findings that the analysis made, those of one
// territory as one, most certain first.
func (l tongue) joinedFindings(x finds) []found {
	at := map[string]int{}
	var out []found
	for _, f := range x.findings {
		kind := "cue"
		switch {
		case f.Kind.OfTerritory():
			kind = "territory"
		case f.Kind == desk.FindingPerson, f.Kind == desk.FindingOrganisation, f.Kind == desk.FindingDate:
			kind = string(f.Kind)
		case !f.Kind.OfTerm() || f.Kind == desk.FindingRight: // rights follow from the others
			continue
		}
		id := string(markKind(f.Kind)) + ":" + f.Value
		if i, there := at[id]; there {
			out[i].Why = joinWords(out[i].Why, l.whyFinding(f))
			continue
		}
		at[id] = len(out)
		one := found{Kind: kind, Name: l.named(f), Why: l.whyFinding(f), State: x.markOf(f.Kind, f.Value), Words: someWords(f.Spans), Do: "finding", ID: id, spans: f.Spans}
		if kind == "territory" || kind == "person" || kind == "organisation" {
			one.Correct = kind
		}
		if kind == "cue" {
			one.Why = joinWords(l.axis(f.Kind), one.Why)
		}
		out = append(out, one)
	}
	return out
}

func (l tongue) whyFinding(f desk.Finding) string {
	var parts []string
	if f.Kind == desk.FindingAbout {
		parts = append(parts, locale.T(string(l), "the article is about it"))
	}
	if f.Kind == desk.FindingDate {
		parts = append(parts, f.Value)
	}
	if f.Score > 0 {
		parts = append(parts, locale.T(string(l), "sure: {percent}", "percent", l.percent(f.Score)))
	}
	if f.Count > 0 {
		parts = append(parts, locale.N(string(l), f.Count, "{n} time", "{n} times"))
	}
	return joinWords(parts...)
}

func joinWords(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func (l tongue) foundQuotation(q desk.Quotation) found {
	f := found{Kind: "quotation", Name: q.Words, State: string(q.State), Do: "quotation", ID: q.ID, Correct: "speaker", Speaker: q.Speaker,
		spans: []desk.Span{{Begin: q.Begin, End: q.End, Words: q.Words}}}
	who := locale.T(string(l), "the text does not say who speaks")
	if q.Speaker != "" {
		who = locale.T(string(l), "by {speaker}", "speaker", q.Speaker)
	}
	if q.Speaker != q.Found {
		who = joinWords(who, locale.T(string(l), "corrected by an editor"))
	}
	context := ""
	if q.Context != "" {
		context = locale.T(string(l), "before it: “{words}”", "words", shorten(q.Context, 300))
	}
	cue := ""
	if q.Cue != "" {
		cue = locale.T(string(l), "in the words “{cue}”", "cue", q.Cue)
	}
	f.Why = joinWords(who, l.stance(q.Stance), cue, context)
	return f
}

func (l tongue) stance(s string) string {
	switch s {
	case "denies":
		return locale.T(string(l), "denies it")
	case "questions":
		return locale.T(string(l), "questions it")
	case "calls_for":
		return locale.T(string(l), "calls for it")
	case "predicts":
		return locale.T(string(l), "expects it")
	}
	return locale.T(string(l), "says so")
}

// foundField names the field of an audit entry about something found; empty for
// another.
func (l tongue) foundField(f string) string {
	switch f {
	case "finding":
		return locale.T(string(l), "finding")
	case "quotation":
		return locale.T(string(l), "quotation")
	case "speaker":
		return locale.T(string(l), "speaker")
	case "case":
		return locale.T(string(l), "mentions a case")
	case "lesson":
		return locale.T(string(l), "the desk’s own lists")
	}
	return ""
}

// foundValue says what was decided about something found: "refused: Georgia".
func (l tongue) foundValue(value string) string {
	state, of, _ := strings.Cut(value, ": ")
	said := l.claimState(desk.ClaimState(state))
	if kind, v, ok := strings.Cut(of, ":"); ok {
		of = l.named(desk.Finding{Kind: desk.FindingKind(kind), Value: v})
	}
	return strings.TrimSuffix(said+": "+of, ": ")
}

// foundOf gathers what was found in an article, beside its claims.
func (o *office) foundOf(r *http.Request, p *articlePage) (x finds, err error) {
	ctx, id := r.Context(), p.Article.ID
	x = finds{findings: p.Findings, claims: p.Claims}
	if x.marks, err = o.lessons.Marks(ctx, id); err != nil {
		return x, err
	}
	if x.quotations, err = o.quotations.Quotations(ctx, id); err != nil {
		return x, err
	}
	x.links, err = o.mentions.Mentions(ctx, id)
	return x, err
}
