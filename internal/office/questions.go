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

// questionsPage lists the questions.
type questionsPage struct {
	Frame
	Questions []desk.QuestionLine
	Names     map[string]string // of the editors, by account
}

// questionFormPage adds or changes a question.
type questionFormPage struct {
	Frame
	Question desk.Question // as stored; without an id for a new one
	Form     questionForm
	Names    []string // of all territories
	Editors  []desk.Account
}

// questionForm is what an editor typed about a question.
type questionForm struct {
	desk.Question
	Where, Whose string // territories by name or id
	Words, Doing string // the terms and the acts, a line for each language
}

// Measures are the choices of the form.
func (*questionFormPage) Measures() []string { return desk.Measures[1:] }

// Action is where the form goes.
func (p *questionFormPage) Action() string {
	if p.Question.ID == "" {
		return "/questions"
	}
	return "/questions/" + p.Question.ID + "/edit"
}

func (o *office) questionRoutes() []route {
	return []route{
		{"GET /questions", editors, o.getQuestions},
		{"POST /questions", editors, o.postNewQuestion},
		{"GET /questions/new", editors, o.getNewQuestion},
		{"GET /questions/{id}", editors, o.getQuestion},
		{"POST /questions/{id}", editors, o.postLink},
		{"GET /questions/{id}/edit", editors, o.getQuestionForm},
		{"POST /questions/{id}/edit", editors, o.postQuestion},
	}
}

func (o *office) getQuestions(w http.ResponseWriter, r *http.Request) error {
	p := &questionsPage{Frame: Frame{Title: locale.T(o.lang(r), "Questions"), Nav: "/questions"}, Names: map[string]string{}}
	var err error
	if p.Questions, err = o.questions.Questions(r.Context()); err != nil {
		return err
	}
	accounts, err := o.logins.Accounts(r.Context())
	for _, a := range accounts {
		p.Names[a.ID] = a.Name
	}
	if err != nil {
		return err
	}
	return o.show(w, r, http.StatusOK, "questions.html", p)
}

func (o *office) getNewQuestion(w http.ResponseWriter, r *http.Request) error {
	q := desk.Question{Unit: "people", Measure: "stock", Editor: person(r).ID}
	return o.showQuestionForm(w, r, http.StatusOK, &questionFormPage{Form: questionForm{Question: q}})
}

func (o *office) getQuestionForm(w http.ResponseWriter, r *http.Request) error {
	q, err := o.questions.Question(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.showQuestionForm(w, r, http.StatusOK, &questionFormPage{Question: q, Form: o.tongue(r).formOfQuestion(q)})
}

func (l tongue) formOfQuestion(q desk.Question) questionForm {
	f := questionForm{Question: q, Where: l.territory(q.Territory), Words: desk.TermsText(q.Terms), Doing: desk.TermsText(q.Acts)}
	if q.Origin != "" {
		f.Whose = l.territory(q.Origin)
	}
	return f
}

// showQuestionForm answers with the form; Question and Form are filled.
func (o *office) showQuestionForm(w http.ResponseWriter, r *http.Request, status int, p *questionFormPage) error {
	l := o.tongue(r)
	p.Title, p.Nav, p.Names = locale.T(string(l), "A new question"), "/questions", l.allTerritories()
	if p.Question.ID != "" {
		p.Title = p.Question.Title
	}
	accounts, err := o.logins.Accounts(r.Context())
	if err != nil {
		return err
	}
	p.Editors = slices.DeleteFunc(accounts, func(a desk.Account) bool { return a.Disabled && a.ID != p.Form.Editor })
	return o.show(w, r, status, "questionform.html", p)
}

// readQuestionForm reads the form over a question and gives it as it would be.
func readQuestionForm(r *http.Request, q desk.Question) questionForm {
	line := func(name string) string { return oneLine(r.PostFormValue(name)) }
	lines := func(name string) string {
		return strings.TrimSpace(strings.ReplaceAll(r.PostFormValue(name), "\r\n", "\n"))
	}
	f := questionForm{Where: line("territory"), Whose: line("origin"), Words: lines("terms"), Doing: lines("acts")}
	q.Version, _ = strconv.Atoi(r.PostFormValue("version")) // a version that is no number is older than any
	q.Title, q.Territory, q.Origin, q.Unit, q.Measure = line("title"), findTerritory(f.Where), findTerritory(f.Whose), line("unit"), line("measure")
	if q.Origin == "" && f.Whose != "" {
		q.Origin = f.Whose // is none of the list, and is said so
	}
	q.Since, q.Until, q.Editor, q.Closed = line("since"), line("until"), line("editor"), r.PostFormValue("closed") == "yes"
	q.Terms, q.Acts, q.Definition, q.Scope = desk.ParseTerms(f.Words), desk.ParseTerms(f.Doing), paragraphs(r.PostFormValue("definition")), paragraphs(r.PostFormValue("scope"))
	f.Question = q
	return f
}

func (o *office) postNewQuestion(w http.ResponseWriter, r *http.Request) error {
	return o.decideQuestion(w, r, desk.Question{})
}

func (o *office) postQuestion(w http.ResponseWriter, r *http.Request) error {
	q, err := o.questions.Question(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return o.decideQuestion(w, r, q)
}

// decideQuestion stores a question. Whatever stands in its way shows the form
// again with what the editor typed.
func (o *office) decideQuestion(w http.ResponseWriter, r *http.Request, before desk.Question) error {
	form := readQuestionForm(r, before)
	id, err := o.storeQuestion(r, before, form.Question)
	if err == nil {
		return o.done(w, r, "/questions/"+id, locale.T(o.lang(r), "Saved. Claims that touch it appear here within a moment."))
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	form.Version = before.Version
	return o.showQuestionForm(w, r, status, &questionFormPage{Frame: Frame{Problem: words}, Question: before, Form: form})
}

func (o *office) storeQuestion(r *http.Request, before, q desk.Question) (id string, err error) {
	if q.Version != before.Version {
		return "", fault.New(fault.Conflict, "Somebody else changed this question while you had it open. What you typed is still here; look at the history of the question, then save again.")
	}
	if err := desk.CheckQuestion(q); err != nil {
		return "", err
	}
	changes := desk.QuestionChanges(before, q)
	if len(changes) == 0 {
		return q.ID, nil
	}
	verb := desk.VerbChange
	if q.ID == "" {
		verb, q.ID = desk.VerbAdd, o.newID(desk.KindQuestion)
	}
	return q.ID, o.questions.SaveQuestion(r.Context(), q, o.decision(r, verb, q.ID, changes...))
}
