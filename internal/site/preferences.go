package site

import (
	"net/http"
	"strings"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
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

func newAskPage(language string) *askPage {
	p := &askPage{}
	p.Title, p.Path, p.Part, p.Unlisted = locale.T(language, "Change your subscription"), "/preferences", "/newsletter", true
	return p
}

func (s *site) getAskPreferences(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, r, "ask.html", newAskPage(tongue(r)))
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
		p := newAskPage(tongue(r))
		p.Problem, p.Address = said(r, err), address
		return s.showPrivate(w, r, web.Status(err), "ask.html", p)
	}
	if err != nil {
		return err
	}
	return s.answer(w, r, locale.T(tongue(r), "Look into your mailbox"), mailbox(tongue(r))...)
}

func newPreferencesPage(language, word string, prefs subscription.Preferences) *preferencesPage {
	p := &preferencesPage{Word: word, Expires: prefs.Expires, Now: prefs.Territories, choice: newChoice(language, prefs.Territories, prefs.Language)}
	p.Title, p.Part = locale.T(language, "Your subscription"), "/newsletter"
	return p
}

func (s *site) getPreferences(w http.ResponseWriter, r *http.Request) error {
	word, prefs, err := s.opened(r, subscription.ToPreferences)
	if err != nil {
		return err
	}
	return s.showPrivate(w, r, http.StatusOK, "preferences.html", newPreferencesPage(tongue(r), word, prefs))
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
		p := newPreferencesPage(tongue(r), word, prefs)
		p.choice = newChoice(tongue(r), m.Territories, m.Language)
		p.Problem, p.Some = said(r, err), r.PostFormValue("scope") == "some"
		return s.showPrivate(w, r, web.Status(err), "preferences.html", p)
	}
	if err != nil {
		return err
	}
	return s.answer(w, r, locale.T(tongue(r), "Your subscription is changed"),
		locale.T(tongue(r), "The next issue follows what you chose. It can take a minute until this link shows it."))
}
