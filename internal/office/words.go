package office

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/subscription"
)

// moment prints a time in full, in UTC.
func (l tongue) moment(t time.Time) string {
	if t.IsZero() {
		return l.t("never")
	}
	return locale.Moment(string(l), t)
}

// age says roughly how long ago t was, or how long until then.
func (l tongue) age(now, t time.Time) string {
	if t.IsZero() {
		return l.t("never")
	}
	d := now.Sub(t)
	if d < 0 {
		return l.t("in %s", l.span(-d))
	}
	if d < time.Minute {
		return l.t("just now")
	}
	return l.t("%s ago", l.span(d))
}

func (l tongue) span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return l.t("a moment")
	case d < time.Hour:
		return l.t("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return l.t("%d h", int(d.Hours()))
	}
	return l.n("%d day", "%d days", int(d.Hours()/24))
}

func (l tongue) size(n int64) string {
	switch {
	case n < 1<<10:
		return l.n("%d byte", "%d bytes", int(n))
	case n < 1<<20:
		return l.t("%s kB", l.decimal(float64(n)/(1<<10)))
	}
	return l.t("%s MB", l.decimal(float64(n)/(1<<20)))
}

func (l tongue) decimal(f float64) string {
	s := strconv.FormatFloat(f, 'f', 1, 64)
	if l == "fr" {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

func (tongue) percent(score float64) string {
	return strconv.FormatFloat(score*100, 'f', 0, 64) + " %"
}

// isLong says that a value of an audit entry is better folded away.
func isLong(s string) bool { return len(s) > 120 || strings.Contains(s, "\n") }

func (l tongue) stage(s desk.Stage) string {
	switch s {
	case desk.StageUnread:
		return l.t("being read")
	case desk.StageUnreadable:
		return l.t("unreadable")
	case desk.StageDuplicate:
		return l.t("duplicate")
	case desk.StageWaiting:
		return l.t("waiting")
	case desk.StagePublished:
		return l.t("published")
	case desk.StageRefused:
		return l.t("refused")
	case desk.StageWithdrawn:
		return l.t("withdrawn")
	}
	return string(s)
}

// bySomebody is the place of words that follow a name: "Ada published".
const bySomebody = "by somebody"

func (l tongue) verb(v desk.Verb) string {
	switch v {
	case desk.VerbCorrect:
		return l.in(bySomebody, "corrected")
	case desk.VerbPublish:
		return l.in(bySomebody, "published")
	case desk.VerbRefuse:
		return l.in(bySomebody, "refused")
	case desk.VerbWithdraw:
		return l.in(bySomebody, "withdrew")
	case desk.VerbReopen:
		return l.in(bySomebody, "opened again")
	case desk.VerbUndo:
		return l.in(bySomebody, "undid")
	case desk.VerbAdd:
		return l.in(bySomebody, "added")
	case desk.VerbChange:
		return l.in(bySomebody, "changed")
	case desk.VerbSend:
		return l.in(bySomebody, "sent")
	}
	return string(v)
}

// field names the field of an audit entry for people.
func (l tongue) field(f string) string {
	switch f {
	case "title":
		return l.t("title")
	case "title_by_desk":
		return l.t("headline by the desk")
	case "standfirst":
		return l.t("standfirst")
	case "byline":
		return l.t("byline")
	case "outlet":
		return l.t("outlet")
	case "published":
		return l.t("published (date)")
	case "address":
		return l.t("address")
	case "language":
		return l.t("language")
	case "text", "markdown":
		return l.t("text")
	case "html":
		return l.t("form of the text")
	case "capture":
		return l.t("evidence")
	case "licence":
		return l.t("how much is shown")
	case "sensitivity":
		return l.t("who may see it")
	case "territories", "placements":
		return l.t("territories")
	case "territory":
		return l.t("country")
	case "stage":
		return l.t("stage")
	case "next_try":
		return l.t("next poll")
	case "name":
		return l.t("name")
	case "position":
		return l.t("position")
	case "paused":
		return l.t("paused")
	case "post", "kind":
		return l.t("kind")
	case "role":
		return l.t("role")
	}
	return f
}

// value gives the value of an audit entry for people.
func (l tongue) value(field, value string) string {
	switch field {
	case "territories", "placements", "territory":
		return strings.ReplaceAll(l.territories(strings.Fields(value)), desk.Everywhere, l.t("every article"))
	case "stage":
		return l.stage(desk.Stage(value))
	case "licence":
		return l.licence(desk.Licence(value))
	case "title_by_desk", "paused":
		if value == "true" {
			return l.t("yes")
		}
		return l.t("no")
	case "sensitivity":
		if value == string(desk.Open) {
			return l.t("may be public")
		}
		return l.t("restricted")
	}
	return value
}

func (l tongue) licence(x desk.Licence) string {
	switch x {
	case desk.LicenceFull:
		return l.t("the whole text")
	case desk.LicenceLink:
		return l.t("only a link")
	case desk.LicenceExcerpt:
		return l.t("the beginning")
	}
	return l.t("not decided")
}

// health says how a source is doing.
func (l tongue) health(s desk.Source) string {
	switch {
	case s.Kind == desk.SourceDesk:
		return l.t("what the organisation writes itself")
	case !s.Kind.Polled():
		return l.t("not polled: what comes in here is handed in")
	case s.Paused:
		return l.t("paused")
	}
	switch s.Health {
	case desk.HealthGood:
		return l.t("good")
	case desk.HealthEmpty:
		return l.t("readable, but nothing in it")
	case desk.HealthFailing:
		return l.n("failing: %d try in a row", "failing: %d tries in a row", s.Attempts)
	}
	return l.t("new, not asked yet")
}

// kind names a kind of source.
func (l tongue) kind(k desk.SourceKind) string {
	switch k {
	case desk.SourceFeed:
		return l.t("feed")
	case desk.SourceSitemap:
		return l.t("sitemap")
	case desk.SourceImport:
		return l.t("imported files")
	case desk.SourcePaste:
		return l.t("pasted texts")
	case desk.SourceDesk:
		return l.t("own texts")
	}
	return string(k)
}

func (l tongue) state(s subscription.IssueState) string {
	switch s {
	case subscription.Sending:
		return l.t("being sent")
	case subscription.Sent:
		return l.t("sent")
	}
	return l.t("draft")
}

// how says by which way a capture came.
func (l tongue) how(h desk.How) string {
	switch h {
	case desk.HowFetched:
		return l.t("fetched from the web")
	case desk.HowHandedIn:
		return l.t("handed in")
	case desk.HowWritten:
		return l.t("written here")
	}
	return l.t("unknown")
}

// removed names the kind of a part that is kept aside.
func (l tongue) removed(kind string) string {
	switch kind {
	case "footer":
		return l.t("footer")
	case "snippet":
		return l.t("snippet")
	case "contact":
		return l.t("contact")
	case "disclaimer":
		return l.t("disclaimer")
	case "rights":
		return l.t("rights")
	case "sharing":
		return l.t("sharing")
	case "navigation":
		return l.t("navigation")
	case "related":
		return l.t("links to others")
	case "rule":
		return l.t("rule")
	case "running":
		return l.t("running line")
	case "repeated":
		return l.t("repeated")
	case "byline":
		return l.t("byline")
	case "date":
		return l.t("date")
	case "dateline":
		return l.t("dateline")
	case "link":
		return l.t("link")
	case "outlet":
		return l.t("outlet")
	case "":
		return l.t("left out")
	}
	return kind
}

// post names a kind of the organisation's own texts.
func (l tongue) post(k desk.PostKind) string {
	switch k {
	case desk.PostStatement:
		return l.t("statement")
	case desk.PostBriefing:
		return l.t("briefing")
	case desk.PostProfile:
		return l.t("profile of a territory")
	case desk.PostReport:
		return l.t("report")
	}
	return string(k)
}

func (l tongue) role(x desk.Role) string {
	if x == desk.RoleAdministrator {
		return l.t("administrator")
	}
	return l.t("editor")
}

// entry says where an entry of a source stands.
func (l tongue) entry(s desk.EntryState) string {
	switch s {
	case desk.EntryCaptured:
		return l.t("captured")
	case desk.EntryFailed:
		return l.t("given up")
	}
	return l.t("to be fetched")
}

// status names what an error page is about.
func (l tongue) status(code int) string {
	switch code {
	case http.StatusForbidden:
		return l.t("Not allowed")
	case http.StatusNotFound:
		return l.t("Not found")
	case http.StatusConflict:
		return l.t("Changed meanwhile")
	case http.StatusGone:
		return l.t("Gone")
	case http.StatusUnprocessableEntity:
		return l.t("Not possible like this")
	case http.StatusServiceUnavailable:
		return l.t("Not available now")
	}
	return l.t("Something went wrong")
}
