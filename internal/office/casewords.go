package office

import (
	"html/template"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/taxonomy"
)

// caseFuncs are the words of cases for the templates.
func (l tongue) caseFuncs() template.FuncMap {
	return template.FuncMap{
		"casestate": l.caseState, "casekind": l.caseKind, "consent": l.consent, "namekind": l.nameKind,
		"act": l.act, "status": l.caseStatus, "community": l.community,
	}
}

func (l tongue) act(id string) string        { return taxonomy.Act(id).Label(string(l)) }
func (l tongue) caseStatus(id string) string { return taxonomy.Status(id).Label(string(l)) }
func (l tongue) community(id string) string  { return taxonomy.Community(id).Label(string(l)) }

func (l tongue) caseState(s desk.CaseState) string {
	switch s {
	case desk.CaseDraft:
		return locale.T(string(l), "draft")
	case desk.CasePublished:
		return locale.T(string(l), "published")
	case desk.CaseWithdrawn:
		return locale.T(string(l), "withdrawn")
	case "":
		return locale.T(string(l), "all")
	}
	return string(s)
}

func (l tongue) caseKind(kind string) string {
	switch kind {
	case "person":
		return locale.T(string(l), "a person")
	case "group":
		return locale.T(string(l), "a group")
	case "place-of-worship":
		return locale.T(string(l), "a place of worship")
	case "organisation":
		return locale.T(string(l), "an organisation")
	case "incident":
		return locale.T(string(l), "an incident")
	}
	return kind
}

func (l tongue) nameKind(kind string) string {
	switch kind {
	case "main":
		return locale.T(string(l), "main name")
	case "religious":
		return locale.T(string(l), "religious name")
	case "alias":
		return locale.T(string(l), "other name")
	case "pseudonym":
		return locale.T(string(l), "pseudonym")
	case "patronymic":
		return locale.T(string(l), "with patronymic")
	}
	return kind
}

func (l tongue) consent(c desk.Consent) string {
	switch c {
	case desk.ConsentUnasked:
		return locale.T(string(l), "not asked yet")
	case desk.ConsentGiven:
		return locale.T(string(l), "given")
	case desk.ConsentPublic:
		return locale.T(string(l), "not needed: all of it is public already")
	case desk.ConsentImpossible:
		return locale.T(string(l), "nobody can be asked")
	case desk.ConsentRefused:
		return locale.T(string(l), "refused")
	case desk.ConsentWithdrawn:
		return locale.T(string(l), "withdrawn")
	}
	return string(c)
}

// caseField names a field of a case in an audit entry.
func (l tongue) caseField(f string) string {
	switch f {
	case "claim", "claims":
		return locale.T(string(l), "claims")
	case "beside":
		return locale.T(string(l), "claims beside")
	case "question":
		return locale.T(string(l), "question")
	case "unit":
		return locale.T(string(l), "what is counted")
	case "measure":
		return locale.T(string(l), "stock or flow")
	case "least":
		return locale.T(string(l), "least")
	case "most":
		return locale.T(string(l), "most")
	case "as_of":
		return locale.T(string(l), "as of")
	case "rule":
		return locale.T(string(l), "how it was decided")
	case "withdrawn":
		return locale.T(string(l), "withdrawn")
	case "state":
		return locale.T(string(l), "state")
	case "names":
		return locale.T(string(l), "names")
	case "invented":
		return locale.T(string(l), "invented")
	case "summary":
		return locale.T(string(l), "summary")
	case "people_min":
		return locale.T(string(l), "people, at least")
	case "people_max":
		return locale.T(string(l), "people, at most")
	case "place":
		return locale.T(string(l), "place")
	case "community":
		return locale.T(string(l), "community")
	case "acts":
		return locale.T(string(l), "what was done")
	case "status":
		return locale.T(string(l), "status")
	case "believed":
		return locale.T(string(l), "believed, not known")
	case "since":
		return locale.T(string(l), "since")
	case "verified":
		return locale.T(string(l), "last verified")
	case "law":
		return locale.T(string(l), "law")
	case "sentence":
		return locale.T(string(l), "sentence")
	case "episodes":
		return locale.T(string(l), "episodes")
	case "sources":
		return locale.T(string(l), "sources")
	case "consent":
		return locale.T(string(l), "consent")
	case "consent_note":
		return locale.T(string(l), "about the consent")
	case "risk":
		return locale.T(string(l), "risk")
	case "note":
		return locale.T(string(l), "note for colleagues")
	case "correction":
		return locale.T(string(l), "what was put right")
	}
	return f
}

// caseValue gives the value of an audit entry of a case for people.
func (l tongue) caseValue(field, value string) string {
	switch field {
	case "state":
		return l.caseState(desk.CaseState(value))
	case "kind":
		return l.caseKind(value)
	case "consent":
		return l.consent(desk.Consent(value))
	case "community":
		return l.community(value)
	case "status":
		return l.caseStatus(value)
	case "acts":
		ids := strings.Fields(value)
		for i, id := range ids {
			ids[i] = l.act(id)
		}
		return strings.Join(ids, ", ")
	case "since", "verified":
		return locale.Date(string(l), value)
	case "invented", "believed":
		if value == "true" {
			return locale.T(string(l), "yes")
		}
		return locale.T(string(l), "no")
	case "people_max":
		if value == "0" {
			return locale.T(string(l), "unknown")
		}
	}
	return value
}
