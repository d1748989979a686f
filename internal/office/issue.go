package office

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

// issuePage previews an issue, sends it and counts what became of it.
type issuePage struct {
	Frame
	Issue      subscription.Issue
	Articles   []desk.Article
	Mail       Mail
	For        string // the territories of the preview by name; empty: everything
	Language   string // of the previewed mail
	ForProblem string
	Frameable  string // address of the mail's HTML for the preview's frame
	Names      []string
	Readers    int
	Counts     []count
	Test       string // address of a test mail, as typed
	History    []desk.Decision
}

// count is how many deliveries stand in a state.
type count struct {
	Words string
	N     int
}

// Draft reports whether the issue can still be sent.
func (p *issuePage) Draft() bool { return p.Issue.State == subscription.Draft }

func (o *office) getIssue(w http.ResponseWriter, r *http.Request) error {
	return o.showIssue(w, r, http.StatusOK, "", "")
}

func (o *office) showIssue(w http.ResponseWriter, r *http.Request, status int, test, words string) error {
	ctx := r.Context()
	i, err := o.issues.Issue(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	p := &issuePage{Frame: Frame{Title: i.Title, Nav: "/issues", Problem: words}, Issue: i, Test: test, Names: o.tongue(r).allTerritories()}
	for _, id := range i.Articles {
		a, err := o.articles.Article(ctx, id)
		if err != nil {
			return err
		}
		p.Articles = append(p.Articles, a)
	}
	if err := o.previewIssue(r, p); err != nil {
		return err
	}
	tally, err := o.sending.SubscriberTally(ctx)
	if err != nil {
		return err
	}
	p.Readers = tally[subscription.Confirmed]
	counts, err := o.sending.IssueCounts(ctx, i.ID)
	if err != nil {
		return err
	}
	p.Counts = o.tongue(r).counts(counts)
	if p.History, err = o.articles.Decisions(ctx, i.ID); err != nil {
		return err
	}
	return o.show(w, r, status, "issue.html", p)
}

// MailLanguages are the languages that mails are written in.
func (*issuePage) MailLanguages() []string { return locale.Interface() }

// reader is who a mail is previewed for.
type reader struct {
	territories []string
	language    string
	unknown     []string // what is no territory
}

// readerOf reads who a mail is previewed for.
func readerOf(r *http.Request) reader {
	ids, unknown := readTerritories(r.FormValue("for"))
	out := reader{sorted(ids), r.FormValue("language"), unknown}
	if len(ids) == 0 {
		out.territories = []string{public.Everything}
	}
	if !slices.Contains(locale.Interface(), out.language) {
		out.language = locale.Interface()[0]
	}
	return out
}

// previewIssue composes the mail for the selection that was asked for.
func (o *office) previewIssue(r *http.Request, p *issuePage) (err error) {
	who := readerOf(r)
	p.For, p.Language = oneLine(r.FormValue("for")), who.language
	if len(who.unknown) > 0 {
		p.ForProblem = unknownTerritories(who.unknown)
	}
	query := url.Values{"language": {who.language}}
	if who.territories[0] != public.Everything {
		query.Set("for", strings.Join(who.territories, ";"))
	}
	p.Frameable = "/issues/" + p.Issue.ID + "/mail?" + query.Encode()
	p.Mail, err = o.Compose(r.Context(), p.Issue, who.territories, who.language)
	if fault.Is(err, fault.Invalid) { // such a reader gets no mail
		p.Mail, p.ForProblem, err = Mail{}, o.tongue(r).words(err), nil
	}
	return err
}

// getIssueMail gives the mail's HTML by itself, for a sandboxed frame: mails
// carry their styles inline, which no page of the office may.
func (o *office) getIssueMail(w http.ResponseWriter, r *http.Request) error {
	i, err := o.issues.Issue(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	who := readerOf(r)
	m, err := o.Compose(r.Context(), i, who.territories, who.language)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
	h.Set("Content-Type", "text/html; charset=utf-8")
	_, err = w.Write([]byte(m.HTML))
	return err
}

// postIssue sends an issue, or a test of it.
func (o *office) postIssue(w http.ResponseWriter, r *http.Request) error {
	id, address := r.PathValue("id"), strings.TrimSpace(r.PostFormValue("address"))
	var notice string
	var err error
	switch r.PostFormValue("do") {
	case "send":
		notice, err = o.send(r, id)
	case "test":
		if err = public.CheckAddress(address); err == nil {
			err = o.sending.SendTest(r.Context(), id, address, o.decision(r, desk.VerbSend, id, desk.Change{Field: "test", After: "one delivery"}))
			notice = locale.T(o.lang(r), "A test is on its way to {address}.", "address", address)
		}
	default:
		err = fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if err == nil {
		return o.done(w, r, "/issues/"+id, notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showIssue(w, r, status, address, words)
}

func (o *office) send(r *http.Request, id string) (notice string, err error) {
	if r.PostFormValue("sure") == "" {
		return "", fault.New(fault.Invalid, "Not sent: please tick the box that says that this issue goes out to all its readers.")
	}
	n, err := o.sending.SendIssue(r.Context(), id, o.decision(r, desk.VerbSend, id))
	return locale.N(o.lang(r), n, "It is being sent: {n} delivery on the ledger.", "It is being sent: {n} deliveries on the ledger."), err
}

// counts lists the states of deliveries in the order of their life.
func (l tongue) counts(counts subscription.Counts) []count {
	var out []count
	for _, c := range []struct {
		state subscription.DeliveryState
		words string
	}{
		{subscription.Open, locale.T(string(l), "waiting to be sent")}, {subscription.Delivered, locale.T(string(l), "taken by the mail server")},
		{subscription.Refused, locale.T(string(l), "refused by the mail server")}, {subscription.Expired, locale.T(string(l), "given up after two days")},
		{subscription.Skipped, locale.T(string(l), "skipped: nothing in it for them, or they left")},
	} {
		if n := counts[c.state]; n > 0 {
			out = append(out, count{c.words, n})
		}
	}
	return out
}
