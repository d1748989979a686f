package site

import (
	"net/http"
	"strings"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
	"rightsdesk/internal/web"
)

// askPage is the form by which a reader asks for a link to their preferences.
type askPage struct {
	Frame
	Problem string
	Address string
}

// preferencesPage is the form in which a reader changes their preferences.
type preferencesPage struct {
	Frame
	Problem string
	Word    string
	Expires time.Time
	Now     []string // what the reader gets: ids, or public.Everything
	choice
}

func newAskPage() *askPage {
	p := &askPage{}
	p.Title, p.Path, p.Part, p.Unlisted = "Change your subscription", "/preferences", "/subscribe", true
	return p
}

func (s *site) getAskPreferences(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, r, "ask.html", newAskPage())
}

func (s *site) postAskPreferences(w http.ResponseWriter, r *http.Request) error {
	if err := s.limited(r); err != nil {
		return err
	}
	if err := readForm(r); err != nil {
		return err
	}
	address := strings.TrimSpace(r.PostFormValue("address"))
	err := s.send(r, public.Message{Kind: public.Preferences, Address: address})
	if fault.Is(err, fault.Invalid) {
		p := newAskPage()
		p.Problem, p.Address = fault.Words(err), address
		return s.showPrivate(w, r, web.Status(err), "ask.html", p)
	}
	if err != nil {
		return err
	}
	return s.answer(w, r, "Look into your mailbox", mailbox...)
}

func newPreferencesPage(word string, prefs subscription.Preferences) *preferencesPage {
	p := &preferencesPage{Word: word, Expires: prefs.Expires, Now: prefs.Territories, choice: newChoice(prefs.Territories, prefs.Language)}
	p.Title, p.Part = "Your subscription", "/subscribe"
	return p
}

func (s *site) getPreferences(w http.ResponseWriter, r *http.Request) error {
	word, prefs, err := s.opened(r, subscription.ToPreferences)
	if err != nil {
		return err
	}
	return s.showPrivate(w, r, http.StatusOK, "preferences.html", newPreferencesPage(word, prefs))
}

func (s *site) postPreferences(w http.ResponseWriter, r *http.Request) error {
	word, prefs, err := s.opened(r, subscription.ToPreferences)
	if err != nil {
		return err
	}
	if err := readForm(r); err != nil {
		return err
	}
	m := public.Message{Kind: public.Change, Capability: word}
	if m.Territories, m.Language, err = chosen(r); err == nil {
		err = s.send(r, m)
	}
	if fault.Is(err, fault.Invalid) {
		p := newPreferencesPage(word, prefs)
		p.choice = newChoice(m.Territories, m.Language)
		p.Problem, p.Some = fault.Words(err), r.PostFormValue("scope") == "some"
		return s.showPrivate(w, r, web.Status(err), "preferences.html", p)
	}
	if err != nil {
		return err
	}
	return s.answer(w, r, "Your subscription is changed", "The next issue follows what you chose. It can take a minute until this link shows it.")
}
