package office

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
)

// caseForm is what an editor typed about a case.
type caseForm struct {
	desk.Case        // without what no field holds
	Where     string // territory by name or id
	Least     string // number of people
	Most      string
	Errors    map[string]string
}

// formOfCase fills the form with what is stored.
func (l tongue) formOfCase(c desk.Case) caseForm {
	f := caseForm{Case: c, Least: people(c.PeopleMin), Most: people(c.PeopleMax)}
	if c.Territory != "" {
		f.Where = l.territory(c.Territory)
	}
	return f
}

// people writes a number of people; nothing for one that is not known.
func people(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// readCaseForm reads the form over a case and gives the case as it would be.
func readCaseForm(r *http.Request, c desk.Case) (caseForm, desk.Case) {
	line := func(name string) string { return oneLine(r.PostFormValue(name)) }
	stated := func(name string) desk.Stated { return desk.Stated{Value: line(name), By: line(name + "_by")} }
	c.Version, _ = strconv.Atoi(r.PostFormValue("version")) // a version that is no number is older than any
	c.Kind, c.Title, c.Invented = r.PostFormValue("kind"), line("title"), r.PostFormValue("invented") != ""
	c.Summary, c.Community = paragraphs(r.PostFormValue("summary")), r.PostFormValue("community")
	c.Place, c.Law, c.Sentence = stated("place"), stated("law"), stated("sentence")
	c.Acts, c.Status, c.Believed = r.PostForm["act"], r.PostFormValue("status"), r.PostFormValue("believed") != ""
	c.Since, c.Verified = line("since"), line("verified")
	c.Consent, c.ConsentNote = desk.Consent(r.PostFormValue("consent")), paragraphs(r.PostFormValue("consent_note"))
	c.Risk, c.Note, c.Correction = paragraphs(r.PostFormValue("risk")), paragraphs(r.PostFormValue("note")), line("correction")
	c.Names, c.Episodes, c.Sources = readNames(r), readEpisodes(r), readCaseSources(r)
	f := caseForm{Where: line("territory"), Least: line("people_min"), Most: line("people_max"), Errors: map[string]string{}}
	c.Territory, c.PeopleMin, c.PeopleMax = findTerritory(f.Where), number(f.Least), number(f.Most)
	f.Case = c
	f.check()
	return f, c
}

// number reads a number of people: 0 for none, -1 for what is no number.
func number(s string) int {
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// columns reads the rows of a repeated part of the form by the names of its
// fields, each row cut to one line a field, without the empty ones; steer is the
// field that never is empty since it is chosen from a list.
func columns(r *http.Request, steer string, names ...string) (rows [][]string) {
	for i := range r.PostForm[names[0]] {
		row, filled := make([]string, len(names)), false
		for j, name := range names {
			if values := r.PostForm[name]; i < len(values) {
				row[j] = oneLine(values[i])
			}
			filled = filled || row[j] != "" && name != steer
		}
		if filled {
			rows = append(rows, row)
		}
	}
	return rows
}

func readNames(r *http.Request) (out []desk.Name) {
	for _, c := range columns(r, "name_kind", "name", "name_language", "name_kind") {
		out = append(out, desk.Name{Text: c[0], Language: c[1], Kind: c[2]})
	}
	return out
}

func readEpisodes(r *http.Request) (out []desk.Episode) {
	for _, c := range columns(r, "", "episode_date", "episode_act", "episode_text", "episode_by") {
		out = append(out, desk.Episode{Date: c[0], Act: c[1], Text: c[2], By: c[3]})
	}
	return out
}

func readCaseSources(r *http.Request) (out []desk.CaseSource) {
	for _, c := range columns(r, "source_from", "source_title", "source_outlet", "source_date", "source_address", "source_article", "source_from") {
		id := strings.TrimRight(c[4], "/")
		out = append(out, desk.CaseSource{
			Title: c[0], Outlet: c[1], Date: c[2], Address: c[3], ArticleID: id[strings.LastIndexByte(id, '/')+1:], Official: c[5] == "official",
		})
	}
	return out
}

// whoSays is asked of what is stated without its source.
const whoSays = "Please say who says so."

// check looks at each field by itself. What a public case must have is the
// business of desk.CheckPublishCase.
func (f *caseForm) check() {
	note := func(field, words string) {
		if words != "" && f.Errors[field] == "" {
			f.Errors[field] = words
		}
	}
	if !slices.Contains(desk.CaseKinds, f.Kind) {
		note("kind", "Please choose what the case is about.")
	}
	if f.Title == "" {
		note("title", "Please write a title: a name, or a description where no name may be shown.")
	}
	if f.Where != "" && f.Territory == "" {
		note("territory", "There is no such territory. Please choose one from the list.")
	}
	if f.PeopleMin < 0 || f.PeopleMax < 0 || f.PeopleMax != 0 && f.PeopleMax < f.PeopleMin {
		note("people", "Please give whole numbers, from the least to the most; leave the most empty when nobody knows it.")
	}
	for name, s := range map[string]desk.Stated{"place": f.Place, "law": f.Law, "sentence": f.Sentence} {
		if s.Value != "" && s.By == "" {
			note(name, whoSays)
		}
	}
	note("since", wrongDate(f.Since))
	note("verified", wrongDate(f.Verified))
	if !slices.Contains(desk.Consents, f.Consent) {
		note("consent", "Please choose what was said about being published.")
	}
	f.checkRows(note)
}

func (f *caseForm) checkRows(note func(field, words string)) {
	for _, n := range f.Names {
		if n.Text == "" {
			note("names", "Please write the name, or leave the whole line empty.")
		}
		note("names", wrongLanguage(n.Language))
	}
	for _, e := range f.Episodes {
		note("episodes", wrongDate(e.Date))
		if e.Act == "" {
			note("episodes", "Please choose what happened in each episode.")
		}
	}
	for _, s := range f.Sources {
		note("sources", wrongDate(s.Date))
		note("sources", wrongAddress(s.Address))
		if s.Title == "" && s.ArticleID == "" {
			note("sources", "Please give each source a title, or an article of this desk.")
		}
		if s.ArticleID != "" && desk.KindOf(s.ArticleID) != desk.KindArticle {
			note("sources", "Please give the id or the address of an article of this desk, or leave it empty.")
		}
	}
}
