package office

import (
	"net/http"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// mention is an article that may mention a case.
type mention struct {
	desk.MentionLine
	Why string
}

// maxMentions is how many articles a case's page lists.
const maxMentions = 50

// foundCase shows a link at the article's page.
func (l tongue) foundCase(c desk.MentionLine) found {
	return found{Kind: "case", Name: c.CaseTitle, Why: l.whyLink(c), State: string(c.State), Words: []string{c.Words}, Do: "case", ID: c.CaseID, Link: "/cases/" + c.CaseID,
		spans: []desk.Span{{Begin: c.Begin, End: c.End, Words: c.Words}}}
}

// whyLink says how certain a link is and what it rests on.
func (l tongue) whyLink(c desk.MentionLine) string {
	parts := []string{locale.T(string(l), "not certain")}
	if c.Certain {
		parts[0] = locale.T(string(l), "certain")
	}
	for _, reason := range desk.MentionReasons {
		if slices.Contains(c.Reasons, reason) {
			parts = append(parts, l.linkReason(reason, c.CaseTerritory))
		}
	}
	if c.Count > 1 {
		parts = append(parts, locale.N(string(l), c.Count, "{n} time", "{n} times"))
	}
	return joinWords(parts...)
}

func (l tongue) linkReason(reason, territory string) string {
	switch reason {
	case "whole":
		return locale.T(string(l), "the whole name")
	case "some":
		return locale.T(string(l), "a part of the name")
	case "family":
		return locale.T(string(l), "only the family name")
	case "inflected":
		return locale.T(string(l), "in another case of the language")
	case "transliterated":
		return locale.T(string(l), "in another spelling")
	case "likely":
		return locale.T(string(l), "it only sounds alike")
	case "native":
		return locale.T(string(l), "in its own script")
	case "same-territory":
		return locale.T(string(l), "the same country: {territory}", "territory", l.territory(territory))
	case "other-territory":
		return locale.T(string(l), "nothing about its country: {territory}", "territory", l.territory(territory))
	case "same-community":
		return locale.T(string(l), "the same community")
	case "common":
		return locale.T(string(l), "many people have this name")
	case "shared":
		return locale.T(string(l), "another case has this name too")
	case "before":
		return locale.T(string(l), "published before the case began")
	}
	return "" // "written" needs no words
}

// decideMention accepts or refuses that an article mentions a case. Nothing about
// the case becomes public by it.
func (o *office) decideMention(r *http.Request, articleID, caseID string, verb desk.Verb) (notice string, err error) {
	state := map[desk.Verb]desk.MentionState{desk.VerbAccept: desk.MentionAccepted, desk.VerbRefuse: desk.MentionRefused}[verb]
	if state == "" {
		return "", unknownButton()
	}
	d := o.decision(r, verb, articleID, desk.Change{Field: "case", After: string(state) + ": " + caseID})
	if err := o.mentions.DecideMention(r.Context(), articleID, caseID, state, d); err != nil {
		return "", err
	}
	if state == desk.MentionAccepted {
		return locale.T(o.lang(r), "Noted that the article mentions this case. Nothing of it is public."), nil
	}
	return locale.T(o.lang(r), "Noted that the article does not mention this case. It is not proposed again."), nil
}

// mentionsOf lists the articles that may mention a case.
func (o *office) mentionsOf(r *http.Request, caseID string) ([]mention, error) {
	list, err := o.mentions.CaseMentions(r.Context(), caseID, maxMentions)
	out := make([]mention, len(list))
	for i, c := range list {
		out[i] = mention{c, o.tongue(r).whyLink(c)}
	}
	return out, err
}

// postCaseArticle decides at the case's page whether an article mentions it.
func (o *office) postCaseArticle(w http.ResponseWriter, r *http.Request) error {
	c, err := o.cases.Case(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	notice, err := o.decideMention(r, r.PostFormValue("article"), c.ID, desk.Verb(r.PostFormValue("do")))
	if words, status, ours := problem(o.tongue(r), err); ours {
		if !fault.Is(err, fault.NotFound) {
			return err
		}
		notice = o.tongue(r).words(err)
	} else if words != "" {
		return o.showCase(w, r, status, &casePage{Frame: Frame{Problem: words}, Case: c, Form: o.tongue(r).formOfCase(c)})
	}
	return o.done(w, r, "/cases/"+c.ID+"#mentions", notice)
}
