package site

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

var testNow = time.Date(2026, 11, 23, 22, 18, 0, 0, time.UTC)

// fake is an edition, the readers and an intake in memory. Everything in it is
// invented.
type fake struct {
	articles    []public.Article // newest first
	withdrawn   map[string]bool
	snippets    []public.Snippet
	issues      []public.Issue
	settings    public.Settings
	prefs       map[string]subscription.Preferences // by hash
	total       int                                 // of a search, when not 0
	cases       []public.Case
	figures     []public.Figure
	profile     *public.Article
	corrected   []public.Correction
	moved       map[string]string // article by old path
	week        public.Week
	asked       []public.Query
	claimsAsked []public.ClaimQuery
	sent        []public.Message
	fails       error // of everything but settings
	down        error // of settings
}

func (f *fake) Article(_ context.Context, id string) (public.Article, error) {
	if f.withdrawn[id] {
		return public.Article{}, fault.New(fault.Gone, "Article %s by Invented Outlet was withdrawn because SECRET REASON.", id)
	}
	for _, a := range f.articles {
		if a.ID == id {
			return a, f.fails
		}
	}
	return public.Article{}, fault.New(fault.NotFound, "There is no article %q.", id)
}

func (f *fake) Proof(ctx context.Context, id string) (public.Proof, error) {
	a, err := f.Article(ctx, id)
	if err == nil && !a.Evidence.Open() {
		err = fault.New(fault.NotFound, "SECRET")
	}
	p := public.Proof{Capture: a.Evidence.Capture, File: a.Evidence.File, Line: a.Evidence.Line, Commitment: a.Evidence.Commitment}
	if p.Line < 100 {
		p.Size, p.Hashes, p.Checkpoint, p.Key = 100, []string{"aGFzaA=="}, "an invented checkpoint\n", "an invented key"
	}
	return p, err
}

func (f *fake) Search(_ context.Context, q public.Query) (public.Result, error) {
	f.asked = append(f.asked, q)
	var r public.Result
	for _, a := range f.articles {
		if q.Territory != "" && !slices.Contains(a.Territories, q.Territory) || !strings.Contains(a.Title+a.Text, q.Text) ||
			q.Language != "" && a.Language != q.Language || q.Year != 0 && !strings.HasPrefix(a.Published, fmt.Sprint(q.Year)) {
			continue
		}
		r.Total++
		if page := (r.Total - 1) / public.PageSize; page == max(q.Page, 1)-1 {
			r.Hits = append(r.Hits, hit(a, q.Text))
		}
	}
	if f.total > 0 {
		r.Total = f.total
	}
	return r, f.fails
}

func hit(a public.Article, text string) public.Hit {
	h := public.Hit{Teaser: teaser(a)}
	if before, after, found := strings.Cut(a.Text, text); found && text != "" {
		h.Snippet = []public.Piece{{Text: before}, {Text: text, Mark: true}, {Text: after}}
	}
	return h
}

func teaser(a public.Article) public.Teaser {
	return public.Teaser{ID: a.ID, Title: a.Title, TitleByDesk: a.TitleByDesk, Outlet: a.Outlet, Published: a.Published, Language: a.Language,
		Territories: a.Territories, Lead: cut(a.Text, 240), FirstPublic: a.FirstPublic, Updated: a.Updated}
}

func (f *fake) Counts(context.Context) ([]public.Count, error) {
	counts := map[string]int{}
	for _, a := range f.articles {
		for _, t := range a.Territories {
			counts[t]++
		}
	}
	var out []public.Count
	for t, n := range counts {
		out = append(out, public.Count{Territory: t, Articles: n})
	}
	return out, f.fails
}

func (f *fake) Snippets(_ context.Context, territories []string) ([]public.Snippet, error) {
	var out []public.Snippet
	for _, s := range f.snippets {
		if slices.ContainsFunc(s.Placements, func(p string) bool { return p == public.Everything || slices.Contains(territories, p) }) {
			out = append(out, s)
		}
	}
	return out, f.fails
}

func (f *fake) Settings(context.Context) (public.Settings, error) { return f.settings, f.down }

func (f *fake) Issues(_ context.Context, page int) ([]public.Issue, error) {
	from := min((page-1)*public.PageSize, len(f.issues))
	return f.issues[from:min(from+public.PageSize, len(f.issues))], f.fails
}

func (f *fake) Issue(_ context.Context, id string) (public.Issue, error) {
	for _, i := range f.issues {
		if i.ID == id {
			return i, nil
		}
	}
	return public.Issue{}, fault.New(fault.NotFound, "There is no issue %q.", id)
}

func (f *fake) Teasers(_ context.Context, ids []string) ([]public.Teaser, error) {
	var out []public.Teaser
	for _, id := range ids {
		for _, a := range f.articles {
			if a.ID == id {
				out = append(out, teaser(a))
			}
		}
	}
	return out, f.fails
}

func (f *fake) Preferences(_ context.Context, hash string) (subscription.Preferences, error) {
	p, known := f.prefs[hash]
	if !known {
		return p, fault.New(fault.NotFound, "not known")
	}
	return p, f.fails
}

func (f *fake) Send(_ context.Context, m public.Message) error {
	if f.fails != nil {
		return f.fails
	}
	f.sent = append(f.sent, m)
	return nil
}

func (f *fake) Case(_ context.Context, id string) (public.Case, error) {
	if f.withdrawn[id] {
		return public.Case{}, fault.New(fault.Gone, "Case %s was withdrawn because SECRET REASON.", id)
	}
	for _, c := range f.cases {
		if c.ID == id {
			return c, f.fails
		}
	}
	return public.Case{}, fault.New(fault.NotFound, "There is no case %q.", id)
}

func (f *fake) Cases(_ context.Context, q public.CaseQuery) (public.CaseResult, error) {
	var r public.CaseResult
	for _, c := range f.cases {
		if q.Territory != "" && c.Territory != q.Territory || q.Community != "" && c.Community != q.Community || q.Status != "" && c.Status != q.Status ||
			!strings.Contains(c.Title+c.Summary, q.Text) {
			continue
		}
		r.Total++
		if (r.Total-1)/public.PageSize == max(q.Page, 1)-1 {
			r.Cases = append(r.Cases, public.CaseLine{ID: c.ID, Kind: c.Kind, Title: c.Title, Names: c.Names, Invented: c.Invented, PeopleMin: c.PeopleMin,
				Territory: c.Territory, Community: c.Community, Acts: c.Acts, Status: c.Status, Believed: c.Believed, Since: c.Since, Verified: c.Verified})
		}
	}
	return r, f.fails
}

func (f *fake) EachCase(_ context.Context, territory string, do func(public.Case) error) error {
	for _, c := range f.cases {
		if territory == "" || c.Territory == territory {
			if err := do(c); err != nil {
				return err
			}
		}
	}
	return f.fails
}

func (f *fake) Communities(context.Context) ([]public.CommunityCount, error) {
	counts := map[string]int{}
	for _, c := range f.cases {
		counts[c.Community]++
	}
	var out []public.CommunityCount
	for id, n := range counts {
		out = append(out, public.CommunityCount{Community: id, Cases: n})
	}
	return out, f.fails
}

func (f *fake) Held(_ context.Context, territory string) (h public.HeldCount, err error) {
	for _, c := range f.cases {
		switch {
		case c.Territory != territory || !slices.Contains(public.Held, c.Status):
		case c.Believed:
			h.Believed += c.PeopleMin
		default:
			h.Known += c.PeopleMin
		}
	}
	return h, f.fails
}

func (f *fake) Figures(_ context.Context, territory string) (out []public.Figure, err error) {
	for _, x := range f.figures {
		if territory == "" || x.Territory == territory {
			out = append(out, x)
		}
	}
	return out, f.fails
}

func (f *fake) Figure(_ context.Context, id string) (public.Figure, error) {
	if f.withdrawn[id] {
		return public.Figure{}, fault.New(fault.Gone, "Figure %s was withdrawn because SECRET REASON.", id)
	}
	for _, x := range f.figures {
		if x.ID == id {
			return x, f.fails
		}
	}
	return public.Figure{}, fault.New(fault.NotFound, "There is no figure %q.", id)
}

// everyClaim gives the claims of the articles that are public.
func (f *fake) everyClaim() (out []public.Claim) {
	for _, a := range f.articles {
		out = append(out, a.Claims...)
	}
	return out
}

func (f *fake) Claim(_ context.Context, id string) (public.Claim, error) {
	if f.withdrawn[id] {
		return public.Claim{}, fault.New(fault.Gone, "Claim %s was withdrawn because SECRET REASON.", id)
	}
	for _, c := range f.everyClaim() {
		if c.ID == id {
			return c, f.fails
		}
	}
	return public.Claim{}, fault.New(fault.NotFound, "There is no claim %q.", id)
}

func (f *fake) ClaimUses(_ context.Context, id string) (out []public.ClaimUse, err error) {
	for _, x := range f.figures {
		for i, c := range slices.Concat(x.Claims, x.Beside) {
			if c.ID == id {
				out = append(out, public.ClaimUse{Figure: x.ID, Territory: x.Territory, Question: x.Question, Counted: i < len(x.Claims)})
			}
		}
	}
	return out, f.fails
}

func (f *fake) FindClaims(_ context.Context, q public.ClaimQuery) (out []public.Claim, err error) {
	f.claimsAsked = append(f.claimsAsked, q)
	for _, c := range f.everyClaim() {
		if q.Number != 0 && (c.Min == q.Number || c.Max == q.Number) || q.Number == 0 && strings.Contains(c.Words, strings.Fields(q.Text)[0]) {
			out = append(out, c)
		}
	}
	return out, f.fails
}

func (f *fake) Totals(ctx context.Context) (public.Totals, error) {
	counts, err := f.Counts(ctx)
	communities, _ := f.Communities(ctx)
	return public.Totals{Territories: len(counts), Cases: len(f.cases), Communities: len(communities), CaseTerritories: len(f.cases), Articles: len(f.articles)}, err
}

func (f *fake) Week(context.Context, time.Time, time.Time) (public.Week, error) {
	return f.week, f.fails
}

func (f *fake) Corrections(_ context.Context, limit int) ([]public.Correction, error) {
	return f.corrected[:min(limit, len(f.corrected))], f.fails
}

func (f *fake) Profile(_ context.Context, territory string) (public.Article, error) {
	if f.profile == nil || !slices.Contains(f.profile.Territories, territory) {
		return public.Article{}, fault.New(fault.NotFound, "There is no profile.")
	}
	return *f.profile, f.fails
}

// Capability words, invented.
const (
	confirmWord     = "AAAAAAAAAAAAAAAAAAAAAA"
	leaveWord       = "AAAAAAAAAAAAAAAAAAAAAQ"
	preferencesWord = "AAAAAAAAAAAAAAAAAAAAAg"
	endedWord       = "AAAAAAAAAAAAAAAAAAAAAw"
	unknownWord     = "BBBBBBBBBBBBBBBBBBBBBA"
)

func (f *fake) Moved(ctx context.Context, path string) (string, error) {
	id, there := f.moved[path]
	if !there {
		return "", fault.New(fault.NotFound, "Nothing was found at this address.")
	}
	_, err := f.Article(ctx, id)
	return id, err
}

func newFake() *fake {
	f := &fake{
		articles: sampleArticles(), withdrawn: map[string]bool{"rdk_a_gone": true},
		settings: public.Settings{Organisation: "Example Monitor (invented)", SiteURL: "https://monitor.example"},
		snippets: []public.Snippet{
			{ID: "rdk_s_1", HTML: "<p>Support an <a href=\"/about\">invented</a> monitor.</p>", Placements: []string{public.Everything}},
			{ID: "rdk_s_2", HTML: "<p>More about Egypt, invented.</p>", Placements: []string{"EG"}, Position: 1},
		},
		issues: []public.Issue{{ID: "rdk_i_1", Title: "Invented week", Sent: testNow.AddDate(0, 0, -2), Articles: []string{"rdk_a_wire", "rdk_a_gone", "rdk_a_arabic"}}},
	}
	f.prefs = map[string]subscription.Preferences{}
	for word, kind := range map[string]subscription.CapabilityKind{
		confirmWord: subscription.ToConfirm, leaveWord: subscription.ToLeave, preferencesWord: subscription.ToPreferences, endedWord: subscription.ToPreferences,
	} {
		p := subscription.Preferences{Kind: kind, Territories: []string{"EG", "RU"}, Language: "en"}
		if kind != subscription.ToLeave {
			p.Expires = testNow.Add(time.Hour)
		}
		f.prefs[subscription.Hash(word)] = p
	}
	ended := f.prefs[subscription.Hash(endedWord)]
	ended.Expires = testNow
	f.prefs[subscription.Hash(endedWord)] = ended
	return f
}

func (f *fake) parts() Parts {
	return Parts{Articles: f, Archive: f, Cases: f, Ledger: f, Claims: f, Profiles: f, Redirects: f, Proofs: f, Readers: f, Intake: f, Now: func() time.Time { return testNow }, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
}

// visit is what a browser shows.
type visit struct {
	status int
	header http.Header
	body   string
}

func (f *fake) get(t *testing.T, path string) visit {
	t.Helper()
	return do(New(f.parts()), httptest.NewRequest(http.MethodGet, path, nil))
}

func (f *fake) post(t *testing.T, path string, form url.Values) visit {
	t.Helper()
	return do(New(f.parts()), formPost(path, form))
}

func formPost(path string, form url.Values) *http.Request {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}

func do(h http.Handler, r *http.Request) visit {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return visit{w.Code, w.Header(), w.Body.String()}
}

// wants fails for each piece that a page lacks.
func (v visit) wants(t *testing.T, status int, pieces ...string) {
	t.Helper()
	if v.status != status {
		t.Errorf("status %d, want %d", v.status, status)
	}
	for _, p := range pieces {
		if !strings.Contains(v.body, p) {
			t.Errorf("the page lacks %s\n%s", p, v.body)
		}
	}
}

// lacks fails for each piece that a page has.
func (v visit) lacks(t *testing.T, pieces ...string) {
	t.Helper()
	for _, p := range pieces {
		if i := strings.Index(v.body, p); i >= 0 {
			t.Errorf("the page has %s: …%s…", p, v.body[max(0, i-80):min(len(v.body), i+80)])
		}
	}
}

// awayReaders are readers that cannot be asked.
type awayReaders struct{ *fake }

func (awayReaders) Preferences(context.Context, string) (subscription.Preferences, error) {
	return subscription.Preferences{}, fmt.Errorf("the database is away")
}
