package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/newsletter"
	"rightsdesk/internal/office"
	"rightsdesk/internal/pipeline"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/subscription"
)

// Office answers the editors until ctx ends. At the first start it prints a
// link by which the first administrator is made.
func Office(ctx context.Context, e Env) (err error) {
	if err := MakeFolders(e.Config); err != nil {
		return err
	}
	release, err := Lock(e.Config, "office")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	rooms, err := OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	l, err := net.Listen("tcp", e.Config.Office.Address)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "The office cannot listen on %s. Is another program using it? Change office.address", e.Config.Office.Address)
	}
	if err := welcome(ctx, e, rooms); err != nil {
		return errors.Join(err, l.Close())
	}
	return listen(ctx, e, "office", l, NewOffice(e, rooms))
}

// NewOffice makes the office's handler.
func NewOffice(e Env, r *Rooms) http.Handler { return office.New(officeParts(e, r)) }

func officeParts(e Env, r *Rooms) office.Parts {
	d := NewPipeline(e, r)
	return office.Parts{
		Store: officeStore{r.Desk, d, e}, Sessions: r.Desk.Sessions(), Evidence: r.Captures, Package: packager(e, r), Paste: d.Paste, Write: d.Write, Look: d.Look, Totals: r.Edition.Totals, Proxies: d.Fetch.Proxies(),
		Compose: composer(e, r, d), Settings: settings(e.Config, r), Places: places(e.Config), Inboxes: e.Config.Mail.Inboxes, Random: e.Random, Now: e.Now,
		Organisation: e.Config.Organisation.Key, OfficeURL: e.Config.Office.URL, Log: e.Log,
	}
}

// officeStore is the desk's store with ids made for what the office begins.
type officeStore struct {
	*deskstore.Store
	pipeline *pipeline.Desk
	env      Env
}

// SendTest sends a copy of an issue to one address.
func (s officeStore) SendTest(ctx context.Context, issueID, address string, d desk.Decision) error {
	id := func(k desk.Kind) string { return desk.NewID(s.env.Random, s.env.Config.Organisation.Key, k) }
	return s.Store.SendTest(ctx, issueID, deskstore.Test{IssueID: id(desk.KindIssue), SubscriberID: id(desk.KindSubscriber), Address: address}, d)
}

// composer shows an issue as a reader would get it.
func composer(e Env, r *Rooms, d *pipeline.Desk) office.Composer {
	return func(ctx context.Context, issue subscription.Issue, territories []string, language string) (office.Mail, error) {
		teasers, err := r.Edition.Teasers(ctx, issue.Articles)
		if err != nil {
			return office.Mail{}, err
		}
		reader := subscription.Subscriber{Address: "reader@example.org", Language: language, Territories: territories}
		word := "preview-preview-previe"
		m, something := newsletter.Compose(issue, reader, word, teasers, settings(e.Config, r), d.Post.Sender, "preview", e.Now())
		if !something {
			return office.Mail{}, fault.New(fault.Invalid, "Nothing in this issue is for that selection, so that reader gets no mail. An article published a moment ago may not have reached the site yet.")
		}
		return office.Mail{Subject: m.Subject, Text: m.Text, HTML: m.HTML}, nil
	}
}

// welcome prints the link by which the first administrator is made, as long as
// there is no account.
func welcome(ctx context.Context, e Env, r *Rooms) error {
	accounts, err := r.Desk.Accounts(ctx)
	if err != nil || len(accounts) > 0 {
		return err
	}
	link, err := Invite(ctx, e, r, "")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.Out, "\nNobody can log in yet. Open this link to become the first administrator (good for 3 days, works once):\n\n  %s\n\n", link)
	return err
}

// Invite makes a link that lets somebody set the password of an account, or
// become the first administrator when account is empty.
func Invite(ctx context.Context, e Env, r *Rooms, accountID string) (link string, err error) {
	word, hash := account.Invitation(e.Random)
	if err := r.Desk.AddInvitation(ctx, hash, accountID, e.Now().Add(account.InvitationFor)); err != nil {
		return "", err
	}
	return e.Config.Office.URL + "/setup/" + word, nil
}
