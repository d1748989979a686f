package newsletter

import (
	"time"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/mail"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

type letterPage struct {
	Language     string
	Title        string
	Organisation string
	Site         string
	Before       string // paragraph before the link
	Link         string
	Button       string // what the link does
	After        string
	Leave        string
}

// ConfirmLetter asks whoever owns an address whether they asked for the
// newsletter. It does not say for which countries.
func ConfirmLetter(l subscription.Letter, s public.Settings, from Sender, now time.Time) mail.Message {
	in := tongue(l.Subscriber.Language)
	links := Links{s.SiteURL, in}
	return letter(l, letterPage{
		Language: in,
		Title:    locale.T(in, "Please confirm"),
		Before:   locale.T(in, "Somebody, probably you, asked for our newsletter to be sent to this address. If it was you, please confirm it on this page:"),
		Link:     links.Confirm(l.Word),
		Button:   locale.T(in, "Confirm"),
		After: locale.N(in, int(subscription.ConfirmFor.Hours()/24), "The link is good for {n} day.", "The link is good for {n} days.") + " " +
			locale.T(in, "If it was not you, do nothing: no newsletter comes without this confirmation."),
	}, links, s, from, now)
}

// PreferencesLetter gives a reader the link to their preferences that they
// asked for.
func PreferencesLetter(l subscription.Letter, s public.Settings, from Sender, now time.Time) mail.Message {
	in := tongue(l.Subscriber.Language)
	links := Links{s.SiteURL, in}
	return letter(l, letterPage{
		Language: in,
		Title:    locale.T(in, "The link you asked for"),
		Before:   locale.T(in, "On this page you can see and change what you get from us:"),
		Link:     links.Preferences(l.Word),
		Button:   locale.T(in, "See what I get"),
		After: locale.N(in, int(subscription.PreferencesFor.Hours()), "The link is good for {n} hour.", "The link is good for {n} hours.") + " " +
			locale.T(in, "Whoever has it can do the same, so please do not pass this mail on. If you did not ask for it, do nothing: nothing has changed."),
	}, links, s, from, now)
}

func letter(l subscription.Letter, page letterPage, links Links, s public.Settings, from Sender, now time.Time) mail.Message {
	page.Organisation, page.Site, page.Leave = plain(s.Organisation), links.Home(), links.Leave(l.LeaveWord)
	m := message(l.ID, l.Subscriber.Address, page.Title, l.LeaveWord, links, from, now)
	m.Text = render(templatesIn(page.Language).text, "letter.txt", page)
	m.HTML = render(templatesIn(page.Language).letter, "layout", page)
	return m
}
