package pipeline

import (
	"context"
	"fmt"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/desk"
)

// How much of each kind is kept of one text: a text of 5 MB has thousands, and
// nobody looks at them one by one.
const (
	maxQuotations = 300
	maxNames      = 200
	maxDates      = 200
	maxDatePlaces = 30
	maxValue      = 200 // bytes of a name
)

// sourceLessons gives a function that gives the lessons for texts of a source,
// looked up once.
func (d *Desk) sourceLessons() func(ctx context.Context, sourceID string) ([]desk.Lesson, error) {
	known := map[string][]desk.Lesson{}
	return func(ctx context.Context, sourceID string) ([]desk.Lesson, error) {
		if l, there := known[sourceID]; there {
			return l, nil
		}
		list, err := d.Store.UsedLessons(ctx, sourceID)
		if err != nil {
			return nil, fmt.Errorf("lessons for %s: %w", sourceID, err)
		}
		known[sourceID] = list
		return list, nil
	}
}

// quotations gives what people are quoted as saying.
func (d *Desk) quotations(articleID string, r analyse.Result) []desk.Quotation {
	var out []desk.Quotation
	spoken := r.Spoken()
	for _, q := range spoken[:min(len(spoken), maxQuotations)] {
		speaker := q.Speaker.Text
		if len(speaker) > desk.MaxSpeaker {
			speaker = ""
		}
		out = append(out, desk.Quotation{
			ID: d.id(desk.KindQuotation), ArticleID: articleID, State: desk.QuotationProposed, Begin: q.Begin, End: q.End, Words: q.Text,
			Speaker: speaker, Found: speaker, Cue: q.Cue.Text, Stance: q.Stance.String(), Context: q.Context.Text, Rule: analyse.Version,
		})
	}
	return out
}

// namedIn gives the people, organisations and dates that a text names, each
// once with its places.
func (d *Desk) namedIn(articleID string, r analyse.Result, dates []analyse.FoundDate) []desk.Finding {
	c := collected{at: map[[2]string]int{}}
	for _, n := range r.People {
		c.add(desk.FindingPerson, n.Name, n.Count, maxNames, n.Spans())
	}
	for _, n := range r.Organisations {
		c.add(desk.FindingOrganisation, n.Name, n.Count, maxNames, n.Spans())
	}
	for _, f := range dates {
		c.add(desk.FindingDate, f.Value, 1, maxDates, []desk.Span{{Begin: f.Span.Begin, End: f.Span.End, Words: f.Text}})
	}
	for i := range c.list {
		f := &c.list[i]
		f.ID, f.ArticleID, f.Rule = d.id(desk.KindFinding), articleID, analyse.Version
	}
	return c.list
}

// collected are findings, each value of a kind once.
type collected struct {
	list []desk.Finding
	at   map[[2]string]int
	n    [3]int
}

func (c *collected) add(kind desk.FindingKind, value string, count, most int, spans []desk.Span) {
	key := [2]string{string(kind), value}
	if i, there := c.at[key]; there {
		f := &c.list[i]
		f.Count += count
		if len(f.Spans) < maxDatePlaces {
			f.Spans = append(f.Spans, spans...)
		}
		return
	}
	of := map[desk.FindingKind]int{desk.FindingPerson: 0, desk.FindingOrganisation: 1, desk.FindingDate: 2}[kind]
	if value == "" || len(value) > maxValue || c.n[of] >= most {
		return
	}
	c.n[of]++
	c.at[key] = len(c.list)
	c.list = append(c.list, desk.Finding{Kind: kind, Value: value, Count: count, Spans: spans})
}
