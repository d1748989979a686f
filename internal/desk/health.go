package desk

import (
	"fmt"
	"time"
)

// Health is a source's state in one word; LastError has the reason.
type Health string

// The states of health.
const (
	HealthNew     Health = "new"     // never polled
	HealthGood    Health = "good"    // the last poll gave entries or said "not modified"
	HealthEmpty   Health = "empty"   // readable, but no entry in it
	HealthFailing Health = "failing" // the last poll failed
	HealthBlocked Health = "blocked" // the host refuses us, or its robots.txt does
	HealthShape   Health = "shape"   // it answers, but with something else than it used to
	HealthMoved   Health = "moved"   // it redirects for good; it is followed
	HealthFrozen  Health = "frozen"  // nothing new for much longer than was usual
	HealthEnded   Health = "ended"   // it says that it is gone for good; it is not asked any more
)

// Poll is what one poll of a source met, to be stored in one transaction.
type Poll struct {
	ID       string
	SourceID string
	At       time.Time
	Took     time.Duration
	Status   int   // HTTP status; 0 where nobody answered
	Size     int64 // bytes of the answer

	Entries   []Entry // all that were announced; known ones are passed over
	Unchanged bool    // the host said that nothing has changed (304)
	MovedTo   string  // where a permanent redirect leads; empty without one

	Failure Health // failing, blocked, shape or ended; empty when the poll was good
	Error   string // the failure in words

	ETag         string
	LastModified string
	RetryAfter   time.Time // when the host wants to be asked again; may be zero
}

// PollRecord is one line of a source's log.
type PollRecord struct {
	At        time.Time
	Took      time.Duration
	Status    int
	Size      int64
	Announced int
	Fresh     int
	Health    Health
	Error     string
}

// PollsKept is how many lines of its log a source keeps.
const PollsKept = 200

// The bounds of the time between two polls, and the time where nothing is
// known of a source yet. Media Cloud polls within the same bounds.
const (
	PollOften    = 10 * time.Minute
	PollSeldom   = 24 * time.Hour
	PollInterval = 30 * time.Minute
)

// Every is the time between two good polls: a quarter of the time between two
// of its entries, and the longer it has been silent the more.
func (s Source) Every(now time.Time) time.Duration {
	every := PollInterval
	if s.Pace > 0 {
		every = s.Pace / 4
	}
	if !s.LastFresh.IsZero() {
		every = max(every, now.Sub(s.LastFresh)/8)
	}
	return min(max(every, PollOften), PollSeldom)
}

// believed is how long a host that says "not modified" is believed before it
// is asked for everything again.
const believed = 3 * 24 * time.Hour

// Conditional reports whether a host is asked only for what has changed. One
// that says 304 for days is asked for everything now and then, and one that
// was found to say so though there was news always is.
func (s Source) Conditional(now time.Time) bool {
	return !s.Blind && now.Sub(s.LastFull) < believed
}

// After gives a source as a poll leaves it: health with its reason, what is
// known of its habits, and when it is asked next. fresh is how many of the
// entries were new.
func (s Source) After(p Poll, fresh int) Source {
	before := s.Health
	s.LastPolled = p.At
	if p.Failure != "" {
		s.Attempts++
		s.Health, s.LastError = p.Failure, p.Error
		s.NextTry = p.At.Add(Backoff(s.Attempts))
	} else {
		s.Attempts, s.LastError = 0, ""
		s.learn(p, fresh, before == HealthNew)
		s.judge(p)
		s.NextTry = p.At.Add(s.Every(p.At))
	}
	if p.RetryAfter.After(s.NextTry) {
		s.NextTry = p.RetryAfter
	}
	if s.Health == HealthGood {
		s.Troubled, s.Acknowledged = 0, ""
		return s
	}
	s.Troubled++
	if s.Acknowledged != s.Health {
		s.Acknowledged = ""
	}
	return s
}

// learn notes how a source behaves.
func (s *Source) learn(p Poll, fresh int, first bool) {
	s.MovedTo = p.MovedTo
	if !p.Unchanged {
		// Whoever said 304 for days and has news when asked for everything
		// says it without looking.
		if fresh > 0 && !first && !s.Conditional(p.At) && (s.ETag != "" || s.LastModified != "") {
			s.Blind = true
		}
		s.ETag, s.LastModified, s.LastFull = p.ETag, p.LastModified, p.At
	}
	switch {
	case first:
		s.Pace, s.LastFresh = habits(p)
	case fresh > 0 && !s.LastFresh.IsZero():
		gap := p.At.Sub(s.LastFresh) / time.Duration(fresh)
		if s.Pace == 0 {
			s.Pace = gap
		}
		s.Pace, s.LastFresh = (3*s.Pace+gap)/4, p.At
	case fresh > 0:
		s.LastFresh = p.At
	}
}

// habits tells from the dates of a source's entries how often it brings
// something, and when it did last. Dates of the future are no news of today.
func habits(p Poll) (pace time.Duration, last time.Time) {
	var oldest time.Time
	dated := 0
	for _, e := range p.Entries {
		day, err := time.Parse("2006-01-02", e.Published[:min(len(e.Published), 10)])
		if err != nil || day.After(p.At) {
			continue
		}
		dated++
		if day.After(last) {
			last = day
		}
		if oldest.IsZero() || day.Before(oldest) {
			oldest = day
		}
	}
	switch {
	case dated == 0 && len(p.Entries) > 0:
		return 0, p.At
	case dated > 1:
		pace = last.Sub(oldest) / time.Duration(dated-1)
	}
	return pace, last
}

// How long a source may be silent before it is called frozen: ten times its
// pace, two weeks at least, three months where its pace is not known.
const (
	silentLeast   = 14 * 24 * time.Hour
	silentTimes   = 10
	silentUnknown = 90 * 24 * time.Hour
)

// frozen reports whether a source is silent for longer than is usual with it.
func (s Source) frozen(now time.Time) bool {
	limit := silentUnknown
	if s.Pace > 0 {
		limit = max(silentLeast, silentTimes*s.Pace)
	}
	return !s.LastFresh.IsZero() && now.Sub(s.LastFresh) > limit
}

// judge puts what a good poll says into a word and its reason.
func (s *Source) judge(p Poll) {
	switch {
	case !p.Unchanged && len(p.Entries) == 0:
		s.Health, s.LastError = HealthEmpty, "It can be read, but there is no entry in it. Open the address in a browser to see whether the outlet still uses it."
		if s.Kind == SourceMail {
			s.LastError = "The folder can be read, but there is no message in it. Was its address subscribed to the newsletter, and does the mail arrive in this folder?"
		}
	case s.frozen(p.At):
		s.Health = HealthFrozen
		s.LastError = fmt.Sprintf("Nothing new has come since %s, much longer than is usual here. Look on the outlet's site whether it publishes elsewhere.", s.LastFresh.UTC().Format("2006-01-02"))
	case p.MovedTo != "":
		s.Health = HealthMoved
		s.LastError = fmt.Sprintf("It has moved for good to %s. It is followed; take the new address over.", p.MovedTo)
	default:
		s.Health = HealthGood
	}
}

// Alarming reports whether editors are told: a source is in trouble for two
// polls, or at its end, and nobody has said yet that they know.
func (s Source) Alarming() bool {
	if s.Paused || s.Acknowledged == s.Health {
		return false
	}
	return s.Troubled >= 2 || s.Health == HealthEnded
}
