package site

import (
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

// leavePage has the button by which a reader leaves.
type leavePage struct {
	Frame
	Word string
}

// getLeave shows the button without asking what stands behind the link:
// leaving works whatever state the readers' room is in.
func (s *site) getLeave(w http.ResponseWriter, r *http.Request) error {
	word, err := word(r)
	if err != nil {
		return err
	}
	p := &leavePage{Word: word}
	p.Title, p.Part = locale.T(tongue(r), "Leave the newsletter"), "/newsletter"
	return s.showPrivate(w, r, http.StatusOK, "leave.html", p)
}

// postLeave is the button's and also the one click of RFC 8058, which a mail
// provider sends for its user, without cookies, and wants answered with 200.
func (s *site) postLeave(w http.ResponseWriter, r *http.Request) error {
	word, err := word(r)
	if err != nil {
		return err
	}
	p, err := s.Readers.Preferences(r.Context(), subscription.Hash(word))
	if err != nil && !fault.Is(err, fault.NotFound) {
		s.Log.ErrorContext(r.Context(), "leave without a look at the readers", "error", err)
	}
	// Whoever holds a word that is known is not counted: a mail provider hands
	// on the wishes of many at once.
	if err != nil || p.Kind != subscription.ToLeave {
		if err := s.limited(r); err != nil {
			return err
		}
	}
	if err := s.send(r, public.Message{Kind: public.Leave, Capability: word}); err != nil {
		return err
	}
	return s.answer(w, r, locale.T(tongue(r), "You have left"),
		locale.T(tongue(r), "You get no more issues. A mail that is on its way already may still arrive."),
		locale.T(tongue(r), "You can subscribe again at any time."))
}
