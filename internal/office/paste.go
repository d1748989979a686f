package office

import (
	"net/http"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// pastePage is the box for a text that has no source to poll.
type pastePage struct {
	Frame
	Text string
}

func (o *office) getPaste(w http.ResponseWriter, r *http.Request) error {
	return o.show(w, r, http.StatusOK, "paste.html", &pastePage{Frame: Frame{Title: locale.T(o.lang(r), "Paste a text"), Nav: "/paste"}})
}

func (o *office) postPaste(w http.ResponseWriter, r *http.Request) error {
	text := strings.ReplaceAll(r.PostFormValue("text"), "\r\n", "\n")
	err := fault.New(fault.Invalid, "There is nothing in the box. Please paste the text of an article, or its HTML.")
	if strings.TrimSpace(text) != "" {
		var id string
		if id, err = o.Paste(r.Context(), []byte(text), person(r).ID); err == nil {
			return o.done(w, r, "/articles/"+id, locale.T(o.lang(r), "Taken in and kept as evidence."))
		}
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p := &pastePage{Frame: Frame{Title: locale.T(o.lang(r), "Paste a text"), Nav: "/paste", Problem: words}, Text: text}
	return o.show(w, r, status, "paste.html", p)
}
