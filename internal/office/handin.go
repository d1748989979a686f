package office

import (
	"net/http"

	"rightsdesk/internal/locale"
)

// handInPage takes what the bookmark gives from the page that an editor reads,
// for them to see before it is taken in. Its script does the taking; it asks the
// window that opened it and believes no address of another origin than the
// message came from. Nothing is stored before the editor presses the button.
type handInPage struct{ Frame }

// getHandIn answers who is not logged in too: the login page would cut the page
// off from the window that opened it, so that nothing could be handed over.
func (o *office) getHandIn(w http.ResponseWriter, r *http.Request) error {
	// Every other page of the office is cut off from windows of other sites.
	w.Header().Set("Cross-Origin-Opener-Policy", "unsafe-none")
	return o.show(w, r, http.StatusOK, "handin.html", &handInPage{Frame{Title: locale.T(o.lang(r), "Hand in a page"), Nav: "/paste"}})
}
