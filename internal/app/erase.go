package app

import (
	"context"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// EraseVerb says what somebody does about an erasure.
type EraseVerb string

// What can be done about an erasure.
const (
	ErasePropose EraseVerb = "propose"
	EraseAgree   EraseVerb = "agree"
	EraseDecline EraseVerb = "decline"
)

// EraseRequest is what somebody asks for at the command line. Two people are
// needed: who proposes and who agrees show by their passwords that they are not
// one.
type EraseRequest struct {
	Verb     EraseVerb
	Record   string // id of a capture, or of the article read out of it
	Name     string // of the account
	Password string
	Reason   string // of a proposal
}

// Erase proposes, agrees to or declines an erasure. What was agreed is carried
// out before it returns. Errors: Forbidden for a wrong password and for who
// agrees to a proposal of their own.
func Erase(ctx context.Context, e Env, r *Rooms, q EraseRequest) (desk.Erasure, error) {
	a, err := whoIs(ctx, r, q.Name, q.Password)
	if err != nil {
		return desk.Erasure{}, err
	}
	captureID, err := captureOf(ctx, r, q.Record)
	if err != nil {
		return desk.Erasure{}, err
	}
	id := func(k desk.Kind) string { return desk.NewID(e.Random, e.Config.Organisation.Key, k) }
	d := desk.Decision{ID: id(desk.KindDecision), At: e.Now(), Account: a.ID, RecordID: captureID}
	if q.Verb == ErasePropose {
		if err := desk.CheckErasure(q.Reason); err != nil {
			return desk.Erasure{}, err
		}
		d.Verb = desk.VerbPropose
		if err := r.Desk.ProposeErasure(ctx, desk.Erasure{ID: id(desk.KindErasure), CaptureID: captureID, Reason: q.Reason}, d); err != nil {
			return desk.Erasure{}, err
		}
		return r.Desk.ErasureOf(ctx, captureID)
	}
	found, err := r.Desk.ErasureOf(ctx, captureID)
	if err != nil {
		return found, err
	}
	if q.Verb == EraseDecline {
		d.Verb = desk.VerbDecline
		err = r.Desk.DeclineErasure(ctx, found.ID, d)
	} else {
		d.Verb = desk.VerbErase
		err = r.Desk.AgreeErasure(ctx, found.ID, d)
	}
	if err == nil {
		err = eraseNow(ctx, e, r, func() error { return forgetCopies(e.Config) })
	}
	if err != nil {
		return found, err
	}
	return r.Desk.Erasure(ctx, found.ID)
}

// eraseNow deletes what was agreed on, without waiting for work, and then the
// copies that forget knows of.
func eraseNow(ctx context.Context, e Env, r *Rooms, forget func() error) error {
	d := NewPipeline(e, r)
	for {
		more, err := d.Erase(ctx, forget)
		if err != nil || !more {
			return err
		}
	}
}

// captureOf gives the capture that an id names, or out of which an article was read.
func captureOf(ctx context.Context, r *Rooms, id string) (string, error) {
	if desk.KindOf(id) != desk.KindArticle {
		return id, nil
	}
	a, err := r.Desk.Article(ctx, id)
	return a.CaptureID, err
}

// whoIs gives the account with a name and password.
func whoIs(ctx context.Context, r *Rooms, name, password string) (desk.Account, error) {
	a, hash, err := r.Desk.AccountByName(ctx, name)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return a, err
	}
	if err == nil && !a.Disabled && hash != "" {
		ok, _, err := account.CheckPassword(hash, password)
		if err != nil || ok {
			return a, err
		}
	}
	return desk.Account{}, fault.New(fault.Forbidden, "Name and password do not go together, or the account may not log in.")
}
