package public

import "time"

// Case is a documented case as the world may see it: somebody or something that
// a violation was done to, with what is known of it and who says so.
type Case struct {
	ID        string       `json:"id"`
	Version   int          `json:"version"` // of the desk's record that this was made from
	Kind      CaseKind     `json:"kind"`
	Title     string       `json:"title"`      // main name as readers of English know it, or a description where no name may be shown
	Names     []Name       `json:"names"`      // the names in their scripts, the main one first
	Invented  bool         `json:"invented"`   // part of a sample: nobody of this name exists; every output says so
	Summary   string       `json:"summary"`    // some sentences; paragraphs with a blank line between
	PeopleMin int          `json:"people_min"` // how many people it is about, at least; 1 for a person
	PeopleMax int          `json:"people_max"` // at most; 0 when unknown
	Territory string       `json:"territory"`  // where it happened: territory id
	Place     Stated       `json:"place"`      // town, prison, region: as coarse as is safe
	Community string       `json:"community"`  // community id; empty when none or unknown
	Acts      []string     `json:"acts"`
	Status    Status       `json:"status"`
	Believed  bool         `json:"believed"` // the status is believed, not known
	Since     string       `json:"since"`    // EDTF: since when the status holds
	Verified  string       `json:"verified"` // EDTF: when the desk last looked
	Law       Stated       `json:"law"`      // of which law, article, charge
	Sentence  Stated       `json:"sentence"`
	Episodes  []Episode    `json:"episodes"` // oldest first
	Sources   []CaseSource `json:"sources"`

	FirstPublic time.Time `json:"first_public"`
	Updated     time.Time `json:"updated"`
	Correction  string    `json:"correction"` // what was last corrected in public, in a sentence; empty when nothing
}

// CaseKind is what a case is about.
type CaseKind string

// The kinds of case.
const (
	CasePerson       CaseKind = "person"
	CaseGroup        CaseKind = "group"
	CasePlace        CaseKind = "place-of-worship"
	CaseOrganisation CaseKind = "organisation"
	CaseIncident     CaseKind = "incident"
)

// Status is where a case stands.
type Status string

// The statuses of a case.
const (
	AtLarge      Status = "at-large"
	Wanted       Status = "wanted"
	Detained     Status = "detained"
	OnTrial      Status = "on-trial"
	Imprisoned   Status = "imprisoned"
	HouseArrest  Status = "house-arrest"
	Disappeared  Status = "disappeared"
	Released     Status = "released"
	Conditional  Status = "released-with-conditions"
	Exiled       Status = "exiled"
	Deceased     Status = "deceased"
	UnknownState Status = "unknown"
)

// Held lists the statuses in which somebody counts as held: detained, on trial
// in custody, imprisoned, under house arrest.
var Held = []Status{Detained, OnTrial, Imprisoned, HouseArrest}

// Name is a name in one script.
type Name struct {
	Text     string `json:"text"`
	Language string `json:"language"` // BCP 47
	Kind     string `json:"kind"`     // main, religious, alias, pseudonym, patronymic
}

// Stated is a value with who says so.
type Stated struct {
	Value string `json:"value"`
	By    string `json:"by"` // who says so, in words: "court record", "her lawyer", "Forum 18"; empty with an empty value
}

// Episode is something dated that happened in a case.
type Episode struct {
	Date string `json:"date"` // EDTF
	Act  string `json:"act"`  // act id: arrest, conviction-and-sentence, release …
	Text string `json:"text"` // a sentence
	By   string `json:"by"`   // who says so
}

// CaseSource is what a case stands on.
type CaseSource struct {
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Date      string `json:"date"`       // EDTF
	Address   string `json:"address"`    // may be empty
	ArticleID string `json:"article_id"` // an article on this site; may be empty
	Official  bool   `json:"official"`   // of a state's authority
}

// CaseQuery asks for cases; the zero query asks for all, last updated first.
type CaseQuery struct {
	Text      string `json:"text"` // names and words, any script
	Territory string `json:"territory"`
	Community string `json:"community"`
	Status    Status `json:"status"`
	Page      int    `json:"page"` // from 1; 0 means 1
}

// CaseLine is a case in a list.
type CaseLine struct {
	ID        string    `json:"id"`
	Kind      CaseKind  `json:"kind"`
	Title     string    `json:"title"`
	Names     []Name    `json:"names"`
	Invented  bool      `json:"invented"`
	PeopleMin int       `json:"people_min"`
	Territory string    `json:"territory"`
	Community string    `json:"community"`
	Acts      []string  `json:"acts"`
	Status    Status    `json:"status"`
	Believed  bool      `json:"believed"`
	Since     string    `json:"since"`
	Verified  string    `json:"verified"`
	Updated   time.Time `json:"updated"`
}

// CaseResult is a page of PageSize cases.
type CaseResult struct {
	Cases []CaseLine `json:"cases"`
	Total int        `json:"total"`
}

// Totals is what the site counts, and what stands in every output that quotes
// it: territories with a public article or case, documented cases, communities
// that they belong to.
type Totals struct {
	Territories     int `json:"territories"` // with at least one public article or case
	Cases           int `json:"cases"`
	Communities     int `json:"communities"`      // of the cases
	CaseTerritories int `json:"case_territories"` // of the cases
	Articles        int `json:"articles"`
}

// HeldCount is how many people the cases of a territory say are held.
type HeldCount struct {
	Known    int `json:"known"`    // people (PeopleMin) in cases whose status is known
	Believed int `json:"believed"` // further people, in cases whose status is believed
}

// Week is what happened in the cases, and what was put right, in some days.
type Week struct {
	Arrested  int `json:"arrested"`  // episodes arrest or detention-without-charge dated in the time
	Released  int `json:"released"`  // episodes release, acquittal or commutation dated in the time
	Corrected int `json:"corrected"` // articles and cases that were changed in the time, after they were public
}

// CommunityCount is a community with its public cases.
type CommunityCount struct {
	Community string `json:"community"`
	Cases     int    `json:"cases"`
}

// Correction is an article or a case that was changed after it was public.
type Correction struct {
	ID    string    `json:"id"`
	Case  bool      `json:"case"` // a case, not an article
	Title string    `json:"title"`
	Note  string    `json:"note"` // what was corrected, in a sentence; empty when nothing was said
	At    time.Time `json:"at"`
}
