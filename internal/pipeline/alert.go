package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/mail"
	"rightsdesk/internal/subscription"
)

// Alert puts a letter to the editors on the ledger when sources are in trouble
// of which none was written yet. It is asked once a minute, so that many at
// once are one letter.
func (d *Desk) Alert(ctx context.Context) (more bool, err error) {
	n, err := d.Store.WriteAlert(ctx, d.id(desk.KindLetter), d.Now())
	if n > 0 {
		d.Log.Warn("sources are in trouble; the editors are told by mail", "sources", n)
	}
	return false, err
}

// alertLetter makes a letter to the editors, of what is so when it is sent.
// wanted is false when nothing of it is left to be told.
func (m *Mailer) alertLetter(ctx context.Context, l subscription.Letter) (msg mail.Message, wanted bool, err error) {
	d := m.desk
	list, err := d.Store.Alerted(ctx, l.ID)
	if err != nil || len(list) == 0 || d.Alerts.To == "" {
		return mail.Message{}, false, err
	}
	from := d.Post.Sender
	return mail.Message{
		ID: l.ID, Domain: from.Domain, From: from.Address, FromName: from.Name, To: d.Alerts.To, Subject: alertSubject(list),
		Text: alertText(list, d.Alerts.Office), Date: d.Now(), Auto: true,
	}, true, nil
}

// troubles says in words what is wrong with a source, and what follows.
var troubles = map[desk.Health]string{
	desk.HealthFailing: "cannot be read", desk.HealthBlocked: "refuses us", desk.HealthShape: "has changed its shape", desk.HealthMoved: "has moved",
	desk.HealthFrozen: "brings nothing new", desk.HealthEmpty: "is empty", desk.HealthEnded: "has ended and is not asked any more",
}

func alertSubject(list []desk.Source) string {
	if len(list) > 1 {
		return fmt.Sprintf("%d sources need a look", len(list))
	}
	return nameOf(list[0]) + " " + troubles[list[0].Health]
}

// alertText tells of each source what is wrong with it and where it is in the office.
func alertText(list []desk.Source, office string) string {
	var b strings.Builder
	for _, s := range list {
		fmt.Fprintf(&b, "%s %s.\n", nameOf(s), troubles[s.Health])
		if s.LastError != "" {
			fmt.Fprintf(&b, "%s\n", s.LastError)
		}
		fmt.Fprintf(&b, "%s/sources/%s\n\n", office, s.ID)
	}
	b.WriteString("You are not told of the same trouble again until the source was well in between. This comes from the desk itself (office.alerts); nobody reads answers.\n")
	return b.String()
}

func nameOf(s desk.Source) string { return cmp.Or(s.Outlet, s.Address) }
