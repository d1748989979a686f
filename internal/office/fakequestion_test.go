package office

import (
	"context"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// fakeQuestions are questions and their links, kept in memory.
type fakeQuestions struct {
	questions map[string]desk.Question
	links     map[string][]desk.Link
}

func (f *fake) Questions(context.Context) (out []desk.QuestionLine, err error) {
	for _, q := range list(f, f.questions) {
		line := desk.QuestionLine{Question: q}
		for _, l := range f.links[q.ID] {
			switch {
			case l.State == desk.Linked:
				line.Linked++
			case l.State == desk.LinkProposed && l.Verdict == desk.Answers:
				line.Waiting++
			}
		}
		out = append(out, line)
	}
	return out, nil
}

func (f *fake) Question(_ context.Context, id string) (desk.Question, error) {
	return get(f, f.questions, id)
}

func (f *fake) SaveQuestion(_ context.Context, q desk.Question, d desk.Decision) error {
	if err := desk.CheckQuestion(q); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	have := f.questions[q.ID].Version
	q.Version++
	return save(f, f.questions, q.ID, have, q.Version-1, q, d)
}

func (f *fake) Links(_ context.Context, question string) ([]desk.Link, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(f.links[question]), func(l desk.Link) bool { return l.State == desk.LinkRefused }), nil
}

func (f *fake) DecideLink(_ context.Context, question, claim string, state desk.LinkState, d, accept desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := range f.links[question] {
		l := &f.links[question][i]
		if l.ID != claim {
			continue
		}
		if state != desk.LinkRefused && l.Claim.State == desk.ClaimRefused {
			return fault.New(fault.Conflict, "This claim was refused meanwhile. Accept it on the page of its article first.")
		}
		if state != desk.LinkRefused && l.Claim.State == desk.ClaimProposed {
			l.Claim.State = desk.ClaimAccepted
			f.decisions = append(f.decisions, accept)
		}
		l.State = state
		f.decisions = append(f.decisions, d)
		return nil
	}
	return fault.New(fault.NotFound, "There is no claim %q.", claim)
}

func (f *fake) WaitingProposals(context.Context, string) (n int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, links := range f.links {
		for _, l := range links {
			if l.State == desk.LinkProposed && l.Verdict == desk.Answers {
				n++
			}
		}
	}
	return n, nil
}

func (f *fake) Figures(context.Context) ([]desk.Figure, error) { return list(f, f.figures), nil }

func (f *fake) Figure(_ context.Context, id string) (desk.Figure, error) {
	return get(f, f.figures, id)
}

func (f *fake) SaveFigure(_ context.Context, g desk.Figure, d desk.Decision) error {
	if err := desk.CheckFigure(g); err != nil && !g.Withdrawn {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	have := f.figures[g.ID].Version
	g.Version++
	return save(f, f.figures, g.ID, have, g.Version-1, g, d)
}
