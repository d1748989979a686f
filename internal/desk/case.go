package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/taxonomy"
)

// CaseState is where a case's record stands.
type CaseState string

// The states of a case's record.
const (
	CaseDraft     CaseState = "draft"
	CasePublished CaseState = "published"
	CaseWithdrawn CaseState = "withdrawn" // was public, is not any more
)

// Consent is what the person of a case, or who speaks for them, said to being
// published.
type Consent string

// The consents.
const (
	ConsentUnasked    Consent = "unasked"
	ConsentGiven      Consent = "given"
	ConsentRefused    Consent = "refused"
	ConsentWithdrawn  Consent = "withdrawn"
	ConsentPublic     Consent = "already-public" // known to everybody already
	ConsentImpossible Consent = "impossible"     // nobody can be asked
)

// Consents lists the consents in the order of a form.
var Consents = []Consent{ConsentUnasked, ConsentGiven, ConsentPublic, ConsentImpossible, ConsentRefused, ConsentWithdrawn}

// CaseKinds lists what a case can be about.
var CaseKinds = []string{"person", "group", "place-of-worship", "organisation", "incident"}

// Refused reports that somebody does not want to be published.
func (c Consent) Refused() bool { return c == ConsentRefused || c == ConsentWithdrawn }

// NameKinds lists what a name can be.
var NameKinds = []string{"main", "religious", "alias", "pseudonym", "patronymic"}

// Case is a documented case: what was done to somebody, and who says so.
type Case struct {
	ID        string
	State     CaseState
	Kind      string // one of CaseKinds
	Title     string
	Names     []Name
	Invented  bool // part of a sample
	Summary   string
	PeopleMin int
	PeopleMax int // 0: unknown
	Territory string
	Place     Stated
	Community string
	Acts      []string
	Status    string // of the taxonomy
	Believed  bool
	Since     string // EDTF
	Verified  string // EDTF
	Law       Stated
	Sentence  Stated
	Episodes  []Episode
	Sources   []CaseSource

	Consent     Consent
	ConsentNote string // by whom, when, for what; never public
	Risk        string // what could harm; never public
	Note        string // for colleagues; never public
	Correction  string // what was last put right in public, in a sentence

	Version        int
	EditionVersion int
	PublishedAt    time.Time // when it first became public; zero before
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// Name is a name in one script.
type Name struct{ Text, Language, Kind string }

// Stated is a value with who says so.
type Stated struct{ Value, By string }

// Episode is something dated that happened in a case.
type Episode struct{ Date, Act, Text, By string }

// CaseSource is what a case stands on.
type CaseSource struct {
	Title, Outlet, Date, Address, ArticleID string
	Official                                bool // of a state's authority
}

// CaseQuery asks for a page of cases, last changed first.
type CaseQuery struct {
	State  CaseState // empty: in every state
	Text   string    // a part of the title or of a name, in any case of letters; empty: all
	Before string    // the id of the last case of the page before; empty for the first page
	Limit  int
}

// CaseLine is a case in the office's list.
type CaseLine struct {
	ID        string
	State     CaseState
	Title     string
	Territory string
	Community string
	Status    string
	Invented  bool
	UpdatedAt time.Time
}

// CheckCase looks for what makes a case's record wrong, whatever its state.
// Errors: Invalid, with every problem.
func CheckCase(c Case) error {
	var problems []string
	say := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if strings.TrimSpace(c.Title) == "" {
		say("Please write a title: a name, or a description where no name may be shown.")
	}
	if !slices.Contains(CaseKinds, c.Kind) {
		say("%q is no kind of case.", c.Kind)
	}
	if _, known := geo.Find(c.Territory); c.Territory != "" && !known {
		say("There is no territory %q.", c.Territory)
	}
	if c.Community != "" && !taxonomy.Community(c.Community).Known() {
		say("There is no community %q in the list.", c.Community)
	}
	if c.Status != "" && !taxonomy.Status(c.Status).Known() {
		say("There is no status %q.", c.Status)
	}
	for _, a := range c.Acts {
		if !taxonomy.Act(a).Known() {
			say("There is no act %q.", a)
		}
	}
	for _, n := range c.Names {
		if !slices.Contains(NameKinds, n.Kind) {
			say("%q is no kind of name.", n.Kind)
		}
	}
	if c.PeopleMin < 0 || c.PeopleMax != 0 && c.PeopleMax < c.PeopleMin {
		say("The number of people is from the least to the most; leave the most empty when nobody knows it.")
	}
	for _, d := range caseDates(c) {
		if d != "" && !edtf.Valid(d) {
			say("%q is not a date. Write it like 2017-03-29, or 2017-03 or 2017 when no more is known.", d)
		}
	}
	for _, e := range c.Episodes {
		if !taxonomy.Act(e.Act).Known() {
			say("There is no act %q among the episodes.", e.Act)
		}
	}
	for name, s := range map[string]Stated{"place": c.Place, "law": c.Law, "sentence": c.Sentence} {
		if s.Value != "" && s.By == "" {
			say("Please say who says so of the %s.", name)
		}
	}
	if len(problems) == 0 {
		return nil
	}
	slices.Sort(problems)
	return fault.New(fault.Invalid, "%s", strings.Join(problems, " "))
}

func caseDates(c Case) []string {
	dates := []string{c.Since, c.Verified}
	for _, e := range c.Episodes {
		dates = append(dates, e.Date)
	}
	for _, s := range c.Sources {
		dates = append(dates, s.Date)
	}
	return dates
}

// CheckPublishCase says what a case lacks before it may be public: a name or a
// number, status, date, territory, act, one source, and a consent that allows
// it. Errors: Invalid, with everything that is missing.
func CheckPublishCase(c Case) error {
	if err := CheckCase(c); err != nil {
		return err
	}
	var missing []string
	for _, need := range []struct {
		missing bool
		words   string
	}{
		{len(c.Names) == 0 && c.PeopleMin < 1, "a name or a number of people"},
		{c.Status == "", "the status"},
		{c.Since == "" && !slices.ContainsFunc(c.Episodes, func(e Episode) bool { return e.Date != "" }), "a date"},
		{c.Territory == "", "the territory"},
		{len(c.Acts) == 0, "what was done (at least one act)"},
		{len(c.Sources) == 0, "a source"},
	} {
		if need.missing {
			missing = append(missing, need.words)
		}
	}
	if len(missing) > 0 {
		return fault.New(fault.Invalid, "Before this case can be public it needs %s.", fault.List{Between: ", ", Items: missing})
	}
	switch {
	case c.Consent == ConsentGiven, c.Consent == ConsentPublic, c.Consent == ConsentImpossible:
		return nil
	case c.Consent.Refused():
		return fault.New(fault.Invalid, "The person does not want to be published, so this case stays private.")
	}
	return fault.New(fault.Invalid, "Before this case can be public, say under consent whether it was given, is not needed since all is public already, or cannot be asked for.")
}

// DeriveStatus gives the status that the last dated episode leads to as of a
// time, and since when; empty when none leads to any. What is dated later, a
// hearing to come for example, does not count yet. The desk proposes the status;
// a person decides.
func DeriveStatus(episodes []Episode, asOf time.Time) (status, since string) {
	led := map[string]string{
		"arrest": "detained", "detention-without-charge": "detained", "prosecution": "on-trial", "conviction-and-sentence": "imprisoned",
		"imprisonment": "imprisoned", "house-arrest-or-movement-ban": "house-arrest", "enforced-disappearance": "disappeared",
		"abduction": "disappeared", "killing": "deceased", "death-in-custody": "deceased", "expulsion-or-refoulement": "exiled",
		"release": "released", "acquittal": "released",
	}
	var last edtf.Date
	for _, e := range episodes {
		d, err := edtf.Parse(e.Date)
		if err != nil || led[e.Act] == "" || d.First.After(asOf) || status != "" && edtf.Compare(d, last) < 0 {
			continue
		}
		status, since, last = led[e.Act], e.Date, d
	}
	return status, since
}

// MoveCase gives the state that a verb leads to from a state. A case that is
// public is changed by publishing it again. Errors: Conflict when the verb is
// not possible there.
func MoveCase(from CaseState, verb Verb) (CaseState, error) {
	switch {
	case verb == VerbChange && from != CasePublished:
		return from, nil
	case verb == VerbPublish && from != CaseWithdrawn:
		return CasePublished, nil
	case verb == VerbWithdraw && from == CasePublished:
		return CaseWithdrawn, nil
	case verb == VerbReopen && from == CaseWithdrawn:
		return CaseDraft, nil
	}
	return from, fault.New(fault.Conflict, "This case stands elsewhere now, so this is not possible any more. Reload the page to see where it stands.")
}

// CaseChanges says what differs between two forms of a case, for the audit.
func CaseChanges(before, after Case) []Change {
	a, b := caseFields(before), caseFields(after)
	var out []Change
	for i := range a {
		if a[i][1] != b[i][1] {
			out = append(out, Change{a[i][0], a[i][1], b[i][1]})
		}
	}
	return out
}

func caseFields(c Case) [][2]string {
	var names, episodes, sources []string
	for _, n := range c.Names {
		names = append(names, n.Text+" ("+listed(n.Language, n.Kind)+")")
	}
	for _, e := range c.Episodes {
		episodes = append(episodes, listed(e.Date, e.Act, Stated{e.Text, e.By}.String()))
	}
	for _, s := range c.Sources {
		official := ""
		if s.Official {
			official = "official"
		}
		sources = append(sources, listed(s.Title, s.Outlet, s.Date, official, s.Address, s.ArticleID))
	}
	return [][2]string{
		{"state", string(c.State)}, {"kind", c.Kind}, {"title", c.Title}, {"names", strings.Join(names, "; ")}, {"invented", fmt.Sprint(c.Invented)}, {"summary", c.Summary},
		{"people_min", fmt.Sprint(c.PeopleMin)}, {"people_max", fmt.Sprint(c.PeopleMax)}, {"territory", c.Territory}, {"place", c.Place.String()},
		{"community", c.Community}, {"acts", strings.Join(c.Acts, " ")}, {"status", c.Status}, {"believed", fmt.Sprint(c.Believed)}, {"since", c.Since},
		{"verified", c.Verified}, {"law", c.Law.String()}, {"sentence", c.Sentence.String()}, {"episodes", strings.Join(episodes, "; ")},
		{"sources", strings.Join(sources, "; ")},
		{"consent", string(c.Consent)}, {"consent_note", c.ConsentNote}, {"risk", c.Risk}, {"note", c.Note}, {"correction", c.Correction},
	}
}

// String writes a value with who says so in parentheses.
func (s Stated) String() string {
	if s.By == "" {
		return s.Value
	}
	return s.Value + " (" + s.By + ")"
}

// listed joins the parts that are not empty.
func listed(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
