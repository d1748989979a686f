package storetest

import (
	"testing"
	"time"

	"rightsdesk/internal/desk"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/subscription"
)

// polled stores one poll of a source: a good one, or one that failed so.
func polled(t *testing.T, s *deskstore.Store, src desk.Source, failure desk.Health, at time.Time) {
	t.Helper()
	p := desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: at, Failure: failure, Error: "An invented reason."}
	if failure == "" {
		p.Error, p.Entries = "", []desk.Entry{{ID: id(desk.KindEntry), Identity: "one", Link: "https://example.org/one"}}
	}
	if _, _, err := s.FinishPoll(t.Context(), p); err != nil {
		t.Fatal(err)
	}
}

// write has several callers write an alert at once, and gives the letters of
// the ledger with the number of sources that they said they were about.
func write(t *testing.T, s *deskstore.Store, at time.Time) (letters []subscription.Letter, sources int) {
	t.Helper()
	told := make([]int, 5)
	noErrors(t, atOnce(len(told), func(i int) (err error) {
		told[i], err = s.WriteAlert(t.Context(), id(desk.KindLetter), at)
		return err
	}))
	for _, n := range told {
		sources += n
	}
	letters, err := s.LeaseLetters(t.Context(), at, at.Add(time.Minute), 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range letters {
		if l.Kind != subscription.Alert || l.SubscriberID != "" || l.Word != "" {
			t.Errorf("%+v", l)
		}
	}
	return letters, sources
}

func TestOneAlertForEachTrouble(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		var list []desk.Source
		for n := range 4 {
			list = append(list, addSource(t, s, n))
		}
		at := now
		polled(t, s, list[0], desk.HealthFailing, at)
		if letters, n := write(t, s, at); len(letters) != 0 || n != 0 {
			t.Errorf("after one poll: %d letters about %d sources", len(letters), n)
		}
		for range 2 {
			at = at.Add(time.Hour)
			for _, src := range list[:3] {
				polled(t, s, src, desk.HealthBlocked, at)
			}
			polled(t, s, list[3], "", at)
		}
		letters, n := write(t, s, at)
		if len(letters) != 1 || n != 3 {
			t.Fatalf("%d letters about %d sources", len(letters), n)
		}
		about, err := s.Alerted(t.Context(), letters[0].ID)
		if err != nil || len(about) != 3 || about[0].LastError != "An invented reason." {
			t.Errorf("%+v, %v", about, err)
		}
		if err := s.FinishLetter(t.Context(), deskstore.Outcome{ID: letters[0].ID, State: subscription.Delivered}); err != nil {
			t.Fatal(err)
		}

		// The trouble goes on, and becomes another: nothing is told again.
		at = at.Add(time.Hour)
		polled(t, s, list[0], desk.HealthFailing, at)
		if letters, n := write(t, s, at); len(letters) != 0 || n != 0 {
			t.Errorf("%d letters about %d sources were told of already", len(letters), n)
		}
		// One is well again: the letter is not about it any more, and its next trouble is told.
		polled(t, s, list[1], "", at)
		if about, err := s.Alerted(t.Context(), letters[0].ID); err != nil || len(about) != 2 {
			t.Errorf("%d sources, %v", len(about), err)
		}
		polled(t, s, list[1], desk.HealthEnded, at.Add(time.Hour))
		if letters, n := write(t, s, at.Add(time.Hour)); len(letters) != 1 || n != 1 {
			t.Errorf("after it was well: %d letters about %d sources", len(letters), n)
		}
	})
}

func TestNoAlertOfWhatEditorsKnow(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		known, paused := addSource(t, s, 1), addSource(t, s, 2)
		for i := range 2 {
			polled(t, s, known, desk.HealthFailing, now.Add(time.Duration(i)*time.Hour))
			polled(t, s, paused, desk.HealthFailing, now.Add(time.Duration(i)*time.Hour))
		}
		if err := s.Acknowledge(t.Context(), known.ID, desk.HealthFailing, decision(desk.VerbChange, known.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		src, err := s.Source(t.Context(), paused.ID)
		if err != nil {
			t.Fatal(err)
		}
		src.Paused = true
		if err := s.ChangeSource(t.Context(), src, decision(desk.VerbChange, src.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		if letters, n := write(t, s, now.Add(3*time.Hour)); len(letters) != 0 || n != 0 {
			t.Errorf("%d letters about %d sources", len(letters), n)
		}
	})
}
