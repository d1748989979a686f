package analyse

import (
	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/desk"
)

// Quotation is what somebody is quoted as saying, without the outer marks, in
// code points of the text, End exclusive. Without a speaker, all of the
// speaker's fields are empty and Context is the sentence or paragraph before.
type Quotation struct {
	Begin        int      `json:"begin"`
	End          int      `json:"end"`
	Text         string   `json:"text"`
	Speaker      string   `json:"speaker"` // the name or description; of a pronoun, whom it means
	SpeakerBegin int      `json:"speaker_begin"`
	SpeakerEnd   int      `json:"speaker_end"`
	Cue          string   `json:"cue"` // the verb of saying; empty where none is
	Context      *Context `json:"context,omitempty"`
}

// Context is what stands before a quotation that names no speaker.
type Context struct {
	Begin int    `json:"begin"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Named is a person or an organisation with how often it is named and where
// first.
type Named struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
	Begin int    `json:"begin"`
	End   int    `json:"end"`

	again []desk.Span
}

// Spans gives where it is named, the first place first, 31 at most.
func (n Named) Spans() []desk.Span {
	return append([]desk.Span{{Begin: n.Begin, End: n.End, Words: n.Name}}, n.again...)
}

// Said gives who says what stands at a code point of the text.
func (r Result) Said(i int) (speech.Said, bool) { return r.said.At(i) }

// Paraphrases gives what the text says that somebody said, without quoting it,
// in its order.
func (r Result) Paraphrases() []speech.Paraphrase { return r.said.Paraphrases }

// Spoken gives the quotations as they were found, with the stance of each.
func (r Result) Spoken() []speech.Quotation { return r.said.Quotations }

// speak puts what was said into the result.
func (r *Result) speak(found speech.Found) {
	r.said = found
	r.Quotations = make([]Quotation, 0, len(found.Quotations))
	for _, q := range found.Quotations {
		out := Quotation{Begin: q.Begin, End: q.End, Text: q.Text, Speaker: q.Speaker.Text, SpeakerBegin: q.Speaker.Begin, SpeakerEnd: q.Speaker.End, Cue: q.Cue.Text}
		if q.Context.Text != "" {
			out.Context = &Context{q.Context.Begin, q.Context.End, q.Context.Text}
		}
		r.Quotations = append(r.Quotations, out)
	}
	r.People, r.Organisations = namedIn(found.People), namedIn(found.Organisations)
}

func namedIn(list []speech.Named) []Named {
	out := make([]Named, 0, len(list))
	for _, n := range list {
		one := Named{Name: n.Text, Count: n.Count, Begin: n.Begin, End: n.End}
		for _, w := range n.Again {
			one.again = append(one.again, desk.Span{Begin: w.Begin, End: w.End, Words: w.Text})
		}
		out = append(out, one)
	}
	return out
}
