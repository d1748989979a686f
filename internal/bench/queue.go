package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"time"

	"rightsdesk/internal/account"
	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
)

// queue measures what the first page of the office's queue costs when much is
// waiting, beside asking for each line by itself.
func (b *bench) queue(ctx context.Context) (err error) {
	e, _, err := b.environment("queue")
	if err != nil {
		return err
	}
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	n := min(b.articles, 20_000)
	if err := wait(ctx, e, rooms, n); err != nil {
		return err
	}
	open, err := enter(ctx, e, rooms)
	if err != nil {
		return err
	}
	page, err := each(100, func(int) error { return open("/") })
	if err != nil {
		return err
	}
	lines, err := each(20, func(int) error {
		list, err := rooms.Desk.Queue(ctx, desk.QueueQuery{Stage: desk.StageWaiting, Limit: 50})
		for _, i := range list {
			if _, err := rooms.Desk.Article(ctx, i.ID); err != nil {
				return err
			}
			if _, err := rooms.Desk.Findings(ctx, i.ID); err != nil {
				return err
			}
		}
		return err
	})
	b.add(fmt.Sprintf("queue of the office, %d waiting", n), ms(page)+" CPU", "< 100 ms", "each line asked for by itself, not shown: "+ms(lines))
	return err
}

// wait puts n generated articles with proposals into the queue.
func wait(ctx context.Context, e app.Env, rooms *app.Rooms, n int) error {
	r := rand.New(rand.NewPCG(7, 8))
	source, err := app.NewPipeline(e, rooms).Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	id := func(k desk.Kind) string { return desk.NewID(e.Random, "rdk", k) }
	for at := 0; at < n; at += 500 {
		var inward []desk.Inward
		var readings []desk.Reading
		for i := at; i < min(at+500, n); i++ {
			c := desk.Capture{ID: id(desk.KindCapture), SHA256: fmt.Sprintf("%064d", i), How: desk.HowHandedIn, SourceID: source.ID,
				At: e.Now().Add(time.Duration(i-n) * time.Minute)}
			a := desk.Article{ID: id(desk.KindArticle), Stage: desk.StageWaiting, Title: text(r, 12), Outlet: "Harbour News", Published: "2020-01-02",
				Language: "en", Text: text(r, 60), TextHash: fmt.Sprintf("%064d", i)}
			inward = append(inward, desk.Inward{Capture: c, Leaf: evidence.NewLeaf(e.Random, c.ID, c.SHA256), ArticleID: a.ID, Licence: desk.LicenceExcerpt})
			reading := desk.Reading{Article: a}
			for j := range 3 {
				reading.Findings = append(reading.Findings, desk.Finding{ID: id(desk.KindFinding), ArticleID: a.ID, Kind: desk.FindingAbout,
					Value: territories[(i+j)%len(territories)], Score: .9})
			}
			readings = append(readings, reading)
		}
		if _, err := rooms.Desk.AddCaptures(ctx, inward); err != nil {
			return err
		}
		if err := rooms.Desk.SaveReadings(ctx, readings, e.Now()); err != nil {
			return err
		}
	}
	return nil
}

// enter logs an editor in and gives what opens a page.
func enter(ctx context.Context, e app.Env, rooms *app.Rooms) (open func(path string) error, err error) {
	const password = "five words that nobody knows"
	hash, err := account.HashPassword(e.Random, password)
	if err != nil {
		return nil, err
	}
	a := desk.Account{ID: desk.NewID(e.Random, "rdk", desk.KindAccount), Name: "bench", Role: desk.RoleEditor, CreatedAt: e.Now()}
	d := desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), At: e.Now(), Account: a.ID, Verb: desk.VerbAdd, RecordID: a.ID}
	if err := rooms.Desk.AddAccount(ctx, a, hash, d); err != nil {
		return nil, err
	}
	office := app.NewOffice(e, rooms)
	login := httptest.NewRequest(http.MethodPost, "/login", strings.NewReader(url.Values{"name": {"bench"}, "password": {password}}.Encode()))
	login.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	login.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	office.ServeHTTP(w, login)
	cookies := w.Result().Cookies()
	if len(cookies) == 0 {
		return nil, fmt.Errorf("the login answers %d without a session", w.Code)
	}
	return func(path string) error {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.AddCookie(cookies[0])
		w := httptest.NewRecorder()
		office.ServeHTTP(w, r)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "data-row") {
			return fmt.Errorf("%s answers %d", path, w.Code)
		}
		return nil
	}, nil
}
