package site

import (
	"net/http"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// subscribePage is the form by which an address asks for the newsletter.
type subscribePage struct {
	Frame
	Problem string
	Address string
	choice
}

func (s *site) getSubscribe(w http.ResponseWriter, r *http.Request) error {
	p := newSubscribePage(tongue(r))
	p.choice = newChoice(tongue(r), r.URL.Query()["territory"], tongue(r))
	return s.show(w, r, "subscribe.html", p)
}

func newSubscribePage(language string) *subscribePage {
	p := &subscribePage{}
	p.Title, p.Path, p.Part = locale.T(language, "Newsletter by mail"), "/subscribe", "/newsletter"
	p.Description = locale.T(language, "The newsletter: free, for all countries or those you choose, without tracking.")
	return p
}

// postSubscribe answers alike whether the address is known or not: what it
// does about it is said in the mail only.
func (s *site) postSubscribe(w http.ResponseWriter, r *http.Request) error {
	if err := s.limited(r); err != nil {
		return err
	}
	if err := readForm(r); err != nil {
		return err
	}
	m := public.Message{Kind: public.Subscribe, Address: strings.TrimSpace(r.PostFormValue("address"))}
	var err error
	if m.Territories, m.Language, err = chosen(r); err == nil {
		err = s.send(r, m)
	}
	if fault.Is(err, fault.Invalid) {
		p := newSubscribePage(tongue(r))
		p.Problem, p.Address = said(r, err), m.Address
		p.choice = newChoice(tongue(r), m.Territories, m.Language)
		p.Some = r.PostFormValue("scope") == "some"
		return s.showPrivate(w, r, web.Status(err), "subscribe.html", p)
	}
	if err != nil {
		return err
	}
	return s.answer(w, r, locale.T(tongue(r), "Look into your mailbox"), mailbox(tongue(r))...)
}

// mailbox is what everybody is told who asked for a mail.
func mailbox(language string) []string {
	return []string{
		locale.T(language, "If this address can receive our mail, a message with a link is on its way to it. Nothing changes before you open the link and press the button there."),
		locale.T(language, "It can take some minutes. If nothing comes, look among the unwanted mail, and check how you wrote the address. We write to an address once an hour at most because of this form."),
	}
}
