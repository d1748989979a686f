package public

import "time"

// Case is a documented case as the world may see it: somebody or something that
// a violation was done to, with what is known of it and who says so.
type Case struct {
	ID        string
	Version   int // of the desk's record that this was made from
	Kind      CaseKind
	Title     string // main name as readers of English know it, or a description where no name may be shown
	Names     []Name // the names in their scripts, the main one first
	Invented  bool   // part of a sample: nobody of this name exists; every output says so
	Summary   string // some sentences; paragraphs with a blank line between
	PeopleMin int    // how many people it is about, at least; 1 for a person
	PeopleMax int    // at most; 0 when unknown
	Territory string // where it happened: territory id
	Place     Stated // town, prison, region: as coarse as is safe
	Community string // community id; empty when none or unknown
	Acts      []string
	Status    Status
	Believed  bool   // the status is believed, not known
	Since     string // EDTF: since when the status holds
	Verified  string // EDTF: when the desk last looked
	Law       Stated // of which law, article, charge
	Sentence  Stated
	Episodes  []Episode // oldest first
	Sources   []CaseSource

	FirstPublic time.Time
	Updated     time.Time
	Correction  string // what was last corrected in public, in a sentence; empty when nothing
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
	Text     string
	Language string // BCP 47
	Kind     string // main, religious, alias, pseudonym, patronymic
}

// Stated is a value with who says so.
type Stated struct {
	Value string
	By    string // who says so, in words: "court record", "her lawyer", "Forum 18"; empty with an empty value
}

// Episode is something dated that happened in a case.
type Episode struct {
	Date string // EDTF
	Act  string // act id: arrest, conviction-and-sentence, release …
	Text string // a sentence
	By   string // who says so
}

// CaseSource is what a case stands on.
type CaseSource struct {
	Title     string
	Outlet    string
	Date      string // EDTF
	Address   string // may be empty
	ArticleID string // an article on this site; may be empty
	Official  bool   // of a state's authority
}

// CaseQuery asks for cases; the zero query asks for all, last updated first.
type CaseQuery struct {
	Text      string // names and words, any script
	Territory string
	Community string
	Status    Status
	Page      int // from 1; 0 means 1
}

// CaseLine is a case in a list.
type CaseLine struct {
	ID        string
	Kind      CaseKind
	Title     string
	Names     []Name
	Invented  bool
	PeopleMin int
	Territory string
	Community string
	Acts      []string
	Status    Status
	Believed  bool
	Since     string
	Verified  string
	Updated   time.Time
}

// CaseResult is a page of PageSize cases.
type CaseResult struct {
	Cases []CaseLine
	Total int
}

// Totals is what the site counts, and what stands in every output that quotes
// it: territories with a public article or case, documented cases, communities
// that they belong to.
type Totals struct {
	Territories     int // with at least one public article or case
	Cases           int
	Communities     int // of the cases
	CaseTerritories int // of the cases
	Articles        int
}

// HeldCount is how many people the cases of a territory say are held.
type HeldCount struct {
	Known    int // people (PeopleMin) in cases whose status is known
	Believed int // further people, in cases whose status is believed
}

// Week is what happened in the cases, and what was put right, in some days.
type Week struct {
	Arrested  int // episodes arrest or detention-without-charge dated in the time
	Released  int // episodes release, acquittal or commutation dated in the time
	Corrected int // articles and cases that were changed in the time, after they were public
}
