package office

import (
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// pastePage is the box for a text that has no source to poll.
type pastePage struct {
	Frame
	OfficeURL string
	Address   string
	Text      string
}

// bookmarklet is a bookmark that runs on the page that an editor reads. It opens
// the office's page for handing in, waits until that says that it is ready, and
// gives it, and nobody else, the page or what is selected on it. %s is the
// office's address and the words for a browser that opens no window.
const bookmarklet = `(function(){var o=new URL(%s).origin,w=open(o+"/hand-in","_blank"),s=getSelection(),d=document.createElement("div"),h,i;` +
	`if(!w){alert(%s);return}` +
	`if(s&&!s.isCollapsed){for(i=0;i<s.rangeCount;i++)d.appendChild(s.getRangeAt(i).cloneContents());h="<!doctype html><title></title><body>"+d.innerHTML}` +
	`else h="<!doctype html>"+document.documentElement.outerHTML;` +
	`addEventListener("message",function(e){if(e.origin===o&&e.source===w&&e.data==="rightsdesk-ready")` +
	`w.postMessage({rightsdesk:1,html:h,address:location.href,title:document.title,part:!!d.firstChild},o)})})()`

// Bookmarklet is the address of the bookmark.
func (p *pastePage) Bookmarklet() template.URL {
	blocked := locale.T(string(p.Lang), "Your browser did not open the office. Allow this page to open windows, then press the bookmark again.")
	return template.URL("javascript:" + fmt.Sprintf(bookmarklet, quoted(p.OfficeURL), quoted(blocked)))
}

// quoted writes a text as a script does.
func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string can be written
	}
	return strings.ReplaceAll(string(b), "%", `\u0025`) // browsers decode the address before they run it
}

func (o *office) pastePage(r *http.Request) *pastePage {
	return &pastePage{Frame: Frame{Title: locale.T(o.lang(r), "Paste a text"), Nav: "/paste", Lang: o.tongue(r)}, OfficeURL: o.OfficeURL}
}

func (o *office) getPaste(w http.ResponseWriter, r *http.Request) error {
	return o.show(w, r, http.StatusOK, "paste.html", o.pastePage(r))
}

func (o *office) postPaste(w http.ResponseWriter, r *http.Request) error {
	text := strings.ReplaceAll(r.PostFormValue("text"), "\r\n", "\n")
	address := strings.TrimSpace(r.PostFormValue("address"))
	err := fault.New(fault.Invalid, "There is nothing in the box. Please paste the text of an article, or its HTML.")
	switch wrong := wrongAddress(address); {
	case wrong != "":
		err = fault.New(fault.Invalid, "%s", wrong)
	case strings.TrimSpace(text) != "":
		var id string
		if id, err = o.Paste(r.Context(), []byte(text), address, person(r).ID); err == nil {
			return o.done(w, r, "/articles/"+id, locale.T(o.lang(r), "Taken in and kept as evidence."))
		}
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p := o.pastePage(r)
	p.Problem, p.Text, p.Address = words, text, address
	return o.show(w, r, status, "paste.html", p)
}
