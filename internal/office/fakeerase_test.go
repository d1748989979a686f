package office

import (
	"context"

	"rightsdesk/internal/desk"
)

// The erasures of the fake: with the rule that two people are needed.

func (f *fake) LeafOf(_ context.Context, captureID string) (desk.Leaf, error) {
	return desk.Leaf{Seq: 41, CaptureID: captureID, Commitment: []byte{0xab, 0xcd}}, nil
}

func (f *fake) Erasures(context.Context, int) ([]desk.Erasure, error) { return f.erasures, nil }

func (f *fake) ErasureOf(_ context.Context, captureID string) (desk.Erasure, error) {
	for _, e := range f.erasures {
		if e.CaptureID == captureID && e.State != desk.ErasureDeclined {
			return e, nil
		}
	}
	return desk.Erasure{}, errMissing
}

func (f *fake) ProposeErasure(_ context.Context, e desk.Erasure, d desk.Decision) error {
	e.State, e.ProposedBy, e.ProposedAt = desk.ErasureProposed, d.Account, d.At
	for _, a := range f.articles {
		if a.CaptureID == e.CaptureID {
			e.ArticleID = a.ID
		}
	}
	f.erasures = append(f.erasures, e)
	return nil
}

func (f *fake) AgreeErasure(_ context.Context, id string, d desk.Decision) error {
	return f.decideErasure(id, desk.ErasureWiped, d, d.Account)
}

func (f *fake) DeclineErasure(_ context.Context, id string, d desk.Decision) error {
	return f.decideErasure(id, desk.ErasureDeclined, d, "")
}

func (f *fake) decideErasure(id string, state desk.ErasureState, d desk.Decision, account string) error {
	for i, e := range f.erasures {
		if e.ID != id {
			continue
		}
		if err := e.CheckAgree(account); err != nil {
			return err
		}
		e.State, e.DecidedBy, e.DecidedAt, e.DecisionID = state, d.Account, d.At, d.ID
		f.erasures[i] = e
		return nil
	}
	return errMissing
}
