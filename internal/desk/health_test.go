package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)

func dated(days ...string) (list []Entry) {
	for i, day := range days {
		list = append(list, Entry{Identity: fmt.Sprint(i), Published: day})
	}
	return list
}

func TestHealthAfterAPoll(t *testing.T) {
	known := Source{Health: HealthGood, Pace: 24 * time.Hour, LastFresh: noon.Add(-24 * time.Hour), LastFull: noon.Add(-24 * time.Hour), ETag: "1"}
	with := func(change func(*Source)) Source { s := known; change(&s); return s }
	for _, c := range []struct {
		name   string
		source Source
		poll   Poll
		fresh  int
		health Health
		words  string // in the reason
		next   time.Duration
	}{
		{"a first poll of a daily source", Source{Health: HealthNew}, Poll{Entries: dated("2026-03-08", "2026-03-09", "2026-03-10")}, 3, HealthGood, "", 6 * time.Hour},
		{"a first poll without dates", Source{Health: HealthNew}, Poll{Entries: dated("", "")}, 2, HealthGood, "", 30 * time.Minute},
		{"one that was dead when it was added", Source{Health: HealthNew}, Poll{Entries: dated("2019-01-01", "2019-01-11")}, 2, HealthFrozen, "2019-01-11", 24 * time.Hour},
		{"dates of the future say nothing", Source{Health: HealthNew}, Poll{Entries: dated("2027-01-01", "2026-03-10")}, 2, HealthGood, "", 90 * time.Minute},
		{"a source of every minute", with(func(s *Source) { s.Pace, s.LastFresh = time.Minute, noon }), Poll{Unchanged: true}, 0, HealthGood, "", 10 * time.Minute},
		{"not modified", known, Poll{Unchanged: true}, 0, HealthGood, "", 6 * time.Hour},
		{"nothing in it", known, Poll{}, 0, HealthEmpty, "no entry", 6 * time.Hour},
		{"silent as usual", with(func(s *Source) { s.LastFresh = noon.Add(-9 * 24 * time.Hour) }), Poll{Unchanged: true}, 0, HealthGood, "", 24 * time.Hour},
		{"silent for long", with(func(s *Source) { s.LastFresh = noon.Add(-15 * 24 * time.Hour) }), Poll{Unchanged: true}, 0, HealthFrozen, "2026-02-23", 24 * time.Hour},
		{"moved", known, Poll{Entries: dated("2026-03-10"), MovedTo: "https://example.org/new"}, 0, HealthMoved, "https://example.org/new", 6 * time.Hour},
		{"blocked", known, Poll{Failure: HealthBlocked, Error: "No."}, 0, HealthBlocked, "No.", time.Minute},
		{"failing for the fourth time", with(func(s *Source) { s.Attempts = 3 }), Poll{Failure: HealthFailing, Error: "No."}, 0, HealthFailing, "No.", 8 * time.Minute},
		{"asked to wait", known, Poll{Failure: HealthBlocked, Error: "429", RetryAfter: noon.Add(5 * time.Hour)}, 0, HealthBlocked, "429", 5 * time.Hour},
		{"asked to wait though it answers", known, Poll{Unchanged: true, RetryAfter: noon.Add(9 * time.Hour)}, 0, HealthGood, "", 9 * time.Hour},
	} {
		c.poll.At = noon
		got := c.source.After(c.poll, c.fresh)
		if got.Health != c.health || (c.words == "") != (got.LastError == "") || !strings.Contains(got.LastError, c.words) || got.NextTry.Sub(noon) != c.next {
			t.Errorf("%s: %s (%s), next in %s; want %s (%s), %s", c.name, got.Health, got.LastError, got.NextTry.Sub(noon), c.health, c.words, c.next)
		}
	}
}

// A source that brings two entries a day is learned to do so, and one that
// slows down as well.
func TestPaceIsLearned(t *testing.T) {
	s := Source{Health: HealthNew}
	at := noon
	s = s.After(Poll{At: at, Entries: dated("2026-03-10")}, 1)
	for range 20 {
		at = at.Add(12 * time.Hour)
		s = s.After(Poll{At: at, Entries: dated("")}, 1)
	}
	if s.Pace < 11*time.Hour || s.Pace > 13*time.Hour {
		t.Errorf("pace %s after one entry every 12 hours", s.Pace)
	}
	for range 20 {
		at = at.Add(10 * 24 * time.Hour)
		s = s.After(Poll{At: at, Entries: dated("")}, 1)
	}
	if s.Pace < 9*24*time.Hour || s.Every(at) != PollSeldom {
		t.Errorf("pace %s, asked every %s after one entry in ten days", s.Pace, s.Every(at))
	}
}

// A host that says "not modified" for ever is asked for everything after three
// days; if it has news then, it is not believed any more.
func TestNotModifiedForEver(t *testing.T) {
	s := Source{Health: HealthGood, ETag: "1", LastFull: noon, LastFresh: noon, Pace: time.Hour}
	if !s.Conditional(noon.Add(2 * 24 * time.Hour)) {
		t.Error("it is not asked conditionally after two days")
	}
	at := noon.Add(3*24*time.Hour + time.Minute)
	s = s.After(Poll{At: at.Add(-time.Minute), Unchanged: true}, 0)
	if s.Conditional(at) {
		t.Error("it is still believed after three days")
	}
	honest := s.After(Poll{At: at, Entries: dated(""), ETag: "1"}, 0)
	if honest.Blind || !honest.Conditional(at.Add(time.Hour)) {
		t.Error("one that told the truth is not believed any more")
	}
	liar := s.After(Poll{At: at, Entries: dated(""), ETag: "1"}, 1)
	if !liar.Blind || liar.Conditional(at.Add(time.Hour)) {
		t.Error("one that had news all the same is believed")
	}
}

func TestAlarmWithinTwoPolls(t *testing.T) {
	s := Source{Health: HealthGood}
	s = s.After(Poll{At: noon, Failure: HealthFailing, Error: "x"}, 0)
	if s.Alarming() {
		t.Error("alarm after one failure, which may pass")
	}
	s = s.After(Poll{At: noon, Failure: HealthBlocked, Error: "x"}, 0)
	if !s.Alarming() {
		t.Error("no alarm after two")
	}
	s.Acknowledged = HealthBlocked
	if s = s.After(Poll{At: noon, Failure: HealthBlocked, Error: "x"}, 0); s.Alarming() {
		t.Error("alarm though it is known")
	}
	if s = s.After(Poll{At: noon, Entries: dated("2026-03-10")}, 1); s.Alarming() || s.Acknowledged != "" || s.Troubled != 0 {
		t.Errorf("after a good poll: %+v", s)
	}
	if ended := s.After(Poll{At: noon, Failure: HealthEnded, Error: "x"}, 0); !ended.Alarming() {
		t.Error("no alarm at its end")
	}
	s.Troubled, s.Health, s.Paused = 5, HealthFailing, true
	if s.Alarming() {
		t.Error("alarm for a paused source")
	}
}
