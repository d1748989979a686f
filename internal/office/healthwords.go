package office

import (
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
)

// health says how a source is doing.
func (l tongue) health(s desk.Source) string {
	switch {
	case s.Kind == desk.SourceDesk:
		return locale.T(string(l), "what the organisation writes itself")
	case !s.Kind.Polled():
		return locale.T(string(l), "not polled: what comes in here is handed in")
	case s.Paused:
		return locale.T(string(l), "paused")
	}
	switch s.Health {
	case desk.HealthFailing:
		return locale.N(string(l), s.Attempts, "failing: {n} try in a row", "failing: {n} tries in a row")
	case desk.HealthBlocked:
		return locale.N(string(l), s.Attempts, "blocked: {n} try in a row", "blocked: {n} tries in a row")
	}
	return l.healthWord(s.Health)
}

// healthWord names a state of health.
func (l tongue) healthWord(h desk.Health) string {
	switch h {
	case desk.HealthGood:
		return locale.T(string(l), "good")
	case desk.HealthEmpty:
		return locale.T(string(l), "readable, but nothing in it")
	case desk.HealthFailing:
		return locale.T(string(l), "failing")
	case desk.HealthBlocked:
		return locale.T(string(l), "blocked")
	case desk.HealthShape:
		return locale.T(string(l), "changed shape")
	case desk.HealthMoved:
		return locale.T(string(l), "moved")
	case desk.HealthFrozen:
		return locale.T(string(l), "frozen")
	case desk.HealthEnded:
		return locale.T(string(l), "ended")
	}
	return locale.T(string(l), "new, not asked yet")
}

// every says how often a source is asked.
func (l tongue) every(d time.Duration) string {
	return locale.T(string(l), "every {time}", "time", l.span(d))
}
