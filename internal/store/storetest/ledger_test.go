package storetest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/store/intake"
	"rightsdesk/internal/store/readers"
	"rightsdesk/internal/subscription"
)

func take(t *testing.T, s *deskstore.Store, m public.Message, at time.Time) {
	t.Helper()
	in := deskstore.Incoming{MessageID: id(desk.KindMessage), Message: m, SubscriberID: id(desk.KindSubscriber), LetterID: id(desk.KindLetter)}
	if err := s.Take(t.Context(), in, at); err != nil {
		t.Fatal(err)
	}
}

// confirmed makes n confirmed readers of everything, and gives the words by
// which they leave.
func confirmed(t *testing.T, s *deskstore.Store, n int) []string {
	t.Helper()
	for i := range n {
		take(t, s, public.Message{Kind: public.Subscribe, Address: fmt.Sprintf("reader%d@example.org", i), Territories: []string{public.Everything}, Language: "en"}, now)
	}
	letters, err := s.LeaseLetters(t.Context(), now, now.Add(time.Minute), n)
	if err != nil || len(letters) != n {
		t.Fatalf("%d letters, %v", len(letters), err)
	}
	var leave []string
	for _, l := range letters {
		take(t, s, public.Message{Kind: public.Confirm, Capability: l.Word}, now)
		if err := s.FinishLetter(t.Context(), deskstore.Outcome{ID: l.ID, State: subscription.Delivered}); err != nil {
			t.Fatal(err)
		}
		leave = append(leave, l.LeaveWord)
	}
	return leave
}

func TestTwoHundredFormsAreOneMail(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		const people = 12 // the first forms of each come at the same moment
		for i := range people {
			m := public.Message{Kind: public.Subscribe, Address: fmt.Sprintf("victim%d@example.org", i), Territories: []string{"BY"}, Language: "en"}
			noErrors(t, atOnce(8, func(int) error {
				for range 200 / people / 2 {
					in := deskstore.Incoming{MessageID: id(desk.KindMessage), Message: m, SubscriberID: id(desk.KindSubscriber), LetterID: id(desk.KindLetter)}
					if err := s.Take(t.Context(), in, now); err != nil {
						return err
					}
				}
				return nil
			}))
		}
		letters, err := s.LeaseLetters(t.Context(), now, now.Add(time.Minute), 500)
		if err != nil || len(letters) != people {
			t.Errorf("%d letters, %v", len(letters), err)
		}
		for _, l := range letters {
			if !strings.HasPrefix(l.Subscriber.Address, "victim") {
				t.Errorf("a letter to %q", l.Subscriber.Address)
			}
		}
	})
}

func TestMessageTakesEffectOnce(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		in := deskstore.Incoming{MessageID: "m1", SubscriberID: id(desk.KindSubscriber), LetterID: id(desk.KindLetter),
			Message: public.Message{Kind: public.Subscribe, Address: "a@example.org", Territories: []string{"BY"}}}
		noErrors(t, atOnce(6, func(int) error { return s.Take(t.Context(), in, now) }))
		tally, err := s.SubscriberTally(t.Context())
		if err != nil || tally[subscription.Pending] != 1 {
			t.Errorf("%v, %v", tally, err)
		}
	})
}

func TestAddressesAreSealedAndGo(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		leave := confirmed(t, s, 1)
		if rooms.Engine == store.SQLite {
			b, err := os.ReadFile(filepath.Join(rooms.Folder, "desk.db"))
			wal, err2 := os.ReadFile(filepath.Join(rooms.Folder, "desk.db-wal"))
			if err != nil || err2 != nil || bytes.Contains(append(b, wal...), []byte("reader0@")) {
				t.Errorf("the address stands in the file, or %v, %v", err, err2)
			}
		}
		// A form that anybody can send changes nothing for a confirmed reader.
		take(t, s, public.Message{Kind: public.Subscribe, Address: "reader0@example.org", Territories: []string{"BY"}, Language: "fr"}, now.Add(2*time.Hour))
		due, err := s.DueReaders(t.Context(), now, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range due {
			if !r.Gone && (len(r.Territories) != 1 || r.Territories[0] != public.Everything || r.Language != "en") {
				t.Errorf("%+v", r)
			}
		}
		take(t, s, public.Message{Kind: public.Leave, Capability: leave[0]}, now.Add(3*time.Hour))
		tally, err := s.SubscriberTally(t.Context())
		if err != nil || tally[subscription.Left] != 1 || tally[subscription.Confirmed] != 0 {
			t.Errorf("%v, %v", tally, err)
		}
		if letters, err := s.LeaseLetters(t.Context(), now.Add(4*time.Hour), now.Add(5*time.Hour), 10); err != nil || len(letters) != 0 {
			t.Errorf("%d letters to somebody who left, %v", len(letters), err)
		}
	})
}

func TestWhatChangesInBetweenStaysDue(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		leave := confirmed(t, s, 1)
		due, err := s.DueReaders(t.Context(), now, 10)
		if err != nil || len(due) == 0 {
			t.Fatal(len(due), err)
		}
		take(t, s, public.Message{Kind: public.Leave, Capability: leave[0]}, now)
		if err := s.ReadersCarried(t.Context(), due); err != nil {
			t.Fatal(err)
		}
		if due, err = s.DueReaders(t.Context(), now, 10); err != nil || len(due) == 0 {
			t.Errorf("the change is forgotten: %v", err)
		}
	})
}

// draft makes an issue with one published article.
func draft(t *testing.T, s *deskstore.Store) subscription.Issue {
	t.Helper()
	a := read(t, s, "An article for the issue.")
	a.Stage = desk.StagePublished
	if _, err := s.DecideArticle(t.Context(), a, decision(desk.VerbPublish, a.ID, "", now)); err != nil {
		t.Fatal(err)
	}
	i := subscription.Issue{ID: id(desk.KindIssue), Title: "Issue", Articles: []string{a.ID}, CreatedAt: now}
	if err := s.DraftIssue(t.Context(), i, decision(desk.VerbAdd, i.ID, "", now)); err != nil {
		t.Fatal(err)
	}
	return i
}

func TestLedger(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		leave := confirmed(t, s, 20)
		i := draft(t, s)
		sent := 0
		for _, err := range atOnce(5, func(int) error {
			_, err := s.SendIssue(t.Context(), i.ID, decision(desk.VerbSend, i.ID, "", now))
			return err
		}) {
			if err == nil {
				sent++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		counts, err := s.IssueCounts(t.Context(), i.ID)
		if err != nil || sent != 1 || counts[subscription.Open] != 20 {
			t.Fatalf("sent %d times, %v, %v", sent, counts, err)
		}
		if fresh, err := s.NewForIssue(t.Context(), 10); err != nil || len(fresh) != 0 {
			t.Errorf("%v is new for a second issue, %v", fresh, err)
		}
		take(t, s, public.Message{Kind: public.Leave, Capability: leave[0]}, now)
		taken := drain(t, func(ctx context.Context) (ids []string, err error) {
			list, err := s.LeaseDeliveries(ctx, now, now.Add(time.Minute), 3)
			if len(list) > 3 {
				t.Errorf("%d leased, 3 asked for", len(list))
			}
			for _, e := range list {
				if wanted, err := s.Wanted(ctx, e.ID); err != nil || !wanted || !strings.HasSuffix(e.Subscriber.Address, "@example.org") || len(e.Issue.Articles) != 1 {
					return nil, fmt.Errorf("%+v: %v, %w", e, wanted, err)
				}
				if err := s.FinishDelivery(ctx, deskstore.Outcome{ID: e.ID, State: subscription.Delivered}, now); err != nil {
					return nil, err
				}
				ids = append(ids, e.ID)
			}
			return ids, err
		})
		once(t, taken, 19)
		for _, list := range taken { // a delivery that has ended does not open again
			for _, d := range list {
				if err := s.FinishDelivery(t.Context(), deskstore.Outcome{ID: d, State: subscription.Open, Next: now}, now); err != nil {
					t.Fatal(err)
				}
			}
		}
		if n, err := s.FinishIssues(t.Context(), now); err != nil || n != 1 {
			t.Errorf("%d issues ended, %v", n, err)
		}
		counts, err = s.IssueCounts(t.Context(), i.ID)
		if err != nil || counts[subscription.Delivered] != 19 || counts[subscription.Skipped] != 1 {
			t.Errorf("%v, %v", counts, err)
		}
		raw := rooms.Open(t, "desk", store.ReadWrite)
		if err := raw.Write(t.Context(), func(tx store.Tx) error { return store.Exec(t.Context(), tx, `UPDATE deliveries SET state = 'open'`) }); err == nil {
			t.Error("the database lets deliveries go back")
		}
	})
}

func TestPausedSendsNothingAndStopsHold(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		confirmed(t, s, 2)
		i := draft(t, s)
		if err := s.SetPaused(t.Context(), true, decision(desk.VerbChange, "paused", "", now)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.SendIssue(t.Context(), i.ID, decision(desk.VerbSend, i.ID, "", now)); !fault.Is(err, fault.Conflict) {
			t.Errorf("sent while paused: %v", err)
		}
		if err := s.SetPaused(t.Context(), false, decision(desk.VerbChange, "paused", "", now)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.SendIssue(t.Context(), i.ID, decision(desk.VerbSend, i.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		if err := s.Replay(t.Context(), []store.Stop{{At: now, Kind: store.StopSent, ID: i.ID}}, now); err != nil {
			t.Fatal(err)
		}
		if list, err := s.LeaseDeliveries(t.Context(), now, now.Add(time.Minute), 10); err != nil || len(list) != 0 {
			t.Errorf("%d deliveries after a restore, %v", len(list), err)
		}
	})
}

func TestIntakeAndReaders(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		in := intake.New(rooms.Open(t, "intake", store.ReadWrite))
		rd := readers.New(rooms.Open(t, "readers", store.ReadWrite))
		for _, err := range []error{in.Migrate(t.Context(), t.TempDir(), now), rd.Migrate(t.Context(), t.TempDir(), now)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		noErrors(t, atOnce(8, func(i int) error {
			return in.Append(t.Context(), intake.Message{ID: fmt.Sprintf("m%d", i), At: now.Add(time.Duration(i)), Sealed: []byte{byte(i)}})
		}))
		list, err := in.Waiting(t.Context(), 5)
		if err != nil || len(list) != 5 {
			t.Fatal(len(list), err)
		}
		if err := in.Delete(t.Context(), []string{list[0].ID}); err != nil {
			t.Fatal(err)
		}
		if list, err = in.Waiting(t.Context(), 50); err != nil || len(list) != 7 {
			t.Errorf("%d wait, %v", len(list), err)
		}
		if err := in.Append(t.Context(), intake.Message{ID: "large", At: now, Sealed: make([]byte, intake.MaxSize+1)}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a large message: %v", err)
		}
		p := subscription.Preferences{Hash: "h", Kind: subscription.ToLeave, Language: "fr", Territories: []string{"BY", "PL"}, Expires: now}
		if err := rd.Put(t.Context(), []subscription.Preferences{p}, nil); err != nil {
			t.Fatal(err)
		}
		got, err := rd.Preferences(t.Context(), "h")
		if err != nil || got.Language != "fr" || len(got.Territories) != 2 || !got.Expires.Equal(now) {
			t.Errorf("%+v, %v", got, err)
		}
		if err := rd.Put(t.Context(), nil, []string{"h"}); err != nil {
			t.Fatal(err)
		}
		if _, err := rd.Preferences(t.Context(), "h"); !fault.Is(err, fault.NotFound) {
			t.Errorf("what was taken out: %v", err)
		}
	})
}
