package site

import (
	"net/http"

	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// answerPage tells what became of a form.
type answerPage struct {
	Frame
	Paragraphs []string
}

// send checks a message and hands it to the intake.
func (s *site) send(r *http.Request, m public.Message) error {
	m.At = s.Now().UTC()
	if err := m.Check(); err != nil {
		return err
	}
	return s.Intake.Send(r.Context(), m)
}

// limited gives an error to who sends too many forms.
func (s *site) limited(r *http.Request) error {
	if !s.limiter.Allow(r, s.Now()) {
		return web.Busy
	}
	return nil
}

// answer tells a reader what happens now.
func (s *site) answer(w http.ResponseWriter, r *http.Request, title string, paragraphs ...string) error {
	p := &answerPage{Paragraphs: paragraphs}
	p.Title, p.Part = title, "/newsletter"
	return s.showPrivate(w, r, http.StatusOK, "answer.html", p)
}
