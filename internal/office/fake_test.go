package office

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/subscription"
)

// fake keeps the desk in memory, with the rules of the store that the pages
// rely on: versions, invitations that work once, issues that are sent once.
type fake struct {
	mu        sync.Mutex
	articles  map[string]desk.Article
	order     []string // article ids, newest first
	captures  map[string]desk.Capture
	images    map[string]desk.PageImage // by page
	findings  map[string][]desk.Finding
	decisions []desk.Decision
	sources   map[string]desk.Source
	entries   map[string][]desk.Entry
	polls     map[string][]desk.PollRecord
	blocks    []desk.RepeatedBlock
	cases     map[string]desk.Case
	claims    map[string][]desk.Claim // by article
	figures   map[string]desk.Figure
	fakeQuestions
	listed      []desk.ClaimQuery // what was asked of the ledger
	onDecide    func()            // runs when a claim is decided
	snippets    map[string]desk.Snippet
	issues      map[string]subscription.Issue
	tally       subscription.Tally
	tests       []string
	paused      bool
	erasures    []desk.Erasure
	accounts    map[string]desk.Account
	passwords   map[string]string
	invitations map[string]invitation
	found       fakeFound
	broken      error // what every call for the queue gives
}

type invitation struct {
	account string
	expires time.Time
}

func newFake() *fake {
	return &fake{
		articles: map[string]desk.Article{}, captures: map[string]desk.Capture{}, findings: map[string][]desk.Finding{},
		cases: map[string]desk.Case{}, claims: map[string][]desk.Claim{}, figures: map[string]desk.Figure{},
		fakeQuestions: fakeQuestions{map[string]desk.Question{}, map[string][]desk.Link{}}, sources: map[string]desk.Source{}, entries: map[string][]desk.Entry{}, snippets: map[string]desk.Snippet{},
		issues: map[string]subscription.Issue{}, tally: subscription.Tally{}, accounts: map[string]desk.Account{},
		passwords: map[string]string{}, invitations: map[string]invitation{},
	}
}

var errOver = fault.New(fault.NotFound, "This link has been used or is too old.")

var errMissing = fault.New(fault.NotFound, "There is no such record.")

func get[V any](f *fake, m map[string]V, id string) (V, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	v, ok := m[id]
	if !ok {
		return v, errMissing
	}
	return v, nil
}

func list[V any](f *fake, m map[string]V) []V {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []V
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, m[k])
	}
	return out
}

func (f *fake) Queue(_ context.Context, q desk.QueueQuery) ([]desk.QueueItem, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []desk.QueueItem
	seen := q.Before == ""
	for _, id := range f.order {
		a := f.articles[id]
		if seen && a.Stage == q.Stage && len(out) < q.Limit {
			item := desk.QueueItem{
				ID: a.ID, Stage: a.Stage, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Language: a.Language, Beginning: a.Text[:min(20, len(a.Text))],
				Sensitivity: a.Sensitivity, LastError: a.LastError, CreatedAt: a.CreatedAt, Version: a.Version, Post: a.Post,
				About: a.Territories, Terms: a.Terms, Decided: len(a.Territories) > 0, Doubts: len(a.Open()), Unsure: a.Unsure(),
			}
			if len(item.About) == 0 {
				item.About, item.Terms = chosenOf(tongue("en").proposals(f.findings[id]), f.findings[id], nil)
			}
			out = append(out, item)
		}
		seen = seen || id == q.Before
	}
	return out, f.broken
}

func (f *fake) StageCounts(context.Context) (map[desk.Stage]int, error) {
	out := map[desk.Stage]int{}
	for _, a := range list(f, f.articles) {
		out[a.Stage]++
	}
	return out, nil
}

func (f *fake) Article(_ context.Context, id string) (desk.Article, error) {
	return get(f, f.articles, id)
}

func (f *fake) Findings(_ context.Context, id string) ([]desk.Finding, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.findings[id], nil
}

func (f *fake) Decisions(_ context.Context, id string) ([]desk.Decision, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []desk.Decision
	for _, d := range slices.Backward(f.decisions) {
		if d.RecordID == id {
			d.Account = f.accounts[d.Account].Name
			out = append(out, d)
		}
	}
	return out, nil
}

func (f *fake) DecideArticle(_ context.Context, a desk.Article, d desk.Decision) (desk.Article, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.articles[a.ID].Version != a.Version {
		return a, fault.New(fault.Conflict, "Somebody else changed it.")
	}
	a.Version++
	f.articles[a.ID] = a
	f.decisions = append(f.decisions, d)
	return a, nil
}

func (f *fake) Capture(_ context.Context, id string) (desk.Capture, error) {
	return get(f, f.captures, id)
}

// Posts gives the posts, and write stores one, as the store does.
func (f *fake) Posts(_ context.Context, limit int) ([]desk.QueueItem, error) {
	var out []desk.QueueItem
	for _, a := range list(f, f.articles) {
		if a.Post != "" && len(out) < limit {
			out = append(out, desk.QueueItem{ID: a.ID, Stage: a.Stage, Title: a.Title, Post: a.Post, About: a.Territories, Decided: true, CreatedAt: a.CreatedAt})
		}
	}
	return out, nil
}

func (f *fake) write(ctx context.Context, a desk.Article, d desk.Decision) (desk.Article, error) {
	f.mu.Lock()
	before := f.articles[a.ID].CaptureID
	f.mu.Unlock()
	a.CaptureID = "k" + d.ID
	d.Changes = append(d.Changes, desk.Change{Field: "capture", Before: before, After: a.CaptureID})
	a, err := f.DecideArticle(ctx, a, d)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.captures[a.CaptureID] = desk.Capture{ID: a.CaptureID, How: desk.HowWritten, SHA256: captureSHA}
	return a, err
}

func (f *fake) Cases(_ context.Context, q desk.CaseQuery) (out []desk.CaseLine, err error) {
	all := list(f, f.cases)
	slices.SortFunc(all, func(a, b desk.Case) int { return cmp.Compare(b.ID, a.ID) })
	for _, c := range all {
		if (q.State == "" || q.State == c.State) && strings.Contains(c.Title, q.Text) && (q.Before == "" || c.ID < q.Before) && len(out) < q.Limit {
			out = append(out, desk.CaseLine{ID: c.ID, State: c.State, Title: c.Title, Territory: c.Territory, Community: c.Community, Status: c.Status, Invented: c.Invented})
		}
	}
	return out, nil
}

func (f *fake) Case(_ context.Context, id string) (desk.Case, error) { return get(f, f.cases, id) }

func (f *fake) SaveCase(_ context.Context, c desk.Case, d desk.Decision) (desk.Case, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	have := f.cases[c.ID].Version
	c.Version++
	return c, save(f, f.cases, c.ID, have, c.Version-1, c, d)
}

func (f *fake) PublishedAbout(_ context.Context, territories []string) (n int, err error) {
	for _, a := range list(f, f.articles) {
		about := slices.ContainsFunc(territories, func(t string) bool { return t == desk.Everywhere || slices.Contains(a.Territories, t) })
		if a.Stage == desk.StagePublished && about {
			n++
		}
	}
	return n, nil
}

// save stores a versioned record with its decision.
func save[V any](f *fake, m map[string]V, id string, have, want int, v V, d desk.Decision) error {
	if have != want {
		return fault.New(fault.Conflict, "Somebody else changed it.")
	}
	m[id] = v
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Snippets(context.Context) ([]desk.Snippet, error) { return list(f, f.snippets), nil }

func (f *fake) Snippet(_ context.Context, id string) (desk.Snippet, error) {
	return get(f, f.snippets, id)
}

func (f *fake) SaveSnippet(_ context.Context, s desk.Snippet, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	have := f.snippets[s.ID].Version
	s.Version++
	return save(f, f.snippets, s.ID, have, s.Version-1, s, d)
}

func (f *fake) DeleteSnippet(_ context.Context, id string, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.snippets, id)
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Issues(context.Context) ([]subscription.Issue, error) { return list(f, f.issues), nil }

func (f *fake) Issue(_ context.Context, id string) (subscription.Issue, error) {
	return get(f, f.issues, id)
}

func (f *fake) DraftIssue(_ context.Context, i subscription.Issue, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return save(f, f.issues, i.ID, 0, 0, i, d)
}

func (f *fake) NewForIssue(_ context.Context, limit int) ([]string, error) {
	var ids []string
	for _, a := range list(f, f.articles) {
		had := slices.ContainsFunc(list(f, f.issues), func(i subscription.Issue) bool {
			return i.State != subscription.Draft && slices.Contains(i.Articles, a.ID)
		})
		if a.Stage == desk.StagePublished && !had && len(ids) < limit {
			ids = append(ids, a.ID)
		}
	}
	return ids, nil
}

func (f *fake) SendIssue(_ context.Context, id string, d desk.Decision) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := f.issues[id]
	if i.State != subscription.Draft {
		return 0, fault.New(fault.Conflict, "This issue is no draft any more.")
	}
	i.State = subscription.Sending
	return f.tally[subscription.Confirmed], save(f, f.issues, id, 0, 0, i, d)
}

func (f *fake) SendTest(_ context.Context, _, address string, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.tests = append(f.tests, address)
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) IssueCounts(_ context.Context, id string) (subscription.Counts, error) {
	i, err := get(f, f.issues, id)
	if err != nil || i.State == subscription.Draft {
		return nil, err
	}
	return subscription.Counts{subscription.Open: f.tally[subscription.Confirmed]}, nil
}

func (f *fake) SubscriberTally(context.Context) (subscription.Tally, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return maps.Clone(f.tally), nil
}

func (f *fake) SendingPaused(context.Context) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.paused, nil
}

func (f *fake) SetPaused(_ context.Context, paused bool, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.paused = paused
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Account(_ context.Context, id string) (desk.Account, error) {
	return get(f, f.accounts, id)
}

func (f *fake) Accounts(context.Context) ([]desk.Account, error) {
	all := list(f, f.accounts)
	slices.SortFunc(all, func(a, b desk.Account) int { return cmp.Compare(a.Name, b.Name) })
	return all, nil
}

func (f *fake) AccountByName(_ context.Context, name string) (desk.Account, string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, a := range f.accounts {
		if a.Name == name {
			return a, f.passwords[a.ID], nil
		}
	}
	return desk.Account{}, "", errMissing
}

func (f *fake) AddAccount(ctx context.Context, a desk.Account, hash string, d desk.Decision) error {
	if _, _, err := f.AccountByName(ctx, a.Name); err == nil {
		return fault.New(fault.Conflict, "The name %q is taken.", a.Name)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.passwords[a.ID] = hash
	return save(f, f.accounts, a.ID, 0, 0, a, d)
}

func (f *fake) ChangeAccount(_ context.Context, a desk.Account, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return save(f, f.accounts, a.ID, 0, 0, a, d)
}

func (f *fake) SetPreferences(_ context.Context, a desk.Account) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.accounts[a.ID] = a
	return nil
}

func (f *fake) SetPassword(_ context.Context, id, hash string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.passwords[id] = hash
	return nil
}

func (f *fake) AddInvitation(_ context.Context, hash, accountID string, expires time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.invitations[hash] = invitation{accountID, expires}
	return nil
}

func (f *fake) Invitation(_ context.Context, hash string, now time.Time) (string, error) {
	i, err := get(f, f.invitations, hash)
	if err != nil || !now.Before(i.expires) {
		return "", errOver
	}
	return i.account, err
}

func (f *fake) TakeInvitation(ctx context.Context, hash string, now time.Time) (string, error) {
	id, err := f.Invitation(ctx, hash, now)
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.invitations, hash)
	return id, err
}

// Story, Versions and StoryNamed find articles as the store does.
func (f *fake) Story(_ context.Context, leader string) (out []desk.Part, err error) {
	for _, a := range list(f, f.articles) {
		if a.ID == leader || a.Story == leader {
			out = append(out, desk.Part{ID: a.ID, Stage: a.Stage, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Sensitivity: a.Sensitivity,
				Similarity: a.Similarity, Leads: a.ID == leader, Revises: a.Revises, CreatedAt: a.CreatedAt})
		}
	}
	slices.SortStableFunc(out, func(a, b desk.Part) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(out, func(a, b desk.Part) int { return cmp.Compare(b2i(b.Leads), b2i(a.Leads)) })
	return out, nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (f *fake) Versions(_ context.Context, id string) (out []desk.Article, err error) {
	for _, a := range list(f, f.articles) {
		if a.Revises == id || a.ID == id && len(out) == 0 {
			out = append(out, a)
		}
	}
	if len(out) < 2 {
		return nil, nil
	}
	return out, nil
}

func (f *fake) StoryNamed(_ context.Context, name string) (desk.Article, error) {
	return get(f, f.articles, name)
}
