// Package office holds the pages that editors work with: the queue of what came
// in, one page to read, correct and decide an article, the evidence behind it,
// sources, snippets, the newsletter and the people who may log in.
//
// Every page is rendered on the server and works without a script. Whatever
// changes something is a POST that answers with a redirect and a notice; POSTs
// from other origins are refused. Nothing here knows a database: the pages ask
// the small interfaces that are declared in this package.
package office

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/subscription"
)

// Evidence gives the bytes of a capture.
type Evidence interface {
	Content(c desk.Capture) ([]byte, error)
}

// Packager gives a capture as a WACZ package, with the headline under which it
// is found in it.
type Packager func(c desk.Capture, title string) ([]byte, error)

// Paster takes a text or a page of HTML in as a capture handed in by an
// account, with its address where that is known, and gives the id of the article
// that will be read out of it.
type Paster func(ctx context.Context, text []byte, address, account string) (articleID string, err error)

// Writer keeps what the organisation wrote itself, a post's Markdown, as a
// capture and stores the post with the decision. It gives the stored post.
// Errors: Conflict when somebody was faster.
type Writer func(ctx context.Context, post desk.Article, d desk.Decision) (desk.Article, error)

// Looker asks an address for what it would give as a source, and stores
// nothing. A kind and selectors in src are used; without a kind it is found
// out. Errors have words for the editor.
type Looker func(ctx context.Context, src desk.Source) (desk.Look, error)

// Totals gives what the public site counts.
type Totals func(ctx context.Context) (public.Totals, error)

// Composer makes the mail that a reader with a selection of territories
// (public.Everything alone for all) and a language gets of an issue. Errors:
// Invalid, with words for the editor, when they get none because nothing in it
// is for them.
type Composer func(ctx context.Context, issue subscription.Issue, territories []string, language string) (Mail, error)

// Mail is an issue as a reader gets it.
type Mail struct {
	Subject string
	Text    string
	HTML    string // a whole document
}

// Parts is what the office is made of.
type Parts struct {
	Store        Store
	Sessions     scs.CtxStore // where sessions are kept
	Evidence     Evidence
	Package      Packager
	Paste        Paster
	Write        Writer
	Look         Looker
	Compose      Composer
	Totals       Totals
	Proxies      []string         // names of the proxies that a source may be asked through
	Inboxes      []string         // folders of mail that may be sources
	Settings     public.Settings  // for the preview of public pages
	Places       publish.Places   // where territories stand on them
	Random       io.Reader        // for ids, invitations and salts
	Now          func() time.Time // the time
	Organisation string           // short key in ids
	OfficeURL    string           // where editors reach the office, without a slash at the end
	Log          *slog.Logger
}

// office holds the parts, each store family by itself.
type office struct {
	Parts
	queue       Queue
	articles    Articles
	images      Images
	proofs      Proofs
	erasing     Erasing
	stories     Stories
	posts       Posts
	cases       Cases
	claims      Claims
	mentions    Mentions
	quotations  Quotations
	lessons     Lessons
	ledger      Ledger
	figures     Figures
	questions   Questions
	waiting     Waiting
	sources     Sources
	polls       Polls
	blocks      Blocks
	weeks       Weeks
	snippets    Snippets
	uses        Uses
	issues      Issues
	sending     Sending
	pause       Pause
	logins      Logins
	invitations Invitations
	people      People

	sessions *scs.SessionManager
	throttle account.Throttle
	site     http.Handler // only for its static files
}

// New makes the office's handler. It answers at the root of its own host.
func New(p Parts) http.Handler {
	s := p.Store
	o := &office{
		Parts: p,
		queue: s, articles: s, stories: s, images: s, proofs: s, erasing: s, posts: s, cases: s, claims: s, ledger: s, mentions: s, quotations: s, lessons: s, figures: s, questions: s, waiting: s, sources: s, polls: s, blocks: s, weeks: s, snippets: s, uses: s, issues: s, sending: s,
		pause: s, logins: s, invitations: s, people: s,
		site:     siteFiles(p),
		sessions: account.NewSessions(p.Sessions, strings.HasPrefix(p.OfficeURL, "https://")),
	}
	o.sessions.ErrorFunc = o.fail
	return o.guard(o.routes())
}

// decision begins a decision of the person who is logged in.
func (o *office) decision(r *http.Request, verb desk.Verb, recordID string, changes ...desk.Change) desk.Decision {
	return desk.Decision{
		ID: o.newID(desk.KindDecision), At: o.Now().UTC(), Account: person(r).ID,
		Verb: verb, RecordID: recordID, Changes: changes,
	}
}

func (o *office) newID(kind desk.Kind) string {
	return desk.NewID(o.Random, o.Organisation, kind)
}
