package office

import (
	"fmt"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/subscription"
)

// moment prints a time in full, in UTC.
func moment(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format("2 Jan 2006, 15:04 UTC")
}

// age says roughly how long ago t was, or how long until then.
func age(now, t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	d := now.Sub(t)
	if d < 0 {
		return "in " + span(-d)
	}
	if d < time.Minute {
		return "just now"
	}
	return span(d) + " ago"
}

func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "a moment"
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Hours()))
	}
	return plural(int(d.Hours()/24), "day", "days")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func sizeWords(n int64) string {
	switch {
	case n < 1<<10:
		return plural(int(n), "byte", "bytes")
	case n < 1<<20:
		return fmt.Sprintf("%.1f kB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

func percent(score float64) string { return fmt.Sprintf("%.0f %%", score*100) }

// isLong says that a value of an audit entry is better folded away.
func isLong(s string) bool { return len(s) > 120 || strings.Contains(s, "\n") }

func stageWords(s desk.Stage) string {
	if s == desk.StageUnread {
		return "being read"
	}
	return string(s)
}

var verbs = map[desk.Verb]string{
	desk.VerbCorrect: "corrected", desk.VerbPublish: "published", desk.VerbRefuse: "refused",
	desk.VerbWithdraw: "withdrew", desk.VerbReopen: "opened again", desk.VerbAdd: "added",
	desk.VerbChange: "changed", desk.VerbSend: "sent",
}

func verbWords(v desk.Verb) string {
	if w, ok := verbs[v]; ok {
		return w
	}
	return string(v)
}

var fields = map[string]string{
	"title_by_desk": "headline by the desk", "published": "published (date)", "address": "original address",
	"licence": "how much is shown", "sensitivity": "who may see it", "next_try": "next poll",
}

// fieldWords names the field of an audit entry for people.
func fieldWords(f string) string {
	if w, ok := fields[f]; ok {
		return w
	}
	return f
}

// valueWords gives the value of an audit entry for people: territories by name.
func valueWords(field, value string) string {
	if field != "territories" && field != "placements" && field != "territory" {
		return value
	}
	return strings.ReplaceAll(territoryNames(strings.Fields(value)), desk.Everywhere, "every article")
}

func licenceWords(l desk.Licence) string {
	switch l {
	case desk.LicenceFull:
		return "the whole text"
	case desk.LicenceLink:
		return "only a link"
	case desk.LicenceExcerpt:
		return "the beginning"
	}
	return "not decided"
}

// healthWords says how a source is doing.
func healthWords(s desk.Source) string {
	switch {
	case s.Paused:
		return "paused"
	case !s.Kind.Polled():
		return "not polled: what comes in here is handed in"
	}
	switch s.Health {
	case desk.HealthGood:
		return "good"
	case desk.HealthEmpty:
		return "readable, but nothing in it"
	case desk.HealthFailing:
		return "failing: " + plural(s.Attempts, "try", "tries") + " in a row"
	}
	return "new, not asked yet"
}

func stateWords(s subscription.IssueState) string {
	switch s {
	case subscription.Sending:
		return "being sent"
	case subscription.Sent:
		return "sent"
	}
	return "draft"
}

// howWords says by which way a capture came.
func howWords(h desk.How) string {
	switch h {
	case desk.HowFetched:
		return "fetched from the web"
	case desk.HowHandedIn:
		return "handed in"
	case desk.HowWritten:
		return "written here"
	}
	return "unknown"
}
