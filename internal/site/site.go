// Package site is what the public sees: articles, territories, search, feeds,
// the newsletter's archive and the forms of its readers.
//
// Every page is rendered on the server from the edition, works without script
// and asks nobody else for anything. A GET changes nothing, since programs that
// scan mail open every link; what a reader sends is checked, handed to the
// intake and answered alike whether an address is known or not.
package site

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
	"rightsdesk/internal/web"
)

// Articles is the edition's articles.
type Articles interface {
	// Article gives a public article. Errors: NotFound; Gone after withdrawal.
	Article(ctx context.Context, id string) (public.Article, error)
	// Search gives a page of results, newest first.
	Search(ctx context.Context, q public.Query) (public.Result, error)
	// Counts gives the territories that public articles are about.
	Counts(ctx context.Context) ([]public.Count, error)
	// Snippets gives the blocks to show under an article about territories, in their order.
	Snippets(ctx context.Context, territories []string) ([]public.Snippet, error)
	// Settings gives what the edition says about the organisation.
	Settings(ctx context.Context) (public.Settings, error)
}

// Cases is the edition's documented cases.
type Cases interface {
	// Case gives a public case. Errors: NotFound; Gone after withdrawal.
	Case(ctx context.Context, id string) (public.Case, error)
	// Cases gives a page of cases, last updated first.
	Cases(ctx context.Context, q public.CaseQuery) (public.CaseResult, error)
	// Communities gives the communities that public cases are of.
	Communities(ctx context.Context) ([]public.CommunityCount, error)
	// Held gives how many people the cases of a territory say are held.
	Held(ctx context.Context, territory string) (public.HeldCount, error)
	// EachCase gives the cases of a territory, or all for "", one after the other.
	EachCase(ctx context.Context, territory string, do func(public.Case) error) error
}

// Ledger is what the edition counts and claims.
type Ledger interface {
	// Figures gives the decided figures of a territory, of all for "".
	Figures(ctx context.Context, territory string) ([]public.Figure, error)
	// Figure gives one. Errors: NotFound; Gone after withdrawal.
	Figure(ctx context.Context, id string) (public.Figure, error)
	// Totals gives what the whole site counts.
	Totals(ctx context.Context) (public.Totals, error)
	// Week gives what happened in the cases, and was corrected, in a time.
	Week(ctx context.Context, from, to time.Time) (public.Week, error)
	// Corrections gives what was changed after it was public, newest first.
	Corrections(ctx context.Context, limit int) ([]public.Correction, error)
}

// Claims is the edition's claims, one by one.
type Claims interface {
	// Claim gives a public claim. Errors: NotFound; Gone after withdrawal.
	Claim(ctx context.Context, id string) (public.Claim, error)
	// ClaimUses gives the figures that name a claim, those that count it first.
	ClaimUses(ctx context.Context, id string) ([]public.ClaimUse, error)
	// FindClaims gives the claims that somebody may mean, the nearest first.
	FindClaims(ctx context.Context, q public.ClaimQuery) ([]public.Claim, error)
}

// Profiles is the organisation's own texts about territories.
type Profiles interface {
	// Profile gives the newest profile of a territory. Errors: NotFound.
	Profile(ctx context.Context, territory string) (public.Article, error)
}

// Archive is the edition's issues of the newsletter.
type Archive interface {
	// Issues gives a page of public.PageSize issues, newest first; pages count from 1.
	Issues(ctx context.Context, page int) ([]public.Issue, error)
	// Issue gives one. Errors: NotFound.
	Issue(ctx context.Context, id string) (public.Issue, error)
	// Teasers gives those of the articles that are public now, in the order of ids.
	Teasers(ctx context.Context, ids []string) ([]public.Teaser, error)
}

// Redirects is where articles were found before they came here.
type Redirects interface {
	// Moved gives the article that was found at a public.OldPath. Errors:
	// NotFound; Gone after withdrawal.
	Moved(ctx context.Context, path string) (articleID string, err error)
}

// Proofs is what makes the evidence behind articles verifiable.
type Proofs interface {
	// Proof gives the proof of an article's capture. Errors: NotFound for a
	// restricted one; as for the article.
	Proof(ctx context.Context, articleID string) (public.Proof, error)
}

// Readers is what stands behind capabilities.
type Readers interface {
	// Preferences gives it by the hash of the capability. Errors: NotFound.
	Preferences(ctx context.Context, hash string) (subscription.Preferences, error)
}

// Intake takes what the public sends in.
type Intake interface {
	// Send seals and keeps a message that has been checked.
	Send(ctx context.Context, m public.Message) error
}

// Parts is what the site is made of.
type Parts struct {
	Articles  Articles
	Archive   Archive
	Cases     Cases
	Ledger    Ledger
	Claims    Claims
	Profiles  Profiles
	Redirects Redirects
	Proofs    Proofs
	Readers   Readers
	Intake    Intake
	Now       func() time.Time
	Log       *slog.Logger

	// Forwarded says that nobody reaches the site but through a proxy that adds
	// each reader's address to X-Forwarded-For, by which forms are limited.
	Forwarded bool
}

// Limits of what readers send.
const (
	maxBody     = 64 << 10 // bytes of a form; with every territory chosen it has 8 kB
	formEvery   = 6 * time.Second
	formBurst   = 10
	formClients = 20_000 // remembered by the limiter
)

// site holds the parts.
type site struct {
	Parts
	limiter *web.Limiter
}

// New makes the handler of the public site.
func New(p Parts) http.Handler {
	s := &site{Parts: p, limiter: web.NewLimiter(formEvery, formBurst, formClients, p.Forwarded)}
	shell := web.Shell{Log: p.Log, Now: p.Now, MaxBody: maxBody, Open: []string{"POST /leave/{word}"}, Fail: s.fail}
	return speak(shell.Wrap(s.routes()))
}

func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, h := range map[string]handler{
		"GET /{$}":                           s.getHome,
		"GET /territories":                   s.getTerritories,
		"GET /territories/{id}":              s.getTerritory,
		"GET /territories/{id}/news":         s.getTerritoryNews,
		"GET /territories/{id}/cases":        s.getTerritoryCases,
		"GET /territories/{id}/profile":      s.getTerritoryProfile,
		"GET /territories/{id}/data":         s.getTerritoryData,
		"GET /territories/{id}/cases.csv":    s.getCasesCSV,
		"GET /territories/{id}/cases.json":   s.getCasesJSON,
		"GET /territories/{id}/figures.json": s.getFiguresJSON,
		"GET /figures":                       s.getFigures,
		"GET /figures.json":                  s.getFiguresJSON,
		"GET /figures/{figure}":              s.getFigure,
		"GET /figures/{figure}/figure.json":  s.getFigureJSON,
		"GET /cases":                         s.getCases,
		"GET /cases.csv":                     s.getCasesCSV,
		"GET /cases.json":                    s.getCasesJSON,
		"GET /cases/{id}":                    s.getCase,
		"GET " + logoPath:                    s.getLogo,
		"GET " + coloursPath:                 s.getColours,
		"GET /corrections":                   s.getCorrections,
		"GET /a/{id}":                        s.getArticle,
		"GET /a/{id}/evidence":               s.getEvidence,
		"GET /a/{id}/proof.json":             s.getProof,
		"GET /claims/{id}":                   s.getClaim,
		"GET /claims/{id}/claim.json":        s.getClaimJSON,
		"GET /check":                         s.getCheck,
		"GET /search":                        s.getSearch,
		"GET /feed.xml":                      s.getFeed,
		"GET /territories/{id}/feed.xml":     s.getTerritoryFeed,
		"GET /newsletter":                    s.getIssues,
		"GET /newsletter/{id}":               s.getIssue,
		"GET /about":                         s.getAbout,
		"GET /subscribe":                     s.getSubscribe,
		"POST /subscribe":                    s.postSubscribe,
		"GET /preferences":                   s.getAskPreferences,
		"POST /preferences":                  s.postAskPreferences,
		"GET /confirm/{word}":                s.getConfirm,
		"POST /confirm/{word}":               s.postConfirm,
		"GET /preferences/{word}":            s.getPreferences,
		"POST /preferences/{word}":           s.postPreferences,
		"GET /leave/{word}":                  s.getLeave,
		"POST /leave/{word}":                 s.postLeave,
		"GET /robots.txt":                    s.getRobots,
		"GET /healthz":                       s.getHealth,
		"GET " + web.StaticPath + "{name}":   getStatic,
		"/":                                  s.getNothing,
	} {
		mux.Handle(pattern, s.serve(h))
	}
	return mux
}

// handler answers a request or gives an error before anything is sent.
type handler func(w http.ResponseWriter, r *http.Request) error

func (s *site) serve(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		if fault.Is(err, fault.NotFound) {
			err = s.moved(w, r, err)
		}
		if err != nil {
			s.fail(w, r, err)
		}
	})
}
