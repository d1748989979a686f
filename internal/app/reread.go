package app

import (
	"context"
	"time"

	"rightsdesk/internal/pipeline"
)

// RereadRequest says what is read again from its evidence.
type RereadRequest struct {
	Source string // id; empty: all
	After  string // id of the article behind which to begin; empty: the first
	Apply  bool

	// Report gets each article that reads otherwise or was skipped.
	Report func(pipeline.Rereading) error
	// Progress is told from time to time; nil: nobody is.
	Progress func(RereadProgress)
}

// RereadProgress is how far reading again has come.
type RereadProgress struct {
	Done, All int
	Took      time.Duration
}

// Rate gives articles a second.
func (p RereadProgress) Rate() float64 { return float64(p.Done) / max(p.Took.Seconds(), 0.001) }

// Left gives about how long the rest will take.
func (p RereadProgress) Left() time.Duration {
	if p.Done == 0 {
		return 0
	}
	return time.Duration(float64(p.Took) / float64(p.Done) * float64(max(p.All-p.Done, 0)))
}

// RereadSum sums up what became of the articles.
type RereadSum struct {
	Read    int            `json:"read"`
	Changed int            `json:"changed"` // read otherwise than before
	Applied int            `json:"applied"`
	Skipped int            `json:"skipped"` // left as they are, with the reason in their line
	Fields  map[string]int `json:"fields"`  // how many articles change in each
	Last    string         `json:"last"`    // id of the last article that was read; where to go on
}

// Reread runs the reader of this program over the evidence of all articles of
// a source, or of all. What people decided stays. It may be ended at any point,
// which gives the sum so far, and gone on with behind its last article, or begun
// again: what was applied reads as it is.
func Reread(ctx context.Context, e Env, r *Rooms, q RereadRequest) (RereadSum, error) {
	sum := RereadSum{Fields: map[string]int{}}
	if q.Source != "" {
		if _, err := r.Desk.Source(ctx, q.Source); err != nil {
			return sum, err
		}
	}
	all, err := r.Desk.CountRereadable(ctx, q.Source, q.After)
	if err != nil {
		return sum, err
	}
	d := NewPipeline(e, r)
	ask := pipeline.Reread{Source: q.Source, After: q.After, Apply: q.Apply, Learn: true, Account: commandLine, Reason: "Read again from the evidence."}
	begin := e.Now()
	for {
		list, last, err := d.RereadNext(ctx, ask)
		for _, one := range list {
			if err := sum.add(one, q.Report); err != nil {
				return sum, err
			}
		}
		if err != nil || last == "" {
			return sum, err
		}
		ask.After, sum.Last = last, last
		if q.Progress != nil {
			q.Progress(RereadProgress{Done: sum.Read, All: all, Took: e.Now().Sub(begin)})
		}
	}
}

func (s *RereadSum) add(one pipeline.Rereading, report func(pipeline.Rereading) error) error {
	s.Read++
	if one.Applied {
		s.Applied++
	}
	if one.Skipped != "" {
		s.Skipped++
	}
	if len(one.Changes) > 0 {
		s.Changed++
		for _, c := range one.Changes {
			s.Fields[c.Field]++
		}
	}
	if len(one.Changes) == 0 && one.Skipped == "" {
		return nil
	}
	return report(one)
}
