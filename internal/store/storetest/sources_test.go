package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	deskstore "rightsdesk/internal/store/desk"
)

func addSource(t *testing.T, s *deskstore.Store, n int) desk.Source {
	t.Helper()
	src := desk.Source{
		ID: id(desk.KindSource), Kind: desk.SourceFeed, Address: fmt.Sprintf("https://example.org/%d", n), Outlet: fmt.Sprintf("Outlet %02d", n),
		Licence: desk.LicenceExcerpt, Proxy: fmt.Sprintf("proxy%d", n), NextTry: now, CreatedAt: now,
	}
	if err := s.AddSource(t.Context(), src, decision(desk.VerbAdd, src.ID, "", now)); err != nil {
		t.Fatal(err)
	}
	return src
}

func TestSourcesAreLeasedOnceAndNoMoreThanAskedFor(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for n := range 30 {
			addSource(t, s, n)
		}
		taken := drain(t, func(ctx context.Context) (ids []string, err error) {
			list, err := s.LeaseSources(ctx, now, now.Add(time.Minute), 2)
			if len(list) > 2 {
				t.Errorf("%d leased, 2 asked for", len(list))
			}
			for _, x := range list {
				ids = append(ids, x.ID)
			}
			return ids, err
		})
		once(t, taken, 30)
	})
}

func TestSourceConflicts(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		again := src
		again.ID = id(desk.KindSource)
		if err := s.AddSource(t.Context(), again, decision(desk.VerbAdd, again.ID, "", now)); !fault.Is(err, fault.Conflict) {
			t.Errorf("the same address again: %v", err)
		}
		src, err := s.Source(t.Context(), src.ID)
		if err != nil || src.Proxy != "proxy1" {
			t.Fatal(src, err)
		}
		won := 0
		for _, err := range atOnce(6, func(i int) error {
			mine := src
			mine.Outlet, mine.Proxy = fmt.Sprintf("Outlet of caller %d", i), "changed"
			return s.ChangeSource(t.Context(), mine, decision(desk.VerbChange, src.ID, "", now))
		}) {
			if err == nil {
				won++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		list, err := s.Decisions(t.Context(), src.ID)
		if err != nil || won != 1 || len(list) != 2 {
			t.Errorf("%d callers won, %d decisions, %v", won, len(list), err)
		}
		src, err = s.Source(t.Context(), src.ID)
		if err != nil || src.Version != 2 || src.Proxy != "changed" {
			t.Errorf("%+v, %v", src, err)
		}
	})
}

func TestPollKeepsKnownEntries(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		poll := func(from, to int) int {
			p := desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now, ETag: `"1"`}
			for n := from; n < to; n++ {
				p.Entries = append(p.Entries, desk.Entry{ID: id(desk.KindEntry), Identity: fmt.Sprint(n), Link: fmt.Sprintf("https://example.org/a/%d", n)})
			}
			_, fresh, err := s.FinishPoll(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			return fresh
		}
		if a, b := poll(0, 5), poll(3, 8); a != 5 || b != 3 {
			t.Errorf("%d and %d new entries", a, b)
		}
		if _, _, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now, Failure: desk.HealthFailing, Error: "in words"}); err != nil {
			t.Fatal(err)
		}
		got, err := s.Source(t.Context(), src.ID)
		if err != nil || got.Attempts != 1 || got.ETag != `"1"` || got.LastError != "in words" || got.Health != desk.HealthFailing {
			t.Errorf("after a failure: %+v, %v", got, err)
		}
		taken := drain(t, func(ctx context.Context) (ids []string, err error) {
			list, err := s.LeaseEntries(ctx, now, now.Add(time.Minute), 1)
			for _, e := range list {
				ids = append(ids, e.ID)
			}
			return ids, err
		})
		once(t, taken, 8)
	})
}

func TestFailedEntryWaitsAndIsGivenUp(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		e := desk.Entry{ID: id(desk.KindEntry), Identity: "1", Link: "https://example.org/a"}
		if _, _, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now, Entries: []desk.Entry{e}}); err != nil {
			t.Fatal(err)
		}
		due := func(at time.Time) int {
			list, err := s.LeaseEntries(t.Context(), at, at.Add(time.Second), 10)
			if err != nil {
				t.Fatal(err)
			}
			return len(list)
		}
		if err := s.FailEntry(t.Context(), e.ID, "busy", now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if due(now) != 0 || due(now.Add(2*time.Hour)) != 1 {
			t.Error("a failed entry does not wait for its time")
		}
		if err := s.FailEntry(t.Context(), e.ID, "gone", time.Time{}); err != nil {
			t.Fatal(err)
		}
		list, err := s.SourceEntries(t.Context(), src.ID, 10)
		if due(now.Add(100*time.Hour)) != 0 || err != nil || list[0].State != desk.EntryFailed || list[0].Attempts != 2 || list[0].LastError != "gone" {
			t.Errorf("%+v, %v", list, err)
		}
	})
}
