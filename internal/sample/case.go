package sample

import "time"

// Community is a religious or belief community that cases belong to.
type Community struct {
	ID   string `json:"id"`
	Name string `json:"name"` // in English
}

// Case is a sample case; its words are those of public.Case. All are invented.
type Case struct {
	Key             string    `json:"key"` // names it inside the sample
	Kind            string    `json:"kind"`
	Title           string    `json:"title"`
	Names           []Name    `json:"names"`
	Invented        bool      `json:"invented"`
	Summary         string    `json:"summary"`
	PeopleMin       int       `json:"people_min"`
	PeopleMax       int       `json:"people_max"`
	Territory       string    `json:"territory"`
	Place           Stated    `json:"place,omitzero"`
	Community       string    `json:"community"`
	Acts            []string  `json:"acts"`
	Status          string    `json:"status"`
	Believed        bool      `json:"believed,omitempty"`
	Since           string    `json:"since,omitempty"`
	SinceDaysAgo    int       `json:"since_days_ago,omitempty"`
	Verified        string    `json:"verified,omitempty"`
	VerifiedDaysAgo int       `json:"verified_days_ago,omitempty"`
	Law             Stated    `json:"law,omitzero"`
	Sentence        Stated    `json:"sentence,omitzero"`
	Episodes        []Episode `json:"episodes"`
	Sources         []Source  `json:"sources"`
	Correction      string    `json:"correction,omitempty"`
	Stress          bool      `json:"stress,omitempty"` // not of the demo: see Desk.Stress
}

// Name is a name in one script.
type Name struct {
	Text     string `json:"text"`
	Language string `json:"language"`
	Kind     string `json:"kind"`
}

// Stated is a value with who says so.
type Stated struct {
	Value string `json:"value"`
	By    string `json:"by"`
}

// Episode is something dated that happened in a case.
type Episode struct {
	Date    string `json:"date,omitempty"`
	DaysAgo int    `json:"days_ago,omitempty"`
	Act     string `json:"act"`
	Text    string `json:"text"`
	By      string `json:"by"`
}

// Source is what a case stands on.
type Source struct {
	Title    string `json:"title"`
	Outlet   string `json:"outlet"`
	Date     string `json:"date,omitempty"`
	DaysAgo  int    `json:"days_ago,omitempty"`
	Official bool   `json:"official,omitempty"`
	Post     string `json:"post,omitempty"` // file of the post that it is
}

func (c *Case) settle(now time.Time) {
	settle(&c.Since, c.SinceDaysAgo, now)
	settle(&c.Verified, c.VerifiedDaysAgo, now)
	c.Episodes = settled(c.Episodes, func(e *Episode) { settle(&e.Date, e.DaysAgo, now) })
	c.Sources = settled(c.Sources, func(s *Source) { settle(&s.Date, s.DaysAgo, now) })
}

// Stress is what no demo shows: content at the edge of what pages must bear.
type Stress struct {
	Posts []StressPost `json:"posts"`
	Cases []Case       `json:"cases"`
}

// StressPost is a post with its text in place.
type StressPost struct {
	Stress      bool     `json:"stress"`
	Title       string   `json:"title"`
	Outlet      string   `json:"outlet"`
	Language    string   `json:"language"`
	Territories []string `json:"territories"`
	Date        string   `json:"date"`
	Text        string   `json:"text"`
}
