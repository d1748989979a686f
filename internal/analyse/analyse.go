// Package analyse finds what an article is about, each finding with the words
// that support it. It does no I/O, and whatever it gives is a proposal.
package analyse

import (
	"encoding/json"
	"strings"

	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
)

// Version names this analyser in findings. It rises with every change that
// makes the same text give other findings.
const Version = "analyse/8"

// Input is an article's text with what is known of it.
type Input struct {
	ID         string
	Title      string
	Standfirst string // read as the title is: for what the article is about, not for claims
	Text       string
	Date       string // EDTF
	Language   string // BCP 47; empty where it is not known
	Outlet     string // the publisher as readers know it; the outermost relay of its claims

	Lessons []desk.Lesson // what editors taught, for texts of this source
}

// Result is what was found. Its JSON is the contract of "rightsdesk analyse":
// what this version does not look for is an empty list.
type Result struct {
	ID            string      `json:"id"`
	Language      string      `json:"language"`
	Territories   Territories `json:"territories"`
	Themes        []Scored    `json:"themes"`
	Acts          Ranked      `json:"acts"`
	Rights        Ranked      `json:"rights"`
	Groups        Ranked      `json:"groups"`
	Communities   Ranked      `json:"communities"`
	People        []Named     `json:"people"`
	Organisations []Named     `json:"organisations"`
	Quotations    []Quotation `json:"quotations"`
	Claims        []Claim     `json:"claims"`

	spans map[string][]desk.Span
	axes  Axes
	said  speech.Found
}

// Ranked are findings of which the contract names the ids only, the most
// certain first.
type Ranked []Scored

// MarshalJSON writes the ids.
func (r Ranked) MarshalJSON() ([]byte, error) {
	ids := make([]string, len(r))
	for i, s := range r {
		ids[i] = s.ID
	}
	return json.Marshal(ids)
}

// Territories are those that the article is about and all that it mentions,
// the most certain first.
type Territories struct {
	About     []Scored  `json:"about"`
	Mentioned []Counted `json:"mentioned"`
}

// Scored is a finding with a score from 0 to 1.
type Scored struct {
	ID    string  `json:"id"`
	Score float64 `json:"score"`
}

// Counted is a finding with how often it was met.
type Counted struct {
	ID    string `json:"id"`
	Count int    `json:"count"`
}

// Spans gives the words of the text (not the title) that mean a territory, in
// their order.
func (r Result) Spans(territory string) []desk.Span { return r.spans[territory] }

// TermSpans gives the words of the text (not the title) that speak for a term
// of the taxonomy, in their order; rights have none, since they follow from
// acts and themes.
func (r Result) TermSpans(axis Axis, id string) []desk.Span { return r.axes.spans[term{axis, id}] }

// Analyse finds what a text is about. Where its language is not given, its words tell.
func Analyse(in Input) Result {
	in.Language = languageOf(in)
	in.Title = strings.TrimSpace(in.Title + "\n" + in.Standfirst)
	r := Result{
		ID: in.ID, Language: in.Language,
	}
	l := lexiconOf()
	taught := lessonsOf(in.Lessons)
	title, text := resolve(l.find(in.Title, in.Language), l.find(in.Text, in.Language), in)
	title, text = taught.places(title), taught.places(text)
	r.Territories.About, r.Territories.Mentioned = weigh(title, text)
	r.spans = map[string][]desk.Span{}
	for _, m := range text {
		r.spans[m.territory] = append(r.spans[m.territory], m.span)
	}
	r.axes = axesOf(in)
	r.Themes, r.Acts, r.Rights, r.Groups, r.Communities = r.axes.Themes, r.axes.Acts, r.axes.Rights, r.axes.Groups, r.axes.Communities
	r.speak(speech.Find(in.Text, in.Language))
	taught.names(&r)
	r.Claims = claims(in, text, r.said)
	return r
}

// languageOf gives the language of a text as it was given, in the form of BCP 47,
// or else as its words tell it.
func languageOf(in Input) string {
	if given := strings.TrimSpace(in.Language); given != "" {
		language, rest, more := strings.Cut(strings.ReplaceAll(given, "_", "-"), "-")
		if more {
			return strings.ToLower(language) + "-" + rest
		}
		return strings.ToLower(language)
	}
	return extract.Language(in.Title+"\n"+in.Text, "")
}
