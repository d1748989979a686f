package app

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/sample"
	"rightsdesk/internal/story"
	"rightsdesk/internal/subscription"
)

// teller lets the demo's own page show a post on its way, and act for the
// demo's editor. What it shows is read from where it stands; what it does goes
// the way that everybody's acts go.
type teller struct {
	demo   *demo
	client *http.Client
	again  chan struct{} // a reset is wanted

	acts     sync.Mutex   // held by whoever acts, so that two windows do not act at once
	use      sync.RWMutex // held by whoever uses the rooms; whoever closes them waits
	mu       sync.Mutex
	rooms    *Rooms // nil while the desk starts
	pipeline *pipeline.Desk
	arriving sample.Arriving
	post     arrival
}

// arrival is the post that is on its way.
type arrival struct {
	number  int
	id      string // of its article
	at      time.Time
	words   int
	leaf    int64
	read    time.Duration // how long until it was read
	decided time.Time     // on this page; zero when it was decided in the office
}

func newTeller(d *demo) *teller {
	return &teller{demo: d, client: &http.Client{Timeout: 5 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}, again: make(chan struct{}, 1)}
}

// begin lets the page act, once the desk is up.
func (t *teller) begin(rooms *Rooms) error {
	content, err := sample.Load()
	if err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rooms, t.pipeline, t.arriving, t.post = rooms, NewPipeline(t.demo.env, rooms), content.At(t.demo.env.Now()).Arriving, arrival{}
	return nil
}

// end waits until nobody uses the rooms any more; from then on the desk is
// starting.
func (t *teller) end() {
	t.use.Lock()
	defer t.use.Unlock()
	t.starts()
}

func (t *teller) starts() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rooms, t.post = nil, arrival{}
}

// now gives what is needed to look at the post.
func (t *teller) now() (*Rooms, arrival, sample.Arriving) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.rooms, t.post, t.arriving
}

func (t *teller) note(change func(*arrival)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	change(&t.post)
}

var errStarting = fault.New(fault.Conflict, "The desk is starting.")

// text is the post as it is handed in. Every post is another one, so that none
// is the duplicate of the one before.
func (t *teller) text(number int) string {
	if number == 1 {
		return t.arriving.Text
	}
	const mark = "This report, its numbers"
	return strings.Replace(t.arriving.Text, mark, fmt.Sprintf("It is report number %d. %s", number, mark), 1)
}

// Arrive hands the next post in and waits until it is read. While one waits
// none is handed in: a second window asked for the same.
func (t *teller) Arrive(ctx context.Context) error {
	t.acts.Lock()
	defer t.acts.Unlock()
	t.use.RLock()
	defer t.use.RUnlock()
	rooms, post, _ := t.now()
	if rooms == nil {
		return errStarting
	}
	if post.id != "" {
		if a, err := rooms.Desk.Article(ctx, post.id); err != nil {
			return err
		} else if a.Stage == desk.StageWaiting {
			return fault.New(fault.Conflict, "A post waits already.")
		}
	}
	next := arrival{number: post.number + 1, at: t.demo.env.Now()}
	text := t.text(next.number)
	next.words = len(strings.Fields(text))
	t.note(func(p *arrival) { *p = next })
	id, err := t.pipeline.Paste(ctx, []byte(text), "", t.demo.editor)
	if err != nil {
		t.note(func(p *arrival) { *p = post }) // so that it can be tried again
		return err
	}
	t.note(func(p *arrival) { p.id = id })
	a, err := rooms.Desk.Article(ctx, id)
	if err != nil {
		return err
	}
	leaf, err := leafOf(ctx, rooms, a.CaptureID)
	if err != nil {
		return err
	}
	t.note(func(p *arrival) { p.leaf = leaf })
	return t.until(ctx, func() (bool, error) {
		a, err := rooms.Desk.Article(ctx, id)
		if err == nil && a.Stage != desk.StageUnread {
			t.note(func(p *arrival) { p.read = t.demo.env.Now().Sub(next.at) })
			return true, nil
		}
		return false, err
	})
}

// leafOf gives the number of a capture in the log.
func leafOf(ctx context.Context, rooms *Rooms, capture string) (int64, error) {
	const some = 1000
	for from := int64(0); ; {
		list, err := rooms.Desk.Leaves(ctx, from, some)
		if err != nil {
			return 0, err
		}
		for _, l := range list {
			if from = l.Seq + 1; l.CaptureID == capture {
				return l.Seq, nil
			}
		}
		if len(list) < some {
			return 0, fault.New(fault.NotFound, "The log has no leaf for %q.", capture)
		}
	}
}

// until waits for something that the desk does by itself, ten seconds at most.
func (t *teller) until(ctx context.Context, done func() (bool, error)) error {
	ctx, stop := context.WithTimeout(ctx, 10*time.Second)
	defer stop()
	for {
		if ok, err := done(); ok || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return fault.New(fault.Unavailable, "The desk takes longer than it should. Look at what it printed where the demo was started.")
		case <-time.After(50 * time.Millisecond):
		}
	}
}

var errNoneWaits = fault.New(fault.Conflict, "No post waits.")

// Publish decides the waiting post in the name of the demo's editor, waits
// until it is public, and sends an issue with it. What was published in the
// office is only sent.
func (t *teller) Publish(ctx context.Context) (err error) {
	t.acts.Lock()
	defer t.acts.Unlock()
	t.use.RLock()
	defer t.use.RUnlock()
	rooms, post, arriving := t.now()
	if rooms == nil {
		return errStarting
	}
	if post.id == "" {
		return errNoneWaits
	}
	a, err := rooms.Desk.Article(ctx, post.id)
	if err != nil {
		return err
	}
	if a.Stage != desk.StageWaiting && (a.Stage != desk.StagePublished || !post.decided.IsZero()) {
		return errNoneWaits
	}
	t.note(func(p *arrival) { p.decided = t.demo.env.Now() })
	defer func() {
		if err != nil {
			t.note(func(p *arrival) { p.decided = time.Time{} }) // so that it can be tried again
		}
	}()
	if a.Stage == desk.StageWaiting {
		if a, err = t.decide(ctx, rooms, a, arriving); err != nil {
			return err
		}
		if err := t.acceptClaims(ctx, rooms, a, arriving.Claims); err != nil {
			return err
		}
	}
	if err := t.until(ctx, func() (bool, error) {
		now, err := rooms.Desk.Article(ctx, a.ID)
		return err == nil && now.EditionVersion == now.Version, err
	}); err != nil {
		return err
	}
	issue := subscription.Issue{ID: t.demo.id(desk.KindIssue), Title: "New today: " + a.Title, Articles: []string{a.ID}, CreatedAt: t.demo.env.Now()}
	if err := rooms.Desk.DraftIssue(ctx, issue, t.decision(desk.VerbAdd, issue.ID, desk.Change{Field: "title", After: issue.Title})); err != nil {
		return err
	}
	_, err = rooms.Desk.SendIssue(ctx, issue.ID, t.decision(desk.VerbSend, issue.ID))
	return err
}

func (t *teller) decision(verb desk.Verb, record string, changes ...desk.Change) desk.Decision {
	d := t.demo.env.decision(verb, record, changes...)
	d.Account = t.demo.editor
	return d
}

// decide publishes the post under the sample's headline, about its territories.
func (t *teller) decide(ctx context.Context, rooms *Rooms, a desk.Article, as sample.Arriving) (desk.Article, error) {
	d := t.decision(desk.VerbPublish, a.ID)
	before := a.Stage
	a, d.Changes = desk.Correct(a, desk.Correction{
		Title: as.Title, Standfirst: a.Standfirst, Byline: a.Byline, Outlet: a.Outlet, Published: a.Published, Address: a.Address, Language: a.Language,
		Text: a.Text, Territories: as.Territories, Licence: desk.LicenceFull, Release: true,
	})
	a.Stage = desk.StagePublished
	d.Changes = append(d.Changes, desk.Change{Field: "stage", Before: string(before), After: string(a.Stage)})
	if err := desk.CheckPublish(a); err != nil {
		return a, err
	}
	return rooms.Desk.DecideArticle(ctx, a, d)
}

// acceptClaims accepts the numbers that were proposed; where none was, the editor
// marks what stands in the text.
func (t *teller) acceptClaims(ctx context.Context, rooms *Rooms, a desk.Article, own []sample.Claim) error {
	list, err := rooms.Desk.Claims(ctx, a.ID)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(c desk.Claim) bool { return !c.Numbered() || c.Polarity != desk.Asserts })
	for _, c := range list {
		if err := rooms.Desk.DecideClaim(ctx, c.ID, true, t.decision(desk.VerbAccept, c.ID)); err != nil {
			return err
		}
	}
	if len(list) > 0 {
		return nil
	}
	for _, c := range own {
		claim, err := marked(c, a, t.demo.id(desk.KindClaim))
		if err != nil {
			return err
		}
		if err := rooms.Desk.AddClaim(ctx, claim, t.decision(desk.VerbAccept, claim.ID, desk.Change{Field: "words", After: c.Words})); err != nil {
			return err
		}
	}
	return nil
}

// Reset asks for the demo to begin anew; it is done when the page says so.
func (t *teller) Reset(context.Context) error {
	t.starts()
	select {
	case t.again <- struct{}{}:
	default: // it is asked for already
	}
	return nil
}

// Enter logs in to the office, as its login page does.
func (t *teller) Enter(ctx context.Context) (*http.Cookie, error) {
	form := url.Values{"name": {editorName}, "password": {t.demo.password}}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, t.demo.env.Config.Office.URL+"/login", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := t.client.Do(r)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The office does not answer yet. Please try again in a moment")
	}
	if err := answer.Body.Close(); err != nil {
		return nil, err
	}
	for _, c := range answer.Cookies() {
		if answer.StatusCode == http.StatusSeeOther {
			return c, nil
		}
	}
	return nil, fmt.Errorf("the office answers a login with %s", answer.Status)
}

// State reads how far the post has come.
func (t *teller) State(ctx context.Context) (story.State, error) {
	t.use.RLock()
	defer t.use.RUnlock()
	rooms, post, arriving := t.now()
	c := t.demo.env.Config
	s := story.State{
		Starting: rooms == nil, Number: post.number, ID: post.id, Arrived: post.at, Words: post.words, Leaf: post.leaf, ReadAfter: post.read,
		Links: story.Links{Site: c.Site.URL, Office: c.Office.URL, News: t.demo.newsURL, Inbox: t.demo.inboxURL, Name: editorName, Password: t.demo.password},
	}
	if rooms == nil {
		return s, nil
	}
	if post.leaf > 0 {
		if err := t.tell(ctx, rooms, &s); err != nil {
			return s, err
		}
	}
	t.look(ctx, arriving.Territories[0], post, &s)
	s.Unsent = s.Public && post.decided.IsZero() && !s.Inbox.Lit
	return s, nil
}

// tell reads what the desk knows of the post.
func (t *teller) tell(ctx context.Context, rooms *Rooms, s *story.State) error {
	a, err := rooms.Desk.Article(ctx, s.ID)
	if err != nil {
		return err
	}
	c, err := rooms.Desk.Capture(ctx, a.CaptureID)
	if err != nil {
		return err
	}
	s.SHA256, s.Size = c.SHA256, c.Size
	if a.Stage == desk.StageUnread {
		return nil
	}
	s.Read, s.Byline, s.Outlet, s.Published = true, strings.Join(a.Byline, ", "), a.Outlet, a.Published
	s.Waiting, s.Public, s.Title = a.Stage == desk.StageWaiting, a.Stage == desk.StagePublished, a.Title
	s.Refused = !s.Waiting && !s.Public
	for _, r := range a.Removed {
		if r.Kind != "byline" && r.Kind != "dateline" { // they are named above the text
			s.Removed = append(s.Removed, r.Text)
		}
	}
	if s.Public {
		list, err := rooms.Desk.Decisions(ctx, a.ID)
		if err != nil {
			return err
		}
		if len(list) > 0 {
			s.By = list[0].Account
		}
	}
	return understood(ctx, rooms, a, s)
}

// understood fills in what was found, and lights it in the text.
func understood(ctx context.Context, rooms *Rooms, a desk.Article, s *story.State) error {
	findings, err := rooms.Desk.Findings(ctx, a.ID)
	if err != nil {
		return err
	}
	claims, err := rooms.Desk.Claims(ctx, a.ID)
	if err != nil {
		return err
	}
	var marks []story.Mark
	about := map[string]bool{}
	for _, f := range findings {
		if !f.Kind.OfTerritory() {
			continue
		}
		name := f.Value
		if p, ok := geo.Find(f.Value); ok {
			name = p.Name("en")
		}
		for _, at := range f.Spans {
			marks = append(marks, story.Mark{Begin: at.Begin, End: at.End, Kind: story.Place, Title: name})
		}
		switch {
		case f.Kind == desk.FindingAbout:
			about[f.Value] = true
			s.About = append(s.About, story.Territory{Name: name, Score: f.Score})
		case !about[f.Value]:
			s.Mentioned = append(s.Mentioned, story.Territory{Name: name, Count: f.Count})
		}
	}
	for _, c := range claims {
		if c.State == desk.ClaimRefused {
			continue
		}
		marks = append(marks, story.Mark{Begin: c.Begin, End: c.End, Kind: story.Said})
		marks = append(marks, story.Cues(c.Words, c.Cue, c.Begin)...)
		s.Claims = append(s.Claims, story.Claim{Claimant: c.Claimant, Says: c.Words, Hedge: c.Hedge, Bound: c.Bound, Cue: c.Cue, Accepted: c.State == desk.ClaimAccepted})
	}
	s.Paragraphs = story.Cut(a.Text, marks)
	return nil
}
