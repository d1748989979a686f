package pipeline

import (
	"context"
	"time"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/exchange"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/source"
)

// readBatch is how many articles are read before they are stored together.
const readBatch = 32

// Read reads articles out of captures that wait for it, and finds what they
// are about. What cannot be read is given to an editor with the reason.
func (d *Desk) Read(ctx context.Context) (more bool, err error) {
	now := d.Now()
	list, err := d.Store.LeaseUnread(ctx, now, now.Add(lease), readBatch)
	if err != nil || len(list) == 0 {
		return false, err
	}
	outlets, err := d.Store.Outlets(ctx)
	if err != nil {
		return false, err
	}
	known, taught := d.sourceBlocks(), d.sourceLessons()
	var good []desk.Reading
	var down error // why no evidence can be had at all; the rest of the batch does not ask again
	for _, u := range list {
		var data []byte
		err := down
		if err == nil {
			data, err = d.Evidence.Content(u.Capture)
		}
		if unreachable(err) {
			down = err
		}
		opt := extract.Options{Outlets: outlets}
		if err == nil {
			opt.Blocks, err = known(ctx, u.Capture.SourceID)
		}
		if err == nil {
			u.Lessons, err = taught(ctx, u.Capture.SourceID)
		}
		var reading desk.Reading
		if err == nil {
			reading, err = within(readLimit, func() (desk.Reading, error) { return d.read(ctx, u, data, opt) })
		}
		if ctx.Err() != nil {
			return false, nil // broken off by the stop; it is read again
		}
		if err != nil {
			if err := d.failReading(ctx, u, err); err != nil {
				return false, err
			}
			continue
		}
		good = append(good, reading)
	}
	if err := d.Store.SaveReadings(ctx, good, d.Now()); err != nil {
		return false, err
	}
	return true, d.learn(ctx, list)
}

func (d *Desk) failReading(ctx context.Context, u desk.Unread, err error) error {
	d.Log.Warn("a capture cannot be read", "article", u.ArticleID, "error", err)
	var next time.Time
	switch {
	case unreachable(err): // the text is not at fault, so it is never given up
		next = d.Now().Add(desk.Backoff(min(u.Attempts+1, desk.MaxAttempts-2)))
	case fault.Of(err) != fault.Invalid && u.Attempts+1 < desk.MaxAttempts:
		next = d.Now().Add(desk.Backoff(u.Attempts + 1))
	}
	return d.Store.FailReading(ctx, u.ArticleID, fault.Words(err), next, d.Now())
}

// unreachable reports whether evidence is there and cannot be had: a disk or a store that is down.
func unreachable(err error) bool {
	return fault.Is(err, fault.Unavailable) || fault.Is(err, fault.Forbidden)
}

// read is the stage itself: capture → article → findings.
func (d *Desk) read(ctx context.Context, u desk.Unread, data []byte, opt extract.Options) (desk.Reading, error) {
	if u.Capture.MediaType == exchange.WXRType {
		a, about, edges, err := readWordPress(u, data, opt)
		if err != nil {
			return desk.Reading{}, err
		}
		reading := d.analysed(a, about, u.Lessons)
		reading.Edges = edgesOf(edges)
		return reading, nil
	}
	doc, why, err := document(ctx, u, data, opt)
	if err != nil {
		return desk.Reading{}, err
	}
	var reading desk.Reading
	if u.Part > 0 || len(doc.Entries) > 0 {
		reading, err = d.readParts(u, doc)
	} else {
		a := article(u, doc)
		a.LastError = why
		reading = d.analysed(a, nil, u.Lessons)
	}
	reading.Edges = edgesOf(doc.Edges)
	return reading, err
}

func edgesOf(e extract.Edges) desk.Edges {
	return desk.Edges{Top: e.Top, Bottom: e.Bottom, Count: e.Count, Headed: e.Headed}
}

// analysed finds what an article is about, besides what is known already, as
// editors taught it.
func (d *Desk) analysed(a desk.Article, about []string, taught []desk.Lesson) desk.Reading {
	in := analyse.Input{ID: a.ID, Title: a.Title, Standfirst: a.Standfirst, Text: a.Text, Date: a.Published, Language: a.Language, Outlet: a.Outlet, Lessons: taught}
	found := analyse.Analyse(in)
	reading := desk.Reading{Article: a, Findings: d.filed(a.ID, d.findings(a.ID, found), about), Claims: found.DeskClaims(), Quotations: d.quotations(a.ID, found)}
	reading.Findings = append(reading.Findings, d.namedIn(a.ID, found, analyse.Dates(in))...)
	for i := range reading.Claims {
		reading.Claims[i].ID = d.id(desk.KindClaim)
	}
	return reading
}

// article puts together what was read, what the source announced and what is
// known of the source. What nobody said stays empty.
func article(u desk.Unread, doc extract.Document) desk.Article {
	a := desk.Article{
		ID: u.ArticleID, Stage: desk.StageWaiting, Title: first(doc.Title, u.Announced.Title), Standfirst: doc.Standfirst, Byline: doc.Byline,
		Credit: doc.Credit, Image: desk.Picture{Address: doc.Image, Caption: doc.ImageCaption, Credit: doc.ImageCredit, Alt: doc.ImageAlt},
		Published: first(doc.Published, u.Announced.Published), Language: first(doc.Language, u.Language), Text: doc.Text, HTML: doc.HTML,
		Dateline: doc.Dateline.Raw, Form: doc.Dateline.Rule, FormSure: doc.Dateline.Confidence, Part: u.Part,
		Confidence: doc.Confidence, Reader: extract.Version, TextHash: desk.TextHash(doc.Text),
	}
	// Readers know the outlet by the name that the desk gave its source; a
	// file that was handed in says its outlet itself.
	a.Outlet = first(u.Outlet, doc.Outlet, doc.SiteName)
	if u.Capture.How == desk.HowFetched {
		a.Address = first(u.Announced.Link, u.Capture.FinalURL, u.Capture.Address)
		if source.IsShort(a.Address) {
			a.Address = first(u.Capture.FinalURL, a.Address)
		}
	} else {
		a.Address = first(u.Capture.Address, doc.Dateline.Link)
	}
	for _, r := range doc.Removed {
		a.Removed = append(a.Removed, desk.Removed{Kind: r.Kind, Text: r.Text})
	}
	for _, m := range doc.Doubts {
		a.Doubts = append(a.Doubts, desk.Doubt{Kind: m.Kind, Text: m.Text})
	}
	return a
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

func (d *Desk) findings(articleID string, r analyse.Result) []desk.Finding {
	var out []desk.Finding
	add := func(f desk.Finding) {
		f.ID, f.ArticleID, f.Rule = d.id(desk.KindFinding), articleID, analyse.Version
		if f.Kind.OfTerm() {
			f.Spans = r.TermSpans(analyse.Axis(f.Kind), f.Value)
		} else {
			f.Spans = r.Spans(f.Value)
		}
		out = append(out, f)
	}
	for _, t := range r.Territories.About {
		add(desk.Finding{Kind: desk.FindingAbout, Value: t.ID, Score: t.Score})
	}
	for _, t := range r.Territories.Mentioned {
		add(desk.Finding{Kind: desk.FindingMentioned, Value: t.ID, Count: t.Count})
	}
	for kind, list := range map[desk.FindingKind][]analyse.Scored{
		desk.FindingTheme: r.Themes, desk.FindingAct: r.Acts, desk.FindingGroup: r.Groups, desk.FindingCommunity: r.Communities, desk.FindingRight: r.Rights,
	} {
		for _, s := range list {
			add(desk.Finding{Kind: kind, Value: s.ID, Score: s.Score})
		}
	}
	return out
}
