package storetest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// An entry is the same one while its id or its address is, whatever else changes.
func TestEntryKeepsItsIdentity(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		for i, c := range []struct {
			identity, also string
			fresh          int
		}{
			{"guid-1", "example.org/a", 1},
			{"guid-1", "example.org/a", 0},
			{"guid-2", "example.org/a", 0},     // a new id at the same address
			{"guid-2", "example.org/a-new", 0}, // a new address under the id learned a poll ago
			{"example.org/a-new", "", 0},       // no id any more
			{"guid-3", "example.org/b", 1},
		} {
			e := desk.Entry{ID: id(desk.KindEntry), Identity: c.identity, Link: "https://example.org/", Title: fmt.Sprint("Headline ", i)}
			if c.also != "" {
				e.Also = []string{c.also}
			}
			_, fresh, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now.Add(time.Duration(i) * time.Minute), Entries: []desk.Entry{e}})
			if err != nil || fresh != c.fresh {
				t.Errorf("poll %d (%s, %s): %d new, %v; want %d", i, c.identity, c.also, fresh, err, c.fresh)
			}
		}
	})
}

// An address that was found out for an entry, as behind a short link, names it
// from then on; a name that another entry has stays with that one.
func TestEntryGetsAnotherName(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		poll := func(identities ...string) (ids []string, fresh int) {
			p := desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now}
			for _, identity := range identities {
				e := desk.Entry{ID: id(desk.KindEntry), Identity: identity}
				ids, p.Entries = append(ids, e.ID), append(p.Entries, e)
			}
			_, fresh, err := s.FinishPoll(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			return ids, fresh
		}
		ids, _ := poll("bit.ly/1", "example.org/b")
		for _, name := range []string{"example.org/a", "example.org/a", "example.org/b"} {
			if err := s.NameEntry(t.Context(), ids[0], name); err != nil {
				t.Fatal(err)
			}
		}
		if _, fresh := poll("example.org/a", "example.org/b"); fresh != 0 {
			t.Errorf("%d new entries of two that are known", fresh)
		}
	})
}

// A feed of more names than one question may ask for, polled by several
// workers at once, announces each entry once.
func TestManyEntriesAnnouncedAtOnce(t *testing.T) {
	const entries = 1300
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		var mu sync.Mutex
		var all int
		var group sync.WaitGroup
		for range 4 {
			p := desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now}
			for n := range entries {
				p.Entries = append(p.Entries, desk.Entry{ID: id(desk.KindEntry), Identity: fmt.Sprint("id ", n), Also: []string{fmt.Sprint("address ", n)}})
			}
			group.Go(func() {
				_, fresh, err := s.FinishPoll(context.Background(), p)
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				all += fresh
			})
		}
		group.Wait()
		list, err := s.SourceEntries(t.Context(), src.ID, 2*entries)
		if err != nil || all != entries || len(list) != entries {
			t.Errorf("%d new in all, %d stored, %v; want %d", all, len(list), err, entries)
		}
	})
}

func TestLogOfPollsAndAlarm(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		poll := func(n int, failure desk.Health) desk.Source {
			after, _, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now.Add(time.Duration(n) * time.Hour),
				Took: 1500 * time.Millisecond, Status: 403, Size: 7, Failure: failure, Error: "It refuses us."})
			if err != nil {
				t.Fatal(err)
			}
			return after
		}
		alarms := func(want int, when string) {
			t.Helper()
			if n, err := s.Alarms(t.Context()); err != nil || n != want {
				t.Errorf("%s: %d alarms, %v; want %d", when, n, err, want)
			}
		}
		poll(0, desk.HealthBlocked)
		alarms(0, "after one poll")
		after := poll(1, desk.HealthBlocked)
		alarms(1, "after two polls")
		stored, err := s.Source(t.Context(), src.ID)
		if err != nil || fmt.Sprint(stored) != fmt.Sprint(after) || !stored.Alarming() {
			t.Errorf("stored %+v, %v; want %+v", stored, err, after)
		}
		lines, err := s.Polls(t.Context(), src.ID, 10)
		want := desk.PollRecord{At: now.Add(time.Hour), Took: 1500 * time.Millisecond, Status: 403, Size: 7, Health: desk.HealthBlocked, Error: "It refuses us."}
		if err != nil || len(lines) != 2 || fmt.Sprint(lines[0]) != fmt.Sprint(want) {
			t.Errorf("%+v, %v; want first %+v", lines, err, want)
		}
		if err := s.Acknowledge(t.Context(), src.ID, desk.HealthBlocked, decision(desk.VerbChange, src.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		alarms(0, "after it was acknowledged")
		poll(2, desk.HealthBlocked)
		alarms(0, "while the same lasts")
		poll(3, desk.HealthShape)
		alarms(1, "when it is something else")
		for n := range desk.PollsKept {
			poll(4+n, desk.HealthFailing)
		}
		if lines, err = s.Polls(t.Context(), src.ID, 2*desk.PollsKept); err != nil || len(lines) != desk.PollsKept {
			t.Errorf("%d lines are kept, %v", len(lines), err)
		}
	})
}

// What has ended is not asked, until a person changes it.
func TestEndedSourceRests(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		after, _, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now, Failure: desk.HealthEnded, Error: "Gone."})
		if err != nil {
			t.Fatal(err)
		}
		lease := func() int {
			at := now.Add(1000 * time.Hour)
			list, err := s.LeaseSources(t.Context(), at, at.Add(time.Minute), 5)
			if err != nil {
				t.Fatal(err)
			}
			return len(list)
		}
		if n := lease(); n != 0 {
			t.Errorf("%d ended sources leased", n)
		}
		after.Address += "/new"
		if err := s.ChangeSource(t.Context(), after, decision(desk.VerbChange, src.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		if n := lease(); n != 1 {
			t.Errorf("%d sources leased after the change", n)
		}
	})
}

// TestNewNames tells which names of a long list no entry of the source has.
func TestNewNames(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		one, other := addSource(t, s, 1), addSource(t, s, 2)
		poll := func(src desk.Source, names ...string) {
			p := desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now}
			for _, name := range names {
				p.Entries = append(p.Entries, desk.Entry{ID: id(desk.KindEntry), Identity: name})
			}
			if _, _, err := s.FinishPoll(t.Context(), p); err != nil {
				t.Fatal(err)
			}
		}
		poll(one, "3", "700")
		poll(other, "4")
		var names []string
		for n := range 1300 {
			names = append(names, fmt.Sprint(n))
		}
		got, err := s.NewNames(t.Context(), one.ID, names)
		if err != nil || len(got) != 1298 || got[3] != "4" || got[4] != "5" || slices.Contains(got, "700") {
			t.Errorf("%d names, %v", len(got), err)
		}
		if got, err := s.NewNames(t.Context(), one.ID, nil); err != nil || len(got) != 0 {
			t.Errorf("%v, %v", got, err)
		}
	})
}

// TestEntryWithAnotherHeadline holds that an entry whose headline changed is
// fetched again, once in an hour at most; its new text is a later version.
func TestEntryWithAnotherHeadline(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := addSource(t, s, 1)
		poll := func(title string, at time.Time) (due []desk.Entry) {
			t.Helper()
			e := desk.Entry{ID: id(desk.KindEntry), Identity: "guid-1", Link: "https://example.org/a", Title: title}
			if _, _, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: at, Entries: []desk.Entry{e}}); err != nil {
				t.Fatal(err)
			}
			due, err := s.LeaseEntries(t.Context(), at, at.Add(time.Minute), 5)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range due {
				in := inward(t, src, fmt.Sprintf("Text under %q", title))
				in.Capture.EntryID, in.Capture.Address = e.ID, e.Link
				if _, err := s.AddCaptures(t.Context(), []desk.Inward{in}); err != nil {
					t.Fatal(err)
				}
			}
			return due
		}
		for _, c := range []struct {
			title string
			after time.Duration
			want  int
		}{
			{"Ten days", 0, 1},
			{"Ten days", 2 * time.Hour, 0},
			{"Twelve days", 3 * time.Hour, 1},
			{"Ten days", 3*time.Hour + 10*time.Minute, 0}, // it is being tried out
			{"", 6 * time.Hour, 0},
			{"Thirteen days", 7 * time.Hour, 1},
		} {
			if got := poll(c.title, now.Add(c.after)); len(got) != c.want {
				t.Errorf("%q after %s: %d to fetch, want %d", c.title, c.after, len(got), c.want)
			}
		}
	})
}
