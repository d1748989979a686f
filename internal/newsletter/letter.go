package newsletter

import (
	"fmt"
	"time"

	"rightsdesk/internal/mail"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

type letterPage struct {
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
	links := Links{s.SiteURL}
	return letter(l, letterPage{
		Title:  "Please confirm",
		Before: "Somebody, probably you, asked for our newsletter to be sent to this address. If it was you, please confirm it on this page:",
		Link:   links.Confirm(l.Word),
		Button: "Confirm",
		After: fmt.Sprintf("The link is good for %d days. If it was not you, do nothing: no newsletter comes without this confirmation.",
			int(subscription.ConfirmFor.Hours()/24)),
	}, links, s, from, now)
}

// PreferencesLetter gives a reader the link to their preferences that they
// asked for.
func PreferencesLetter(l subscription.Letter, s public.Settings, from Sender, now time.Time) mail.Message {
	links := Links{s.SiteURL}
	return letter(l, letterPage{
		Title:  "The link you asked for",
		Before: "On this page you can see and change what you get from us:",
		Link:   links.Preferences(l.Word),
		Button: "See what I get",
		After: fmt.Sprintf("The link is good for %d hours. Whoever has it can do the same, so please do not pass this mail on. If you did not ask for it, do nothing: nothing has changed.",
			int(subscription.PreferencesFor.Hours())),
	}, links, s, from, now)
}

func letter(l subscription.Letter, page letterPage, links Links, s public.Settings, from Sender, now time.Time) mail.Message {
	page.Organisation, page.Site, page.Leave = plain(s.Organisation), s.SiteURL, links.Leave(l.LeaveWord)
	m := message(l.ID, l.Subscriber.Address, page.Title, l.LeaveWord, links, from, now)
	m.Text = render(texts, "letter.txt", page)
	m.HTML = render(letterHTML, "layout", page)
	return m
}
