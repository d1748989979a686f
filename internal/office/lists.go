package office

import (
	"net/http"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/taxonomy"
)

// listsPage is what corrections taught: proposed, used, dropped.
type listsPage struct {
	Frame
	Groups []lessonGroup
}

// lessonGroup are the lessons in one state.
type lessonGroup struct {
	State desk.LessonState
	Name  string
	List  []lessonRow
}

type lessonRow struct {
	desk.LessonLine
	Says string
}

// maxLessons is how many lessons of one state are listed.
const maxLessons = 200

// lesson says what a lesson says.
func (l tongue) lesson(x desk.Lesson) string {
	switch {
	case x.Kind == desk.FindingPerson && x.Meaning != "":
		return locale.T(string(l), "“{words}” is an organisation, no person", "words", x.Words)
	case x.Kind == desk.FindingOrganisation && x.Meaning != "":
		return locale.T(string(l), "“{words}” is a person, no organisation", "words", x.Words)
	case x.Kind == desk.FindingPerson:
		return locale.T(string(l), "“{words}” is no person", "words", x.Words)
	case x.Kind == desk.FindingOrganisation:
		return locale.T(string(l), "“{words}” is no organisation", "words", x.Words)
	case x.Kind.OfTerritory() && x.Meaning != "":
		return locale.T(string(l), "“{words}” means {meaning}, not {name}", "words", x.Words, "meaning", l.territory(x.Meaning), "name", l.territory(x.Value))
	case x.Kind.OfTerritory():
		return locale.T(string(l), "“{words}” does not mean {name}", "words", x.Words, "name", l.territory(x.Value))
	}
	return locale.T(string(l), "“{words}” does not speak for {name}", "words", x.Words, "name", taxonomy.Find(string(x.Kind), x.Value).Label(string(l)))
}

func (l tongue) lessonState(s desk.LessonState) string {
	switch s {
	case desk.LessonUsed:
		return locale.T(string(l), "In use")
	case desk.LessonDropped:
		return locale.T(string(l), "Dropped")
	}
	return locale.T(string(l), "Proposed")
}

func (o *office) getLists(w http.ResponseWriter, r *http.Request) error {
	return o.showLists(w, r, http.StatusOK, "")
}

func (o *office) showLists(w http.ResponseWriter, r *http.Request, status int, words string) error {
	l := o.tongue(r)
	p := &listsPage{Frame: Frame{Title: locale.T(string(l), "The desk’s own lists"), Nav: "/lists", Problem: words}}
	for _, s := range []desk.LessonState{desk.LessonProposed, desk.LessonUsed, desk.LessonDropped} {
		list, err := o.lessons.Lessons(r.Context(), s, maxLessons)
		if err != nil {
			return err
		}
		g := lessonGroup{State: s, Name: l.lessonState(s)}
		for _, x := range list {
			g.List = append(g.List, lessonRow{x, l.lesson(x.Lesson)})
		}
		p.Groups = append(p.Groups, g)
	}
	return o.show(w, r, status, "lists.html", p)
}

// postList confirms a lesson, for its source or everywhere, drops it or takes
// that back.
func (o *office) postList(w http.ResponseWriter, r *http.Request) error {
	x, err := o.lessons.Lesson(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	l, do := o.tongue(r), r.PostFormValue("do")
	verb, known := map[string]desk.Verb{"everywhere": desk.VerbAccept, "source": desk.VerbAccept, "drop": desk.VerbRefuse, "undo": desk.VerbUndo}[do]
	if !known {
		return unknownButton()
	}
	notice := locale.T(string(l), "Taken back: {lesson}", "lesson", l.lesson(x))
	if string(x.State) != r.PostFormValue("state") { // the page was an old one
		verb = ""
	}
	to, err := desk.MoveLesson(x.State, verb)
	if err == nil {
		d := o.decision(r, verb, x.ID, desk.Change{Field: "lesson", Before: string(x.State), After: string(to) + ": " + x.Line()})
		err = o.lessons.DecideLesson(r.Context(), x, to, do == "everywhere", d)
	}
	if err != nil {
		words, status, ours := problem(l, err)
		if ours {
			return err
		}
		return o.showLists(w, r, status, words)
	}
	switch do {
	case "everywhere":
		notice = locale.T(string(l), "What comes in from now on is analysed so, everywhere: {lesson}", "lesson", l.lesson(x))
	case "source":
		notice = locale.T(string(l), "What comes in of this source from now on is analysed so: {lesson}", "lesson", l.lesson(x))
	case "drop":
		notice = locale.T(string(l), "Dropped: {lesson}", "lesson", l.lesson(x))
	}
	return o.done(w, r, "/lists", notice)
}
