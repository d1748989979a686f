package testweb

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed inbox.html
var inboxHTML string

var inbox = template.Must(template.New("inbox").Parse(inboxHTML))

// inboxPolicy lets a page load nothing. A mail's own styles may stand in it:
// the frame that shows a mail inherits the policy.
const inboxPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// inboxShows is how many mails the list has.
const inboxShows = 200

type inboxPage struct {
	Title string
	List  *mailList
	Open  *openMail
	Note  string // what came of a click
}

type mailList struct {
	Mails []Mail // newest first
	Taken int    // with those that are not shown any more
}

type openMail struct {
	Mail
	Frame string // the HTML with its links going to a new window
	Text  []textPiece
	Leave string // address for leaving by one click; empty when there is none
}

type textPiece struct{ Text, Link string }

// InboxHandler shows the mails that came in, to whoever walks through the demo.
// It has no password: it is for this machine only.
func (r *Relay) InboxHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", r.list)
	mux.HandleFunc("GET /mail/{number}", r.show)
	mux.HandleFunc("GET /mail/{number}/source", r.source)
	mux.HandleFunc("POST /mail/{number}/leave", r.leave)
	return http.NewCrossOriginProtection().Handler(mux)
}

func (r *Relay) list(w http.ResponseWriter, _ *http.Request) {
	mails := r.Mails()
	slices.Reverse(mails)
	r.mu.Lock()
	taken := r.taken
	r.mu.Unlock()
	writeInbox(w, http.StatusOK, inboxPage{Title: "Inbox", List: &mailList{mails[:min(len(mails), inboxShows)], taken}})
}

// find gives the mail that a request is about, or answers that there is none.
func (r *Relay) find(w http.ResponseWriter, req *http.Request) (Mail, bool) {
	number, err := strconv.Atoi(req.PathValue("number"))
	mails := r.Mails()
	i := slices.IndexFunc(mails, func(m Mail) bool { return m.Number == number })
	if err != nil || i < 0 {
		writeInbox(w, http.StatusNotFound, inboxPage{Title: "There is no such mail here", Note: "It may have been too old to be kept."})
		return Mail{}, false
	}
	return mails[i], true
}

func (r *Relay) show(w http.ResponseWriter, req *http.Request) {
	if m, ok := r.find(w, req); ok {
		writeInbox(w, http.StatusOK, inboxPage{Title: m.Subject, Open: open(m)})
	}
}

func (r *Relay) source(w http.ResponseWriter, req *http.Request) {
	m, ok := r.find(w, req)
	if !ok {
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Write(m.Raw)
}

// leave does what a mail program does when its reader clicks on "unsubscribe":
// one POST, without a visit to any page (RFC 8058).
func (r *Relay) leave(w http.ResponseWriter, req *http.Request) {
	m, ok := r.find(w, req)
	if !ok {
		return
	}
	page := inboxPage{Title: m.Subject, Open: open(m)}
	status, err := oneClick(req, page.Open.Leave)
	switch {
	case err != nil:
		page.Note = "The site could not be reached: " + err.Error()
	case status >= 300:
		page.Note = fmt.Sprintf("The site did not do it: it answered %d.", status)
	default:
		page.Note = fmt.Sprintf("The site answered %d: this reader has left.", status)
	}
	writeInbox(w, http.StatusOK, page)
}

func oneClick(req *http.Request, address string) (status int, err error) {
	u, err := url.Parse(address)
	if err != nil {
		return 0, err
	}
	if ip := net.ParseIP(u.Hostname()); u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return 0, fmt.Errorf("%q is not on this machine", address)
	}
	post, err := http.NewRequestWithContext(req.Context(), http.MethodPost, address, strings.NewReader("List-Unsubscribe=One-Click"))
	if err != nil {
		return 0, err
	}
	post.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	client := &http.Client{Timeout: 10 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(post)
	if err != nil {
		return 0, err
	}
	_, err = io.Copy(io.Discard, io.LimitReader(answer.Body, 1<<20))
	return answer.StatusCode, errors.Join(err, answer.Body.Close())
}

var webAddress = regexp.MustCompile(`https?://[^\s<>"]+`)

func open(m Mail) *openMail {
	o := &openMail{Mail: m}
	if m.HTML != "" {
		// A second doctype and head are ignored by HTML's rules, so that this works before any mail.
		o.Frame = `<!doctype html><base target="_blank">` + m.HTML
	}
	if m.Headers.Get("List-Unsubscribe-Post") != "" {
		o.Leave = strings.Trim(m.Headers.Get("List-Unsubscribe"), "<>")
	}
	rest := m.Text
	for _, link := range webAddress.FindAllString(m.Text, -1) {
		before, after, _ := strings.Cut(rest, link)
		o.Text = append(o.Text, textPiece{Text: before}, textPiece{Text: link, Link: link})
		rest = after
	}
	o.Text = append(o.Text, textPiece{Text: rest})
	return o
}

func writeInbox(w http.ResponseWriter, status int, page inboxPage) {
	var b bytes.Buffer
	if err := inbox.Execute(&b, page); err != nil {
		http.Error(w, "The inbox could not be shown: "+err.Error(), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", inboxPolicy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}
