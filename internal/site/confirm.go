package site

import (
	"net/http"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

// confirmPage has the button by which a reader confirms.
type confirmPage struct {
	Frame
	Word        string
	Territories []string // ids, or public.Everything
	Language    string
}

func (s *site) getConfirm(w http.ResponseWriter, r *http.Request) error {
	word, prefs, err := s.opened(r, subscription.ToConfirm)
	if err != nil {
		return err
	}
	p := &confirmPage{Word: word, Territories: prefs.Territories, Language: prefs.Language}
	p.Title, p.Part = locale.T(tongue(r), "Confirm your subscription"), "/newsletter"
	return s.showPrivate(w, r, http.StatusOK, "confirm.html", p)
}

func (s *site) postConfirm(w http.ResponseWriter, r *http.Request) error {
	word, _, err := s.opened(r, subscription.ToConfirm)
	if err != nil {
		return err
	}
	if err := s.send(r, public.Message{Kind: public.Confirm, Capability: word}); err != nil {
		return err
	}
	return s.answer(w, r, locale.T(tongue(r), "You are subscribed"),
		locale.T(tongue(r), "Thank you. You get the next issue when it is sent."),
		locale.T(tongue(r), "Every mail has a link at its end by which you leave with one click."))
}
