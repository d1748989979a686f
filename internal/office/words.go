package office

import (
	"html/template"
	"math"
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
		return locale.T(string(l), "never")
	}
	return locale.Moment(string(l), t)
}

// age says roughly how long ago t was, or how long until then.
func (l tongue) age(now, t time.Time) string {
	if t.IsZero() {
		return locale.T(string(l), "never")
	}
	d := now.Sub(t)
	if d < 0 {
		return locale.T(string(l), "in {time}", "time", l.span(-d))
	}
	if d < time.Minute {
		return locale.T(string(l), "just now")
	}
	return locale.T(string(l), "{time} ago", "time", l.span(d))
}

func (l tongue) span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return locale.T(string(l), "a moment")
	case d < time.Hour:
		return locale.T(string(l), "{n} min", "n", int(d.Minutes()))
	case d < 48*time.Hour:
		return locale.T(string(l), "{n} h", "n", int(d.Hours()))
	}
	return locale.N(string(l), int(d.Hours()/24), "{n} day", "{n} days")
}

func (l tongue) size(n int64) string {
	switch {
	case n < 1<<10:
		return locale.N(string(l), int(n), "{n} byte", "{n} bytes")
	case n < 1<<20:
		return locale.T(string(l), "{n} kB", "n", l.decimal(float64(n)/(1<<10)))
	}
	return locale.T(string(l), "{n} MB", "n", l.decimal(float64(n)/(1<<20)))
}

func (l tongue) decimal(f float64) string { return locale.Decimal(string(l), math.Round(f*10)/10) }

func (tongue) percent(score float64) string {
	return strconv.FormatFloat(score*100, 'f', 0, 64) + " %"
}

// isLong says that a value of an audit entry is better folded away.
func isLong(s string) bool { return len(s) > 120 || strings.Contains(s, "\n") }

func (l tongue) stage(s desk.Stage) string {
	switch s {
	case desk.StageUnread:
		return locale.T(string(l), "being read")
	case desk.StageUnreadable:
		return locale.T(string(l), "unreadable")
	case desk.StageDuplicate:
		return locale.T(string(l), "duplicate")
	case desk.StageWaiting:
		return locale.T(string(l), "waiting")
	case desk.StagePublished:
		return locale.T(string(l), "published")
	case desk.StageRefused:
		return locale.T(string(l), "refused")
	case desk.StageWithdrawn:
		return locale.T(string(l), "withdrawn")
	case desk.StageErased:
		return locale.T(string(l), "erased")
	}
	return string(s)
}

// did says in HTML who did what.
func (l tongue) did(v desk.Verb, who string) template.HTML {
	said := "{name} " + string(v)
	switch v {
	case desk.VerbCorrect:
		said = locale.T(string(l), "{name} corrected")
	case desk.VerbPublish:
		said = locale.T(string(l), "{name} published")
	case desk.VerbAccept:
		said = locale.T(string(l), "{name} accepted")
	case desk.VerbRefuse:
		said = locale.T(string(l), "{name} refused")
	case desk.VerbWithdraw:
		said = locale.T(string(l), "{name} withdrew")
	case desk.VerbReopen:
		said = locale.T(string(l), "{name} opened again")
	case desk.VerbUndo:
		said = locale.T(string(l), "{name} undid")
	case desk.VerbAdd:
		said = locale.T(string(l), "{name} added")
	case desk.VerbChange:
		said = locale.T(string(l), "{name} changed")
	case desk.VerbSend:
		said = locale.T(string(l), "{name} sent")
	case desk.VerbPropose:
		said = locale.T(string(l), "{name} proposed an erasure")
	case desk.VerbDecline:
		said = locale.T(string(l), "{name} declined an erasure")
	case desk.VerbReread:
		said = locale.T(string(l), "{name} read again")
	case desk.VerbErase:
		said = locale.T(string(l), "{name} agreed to an erasure")
	case desk.VerbKeep:
		said = locale.T(string(l), "{name} kept a paragraph")
	case desk.VerbCut:
		said = locale.T(string(l), "{name} cut a paragraph")
	case desk.VerbPutBack:
		said = locale.T(string(l), "{name} put a paragraph back")
	case desk.VerbSplit:
		said = locale.T(string(l), "{name} split it off")
	case desk.VerbJoin:
		said = locale.T(string(l), "{name} joined it to another story")
	case desk.VerbLead:
		said = locale.T(string(l), "{name} let it stand for the story")
	}
	name := "<strong>" + template.HTMLEscapeString(who) + "</strong>"
	return template.HTML(strings.Replace(template.HTMLEscapeString(said), "{name}", name, 1))
}

// field names the field of an audit entry for people.
func (l tongue) field(f string) string {
	if strings.HasPrefix(f, desk.FieldStoryOf) {
		return locale.T(string(l), "story of another copy")
	}
	if strings.HasPrefix(f, desk.FieldShown) {
		return locale.T(string(l), "readers are told of a copy")
	}
	if strings.HasPrefix(f, "claim_") {
		return l.claimField(f)
	}
	switch f {
	case "claim":
		return locale.T(string(l), "claim")
	case "repeated":
		return locale.T(string(l), "what it repeats")
	case "removed", "cut":
		return locale.T(string(l), "kept aside")
	case "kept":
		return locale.T(string(l), "stays in the text")
	case "doubts":
		return locale.T(string(l), "may not be the article")
	case "title":
		return locale.T(string(l), "title")
	case "title_by_desk":
		return locale.T(string(l), "headline by the desk")
	case "standfirst":
		return locale.T(string(l), "standfirst")
	case "story":
		return locale.T(string(l), "copy of")
	case "byline":
		return locale.T(string(l), "byline")
	case "credit":
		return locale.T(string(l), "credited")
	case "image":
		return locale.T(string(l), "lead image")
	case "image_caption":
		return locale.T(string(l), "caption of the lead image")
	case "image_credit":
		return locale.T(string(l), "credit of the lead image")
	case "image_alt":
		return locale.T(string(l), "alternative text of the lead image")
	case "outlet":
		return locale.T(string(l), "outlet")
	case "published":
		return locale.T(string(l), "published (date)")
	case "address":
		return locale.T(string(l), "address")
	case "language":
		return locale.T(string(l), "language")
	case "text", "markdown":
		return locale.T(string(l), "text")
	case "html":
		return locale.T(string(l), "form of the text")
	case "capture":
		return locale.T(string(l), "evidence")
	case "licence":
		return locale.T(string(l), "how much is shown")
	case "proxy":
		return locale.T(string(l), "asked through")
	case "sensitivity":
		return locale.T(string(l), "who may see it")
	case "territories", "placements":
		return locale.T(string(l), "territories")
	case "terms":
		return locale.T(string(l), "classification")
	case "territory":
		return locale.T(string(l), "country")
	case "stage":
		return locale.T(string(l), "stage")
	case "next_try":
		return locale.T(string(l), "next poll")
	case "name":
		return locale.T(string(l), "name")
	case "position":
		return locale.T(string(l), "position")
	case "paused":
		return locale.T(string(l), "paused")
	case "post", "kind":
		return locale.T(string(l), "kind")
	case "role":
		return locale.T(string(l), "role")
	}
	if said := l.foundField(f); said != "" {
		return said
	}
	if name := l.questionField(f); name != "" {
		return name
	}
	return l.caseField(f)
}

// value gives the value of an audit entry for people.
func (l tongue) value(field, value string) string {
	switch field {
	case "territories", "placements", "territory", "origin":
		return strings.ReplaceAll(l.territories(strings.Fields(value)), desk.Everywhere, locale.T(string(l), "every article"))
	case "terms":
		return l.terms(strings.Fields(value))
	case "stage":
		return l.stage(desk.Stage(value))
	case "licence":
		return l.licence(desk.Licence(value))
	case "by":
		return l.ruleName(value)
	case "title_by_desk", "paused", "withdrawn", "closed":
		if value == "true" {
			return locale.T(string(l), "yes")
		}
		return locale.T(string(l), "no")
	case "sensitivity":
		if value == string(desk.Open) {
			return locale.T(string(l), "may be public")
		}
		return locale.T(string(l), "restricted")
	}
	if field == "finding" || field == "quotation" || field == "case" {
		return l.foundValue(value)
	}
	return l.caseValue(field, value)
}

func (l tongue) licence(x desk.Licence) string {
	switch x {
	case desk.LicenceFull:
		return locale.T(string(l), "the whole text")
	case desk.LicenceLink:
		return locale.T(string(l), "only a link")
	case desk.LicenceExcerpt:
		return locale.T(string(l), "the beginning")
	}
	return locale.T(string(l), "not decided")
}

// kind names a kind of source.
func (l tongue) kind(k desk.SourceKind) string {
	switch k {
	case desk.SourceFeed:
		return locale.T(string(l), "feed")
	case desk.SourceSitemap:
		return locale.T(string(l), "sitemap")
	case desk.SourcePage:
		return locale.T(string(l), "web page")
	case desk.SourceMail:
		return locale.T(string(l), "mail")
	case desk.SourceImport:
		return locale.T(string(l), "imported files")
	case desk.SourcePaste:
		return locale.T(string(l), "pasted texts")
	case desk.SourceDesk:
		return locale.T(string(l), "own texts")
	}
	return string(k)
}

func (l tongue) state(s subscription.IssueState) string {
	switch s {
	case subscription.Sending:
		return locale.T(string(l), "being sent")
	case subscription.Sent:
		return locale.T(string(l), "sent")
	}
	return locale.T(string(l), "draft")
}

// how says by which way a capture came.
func (l tongue) how(h desk.How) string {
	switch h {
	case desk.HowFetched:
		return locale.T(string(l), "fetched from the web")
	case desk.HowHandedIn:
		return locale.T(string(l), "handed in")
	case desk.HowWritten:
		return locale.T(string(l), "written here")
	}
	return locale.T(string(l), "unknown")
}

// removed names the kind of a part that is kept aside.
func (l tongue) removed(kind string) string {
	switch kind {
	case "footer":
		return locale.T(string(l), "footer")
	case "snippet":
		return locale.T(string(l), "snippet")
	case "contact":
		return locale.T(string(l), "contact")
	case "disclaimer":
		return locale.T(string(l), "disclaimer")
	case "rights":
		return locale.T(string(l), "rights")
	case "sharing":
		return locale.T(string(l), "sharing")
	case "navigation":
		return locale.T(string(l), "navigation")
	case "related":
		return locale.T(string(l), "links to others")
	case "rule":
		return locale.T(string(l), "rule")
	case "running":
		return locale.T(string(l), "running line")
	case "repeated":
		return locale.T(string(l), "repeated")
	case "byline":
		return locale.T(string(l), "byline")
	case "date":
		return locale.T(string(l), "date")
	case "dateline":
		return locale.T(string(l), "dateline")
	case "link":
		return locale.T(string(l), "link")
	case "outlet":
		return locale.T(string(l), "outlet")
	case "forwarding":
		return locale.T(string(l), "words of who handed it on")
	case "attachment":
		return locale.T(string(l), "attachment")
	case "":
		return locale.T(string(l), "left out")
	}
	return kind
}

// post names a kind of the organisation's own texts.
func (l tongue) post(k desk.PostKind) string {
	switch k {
	case desk.PostStatement:
		return locale.T(string(l), "statement")
	case desk.PostBriefing:
		return locale.T(string(l), "briefing")
	case desk.PostProfile:
		return locale.T(string(l), "profile of a territory")
	case desk.PostReport:
		return locale.T(string(l), "report")
	}
	return string(k)
}

func (l tongue) role(x desk.Role) string {
	if x == desk.RoleAdministrator {
		return locale.T(string(l), "administrator")
	}
	return locale.T(string(l), "editor")
}

// entry says where an entry of a source stands.
func (l tongue) entry(s desk.EntryState) string {
	switch s {
	case desk.EntryCaptured:
		return locale.T(string(l), "captured")
	case desk.EntryFailed:
		return locale.T(string(l), "given up")
	}
	return locale.T(string(l), "to be fetched")
}

// status names what an error page is about.
func (l tongue) status(code int) string {
	switch code {
	case http.StatusForbidden:
		return locale.T(string(l), "Not allowed")
	case http.StatusNotFound:
		return locale.T(string(l), "Not found")
	case http.StatusConflict:
		return locale.T(string(l), "Changed meanwhile")
	case http.StatusGone:
		return locale.T(string(l), "Gone")
	case http.StatusUnprocessableEntity:
		return locale.T(string(l), "Not possible like this")
	case http.StatusServiceUnavailable:
		return locale.T(string(l), "Not available now")
	}
	return locale.T(string(l), "Something went wrong")
}
