package app

import (
	"context"
	"fmt"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/sample"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/subscription"
)

// demoReader gets the demo's newsletter.
const demoReader = "reader@example.org"

// sampler fills a desk with the sample, through the same stages and decisions
// as everything else.
type sampler struct {
	*demo
	rooms    *Rooms
	pipeline *pipeline.Desk
	content  sample.Desk
	articles map[string]string // id of the article by the file of its post
	account  string            // who decides
}

// addSample fills the desk and carries it to the edition.
func (d *demo) addSample(ctx context.Context, r *Rooms) error {
	content, err := sample.Load()
	if err != nil {
		return err
	}
	if d.stress {
		content.Cases = append(content.Cases, content.Stress.Cases...)
	}
	s := sampler{demo: d, rooms: r, pipeline: NewPipeline(d.env, r), content: content.At(d.env.Now()), articles: map[string]string{}}
	for _, step := range []func(context.Context) error{s.addDecider, s.addPosts, s.addStress, s.addOwn, s.addClaims, s.addCases, s.addSnippet, s.addIssue, s.addReader} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("load the sample: %w", err)
		}
	}
	for _, stage := range []func(context.Context) (bool, error){s.pipeline.Ask, s.pipeline.Carry} {
		for more := true; more; {
			if more, err = stage(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sampler) decision(verb desk.Verb, record string, changes ...desk.Change) desk.Decision {
	d := s.env.decision(verb, record, changes...)
	d.Account = s.account
	return d
}

// addDecider adds the account in whose name the sample was decided. Nobody can
// log in with it.
func (s *sampler) addDecider(ctx context.Context) error {
	a := desk.Account{ID: s.id(desk.KindAccount), Name: "sample", Role: desk.RoleEditor, Disabled: true, CreatedAt: s.env.Now()}
	s.account = a.ID
	return s.rooms.Desk.AddAccount(ctx, a, "", s.decision(desk.VerbAdd, a.ID, desk.Change{Field: "name", After: a.Name}))
}

// addStress publishes the posts at the edge of what pages must bear, if they are
// asked for, and leaves a copy of each waiting in the queue.
func (s *sampler) addStress(ctx context.Context) error {
	if !s.stress {
		return nil
	}
	source, err := s.pipeline.Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	var list []pipeline.Bytes
	for _, p := range s.content.Stress.Posts {
		for _, text := range []string{p.Text, p.Title + "\n\n" + p.Text} {
			list = append(list, pipeline.Bytes{Data: []byte(text), MediaType: "text/plain; charset=utf-8", How: desk.HowHandedIn, FileName: "stress.txt", Source: source})
		}
	}
	stored, err := s.pipeline.Capture(ctx, list)
	if err != nil {
		return err
	}
	for more := true; more; {
		if more, err = s.pipeline.Read(ctx); err != nil {
			return err
		}
	}
	for i, p := range s.content.Stress.Posts {
		id := stored[2*i].ArticleID
		a, err := s.rooms.Desk.Article(ctx, id)
		if err != nil {
			return err
		}
		d := s.decision(desk.VerbPublish, id)
		a, d.Changes = desk.Correct(a, desk.Correction{
			Title: p.Title, Outlet: p.Outlet, Published: p.Date, Language: p.Language, Text: a.Text, Territories: p.Territories, Licence: desk.LicenceFull, Release: true,
		})
		a.Stage = desk.StagePublished
		if err := desk.CheckPublish(a); err != nil {
			return fmt.Errorf("%.60s: %w", p.Title, err)
		}
		if _, err := s.rooms.Desk.DecideArticle(ctx, a, d); err != nil {
			return err
		}
	}
	return nil
}

// addPosts hands the posts in, reads them and publishes those that are to be.
func (s *sampler) addPosts(ctx context.Context) error {
	source, err := s.pipeline.Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	var list []pipeline.Bytes
	for _, p := range s.content.Posts {
		list = append(list, pipeline.Bytes{Data: []byte(p.Text), MediaType: "text/plain; charset=utf-8", How: desk.HowHandedIn, FileName: p.File, Source: source})
	}
	for _, c := range s.content.Copies {
		list = append(list, pipeline.Bytes{Data: []byte(c.Text), MediaType: "text/plain; charset=utf-8", How: desk.HowHandedIn, FileName: c.File, Source: source})
	}
	stored, err := s.pipeline.Capture(ctx, list)
	if err != nil {
		return err
	}
	for more := true; more; {
		if more, err = s.pipeline.Read(ctx); err != nil {
			return err
		}
	}
	for more := true; more; {
		if more, err = s.pipeline.Place(ctx); err != nil {
			return err
		}
	}
	for i, c := range s.content.Copies {
		if err := s.release(ctx, stored[len(s.content.Posts)+i].ArticleID, c); err != nil {
			return fmt.Errorf("%s: %w", c.File, err)
		}
	}
	for i, p := range s.content.Posts {
		s.articles[p.File] = stored[i].ArticleID
		if p.Published {
			if err := s.publish(ctx, stored[i].ArticleID, p); err != nil {
				return fmt.Errorf("%s: %w", p.File, err)
			}
		}
	}
	return nil
}

// publish decides an article as an editor does: corrects what was read, releases
// it and makes it public.
func (s *sampler) publish(ctx context.Context, id string, p sample.Post) error {
	a, err := s.rooms.Desk.Article(ctx, id)
	if err != nil {
		return err
	}
	if a.Stage != desk.StageWaiting {
		return fault.New(fault.Conflict, "The sample's post %s is %s after reading: %s", p.File, a.Stage, a.LastError)
	}
	findings, err := s.rooms.Desk.Findings(ctx, id)
	if err != nil {
		return err
	}
	d := s.decision(desk.VerbPublish, id)
	a, d.Changes = desk.Correct(a, desk.Correction{
		Title: p.Title, Standfirst: a.Standfirst, Byline: a.Byline, Outlet: a.Outlet, Published: a.Published, Address: a.Address, Language: p.Language,
		Text: a.Text, Territories: p.Territories, Terms: desk.SureTerms(findings), Licence: desk.Licence(p.Licence), Release: true,
	})
	parts, err := s.rooms.Desk.Story(ctx, id)
	if err != nil {
		return err
	}
	d.Changes = append(d.Changes, desk.Change{Field: "stage", Before: string(a.Stage), After: string(desk.StagePublished)})
	d.Changes = append(d.Changes, desk.Show(parts)...)
	a.Stage = desk.StagePublished
	if err := desk.CheckPublish(a); err != nil {
		return err
	}
	_, err = s.rooms.Desk.DecideArticle(ctx, a, d)
	return err
}

// release decides that a copy, which was handed in, may be public.
func (s *sampler) release(ctx context.Context, id string, c sample.Copy) error {
	a, err := s.rooms.Desk.Article(ctx, id)
	if err != nil {
		return err
	}
	if a.Story == "" {
		return fault.New(fault.Conflict, "The sample's copy %s was not found to be one.", c.File)
	}
	d := s.decision(desk.VerbCorrect, id, desk.Change{Field: "sensitivity", Before: string(a.Sensitivity), After: string(desk.Open)})
	a.Sensitivity = desk.Open
	_, err = s.rooms.Desk.DecideArticle(ctx, a, d)
	return err
}

// addOwn writes the organisation's own texts.
func (s *sampler) addOwn(ctx context.Context) error {
	for _, o := range s.content.Own {
		html, text, err := publish.Post(o.Markdown)
		if err != nil {
			return err
		}
		a := desk.Article{
			ID: s.id(desk.KindArticle), Stage: desk.StagePublished, Title: o.Title, Outlet: s.env.Config.Organisation.Name, Published: o.Date, Language: o.Language,
			Licence: desk.LicenceFull, Sensitivity: desk.Open, Post: desk.PostKind(o.Kind), Markdown: o.Markdown, HTML: html, Text: text, Territories: o.Territories,
		}
		if err := desk.CheckPublish(a); err != nil {
			return fmt.Errorf("%s: %w", o.File, err)
		}
		stored, err := s.pipeline.Write(ctx, a, s.decision(desk.VerbPublish, a.ID, desk.Change{Field: "title", After: a.Title}))
		if err != nil {
			return fmt.Errorf("%s: %w", o.File, err)
		}
		s.articles[o.File] = stored.ID
	}
	return nil
}

// addQuestion asks the question of a figure.
func (s *sampler) addQuestion(ctx context.Context, f sample.Figure) (id string, err error) {
	q := desk.Question{
		ID: s.id(desk.KindQuestion), Title: f.Question, Territory: f.Territory, Origin: f.Origin, Terms: desk.ParseTerms(f.Terms), Measure: f.Measure, Unit: f.Unit,
		Definition: f.Definition, Scope: f.Note,
	}
	return q.ID, s.rooms.Desk.SaveQuestion(ctx, q, s.decision(desk.VerbAdd, q.ID, desk.QuestionChanges(desk.Question{}, q)...))
}

// addClaims asks the sample's questions, accepts its claims and decides its
// figures. A claim that the reading proposed already is accepted where it stands.
func (s *sampler) addClaims(ctx context.Context) error {
	for _, f := range s.content.Figures {
		figure := desk.Figure{
			ID: s.id(desk.KindFigure), Territory: f.Territory, Question: f.Question, Unit: f.Unit, Measure: f.Measure, Min: f.Min, Max: f.Max,
			AsOf: f.AsOf, By: f.By, Rule: f.Rule, Note: f.Note,
		}
		var err error
		if figure.QuestionID, err = s.addQuestion(ctx, f); err != nil {
			return fmt.Errorf("question %s: %w", f.Key, err)
		}
		for _, c := range f.Claims {
			id, err := s.addClaim(ctx, c)
			if err != nil {
				return fmt.Errorf("claim in %s: %w", c.Post, err)
			}
			if c.Answers {
				figure.Claims = append(figure.Claims, id)
			} else {
				figure.Beside = append(figure.Beside, id)
			}
		}
		d := s.decision(desk.VerbAdd, figure.ID, desk.Change{Field: "question", After: figure.Question})
		if t, err := time.Parse(time.DateOnly, f.Decided); err == nil {
			d.At = t
		}
		if err := s.rooms.Desk.SaveFigure(ctx, figure, d); err != nil {
			return fmt.Errorf("figure %s: %w", f.Key, err)
		}
	}
	return nil
}

func (s *sampler) addClaim(ctx context.Context, c sample.Claim) (id string, err error) {
	article := s.articles[c.Post]
	a, err := s.rooms.Desk.Article(ctx, article)
	if err != nil {
		return "", err
	}
	claim, err := marked(c, a, s.id(desk.KindClaim))
	if err != nil {
		return "", err
	}
	return claim.ID, s.rooms.Desk.AddClaim(ctx, claim, s.decision(desk.VerbAccept, claim.ID, desk.Change{Field: "words", After: c.Words}))
}

// marked is a claim of the sample as an editor marks it in an article. Errors:
// Invalid when its words do not stand there once.
func marked(c sample.Claim, a desk.Article, id string) (desk.Claim, error) {
	begin, end, once := c.Find(a.Text)
	if !once {
		return desk.Claim{}, fault.New(fault.Invalid, "The words %q do not stand once in the text.", c.Words)
	}
	return desk.Claim{
		ID: id, ArticleID: a.ID, Begin: begin, End: end, Words: c.Words, Cue: c.Cue, Claimant: c.Claimant, Hedge: c.Hedge, Bound: c.Bound,
		Min: c.Min, Max: c.Max, Unit: c.Unit, Measure: c.Measure, Scope: c.Scope, AsOf: c.AsOf, Rule: desk.ByPerson, Polarity: desk.Asserts,
	}, nil
}

func (s *sampler) addCases(ctx context.Context) error {
	for _, c := range s.content.Cases {
		k := desk.Case{
			ID: s.id(desk.KindCase), State: desk.CasePublished, Kind: c.Kind, Title: c.Title, Invented: c.Invented, Summary: c.Summary, PeopleMin: c.PeopleMin,
			PeopleMax: c.PeopleMax, Territory: c.Territory, Place: desk.Stated(c.Place), Community: c.Community, Acts: c.Acts, Status: c.Status, Believed: c.Believed,
			Since: c.Since, Verified: c.Verified, Law: desk.Stated(c.Law), Sentence: desk.Stated(c.Sentence), Consent: desk.ConsentPublic,
			ConsentNote: "Invented for the sample; there is nobody to ask.", Correction: c.Correction,
		}
		for _, n := range c.Names {
			k.Names = append(k.Names, desk.Name(n))
		}
		for _, e := range c.Episodes {
			k.Episodes = append(k.Episodes, desk.Episode{Date: e.Date, Act: e.Act, Text: e.Text, By: e.By})
		}
		for _, x := range c.Sources {
			k.Sources = append(k.Sources, desk.CaseSource{Title: x.Title, Outlet: x.Outlet, Date: x.Date, ArticleID: s.articles[x.Post], Official: x.Official})
		}
		if err := desk.CheckPublishCase(k); err != nil {
			return fmt.Errorf("case %s: %w", c.Key, err)
		}
		if _, err := s.rooms.Desk.SaveCase(ctx, k, s.decision(desk.VerbPublish, k.ID, desk.CaseChanges(desk.Case{}, k)...)); err != nil {
			return fmt.Errorf("case %s: %w", c.Key, err)
		}
	}
	return nil
}

func (s *sampler) addSnippet(ctx context.Context) error {
	x := desk.Snippet{ID: s.id(desk.KindSnippet), Name: "newsletter call with live counts", Placements: []string{desk.Everywhere}, Markdown: s.content.Snippet}
	return s.rooms.Desk.SaveSnippet(ctx, x, s.decision(desk.VerbAdd, x.ID, desk.Change{Field: "name", After: x.Name}))
}

// addReader subscribes a reader, who confirms by the link that a mail would
// have brought.
func (s *sampler) addReader(ctx context.Context) error {
	now := s.env.Now()
	letter := s.id(desk.KindLetter)
	for _, m := range []public.Message{
		{Kind: public.Subscribe, At: now, Address: demoReader, Territories: []string{public.Everything}, Language: "en"},
		{Kind: public.Confirm, At: now, Capability: s.rooms.Keys.Capability(string(subscription.ToConfirm), letter)},
	} {
		in := deskstore.Incoming{MessageID: s.id(desk.KindMessage), Message: m, SubscriberID: s.id(desk.KindSubscriber), LetterID: letter}
		if err := s.rooms.Desk.Take(ctx, in, now); err != nil {
			return err
		}
	}
	// The demo's mail box begins without the mail of a reader who confirmed.
	letters, err := s.rooms.Desk.LeaseLetters(ctx, now, now.Add(time.Minute), 10)
	for _, l := range letters {
		if err := s.rooms.Desk.FinishLetter(ctx, deskstore.Outcome{ID: l.ID, State: subscription.Delivered}); err != nil {
			return err
		}
	}
	return err
}

// addIssue makes the sample's issue of the newsletter, as one that was sent
// before the reader came.
func (s *sampler) addIssue(ctx context.Context) error {
	i := subscription.Issue{ID: s.id(desk.KindIssue), Title: s.content.Issue.Title, CreatedAt: s.env.Now()}
	for _, file := range s.content.Issue.Posts {
		if s.articles[file] == "" {
			return fault.New(fault.Invalid, "The issue names the unknown post %q.", file)
		}
		i.Articles = append(i.Articles, s.articles[file])
	}
	if err := s.rooms.Desk.DraftIssue(ctx, i, s.decision(desk.VerbAdd, i.ID, desk.Change{Field: "title", After: i.Title})); err != nil {
		return err
	}
	_, err := s.rooms.Desk.SendIssue(ctx, i.ID, s.decision(desk.VerbSend, i.ID))
	return err
}
