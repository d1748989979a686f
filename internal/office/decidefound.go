package office

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// foundRoutes are the pages of what was found and of what corrections teach.
func (o *office) foundRoutes() []route {
	return []route{
		{"POST /articles/{id}/found", editors, o.postFound},
		{"POST /cases/{id}/articles", editors, o.postCaseArticle},
		{"GET /lists", editors, o.getLists},
		{"POST /lists/{id}", editors, o.postList},
	}
}

// postFound accepts, refuses or corrects something that was found in an article.
func (o *office) postFound(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	verb := desk.Verb(r.PostFormValue("do"))
	var notice string
	switch id := r.PostFormValue("found"); r.PostFormValue("of") {
	case "finding":
		notice, err = o.decideFinding(r, a, id, verb)
	case "quotation":
		notice, err = o.decideQuotation(r, a, id, verb)
	case "case":
		notice, err = o.decideMention(r, a.ID, id, verb)
	default:
		err = unknownButton()
	}
	if err == nil {
		return o.done(w, r, "/articles/"+a.ID+backTo(r), notice)
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	p, err := o.articlePage(r, a)
	if err != nil {
		return err
	}
	p.Problem, p.Form = words, formOf(a)
	p.offer(o.tongue(r))
	return o.show(w, r, status, "article.html", p)
}

func unknownButton() error {
	return fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
}

// backTo is the place of the page to which a decision goes back: where the
// finding stands in the text.
func backTo(r *http.Request) string {
	if at, err := strconv.Atoi(r.PostFormValue("at")); err == nil && at >= 0 {
		return "#i-t" + strconv.Itoa(at)
	}
	return "#found"
}

// decideFinding stores what an editor says to a finding, and what a correction
// teaches.
func (o *office) decideFinding(r *http.Request, a desk.Article, id string, verb desk.Verb) (notice string, err error) {
	l := o.tongue(r)
	kind, value, _ := strings.Cut(id, ":")
	list, err := o.articles.Findings(r.Context(), a.ID)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(list, func(f desk.Finding) bool { return string(markKind(f.Kind)) == kind && f.Value == value })
	if at < 0 {
		return "", fault.New(fault.Conflict, "The article was read anew and this is no longer among what was found. Look at what is there now.")
	}
	mark := desk.FindingMark{ArticleID: a.ID, Kind: desk.FindingKind(kind), Value: value, State: desk.MarkRefused}
	var taught *desk.Lesson
	change := desk.Change{Field: "finding", After: string(desk.MarkRefused) + ": " + id}
	switch verb {
	case desk.VerbAccept:
		mark.State, change.After = desk.MarkAccepted, string(desk.MarkAccepted)+": "+id
	case desk.VerbRefuse, desk.VerbCorrect:
		if taught, err = o.lessonOf(r, a, list[at], verb); err != nil {
			return "", err
		}
	default:
		return "", unknownButton()
	}
	changes := []desk.Change{change}
	if taught != nil {
		changes = append(changes, desk.Change{Field: "lesson", After: taught.Line()})
	}
	if err := o.lessons.MarkFinding(r.Context(), mark, taught, o.decision(r, onPart(verb), a.ID, changes...)); err != nil {
		return "", err
	}
	switch {
	case verb == desk.VerbAccept:
		return locale.T(string(l), "Accepted: {name}.", "name", l.named(list[at])), nil
	case taught != nil:
		return locale.T(string(l), "Refused: {name}. The desk’s own lists have a proposal: {lesson}", "name", l.named(list[at]), "lesson", l.lesson(*taught)), nil
	}
	return locale.T(string(l), "Refused: {name}.", "name", l.named(list[at])), nil
}

// onPart is the verb of a decision about a part of an article: to correct the
// article itself decides its territories.
func onPart(v desk.Verb) desk.Verb {
	if v == desk.VerbCorrect {
		return desk.VerbChange
	}
	return v
}

// lessonOf gives what a correction teaches, for the source of the article; nil
// where it teaches nothing.
func (o *office) lessonOf(r *http.Request, a desk.Article, f desk.Finding, verb desk.Verb) (*desk.Lesson, error) {
	words := r.PostFormValue("words")
	if words == "" && len(f.Spans) > 0 {
		words = f.Spans[0].Words
	}
	if !slices.ContainsFunc(f.Spans, func(s desk.Span) bool { return s.Words == words }) {
		words = ""
	}
	meaning := ""
	if verb == desk.VerbCorrect {
		var err error
		if meaning, err = meaningOf(f, r.PostFormValue("meaning")); err != nil {
			return nil, err
		}
	}
	l, ok, err := desk.NewLesson(f, words, meaning)
	if err != nil || !ok {
		return nil, err
	}
	l.ID, l.ArticleID, l.SourceID = o.newID(desk.KindLesson), a.ID, a.SourceID
	return &l, nil
}

// meaningOf reads what the words of a finding are instead.
func meaningOf(f desk.Finding, typed string) (string, error) {
	switch f.Kind {
	case desk.FindingPerson:
		return string(desk.FindingOrganisation), nil
	case desk.FindingOrganisation:
		return string(desk.FindingPerson), nil
	}
	ids, unknown := readTerritories(typed)
	if len(unknown) > 0 || len(ids) != 1 {
		return "", fault.New(fault.Invalid, "Please choose one territory from the list, by name or id.")
	}
	return ids[0], nil
}

func (o *office) decideQuotation(r *http.Request, a desk.Article, id string, verb desk.Verb) (notice string, err error) {
	list, err := o.quotations.Quotations(r.Context(), a.ID)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(list, func(q desk.Quotation) bool { return q.ID == id })
	if at < 0 {
		return "", fault.New(fault.Conflict, "The article was read anew and this is no longer among what was found. Look at what is there now.")
	}
	q, changes, err := desk.DecideQuotation(list[at], verb, oneLine(r.PostFormValue("speaker")))
	if err != nil {
		return "", err
	}
	if len(changes) == 0 {
		return locale.T(o.lang(r), "Nothing is different, so nothing was stored."), nil
	}
	if err := o.quotations.DecideQuotation(r.Context(), q, o.decision(r, onPart(verb), a.ID, changes...)); err != nil {
		return "", err
	}
	if q.State == desk.QuotationRefused {
		return locale.T(o.lang(r), "The quotation is refused."), nil
	}
	if q.Speaker == "" {
		return locale.T(o.lang(r), "The quotation is accepted."), nil
	}
	return locale.T(o.lang(r), "The quotation is accepted, by {speaker}.", "speaker", q.Speaker), nil
}
