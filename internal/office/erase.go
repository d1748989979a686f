package office

import (
	"cmp"
	"encoding/hex"
	"net/http"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// erasuresListed is how many erasures the list shows.
const erasuresListed = 200

// erasuresPage lists what was proposed to be erased, and what became of it.
type erasuresPage struct {
	Frame
	Erasures []erasureLine
}

// erasureLine is an erasure with the names of who proposed and decided it.
type erasureLine struct {
	desk.Erasure
	Proposer, Decider string
	Mine              bool // proposed by who is looking
}

// proof is how a capture can be verified.
type proof struct {
	Line       int    // of the log
	Commitment string // hexadecimal
}

func (o *office) getErasures(w http.ResponseWriter, r *http.Request) error {
	list, err := o.erasing.Erasures(r.Context(), erasuresListed)
	if err != nil {
		return err
	}
	p := &erasuresPage{Frame: Frame{Title: locale.T(o.lang(r), "Erasures"), Nav: "/"}}
	for _, e := range list {
		line, err := o.erasureLine(r, e)
		if err != nil {
			return err
		}
		p.Erasures = append(p.Erasures, line)
	}
	return o.show(w, r, http.StatusOK, "erasures.html", p)
}

// waitingErasures counts the proposals that wait for whoever is looking.
func (o *office) waitingErasures(r *http.Request) (n int, err error) {
	list, err := o.erasing.Erasures(r.Context(), erasuresListed)
	for _, e := range list {
		if e.CheckAgree(person(r).ID) == nil {
			n++
		}
	}
	return n, err
}

func (o *office) erasureLine(r *http.Request, e desk.Erasure) (line erasureLine, err error) {
	line = erasureLine{Erasure: e, Mine: e.ProposedBy == person(r).ID}
	if line.Proposer, err = o.nameOf(r, e.ProposedBy); err == nil {
		line.Decider, err = o.nameOf(r, e.DecidedBy)
	}
	return line, err
}

// nameOf gives the name of an account, or its id where it is not known.
func (o *office) nameOf(r *http.Request, id string) (string, error) {
	a, err := o.logins.Account(r.Context(), id)
	if fault.Is(err, fault.NotFound) {
		return id, nil
	}
	return cmp.Or(a.Name, id), err
}

// erasureOf gives the erasure of a capture that is open or was carried out, nil
// for none.
func (o *office) erasureOf(r *http.Request, captureID string) (*erasureLine, error) {
	e, err := o.erasing.ErasureOf(r.Context(), captureID)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	line, err := o.erasureLine(r, e)
	return &line, err
}

func (o *office) proofOf(r *http.Request, captureID string) (proof, error) {
	leaf, err := o.proofs.LeafOf(r.Context(), captureID)
	return proof{int(leaf.Seq), hex.EncodeToString(leaf.Commitment)}, err
}

// postErase proposes, agrees to or declines the erasure of the capture out of
// which an article was read.
func (o *office) postErase(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	notice, err := o.erase(r, a)
	if err == nil {
		return o.done(w, r, "/articles/"+a.ID+"/evidence", notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showEvidence(w, r, status, words)
}

func (o *office) erase(r *http.Request, a desk.Article) (notice string, err error) {
	do := r.PostFormValue("do")
	if do == "propose" {
		reason := strings.TrimSpace(r.PostFormValue("reason"))
		if err := desk.CheckErasure(reason); err != nil {
			return "", err
		}
		e := desk.Erasure{ID: o.newID(desk.KindErasure), CaptureID: a.CaptureID, Reason: reason}
		return locale.T(o.lang(r), "Proposed. It is erased when a second person agrees."), o.erasing.ProposeErasure(r.Context(), e, o.decision(r, desk.VerbPropose, a.CaptureID))
	}
	e, err := o.erasing.ErasureOf(r.Context(), a.CaptureID)
	if err != nil {
		return "", err
	}
	switch do {
	case "agree":
		if r.PostFormValue("sure") != "yes" {
			return "", fault.New(fault.Invalid, "Nothing is erased yet. Please tick that you know that it cannot be undone.")
		}
		return locale.T(o.lang(r), "Erased. Its file is deleted within a moment, and the log says by whose decision."), o.erasing.AgreeErasure(r.Context(), e.ID, o.decision(r, desk.VerbErase, a.CaptureID))
	case "decline":
		return locale.T(o.lang(r), "Declined. Nothing was erased."), o.erasing.DeclineErasure(r.Context(), e.ID, o.decision(r, desk.VerbDecline, a.CaptureID))
	}
	return "", fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
}

// getPackage gives the capture of an article as a WACZ package, which tools of
// web archives open.
func (o *office) getPackage(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	c, err := o.articles.Capture(r.Context(), a.CaptureID)
	if err != nil {
		return err
	}
	data, err := o.Package(c, a.Title)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "application/wacz")
	h.Set("Content-Disposition", `attachment; filename="`+c.ID+`.wacz"`)
	_, err = w.Write(data)
	return err
}
