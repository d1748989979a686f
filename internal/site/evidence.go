package site

import (
	"encoding/json"
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// evidencePage says what can be verified of the capture behind an article, and
// how. Restricted captures have none.
type evidencePage struct {
	Frame
	Article public.Article
	Proof   public.Proof
}

// Signed reports whether a checkpoint covers the capture.
func (p *evidencePage) Signed() bool { return p.Proof.Size > 0 }

func (s *site) getEvidence(w http.ResponseWriter, r *http.Request) error {
	a, proof, err := s.proof(r)
	if err != nil {
		return err
	}
	p := &evidencePage{Article: a, Proof: proof}
	p.Title, p.Path = locale.T(tongue(r), "Evidence: {title}", "title", a.Title), "/a/"+a.ID+"/evidence"
	return s.show(w, r, "evidence.html", p)
}

// getProof gives the proof as a file for "rightsdesk verify -proof".
func (s *site) getProof(w http.ResponseWriter, r *http.Request) error {
	_, proof, err := s.proof(r)
	if err != nil {
		return err
	}
	b, err := json.MarshalIndent(proof, "", " ")
	if err != nil {
		return err
	}
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "application/json", append(b, '\n'))
}

func (s *site) proof(r *http.Request) (public.Article, public.Proof, error) {
	a, err := s.Articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return a, public.Proof{}, err
	}
	p, err := s.Proofs.Proof(r.Context(), a.ID)
	if fault.Is(err, fault.NotFound) {
		err = problem(fault.NotFound, locale.T(tongue(r), "The evidence behind this article is confidential, so there is no page about it."))
	}
	return a, p, err
}
