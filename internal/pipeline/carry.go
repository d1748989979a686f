package pipeline

import (
	"context"
	"fmt"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	deskstore "rightsdesk/internal/store/desk"
)

const carryBatch = 64

// Carry brings what was decided to the edition: published and changed articles
// and snippets, issues for the archive, and withdrawals. While publishing is
// paused only withdrawals pass.
func (d *Desk) Carry(ctx context.Context) (more bool, err error) {
	paused, err := d.Store.SendingPaused(ctx)
	if err != nil {
		return false, err
	}
	for _, stage := range []func(ctx context.Context, paused bool) (int, error){d.carryArticles, d.carryStories, d.carryCases, d.carryFigures, d.carrySnippets, d.carryIssues} {
		n, err := stage(ctx, paused)
		if err != nil {
			return false, err
		}
		more = more || n == carryBatch
	}
	return more, nil
}

func (d *Desk) carryArticles(ctx context.Context, paused bool) (int, error) {
	due := d.Store.DueArticles
	if paused {
		due = d.Store.DueWithdrawals
	}
	list, err := due(ctx, carryBatch)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	var put []public.Article
	for _, a := range list {
		p, err := d.publicArticle(ctx, a)
		if fault.Is(err, fault.Forbidden) {
			err = d.Publisher.WithdrawArticle(ctx, a.ID, a.Version)
		} else if err == nil {
			put = append(put, p)
		}
		if err != nil {
			return 0, fmt.Errorf("carry %s: %w", a.ID, err)
		}
	}
	if err := d.Publisher.PutArticles(ctx, put); err != nil {
		return 0, fmt.Errorf("carry articles: %w", err)
	}
	if err := d.carryOldPaths(ctx, list); err != nil {
		return 0, fmt.Errorf("carry old addresses: %w", err)
	}
	// Only when the log is emptied is a withdrawn name gone from the disk and
	// does a reader without the right to write see the newest state.
	if err := d.Publisher.Sweep(ctx); err != nil {
		return 0, err
	}
	return len(list), d.Store.ArticlesCarried(ctx, list)
}

// publicArticle makes the public record. Whatever is not published, for
// whatever reason, is Forbidden and is withdrawn.
func (d *Desk) publicArticle(ctx context.Context, a desk.Article) (public.Article, error) {
	c, err := d.Store.Capture(ctx, a.CaptureID)
	if err != nil {
		return public.Article{}, err
	}
	p, err := publish.Article(a, c)
	if err != nil {
		return p, err
	}
	leaf, err := d.Store.LeafOf(ctx, c.ID)
	if err != nil {
		return p, err
	}
	p.Evidence = publish.Leaf(p.Evidence, leaf)
	claims, err := d.Store.Claims(ctx, a.ID)
	p.Claims = publish.Claims(a, claims)
	return d.Places.Article(p), err
}

// carryOldPaths has the addresses at which readers found articles on another
// site lead to what is public of them, or to nothing but that they are gone.
func (d *Desk) carryOldPaths(ctx context.Context, list []desk.Article) error {
	var ids []string
	var put []public.Redirect
	for _, a := range list {
		paths, err := d.Store.OldPaths(ctx, a.ID)
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			continue
		}
		ids = append(ids, a.ID)
		for _, p := range paths {
			put = append(put, public.Redirect{Path: p, ArticleID: a.ID})
		}
	}
	return d.Publisher.PutRedirects(ctx, ids, put)
}

func (d *Desk) carryFigures(ctx context.Context, paused bool) (int, error) {
	list, err := d.Store.DueFigures(ctx, paused, carryBatch)
	for _, f := range list {
		if err := d.carryFigure(ctx, f); err != nil {
			return 0, fmt.Errorf("carry figure %s: %w", f.ID, err)
		}
	}
	return len(list), err
}

func (d *Desk) carryFigure(ctx context.Context, f desk.Figure) error {
	q, err := d.Store.Question(ctx, f.QuestionID)
	if err != nil {
		return err
	}
	p, err := publish.Figure(f, q)
	switch {
	case fault.Is(err, fault.Forbidden):
		err = d.Publisher.WithdrawFigure(ctx, f.ID, f.Version)
	case err == nil:
		p.Territory = d.Places.One(p.Territory)
		err = d.Publisher.PutFigure(ctx, p, f.Version)
	}
	if err != nil {
		return err
	}
	if err := d.Publisher.Sweep(ctx); err != nil {
		return err
	}
	return d.Store.FigureCarried(ctx, f.ID, f.Version)
}

func (d *Desk) carryCases(ctx context.Context, paused bool) (int, error) {
	list, err := d.Store.DueCases(ctx, paused, carryBatch)
	for _, c := range list {
		if err := d.carryCase(ctx, c); err != nil {
			return 0, fmt.Errorf("carry case %s: %w", c.ID, err)
		}
	}
	return len(list), err
}

func (d *Desk) carryCase(ctx context.Context, c desk.Case) error {
	p, err := publish.Case(c)
	switch {
	case fault.Is(err, fault.Forbidden):
		err = d.Publisher.WithdrawCase(ctx, c.ID, c.Version)
	case err == nil:
		p.Territory = d.Places.One(p.Territory)
		err = d.Publisher.PutCase(ctx, p)
	}
	if err != nil {
		return err
	}
	if err := d.Publisher.Sweep(ctx); err != nil {
		return err
	}
	return d.Store.CaseCarried(ctx, c.ID, c.Version)
}

func (d *Desk) carrySnippets(ctx context.Context, paused bool) (int, error) {
	if paused {
		return 0, nil
	}
	list, err := d.Store.DueSnippets(ctx, carryBatch)
	for _, s := range list {
		if err := d.carrySnippet(ctx, s); err != nil {
			return 0, fmt.Errorf("carry snippet %s: %w", s.ID, err)
		}
	}
	return len(list), err
}

func (d *Desk) carrySnippet(ctx context.Context, s desk.Snippet) error {
	if s.Markdown == "" || len(s.Placements) == 0 {
		if err := d.Publisher.RemoveSnippet(ctx, s.ID, s.Version); err != nil {
			return err
		}
	} else {
		p, err := publish.Snippet(s)
		if err != nil {
			return err
		}
		if err := d.Publisher.PutSnippet(ctx, p); err != nil {
			return err
		}
	}
	if err := d.Publisher.Sweep(ctx); err != nil {
		return err
	}
	return d.Store.SnippetCarried(ctx, s.ID, s.Version)
}

func (d *Desk) carryIssues(ctx context.Context, paused bool) (int, error) {
	if paused {
		return 0, nil
	}
	list, err := d.Store.DueIssues(ctx, carryBatch)
	for _, i := range list {
		if err := d.carryIssue(ctx, i); err != nil {
			return 0, fmt.Errorf("carry issue %s: %w", i.ID, err)
		}
	}
	return len(list), err
}

func (d *Desk) carryIssue(ctx context.Context, i deskstore.DueIssue) error {
	sent := i.SentAt
	if sent.IsZero() {
		sent = i.CreatedAt
	}
	if err := d.Publisher.PutIssue(ctx, public.Issue{ID: i.ID, Title: i.Title, Sent: sent, Articles: i.Articles}, i.Version); err != nil {
		return err
	}
	if err := d.Publisher.Sweep(ctx); err != nil {
		return err
	}
	return d.Store.IssueCarried(ctx, i.ID, i.Version)
}

// Rebuild makes the whole edition again from the decided records. While
// publishing is paused nothing but withdrawals passes, as in Carry.
func (d *Desk) Rebuild(ctx context.Context) (articles int, err error) {
	paused, err := d.Store.SendingPaused(ctx)
	if err != nil {
		return 0, err
	}
	if err := d.Store.Republish(ctx); err != nil {
		return 0, err
	}
	if err := d.Publisher.Clear(ctx); err != nil {
		return 0, err
	}
	for {
		n, err := d.carryArticles(ctx, paused)
		if err != nil {
			return articles, err
		}
		articles += n
		if n == 0 {
			break
		}
	}
	for more := true; more && err == nil; {
		more, err = d.Carry(ctx)
	}
	return articles, err
}
